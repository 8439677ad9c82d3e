public import AdvocateDiagnostics

/// What a line says of a fact of an action.
public struct Statement: Sendable, Equatable {
  /// What is said.
  public enum Content: Sendable, Equatable {
    /// The fact holds this.
    case value(Value)
    /// The fact holds something from the first to the second.
    case between(Value, Value)
    /// The fact holds this number, give or take: from 80% to 125% of it.
    case roughly(Number)
    /// The action does not change it.
    case untouched
    /// Nothing is known of it; said to keep `the rest is untouched` away from it.
    case unsaid
  }

  /// The fact, by its place in the charter.
  public var fact: Int
  /// What is said of it.
  public var content: Content
  /// How it is known; nil for our guess.
  public var evidence: String?
  /// Where it stands.
  public var location: SourceLocation
  /// The group of customers that it holds for; nil for all that no other line sets apart.
  public var group: String?

  /// Creates a statement that holds for all.
  public init(fact: Int, content: Content, evidence: String?, location: SourceLocation) {
    self.fact = fact
    self.content = content
    self.evidence = evidence
    self.location = location
  }
}

/// A line of an action that could not be read, and the fact that it named, where it named one.
public struct DroppedLine: Sendable, Equatable {
  /// The line as typed.
  public var line: SourceLine
  /// The fact that it named, by its place in the charter.
  public var fact: Int?
  /// The group of customers that it named.
  public var group: String?

  /// Creates a record of a line that was left out.
  public init(line: SourceLine, fact: Int?, group: String? = nil) {
    self.line = line
    self.fact = fact
    self.group = group
  }
}

/// A proposed business action, as far as it was described.
public struct Action: Sendable, Equatable {
  /// The name as given.
  public var name: String
  /// What is said of its facts, in the order of saying; one statement a fact.
  public var statements: [Statement] = []
  /// The groups of customers for whom some facts are otherwise, in the order of saying.
  public var groups: [CustomerGroup] = []
  /// The one group that this speaks of, where it is what an action is to that group.
  public var group: String?
  /// Whether the facts that no line says are untouched.
  public var restIsUntouched = false
  /// Remarks.
  public var notes: [String] = []
  /// The lines that could not be read and were not said again.
  public var dropped: [DroppedLine] = []
  /// Where it was declared.
  public var location: SourceLocation

  /// Creates an action of which nothing is known.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }

  /// What is said of the fact at `fact`.
  public func statement(of fact: Int) -> Statement? { statements.first { $0.fact == fact } }

  /// The action against which others can be held: it touches nothing.
  public static let doNothing: Action = {
    var action = Action(name: "do nothing", location: SourceLocation())
    action.restIsUntouched = true
    return action
  }()
}

/// A verdict that a person expects, or a part of one.
public struct Expectation: Sendable, Equatable {
  /// What is expected.
  public enum Content: Sendable, Equatable {
    /// The verdict as told has this name.
    case verdict(String)
    /// The score as told lies between, in hundredths, both ends included.
    case score(from: Int, to: Int)
    /// This rule vetoes.
    case vetoedBy(rule: Int)
    /// This rule speaks for, fully or half.
    case speaksFor(rule: Int)
    /// This rule speaks against, fully, half or with a veto.
    case speaksAgainst(rule: Int)
    /// This rule is in play and says neither, or is not in play.
    case neutral(rule: Int)
    /// No open answer can change the verdict.
    case settled
    /// Some open answer can change the verdict.
    case notSettled
    /// The action comes out better than the one of this name.
    case betterThan(action: String)
    /// The action comes out worse than the one of this name.
    case worseThan(action: String)
  }

  /// What is expected.
  public var content: Content
  /// The line in canonical form.
  public var text: String
  /// Where it stands.
  public var location: SourceLocation

  /// Creates an expectation.
  public init(content: Content, text: String, location: SourceLocation) {
    self.content = content
    self.text = text
    self.location = location
  }
}

/// What is expected of one action.
public struct ExpectationBlock: Sendable, Equatable {
  /// The action, by its name.
  public var action: String
  /// The group of customers that it is expected for; nil for the worst-off.
  public var group: String?
  /// The expectations in order.
  public var expectations: [Expectation] = []
  /// Remarks.
  public var notes: [String] = []
  /// The lines that could not be read and were not said again.
  public var dropped: [SourceLine] = []
  /// Where it stands.
  public var location: SourceLocation

  /// Creates an empty block.
  public init(action: String, location: SourceLocation) {
    self.action = action
    self.location = location
  }

  /// The action with its group, as it stands behind `expect`.
  public var title: String { group.map { "\(action) for \($0)" } ?? action }

  /// Whether one of its lines could not be read.
  public var isIncomplete: Bool { !dropped.isEmpty }
}
