@testable public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Judges by trying every completion: slow, plain, and independent of the analysis proper.
public enum BruteForce {
  /// The judgement on `action` by `charter`.
  ///
  /// Open numbers take 1, 2,500 and 10,000, or the ends and the middle of their range, which is
  /// enough for the sample charter.
  public static func judge(
    _ action: Action, by charter: Charter = SampleCharter.charter
  ) -> Judgement {
    let program = Program(charter)
    let evaluator = Evaluator(program)
    let world = evaluator.worldAsTold(by: action)
    let (sayings, tally, verdict) = evaluator.judge(world)
    let said = Set(action.statements.map(\.fact))
    let named = Set(action.dropped.compactMap(\.fact))
    let unsaidLines = Set(action.statements.filter { $0.content == .unsaid }.map(\.fact))
    let free = charter.facts.indices.filter {
      !said.contains($0) && charter.facts[$0].kind?.isSaid == true
    }
    let filled =
      action.restIsUntouched
      ? free.filter { !charter.facts[$0].mustBeSaid && !named.contains($0) } : []
    let unsaid = free.filter { !filled.contains($0) } + unsaidLines
    return Judgement(
      action: action, program: program, world: world, sayings: sayings, tally: tally,
      verdict: verdict,
      uncertainty: explore(evaluator, action, world, unsaid: unsaid.sorted()), filled: filled,
      missing: unsaid.filter { charter.facts[$0].mustBeSaid }.sorted())
  }

  private static func explore(
    _ evaluator: Evaluator, _ action: Action, _ told: [Reading], unsaid: [Int]
  ) -> Uncertainty {
    let charter = evaluator.program.charter
    let ranged = action.statements.filter { range(of: $0) != nil }.map(\.fact)
    let open = (unsaid + ranged).sorted()
    let choices = open.map { self.choices($0, action, charter) }
    var said = charter.rules.map { _ in Set<Saying>() }
    var scores: [Score] = []
    var mass: [Verdict: Double] = [:]
    for number in 0..<choices.reduce(1, { $0 * $1.count }) {
      var world = told
      var rest = number
      var share = 1.0
      for (fact, choice) in zip(open, choices) {
        world[fact] = choice[rest % choice.count].reading
        share *= choice[rest % choice.count].share
        rest /= choice.count
      }
      evaluator.fillComputed(&world)
      let (sayings, tally, verdict) = evaluator.judge(world)
      for (rule, saying) in sayings.enumerated() { said[rule].insert(saying) }
      if let score = tally.score { scores.append(score) }
      mass[verdict, default: 0] += share
    }
    let openRules = said.indices.filter { said[$0].count > 1 }
    let all = charter.bands.indices.map(Verdict.band) + [.silent, .vetoed]
    let reachable = all.filter { mass[$0] != nil }
    return Uncertainty(
      openFacts: open, unsaidFacts: unsaid, decidingFacts: open, openRules: openRules,
      unheard: openRules.reduce(0) { $0 + charter.rules[$1].weight },
      possibleVetoes: openRules.filter { said[$0].contains(.veto) },
      range: scores.min().flatMap { low in scores.max().map { low...$0 } }, reachable: reachable,
      shares: reachable.map { mass[$0] ?? 0 }, isExact: true)
  }

  private static func range(of statement: Statement) -> [Value]? {
    switch statement.content {
    case .between(.level(let low), .level(let high)): (low...high).map(Value.level)
    case .between(let low, let high): [low, high]
    case .roughly(let number):
      [number * Number(4), number * Number(5), number * Number(25)].enumerated().compactMap {
        $0.element.divided(by: Number([5, 5, 20][$0.offset])).map(Value.number)
      }
    default: nil
    }
  }

  private static func choices(
    _ fact: Int, _ action: Action, _ charter: Charter
  ) -> [(reading: Reading, share: Double)] {
    if let range = action.statement(of: fact).flatMap(range) {
      return range.map { (.value($0), 1 / Double(range.count)) }
    }
    let values: [Value] =
      switch charter.facts[fact].kind {
      case .scale(let levels), .oneOf(let levels): levels.indices.map(Value.level)
      case .yesNo: [.level(0), .level(1)]
      case .anyOf: [0b001, 0b010, 0b100, 0b110].map(Value.levels)
      case .number, .money, .percent: [1, 2500, 10_000].map { .number(Number($0)) }
      default: []
      }
    if values.isEmpty { return [(.untouched, 1)] }
    let others = values.map { ($0 == .levels(0b110) ? 0 : 1) }
    let each = 0.5 / Double(others.reduce(0, +))
    return [(.untouched, 0.5)]
      + zip(values, others).map { (Reading.value($0), each * Double($1)) }
  }
}
