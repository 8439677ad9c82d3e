extension JSONReport {
  /// The JSON Schema of the document, in the dialect 2020-12.
  ///
  /// The keys that every action has stand under `required`; the others come with `explain` short
  /// and full, and `points` with `explain` points. A row of a table that could not be judged is
  /// `notJudged`.
  public static let schema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Judged actions",
      "type": "object",
      "required": ["schema", "charter", "actions"],
      "additionalProperties": false,
      "properties": {
        "schema": { "const": 1 },
        "charter": { "type": ["string", "null"] },
        "actions": {
          "type": "array",
          "items": {
            "anyOf": [{ "$ref": "#/$defs/action" }, { "$ref": "#/$defs/notJudged" }]
          }
        }
      },
      "$defs": {
        "action": {
          "type": "object",
          "required": ["action", "verdict", "score", "for", "against", "inPlay"],
          "additionalProperties": false,
          "dependentRequired": {
            "settled": [
              "reachable", "range", "exact", "ofTotal", "unheard", "share", "vetoes", "rules",
              "agreement", "firmness", "filled", "notices", "location"
            ],
            "group": ["groups"],
            "groups": ["group"]
          },
          "properties": {
            "action": { "type": "string" },
            "group": { "type": "string" },
            "groups": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/group" } },
            "verdict": { "type": "string" },
            "settled": { "type": "boolean" },
            "reachable": { "type": "array", "items": { "type": "string" } },
            "score": { "type": ["number", "null"], "minimum": 0, "maximum": 100 },
            "range": {
              "type": ["object", "null"],
              "required": ["low", "high"],
              "additionalProperties": false,
              "properties": {
                "low": { "type": "number", "minimum": 0, "maximum": 100 },
                "high": { "type": "number", "minimum": 0, "maximum": 100 }
              }
            },
            "exact": { "type": "boolean" },
            "for": { "type": "number", "minimum": 0 },
            "against": { "type": "number", "minimum": 0 },
            "inPlay": { "type": "integer", "minimum": 0 },
            "points": {
              "type": "object",
              "additionalProperties": { "type": ["number", "null"] }
            },
            "ofTotal": { "type": "integer", "minimum": 0 },
            "unheard": { "type": "integer", "minimum": 0 },
            "share": {
              "type": ["object", "null"],
              "additionalProperties": { "type": "number", "minimum": 0, "maximum": 1 }
            },
            "vetoes": { "type": "array", "items": { "type": "string" } },
            "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } },
            "next": { "type": ["string", "null"] },
            "agreement": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
            "firmness": {
              "enum": ["none", "open", "firm", "thin", "on the edge", "leaning"]
            },
            "flips": { "type": "array", "maxItems": 3, "items": { "$ref": "#/$defs/flip" } },
            "filled": { "type": "array", "items": { "type": "string" } },
            "notices": { "type": "array", "items": { "$ref": "#/$defs/notice" } },
            "location": {
              "type": ["object", "null"],
              "required": ["file", "line"],
              "additionalProperties": false,
              "properties": {
                "file": { "type": ["string", "null"] },
                "line": { "type": ["integer", "null"], "minimum": 1 }
              }
            }
          }
        },
        "notJudged": {
          "type": "object",
          "required": ["action", "verdict", "problem", "location"],
          "additionalProperties": false,
          "properties": {
            "action": { "type": "string" },
            "verdict": { "type": "null" },
            "problem": { "type": "string" },
            "location": {
              "type": "object",
              "required": ["file", "line"],
              "additionalProperties": false,
              "properties": {
                "file": { "type": "string" },
                "line": { "type": "integer", "minimum": 1 },
                "column": { "type": "integer", "minimum": 1 }
              }
            }
          }
        },
        "group": {
          "type": "object",
          "required": [
            "group", "verdict", "settled", "reachable", "score", "range", "exact", "for",
            "against", "inPlay", "vetoes", "facts"
          ],
          "additionalProperties": false,
          "properties": {
            "group": { "type": "string" },
            "verdict": { "type": "string" },
            "settled": { "type": "boolean" },
            "reachable": { "type": "array", "items": { "type": "string" } },
            "score": { "type": ["number", "null"], "minimum": 0, "maximum": 100 },
            "range": {
              "type": ["object", "null"],
              "required": ["low", "high"],
              "additionalProperties": false,
              "properties": {
                "low": { "type": "number", "minimum": 0, "maximum": 100 },
                "high": { "type": "number", "minimum": 0, "maximum": 100 }
              }
            },
            "exact": { "type": "boolean" },
            "for": { "type": "number", "minimum": 0 },
            "against": { "type": "number", "minimum": 0 },
            "inPlay": { "type": "integer", "minimum": 0 },
            "vetoes": { "type": "array", "items": { "type": "string" } },
            "facts": { "type": "array", "items": { "type": "string" } }
          }
        },
        "rule": {
          "type": "object",
          "required": [
            "rule", "says", "open", "points", "tipping", "facts", "because", "source"
          ],
          "additionalProperties": false,
          "properties": {
            "rule": { "type": "string" },
            "says": {
              "enum": [
                "not in play", "neutral", "leans for", "for", "leans against", "against", "veto"
              ]
            },
            "open": { "type": "boolean" },
            "points": { "type": "number" },
            "tipping": { "type": ["number", "null"], "minimum": 0 },
            "facts": { "type": "array", "items": { "$ref": "#/$defs/fact" } },
            "because": { "type": ["string", "null"] },
            "source": { "type": ["string", "null"] }
          }
        },
        "flip": {
          "type": "object",
          "required": ["to", "changes", "silences"],
          "additionalProperties": false,
          "properties": {
            "to": { "type": "string" },
            "changes": {
              "type": "array",
              "minItems": 1,
              "maxItems": 3,
              "items": {
                "type": "object",
                "required": ["fact", "from", "value"],
                "additionalProperties": false,
                "properties": {
                  "fact": { "type": "string" },
                  "from": { "type": ["string", "null"] },
                  "value": { "type": "string" }
                }
              }
            },
            "silences": { "type": "boolean" }
          }
        },
        "fact": {
          "type": "object",
          "required": ["fact", "value", "evidence"],
          "additionalProperties": false,
          "properties": {
            "fact": { "type": "string" },
            "value": { "type": ["string", "null"] },
            "evidence": { "type": ["string", "null"] }
          }
        },
        "notice": {
          "type": "object",
          "required": ["code", "text"],
          "additionalProperties": false,
          "properties": {
            "code": {
              "enum": [
                "line-left-out", "must-be-said", "rule-not-used", "rule-incomplete",
                "both-sides", "charter-incomplete", "bound"
              ]
            },
            "text": { "type": "string" }
          }
        }
      }
    }
    """#
}
