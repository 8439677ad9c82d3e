import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateExplanationSamples
import AdvocateReports
import AdvocateTestSupport
import Foundation
import Testing

@Suite struct JSONReportTests {
  private static let judgements = [
    SampleActions.phone, SampleActions.openPhone, SampleActions.countdown, SampleActions.paint,
    dropped,
  ].map { BruteForce.judge($0) }

  private static var dropped: Action {
    var action = SampleActions.countdown
    action.statements.removeFirst()
    action.location = SourceLocation()
    action.dropped = [DroppedLine(line: SourceLine(text: "metod is \u{1B}"), fact: nil)]
    return action
  }

  @Test func withoutExplanation() {
    #expect(
      JSONReport.document(charter: "sample", Self.judgements.map { ($0, nil) }, explain: .none)
        .pretty == """
          {
            "schema": 1,
            "charter": "sample",
            "actions": [
              {
                "action": "Phone to cancel",
                "verdict": "against the customer",
                "score": 27.631579,
                "for": 0,
                "against": 8.5,
                "inPlay": 19
              },
              {
                "action": "Phone to cancel",
                "verdict": "against the customer",
                "score": 27.631579,
                "for": 0,
                "against": 8.5,
                "inPlay": 19
              },
              {
                "action": "Countdown timer",
                "verdict": "vetoed",
                "score": 6.25,
                "for": 0,
                "against": 21,
                "inPlay": 24
              },
              {
                "action": "Repaint the office",
                "verdict": "silent",
                "score": null,
                "for": 0,
                "against": 0,
                "inPlay": 0
              },
              {
                "action": "Countdown timer",
                "verdict": "vetoed",
                "score": 6.25,
                "for": 0,
                "against": 21,
                "inPlay": 24,
                "notices": [
                  {
                    "code": "line-left-out",
                    "text": "1 line of this action was left out: metod is \\u001b; the verdict does \
          not count it."
                  }
                ]
              }
            ]
          }
          """)
  }

  @Test func shortLeavesOutWhatSaidNothing() {
    let text = JSONReport.action(Self.judgements[0], explain: .short).pretty
    #expect(
      text.hasPrefix(
        """
        {
          "action": "Phone to cancel",
          "verdict": "against the customer",
          "settled": true,
          "reachable": [
            "against the customer"
          ],
          "score": 27.631579,
          "range": {
            "low": 27.631579,
            "high": 27.631579
          },
          "exact": true,
          "for": 0,
          "against": 8.5,
          "inPlay": 19,
          "ofTotal": 38,
          "unheard": 0,
          "share": {
            "against the customer": 1
          },
          "vetoes": [],
          "rules": [
            {
              "rule": "Leaving is as easy as joining",
              "says": "against",
              "open": false,
              "points": -4,
              "tipping": null,
              "facts": [
                {
                  "fact": "effort to leave",
                  "value": "a call",
                  "evidence": "mystery calls in October"
                },
                {
                  "fact": "effort to join",
                  "value": "one step",
                  "evidence": null
                }
              ],
              "because": "they hired us for a job and may hire another tomorrow",
              "source": "Your Customers Don't Actually Belong To You"
            },
        """))
    #expect(!text.contains("Trouble is passed to nobody"))
    let full = JSONReport.action(Self.judgements[0], explain: .full).compact
    for rule in SampleCharter.charter.rules { #expect(full.contains(#""rule":"\#(rule.name)""#)) }
  }

  @Test func tellsWhatWasLeftOutAndWhatMustBeSaid() {
    let text = JSONReport.action(Self.judgements[4]).compact
    #expect(text.contains(#""code":"line-left-out","text":"1 line of this action was left out: "#))
    #expect(text.contains(#"metod is \u001b; the verdict does not count it."#))
    #expect(text.contains(#""code":"must-be-said""#))
    #expect(text.contains(#""location":null"#))
    let placed = JSONReport.action(Self.judgements[0]).compact
    #expect(placed.contains(#""location":{"file":"cancel.advocate","line":3}"#))
  }

  @Test func openFactsHaveNoValue() {
    let text = JSONReport.action(Self.judgements[1]).compact
    #expect(text.contains(#"{"fact":"true as told","value":null,"evidence":null}"#))
    #expect(text.contains(#"{"fact":"gain this quarter","value":"roughly 250,000""#))
    let filled = JSONReport.action(Self.judgements[0]).compact
    #expect(filled.contains(#"{"fact":"true as told","value":"untouched","evidence":null}"#))
  }

  @Test func weights() {
    let phone = JSONReport.action(Self.judgements[0]).compact
    #expect(phone.contains(#""agreement":0.99"#))
    #expect(phone.contains(#""firmness":"firm""#))
    // Leaving at 1.25 turns this one to against the customer.
    let oneStep = JSONReport.action(BruteForce.judge(SampleActions.oneStep), explain: .short)
    #expect(oneStep.compact.contains(#""says":"for","open":false,"points":4,"tipping":1.25,"#))
    #expect(oneStep.compact.contains(#""firmness":"leaning""#))
    let open = JSONReport.action(Self.judgements[1]).compact
    #expect(open.contains(#""firmness":"open""#))
    let vetoed = JSONReport.action(Self.judgements[2]).compact
    #expect(vetoed.contains(#""agreement":1,"firmness":"firm""#))
    #expect(!vetoed.contains(#""tipping":0"#))
    let silent = JSONReport.action(Self.judgements[3]).compact
    #expect(silent.contains(#""agreement":null,"firmness":"none""#))
    for judgement in Self.judgements {
      let shortest = JSONReport.action(judgement, explain: .none).compact
      for key in ["agreement", "firmness", "tipping"] { #expect(!shortest.contains(key)) }
    }
  }

  @Test func everyFirmnessIsInTheSchema() {
    for firmness in Firmness.allCases {
      #expect(JSONReport.schema.contains(#""\#(firmness.rawValue)""#))
    }
  }

  // MARK: The schema

  @Test(arguments: ExplainLevel.allCases) func theSchemaHoldsOfWhatIsWritten(
    explain: ExplainLevel
  ) throws {
    let schema = try SchemaChecker(JSONReport.schema)
    var judgements = Self.judgements
    judgements[1].uncertainty.shares = []
    judgements[1].uncertainty.range = nil
    judgements[1].uncertainty.isExact = false
    let document = JSONReport.document(
      charter: "sample", judgements.map { ($0, nil) }, explain: explain)
    for text in [document.compact, document.pretty] {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(schema.complaints(about: read) == [])
    }
  }

  @Test(arguments: ExplainLevel.allCases) func groupsOfCustomersAreWritten(
    explain: ExplainLevel
  ) throws {
    var plan = Self.judgements[0].action
    var own = plan.statements.removeFirst()
    own.group = "some"
    plan.say(own)
    own.group = "others"
    own.content = .untouched
    plan.say(own)
    let judged = Judge(Self.judgements[0].program).judge(plan)
    let text = JSONReport.document(charter: "sample", [(judged, nil)], explain: explain).compact
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(try SchemaChecker(JSONReport.schema).complaints(about: read) == [])
    let document = try #require(read as? [String: Any])
    let action = try #require((document["actions"] as? [[String: Any]])?.first)
    let groups = try #require(action["groups"] as? [[String: Any]])
    #expect(groups.count == 2)
    #expect(groups.first?["group"] as? String == action["group"] as? String)
    #expect(groups.first?["verdict"] as? String == action["verdict"] as? String)
  }

  @Test func theSchemaRefusesWhatIsNotWritten() throws {
    let schema = try SchemaChecker(JSONReport.schema)
    func complaints(_ json: String) throws -> [String] {
      schema.complaints(about: try JSONSerialization.jsonObject(with: Data(json.utf8)))
    }
    #expect(try complaints(#"{"schema":1,"charter":"c","actions":[]}"#) == [])
    #expect(try complaints(#"{"schema":2,"charter":"c","actions":[]}"#).count == 1)
    #expect(try complaints(#"{"schema":1,"charter":"c"}"#).count == 1)
    #expect(try complaints(#"{"schema":1,"charter":"c","actions":[],"more":1}"#).count == 1)
    let action = #""action":"a","verdict":"v","score":1,"for":0,"against":0,"inPlay":0"#
    #expect(try complaints(#"{"schema":1,"charter":"c","actions":[{\#(action)}]}"#) == [])
    #expect(
      try complaints(#"{"schema":1,"charter":"c","actions":[{\#(action),"settled":true}]}"#).count
        == 13)
    #expect(
      try complaints(
        #"{"schema":1,"charter":"c","actions":[{\#(action),"exact":"yes"}]}"#
      ).count == 1)
  }

  @Test func everyNoticeCodeIsInTheSchema() {
    for code in Notice.Code.allCases {
      #expect(JSONReport.schema.contains(#""\#(code.rawValue)""#))
    }
  }
}
