public import AdvocateCharter
public import AdvocateEvaluation

/// Judges actions by one charter: as told, and what the open answers still allow.
public struct Judge: Sendable {
  /// What is judged by.
  public let program: Program
  private let evaluator: Evaluator
  private let budget: AnalysisBudget

  /// Creates a judge by `program`.
  public init(_ program: Program, budget: AnalysisBudget = AnalysisBudget()) {
    self.program = program
    self.budget = budget
    evaluator = Evaluator(program)
  }

  /// Everything that is known of `action`.
  public func judge(_ action: Action) -> Judgement {
    let facts = Facts(of: action, in: program.charter)
    let world = evaluator.worldAsTold(by: action)
    let (sayings, tally, verdict) = evaluator.judge(world)
    let uncertainty = self.uncertainty(action, facts, world, sayings, tally, verdict)
    return Judgement(
      action: action, program: program, world: world, sayings: sayings, tally: tally,
      verdict: verdict, uncertainty: uncertainty, filled: facts.filled, missing: facts.missing)
  }

  /// How `rule` comes to what it says of the world of `judgement`.
  public func trace(ofRule rule: Int, in judgement: Judgement) -> RuleTrace {
    evaluator.trace(ofRule: rule, in: judgement.world)
  }

  /// Which facts of an action are open, and which are filled.
  private struct Facts {
    var open: [Int] = []
    var unsaid: [Int] = []
    var filled: [Int] = []
    var missing: [Int] = []

    init(of action: Action, in charter: Charter) {
      var statements = [Statement?](repeating: nil, count: charter.facts.count)
      for statement in action.statements { statements[statement.fact] = statement }
      let unread = Set(action.dropped.compactMap(\.fact))
      for (fact, declaration) in charter.facts.enumerated() {
        guard let kind = declaration.kind, kind.isSaid else { continue }
        switch statements[fact]?.content {
        case .value, .untouched: continue
        case .between, .roughly: open.append(fact)
        case .unsaid, nil:
          let isFilled =
            action.restIsUntouched && statements[fact] == nil && !declaration.mustBeSaid
            && !unread.contains(fact)
          if isFilled {
            filled.append(fact)
          } else {
            open.append(fact)
            unsaid.append(fact)
            if declaration.mustBeSaid { missing.append(fact) }
          }
        }
      }
    }
  }

  private func uncertainty(
    _ action: Action, _ facts: Facts, _ world: [Reading], _ sayings: [Saying], _ tally: Tally,
    _ verdict: Verdict
  ) -> Uncertainty {
    var result = Uncertainty(
      openFacts: facts.open, unsaidFacts: facts.unsaid, decidingFacts: [], openRules: [],
      unheard: 0, possibleVetoes: [], range: tally.score.map { $0...$0 }, reachable: [verdict],
      shares: [1], isExact: true)
    let open = facts.open.filter { program.isRead[$0] }
    guard !open.isEmpty else { return result }
    let variables = OpenVariables(
      program: program, action: action, open: open, world: world, budget: budget)
    let tables = RuleTables(
      evaluator: evaluator, variables: variables, world: world, sayings: sayings, budget: budget)
    guard !tables.open.isEmpty || !tables.bounded.isEmpty else { return result }
    describe(&result, tables, variables, open)
    var (components, isExact) = self.components(tables, variables)
    components.append(fixedOutcome(tables))
    let scores = ReachableScores(components: components, charter: program.charter)
    let verdicts = scores.verdicts()
    result.range = scores.range
    result.reachable = verdicts.reachable
    result.isExact = isExact
    result.shares = isExact ? verdicts.shares : []
    return result
  }

  /// Names the rules and facts on which something hangs.
  private func describe(
    _ result: inout Uncertainty, _ tables: RuleTables, _ variables: OpenVariables, _ open: [Int]
  ) {
    var possible = tables.bounded
    for table in tables.open { possible[table.rule] = table.possible }
    result.openRules = possible.keys.sorted()
    result.unheard = result.openRules.reduce(0) { $0 + program.charter.rules[$1].weight }
    result.possibleVetoes = result.openRules.filter { possible[$0]?.contains(.veto) == true }
    let read = Set(result.openRules.flatMap { program.inputs(ofRule: $0) })
    result.decidingFacts = open.filter { read.contains($0) }
  }

  private func fixedOutcome(_ tables: RuleTables) -> Outcomes {
    var sums = Outcomes.Sums(balance: 0, inPlay: 0, isVetoed: false)
    for (rule, saying) in tables.fixed {
      sums = sums + Outcomes.Sums(saying, weight: program.charter.rules[rule].weight)
    }
    return Outcomes(sums)
  }

  /// What each component of rules that share open variables comes to.
  private func components(
    _ tables: RuleTables, _ variables: OpenVariables
  ) -> (outcomes: [Outcomes], isExact: Bool) {
    var outcomes: [Outcomes] = []
    var isExact = tables.bounded.isEmpty
    for (rule, possible) in tables.bounded.sorted(by: { $0.key < $1.key }) {
      outcomes.append(bound(rule, possible))
    }
    if tables.open.contains(where: { table in
      program.factsOfRule[table.rule].contains { variables.widened.contains($0) }
    }) {
      isExact = false
    }
    for component in Components.of(tables.open, variables.variables) {
      let eliminated = Elimination.outcomes(
        of: component.tables, members: component.variables, variables: variables.variables,
        charter: program.charter, budget: budget)
      if let eliminated {
        outcomes.append(eliminated)
      } else {
        // Too entangled for the budget: each rule by itself allows at least as much.
        isExact = false
        outcomes += component.tables.map { bound($0.rule, $0.possible) }
      }
    }
    return (outcomes, isExact)
  }

  private func bound(_ rule: Int, _ possible: Set<Saying>) -> Outcomes {
    let weight = program.charter.rules[rule].weight
    var outcomes = Outcomes.none
    for saying in possible.sorted() {
      outcomes.formUnion(
        Outcomes(Outcomes.Sums(saying, weight: weight)), scaledBy: 1 / Double(possible.count))
    }
    return outcomes
  }
}

/// Rules that share open variables, and those variables.
enum Components {
  static func of(
    _ tables: [RuleTable], _ variables: [OpenVariable]
  ) -> [(tables: [RuleTable], variables: [Int])] {
    var root = Array(variables.indices)
    func find(_ place: Int) -> Int {
      var place = place
      while root[place] != place { place = root[place] }
      return place
    }
    for (place, variable) in variables.enumerated() {
      for input in variable.constraint?.inputs ?? [] { root[find(place)] = find(input) }
    }
    for table in tables {
      for variable in table.variables.dropFirst() {
        root[find(variable)] = find(table.variables[0])
      }
    }
    var places: [Int: Int] = [:]
    var components: [(tables: [RuleTable], variables: [Int])] = []
    for table in tables {
      let key = find(table.variables[0])
      if places[key] == nil {
        places[key] = components.count
        components.append((tables: [], variables: variables.indices.filter { find($0) == key }))
      }
      if let place = places[key] { components[place].tables.append(table) }
    }
    return components
  }
}

extension Program {
  /// The facts that the rule at `rule` reads, and those that they are worked out from.
  public func inputs(ofRule rule: Int) -> [Int] {
    factsOfRule[rule].flatMap { fact -> [Int] in
      if let expression = expressions[fact] { return [fact] + expression.facts }
      if case .counts(_, let text) = charter.facts[fact].kind { return [fact, text] }
      return [fact]
    }
  }
}
