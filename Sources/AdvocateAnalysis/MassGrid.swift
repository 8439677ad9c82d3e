import AdvocateEvaluation

/// The masses of outcomes without a veto as a grid of balance by weight in play.
///
/// It serves where an edge lies so oddly that distances from it are many small units.
struct MassGrid {
  private var lowBalance: Int
  private var balances: Int
  private var weights: Int
  private var masses: [Double]

  private init(_ outcomes: Outcomes) {
    let sums = outcomes.entries.map(\.sums)
    let low = sums.map(\.balance).min() ?? 0
    self.init(
      lowBalance: low, balances: (sums.map(\.balance).max() ?? 0) - low + 1,
      weights: (sums.map(\.inPlay).max() ?? 0) + 1)
    for entry in outcomes.entries {
      masses[entry.sums.inPlay * balances + entry.sums.balance - low] += entry.mass
    }
  }

  private init(lowBalance: Int, balances: Int, weights: Int) {
    self.lowBalance = lowBalance
    self.balances = balances
    self.weights = weights
    masses = [Double](repeating: 0, count: balances * weights)
  }

  /// How many places the grid of all `parts` together has.
  static func size(_ parts: [Outcomes]) -> Int {
    var (balances, weights) = (1, 1)
    for part in parts {
      let held = part.entries.map(\.sums.balance)
      balances += (held.max() ?? 0) - (held.min() ?? 0)
      weights += part.entries.map(\.sums.inPlay).max() ?? 0
    }
    return balances * weights
  }

  /// The mass of all `parts` together that lies at or above each of `edges` with something in play.
  static func massesReached(_ parts: [Outcomes], _ edges: [Int]) -> [Double] {
    let grids = parts.map { MassGrid($0) }.sorted { $0.masses.count < $1.masses.count }
    let total = grids.reduce(MassGrid(.empty)) { $0.convolved(with: $1) }
    var reached = [Double](repeating: 0, count: edges.count)
    for (place, mass) in total.masses.enumerated() where mass > 0 && place >= total.balances {
      let score = Score(
        balance: place % total.balances + total.lowBalance, inPlay: place / total.balances)
      for (edge, from) in edges.enumerated() where score.isAtLeast(hundredths: from) {
        reached[edge] += mass
      }
    }
    return reached
  }

  private func convolved(with other: MassGrid) -> MassGrid {
    var result = MassGrid(
      lowBalance: lowBalance + other.lowBalance, balances: balances + other.balances - 1,
      weights: weights + other.weights - 1)
    let wide = result.balances
    result.masses.withUnsafeMutableBufferPointer { target in
      masses.withUnsafeBufferPointer { source in
        for (place, factor) in other.masses.enumerated() where factor > 0 {
          let offset = place / other.balances * wide + place % other.balances
          for weight in 0..<weights {
            let (from, to) = (weight * balances, weight * wide + offset)
            for balance in 0..<balances {
              target[to + balance] += factor * source[from + balance]
            }
          }
        }
      }
    }
    return result
  }
}
