import AdvocateCharter
public import AdvocateEvaluation

/// Whether one action is at least as good as another by every rule, and better by one, whatever
/// the open answers are.
public enum Dominance: Sendable, Equatable {
  /// It is.
  case dominates
  /// It is not: in some completion it is worse by a rule, or better by none.
  case doesNot
  /// Too much hangs together to be sure.
  case notKnown
}

extension Saying {
  /// How good it is for the customers, from -3 for a veto to 2.
  ///
  /// What is not in play counts as neutral. A veto has the mark of `against`, and yet is worse: no
  /// score lifts it. A rule that weighs 0 only vetoes.
  public func goodness(weight: Int) -> Int {
    if self == .veto { return -3 }
    return weight == 0 ? 0 : halves
  }
}

/// Two actions judged by one charter, rule by rule, in every completion that they share.
///
/// An open fact is the same in both where both tell the same of it; otherwise each has its own.
/// Facts on which the two never differ leave the rules that read nothing else out of account.
struct DominanceCheck {
  /// Whether the left dominates the right.
  private(set) var forward = Dominance.notKnown
  /// Whether the right dominates the left.
  private(set) var backward = Dominance.notKnown

  private let budget: AnalysisBudget
  private var variables: OpenVariables
  private var leftCanBeBetter = false
  private var rightCanBeBetter = false
  // Bounds may show what cannot come true; they never hide what can.
  private var leftMightBeBetter = false
  private var rightMightBeBetter = false
  private var mightBeEqualOnly = false
  /// Whether some rule always tells the two apart.
  private var isAlwaysApart = false
  /// Where each rule that can tell them apart does not.
  private var equalities: [Possibility.Condition] = []

  init(_ left: Judgement, _ right: Judgement, budget: AnalysisBudget) {
    self.budget = budget
    let pair = JudgedPair(left, right)
    let evaluator = Evaluator(Program(pair.joint.charter))
    variables = OpenVariables(
      program: evaluator.program, action: pair.action, open: pair.open, world: pair.world,
      budget: budget)
    let tables = RuleTables(
      evaluator: evaluator, variables: variables, world: pair.world,
      sayings: evaluator.judge(pair.world).sayings, budget: budget)
    let table = Dictionary(uniqueKeysWithValues: tables.open.map { ($0.rule, $0) })
    for place in stride(from: 0, to: evaluator.program.charter.rules.count, by: 2) {
      func side(_ rule: Int) -> Side {
        if let table = table[rule] { return .table(table) }
        if let saying = tables.fixed[rule] { return .fixed(saying) }
        return .bounded(tables.bounded[rule] ?? [])
      }
      add(side(place), side(place + 1), weight: evaluator.program.charter.rules[place].weight)
    }
    conclude()
  }

  /// What is known of one rule on one side.
  private enum Side {
    case fixed(Saying)
    case table(RuleTable)
    case bounded(Set<Saying>)

    var possible: Set<Saying> {
      switch self {
      case .fixed(let saying): [saying]
      case .table(let table): table.possible
      case .bounded(let possible): possible
      }
    }

    var variables: [Int] { if case .table(let table) = self { table.variables } else { [] } }

    func saying(_ cells: JoinedCells, _ choice: [Int]) -> Saying {
      switch self {
      case .fixed(let saying): saying
      case .table(let table): cells.saying(of: table, in: choice)
      case .bounded: .notInPlay
      }
    }
  }

  private mutating func add(_ left: Side, _ right: Side, weight: Int) {
    var isListed = true
    for side in [left, right] { if case .bounded = side { isListed = false } }
    let read = Set(left.variables + right.variables).sorted()
    guard isListed,
      let cells = JoinedCells(read, among: variables.variables, most: budget.table)
    else { return addBounded(left, right, weight: weight) }
    let isSure = !cells.variables.contains { place in
      variables.variables[place].facts.contains { variables.widened.contains($0) }
    }
    var holds = [Bool](repeating: false, count: cells.sizes.reduce(1, *))
    var canBeEqual = false
    var canLeft = false
    var canRight = false
    cells.forEach { choice, index in
      let one = left.saying(cells, choice).goodness(weight: weight)
      let other = right.saying(cells, choice).goodness(weight: weight)
      if one > other { canLeft = true }
      if one < other { canRight = true }
      if one == other {
        holds[index] = true
        canBeEqual = true
      }
    }
    if isSure {
      leftCanBeBetter = leftCanBeBetter || canLeft
      rightCanBeBetter = rightCanBeBetter || canRight
    } else {
      leftMightBeBetter = leftMightBeBetter || canLeft
      rightMightBeBetter = rightMightBeBetter || canRight
      mightBeEqualOnly = true
    }
    if !canBeEqual { isAlwaysApart = true }
    equalities.append(
      Possibility.Condition(variables: cells.variables, sizes: cells.sizes, holds: holds))
  }

