import AdvocateCharter
import AdvocateEvaluation

/// What independent components come to together: the range, the verdicts, and their shares.
struct ReachableScores {
  let components: [Outcomes]
  let charter: Charter

  /// The highest and the lowest score over all completions that have one; nil where none has.
  var range: ClosedRange<Score>? {
    guard let high = extreme(sign: 1), let low = extreme(sign: -1) else { return nil }
    return low...high
  }

  /// The extreme ratio of balance to weight in play, by W. Dinkelbach's method (Management
  /// Science 13, 1967): exact, since each step is a whole-number comparison.
  private func extreme(sign: Int) -> Score? {
    guard var best = someScore else { return nil }
    while true {
      var balance = 0
      var inPlay = 0
      for component in components {
        var chosen: Outcomes.Sums?
        var value = 0
        for sums in component.entries.lazy.map(\.sums) {
          let own = sign * (sums.balance * best.inPlay - best.balance * sums.inPlay)
          // Among equals the one with more in play, so that a score remains a score.
          if chosen == nil || own > value || (own == value && sums.inPlay > (chosen?.inPlay ?? 0)) {
            chosen = sums
            value = own
          }
        }
        balance += chosen?.balance ?? 0
        inPlay += chosen?.inPlay ?? 0
      }
      guard inPlay > 0 else { return best }
      let next = Score(balance: balance, inPlay: inPlay)
      guard sign > 0 ? next > best : next < best else { return best }
      best = next
    }
  }

  private var someScore: Score? {
    var score = (balance: 0, inPlay: 0)
    for component in components {
      guard let most = component.entries.map(\.sums).max(by: { $0.inPlay < $1.inPlay }) else {
        return nil
      }
      score.balance += most.balance
      score.inPlay += most.inPlay
    }
    return score.inPlay > 0 ? Score(balance: score.balance, inPlay: score.inPlay) : nil
  }

  /// The most places of the grid of sums that are visited for one answer.
  static let mostWork = 1_500_000_000

  /// The verdicts that some completion reaches, bands from the best, then silent, then vetoed, and
  /// the share of each; `isExact` is false where the sums are too many to list, so that all bands
  /// between the lowest and the highest score are given, and no shares.
  func verdicts() -> (reachable: [Verdict], shares: [Double], isExact: Bool) {
    let plain = components.map(\.unvetoed)
    let canVeto = zip(plain, components).contains { $0.count < $1.count }
    let plainShare = plain.reduce(1) { $0 * $1.entries.reduce(0) { $0 + $1.mass } }
    let bands = charter.bands
    var reached = [Bool](repeating: false, count: bands.count + 1)
    var shares = [Double](repeating: 0, count: bands.count + 1)
    let grids = plain.map { ReachedSums($0) }
    let isExact = ReachedSums.work(grids) <= Self.mostWork
    if !isExact {
      reached = boundedBands()
    } else if !grids.contains(where: \.isEmpty) {
      let sums = ReachedSums.sum(grids)
      for place in bands.indices {
        reached[place] = sums.contains(
          atLeast: place == bands.count - 1 ? nil : bands[place].from,
          below: place == 0 ? nil : bands[place - 1].from)
      }
      reached[bands.count] = sums.containsNothing
      shares = self.shares(plain, plainShare, reached)
    }
    var verdicts: [Verdict] = []
    var result: [Double] = []
    for place in reached.indices where reached[place] {
      verdicts.append(place == bands.count ? .silent : .band(place))
      result.append(shares[place])
    }
    if canVeto {
      verdicts.append(.vetoed)
      result.append(max(0, 1 - plainShare))
    }
    return (verdicts, isExact ? result : [], isExact)
  }

  /// The share of each band and of silence, none but what is reached.
  private func shares(_ plain: [Outcomes], _ plainShare: Double, _ reached: [Bool]) -> [Double] {
    let bands = charter.bands
    let silent = plain.reduce(1) { product, component in
      product * component.entries.reduce(0) { $1.sums.inPlay == 0 ? $0 + $1.mass : $0 }
    }
    // Nothing in play lies on every edge at once, so silence is taken out of each.
    let edges = bands.dropLast().map(\.from)
    let size = MassGrid.size(plain)
    let isNarrow = edges.allSatisfy { EdgeSums.length(plain, hundredths: $0) <= size }
    let atLeast =
      isNarrow
      ? edges.map { EdgeSums.massReached(plain, hundredths: $0) - silent }
      : MassGrid.massesReached(plain, edges)
    var shares: [Double] = []
    var above = 0.0
    for (place, upTo) in (atLeast + [plainShare - silent]).enumerated() {
      shares.append(reached[place] ? max(0, upTo - above) : 0)
      above = max(above, upTo)
    }
    return shares + [silent]
  }

  /// The bands between the lowest and the highest score without a veto, and silence where it may
  /// be.
  private func boundedBands() -> [Bool] {
    let unvetoed = components.map(\.unvetoed)
    let bands = charter.bands
    var reached = [Bool](repeating: false, count: bands.count + 1)
    guard unvetoed.allSatisfy({ !$0.isEmpty }) else { return reached }
    let range = ReachableScores(components: unvetoed, charter: charter).range
    for place in bands.indices {
      guard let range else { break }
      let isBelowTop = range.upperBound.isAtLeast(hundredths: bands[place].from)
      let isAboveLow = place == 0 || !range.lowerBound.isAtLeast(hundredths: bands[place - 1].from)
      reached[place] = isBelowTop && isAboveLow
    }
    reached[bands.count] = unvetoed.allSatisfy { $0.entries.contains { $0.sums.inPlay == 0 } }
    return reached
  }
}
