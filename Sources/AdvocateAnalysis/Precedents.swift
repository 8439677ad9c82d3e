public import AdvocateCharter
public import AdvocateEvaluation

/// How far two actions are alike, fact by fact, as far as the rules of a charter can tell.
///
/// A fact counts where one of the two says something of it and some rule in use reads it. It is
/// alike where both say the same, or values that no test of a rule can tell apart, as 12 and 14
/// where rules only ask for at least 10. Texts, ranges, and numbers that other facts are worked out
/// from or held against are alike only where they are the same. What is said of one group of
/// customers counts as a fact of its own.
public struct Likeness: Sendable, Equatable {
  /// A fact in which the two differ.
  public struct Difference: Sendable, Equatable {
    /// The fact, by its place in the charter.
    public var fact: Int
    /// The group of customers that it is about; nil for all.
    public var group: String?
    /// What the first action says of it.
    public var first: Statement.Content
    /// What the second action says of it.
    public var second: Statement.Content
  }

  /// How many facts are alike.
  public private(set) var alike = 0
  /// The facts in which the two differ, those that carry most weight first.
  public private(set) var differences: [Difference] = []

  /// How many facts count.
  public var compared: Int { alike + differences.count }

  /// Whether the two are one case for all that matters: of at least three facts four in five are
  /// alike, or of fewer all.
  public var isOneCase: Bool {
    compared > 0 && (compared < 3 ? differences.isEmpty : 5 * alike >= 4 * compared)
  }

  init(_ first: Action, _ second: Action, by measure: CaseMeasure) {
    let groups = [nil] + Self.groups(first, second)
    for fact in measure.facts {
      for group in groups {
        let (one, other) = (
          Self.content(fact, first, group: group), Self.content(fact, second, group: group)
        )
        guard one.isSaid || other.isSaid else { continue }
        if measure.areAlike(one.content, other.content, fact) {
          alike += 1
        } else {
          differences.append(
            Difference(fact: fact, group: group, first: one.content, second: other.content))
        }
      }
    }
    differences.sort { left, right in
      let (one, other) = (measure.weights[left.fact], measure.weights[right.fact])
      return one == other ? left.fact < right.fact : one > other
    }
  }

  /// Whether this is nearer than `other`: a greater share alike, or of equal shares more facts.
  func isNearer(than other: Likeness) -> Bool {
    let (one, two) = (alike * max(1, other.compared), other.alike * max(1, compared))
    return one == two ? alike > other.alike : one > two
  }

  /// The groups that either tells of, each once.
  private static func groups(_ first: Action, _ second: Action) -> [String?] {
    first.groups.map(\.name)
      + second.groups.map(\.name).filter { first.groupPlace($0) == nil }
  }

  /// What an action says of a fact, and whether a line says it.
  private static func content(
    _ fact: Int, _ action: Action, group: String?
  ) -> (content: Statement.Content, isSaid: Bool) {
    if let said = action.statement(of: fact, group: group)?.content {
      return (said, said != .unsaid)
    }
    // Of a group holds what is said of all, unless a line says otherwise.
    if group != nil { return (content(fact, action, group: nil).content, false) }
    return (action.restIsUntouched ? .untouched : .unsaid, false)
  }
}

/// What two actions are set side by side by, made ready once for a charter.
public struct CaseMeasure: Sendable {
  /// The facts that count, in charter order.
  let facts: [Int]
  /// For each fact the tests that tell its values apart; nil where values count as they are.
  private let tests: [[Test]?]
  private let evaluator: Evaluator
  /// For each fact the weight of all rules that read it.
  let weights: [Int]

  /// Makes the charter of `program` ready.
  public init(_ program: Program) {
    let charter = program.charter
    facts = charter.facts.indices.filter {
      program.isRead[$0] && charter.facts[$0].kind?.isSaid == true
    }
    let workedOut = Set(program.expressions.flatMap { $0?.facts ?? [] })
    let compared = Set(program.allTests.filter { $0.facts.count > 1 }.flatMap(\.facts))
    tests = charter.facts.indices.map { fact in
      // What is worked with, or held against another fact, counts to the last unit.
      let counts = workedOut.contains(fact) || compared.contains(fact)
      return counts || charter.facts[fact].kind == .text ? nil : program.testsOfFact[fact]
    }
    evaluator = Evaluator(program)
    weights = charter.facts.indices.map { fact in
      program.usedRules.filter { charter.rules[$0].facts.contains(fact) }
        .map { charter.rules[$0].weight }.reduce(0, +)
    }
  }

  /// Whether what two actions say of the fact at `fact` is alike.
  func areAlike(_ one: Statement.Content, _ other: Statement.Content, _ fact: Int) -> Bool {
    if one == other { return true }
    guard let tests = tests[fact], case .value(let first) = one, case .value(let second) = other
    else { return false }
    return tests.allSatisfy { test in
      evaluator.outcome(of: test) { $0 == fact ? .value(first) : .untouched }
        == evaluator.outcome(of: test) { $0 == fact ? .value(second) : .untouched }
    }
  }

  /// How far two actions are alike.
  public func likeness(_ first: Action, _ second: Action) -> Likeness {
    Likeness(first, second, by: self)
  }
}

/// An earlier decision about a like action.
public struct Precedent: Sendable {
  /// The decision.
  public var decision: Decision
  /// Its action, read by the charter at hand.
  public var action: Action
  /// How far its action is like the one at hand, which stands first.
  public var likeness: Likeness
  /// How many of its lines do not fit the charter at hand.
  public var lost: Int

  /// The earlier decisions about actions that are like `action` in at least one fact, the nearest
  /// first, and of equally near ones the newest.
  ///
  /// - Parameters:
  ///   - action: the action at hand.
  ///   - past: earlier decisions with their actions, read by the charter at hand, and how
  ///     many of their lines did not fit it.
  ///   - measure: what the actions are compared by.
  public static func nearest(
    to action: Action, among past: [(decision: Decision, action: Action, lost: Int)],
    by measure: CaseMeasure
  ) -> [Precedent] {
    past.map { earlier in
      Precedent(
        decision: earlier.decision, action: earlier.action,
        likeness: measure.likeness(action, earlier.action), lost: earlier.lost)
    }
    .filter { $0.likeness.alike > 0 }
    .sorted { left, right in
      if left.likeness.isNearer(than: right.likeness) { return true }
      if right.likeness.isNearer(than: left.likeness) { return false }
      return left.decision.number > right.decision.number
    }
  }
}
