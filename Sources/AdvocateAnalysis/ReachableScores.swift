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
        for sums in component.masses.keys {
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
      guard let most = component.masses.keys.max(by: { $0.inPlay < $1.inPlay }) else { return nil }
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
    var plain: [PlainOutcomes] = []
    var plainShare = 1.0
    var canVeto = false
    for component in components {
      let unvetoed = component.masses.filter { !$0.key.isVetoed }
      if unvetoed.count < component.masses.count { canVeto = true }
      plain.append(PlainOutcomes(unvetoed))
      plainShare *= unvetoed.values.reduce(0, +)
    }
    let bands = charter.bands
    var reached = [Bool](repeating: false, count: bands.count + 1)
    var shares = [Double](repeating: 0, count: bands.count + 1)
    let isExact = PlainOutcomes.work(plain) <= Self.mostWork
    if !isExact {
      reached = boundedBands()
    } else if plain.allSatisfy({ !$0.isEmpty }) {
      for (balance, inPlay, mass) in PlainOutcomes.sum(plain) {
        let place =
          inPlay == 0
          ? bands.count
          : bands.firstIndex {
            Score(balance: balance, inPlay: inPlay).isAtLeast(hundredths: $0.from)
          } ?? bands.count - 1
        reached[place] = true
        shares[place] += mass
      }
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

  /// The bands between the lowest and the highest score without a veto, and silence where it may
  /// be.
  private func boundedBands() -> [Bool] {
    let unvetoed = components.map { component in
      Outcomes(masses: component.masses.filter { !$0.key.isVetoed })
    }
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
    reached[bands.count] = unvetoed.allSatisfy { $0.masses.keys.contains { $0.inPlay == 0 } }
    return reached
  }
}

/// Outcomes without vetoes as a grid of balance by weight in play.
struct PlainOutcomes {
  private var lowBalance: Int
  private var balances: Int
  private var weights: Int
  private var masses: [Double]
  private var isReached: [Bool]

  init(_ outcomes: [Outcomes.Sums: Double]) {
    lowBalance = outcomes.keys.map(\.balance).min() ?? 0
    balances = (outcomes.keys.map(\.balance).max() ?? 0) - lowBalance + 1
    weights = (outcomes.keys.map(\.inPlay).max() ?? 0) + 1
    masses = [Double](repeating: 0, count: balances * weights)
    isReached = [Bool](repeating: false, count: balances * weights)
    for (sums, mass) in outcomes {
      let place = sums.inPlay * balances + sums.balance - lowBalance
      masses[place] += mass
      isReached[place] = true
    }
  }

  private init(lowBalance: Int, balances: Int, weights: Int) {
    self.lowBalance = lowBalance
    self.balances = balances
    self.weights = weights
    masses = [Double](repeating: 0, count: balances * weights)
    isReached = [Bool](repeating: false, count: balances * weights)
  }

  var isEmpty: Bool { !isReached.contains(true) }

  /// How many places of the grid would be visited to find the sums of all `parts`.
  static func work(_ parts: [PlainOutcomes]) -> Int {
    var (balances, weights, work) = (1, 1, 0)
    for part in parts.sorted(by: { $0.masses.count < $1.masses.count }) {
      work += balances * weights * part.isReached.count(where: \.self)
      balances += part.balances - 1
      weights += part.weights - 1
    }
    return work
  }

  /// The sums of all `parts`, one choice from each, with their masses.
  static func sum(_ parts: [PlainOutcomes]) -> [(balance: Int, inPlay: Int, mass: Double)] {
    let ordered = parts.sorted { $0.masses.count < $1.masses.count }
    var total = PlainOutcomes(
      [Outcomes.Sums(balance: 0, inPlay: 0, isVetoed: false): 1])
    for part in ordered { total = total.convolved(with: part) }
    return total.reached
  }

  private var reached: [(balance: Int, inPlay: Int, mass: Double)] {
    isReached.indices.filter { isReached[$0] }.map {
      (balance: $0 % balances + lowBalance, inPlay: $0 / balances, mass: masses[$0])
    }
  }

  private func convolved(with other: PlainOutcomes) -> PlainOutcomes {
    var result = PlainOutcomes(
      lowBalance: lowBalance + other.lowBalance, balances: balances + other.balances - 1,
      weights: weights + other.weights - 1)
    let steps = other.reached.map { step in
      (offset: step.inPlay * result.balances + step.balance - other.lowBalance, mass: step.mass)
    }
    for weight in 0..<weights {
      for balance in 0..<balances where isReached[weight * balances + balance] {
        let mass = masses[weight * balances + balance]
        let base = weight * result.balances + balance
        for step in steps {
          result.masses[base + step.offset] += mass * step.mass
          result.isReached[base + step.offset] = true
        }
      }
    }
    return result
  }
}
