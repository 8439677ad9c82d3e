import AdvocateCharter
import AdvocateEvaluation

/// How much a verdict as told agrees with itself when its rules are weighed otherwise.
public struct Agreement: Sendable, Equatable {
  /// The share of the ways to weigh the rules under which the verdict stays; with an error below
  /// 1e-12 for up to 200 rules, and of two roundings of the last digit for up to 22.
  public let share: Double
  /// Whether the verdict stays in every way, which is decided exactly.
  public let isUnanimous: Bool
  /// How many rules are weighed.
  public let ruleCount: Int

  /// Creates an agreement.
  public init(share: Double, isUnanimous: Bool, ruleCount: Int) {
    self.share = share
    self.isUnanimous = isUnanimous
    self.ruleCount = ruleCount
  }
}

extension Judgement {
  /// The share of all ways to weigh the rules in play from 1 to 5, each by itself and each weight
  /// equally likely, under which the verdict as told stays.
  ///
  /// A veto holds whatever the weights; nil where no rule speaks. Rules that weigh 0 only veto and
  /// are not weighed.
  ///
  /// Complexity: a few convolutions as long as the sums of the rules of one saying, for at most
  /// two edges; the rules of one saying are alike, so that only the sum of their weights counts.
  public var agreement: Agreement? {
    let ruleCount = weighedRules.count
    switch verdict {
    case .silent: return nil
    case .vetoed: return Agreement(share: 1, isUnanimous: true, ruleCount: ruleCount)
    case .band: break
    }
    let ways = WaysToWeigh(self)
    let (lower, upper) = edges
    if lower.map(ways.isAlways) ?? true, upper.map(ways.isNever) ?? true {
      return Agreement(share: 1, isUnanimous: true, ruleCount: ruleCount)
    }
    let reached = lower.map(ways.share) ?? 1
    let exceeded = upper.map(ways.share) ?? 0
    // The weights as they are keep the verdict and others do not: neither end is reached.
    let share = min(max(reached - exceeded, Double.leastNonzeroMagnitude), 1.0.nextDown)
    return Agreement(share: share, isUnanimous: false, ruleCount: ruleCount)
  }
}

/// The rules in play by what they say, each weighed from 1 to 5.
struct WaysToWeigh {
  /// One saying, its halves, and the sums that the weights of its rules come to.
  private struct Group {
    var halves: Int
    var count: Int
    var sums: WeightSums
  }

  private let groups: [Group]

  init(_ judgement: Judgement) {
    var counts = [Int](repeating: 0, count: 5)
    for rule in judgement.weighedRules { counts[judgement.sayings[rule].halves + 2] += 1 }
    groups = counts.indices.filter { counts[$0] > 0 }.map {
      Group(halves: $0 - 2, count: counts[$0], sums: WeightSums.of(counts[$0]))
    }
  }

  /// Whether every way reaches `edge`.
  func isAlways(_ edge: BandEdge) -> Bool {
    groups.reduce(0) { sum, group in
      let pull = edge.pull(halves: group.halves)
      return sum + group.count * (pull < 0 ? 5 * pull : pull)
    } >= 0
  }

  /// Whether no way reaches `edge`.
  func isNever(_ edge: BandEdge) -> Bool {
    groups.reduce(0) { sum, group in
      let pull = edge.pull(halves: group.halves)
      return sum + group.count * (pull > 0 ? 5 * pull : pull)
    } < 0
  }

  /// The share of the ways that reach `edge`: those in which what pulls up is at least as strong
  /// as what pulls down.
  func share(reaching edge: BandEdge) -> Double {
    let pulls = groups.map { edge.pull(halves: $0.halves) }
    let unit = pulls.reduce(0) { Self.greatestCommonDivisor($0, abs($1)) }
    guard unit > 0 else { return 1 }
    var (up, down) = (WeightSums.none, WeightSums.none)
    for (group, pull) in zip(groups, pulls) {
      if pull > 0 {
        up = up.adding(group.sums, times: pull / unit)
      } else if pull < 0 {
        down = down.adding(group.sums, times: -pull / unit)
      }
    }
    return up.share(atLeast: down)
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
  }
}
