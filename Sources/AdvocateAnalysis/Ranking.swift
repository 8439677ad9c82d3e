import AdvocateCharter
public import AdvocateEvaluation

/// How well an outcome stands among others: a veto below every score, and no score as 50.
public enum Standing: Sendable, Comparable {
  /// Below every score.
  case vetoed
  /// A score; where no rule speaks, 50.
  case score(Score)

  /// Where no rule speaks.
  public static let silent = Standing.score(Score(balance: 0, inPlay: 1))

  /// The order of outcomes, the worse first.
  public static func < (left: Standing, right: Standing) -> Bool {
    switch (left, right) {
    case (.vetoed, .vetoed), (.score, .vetoed): false
    case (.vetoed, .score): true
    case (.score(let one), .score(let other)): one < other
    }
  }
}

extension Judgement {
  /// The standing of the verdict as told.
  public var standing: Standing {
    if verdict == .vetoed { return .vetoed }
    return tally.score.map { .score($0) } ?? .silent
  }

  /// The standing of the worst completion: the lowest that the open answers still allow.
  ///
  /// As exact as `uncertainty.isExact` says; otherwise no completion stands lower than this.
  public var worst: Standing {
    if uncertainty.reachable.contains(.vetoed) { return .vetoed }
    // No completion is vetoed, so that the lowest score is that of one which stands by it.
    guard let low = uncertainty.range?.lowerBound else { return .silent }
    let lowest = Standing.score(low)
    return uncertainty.reachable.contains(.silent) ? min(lowest, .silent) : lowest
  }

  /// Whether it is vetoed, whatever the open answers are.
  public var isVetoedForSure: Bool { uncertainty.reachable == [.vetoed] }
}

/// Actions in the order in which they serve the customers, the best first.
///
/// Settled vetoes come last. Before them the worst completion counts, so that not knowing never
/// helps; then the verdict as told, then fewer points against, then the name, then the order given.
public struct Ranking: Sendable {
  /// The actions in order.
  public let judgements: [Judgement]
  /// The number of actions that are in the race: those that are not vetoed for sure.
  public let inRace: Int

  /// Ranks `judgements`, all by one charter.
  public init(_ judgements: [Judgement]) {
    let ordered = judgements.enumerated().sorted { left, right in
      Self.precedes(left.element, right.element)
        || !Self.precedes(right.element, left.element) && left.offset < right.offset
    }
    self.judgements = ordered.map(\.element)
    inRace = judgements.count { !$0.isVetoedForSure }
  }

  static func precedes(_ left: Judgement, _ right: Judgement) -> Bool {
    if left.isVetoedForSure != right.isVetoedForSure { return right.isVetoedForSure }
    let (worst, otherWorst) = (left.worst, right.worst)
    if worst != otherWorst { return worst > otherWorst }
    let (told, otherTold) = (left.standing, right.standing)
    if told != otherTold { return told > otherTold }
    let (against, otherAgainst) = (left.tally.againstHalves, right.tally.againstHalves)
    if against != otherAgainst { return against < otherAgainst }
    let (name, otherName) = (left.action.name.lowercased(), right.action.name.lowercased())
    return name == otherName ? left.action.name < right.action.name : name < otherName
  }
}
