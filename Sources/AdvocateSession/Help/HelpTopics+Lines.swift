import AdvocateSyntax

/// The topics of the lines inside subjects, and of the words that join their pieces.
///
/// The forms and examples are those that `forms` shows.
extension HelpTopics {
  static let lines: [HelpTopic] =
    [
      line(.fact, "asks", "The question that the fact answers; `ask` and Tab show it."),
      line(.fact, "scale", "Levels from low to high, so that tests may say at least or at most."),
      line(.fact, "one of", "Levels without an order, of which one holds."),
      line(.fact, "any of", "Levels of which several may hold; a line lists them after commas."),
      line(.fact, "yes-no", "The fact is yes or no."),
      line(.fact, "number of", "A number, never below 0, and what it counts."),
      line(.fact, "money", "An amount in the charter's currency; with a minus it is a cost."),
      line(.fact, "percent", "A share of a hundred, written with its sign."),
      line(.fact, "text", "Free text to the end of the line. No rule tests it."),
      line(
        .fact, "computed",
        """
        Worked out from other facts with + - * / and round brackets between blanks; nobody says it.
        """),
      line(.fact, "counts", "How often phrases stand in a text; nobody says it."),
      line(
        .fact, "kind",
        """
        Whether it is done (deed), follows (outcome), is thought (view) or simply is so (given).
        """),
      line(.fact, "first", "The question comes before others that decide as much."),
      line(.fact, "must be said", "A verdict without this fact says that it is missing."),
      line(.fact, "means", "What a level looks like in practice, so that two people choose alike."),
      line(.charter, "currency", "The code of the currency that amounts are in."),
      line(
        .phrases, "says", "One phrase to listen for; capitals do not count.", or: ["phrase"]),
      line(.phrases, "instead", "A better wording, which `mirror` shows beside what it finds."),
      line(.rule, "only when", "Where this does not hold, the rule has nothing to say."),
      line(.rule, "for when", "Where this holds, the rule speaks for the action.", or: ["for"]),
      line(
        .rule, "against when", "Where this holds, the rule speaks against the action.",
        or: ["against"]),
      line(.rule, "leans for when", "Where this holds, it speaks for, with half its points."),
      line(
        .rule, "leans against when", "Where this holds, it speaks against, with half its points."),
      line(.rule, "veto when", "Where this holds, no score can save the action."),
      line(.rule, "source", "Where the idea of the rule comes from."),
      line(.expect, "verdict is", "The verdict that has to come out."),
      line(.expect, "score is", "The score has to lie between the two.", or: ["score is from"]),
      line(.expect, "neutral", "The rule has to say neither."),
      line(.expect, "vetoed by", "The rule has to veto."),
      line(.expect, "better than", "It has to come out better than the other action."),
      line(.expect, "worse than", "It has to come out worse than the other action."),
      line(.ledger, "starts at", "What the ledger holds at its beginning."),
      line(.ledger, "good", "How soon what was good fades: to half every so many days, or never."),
      line(.ledger, "bad", "How soon what was bad fades: to half every so many days, or never."),
      line(.ledger, "on", "An action on its day. A ledger has dates or days, not both."),
      line(.action, "note", "A remark. It stays with its subject and changes no verdict."),
      eachCustomer,
    ] + joiningWords

  /// The topic of the lines of `kind` that begin with `name`.
  private static func line(
    _ kind: SubjectKind, _ name: String, _ text: String, or otherNames: [String] = []
  ) -> HelpTopic {
    let forms = LineForms.forms(of: kind)
    let own = forms.filter { $0.form == name || $0.form.hasPrefix(name + " ") }
    // Levels are named before they are told of.
    let needed = name == "means" ? forms.filter { $0.form.hasPrefix("scale ") } : []
    let lines =
      LineForms.setting(of: kind) + forms.prefix(1).map(\.example)
      + (needed + own.prefix(1)).map { "  " + $0.example }
    return HelpTopic(
      name, or: otherNames, forms: own.map { .init($0.form, "in a \(kind.rawValue)") }, text,
      example: lines.joined(separator: "\n"))
  }

  private static let joiningWords: [HelpTopic] = [
    HelpTopic(
      "tests",
      or: ["test", "when", "is", "is not", "not", "at least", "at most", "more than", "less than"],
      forms: RelationSyntax.allCases.map { .init("FACT \($0.rawValue) VALUE", gloss(of: $0)) },
      """
      Tests stand behind `when`. Another fact of the same kind may stand in place of the value. \
      What is unsaid or untouched passes no test.
      """,
      example: """
        rule Leaving is as easy as joining
          against when effort to leave is more than effort to join
        """),
    HelpTopic(
      "and", or: ["or"],
      forms: [.init("TEST and TEST", "both have to hold")],
      """
      There is no "or" inside a line: with "and" it could be heard two ways. Each alternative \
      gets a line of its own, and one of them is enough.
      """,
      example: """
        rule Our gain beside theirs
          against when gain this quarter is more than 0 and effort to leave is a call
          against when gain this quarter is more than 0 and effort to leave is a struggle
        """),
    HelpTopic(
      "between", or: ["range", "ranges"],
      forms: [.init("FACT is between VALUE and VALUE", "from one to another, both counted in")],
      "Inside an action it says how far a fact is known; in a test it holds for all in between.",
      example: """
        action Phone to cancel
          effort to leave is between a form and a struggle
          years they stay is between 2 and 4
        """),
    HelpTopic(
      "roughly", or: ["numbers", "number"],
      forms: [.init("FACT is roughly NUMBER", "from 80% to 125% of it")],
      """
      Numbers may be short: 250k is 250,000, and 2m is 2,000,000. Percentages carry their sign.
      """,
      example: """
        action Phone to cancel
          gain this quarter is roughly 250k
        """),
    HelpTopic(
      "includes", or: ["include", "does not include"],
      forms: [
        .init("FACT includes LEVEL", "this level holds, alone or with others"),
        .init("FACT does not include LEVEL", "this level is not among them"),
      ],
      "For facts of which several levels may hold at once.",
      example: """
        rule No weakness exploited
          against when weakness used includes fear
        """),
  ]

  private static func gloss(of relation: RelationSyntax) -> String {
    LineOutliner.gloss(of: relation)
  }
}
