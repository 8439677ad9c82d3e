import AdvocateCharter
public import AdvocateEvaluation

/// A decision judged anew, by another charter than the one of its day.
public struct DecisionReplay: Sendable {
  /// What made the verdict turn.
  public enum Cause: Sendable, Equatable {
    /// A rule of this name says something else now; nil where it is not there.
    case rule(String, before: Saying?, after: Saying?)
    /// A rule of this name says the same, and weighs otherwise.
    case weight(String, before: Int, after: Int)
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
    let direction = direction(from: before, to: now)
    let names = now.charter.rules.map(\.name) + before.charter.rules.map(\.name)
    var seen: Set<String> = []
    var best: (name: String, push: Double)?
    for name in names where seen.insert(name.lowercased()).inserted {
      let (one, other) = (old[name.lowercased()], new[name.lowercased()])
      // A rule that was not in play and is not counts for nothing.
      guard one != other, (one?.isInPlay ?? false) || (other?.isInPlay ?? false) else { continue }
      let push = push(one, other, in: direction == nil ? nil : before.tally)
      // What pushed the other way made nothing turn.
      guard direction.map({ $0 * push > 0 }) ?? true else { continue }
      if best.map({ abs(push) > abs($0.push) }) ?? true { best = (name, push) }
    }
    if let best {
      let (one, other) = (old[best.name.lowercased()], new[best.name.lowercased()])
      if let one, let other, one.saying == other.saying {
        return .weight(best.name, before: one.weight, after: other.weight)
      }
      return .rule(best.name, before: one?.saying, after: other?.saying)
    }
    return before.charter.bands == now.charter.bands ? .weights : .bands
  }

  /// 1 where the verdict is better now, -1 where it is worse; nil where one of the two is silent or
  /// they are on a par.
  private static func direction(from before: Judgement, to now: Judgement) -> Double? {
    func height(_ judgement: Judgement) -> Double? {
      switch judgement.verdict {
      case .silent: nil
      case .vetoed: -1
      case .band(let place): 1 - Double(place) / Double(max(1, judgement.charter.bands.count - 1))
      }
    }
    guard let one = height(before), let other = height(now), one != other else { return nil }
    return other > one ? 1 : -1
  }

  /// How far the score would have moved if this rule alone had changed, above 0 for the better;
  /// without a tally how far its points moved.
  private static func push(_ one: Said?, _ other: Said?, in tally: Tally?) -> Double {
    // A veto that comes or goes turns a verdict whatever all others say.
    let vetoed = one?.saying == .veto
    if vetoed != (other?.saying == .veto) { return vetoed ? .infinity : -.infinity }
    let points = (other?.points ?? 0) - (one?.points ?? 0)
    guard let tally else { return Double(points) }
    func share(_ balance: Int, of inPlay: Int) -> Double {
      inPlay > 0 ? Double(balance) / Double(inPlay) : 0
    }
    let inPlay = (other?.inPlay ?? 0) - (one?.inPlay ?? 0)
    return share(tally.balance + points, of: tally.inPlay + inPlay)
      - share(tally.balance, of: tally.inPlay)
  }

  /// What a rule says, and what it weighs.
  private struct Said: Equatable {
    var saying: Saying
    var weight: Int

    var isInPlay: Bool { saying != .notInPlay }
    /// The points that it brings, in halves.
    var points: Int { saying.halves * weight }
    /// What it adds to the weight in play.
    var inPlay: Int { isInPlay ? weight : 0 }
  }

  /// What each rule in use says, by the rule's name.
  private static func said(_ judgement: Judgement) -> [String: Said] {
    Dictionary(
      judgement.program.usedRules.map { rule in
        (
          judgement.charter.rules[rule].name.lowercased(),
          Said(saying: judgement.sayings[rule], weight: judgement.program.rules[rule].weight)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
