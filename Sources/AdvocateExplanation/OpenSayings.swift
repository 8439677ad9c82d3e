import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// What open answers could make one rule say, each by a case that was really judged.
struct OpenSayings {
  /// The sayings other than the one as told, the best for the customer first.
  private(set) var sayings: [Saying] = []
  /// Whether no other saying is possible.
  private(set) var isComplete = true

  /// The number of cases that are judged at most.
  private static let budget = 20_000

  init(ofRule rule: Int, _ judgement: Judgement) {
    let choices = Choices(rule: rule, judgement)
    isComplete = choices.isComplete
    var found = Set<Saying>()
    if judgement.uncertainty.possibleVetoes.contains(rule) { found.insert(.veto) }
    let cases = choices.readings.reduce(1) { product, choice in
      product > Self.budget ? product : product * choice.count
    }
    if cases <= Self.budget {
      let evaluator = Evaluator(judgement.program)
      var world = judgement.world
      for number in 0..<cases {
        var rest = number
        for (fact, choice) in zip(choices.facts, choices.readings) {
          world[fact] = choice[rest % choice.count]
          rest /= choice.count
        }
        if choices.areComputed { evaluator.fillComputed(&world) }
        found.insert(evaluator.saying(ofRule: rule) { world[$0] })
      }
    } else {
      isComplete = false
    }
    let order: [Saying] = [
      .for, .leansFor, .neutral, .leansAgainst, .against, .veto, .notInPlay,
    ]
    sayings = order.filter { found.contains($0) && $0 != judgement.sayings[rule] }
  }
}

/// The open facts behind one rule, each with readings of every kind that the rule can tell apart.
private struct Choices {
  var facts: [Int] = []
  var readings: [[Reading]] = []
  var isComplete = true
  var areComputed = false

  init(rule: Int, _ judgement: Judgement) {
    let charter = judgement.charter
    let text = FactText(judgement: judgement)
    let read = judgement.program.factsOfRule[rule]
    areComputed = read.contains { !(charter.facts[$0].kind?.isSaid ?? true) }
    let isOpen = Set(judgement.uncertainty.openFacts)
    facts = text.sources(of: read).filter { isOpen.contains($0) }
    // One number a stretch does not show every order of two numbers within it.
    let numeric = facts.count { charter.facts[$0].kind?.isNumeric ?? false }
    if areComputed && !facts.isEmpty || numeric > 1 { isComplete = false }
    let thresholds = Self.thresholds(rule: rule, facts: read + text.sources(of: read), judgement)
    for fact in facts {
      readings.append(choices(of: fact, thresholds, judgement))
    }
  }

  private mutating func choices(
    of fact: Int, _ thresholds: [Number], _ judgement: Judgement
  ) -> [Reading] {
    let kind = judgement.charter.facts[fact].kind
    switch judgement.action.statement(of: fact)?.content {
    case .between(.level(let low), .level(let high)):
      return (min(low, high)...max(low, high)).map { .value(.level($0)) }
    case .between(.number(let low), .number(let high)):
      return Self.numbers(thresholds, from: low, to: high)
    case .roughly(let number):
      let ends = [number * Self.fourFifths, number * Self.fiveQuarters].sorted()
      return Self.numbers(thresholds, from: ends[0], to: ends[1])
    default: break
    }
    switch kind {
    case .scale(let levels), .oneOf(let levels):
      return [.untouched] + levels.indices.map { .value(.level($0)) }
    case .yesNo: return [.untouched, .value(.level(0)), .value(.level(1))]
    case .anyOf(let levels): return [.untouched] + sets(levels)
    case .number: return [.untouched] + Self.numbers(thresholds, from: Number(0), to: nil)
    case .money, .percent: return [.untouched] + Self.numbers(thresholds, from: nil, to: nil)
    default:
      isComplete = false
      return [judgement.world[fact]]
    }
  }

  /// Every set that can be said of `levels`; of many levels only the single ones.
  private mutating func sets(_ levels: [String]) -> [Reading] {
    guard levels.count <= 8 else {
      isComplete = false
      return levels.indices.prefix(64).map { .value(.levels(1 << UInt64($0))) }
    }
    let alone = levels.firstIndex(of: "nothing").map { UInt64(1) << UInt64($0) }
    return (UInt64(1)..<(1 << UInt64(levels.count)))
      .filter { set in alone.map { set & $0 == 0 || set == $0 } ?? true }
      .map { .value(.levels($0)) }
  }

  private static let fourFifths = Number(4).divided(by: Number(5)) ?? Number(1)
  private static let fiveQuarters = Number(5).divided(by: Number(4)) ?? Number(1)

  /// The numbers with which the rule compares, and those that its facts hold.
  private static func thresholds(
    rule: Int, facts: [Int], _ judgement: Judgement
  ) -> [Number] {
    let rule = judgement.charter.rules[rule]
    var numbers: [Number] = facts.compactMap { judgement.world[$0].number }
    for test in rule.scope + rule.clauses.flatMap(\.tests) {
      for case .value(.number(let number)) in test.operands { numbers.append(number) }
    }
    return numbers
  }

  /// Each threshold, one number between any two, and one beyond each end, within the limits.
  private static func numbers(
    _ thresholds: [Number], from low: Number?, to high: Number?
  ) -> [Reading] {
    var points = thresholds
    if let low { points.append(low) }
    if let high { points.append(high) }
    if points.isEmpty { points = [Number(0)] }
    points.sort()
    var all: [Number] = []
    for (place, point) in points.enumerated() where all.last != point {
      if place > 0, let middle = (points[place - 1] + point).divided(by: Number(2)) {
        all.append(middle)
      }
      all.append(point)
    }
    if let first = points.first, let last = points.last {
      all = [first - Number(1)] + all + [last + Number(1)]
    }
    return all.filter { number in
      (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
    }.map { .value(.number($0)) }
  }
}
