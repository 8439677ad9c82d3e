import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// What two cases say: the same of all facts but one.
struct TwinPair {
  var rule: Int
  /// What the one says, by the places of the facts.
  var one: [Int: Value]
  /// The fact that differs.
  var fact: Int
  /// What the other says of it.
  var other: Value
  /// How many values lie between the two.
  var distance: Int

  /// What the other says.
  var two: [Int: Value] { one.merging([fact: other]) { $1 } }

  /// The facts of both, in the order of the charter.
  var facts: [Int] { one.keys.sorted() }

  mutating func swap() {
    guard let value = one[fact] else { return }
    (one[fact], other) = (other, value)
  }

  /// A case that says `values` and touches nothing else.
  static func action(_ name: String, _ values: [Int: Value]) -> Action {
    var action = Action(name: name, location: SourceLocation())
    action.restIsUntouched = true
    action.statements = values.sorted { $0.key < $1.key }.map { fact, value in
      Statement(fact: fact, content: .value(value), evidence: nil, location: SourceLocation())
    }
    return action
  }
}

/// The cases that one rule tells apart, by what they say of its facts.
struct TwinCells {
  /// The cases by their length: a line counts one, and each further value on it one more.
  private(set) var cases: [Int: [[Int: Value]]] = [:]
  /// The values that a fact has in some case, in their order.
  private var values: [Int: [Value]] = [:]

  /// Finds the cases of the rule at `rule`; nil where there are too many.
  init?(_ rule: Int, _ charter: Charter, _ budget: AnalysisBudget) {
    var own = charter
    own.rules = [charter.rules[rule]]
    var budget = budget
    budget.table = min(budget.table, 20_000)
    guard let worlds = RuleWorlds(Program(own), budget: budget) else { return nil }
    var seen: Set<[Int: Value]> = []
    worlds.forEach { _, world in
      var said: [Int: Value] = [:]
      for (fact, reading) in world.enumerated() {
        guard charter.facts[fact].kind?.isSaid == true, case .value(let value) = reading else {
          continue
        }
        if case .text = value {
          said[fact] = .text(CharterCase.text(fact, world, charter))
        } else {
          said[fact] = value
        }
      }
      if !said.isEmpty, seen.insert(said).inserted {
        cases[said.values.reduce(0) { $0 + Self.length($1) }, default: []].append(said)
      }
      return !Interruption.isRequested
    }
    for said in seen { for (fact, value) in said { values[fact, default: []].append(value) } }
    values = values.mapValues { Set($0).sorted(by: Self.isBefore) }
  }

  /// The same cases with numbers that people would say, where several numbers hang together; nil
  /// where there are no such numbers.
  ///
  /// Numbers that only tell cases apart, such as a thousandth of a customer, are no case at all.
  func typical(_ rule: Int, _ program: Program) -> TwinCells? {
    let charter = program.charter
    let numbers = values.keys.sorted().filter { charter.facts[$0].kind?.isNumeric == true }
    guard numbers.count > 1 else { return nil }
    let compared = Set(program.factsOfRule[rule])
    var grid: [[Int: Value]] = [[:]]
    for fact in numbers {
      let sizes = Self.sizes(charter.facts[fact].kind, isCompared: compared.contains(fact))
      grid = grid.flatMap { said in sizes.map { said.merging([fact: .number($0)]) { $1 } } }
      guard grid.count <= Self.mostTypical else { return nil }
    }
    let all = cases.values.flatMap(\.self).map { said in
      said.filter { charter.facts[$0.key].kind?.isNumeric != true }
    }
    var typical = self
    typical.cases = [:]
    for rest in Set(all).sorted(by: { Self.isBefore($0, $1) }) {
      for said in grid {
        let whole = rest.merging(said) { $1 }
        let length = whole.values.reduce(0) { $0 + Self.length($1) }
        typical.cases[length, default: []].append(whole)
      }
    }
    for fact in numbers {
      typical.values[fact] = Set(grid.compactMap { $0[fact] }).sorted(by: Self.isBefore)
    }
    return typical
  }

  /// The most cases with typical numbers.
  private static let mostTypical = 4000

  /// Numbers that people would say of a fact; `isCompared` where a rule looks at it directly, and
  /// not only at what follows from it.
  private static func sizes(_ kind: FactKind?, isCompared: Bool) -> [Number] {
    switch kind {
    case .money:
      (isCompared ? [-100_000, -10_000, 10_000, 100_000] : [20, 60]).map { Number($0) }
    case .number("years"): (1...5).map { Number($0) }
    case .number: (isCompared ? [1, 2, 3, 5] : [1000, 5000]).map { Number($0) }
    case .percent: [10, 20, 50].compactMap { Number($0).divided(by: Number(100)) }
    default: [Number(1), Number(2)]
    }
  }

  private static func isBefore(_ one: [Int: Value], _ other: [Int: Value]) -> Bool {
    let (left, right) = (one.keys.sorted(), other.keys.sorted())
    if left != right { return left.lexicographicallyPrecedes(right) }
    for fact in left {
      guard let held = one[fact], let value = other[fact], held != value else { continue }
      return isBefore(held, value)
    }
    return false
  }

  /// At most `count` cases of one length, chosen by `numbers`.
  func some(
    _ count: Int, ofLength length: Int, _ numbers: inout SeededNumbers
  ) -> [[Int: Value]] {
    var all = cases[length] ?? []
    guard all.count > count else { return all }
    return (0..<count).map { _ in all.remove(at: numbers.below(all.count)) }
  }

  /// The pairs of which `said` is the one, and the other says a later value of one fact.
  func pairs(_ rule: Int, _ said: [Int: Value]) -> [TwinPair] {
    said.keys.sorted().flatMap { fact -> [TwinPair] in
      let all = values[fact] ?? []
      guard let value = said[fact], let place = all.firstIndex(of: value) else { return [] }
      return all[(place + 1)...].enumerated().map { steps, other in
        TwinPair(
          rule: rule, one: said, fact: fact, other: other,
          distance: Self.distance(value, other) ?? steps)
      }
    }
  }

  private static func length(_ value: Value) -> Int {
    if case .levels(let set) = value { set.nonzeroBitCount } else { 1 }
  }

  /// How far apart two values are beyond the nearest; nil where their order alone tells.
  private static func distance(_ one: Value, _ other: Value) -> Int? {
    switch (one, other) {
    case (.level(let low), .level(let high)): abs(high - low) - 1
    case (.levels(let left), .levels(let right)): (left ^ right).nonzeroBitCount - 1
    default: nil
    }
  }

  private static func isBefore(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.level(let left), .level(let right)): left < right
    case (.levels(let left), .levels(let right)):
      (left.nonzeroBitCount, left) < (right.nonzeroBitCount, right)
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    default: false
    }
  }
}
