import AdvocateEvaluation

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

    /// What no rules come to.
    static let nothing = Sums(balance: 0, inPlay: 0, isVetoed: false)

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(
        balance: left.balance + right.balance, inPlay: left.inPlay + right.inPlay,
        isVetoed: left.isVetoed || right.isVetoed)
    }
  }

  /// A sum that is reached, and its mass, which may be 0.
  struct Entry {
    var sums: Sums
    var mass: Double
  }

  /// The sums that are reached, each once.
  private(set) var entries: [Entry]

  /// Nothing can be reached.
  static let none = Outcomes(distinct: [])
  /// Only empty sums are reached.
  static let empty = Outcomes(.nothing)

  /// Outcomes of `entries`, whose sums all differ.
  init(distinct entries: [Entry]) { self.entries = entries }

  init(_ sums: Sums, mass: Double = 1) { entries = [Entry(sums: sums, mass: mass)] }

  /// Whether both reach the same sums, whatever the masses.
  func reachesTheSame(as other: Outcomes) -> Bool {
    guard count == other.count else { return false }
    let sums = Set(entries.map(\.sums))
    return other.entries.allSatisfy { sums.contains($0.sums) }
  }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// Those without a veto.
  var unvetoed: Outcomes { Outcomes(distinct: entries.filter { !$0.sums.isVetoed }) }
}

/// Outcomes in the making: equal sums are added up as they come.
struct Gathering {
  /// The most places that are laid out; beyond that sums are looked up.
  private static let mostPlaces = 1 << 19

  private var entries: [Outcomes.Entry] = []
  private let bounds: OutcomeBounds
  /// For each sum that there can be, one more than its place among `entries`, or 0.
  private var places: [Int32]
  private var looked: [Outcomes.Sums: Int] = [:]

  init(_ bounds: OutcomeBounds) {
    self.bounds = bounds
    places = [Int32](repeating: 0, count: bounds.count <= Self.mostPlaces ? bounds.count : 0)
  }

  mutating func add(_ sums: Outcomes.Sums, mass: Double) {
    let known: Int
    if places.isEmpty {
      known = looked[sums] ?? 0
      if known == 0 { looked[sums] = entries.count + 1 }
    } else {
      let place = bounds.place(of: sums)
      known = Int(places[place])
      if known == 0 { places[place] = Int32(entries.count + 1) }
    }
    if known > 0 {
      entries[known - 1].mass += mass
    } else {
      entries.append(Outcomes.Entry(sums: sums, mass: mass))
    }
  }

  /// What was gathered; begins anew.
  mutating func take() -> [Outcomes.Entry] {
    defer { entries = [] }
    if places.isEmpty {
      looked = [:]
    } else {
      for entry in entries { places[bounds.place(of: entry.sums)] = 0 }
    }
    return entries
  }
}

/// Between what some rules can come to.
struct OutcomeBounds {
  private var low = 0
  private var balances = 1
  private var weights = 1

  /// Room for what no rules come to.
  init() {}

  /// Room for one rule.
  init(of sayings: [Saying], weight: Int) { add(sayings, weight: weight) }

  /// How many sums lie within.
  var count: Int { 2 * balances * weights }

  /// Makes room for a rule of `weight` that says one of `sayings`, or is left out.
  mutating func add(_ sayings: [Saying], weight: Int) {
    var (least, most) = (0, 0)
    for saying in sayings {
      least = min(least, saying.halves)
      most = max(most, saying.halves)
    }
    low += least * weight
    balances += (most - least) * weight
    weights += weight
  }

  /// Where `sums` stand among all that lie within.
  func place(of sums: Outcomes.Sums) -> Int {
    2 * (sums.inPlay * balances + sums.balance - low) + (sums.isVetoed ? 1 : 0)
  }
}
