import AdvocateCharter
import AdvocateEvaluation

/// What one rule can do: found by looking at every world that it tells apart.
struct RuleSurvey {
  /// Two lines of opposite sides that hold together, by their places among the lines of the rule.
  struct Clash {
    var pro: Int
    var contra: Int
    var world: [Reading]
  }

  /// A number that a line compares a fact with.
  struct Threshold: Hashable {
    var fact: Int
    var number: Number
  }

  /// Two levels of a fact, or two for `any of` facts: a level and the set that it is added to.
  struct LevelPair: Hashable {
    var fact: Int
    var low: Int
    var high: Int
  }

  /// Where a fact lies beside a number.
  enum Side: Int, CaseIterable {
    case below
    case on
    case above
  }

  /// A number and a side of it.
  struct Beside: Hashable {
    var threshold: Threshold
    var side: Side
  }

  /// The rule, by its place in the charter.
  let rule: Int
  /// A charter of this rule alone.
  let program: Program
  /// Whether the worlds that were looked at are all there are.
  private(set) var isExact = false
  /// Whether there were too many worlds to look at.
  private(set) var isTooLarge = true
  /// For each thing that the rule can say, a world with the fewest facts touched.
  private(set) var sayings: [Saying: [Reading]] = [:]
  /// For each line, a world within the rule's scope in which it holds; nil where none was found.
  private(set) var lines: [[Reading]?]
  /// The pairs of lines of opposite sides that hold together.
  private(set) var clashes: [Clash] = []
  /// The levels that the rule tells apart.
  private(set) var levels: Set<LevelPair> = []
  /// The numbers that make a difference to it.
  private(set) var thresholds: Set<Threshold> = []
  /// For each number and side of it, a world in which the fact lies there.
  private(set) var besides: [Beside: [Reading]] = [:]

  init(_ rule: Int, of charter: Charter, budget: AnalysisBudget) {
    self.rule = rule
    var own = charter
    own.rules = [charter.rules[rule]]
    program = Program(own)
    lines = charter.rules[rule].clauses.map { _ in nil }
    guard let worlds = RuleWorlds(program, budget: budget) else { return }
    isTooLarge = false
    isExact = worlds.isExact
    let table = survey(worlds)
    compareLevels(worlds, table)
    compareThresholds(worlds, table)
  }

  private var declaration: Rule { program.charter.rules[0] }

  /// A world and the number of facts that it touches.
  private struct Found {
    var touched = Int.max
    var world: [Reading] = []

    mutating func offer(_ world: [Reading], _ touched: Int) {
      if touched < self.touched { (self.touched, self.world) = (touched, world) }
    }
  }

