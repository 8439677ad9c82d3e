/// Sums that a set of rules can come to, and how much of the possible answers leads to each.
struct Outcomes {
  /// What some rules come to together.
  struct Sums: Hashable {
    /// Twice the points for, less twice the points against.
    var balance: Int
    /// The weights in play.
    var inPlay: Int
    /// Whether one of the rules vetoes.
    var isVetoed: Bool

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(
        balance: left.balance + right.balance, inPlay: left.inPlay + right.inPlay,
        isVetoed: left.isVetoed || right.isVetoed)
    }
  }

  /// Each sum that is reached, with its mass, which may be 0.
  private(set) var masses: [Sums: Double]

  /// Nothing can be reached.
  static let none = Outcomes(masses: [:])
  /// Only empty sums are reached.
  static let empty = Outcomes(Sums(balance: 0, inPlay: 0, isVetoed: false))

  init(masses: [Sums: Double]) { self.masses = masses }

  init(_ sums: Sums) { masses = [sums: 1] }

  /// Whether both reach the same sums, whatever the masses.
  func reachesTheSame(as other: Outcomes) -> Bool {
    count == other.count && masses.keys.allSatisfy { other.masses[$0] != nil }
  }

  var isEmpty: Bool { masses.isEmpty }
  var count: Int { masses.count }

  /// Adds what another way of filling in comes to.
  mutating func formUnion(_ other: Outcomes, scaledBy scale: Double = 1) {
    for (sums, mass) in other.masses { masses[sums, default: 0] += mass * scale }
  }

  /// What both come to together, where one does not depend on the other.
  func combined(with other: Outcomes) -> Outcomes {
    if other.count == 1, let only = other.masses.first { return shifted(only.key, only.value) }
    if count == 1, let only = masses.first { return other.shifted(only.key, only.value) }
    var result: [Sums: Double] = [:]
    result.reserveCapacity(count * other.count)
    for (one, mass) in masses {
      for (two, otherMass) in other.masses { result[one + two, default: 0] += mass * otherMass }
    }
    return Outcomes(masses: result)
  }

  private func shifted(_ sums: Sums, _ scale: Double) -> Outcomes {
    if sums == Sums(balance: 0, inPlay: 0, isVetoed: false), scale == 1 { return self }
    var result: [Sums: Double] = [:]
    result.reserveCapacity(count)
    for (own, mass) in masses { result[own + sums, default: 0] += mass * scale }
    return Outcomes(masses: result)
  }
}
