import AdvocateCharter

/// A charter as tables: what its rules say, by the cells of the facts that they read.
///
/// The tables are filled by asking the evaluator about one representative of each combination of
/// cells, so that they cannot say anything else than it does. Rules that read what has no cells
/// (worked out numbers, counts, two numbers compared) or too many of them stay outside; they are
/// evaluated one by one, for the actions that touch them.
public struct CellTables: Sendable {
  /// Some rules that are looked up together.
  struct Group: Sendable {
    /// The facts that they read, and how far apart the entries for two cells of each stand.
    var facts: [(fact: Int, stride: Int)]
    /// The number of entries.
    var size: Int
    /// The rules, of which there are at most 16.
    var rules: [Int]
    /// Where the entries start among those of all groups.
    var start = 0
  }

  /// What is judged by.
  public let evaluator: Evaluator
  /// For each fact its cells; nil for those without.
  public let cells: [FactCells?]
  /// The rules outside the tables.
  public let directRules: [Int]
  /// The facts that those read, and those that they are worked out from.
  public let directFacts: [Int]
  let groups: [Group]
  /// The sums of each entry, all groups one after another.
  let sums: [UInt64]
  /// What the rules of a group say at each entry, four bits each.
  let sayings: [UInt64]
  /// For each rule its group and place in it; nil for those outside.
  let places: [(group: Int, place: Int)?]

  /// The most entries of a rule, and of a group of rules.
  private static let mostOfRule = 1 << 14
  private static let mostOfGroup = 1 << 9
  private static let mostRules = 16

  /// The tables of `program`; nil where its weights are too many to be added in one machine word.
  public init?(_ program: Program) {
    let evaluator = Evaluator(program)
    self.evaluator = evaluator
    let cells = program.charter.facts.indices.map { FactCells(of: $0, in: program) }
    self.cells = cells
    let weights = program.usedRules.reduce(0) { $0 + program.rules[$1].weight }
    guard 2 * weights <= PackedTally.mostHalves else { return nil }
    var direct: [Int] = []
    var groups: [Group] = []
    let tabled = program.usedRules.filter { rule in
      let isTabled = Self.isTabled(rule, program, cells)
      if !isTabled { direct.append(rule) }
      return isTabled
    }
    // Rules that read more stand first, so that those that read less find room beside them.
    let sized = tabled.map { (rule: $0, size: Self.size(program.factsOfRule[$0], cells)) }
    for (rule, _) in sized.sorted(by: { ($1.size, $0.rule) < ($0.size, $1.rule) }) {
      if groups.count >= PackedTally.mostVetoes - 1 {
        direct.append(rule)
      } else {
        Self.add(rule, to: &groups, program, cells)
      }
    }
    directRules = direct.sorted()
    directFacts = Set(direct.flatMap { program.inputsOfRule[$0] }).sorted()
    var places = [(group: Int, place: Int)?](
      repeating: nil, count: program.charter.rules.count)
    var sums: [UInt64] = []
    var sayings: [UInt64] = []
    for place in groups.indices {
      groups[place].start = sums.count
      for (bit, rule) in groups[place].rules.enumerated() { places[rule] = (place, bit) }
      let entries = Self.entries(of: groups[place], evaluator, cells)
      sums += entries.sums
      sayings += entries.sayings
    }
    self.groups = groups
    self.sums = sums
    self.sayings = sayings
    self.places = places
  }

  /// How many entries all groups have together.
  public var entryCount: Int { sums.count }

  /// How many groups are looked up for one action.
  public var groupCount: Int { groups.count }

  // MARK: - Grouping

  private static func isTabled(_ rule: Int, _ program: Program, _ cells: [FactCells?]) -> Bool {
    let facts = program.factsOfRule[rule]
    guard facts.allSatisfy({ cells[$0] != nil }), size(facts, cells) <= mostOfRule else {
      return false
    }
    let tests = program.rules[rule].scope + program.rules[rule].lines.flatMap(\.tests)
    return tests.allSatisfy { test in
      test.facts.count == 1 || test.facts.allSatisfy { cells[$0]?.isExact == true }
    }
  }

  private static func size(_ facts: [Int], _ cells: [FactCells?]) -> Int {
    var size = 1
    for fact in facts {
      let (product, overflow) = size.multipliedReportingOverflow(by: cells[fact]?.count ?? 1)
      if overflow || product > 1 << 30 { return 1 << 30 }
      size = product
    }
    return size
  }

  /// Puts `rule` into the group that grows least by it, or into one of its own.
  private static func add(
    _ rule: Int, to groups: inout [Group], _ program: Program, _ cells: [FactCells?]
  ) {
    let own = program.factsOfRule[rule]
    var best: (place: Int, added: [Int], growth: Int)?
    for (place, group) in groups.enumerated() where group.rules.count < mostRules {
      let added = own.filter { fact in !group.facts.contains { $0.fact == fact } }
      let growth = size(added, cells)
      guard added.isEmpty || growth * group.size <= mostOfGroup else { continue }
      if best.map({ growth < $0.growth }) ?? true { best = (place, added, growth) }
    }
    if let best {
      for fact in best.added {
        groups[best.place].facts.append((fact, groups[best.place].size))
        groups[best.place].size *= cells[fact]?.count ?? 1
      }
      groups[best.place].rules.append(rule)
      return
    }
    var group = Group(facts: [], size: 1, rules: [rule])
    for fact in own {
      group.facts.append((fact, group.size))
      group.size *= cells[fact]?.count ?? 1
    }
    groups.append(group)
  }

  // MARK: - Filling

  private static func entries(
    of group: Group, _ evaluator: Evaluator, _ cells: [FactCells?]
  ) -> (sums: [UInt64], sayings: [UInt64]) {
    var sums = [PackedTally](repeating: PackedTally(), count: group.size)
    var sayings = [UInt64](repeating: 0, count: group.size)
    for (place, rule) in group.rules.enumerated() {
      let own = evaluator.program.factsOfRule[rule]
      let table = self.table(of: rule, own, evaluator, cells)
      let weight = evaluator.program.rules[rule].weight
      let tallies = Saying.allCases.map { PackedTally($0, weight: weight) }
      for index in 0..<group.size {
        var entry = 0
        var step = 1
        for fact in own {
          let count = cells[fact]?.count ?? 1
          let stride = group.facts.first { $0.fact == fact }?.stride ?? 1
          entry += index / stride % count * step
          step *= count
        }
        sums[index] = sums[index].joined(with: tallies[Int(table[entry].rawValue)])
        sayings[index] |= UInt64(table[entry].rawValue) << UInt64(4 * place)
      }
    }
    return (sums.map(\.bits), sayings)
  }

  /// What `rule` says at each combination of the cells of `facts`, the first changing fastest.
  private static func table(
    of rule: Int, _ facts: [Int], _ evaluator: Evaluator, _ cells: [FactCells?]
  ) -> [Saying] {
    var world = [Reading](repeating: .untouched, count: cells.count)
    return (0..<size(facts, cells)).map { index in
      var rest = index
      for fact in facts {
        guard let own = cells[fact] else { continue }
        world[fact] = own.representatives[rest % own.count]
        rest /= own.count
      }
      return evaluator.saying(ofRule: rule) { world[$0] }
    }
  }
}
