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

  /// A number and a side of it.
  struct Beside: Hashable {
    var threshold: Threshold
    var side: Coverage.Side
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

  /// The number of worlds that were looked at.
  private(set) var worldCount = 0

  /// The surveys of all rules in use, one by one until the budget's steps are spent.
  static func all(_ program: Program, budget: AnalysisBudget) -> [RuleSurvey] {
    var left = budget.steps / 8
    return program.usedRules.map { rule in
      var own = budget
      own.table = Interruption.isRequested ? 0 : min(budget.table, left)
      let survey = RuleSurvey(rule, of: program.charter, budget: own)
      left -= survey.worldCount
      return survey
    }
  }

  init(_ rule: Int, of charter: Charter, budget: AnalysisBudget) {
    self.rule = rule
    var own = charter
    own.rules = [charter.rules[rule]]
    program = Program(own)
    lines = charter.rules[rule].clauses.map { _ in nil }
    guard let worlds = RuleWorlds(program, budget: budget) else { return }
    isTooLarge = false
    isExact = worlds.isExact
    worldCount = worlds.count
    let table = survey(worlds)
    levels = levelsThatMatter(worlds, table)
    thresholds = thresholdsThatMatter(worlds, table)
  }

  var declaration: Rule { program.charter.rules[0] }

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
        let side: Coverage.Side =
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

  // MARK: - Thresholds

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
