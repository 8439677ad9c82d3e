/// Whether some completion fulfils several conditions at once.
///
/// Variables are eliminated one by one, as by R. Dechter (Artificial Intelligence 113, 1999), with
/// truth values in place of sums.
struct Possibility {
  /// A condition on some variables: which of their joint cells fulfil it, in mixed radix.
  struct Condition {
    var variables: [Int]
    var sizes: [Int]
    var holds: [Bool]
  }

  private var conditions: [Condition]
  private let most: Int

  /// Whether all `conditions` can be fulfilled together; nil where that takes tables of more than
  /// `most` cells.
  static func exists(_ conditions: [Condition], most: Int) -> Bool? {
    var possibility = Possibility(conditions: conditions, most: most)
    return possibility.solve()
  }

  private mutating func solve() -> Bool? {
    while let next = cheapest {
      guard eliminate(next) else { return nil }
    }
    return conditions.allSatisfy { $0.holds.first ?? false }
  }

  private var cheapest: Int? {
    let variables = Set(conditions.flatMap(\.variables)).sorted()
    return variables.min { cost($0) < cost($1) }
  }

  private func scope(_ variable: Int) -> [Int: Int] {
    var sizes: [Int: Int] = [:]
    for condition in conditions where condition.variables.contains(variable) {
      for (member, size) in zip(condition.variables, condition.sizes) { sizes[member] = size }
    }
    return sizes
  }

  private func cost(_ variable: Int) -> Double {
    scope(variable).values.reduce(1.0) { $0 * Double($1) }
  }

  private mutating func eliminate(_ variable: Int) -> Bool {
    let sizeOf = scope(variable)
    let rest = sizeOf.keys.filter { $0 != variable }.sorted()
    let sizes = rest.map { sizeOf[$0] ?? 1 }
    let own = sizeOf[variable] ?? 1
    guard cost(variable) <= Double(most) else { return false }
    let touching = conditions.filter { $0.variables.contains(variable) }
    conditions.removeAll { $0.variables.contains(variable) }
    let places = touching.map { $0.variables.map { rest.firstIndex(of: $0) } }
    var holds: [Bool] = []
    MixedRadix.forEach(sizes) { choice in
      holds.append(
        (0..<own).contains { cell in
          zip(touching, places).allSatisfy { condition, places in
            let index = zip(places, condition.sizes).reduce(0) { index, next in
              index * next.1 + (next.0.map { choice[$0] } ?? cell)
            }
            return condition.holds[index]
          }
        })
    }
    conditions.append(Condition(variables: rest, sizes: sizes, holds: holds))
    return true
  }
}