  /// Looks at every world.
  ///
  /// - Returns: what the rule says in each.
  private mutating func survey(_ worlds: RuleWorlds) -> [Saying] {
    let evaluator = Evaluator(program)
    let rule = declaration
    var table: [Saying] = []
    var sayings = [Found](repeating: Found(), count: Saying.allCases.count)
    var lines = [Found](repeating: Found(), count: rule.clauses.count)
    var clashes: [[Int]: Found] = [:]
    var besides: [Beside: Found] = [:]
    let thresholds = Self.thresholds(of: rule, in: program.charter).map(\.threshold)
    worlds.forEach { _, world in
      let touched = world.count { $0.isTouched }
      let saying = evaluator.saying(ofRule: 0) { world[$0] }
      table.append(saying)
      sayings[Int(saying.rawValue)].offer(world, touched)
      for threshold in thresholds {
        guard let number = world[threshold.fact].number else { continue }
        let side: Side =
          number < threshold.number ? .below : number == threshold.number ? .on : .above
        besides[Beside(threshold: threshold, side: side), default: Found()].offer(world, touched)
      }
      guard saying != .notInPlay, saying != .neutral else { return true }
      let holding = rule.clauses.indices.filter { line in
        rule.clauses[line].tests.allSatisfy { test in evaluator.holds(test) { world[$0] } }
      }
      for line in holding { lines[line].offer(world, touched) }
      for pro in holding where rule.clauses[pro].side.saying.halves > 0 {
        for contra in holding where rule.clauses[contra].side.isPlainlyAgainst {
          clashes[[pro, contra], default: Found()].offer(world, touched)
        }
      }
      return true
    }
    for saying in Saying.allCases where sayings[Int(saying.rawValue)].touched < Int.max {
      self.sayings[saying] = sayings[Int(saying.rawValue)].world
    }
    self.lines = lines.map { $0.touched < Int.max ? $0.world : nil }
    self.clashes = clashes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      Clash(pro: $0.key[0], contra: $0.key[1], world: $0.value.world)
    }
    self.besides = besides.mapValues(\.world)
    return table
  }

  // MARK: - Levels

  private mutating func compareLevels(_ worlds: RuleWorlds, _ table: [Saying]) {
    var stride = table.count
    for (place, part) in worlds.parts.enumerated() {
      let size = part.cells.count
      let block = stride
      stride /= size
      guard part.facts.count == 1 else { continue }
      let fact = part.facts[0]
      func differ(_ one: Int, _ other: Int) -> Bool {
        Swift.stride(from: 0, to: table.count, by: block).contains { start in
          (0..<stride).contains {
            table[start + one * stride + $0] != table[start + other * stride + $0]
          }
        }
      }
      let held = part.cells.map { cell -> Value? in
        if case .value(let value) = cell[0] { value } else { nil }
      }
      switch program.charter.facts[fact].kind {
      case .scale, .oneOf, .yesNo:
        for (one, low) in held.enumerated() {
          for (other, high) in held.enumerated() {
            guard case .level(let low) = low, case .level(let high) = high, low < high,
              differ(one, other)
            else { continue }
            levels.insert(LevelPair(fact: fact, low: low, high: high))
          }
        }
      case .anyOf(let names):
        let mattering = levelsThatMatter(fact, names, held) { one, other in
          guard let other else { return differsFromNone(worlds, table, part: place, cell: one) }
          return differ(one, other)
        }
        levels.formUnion(mattering)
      default: continue
      }
    }
  }

  /// Whether the rule says something else where the fact of `part` holds no level at all.
  private func differsFromNone(
    _ worlds: RuleWorlds, _ table: [Saying], part: Int, cell: Int
  ) -> Bool {
    let evaluator = Evaluator(program)
    let fact = worlds.parts[part].facts[0]
    var differs = false
    var place = 0
    worlds.forEach { choice, world in
      defer { place += 1 }
      guard choice[part] == cell else { return true }
      let kept = world[fact]
      world[fact] = .value(.levels(0))
      differs = evaluator.saying(ofRule: 0) { world[$0] } != table[place]
      world[fact] = kept
      return !differs
    }
    return differs
  }

  /// Finds the levels of an `any of` fact that make a difference when they are said as well; the
  /// second cell that `differ` takes is nil for a fact that holds no level.
  private func levelsThatMatter(
    _ fact: Int, _ names: [String], _ held: [Value?], _ differ: (Int, Int?) -> Bool
  ) -> [LevelPair] {
    var found: [LevelPair] = []
    var cells: [UInt64: Int] = [:]
    for case (let cell, .levels(let set)?) in held.enumerated() { cells[set] = cell }
    let nothing = names.firstIndex { $0.lowercased() == "nothing" }.map { UInt64(1) << UInt64($0) }
    let units = cells.keys.filter { $0.nonzeroBitCount == 1 && $0 != nothing }
    let tested = program.testedLevels(of: fact)
    for unit in units {
      let matters =
        cells[unit].map { differ($0, nil) } == true
        || cells.contains { set, cell in
          guard set & unit == 0, set != nothing, let more = cells[set | unit] else { return false }
          return differ(cell, more)
        }
      guard matters else { continue }
      // Levels that the rule does not test stand in one unit.
      let isTested = tested & unit != 0
      for level in names.indices {
        let bit = UInt64(1) << UInt64(level)
        guard bit != nothing, isTested ? bit == unit : tested & bit == 0 else { continue }
        found.append(LevelPair(fact: fact, low: level, high: level))
      }
    }
    return found
  }

  // MARK: - Thresholds

  private mutating func compareThresholds(_ worlds: RuleWorlds, _ table: [Saying]) {
    let evaluator = Evaluator(program)
    let all = Self.thresholds(of: declaration, in: program.charter).map(\.threshold)
    // A computed fact cannot be moved by itself.
    var left = Set(all.filter { program.expressions[$0.fact] == nil })
    var steps: [Threshold: Number] = [:]
    for threshold in left { steps[threshold] = Self.step(beside: threshold, worlds) }
    var place = 0
    worlds.forEach { _, world in
      let saying = table[place]
      place += 1
      for threshold in left {
        let fact = threshold.fact
        guard let held = world[fact].number else { continue }
        let kind = program.charter.facts[fact].kind
        let values: [Number]
        if case .counts = kind {
          values = Self.wholes(around: threshold.number)
        } else if held == threshold.number {
          values = Self.neighbours(of: threshold, kind, steps[threshold] ?? Number(1))
        } else {
          continue
        }
        let kept = world
        // Facts that hold the same number move along, so that only the number is tried.
        let moving = world.indices.filter { other in
          other == fact
            || kind?.isCounted == false && world[other].number == held
              && program.charter.facts[other].kind?.isSaid == true
        }
        var found: Set<Saying> = kind?.isCounted == true ? [] : [saying]
        for value in values {
          for other in moving { world[other] = .value(.number(value)) }
          worlds.follow(&world)
          found.insert(evaluator.saying(ofRule: 0) { world[$0] })
        }
        world = kept
        if found.count > 1 {
          thresholds.insert(threshold)
          left.remove(threshold)
        }
      }
      return !left.isEmpty
    }
  }

  /// The whole numbers just below, on and just above `number`.
  private static func wholes(around number: Number) -> [Number] {
    guard let floor = Int(number.decimal(places: 0)) else { return [] }
    return (floor - 2...floor + 2).map { Number($0) }.filter { whole in
      whole.sign >= 0 && (whole - number).magnitude <= Number(1)
    }
  }

  /// A step from a threshold so small that nothing else changes on the way.
  private static func step(beside threshold: Threshold, _ worlds: RuleWorlds) -> Number {
    let marks = worlds.parts.filter { $0.facts.contains(threshold.fact) }.flatMap { part in
      part.cells.flatMap { $0.compactMap(\.number) }
    }
    let gaps = marks.map { ($0 - threshold.number).magnitude }.filter { $0.sign > 0 }
    return (gaps.min() ?? Number(1)).divided(by: Number(1000)) ?? Number(1)
  }

  private static func neighbours(
    of threshold: Threshold, _ kind: FactKind?, _ step: Number
  ) -> [Number] {
    let values = [threshold.number - step, threshold.number + step]
    if case .number = kind { return values.filter { $0.sign >= 0 } }
    return values
  }

  /// The numbers that lines compare facts with, each with the place of its first line; nil for
  /// `only when`.
  static func thresholds(
    of rule: Rule, in charter: Charter
  ) -> [(threshold: Threshold, line: Int?)] {
    var found: [(threshold: Threshold, line: Int?)] = []
    func add(_ tests: [Test], _ line: Int?) {
      for test in tests {
        for case .value(.number(let number)) in test.operands {
          let threshold = Threshold(fact: test.fact, number: number)
          if !found.contains(where: { $0.threshold == threshold }) {
            found.append((threshold, line))
          }
        }
      }
    }
    add(rule.scope, nil)
    for (line, clause) in rule.clauses.enumerated() { add(clause.tests, line) }
    return found
  }
}

extension FactKind {
  /// Whether it is worked out by counting phrases.
  var isCounted: Bool { if case .counts = self { true } else { false } }
}

extension Clause.Side {
  /// Whether it speaks against without a veto, which is meant to beat all others.
  var isPlainlyAgainst: Bool { self == .against || self == .leansAgainst }
}
