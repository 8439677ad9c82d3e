/// Which sums are reached without a veto: for each weight in play a row of bits, one a balance.
struct ReachedSums {
  private var lowBalance: Int
  private var balances: Int
  private var weights: Int
  /// How many words a row has.
  private var width: Int
  private var words: [UInt64]
  /// The sums, where they are those of one component.
  private var steps: [(balance: Int, inPlay: Int)] = []

  init(_ outcomes: Outcomes) {
    let sums = outcomes.entries.map(\.sums)
    let low = sums.map(\.balance).min() ?? 0
    self.init(
      lowBalance: low, balances: (sums.map(\.balance).max() ?? 0) - low + 1,
      weights: (sums.map(\.inPlay).max() ?? 0) + 1)
    steps = sums.map { (balance: $0.balance - low, inPlay: $0.inPlay) }
    for step in steps {
      words[step.inPlay * width + step.balance >> 6] |= 1 << UInt64(step.balance & 63)
    }
  }

  private init(lowBalance: Int, balances: Int, weights: Int) {
    self.lowBalance = lowBalance
    self.balances = balances
    self.weights = weights
    width = balances >> 6 + 1
    words = [UInt64](repeating: 0, count: weights * width)
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  private var size: Int { balances * weights }

  /// A measure of the work that it takes to find the sums of all `parts`: how many places of a grid
  /// would be visited one by one.
  static func work(_ parts: [ReachedSums]) -> Int {
    var (balances, weights, work) = (1, 1, 0)
    for part in parts.sorted(by: { $0.size < $1.size }) {
      work += balances * weights * part.steps.count
      balances += part.balances - 1
      weights += part.weights - 1
    }
    return work
  }

  /// The sums of all `parts`, one choice from each.
  static func sum(_ parts: [ReachedSums]) -> ReachedSums {
    var total = ReachedSums(Outcomes.empty)
    for part in parts.sorted(by: { $0.size < $1.size }) { total = total.combined(with: part) }
    return total
  }

  private func combined(with other: ReachedSums) -> ReachedSums {
    var result = ReachedSums(
      lowBalance: lowBalance + other.lowBalance, balances: balances + other.balances - 1,
      weights: weights + other.weights - 1)
    let (wide, narrow) = (result.width, width)
    result.words.withUnsafeMutableBufferPointer { target in
      words.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        for step in other.steps {
          let (skipped, shift) = (step.balance >> 6, UInt64(step.balance & 63))
          // What is shifted out of the last word is nothing: the row was made long enough.
          let carried = shift > 0 ? min(narrow, wide - skipped - 1) : 0
          for weight in 0..<weights {
            let from = source + weight * narrow
            let to = target + (weight + step.inPlay) * wide + skipped
            for place in 0..<narrow { to[place] |= from[place] &<< shift }
            for place in 0..<carried { to[place + 1] |= from[place] &>> (64 - shift) }
          }
        }
      }
    }
    return result
  }

  /// Whether nothing in play is reached.
  var containsNothing: Bool { contains(row: 0, -lowBalance..<1 - lowBalance) }

  /// Whether some score is reached that is at least `low` hundredths and below `high`, where there
  /// are such ends.
  func contains(atLeast low: Int?, below high: Int?) -> Bool {
    (1..<max(1, weights)).contains { inPlay in
      let first = low.map { Self.leastBalance(inPlay, hundredths: $0) - lowBalance } ?? 0
      let end = high.map { Self.leastBalance(inPlay, hundredths: $0) - lowBalance } ?? balances
      return first < end && contains(row: inPlay, first..<end)
    }
  }

  /// The least balance with which a score is at or above an edge.
  private static func leastBalance(_ inPlay: Int, hundredths: Int) -> Int {
    // (5000 - edge) x weight in play + 2500 x balance is not below 0.
    let needed = (hundredths - 5000) * inPlay
    let quotient = needed / 2500
    return needed > 0 && needed % 2500 != 0 ? quotient + 1 : quotient
  }

  private func contains(row: Int, _ places: Range<Int>) -> Bool {
    places.clamped(to: 0..<balances).contains { place in
      words[row * width + place >> 6] >> UInt64(place & 63) & 1 == 1
    }
  }
}