  private mutating func addBounded(_ left: Side, _ right: Side, weight: Int) {
    let one = left.possible.map { $0.goodness(weight: weight) }
    let other = right.possible.map { $0.goodness(weight: weight) }
    guard let low = one.min(), let high = one.max(), let otherLow = other.min(),
      let otherHigh = other.max()
    else { return }
    if high > otherLow { leftMightBeBetter = true }
    if low < otherHigh { rightMightBeBetter = true }
    if low > otherHigh || high < otherLow { isAlwaysApart = true }
  }

  private mutating func conclude() {
    func atLeastAsGood(_ isSometimesWorse: Bool, _ isPerhapsWorse: Bool) -> Bool? {
      if isSometimesWorse { return false }
      return isPerhapsWorse ? nil : true
    }
    var isApart: Bool? = isAlwaysApart ? true : nil
    if !isAlwaysApart, let canBeEqual = Possibility.exists(equalities, most: budget.table) {
      let isSure = !mightBeEqualOnly && !leftMightBeBetter && !rightMightBeBetter
      isApart = canBeEqual ? (isSure ? false : nil) : true
    }
    func answer(_ isAsGood: Bool?) -> Dominance {
      if isAsGood == false || isApart == false { return .doesNot }
      return isAsGood == true && isApart == true ? .dominates : .notKnown
    }
    forward = answer(atLeastAsGood(rightCanBeBetter, rightMightBeBetter))
    backward = answer(atLeastAsGood(leftCanBeBetter, leftMightBeBetter))
  }
}

/// Two judgements by one charter as one action of a joint charter.
///
/// Its rules stand in pairs, the left's and the right's; rules on which the two cannot differ are
/// left out.
private struct JudgedPair {
  var joint: JointCharter
  var world: [Reading]
  var open: [Int] = []
  var action: Action

  init(_ left: Judgement, _ right: Judgement) {
    let charter = left.charter
    let (openLeft, openRight) = (
      Set(left.uncertainty.openFacts), Set(right.uncertainty.openFacts)
    )
    func told(_ judgement: Judgement, _ fact: Int) -> Statement.Content {
      judgement.action.statement(of: fact)?.content ?? .unsaid
    }
    func isShared(_ fact: Int) -> Bool {
      guard openLeft.contains(fact) == openRight.contains(fact) else { return false }
      return openLeft.contains(fact)
        ? told(left, fact) == told(right, fact) : left.world[fact] == right.world[fact]
    }
    action = left.action
    action.statements = []
    joint = JointCharter(charter, charter) { isShared($0) ? $0 : nil }
    world = left.world
    for (fact, place) in joint.placeOfRight.enumerated() where place >= charter.facts.count {
      world.append(right.world[fact])
    }
    func add(_ fact: Int, at place: Int, _ judgement: Judgement) {
      open.append(place)
      guard let statement = judgement.action.statement(of: fact) else { return }
      var copy = statement
      copy.fact = place
      action.statements.append(copy)
    }
    for fact in left.uncertainty.openFacts { add(fact, at: fact, left) }
    for fact in right.uncertainty.openFacts where joint.placeOfRight[fact] != fact {
      add(fact, at: joint.placeOfRight[fact], right)
    }
    for rule in left.program.usedRules
    where left.program.factsOfRule[rule].contains(where: { joint.placeOfRight[$0] != $0 }) {
      joint.add(left: charter.rules[rule])
      joint.add(right: charter.rules[rule])
    }
    let program = Program(joint.charter)
    open = open.filter { program.isRead[$0] }.sorted()
  }
}
