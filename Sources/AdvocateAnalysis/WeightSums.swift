/// In how many ways some weights, each from 1 to 5, come to each sum: relative counts.
///
/// Counts are floating point, scaled by powers of two, and only ever added and multiplied: they
/// are exact as long as they stay below 2^53, which is up to 22 weights. Beyond that each addition
/// adds a relative error of at most 2^-53; a count has no more additions than there are counts of
/// weights of one kind, and long sums are compensated. What is below 1e-20 of the greatest count is
/// left out, so that the length grows with the root of the number of weights only.
struct WeightSums: Sendable {
  /// The sum that the first count belongs to.
  private(set) var start: Int
  /// The counts of successive sums.
  private(set) var counts: [Double]

  /// The sums of no weight.
  static let none = WeightSums(start: 0, counts: [1])

  private static let one = WeightSums(start: 1, counts: [1, 1, 1, 1, 1])

  /// The sums of `number` weights, by doubling.
  static func of(_ number: Int) -> WeightSums {
    guard number > 0 else { return .none }
    let half = of(number / 2)
    let even = half.adding(half, times: 1)
    return number % 2 == 0 ? even : even.adding(.one, times: 1)
  }

  /// The sums of what is here and `factor`, above 0, times what is there.
  func adding(_ other: WeightSums, times factor: Int) -> WeightSums {
    var sums = [Double](repeating: 0, count: counts.count + (other.counts.count - 1) * factor)
    for (place, count) in counts.enumerated() where count > 0 {
      var target = place
      for factored in other.counts {
        sums[target] += count * factored
        target += factor
      }
    }
    return WeightSums(start: start + other.start * factor, counts: sums).scaled
  }

  /// All counts together.
  private var total: Double {
    var total = CompensatedSum()
    for count in counts where count > 0 { total.add(count) }
    return total.value
  }

  /// The same with the greatest count from 1 to 2, without what is too small to be felt.
  private var scaled: WeightSums {
    let greatest = counts.max() ?? 1
    let scale = Double(sign: .plus, exponent: -greatest.exponent, significand: 1)
    let least = greatest * 1e-20
    guard let first = counts.firstIndex(where: { $0 > least }),
      let last = counts.lastIndex(where: { $0 > least })
    else { return self }
    return WeightSums(start: start + first, counts: counts[first...last].map { $0 * scale })
  }

  /// The share of all pairs of a sum here and one there in which the one here is not below.
  func share(atLeast other: WeightSums) -> Double {
    var reached = CompensatedSum()
    var below = CompensatedSum()
    var next = 0
    for (place, count) in counts.enumerated() where count > 0 {
      let sum = start + place
      while next < other.counts.count, other.start + next <= sum {
        below.add(other.counts[next])
        next += 1
      }
      reached.add(count * below.value)
    }
    return reached.value / (total * other.total)
  }
}

/// A sum of many numbers, none below 0, whose error does not grow with how many there are.
///
/// Kahan, "Further remarks on reducing truncation errors", Communications of the ACM 8, 1965.
private struct CompensatedSum {
  private(set) var value = 0.0
  private var excess = 0.0

  mutating func add(_ number: Double) {
    let addend = number - excess
    let sum = value + addend
    excess = (sum - value) - addend
    value = sum
  }
}
