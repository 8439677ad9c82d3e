public import AdvocateCharter
public import AdvocateEvaluation

/// Judges actions by one charter: as told, and what the open answers still allow.
public struct Judge: Sendable {
  /// What is judged by.
  public let program: Program
  let evaluator: Evaluator
  let budget: AnalysisBudget

  /// Creates a judge by `program`.
  public init(_ program: Program, budget: AnalysisBudget = AnalysisBudget()) {
    self.program = program
    self.budget = budget
    evaluator = Evaluator(program)
  }

  /// Everything that is known of `action`.
  ///
  /// Of an action that tells of several groups of customers: what is known of it for the worst-off,
  /// and with it what is known of the others.
  public func judge(_ action: Action) -> Judgement {
    if let worst = worstOff(of: action) { return worst }
    let facts = Facts(of: action, in: program.charter)
    let world = evaluator.worldAsTold(by: action)
    let (sayings, tally, verdict) = evaluator.judge(world)
    let uncertainty = self.uncertainty(action, facts, world, sayings, tally, verdict)
    return Judgement(
      action: action, program: program, world: world, sayings: sayings, tally: tally,
      verdict: verdict, uncertainty: uncertainty, filled: facts.filled, missing: facts.missing)
  }

  /// The facts of `action` that are open, whether or not a rule reads them.
  func openFacts(of action: Action) -> [Int] { Facts(of: action, in: program.charter).open }

