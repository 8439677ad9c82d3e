import AdvocateCharter
import AdvocateEvaluation

/// Concrete numbers in place of stretches, where facts are worked out from several open ones.
///
/// Interval arithmetic can only allow too much. What sample numbers reach is reached for sure:
/// where both give the same outcomes, these are exact.
struct SampledVariables {
  /// The variables: those that some computed fact reads are joined into one, with what is worked
  /// out from them.
  private(set) var variables: [OpenVariable] = []
  /// For each fact, its variable.
  private(set) var variableOfFact: [Int?]

  /// The facts that are joined into one variable.
  private(set) var joined: Set<Int> = []

  /// Joins the inputs of computed facts among `members`; nil where there would be too many cells.
  ///
  /// - Parameter rules: the rules that ask. Of all samples in which their comparisons come out
  ///   alike, one is kept.
  init?(
    _ source: OpenVariables, members: [Int], rules: [Int], evaluator: Evaluator, world: [Reading],
    budget: AnalysisBudget
  ) {
    variableOfFact = [Int?](repeating: nil, count: world.count)
    let computed = members.filter { source.variables[$0].constraint != nil }
    let inputs = Set(computed.flatMap { source.variables[$0].constraint?.inputs ?? [] })
      .filter { source.variables[$0].constraint == nil }.sorted()
    for member in members
    where source.variables[member].constraint == nil && !inputs.contains(member) {
      add(source.variables[member])
    }
    let samples = inputs.map { source.variables[$0].cells.flatMap(Self.samples) }
    let count = samples.reduce(1) { $0 > budget.table ? $0 : $0 * $1.count }
    guard !inputs.isEmpty, count <= budget.table / 8 else { return nil }
    let facts = inputs.flatMap { source.variables[$0].facts }
    let following = computed.flatMap { source.variables[$0].facts }
    joined = Set(facts + following)
    let tests = tests(of: rules, in: evaluator.program)
    var seen: Set<[UInt8]> = []
    var outcomes = [UInt8](repeating: 0, count: tests?.count ?? 0)
    var cells: [OpenVariable.Cell] = []
    var world = world
    var worked = [Reading](repeating: .untouched, count: following.count)
    let expressions = following.map { evaluator.program.expressions[$0] }
    let places = inputs.map { source.variables[$0].facts }
    // The choice before, so that only what changed is said anew.
    var said = [Int](repeating: -1, count: inputs.count)
    MixedRadix.forEach(samples.map(\.count)) { choice in
      for place in choice.indices where choice[place] != said[place] {
        said[place] = choice[place]
        let readings = samples[place][choice[place]]
        for (fact, reading) in zip(places[place], readings) { world[fact] = reading }
      }
      for place in following.indices {
        let value = expressions[place].flatMap { evaluator.value(of: $0, in: world) }
        worked[place] = value.map { .value(.number($0)) } ?? .untouched
      }
      if let tests {
        for (fact, reading) in zip(following, worked) { world[fact] = reading }
        for place in tests.indices {
          outcomes[place] = evaluator.outcome(of: tests[place]) { world[$0] }.rawValue
        }
        guard seen.insert(outcomes).inserted else { return }
      }
      cells.append(.init(facts.map { world[$0] } + worked, mass: 1))
    }
    add(OpenVariable(facts: facts + following, cells: cells))
  }

  /// The comparisons of `rules` that read something joined; nil where one reads something else that
  /// is open as well, so that it does not come out by the joined facts alone.
  private func tests(of rules: [Int], in program: Program) -> [Test]? {
    var tests: [Test] = []
    for rule in rules {
      let rule = program.rules[rule]
      for test in rule.scope + rule.lines.flatMap(\.tests) {
        let facts = test.facts
        guard facts.contains(where: joined.contains), !tests.contains(test) else { continue }
        // The variables that are not joined are known by now.
        if facts.contains(where: { variableOfFact[$0] != nil }) { return nil }
        tests.append(test)
      }
    }
    return tests
  }

  private mutating func add(_ variable: OpenVariable) {
    for fact in variable.facts { variableOfFact[fact] = variables.count }
    variables.append(variable)
  }

  /// Readings that lie in `cell`, near its ends and far from them.
  static func samples(_ cell: OpenVariable.Cell) -> [[Reading]] {
    guard
      let interval = cell.intervals.compactMap(\.self).first(where: {
        $0.low == nil || $0.low != $0.high
      })
    else { return [cell.readings] }
    if cell.readings.count == 1 {
      return numbers(in: interval).map { [.value(.number($0))] }
    }
    let scales = [Number(1), Number(1_000_000_000), tiny]
    return scales.map { scale in
      zip(cell.readings, cell.intervals).map { reading, interval in
        guard let interval, let number = reading.number else { return reading }
        return .value(.number(moved(number, in: interval, by: scale)))
      }
    }
  }

  private static let tiny = Number(1).divided(by: Number(1000)) ?? Number(1)

  /// `number` nearer to or farther from the end of its stretch; the order of several stays.
  private static func moved(_ number: Number, in interval: Interval, by scale: Number) -> Number {
    switch (interval.low, interval.high) {
    case (let low?, let high?):
      if low == high { return number }
      if scale == Number(1) { return number }
      return scale < Number(1)
        ? low + (number - low) * tiny : high - (high - number) * tiny
    case (let low?, nil): return low + (number - low) * scale
    case (nil, let high?): return high - (high - number) * scale
    case (nil, nil): return number * scale
    }
  }

  private static func numbers(in interval: Interval) -> [Number] {
    let far = Number(1_000_000_000)
    let numbers: [Number]
    switch (interval.low, interval.high) {
    case (let low?, let high?):
      let width = high - low
      let middle = low + (width.divided(by: Number(2)) ?? Number(0))
      numbers = [low, low + width * tiny, middle, high - width * tiny, high]
    case (let low?, nil): numbers = [low, low + tiny, low + Number(1), low + far]
    case (nil, let high?): numbers = [high, high - tiny, high - Number(1), high - far]
    case (nil, nil):
      numbers = [Number(0), tiny, Number(-1) * tiny, Number(1), Number(-1), far, Number(-1) * far]
    }
    return numbers.filter { interval.contains($0) }
  }
}
