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
        || facts.contains(where: variables.unlisted.contains)
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
      let following = facts.filter { fact in
        guard let place = variables.variableOfFact[fact] else { return false }
        return !variables.variables[place].facts.contains(fact)
      }
      let table = Self.table(
        rule, read, following, evaluator, variables.variables, &world)
      let possible = Self.possible(table, read, variables.variables, budget)
      if possible.count == 1, let only = possible.first {
        fixed[rule] = only
      } else {
        open.append(RuleTable(rule: rule, variables: read, sayings: table, possible: possible))
      }
    }
  }

  /// What the rule at `rule` says over concrete cells, which need no table of what fits together.
  static func sampled(
    _ rule: Int, _ evaluator: Evaluator, _ variables: SampledVariables, _ world: [Reading]
  ) -> RuleTable {
    var world = world
    let facts = evaluator.program.factsOfRule[rule]
    let read = Set(facts.compactMap { variables.variableOfFact[$0] }).sorted()
    let sayings = table(rule, read, [], evaluator, variables.variables, &world)
    return RuleTable(rule: rule, variables: read, sayings: sayings, possible: Set(sayings))
  }

  /// Everything that a rule might say if nothing at all is known.
  private static func conceivable(_ rule: Rule) -> Set<Saying> {
    Set(rule.clauses.map(\.side.saying)).union([.neutral, .notInPlay])
  }

  private static func table(
    _ rule: Int, _ read: [Int], _ following: [Int], _ evaluator: Evaluator,
    _ variables: [OpenVariable], _ world: inout [Reading]
  ) -> [Saying] {
    let touched = read.flatMap { variables[$0].facts } + following
    let kept = touched.map { world[$0] }
    defer { for (fact, reading) in zip(touched, kept) { world[fact] = reading } }
    var sayings: [Saying] = []
    MixedRadix.forEach(read.map { variables[$0].cells.count }) { choice in
      for (place, variable) in read.enumerated() {
        let cell = variables[variable].cells[choice[place]]
        for (fact, reading) in zip(variables[variable].facts, cell.readings) {
          world[fact] = reading
        }
      }
      for fact in following {
        let value = evaluator.program.expressions[fact].flatMap { expression in
          evaluator.value(of: expression, in: world)
        }
        world[fact] = value.map { .value(.number($0)) } ?? .untouched
      }
      sayings.append(evaluator.saying(ofRule: rule) { world[$0] })
    }
    return sayings
  }

  /// What the rule says in some completion: a computed fact and its inputs must fit together.
  private static func possible(
    _ table: [Saying], _ read: [Int], _ variables: [OpenVariable], _ budget: AnalysisBudget
  ) -> Set<Saying> {
    let bound = read.filter { variables[$0].constraint != nil }
    guard !bound.isEmpty else { return Set(table) }
    let inputs = Set(bound.flatMap { variables[$0].constraint?.inputs ?? [] }).subtracting(read)
    let all = read + inputs.sorted()
    let sizes = all.map { variables[$0].cells.count }
    guard sizes.reduce(1, { $0 > budget.table ? $0 : $0 * $1 }) <= budget.table else {
      return Set(table)
    }
    let readSizes = read.map { variables[$0].cells.count }
    var possible: Set<Saying> = []
    MixedRadix.forEach(sizes) { choice in
      let fits = bound.allSatisfy { place in
        guard let constraint = variables[place].constraint,
          let own = all.firstIndex(of: place)
        else { return true }
        var index = 0
        for input in constraint.inputs {
          guard let at = all.firstIndex(of: input) else { return true }
          index = index * variables[input].cells.count + choice[at]
        }
        return constraint.allowed[index].contains(choice[own])
      }
      if fits {
        possible.insert(table[MixedRadix.index(Array(choice.prefix(read.count)), readSizes)])
      }
    }
    return possible
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
