import AdvocateCharter
import AdvocateEvaluation

/// Which of several actions comes first, over all ways to weigh their rules from 1 to 5, each
/// independently and each value equally likely.
///
/// Verdicts as told are compared: a veto stands below every score, and no score as 50.
public struct WeightingShares: Sendable, Equatable {
  /// How the shares were found.
  public enum Method: Sendable, Equatable {
    /// By counting all weightings.
    case exact
    /// By drawing so many weightings, which start from a seed.
    case sampled(count: Int, seed: UInt64)
  }

  /// The share of weightings under which each action alone comes first.
  public var first: [Double]
  /// The share under which several come first together.
  public var level: Double
  /// The actions that come first, alone or with others, under some weighting, by their places;
  /// where the shares were drawn, those of which the contrary was not shown.
  public var contenders: [Int]
  /// The number of rules that were weighed.
  public var rules: Int
  /// How the shares were found.
  public var method: Method

  /// The weightings that are drawn where they are too many to count.
  public static let drawn = 10_000
  /// Where drawing starts.
  public static let seed: UInt64 = 1

  /// No drawn share is farther from the true one than this, in 19 of 20 draws.
  public static let error = 0.01

  /// Finds the shares for `judgements`, all by one charter.
  public init(of judgements: [Judgement]) {
    let racing = judgements.indices.filter { judgements[$0].verdict != .vetoed }
    let stakes = Stake.all(in: judgements)
    first = [Double](repeating: 0, count: judgements.count)
    level = 0
    rules = stakes.count
    method = .exact
    guard racing.count > 1 else {
      contenders = racing.isEmpty ? Array(judgements.indices) : racing
      if let only = contenders.first, contenders.count == 1 {
        first[only] = 1
      } else {
        level = 1
      }
      return
    }
    var left = racing
    var pair: WeightedPair?
    for one in racing {
      for other in racing where other > one && left.contains(one) && left.contains(other) {
        pair = WeightedPair(one, other, stakes)
        guard let pair else { continue }
        if pair.first == 0 && pair.level == 0 { left.removeAll { $0 == one } }
        if pair.second == 0 && pair.level == 0 { left.removeAll { $0 == other } }
      }
    }
    contenders = left
    if left.count == 1 {
      first[left[0]] = 1
    } else if left.count == 2, let pair = WeightedPair(left[0], left[1], stakes) {
      first[left[0]] = pair.share(pair.first)
      first[left[1]] = pair.share(pair.second)
      level = pair.share(pair.level)
    } else {
      count(stakes)
    }
  }

  /// Counts or draws weightings, for more than two contenders.
  private mutating func count(_ stakes: [Stake]) {
    var won = [Int](repeating: 0, count: first.count)
    var tied = 0
    func tell(_ weights: [Int]) {
      let best = winners(stakes, weights)
      if best.count == 1 { won[best[0]] += 1 } else { tied += 1 }
    }
    var total = Self.drawn
    if stakes.count <= 6 {
      total = stakes.reduce(1) { total, _ in total * 5 }
      MixedRadix.forEach(stakes.map { _ in 5 }) { choice in tell(choice.map { $0 + 1 }) }
    } else {
      var numbers = SeededNumbers(seed: Self.seed)
      for _ in 0..<total { tell(stakes.map { _ in numbers.below(5) + 1 }) }
      method = .sampled(count: total, seed: Self.seed)
    }
    first = won.map { Double($0) / Double(total) }
    level = Double(tied) / Double(total)
  }

  private func winners(_ stakes: [Stake], _ weights: [Int]) -> [Int] {
    var best: [Int] = []
    var bestScore = Score(balance: 0, inPlay: 1)
    for action in contenders {
      var balance = 0
      var inPlay = 0
      for (stake, weight) in zip(stakes, weights) where stake.inPlay[action] {
        balance += stake.halves[action] * weight
        inPlay += weight
      }
      let score = Score(balance: balance, inPlay: max(inPlay, 1))
      if best.isEmpty || score > bestScore {
        best = [action]
        bestScore = score
      } else if score == bestScore {
        best.append(action)
      }
    }
    return best
  }
}

