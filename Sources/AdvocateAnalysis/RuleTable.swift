import AdvocateCharter
import AdvocateEvaluation

/// What one rule says for every way to fill in the open variables that it reads.
struct RuleTable {
  /// The rule, by its place.
  var rule: Int
  /// The variables that it reads, by their places.
  var variables: [Int]
  /// What it says, in mixed radix over the cells of `variables`, the first slowest.
  var sayings: [Saying]
  /// Everything that it can say.
  var possible: Set<Saying>

  /// Those of `variables` on which what it says hangs, whatever the others are.
  func turningVariables(_ all: [OpenVariable]) -> [Int] {
    var stride = sayings.count
    return variables.filter { variable in
      let size = all[variable].cells.count
      let block = stride
      stride /= max(1, size)
      return sayings.indices.contains { place in
        place % block + stride < block && sayings[place] != sayings[place + stride]
      }
    }
  }
}

/// The tables of all rules that read something open.
struct RuleTables {
  /// The tables of the rules that do not say the same in all completions.
  private(set) var open: [RuleTable] = []
  /// What the other rules say, by their places.
  private(set) var fixed: [Int: Saying] = [:]
  /// The rules whose ways are too many to list, with everything that they might say.
  private(set) var bounded: [Int: Set<Saying>] = [:]

  init(
    evaluator: Evaluator, variables: OpenVariables, world: [Reading], sayings: [Saying],
    budget: AnalysisBudget
  ) {
    let program = evaluator.program
    var world = world
    for rule in program.usedRules {
      let facts = program.factsOfRule[rule]
      if variables.tangledRules.contains(rule)
        || facts.contains(where: variables.unlisted.contains) || Interruption.isRequested
      {
        bounded[rule] = Self.conceivable(program.charter.rules[rule])
        continue
      }
      let read = Set(facts.compactMap { variables.variableOfFact[$0] }).sorted()
      guard !read.isEmpty else {
        fixed[rule] = sayings[rule]
        continue
      }
      let size = read.reduce(1) {
        $0 > budget.table ? $0 : $0 * variables.variables[$1].cells.count
      }
      guard size <= budget.table else {
        bounded[rule] = Self.conceivable(program.charter.rules[rule])
        continue
      }
      let filling = TableFilling(
        evaluator, read: read, variables: variables.variables,
        variableOfFact: variables.variableOfFact)
      let table = filling.sayings(ofRule: rule, &world)
      let possible = Self.possible(table, read, variables.variables, budget)
      if possible.count == 1, let only = possible.first {
        fixed[rule] = only
      } else {
        open.append(RuleTable(rule: rule, variables: read, sayings: table, possible: possible))
      }
    }
  }

  /// What the rule of `table` says over concrete cells, which need no table of what fits together.
  static func sampled(
    _ table: RuleTable, _ evaluator: Evaluator, _ variables: SampledVariables, _ world: [Reading]
  ) -> RuleTable {
    var world = world
    let facts = evaluator.program.factsOfRule[table.rule]
    let read = Set(facts.compactMap { variables.variableOfFact[$0] }).sorted()
    let filling = TableFilling(
      evaluator, read: read, variables: variables.variables,
      variableOfFact: variables.variableOfFact)
    let sayings = filling.sayings(ofRule: table.rule, &world)
    return RuleTable(
      rule: table.rule, variables: read, sayings: sayings, possible: possible(sayings))
  }

  /// Everything that a rule might say if nothing at all is known.
  private static func conceivable(_ rule: Rule) -> Set<Saying> {
    Set(rule.clauses.map(\.side.saying)).union([.neutral, .notInPlay])
  }

  private static func possible(_ table: [Saying]) -> Set<Saying> {
    var isSaid = [Bool](repeating: false, count: Saying.allCases.count)
    for saying in table { isSaid[Int(saying.rawValue)] = true }
    return Set(Saying.allCases.filter { isSaid[Int($0.rawValue)] })
  }

  /// What the rule says in some completion: a computed fact and its inputs must fit together.
  private static func possible(
    _ table: [Saying], _ read: [Int], _ variables: [OpenVariable], _ budget: AnalysisBudget
  ) -> Set<Saying> {
    let bound = read.filter { variables[$0].constraint != nil }
    guard !bound.isEmpty else { return possible(table) }
    let inputs = Set(bound.flatMap { variables[$0].constraint?.inputs ?? [] }).subtracting(read)
    let all = read + inputs.sorted()
    let sizes = all.map { variables[$0].cells.count }
    guard sizes.reduce(1, { $0 > budget.table ? $0 : $0 * $1 }) <= budget.table else {
      return possible(table)
    }
    let fits = bound.compactMap { Fit($0, among: all, variables) }
    let rest = sizes.dropFirst(read.count).reduce(1, *)
    var isSaid = [Bool](repeating: false, count: Saying.allCases.count)
    var place = 0
    MixedRadix.forEach(sizes) { choice in
      let saying = Int(table[place / rest].rawValue)
      place += 1
      // What was seen once need not be seen again.
      if !isSaid[saying] { isSaid[saying] = fits.allSatisfy { $0.isMet(by: choice) } }
    }
    return Set(Saying.allCases.filter { isSaid[Int($0.rawValue)] })
  }

  /// Whether a variable that is worked out fits its inputs, all at their places in a choice.
  private struct Fit {
    private let own: Int
    private let inputs: [(place: Int, size: Int)]
    private let allowed: [[Int]]

    init?(_ variable: Int, among all: [Int], _ variables: [OpenVariable]) {
      guard let constraint = variables[variable].constraint,
        let own = all.firstIndex(of: variable)
      else { return nil }
      self.own = own
      allowed = constraint.allowed
      inputs = constraint.inputs.compactMap { input in
        all.firstIndex(of: input).map { (place: $0, size: variables[input].cells.count) }
      }
    }

    func isMet(by choice: [Int]) -> Bool {
      let joint = inputs.reduce(0) { $0 * $1.size + choice[$1.place] }
      return allowed[joint].contains(choice[own])
    }
  }
}

/// Counting through all combinations of several choices, the first slowest.
enum MixedRadix {
  static func forEach(_ sizes: [Int], _ body: ([Int]) -> Void) {
    guard sizes.allSatisfy({ $0 > 0 }) else { return }
    var choice = [Int](repeating: 0, count: sizes.count)
    while true {
      body(choice)
      var place = sizes.count - 1
      while place >= 0 {
        choice[place] += 1
        if choice[place] < sizes[place] { break }
        choice[place] = 0
        place -= 1
      }
      if place < 0 { return }
    }
  }

  static func index(_ choice: [Int], _ sizes: [Int]) -> Int {
    zip(choice, sizes).reduce(0) { $0 * $1.1 + $1.0 }
  }
}
