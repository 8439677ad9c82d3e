public import AdvocateCharter
public import AdvocateDiagnostics
public import AdvocateEvaluation

/// How much a batch tells of each action.
public enum BatchDepth: String, Sendable, CaseIterable {
  /// The verdict, the score and the sums.
  case none
  /// These, and the points that every rule brings.
  case points
  /// The reasons as well, but only of the rules that spoke.
  case short
  /// Everything.
  case full

  /// The same for reports of single actions.
  public var level: ExplainLevel {
    switch self {
    case .none, .points: .none
    case .short: .short
    case .full: .full
    }
  }
}

/// What a batch is judged by, and what is written of it; the same for all who work on it.
public struct BatchPlan: Sendable {
  /// What is judged by.
  public let program: Program
  /// The same as tables.
  public let tables: CellTables
  /// Reads what stands in cells.
  public let reader: FieldReader
  /// How much is told of each action.
  public var depth: BatchDepth
  /// What is written, each format once.
  public var formats: [BatchFormat]
  /// Whether facts that are not said are untouched.
  public var restIsUntouched: Bool
  /// Which actions are refused.
  public var gates: BatchGates
  /// How wide text is, and how it looks.
  public var style: OutputStyle
  /// Whether text tells every action in a sentence where no more is told of it.
  public var tellsSentences = false
  /// What one action is called in a summary.
  public var noun = "row"
  /// Whether a table of verdicts has a column for the group of customers that each tells of: only
  /// scripts name groups.
  public var namesGroups = false

  /// Prepares to judge by the charter of `workspace`; nil where its weights are beyond all measure.
  public init?(
    _ workspace: Workspace, depth: BatchDepth, formats: [BatchFormat], gates: BatchGates,
    restIsUntouched: Bool, style: OutputStyle
  ) {
    let program = Program(workspace.charter)
    guard let tables = CellTables(program) else { return nil }
    self.program = program
    self.tables = tables
    reader = FieldReader(workspace)
    self.depth = depth
    self.formats = formats
    self.gates = gates
    self.restIsUntouched = restIsUntouched
    self.style = style
  }

  /// Whether every action has to be judged with all that its open answers allow.
  public var needsJudgement: Bool {
    depth == .short || depth == .full || gates.refusesUnsettled || writesSentences
  }

  /// Whether of what open answers allow no more is told than whether the verdict is settled:
  /// notices in JSON tell more.
  var asksOnlyWhetherSettled: Bool {
    depth.level == .none && formats.allSatisfy { $0 != .json && $0 != .jsonl }
  }

  /// Whether a sentence is written of every action.
  public var writesSentences: Bool { tellsSentences && depth == .none && formats.contains(.text) }

  /// The words of verdicts by their codes: the bands, then no rule speaking, then vetoed.
  func word(ofVerdict code: Int) -> String {
    let bands = program.charter.bands
    return bands.indices.contains(code)
      ? bands[code].name : code == bands.count ? "silent" : "vetoed"
  }
}

/// A table of actions as it stands in a file.
public struct BatchSource: Sendable {
  /// The forms that are read.
  public enum Form: Sendable, Equatable {
    /// A row an action, with such a sign between the cells.
    case csv(delimiter: UInt8)
    /// An object an action.
    case jsonLines
    /// Lines, of which one begins each action; none of them says anything else.
    case script
  }

  /// The file as the person named it.
  public var file: String
  /// What it holds.
  public var form: Form
  /// What stands in each column; empty for JSON lines, which name it in each line.
  public var columns: [BatchColumn]
  /// Whether names of actions in a script may hold any sign, and are read with care.
  public var hasOddNames = false
  /// What the columns are called.
  public var names: [String]

  /// Creates a source.
  public init(
    file: String, form: Form, columns: [BatchColumn] = [], names: [String] = []
  ) {
    (self.file, self.form, self.columns, self.names) = (file, form, columns, names)
  }

  /// What the column at `place` is called, for people.
  func name(ofColumn place: Int) -> String {
    let name = names.indices.contains(place) ? names[place] : ""
    return name.isEmpty ? "column \(place + 1)" : name
  }
}

/// What a column of a table holds.
public enum BatchColumn: Sendable, Hashable {
  /// The action's name.
  case name
  /// What is said of a fact.
  case fact(Int)
  /// How what is said of a fact is known.
  case evidence(Int)
  /// Remarks, and what is about something else.
  case other
  /// What seems to be said of a fact, and is not read; the fact where it is known.
  case lost(Int?)
  /// Nobody knows what, since it has no name.
  case nameless
}

/// Some whole records of a source.
public struct BatchChunk: Sendable {
  /// Where they stand.
  public var source: BatchSource
  /// The bytes, and some more that count for nothing.
  public var bytes: [UInt8]
  /// How many of the bytes count.
  public var count: Int
  /// The number of the first line.
  public var firstLine: Int
  /// Actions that were read elsewhere, in place of bytes.
  public var actions: [Action] = []

  /// How many bytes a chunk needs beyond those that count.
  public static let padding = ByteScan.padding

  /// Creates a chunk.
  public init(source: BatchSource, bytes: [UInt8], count: Int, firstLine: Int) {
    (self.source, self.bytes, self.count, self.firstLine) = (source, bytes, count, firstLine)
  }

  /// Creates a chunk of actions that were read from a script.
  public init(_ actions: [Action], of file: String) {
    self.init(
      source: BatchSource(file: file, form: .jsonLines),
      bytes: [UInt8](repeating: 0, count: Self.padding), count: 0,
      firstLine: max(1, actions.first?.location.line ?? 1))
    self.actions = actions
  }
}

/// What came of a chunk.
public struct BatchPiece: Sendable {
  /// The file that the chunk is from.
  public var file = ""
  /// The number of its first line.
  public var firstLine = 1
  /// The text for each format, in the order of the plan.
  public var texts: [[UInt8]]
  /// What was found.
  public var findings: [Diagnostic] = []
  /// How much more was found.
  public var untold = 0
  /// What was found of columns and members as such, by their names: told once a file.
  public internal(set) var columnFindings: [(name: String, finding: Diagnostic)] = []
  /// How often each verdict came out, by its code.
  public var verdicts: [Int]
  /// How many of those are settled; only where all were judged in full.
  public var settled: [Int]
  /// The lines that could not be judged.
  public var failed: [Int] = []
  /// Those that were refused by a gate.
  public internal(set) var refused = NamedActions()
  /// The actions of which an earlier run said nothing.
  public internal(set) var newActions = NamedActions()
  /// How many failures a list of tests tells of.
  var told = 0
  /// How many others it tells of since lines of them were left out.
  var unread = 0
  /// The actions that are nearest to another verdict.
  public var nearest: [NearAction] = []

  /// Whether it tells of no action at all.
  public var isEmpty: Bool { failed.isEmpty && verdicts.allSatisfy { $0 == 0 } }
}

/// An action that is near to another verdict.
public struct NearAction: Sendable, Equatable {
  /// Its name.
  public var name: String
  /// The file that it stands in.
  public var file: String
  /// Its line.
  public var line: Int
  /// How far its score is from the edge, exactly: a numerator over a denominator.
  public var distance: Number
  /// Its score.
  public var score: Number
  /// The verdict beyond the edge.
  public var verdict: String
}

extension Verdict {
  /// The code of a verdict by a charter with these bands.
  func code(among bands: [Band]) -> Int {
    switch self {
    case .band(let place): place
    case .silent: bands.count
    case .vetoed: bands.count + 1
    }
  }
}
