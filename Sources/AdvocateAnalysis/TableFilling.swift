import AdvocateCharter
import AdvocateEvaluation

/// Fills in what one rule says in every joint cell of the variables that it reads.
///
/// Each comparison is tried once for each way to fill in what it reads itself, which is most often
/// one variable; the outcomes are then spread over the joint cells.
struct TableFilling {
  private let evaluator: Evaluator
  private let variables: [OpenVariable]
  private let variableOfFact: [Int?]
  private let read: [Int]
  private let sizes: [Int]
  /// How far apart two cells of each variable lie, the first variable slowest.
  private let strides: [Int]
  private let total: Int

  /// - Parameters:
  ///   - read: the variables that the rule reads, by their places.
  ///   - variableOfFact: for each fact, the variable that decides it; a fact that its variable does
  ///     not hold is worked out.
  init(
    _ evaluator: Evaluator, read: [Int], variables: [OpenVariable], variableOfFact: [Int?]
  ) {
    self.evaluator = evaluator
    self.variables = variables
    self.variableOfFact = variableOfFact
    self.read = read
    sizes = read.map { variables[$0].cells.count }
    var strides = [Int](repeating: 1, count: read.count)
    for place in read.indices.dropLast().reversed() {
      strides[place] = strides[place + 1] * sizes[place + 1]
    }
    self.strides = strides
    total = sizes.reduce(1, *)
  }

  /// What the rule at `rule` says in each joint cell; `world` holds what is not open.
  func sayings(ofRule rule: Int, _ world: inout [Reading]) -> [Saying] {
    let rule = evaluator.program.rules[rule]
    var sayings = [UInt8](repeating: Saying.notInPlay.rawValue, count: total)
    for line in rule.lines {
      let forms = [Saying.notInPlay, .neutral, line.saying].map(\.rawValue)
      let outcomes = outcomes(of: line.tests, &world)
      for place in 0..<total {
        // The order of the cases is the order of strength, except among those that speak for.
        sayings[place] = max(sayings[place], forms[Int(outcomes[place])])
      }
    }
    if !rule.scope.isEmpty {
      let outcomes = outcomes(of: rule.scope, &world)
      for place in 0..<total where outcomes[place] != TestOutcome.holds.rawValue {
        sayings[place] = Saying.notInPlay.rawValue
      }
    }
    let cases = Saying.allCases
    return sayings.map { cases[Int($0)] }
  }

  /// In each joint cell the lowest outcome of `tests`.
  private func outcomes(of tests: [Test], _ world: inout [Reading]) -> [UInt8] {
    var outcomes = [UInt8](repeating: TestOutcome.holds.rawValue, count: total)
    for test in tests {
      let facts = test.facts
      let own = read.indices.filter { place in facts.contains { variableOfFact[$0] == read[place] }
      }
      let tried = tried(test, facts, own, &world)
      spread(tried, own, &outcomes, from: 0, at: 0, 0)
    }
    return outcomes
  }

  /// What comes of `test` in each joint cell of the variables at `own` places.
  private func tried(
    _ test: Test, _ facts: [Int], _ own: [Int], _ world: inout [Reading]
  ) -> [UInt8] {
    var followers: [Int] = []
    for fact in facts {
      guard let variable = variableOfFact[fact] else { continue }
      if !variables[variable].facts.contains(fact) { followers.append(fact) }
    }
    let touched = own.flatMap { variables[read[$0]].facts } + followers
    let kept = touched.map { world[$0] }
    defer { for (fact, reading) in zip(touched, kept) { world[fact] = reading } }
    var outcomes: [UInt8] = []
    MixedRadix.forEach(own.map { sizes[$0] }) { choice in
      for (place, cell) in zip(own, choice) {
        let variable = variables[read[place]]
        for (fact, reading) in zip(variable.facts, variable.cells[cell].readings) {
          world[fact] = reading
        }
      }
      for fact in followers {
        let value = evaluator.program.expressions[fact].flatMap { expression in
          evaluator.value(of: expression, in: world)
        }
        world[fact] = value.map { .value(.number($0)) } ?? .untouched
      }
      outcomes.append(evaluator.outcome(of: test) { world[$0] }.rawValue)
    }
    return outcomes
  }

  /// Lowers `outcomes` to `tried`, whose variables stand at `own` places, from the variable at
  /// `place` on, the ones before it being chosen.
  private func spread(
    _ tried: [UInt8], _ own: [Int], _ outcomes: inout [UInt8], from start: Int, at place: Int,
    _ index: Int
  ) {
    guard let last = own.last, place <= last else {
      let outcome = tried[index]
      guard outcome != TestOutcome.holds.rawValue else { return }
      let length = own.last.map { strides[$0] } ?? total
      for position in start..<start + length {
        outcomes[position] = min(outcomes[position], outcome)
      }
      return
    }
    let isOwn = own.contains(place)
    for cell in 0..<sizes[place] {
      spread(
        tried, own, &outcomes, from: start + cell * strides[place], at: place + 1,
        isOwn ? index * sizes[place] + cell : index)
    }
  }
}
