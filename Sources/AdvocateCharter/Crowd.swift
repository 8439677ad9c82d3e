import AdvocateDiagnostics

/// What there can be too much of.
public enum Crowd: String, Sendable, CaseIterable {
  case actions
  case deeds
  case facts
  case families = "families of phrases"
  case groups
  case lenses
  case phrases
  case reasons
  case ruleLines = "lines that say when"
  case rules
  case verdicts

  /// The most that there may be.
  var most: Int {
    switch self {
    case .actions: Limits.mostSessionActions
    case .deeds: Limits.mostDeeds
    case .facts: Limits.mostFacts
    case .groups: Limits.mostGroups
    case .phrases: Limits.mostPhrases
    case .ruleLines: Limits.mostRuleLines
    case .rules: Limits.mostRules
    case .families, .lenses, .reasons, .verdicts: Limits.mostOfCharter
    }
  }

  /// What holds them, at the start of a sentence.
  var owner: String {
    switch self {
    case .actions: "A session"
    case .facts, .families, .lenses, .reasons, .rules, .verdicts: "A charter"
    case .deeds: "A ledger"
    case .groups: "An action"
    case .phrases: "A family of phrases"
    case .ruleLines: "A rule"
    }
  }

  /// What to do instead.
  var cure: StyledText {
    switch self {
    case .actions: "For more, write them in a file:  \(bold: "advocate judge FILE")"
    case .deeds: "Begin another ledger."
    case .facts, .rules: "Part it: one charter for each kind of plan."
    case .families, .lenses, .reasons, .verdicts: "Bring some of them together."
    case .groups: "Bring customers that are touched alike together in one group."
    case .phrases: "Begin another family of phrases."
    case .ruleLines: "Part it into several rules."
    }
  }

  /// Refuses one more where there are `count` already.
  func check(_ count: Int, _ span: SourceSpan) throws(CharterError) {
    if count >= most { throw .tooMany(self, span) }
  }
}
