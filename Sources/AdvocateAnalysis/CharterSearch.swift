import AdvocateCharter
import AdvocateEvaluation

/// Looks for an action that two charters judge differently, or shows that there is none.
struct CharterSearch {
  private let judges: (before: Judge, after: Judge)
  private let evaluators: (before: Evaluator, after: Evaluator)
  private let match: CharterMatch
  private let joint: JointCharter
  private let program: Program
  private let budget: AnalysisBudget
  private let variables: OpenVariables
  private let tables: RuleTables
  /// The rules of the joint charter: those of the charter before, then those of the one after.
  private let rulesBefore: Int

  /// Whether any action changes its verdict from the one charter to the other.
  static func answer(
    _ before: Judge, _ after: Judge, _ budget: AnalysisBudget
  ) -> CharterDifference.Answer {
    let match = CharterMatch(before.program, after.program)
    guard match.clashes.isEmpty else { return .notComparable(facts: match.clashes) }
    let search = CharterSearch(before, after, match, budget)
    return search?.answer() ?? .same
  }

  /// Prepares the search; nil where both charters have the same lines, in whatever order.
  private init?(
    _ before: Judge, _ after: Judge, _ match: CharterMatch, _ budget: AnalysisBudget
  ) {
    judges = (before, after)
    evaluators = (Evaluator(before.program), Evaluator(after.program))
    self.budget = budget
    var joint = JointCharter(before.program.charter, after.program.charter) {
      match.beforeOfAfter[$0]
    }
    for rule in before.program.usedRules { joint.add(left: before.program.charter.rules[rule]) }
    for rule in after.program.usedRules { joint.add(right: after.program.charter.rules[rule]) }
    rulesBefore = before.program.usedRules.count
    self.match = match
    self.joint = joint
    if match.before.bands == match.after.bands,
      Rule.areAlike(joint.charter.rules[..<rulesBefore], joint.charter.rules[rulesBefore...])
    {
      return nil
    }
    let program = Program(joint.charter)
    self.program = program
    let world = [Reading](repeating: .untouched, count: joint.charter.facts.count)
    let open = joint.charter.facts.indices.filter {
      program.isRead[$0] && joint.charter.facts[$0].kind?.isSaid == true
    }
    // Nothing is said, so that a completion is whatever an action can say.
    var nothing = Action.doNothing
    nothing.restIsUntouched = false
    variables = OpenVariables(
      program: program, action: nothing, open: open, world: world, budget: budget)
    let evaluator = Evaluator(program)
    tables = RuleTables(
      evaluator: evaluator, variables: variables, world: world,
      sayings: evaluator.judge(world).sayings, budget: budget)
  }

  private func answer() -> CharterDifference.Answer {
    let pairs = pairedRules()
    let areBandsSame = match.before.bands == match.after.bands
    if areBandsSame, pairs.alone.allSatisfy(isIdle) { return .same }
    var tried = 0
    var numbers = SeededNumbers(seed: CharterDifference.Answer.seed)
    let hints = pairs.alone.isEmpty ? Array(program.charter.rules.indices) : pairs.alone
    func look(_ count: Int) -> CharterDifference.Answer? {
      for _ in 0..<count {
        if Interruption.isRequested { return nil }
        tried += 1
        if let found = witness(cells(&numbers, hints)) { return found }
      }
      return nil
    }
    if let found = look(200) { return found }
    switch eliminated(pairs.both) {
    case .none: return .same
    case .found(let answer): return answer
    case .notKnown: break
    }
    return look(CharterDifference.Answer.mostTried - tried)
      ?? .noneFound(tried: tried, seed: CharterDifference.Answer.seed)
  }

  // MARK: - Rules that are the same in both

  /// The rules that weigh and say the same in both charters, and those that stand alone.
  private func pairedRules() -> (both: [(Int, Int)], alone: [Int]) {
    let table = Dictionary(uniqueKeysWithValues: tables.open.map { ($0.rule, $0) })
    let rules = program.charter.rules
    func areSame(_ one: Int, _ other: Int) -> Bool {
      guard rules[one].weight == rules[other].weight else { return false }
      if let first = table[one], let second = table[other] {
        return first.variables == second.variables && first.sayings == second.sayings
      }
      if let first = tables.fixed[one], let second = tables.fixed[other] { return first == second }
      return rules[one].hasSameLines(as: rules[other])
    }
    var both: [(Int, Int)] = []
    var free = Array(rulesBefore..<rules.count)
    var alone: [Int] = []
    for one in 0..<rulesBefore {
      if let place = free.firstIndex(where: { areSame(one, $0) }) {
        both.append((one, free.remove(at: place)))
      } else {
        alone.append(one)
      }
    }
    return (both, alone + free)
  }

  /// Whether the rule can neither veto nor count.
  private func isIdle(_ rule: Int) -> Bool {
    let sayings: Set<Saying>
    if let fixed = tables.fixed[rule] {
      sayings = [fixed]
    } else if let open = tables.open.first(where: { $0.rule == rule }) {
      sayings = open.possible
    } else {
      return false
    }
    return program.charter.rules[rule].weight == 0
      ? !sayings.contains(.veto) : sayings == [.notInPlay]
  }

  // MARK: - Every action

  private enum Finding {
    case none
    case found(CharterDifference.Answer)
    case notKnown
  }