/// What one rule brings to each of several actions, for each point of its weight.
struct Stake: Comparable {
  /// The halves of a point that it brings.
  var halves: [Int]
  /// Whether it is in play.
  var inPlay: [Bool]

  /// The stakes of the rules with a weight that are in play in any of `judgements`, in an order
  /// that does not depend on that of the rules.
  static func all(in judgements: [Judgement]) -> [Stake] {
    guard let program = judgements.first?.program else { return [] }
    return program.usedRules.filter { rule in
      program.charter.rules[rule].weight > 0
        && judgements.contains { $0.sayings[rule] != .notInPlay }
    }.map { rule in
      Stake(
        halves: judgements.map { $0.sayings[rule].halves },
        inPlay: judgements.map { $0.sayings[rule] != .notInPlay })
    }.sorted()
  }

  private var key: [Int] { halves + inPlay.map { $0 ? 1 : 0 } }

  static func < (left: Stake, right: Stake) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }
}

/// The weightings under which the one and the other of two actions comes first, counted exactly.
struct WeightedPair {
  private(set) var first: UInt128 = 0
  private(set) var second: UInt128 = 0
  private(set) var level: UInt128 = 0
  private var steps = 0

  /// The most states that counting may pass through.
  private static let mostSteps = 3_000_000

  /// Sums that some rules come to: those of both balances and of the weights in play, where a
  /// weight counts for both actions, or for the one that the rules are in play for.
  private struct Sums: Hashable {
    var left = 0
    var right = 0
    var inPlay = 0
  }

  /// Counts for the actions at `one` and `other`; nil where that takes too many steps.
  init?(_ one: Int, _ other: Int, _ stakes: [Stake]) {
    let stakes = stakes.filter { $0.inPlay[one] || $0.inPlay[other] }
    // All weightings together must fit the counters.
    guard stakes.count <= 55 else { return nil }
    let isOneSilent = !stakes.contains { $0.inPlay[one] }
    let isOtherSilent = !stakes.contains { $0.inPlay[other] }
    let both = stakes.filter { $0.inPlay[one] && $0.inPlay[other] }
    let isSimple = both.count == stakes.count || isOneSilent || isOtherSilent
    func ways(_ stakes: [Stake]) -> [Sums: UInt128]? {
      var states: [Sums: UInt128] = [Sums(): 1]
      for stake in stakes {
        let (left, right) = (stake.halves[one], stake.halves[other])
        var next: [Sums: UInt128] = [:]
        for (sums, count) in states {
          for weight in 1...5 {
            // With the same weights in play, only the difference of the balances matters.
            let to =
              isSimple
              ? Sums(left: sums.left + (left - right) * weight)
              : Sums(
                left: sums.left + left * weight, right: sums.right + right * weight,
                inPlay: sums.inPlay + weight)
            next[to, default: 0] += count
          }
        }
        states = next
        steps += states.count
        if steps > Self.mostSteps / 10 || Interruption.isRequested { return nil }
      }
      return states
    }
    guard let common = ways(isSimple ? stakes : both),
      let left = ways(isSimple ? [] : stakes.filter { !$0.inPlay[other] }),
      let right = ways(isSimple ? [] : stakes.filter { !$0.inPlay[one] }),
      Double(common.count) * Double(left.count) * Double(right.count) <= Double(Self.mostSteps)
    else { return nil }
    for (sums, count) in common {
      for (own, ownCount) in left {
        for (others, otherCount) in right {
          let balance = sums.left + own.left
          let otherBalance = sums.right + others.right
          let inPlay = isSimple ? 1 : sums.inPlay + own.inPlay
          let otherInPlay = isSimple ? 1 : sums.inPlay + others.inPlay
          let ways = count * ownCount * otherCount
          switch balance * otherInPlay - otherBalance * inPlay {
          case 0: level += ways
          case ..<0: second += ways
          default: first += ways
          }
        }
      }
    }
  }

  /// `ways` as a share of all.
  func share(_ ways: UInt128) -> Double { Double(ways) / Double(first + second + level) }
}
