public import AdvocateDiagnostics

/// What a fact can hold.
public enum FactKind: Sendable, Equatable {
  /// Levels from low to high.
  case scale([String])
  /// Levels without an order, of which one holds.
  case oneOf([String])
  /// Levels of which several may hold at once.
  case anyOf([String])
  /// Yes or no.
  case yesNo
  /// A number, not below 0, of something.
  case number(unit: String)
  /// An amount in the charter's currency; may be negative.
  case money
  /// A share of a hundred; may be negative.
  case percent
  /// Free text.
  case text
  /// Worked out from other facts.
  case computed(Expression)
  /// How often the phrases of a family stand in a text fact.
  case counts(phrases: String, inFact: Int)

  /// The levels, in order; empty for kinds without levels.
  public var levels: [String] {
    switch self {
    case .scale(let levels), .oneOf(let levels), .anyOf(let levels): levels
    case .yesNo: ["no", "yes"]
    default: []
    }
  }

  /// Whether values are numbers.
  public var isNumeric: Bool {
    switch self {
    case .number, .money, .percent, .computed, .counts: true
    default: false
    }
  }

  /// Whether the levels have an order, so that "at least" means something.
  public var isOrdered: Bool {
    switch self {
    case .scale: true
    default: isNumeric
    }
  }

  /// Whether a person says the value, rather than that it follows from others.
  public var isSaid: Bool {
    switch self {
    case .computed, .counts: false
    default: true
    }
  }
}

/// Whether a fact is done, follows, is thought, or simply is so.
public enum FactNature: String, Sendable, CaseIterable {
  /// Something one does.
  case deed
  /// Something that follows.
  case outcome
  /// What one thinks.
  case view
  /// What simply is so.
  case given
}

/// A sum, product or fact in a computed fact.
public indirect enum Expression: Sendable, Equatable {
  /// A number as written; a percentage is a share.
  case number(Number)
  /// The value of a fact, by its place in the charter.
  case fact(Int)
  /// Two parts and what joins them.
  case operation(Operator, Expression, Expression)

  /// What joins two parts.
  public enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  /// The facts that are read, each once, in the order of reading.
  public var facts: [Int] {
    var facts: [Int] = []
    var seen: Set<Int> = []
    visitFacts { fact in if seen.insert(fact).inserted { facts.append(fact) } }
    return facts
  }

  /// Gives every fact to `visit`, as often as it is read, in the order of reading.
  func visitFacts(_ visit: (Int) -> Void) {
    switch self {
    case .number: break
    case .fact(let fact): visit(fact)
    case .operation(_, let left, let right):
      left.visitFacts(visit)
      right.visitFacts(visit)
    }
  }

  /// How many facts and numbers it has, as often as they stand in it.
  func size(_ ofFact: (Int) -> Int) -> Int {
    switch self {
    case .number: 1
    case .fact(let fact): ofFact(fact)
    case .operation(_, let left, let right): left.size(ofFact) + right.size(ofFact)
    }
  }
}

/// One thing that can be known of an action.
public struct FactDeclaration: Sendable, Equatable {
  /// The name as declared.
  public var name: String
  /// The question behind it.
  public var question: String?
  /// What it can hold; nil until a line has said so.
  public var kind: FactKind?
  /// Whether it is done, follows, is thought or is so.
  public var nature: FactNature = .deed
  /// Whether `ask` begins with it while several are equally decisive.
  public var isFirst = false
  /// Whether a verdict carries a notice while it is unsaid.
  public var mustBeSaid = false
  /// What a level looks like in practice, by the level's place.
  public var meanings: [Int: String] = [:]
  /// Remarks of the charter's authors.
  public var notes: [String] = []
  /// The lines that could not be read and were not said again.
  public var dropped: [SourceLine] = []
  /// Where it was declared.
  public var location: SourceLocation

  /// Creates a fact that has only a name so far.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }

  /// The levels, in order; empty for kinds without levels.
  public var levels: [String] { kind?.levels ?? [] }

  /// Whether one of its lines could not be read.
  public var isIncomplete: Bool { !dropped.isEmpty }
}

/// What a fact holds.
public enum Value: Sendable, Hashable {
  /// A level by its place, from 0.
  case level(Int)
  /// Several levels of an `any of` fact, one bit each.
  case levels(UInt64)
  /// An exact number; a percentage of 40% is 0.4.
  case number(Number)
  /// Free text.
  case text(String)
}