  private func eliminated(_ both: [(Int, Int)]) -> Finding {
    typealias Sums = PairedElimination.Sums
    let rules = program.charter.rules
    let partner = Dictionary(uniqueKeysWithValues: both)
    let partners = Set(partner.values)
    func sums(_ rule: Int, _ saying: Saying) -> Sums {
      let part = PairedElimination.Part(saying, weight: rules[rule].weight)
      if partner[rule] != nil { return Sums(before: part, after: part) }
      return rule < rulesBefore ? Sums(before: part) : Sums(after: part)
    }
    var factors: [PairedElimination.Factor] = []
    for table in tables.open where !partners.contains(table.rule) {
      factors.append(
        .init(
          variables: table.variables,
          sizes: table.variables.map { variables.variables[$0].cells.count },
          entries: table.sayings.map { .init(sums(table.rule, $0), .anyhow) }))
    }
    let others = tables.fixed.mapValues { [$0] }
      .merging(tables.bounded.mapValues { $0.sorted() }) { first, _ in first }
    for (rule, sayings) in others.sorted(by: { $0.key < $1.key })
    where !partners.contains(rule) {
      var outcomes = PairedElimination.Outcomes()
      for saying in sayings { outcomes.insert(sums(rule, saying), .anyhow) }
      factors.append(.init(variables: [], sizes: [], entries: [outcomes]))
    }
    var elimination = PairedElimination(
      variables: variables.variables, most: budget.steps / 8)
    guard let outcomes = elimination.outcomes(of: factors) else { return .notKnown }
    let apart = outcomes.order.filter {
      word($0.before, evaluators.before) != word($0.after, evaluators.after)
    }
    if apart.isEmpty { return .none }
    // Stretches of numbers that are worked out may promise too much: each way is tried.
    for sums in apart.prefix(200) {
      var cells: [Int: Int] = [:]
      outcomes.ways[sums]?.fill(&cells)
      if let found = witness(cells) { return .found(found) }
    }
    return .notKnown
  }

  private func word(_ part: PairedElimination.Part, _ evaluator: Evaluator) -> String {
    var tally = Tally()
    tally.inPlay = part.inPlay
    tally.forHalves = part.balance
    return evaluator.verdict(tally, isVetoed: part.isVetoed).word(in: evaluator.program.charter)
  }

  // MARK: - One action

  /// The facts of some rules filled in, and a few more.
  private func cells(_ numbers: inout SeededNumbers, _ hints: [Int]) -> [Int: Int] {
    var cells: [Int: Int] = [:]
    func fill(_ rule: Int, _ numbers: inout SeededNumbers) {
      for fact in program.inputs(ofRule: rule) {
        guard let place = variables.variableOfFact[fact] else { continue }
        cells[place] = numbers.below(variables.variables[place].cells.count)
      }
    }
    for _ in 0..<(1 + numbers.below(4)) where !program.charter.rules.isEmpty {
      fill(numbers.below(program.charter.rules.count), &numbers)
    }
    if !hints.isEmpty { fill(hints[numbers.below(hints.count)], &numbers) }
    return cells
  }

  /// The action that `cells` describe, if the charters judge it differently, with few lines.
  private func witness(_ cells: [Int: Int]) -> CharterDifference.Answer? {
    var statements = statements(cells)
    guard parts(statements) else { return nil }
    for place in statements.indices.reversed() {
      var fewer = statements
      fewer.remove(at: place)
      if parts(fewer) { statements = fewer }
    }
    let (before, after) = actions(statements)
    return .witness(
      CharterDifference.Change(
        before: judges.before.judge(before), after: judges.after.judge(after), lost: 0))
  }

  private func parts(_ statements: [(fact: Int, value: Value)]) -> Bool {
    let (before, after) = actions(statements)
    let first = evaluators.before.judge(evaluators.before.worldAsTold(by: before)).verdict
    let second = evaluators.after.judge(evaluators.after.worldAsTold(by: after)).verdict
    return first.word(in: match.before) != second.word(in: match.after)
  }

  private func statements(_ cells: [Int: Int]) -> [(fact: Int, value: Value)] {
    var readings: [Int: Value] = [:]
    var words: [Int: String] = [:]
    for (place, cell) in cells.sorted(by: { $0.key < $1.key }) {
      let variable = variables.variables[place]
      for (fact, reading) in zip(variable.facts, variable.cells[cell].readings) {
        guard case .value(let value) = reading else { continue }
        let declaration = joint.charter.facts[fact]
        if case .counts(let family, let text) = declaration.kind {
          words[text, default: ""] += phrases(family, value)
        } else if declaration.kind?.isSaid == true {
          readings[fact] = value
        }
      }
    }
    for (text, words) in words { readings[text] = .text(words) }
    for (fact, value) in readings where value == .text("") { readings[fact] = .text("something") }
    return readings.sorted { $0.key < $1.key }.map { (fact: $0.key, value: $0.value) }
  }

  /// A text in which a phrase of `family` stands so often as `value` says.
  private func phrases(_ family: String, _ value: Value) -> String {
    guard case .number(let number) = value,
      let phrase = joint.charter.phraseFamilies.first(where: { $0.name == family })?.phrases.first
    else { return "" }
    var count = 0
    while Number(count) < number, count < 20 { count += 1 }
    return String(repeating: phrase + ", ", count: count)
  }

  private func actions(
    _ statements: [(fact: Int, value: Value)]
  ) -> (before: Action, after: Action) {
    var before = Action.doNothing
    before.name = "Told apart"
    var after = before
    for (fact, value) in statements {
      let line = Statement(
        fact: fact, content: .value(value), evidence: nil, location: before.location)
      if fact < match.before.facts.count { before.statements.append(line) }
      if let own = joint.placeOfRight.firstIndex(of: fact) {
        var copy = line
        copy.fact = own
        after.statements.append(copy)
      }
    }
    return (before, after)
  }
}

extension Verdict {
  /// The word for it, as `expect` writes it.
  func word(in charter: Charter) -> String { self == .silent ? "silent" : name(in: charter) }
}
