public import AdvocateDiagnostics
public import AdvocateSyntax

/// What the lines so far have declared: a charter, actions, expectations, ledgers, and which of
/// them the next line says something about.
///
/// A value: a line that fails leaves it as it was, and an earlier state is a copy kept.
public struct Workspace: Sendable {
  /// What the next inner line belongs to, by its place.
  public enum Subject: Sendable, Equatable {
    case charter
    case fact(Int)
    case rule(Int)
    case phrases(Int)
    case action(Int)
    case expect(Int)
    case ledger(Int)
  }

  /// Where the charter came from, for saving.
  public enum Origin: Sendable, Equatable {
    /// A line `use NAME`: shipped inside the program, or a file.
    case used(String)
    /// A line `charter NAME`.
    case own
  }

  /// The lines that wait for a failed subject line to be mended.
  public struct Waiting: Sendable {
    /// The line that failed.
    public internal(set) var failed: SourceLine
    var error: LineError
    var intended: SubjectKind?
    /// Whether the line was meant to make a copy.
    var isCopy = false
    /// The action that the line stood in and may have belonged to, by its name.
    var owner: String?
    /// The lines below it.
    public internal(set) var lines: [SourceLine] = []
    /// The places among them of those that were typed alone.
    var alone: Set<Int> = []
    /// How many more there are that were not kept.
    var more = 0
  }

  /// The charter in force.
  public internal(set) var charter: Charter
  /// Where it came from.
  public internal(set) var origin: Origin
  /// The lines that changed it since, in canonical form, for saving.
  public internal(set) var charterLines: [Formatter.Line] = []
  /// The actions, in the order of declaration.
  public internal(set) var actions: [Action] = []
  /// What is expected of them.
  public internal(set) var expectations: [ExpectationBlock] = []
  /// The ledgers.
  public internal(set) var ledgers: [Ledger] = []
  /// What the next inner line belongs to.
  public internal(set) var subject: Subject?
  /// Lines that wait for another to be mended.
  public internal(set) var waiting: Waiting?
  /// Counts the changes of the charter, so that what was prepared from it can be kept.
  public internal(set) var charterRevision = 0

  /// Counts all changes, so that a caller can tell whether a line made one.
  public internal(set) var changeCount = 0

  /// Whether it holds only as many actions as a session, which keeps earlier states of all.
  public var isOfSession = false

  var factPlaces: [String: Int] = [:]
  var rulePlaces: [String: Int] = [:]
  /// The levels of all facts in lower case, and perhaps some that are gone.
  var levelNames: Set<String> = []
  var actionPlaces: [String: Int] = [:]
  var isSubjectNew = false
  /// Whether the line at hand was typed alone, so that the next one is written knowing its fate.
  var isAlone = false

  /// Creates a workspace in which `charter` is in force, taken by `use` of `name`.
  public init(charter: Charter, usedAs name: String) {
    self.charter = charter
    origin = .used(name)
    indexCharter()
  }

  /// The kind of the subject, which decides how the next line is read.
  public var subjectKind: SubjectKind? {
    switch subject {
    case .action: .action
    case .charter: .charter
    case .expect: .expect
    case .fact: .fact
    case .ledger: .ledger
    case .phrases: .phrases
    case .rule: .rule
    case nil: nil
    }
  }

  /// The action that is the subject, if one is.
  public var currentAction: Action? {
    if case .action(let place) = subject { actions[place] } else { nil }
  }

  /// The subject in words, as in `action Phone to cancel`.
  public var subjectName: String? {
    switch subject {
    case .action(let place): "action \(actions[place].name)"
    case .charter: "charter \(charter.name)"
    case .expect(let place): "expect \(expectations[place].title)"
    case .fact(let place): "fact \(charter.facts[place].name)"
    case .ledger(let place): "ledger \(ledgers[place].name)"
    case .phrases(let place): "phrases \(charter.phraseFamilies[place].name)"
    case .rule(let place): "rule \(charter.rules[place].name)"
    case nil: nil
    }
  }

  mutating func indexCharter() {
    indexRules()
    factPlaces = [:]
    levelNames = ["no", "yes"]
    for (place, fact) in charter.facts.enumerated() {
      factPlaces[fact.name.lowercased()] = place
      for level in fact.levels { levelNames.insert(level.lowercased()) }
    }
  }

  /// Of several rules of one name the first is found.
  mutating func indexRules() {
    let places = charter.rules.enumerated().map { ($1.name.lowercased(), $0) }
    rulePlaces = Dictionary(places) { first, _ in first }
  }

  mutating func indexActions() {
    actionPlaces = [:]
    for (place, action) in actions.enumerated() {
      actionPlaces[action.name.lowercased()] = place
    }
  }

  /// The place of the fact that is called `name`, whatever its capitals.
  public func factPlace(_ name: String) -> Int? { factPlaces[name.lowercased()] }

  /// The place of the action that is called `name` in full, whatever its capitals.
  public func actionPlace(_ name: String) -> Int? { actionPlaces[name.lowercased()] }
}

/// What came of one line.
public struct LineOutcome: Sendable {
  /// What changed, where it is worth a word.
  public enum Change: Sendable, Equatable {
    /// A subject that was not there before.
    case began(SubjectKind, name: String)
    /// A subject that lines were said of before.
    case returned(SubjectKind, name: String)
    /// A copy of an action.
    case copied(from: String, to: String)
    /// A fact of an action holds something else than before.
    case restated(fact: String, before: String, now: String)
    /// Lines that had waited joined this subject.
    case joined(count: Int, subject: String)

    /// Whether lines that had waited joined their subject.
    public var isJoining: Bool { if case .joined = self { true } else { false } }
  }

  /// What the caller has to do, since it needs more than the workspace.
  public enum Request: Sendable, Equatable {
    case use(Phrase)
    case load(Phrase)
    case weigh(rule: Int, weight: Int)
    case whatIf([StatementSyntax])
    case command(String, Phrase?)
  }

  /// What was wrong, or worth knowing.
  public var diagnostics: [Diagnostic] = []
  /// What changed, where it is worth a word.
  public var changes: [Change] = []
  /// The line in canonical form; nil when it could not be read.
  public var canonical: LineSyntax?
  /// What was put right while reading.
  public var tidyings: Set<Tidying> = []
  /// What the caller has to do.
  public var request: Request?
  /// Whether the line waits for another to be mended.
  public var isWaiting = false
  /// Whether anything was declared or said.
  public var didChange = false
}
