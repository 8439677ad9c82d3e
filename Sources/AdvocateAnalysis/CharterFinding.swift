public import AdvocateCharter
public import AdvocateDiagnostics

/// Something that `check` found in a charter.
public struct CharterFinding: Sendable, Equatable {
  /// What can be found; rules, facts and lines are given by their places.
  public enum Content: Sendable, Equatable {
    /// A rule that says nothing but neutral in any world.
    case ruleNeverSpeaks(rule: Int)
    /// A line that holds in no world.
    case lineNeverHolds(rule: Int, line: Int)
    /// Lines of both sides that hold together, and how many more such pairs the rule has.
    case bothSidesHold(rule: Int, pro: Int, contra: Int, more: Int)
    /// A rule that says the same as an earlier one in every world.
    case rulesSpeakAlike(rule: Int, earlier: Int)
    /// Levels of a fact that no rule tells apart.
    case levelsAlike(fact: Int, levels: [Int])
    /// A number that makes no difference to any rule; `line` is nil for `only when`.
    case thresholdWithoutEffect(fact: Int, number: Number, rule: Int, line: Int?)
    /// A fact that no rule and no other fact reads.
    case factUnread(fact: Int)
    /// A lens in which no rule has a weight.
    case lensWithoutWeight(lens: Int)
    /// A verdict that no action can reach.
    case verdictOutOfReach(band: Int)
    /// A rule that tells more worlds apart than could be looked at; `isSampled` where samples were
    /// looked at and something remained open.
    case ruleTooLarge(rule: Int, isSampled: Bool)
    /// More pairs of rules than could be compared; those from `rule` on were not.
    case tooManyPairs(rule: Int)
    /// Two rules that tell more worlds apart together than could be looked at.
    case pairTooLarge(rule: Int, earlier: Int)
    /// A rule that can speak on one side only.
    case ruleOneSided(rule: Int, isFor: Bool)
  }

  /// What was found.
  public var content: Content
  /// A case that shows it; nil where none can.
  public var witness: CharterCase?
  /// Whether it is about a line of another charter, on which this one builds.
  public var isInherited = false

  /// Creates a finding.
  public init(content: Content, witness: CharterCase? = nil) {
    self.content = content
    self.witness = witness
  }

  /// The kind of finding.
  public var id: DiagnosticID {
    switch content {
    case .ruleNeverSpeaks: DiagnosticID(100, "rule-never-speaks")
    case .lineNeverHolds: DiagnosticID(101, "line-never-holds")
    case .bothSidesHold: DiagnosticID(102, "both-sides-hold")
    case .rulesSpeakAlike: DiagnosticID(103, "rules-speak-alike")
    case .levelsAlike: DiagnosticID(104, "levels-alike")
    case .thresholdWithoutEffect: DiagnosticID(105, "threshold-without-effect")
    case .factUnread: DiagnosticID(106, "fact-unread")
    case .lensWithoutWeight: DiagnosticID(107, "lens-without-weight")
    case .verdictOutOfReach: DiagnosticID(108, "verdict-out-of-reach")
    case .pairTooLarge, .ruleTooLarge, .tooManyPairs: DiagnosticID(109, "too-large-to-check")
    case .ruleOneSided: DiagnosticID(110, "rule-one-sided")
    }
  }

  /// How much it matters: what is only for information, or stands in another charter, is a remark.
  public var severity: Severity {
    if isInherited { return .remark }
    if case .ruleOneSided = content { return .remark }
    return .warning
  }

  /// Every kind of finding of this sort.
  public static let allIDs: [DiagnosticID] = {
    let all: [Content] = [
      .ruleNeverSpeaks(rule: 0), .lineNeverHolds(rule: 0, line: 0),
      .bothSidesHold(rule: 0, pro: 0, contra: 0, more: 0), .rulesSpeakAlike(rule: 0, earlier: 0),
      .levelsAlike(fact: 0, levels: []),
      .thresholdWithoutEffect(fact: 0, number: Number(0), rule: 0, line: nil),
      .factUnread(fact: 0), .lensWithoutWeight(lens: 0), .verdictOutOfReach(band: 0),
      .ruleTooLarge(rule: 0, isSampled: false), .ruleOneSided(rule: 0, isFor: true),
    ]
    return all.map { CharterFinding(content: $0).id }
  }()
}
