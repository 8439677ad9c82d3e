public import AdvocateCharter

/// Judges one world by one charter.
///
/// A world gives every fact of the charter a reading; what is unsaid has been decided before.
public struct Evaluator: Sendable {
  /// What is judged by.
  public let program: Program

  /// Creates a judge.
  public init(_ program: Program) { self.program = program }

  /// The world that `action` tells of: unsaid facts are untouched, `roughly` is its number, and
  /// `between` its middle, on a scale the lower of two middles.
  public func worldAsTold(by action: Action) -> [Reading] {
    var world = [Reading](repeating: .untouched, count: program.charter.facts.count)
    for statement in action.statements {
      world[statement.fact] = Self.reading(asToldBy: statement.content)
    }
    fillComputed(&world)
    return world
  }

  /// What a fact holds of which this is said, as told.
  public static func reading(asToldBy content: Statement.Content) -> Reading {
    switch content {
    case .value(let value): .value(value)
    case .roughly(let number): .value(.number(number))
    case .between(.level(let low), .level(let high)): .value(.level(low + (high - low) / 2))
    case .between(.number(let low), .number(let high)):
      .value(.number((low + high).divided(by: Number(2)) ?? low))
    case .between, .untouched, .unsaid: .untouched
    }
  }

  /// Sets the facts of `world` that follow from others.
  public func fillComputed(_ world: inout [Reading]) { fill(program.following, in: &world) }

  /// Sets those `facts` of `world` that follow from others.
  public func fill(_ facts: [Int], in world: inout [Reading]) {
    for fact in facts {
      switch program.charter.facts[fact].kind {
      case .computed:
        let value = program.expressions[fact]?.value { world[$0].number }
        world[fact] = value.map { .value(.number($0)) } ?? .untouched
      case .counts(_, let text):
        if case .value(.text(let words)) = world[text], let counter = program.counters[fact] {
          world[fact] = .value(.number(Number(counter.count(in: words))))
        } else {
          world[fact] = .untouched
        }
      default: break
      }
    }
  }

  /// What the rule at `rule` says in a world that `reading` tells of.
  public func saying(ofRule rule: Int, _ reading: (Int) -> Reading) -> Saying {
    let rule = program.rules[rule]
    for test in rule.scope where outcome(of: test, reading) != .holds { return .notInPlay }
    var isInPlay = false
    var best = Saying.neutral
    for line in rule.lines {
      var outcome = TestOutcome.holds
      for test in line.tests {
        outcome = min(outcome, self.outcome(of: test, reading))
        if outcome == .undecided { break }
      }
      if outcome != .undecided { isInPlay = true }
      // The order of the cases is the order of strength, except among those that speak for.
      if outcome == .holds { best = max(best, line.saying) }
    }
    return isInPlay ? best : .notInPlay
  }

  /// Whether every fact that `test` reads is touched.
  public func isDecidable(_ test: Test, _ reading: (Int) -> Reading) -> Bool {
    outcome(of: test, reading) != .undecided
  }

  /// Whether `test` holds; never on what is untouched.
  public func holds(_ test: Test, _ reading: (Int) -> Reading) -> Bool {
    outcome(of: test, reading) == .holds
  }

  /// What comes of `test` in a world that `reading` tells of.
  public func outcome(of test: Test, _ reading: (Int) -> Reading) -> TestOutcome {
    guard case .value(let value) = reading(test.fact) else { return .undecided }
    var (first, last): (Value?, Value?)
    for operand in test.operands {
      let held: Value
      switch operand {
      case .value(let fixed): held = fixed
      case .fact(let other):
        guard case .value(let value) = reading(other) else { return .undecided }
        held = value
      }
      if first == nil { first = held }
      last = held
    }
    guard let first, let last else { return .fails }
    let holds =
      switch test.relation {
      case .is: value == first
      case .isNot: value != first
      case .atLeast: Self.order(value, first).map { $0 >= 0 } ?? false
      case .atMost: Self.order(value, first).map { $0 <= 0 } ?? false
      case .moreThan: Self.order(value, first).map { $0 > 0 } ?? false
      case .lessThan: Self.order(value, first).map { $0 < 0 } ?? false
      case .between:
        (Self.order(value, first).map { $0 >= 0 } ?? false)
          && (Self.order(value, last).map { $0 <= 0 } ?? false)
      case .includes: Self.includes(value, first)
      case .doesNotInclude: !Self.includes(value, first)
      }
    return holds ? .holds : .fails
  }

  private static func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.level(let one), .level(let other)): one < other ? -1 : one > other ? 1 : 0
    case (.number(let one), .number(let other)): one < other ? -1 : one > other ? 1 : 0
    default: nil
    }
  }

  private static func includes(_ value: Value, _ level: Value) -> Bool {
    guard case .levels(let held) = value, case .levels(let wanted) = level else { return false }
    return held & wanted == wanted
  }

  /// What all rules say in `world`, and their sums.
  public func judge(_ world: [Reading]) -> (sayings: [Saying], tally: Tally, verdict: Verdict) {
    var sayings = [Saying](repeating: .notInPlay, count: program.charter.rules.count)
    var tally = Tally()
    var isVetoed = false
    for rule in program.usedRules {
      let saying = saying(ofRule: rule) { world[$0] }
      sayings[rule] = saying
      tally.add(saying, weight: program.rules[rule].weight)
      isVetoed = isVetoed || saying == .veto
    }
    return (sayings, tally, verdict(tally, isVetoed: isVetoed))
  }

  /// The outcome of `tally`, by the charter's bands.
  public func verdict(_ tally: Tally, isVetoed: Bool) -> Verdict {
    if isVetoed { return .vetoed }
    guard let score = tally.score else { return .silent }
    let bands = program.charter.bands
    return .band(
      bands.firstIndex { score.isAtLeast(hundredths: $0.from) } ?? bands.count - 1)
  }
}

/// What comes of one comparison.
public enum TestOutcome: UInt8, Sendable, Comparable {
  /// It reads something untouched.
  case undecided
  /// It does not hold.
  case fails
  /// It holds.
  case holds

  /// Of several comparisons that must all hold the lowest outcome decides.
  public static func < (left: TestOutcome, right: TestOutcome) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Tally {
  /// Adds what a rule of `weight` says.
  public mutating func add(_ saying: Saying, weight: Int) {
    guard saying != .notInPlay else { return }
    inPlay += weight
    let halves = saying.halves * weight
    if halves > 0 { forHalves += halves } else { againstHalves -= halves }
  }
}

extension Clause.Side {
  /// What a rule says when this line alone holds.
  public var saying: Saying {
    switch self {
    case .for: .for
    case .leansFor: .leansFor
    case .leansAgainst: .leansAgainst
    case .against: .against
    case .veto: .veto
    }
  }
}

extension Saying: Comparable {
  /// The later case wins where several lines hold: against before for, the stronger of one side.
  public static func < (left: Saying, right: Saying) -> Bool { left.rawValue < right.rawValue }
}

extension Evaluator {
  /// The value of `expression` in `world`; nil where it reads something untouched or divides by 0.
  public func value(of expression: Expression, in world: [Reading]) -> Number? {
    expression.value { world[$0].number }
  }
}