  /// What is known of `action` as told, as if nothing of it were open: what open answers allow
  /// takes most of the time of a judgement.
  public func asTold(_ action: Action) -> Judgement {
    let world = evaluator.worldAsTold(by: action)
    let (sayings, tally, verdict) = evaluator.judge(world)
    let uncertainty = Uncertainty(
      openFacts: [], unsaidFacts: [], decidingFacts: [], openRules: [], unheard: 0,
      possibleVetoes: [], range: tally.score.map { $0...$0 }, reachable: [verdict], shares: [1],
      isExact: true)
    return Judgement(
      action: action, program: program, world: world, sayings: sayings, tally: tally,
      verdict: verdict, uncertainty: uncertainty, filled: [], missing: [])
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

  /// The verdicts that completions of `action` reach in which the facts `touched` are touched.
  ///
  /// What `judgement` holds as told must be one of them.
  func reachable(
    from judgement: Judgement, by action: Action, touching touched: Set<Int>
  ) -> [Verdict] {
    uncertainty(
      action, Facts(of: action, in: program.charter), judgement.world, judgement.sayings,
      judgement.tally, judgement.verdict, touching: touched
    ).reachable
  }

  private func uncertainty(
    _ action: Action, _ facts: Facts, _ world: [Reading], _ sayings: [Saying], _ tally: Tally,
    _ verdict: Verdict, touching touched: Set<Int> = []
  ) -> Uncertainty {
    var result = Uncertainty(
      openFacts: facts.open, unsaidFacts: facts.unsaid, decidingFacts: [], openRules: [],
      unheard: 0, possibleVetoes: [], range: tally.score.map { $0...$0 }, reachable: [verdict],
      shares: [1], isExact: true)
    let open = facts.open.filter { program.isRead[$0] }
    guard !open.isEmpty else { return result }
    let variables = OpenVariables(
      program: program, action: action, open: open, touched: touched, world: world,
      budget: budget)
    let tables = RuleTables(
      evaluator: evaluator, variables: variables, world: world, sayings: sayings, budget: budget)
    guard !tables.open.isEmpty || !tables.bounded.isEmpty else { return result }
    describe(&result, tables, variables, open)
    let components = self.components(tables, variables, world)
    let fixed = fixedOutcome(tables)
    let scores = ReachableScores(
      components: components.map(\.allowed) + [fixed], charter: program.charter)
    let verdicts = scores.verdicts()
    result.range = scores.range
    result.reachable = verdicts.reachable
    result.isExact = verdicts.isExact && isReached(result, components, fixed)
    result.shares = result.isExact ? verdicts.shares : []
    return result
  }

  /// Names the rules and facts on which something hangs.
  private func describe(
    _ result: inout Uncertainty, _ tables: RuleTables, _ variables: OpenVariables, _ open: [Int]
  ) {
    var possible = tables.bounded
    for table in tables.open { possible[table.rule] = table.possible }
    result.openRules = possible.keys.sorted()
    result.unheard = result.openRules.reduce(0) { $0 + program.rules[$1].weight }
    result.possibleVetoes = result.openRules.filter { possible[$0]?.contains(.veto) == true }
    var read = Set(tables.bounded.keys.flatMap { program.inputs(ofRule: $0) })
    for table in tables.open {
      let inputs = Set(program.inputs(ofRule: table.rule))
      let turning = table.turningVariables(variables.variables)
      for variable in variables.variables(behind: turning) {
        for fact in variables.variables[variable].facts {
          read.formUnion(inputs.intersection([fact]))
          // A count follows from its text.
          if case .counts(_, let text) = program.charter.facts[fact].kind { read.insert(text) }
        }
      }
    }
    result.decidingFacts = open.filter { fact in
      // What can be filled in in one way only decides nothing.
      let cells = variables.variableOfFact[fact].map { variables.variables[$0].cells.count }
      return read.contains(fact) && cells != 1
    }
  }

  private func fixedOutcome(_ tables: RuleTables) -> Outcomes {
    var sums = Outcomes.Sums(balance: 0, inPlay: 0, isVetoed: false)
    for (rule, saying) in tables.fixed {
      sums = sums + Outcomes.Sums(saying, weight: program.rules[rule].weight)
    }
    return Outcomes(sums)
  }

  /// The components of the rules that still wait, each with what it comes to, and all other rules
  /// as one outcome.
  struct OpenParts {
    var variables: OpenVariables
    var components: [(tables: [RuleTable], variables: [Int], outcomes: Outcomes)]
    var fixed: Outcomes
  }

  /// The open parts of what was judged; components that are too entangled are left out.
  func openParts(of judgement: Judgement) -> OpenParts {
    let variables = OpenVariables(
      program: program, action: judgement.action,
      open: judgement.uncertainty.openFacts.filter { program.isRead[$0] },
      world: judgement.world, budget: budget)
    let tables = RuleTables(
      evaluator: evaluator, variables: variables, world: judgement.world,
      sayings: judgement.sayings, budget: budget)
    var parts = OpenParts(variables: variables, components: [], fixed: fixedOutcome(tables))
    for part in Components.of(tables.open, variables.variables) {
      let outcomes = Elimination.outcomes(
        of: part.tables, members: part.variables, variables: variables.variables,
        charter: program.charter, budget: budget)
      if let outcomes { parts.components.append((part.tables, part.variables, outcomes)) }
    }
    return parts
  }

  /// What one component of rules that share open variables comes to.
  private struct Component {
    /// All that it can come to, and perhaps more.
    var allowed: Outcomes
    /// What it is sure to reach in some completion; nil where that is not known.
    var reached: Outcomes?
  }

  private func components(
    _ tables: RuleTables, _ variables: OpenVariables, _ world: [Reading]
  ) -> [Component] {
    var components: [Component] = []
    for (rule, possible) in tables.bounded.sorted(by: { $0.key < $1.key }) {
      components.append(Component(allowed: bound(rule, possible)))
    }
    for part in Components.of(tables.open, variables.variables) {
      let eliminated = Elimination.outcomes(
        of: part.tables, members: part.variables, variables: variables.variables,
        charter: program.charter, budget: budget)
      if let eliminated {
        let isWidened = part.tables.contains { table in
          program.factsOfRule[table.rule].contains { variables.widened.contains($0) }
        }
        components.append(
          Component(
            allowed: eliminated,
            reached: isWidened ? sampled(part, variables, world) : eliminated))
      } else {
        // Too entangled for the budget: each rule by itself allows at least as much.
        components += part.tables.map { Component(allowed: bound($0.rule, $0.possible)) }
      }
    }
    return components
  }

  /// What sample numbers reach, where interval arithmetic may have allowed too much; nil where some
  /// rule is not seen to say all that it may say.
  private func sampled(
    _ component: (tables: [RuleTable], variables: [Int]), _ variables: OpenVariables,
    _ world: [Reading]
  ) -> Outcomes? {
    guard
      let sampled = SampledVariables(
        variables, members: component.variables, rules: component.tables.map(\.rule),
        evaluator: evaluator, world: world, budget: budget)
    else { return nil }
    let tables = component.tables.map {
      RuleTables.sampled($0, evaluator, sampled, world)
    }
    guard zip(tables, component.tables).allSatisfy({ $0.possible == $1.possible }) else {
      return nil
    }
    return Elimination.outcomes(
      of: tables, members: Array(sampled.variables.indices), variables: sampled.variables,
      charter: program.charter, budget: budget)
  }

  /// Whether the range and the verdicts of `result` are all reached for sure.
  private func isReached(
    _ result: Uncertainty, _ components: [Component], _ fixed: Outcomes
  ) -> Bool {
    var reached: [Outcomes] = []
    var isSame = true
    for component in components {
      guard let own = component.reached else { return false }
      isSame = isSame && own.reachesTheSame(as: component.allowed)
      reached.append(own)
    }
    if isSame { return true }
    let scores = ReachableScores(components: reached + [fixed], charter: program.charter)
    return scores.range == result.range && scores.verdicts().reachable == result.reachable
  }

  private func bound(_ rule: Int, _ possible: Set<Saying>) -> Outcomes {
    let weight = program.rules[rule].weight
    // A rule that weighs nothing comes to the same whatever it says, but for a veto.
    var gathering = Gathering(OutcomeBounds(of: possible.sorted(), weight: weight))
    for saying in possible.sorted() {
      gathering.add(Outcomes.Sums(saying, weight: weight), mass: 1 / Double(possible.count))
    }
    return Outcomes(distinct: gathering.take())
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
  public func inputs(ofRule rule: Int) -> [Int] { inputsOfRule[rule] }
}
