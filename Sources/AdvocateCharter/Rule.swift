public import AdvocateDiagnostics

/// One comparison of a fact with a value or another fact.
public struct Test: Sendable, Equatable {
  /// How the fact is compared.
  public enum Relation: String, Sendable, CaseIterable {
    case `is` = "is"
    case isNot = "is not"
    case atLeast = "is at least"
    case atMost = "is at most"
    case moreThan = "is more than"
    case lessThan = "is less than"
    case between = "is between"
    case includes = "includes"
    case doesNotInclude = "does not include"
  }

  /// What the fact is compared with.
  public enum Operand: Sendable, Equatable {
    /// A fixed value.
    case value(Value)
    /// Whatever another fact holds, by its place in the charter.
    case fact(Int)
  }

  /// The fact that is read, by its place in the charter.
  public var fact: Int
  /// How it is compared.
  public var relation: Relation
  /// What it is compared with: one, or two for `between`.
  public var operands: [Operand]

  /// Creates a comparison.
  public init(fact: Int, relation: Relation, operands: [Operand]) {
    self.fact = fact
    self.relation = relation
    self.operands = operands
  }

  /// The facts that are read, each once.
  public var facts: [Int] {
    var facts = [fact]
    for case .fact(let other) in operands where !facts.contains(other) { facts.append(other) }
    return facts
  }
}

/// One `when` line of a rule.
public struct Clause: Sendable, Equatable {
  /// What the line makes the rule say.
  public enum Side: String, Sendable, CaseIterable {
    case `for` = "for"
    case leansFor = "leans for"
    case leansAgainst = "leans against"
    case against = "against"
    case veto = "veto"
  }

  /// What the line makes the rule say.
  public var side: Side
  /// The comparisons, which must all hold.
  public var tests: [Test]
  /// Where it stands.
  public var location: SourceLocation

  /// Creates a line of a rule.
  public init(side: Side, tests: [Test], location: SourceLocation) {
    self.side = side
    self.tests = tests
    self.location = location
  }

  /// The facts that are read, each once, in the order of reading.
  public var facts: [Int] { tests.distinctFacts }
}

extension [Test] {
  /// The facts that are read, each once, in the order of reading.
  public var distinctFacts: [Int] {
    var facts: [Int] = []
    for test in self { for fact in test.facts where !facts.contains(fact) { facts.append(fact) } }
    return facts
  }
}

/// One weighted interest of the customers.
public struct Rule: Sendable, Equatable {
  /// The name as declared.
  public var name: String
  /// The family that it belongs to, by its place among the charter's lenses.
  public var lens: Int?
  /// The weight as written, 1 to 5; nil when no line says one.
  public var statedWeight: Int?
  /// Outside this the rule has nothing to say; empty when it has no `only when` line.
  public var scope: [Test] = []
  /// The `when` lines, as written.
  public var clauses: [Clause] = []
  /// Why a customer would care.
  public var reason: String?
  /// Where the idea comes from.
  public var source: String?
  /// Remarks of the charter's authors.
  public var notes: [String] = []
  /// The lines that could not be read and were not said again.
  public var dropped: [SourceLine] = []
  /// Where it was declared.
  public var location: SourceLocation

  /// Creates a rule that has only a name so far.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }

  /// Whether one of its lines could not be read.
  public var isIncomplete: Bool { !dropped.isEmpty }

  /// The points it brings: 1 without a `weight` line, 0 when it only vetoes and says no weight.
  public var weight: Int {
    if let statedWeight { return statedWeight }
    return !clauses.isEmpty && clauses.allSatisfy { $0.side == .veto } ? 0 : 1
  }

  /// Whether it takes part in verdicts: it has a reason and something to say.
  public var isUsed: Bool { reason != nil && !clauses.isEmpty }

  /// The facts that it reads, each once, in the order of reading.
  public var facts: [Int] { (scope + clauses.flatMap(\.tests)).distinctFacts }
}
