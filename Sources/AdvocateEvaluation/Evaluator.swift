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
      switch statement.content {
      case .value(let value): world[statement.fact] = .value(value)
      case .roughly(let number): world[statement.fact] = .value(.number(number))
      case .between(.level(let low), .level(let high)):
        world[statement.fact] = .value(.level(low + (high - low) / 2))
      case .between(.number(let low), .number(let high)):
        let middle = (low + high).divided(by: Number(2)) ?? low
        world[statement.fact] = .value(.number(middle))
      case .between, .untouched, .unsaid: break
      }
    }
    fillComputed(&world)
    return world
  }

  /// Sets the facts of `world` that follow from others.
  public func fillComputed(_ world: inout [Reading]) {
    for (fact, declaration) in program.charter.facts.enumerated() {
      switch declaration.kind {
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
    let rule = program.charter.rules[rule]
    for test in rule.scope where !holds(test, reading) { return .notInPlay }
    var isInPlay = false
    var best = Saying.neutral
    for clause in rule.clauses {
      guard clause.tests.allSatisfy({ isDecidable($0, reading) }) else { continue }
      isInPlay = true
      guard clause.tests.allSatisfy({ holds($0, reading) }) else { continue }
      // The order of the cases is the order of strength, except among those that speak for.
      best = max(best, clause.side.saying)
    }
    return isInPlay ? best : .notInPlay
  }

  /// Whether every fact that `test` reads is touched.
  public func isDecidable(_ test: Test, _ reading: (Int) -> Reading) -> Bool {
    guard reading(test.fact).isTouched else { return false }
    for case .fact(let other) in test.operands where !reading(other).isTouched { return false }
    return true
  }

  /// Whether `test` holds; never on what is untouched.
  public func holds(_ test: Test, _ reading: (Int) -> Reading) -> Bool {
    guard case .value(let value) = reading(test.fact) else { return false }
    var operands: [Value] = []
    for operand in test.operands {
      switch operand {
      case .value(let fixed): operands.append(fixed)
      case .fact(let other):
        guard case .value(let held) = reading(other) else { return false }
        operands.append(held)
      }
    }
    guard let first = operands.first else { return false }
    return switch test.relation {
    case .is: value == first
    case .isNot: value != first
    case .atLeast: Self.order(value, first).map { $0 >= 0 } ?? false
    case .atMost: Self.order(value, first).map { $0 <= 0 } ?? false
    case .moreThan: Self.order(value, first).map { $0 > 0 } ?? false
    case .lessThan: Self.order(value, first).map { $0 < 0 } ?? false
    case .between:
      (Self.order(value, first).map { $0 >= 0 } ?? false)
        && (operands.last.flatMap { Self.order(value, $0) }.map { $0 <= 0 } ?? false)
    case .includes: Self.includes(value, first)
    case .doesNotInclude: !Self.includes(value, first)
    }
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
      tally.add(saying, weight: program.charter.rules[rule].weight)
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
