import AdvocateCharter
public import AdvocateEvaluation

/// A decision judged anew, by another charter than the one of its day.
public struct DecisionReplay: Sendable {
  /// What made the verdict turn.
  public enum Cause: Sendable, Equatable {
    /// A rule of this name says something else now; nil where it is not there.
    case rule(String, before: Saying?, after: Saying?)
    /// The rules say the same, and the verdicts begin at other scores.
    case bands
    /// The rules say the same, and weigh otherwise.
    case weights
    /// The charter of its day cannot be read any more.
    case unknown
  }

  /// The decision.
  public var decision: Decision
  /// What the charter at hand says of its action.
  public var now: Judgement
  /// How many of its lines do not fit the charter at hand.
  public var lost: Int
  /// What made the verdict turn; nil where it did not.
  public var cause: Cause?

  /// Whether the verdict is another than the one that was told.
  public var hasTurned: Bool { cause != nil }

  /// Sets what was told of a decision beside what is told now.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - now: what the charter at hand says of its action.
  ///   - before: what the charter of its day says of it; nil where that cannot be read any more.
  ///   - lost: how many of its lines do not fit the charter at hand.
  public init(_ decision: Decision, now: Judgement, before: Judgement?, lost: Int) {
    (self.decision, self.now, self.lost) = (decision, now, lost)
    guard now.verdictWord != decision.told.verdict else { return }
    cause = before.map { Self.cause(from: $0, to: now) } ?? .unknown
  }

  private static func cause(from before: Judgement, to now: Judgement) -> Cause {
    let (old, new) = (said(before), said(now))
    let names = now.charter.rules.map(\.name) + before.charter.rules.map(\.name)
    var seen: Set<String> = []
    var best: (name: String, size: Int)?
    for name in names where seen.insert(name.lowercased()).inserted {
      let (one, other) = (old[name.lowercased()], new[name.lowercased()])
      guard one?.saying != other?.saying || one?.halves != other?.halves else { continue }
      // A veto that comes or goes turns a verdict whatever all others say.
      let isVeto = (one?.saying == .veto) != (other?.saying == .veto)
      let size = isVeto ? Int.max : abs((one?.halves ?? 0) - (other?.halves ?? 0))
      if best.map({ size > $0.size }) ?? true { best = (name, size) }
    }
    if let best {
      let key = best.name.lowercased()
      return .rule(best.name, before: old[key]?.saying, after: new[key]?.saying)
    }
    return before.charter.bands == now.charter.bands ? .weights : .bands
  }

  /// What each rule in use says, and the points that it brings, by the rule's name.
  private static func said(_ judgement: Judgement) -> [String: (saying: Saying, halves: Int)] {
    Dictionary(
      judgement.program.usedRules.map { rule in
        (
          judgement.charter.rules[rule].name.lowercased(),
          (judgement.sayings[rule], judgement.halfPoints(ofRule: rule))
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
