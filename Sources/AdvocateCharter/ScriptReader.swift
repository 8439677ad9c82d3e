public import AdvocateDiagnostics
public import AdvocateSyntax

/// Reads whole files into a workspace, with the files that they name.
///
/// It touches no disk: `files` gives the bytes of a file by its path.
public struct ScriptReader {
  /// Gives the bytes of a file, or what is wrong with it.
  public typealias Files = (String) -> Result<[UInt8], FileError>

  /// What was found, in the order of the lines; of much only the first part.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How much more was found.
  public private(set) var untold = 0
  /// The lines with commands, which only a session carries out.
  public private(set) var skippedCommands: [SourceLine] = []
  /// The lines in canonical form; those that could not be read, as they stand.
  public private(set) var lines: [Formatter.Line] = []

  /// The files that were asked for, with those that others name.
  public private(set) var files: [String] = []

  /// Whether a line that is kept holds bytes that no text can give back.
  public private(set) var holdsBrokenText = false

  private let source: Files
  private let keepsLines: Bool
  private let mostFindings: Int
  private var open: [String] = []
  /// How many files were named, by this file and by those that it names.
  private var namedFiles = 0
  /// How many errors, and how many lesser findings, are kept.
  private var kept = (errors: 0, others: 0)

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - files: gives the bytes of a file.
  ///   - keepsLines: whether the lines are kept in canonical form, for formatting.
  ///   - mostFindings: how many errors are kept, and how many other findings.
  public init(
    files: @escaping Files, keepsLines: Bool = false, mostFindings: Int = Limits.mostFindings
  ) {
    source = files
    self.mostFindings = mostFindings
    self.keepsLines = keepsLines
  }

  /// Reads the file at `path` into `workspace`; every file stands for itself.
  public mutating func read(file path: String, into workspace: inout Workspace) {
    switch contents(of: path) {
    case .failure(let error): add([error.diagnostic(file: path)])
    case .success(let bytes): read(bytes, named: path, into: &workspace)
    }
  }

  /// Reads `bytes`, which are called `name`, into `workspace`.
  public mutating func read(
    _ bytes: [UInt8], named name: String, into workspace: inout Workspace
  ) {
    let lines: [ArraySlice<UInt8>]
    switch Self.lines(of: bytes, named: name) {
    case .failure(let problem):
      add([problem.diagnostic(file: name)])
      return
    case .success(let found): lines = found
    }
    open.append(name)
    defer { open.removeLast() }
    let first = diagnostics.count
    for (place, line) in lines.enumerated() {
      read(line, SourceLocation(file: name, line: place + 1), into: &workspace)
    }
    add(workspace.finish())
    // A line that others wait for is told of when they end: put it back where it stands.
    sortFindings(from: first, file: name)
  }

  private mutating func contents(of path: String) -> Result<[UInt8], FileError> {
    files.append(path)
    return source(path)
  }

  private mutating func sortFindings(from first: Int, file: String) {
    let own = diagnostics[first...].enumerated()
    let sorted = own.sorted { left, right in
      let (one, other) = (left.element.line, right.element.line)
      guard one?.file == file, other?.file == file, let one, let other, one.number != other.number
      else { return left.offset < right.offset }
      return one.number < other.number
    }
    diagnostics.replaceSubrange(first..., with: sorted.map(\.element))
  }

  /// The lines of a file, without their ends, or what is wrong with the file as a whole.
  public static func lines(
    of path: String, _ files: Files
  ) -> Result<[ArraySlice<UInt8>], FileError> {
    files(path).flatMap { lines(of: $0, named: path) }
  }

  /// The lines of `bytes`: parted by line feeds, without carriage returns and a byte-order mark.
  private static func lines(
    of bytes: [UInt8], named name: String
  ) -> Result<[ArraySlice<UInt8>], FileError> {
    if FileError.isTable(name) { return .failure(.table) }
    if let problem = problem(with: bytes) { return .failure(problem) }
    var lines: [ArraySlice<UInt8>] = []
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = 0
    var isAtTop = true
    while start < bytes.count {
      // Below empty lines, and twice, it marks the beginning, too: those go when it is formatted.
      while isAtTop, bytes[start...].starts(with: mark) { start += mark.count }
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      // However many returns there are, and blanks among them: formatted again, more would go each
      // time.
      let tail = (line.lastIndex { $0 != 0x0D && $0 != 0x20 && $0 != 0x09 } ?? start - 1) + 1
      if tail > start { isAtTop = false }
      lines.append(line[tail...].contains(0x0D) ? line[..<tail] : line)
      start = end + 1
    }
    return .success(lines)
  }

  /// What makes a file that begins with `bytes`, some thousand of them or all, no text; nil where
  /// nothing does.
  public static func problem(with bytes: some Collection<UInt8>) -> FileError? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .wideText }
    if bytes.starts(with: FileError.packedStart) { return .packed }
    return bytes.prefix(4096).contains(0) ? .binary : nil
  }

  private mutating func read(
    _ bytes: ArraySlice<UInt8>, _ location: SourceLocation, into workspace: inout Workspace
  ) {
    let reading = LineParser.read(bytes, subject: workspace.subjectKind)
    // A line that is shown to a person is cut anyway, so that no more of a huge one is kept.
    let text = String(decoding: bytes.prefix(2 * LineText.longestLine), as: UTF8.self)
    let line = SourceLine(file: location.file, number: location.line, text: text)
    let outcome = workspace.read(line, reading, isTyped: false)
    add(outcome.diagnostics)
    if keepsLines { keep(bytes, outcome.canonical) }
    guard let request = outcome.request else { return }
    switch request {
    case .use(let name): use(name, line, into: &workspace)
    case .load(let name): load(name, line, into: &workspace)
    case .weigh(let rule, let weight):
      workspace.setWeight(ofRule: rule, to: weight)
    case .command("drop", let name?) where Self.isRule(name, in: workspace):
      if case .found(let place) = NameMatch.find(name.text, among: workspace.ruleNames) {
        workspace.removeRule(at: place)
      }
    default:
      skippedCommands.append(line)
    }
  }

  /// Keeps findings as long as there are few, and counts those beyond: nobody reads a thousand, but
  /// a file of nothing else must not fill the memory with them.
  private mutating func add(_ findings: [Diagnostic]) {
    for finding in findings {
      let isError = finding.severity >= .error
      guard (isError ? kept.errors : kept.others) < mostFindings else {
        untold += 1
        continue
      }
      if isError { kept.errors += 1 } else { kept.others += 1 }
      diagnostics.append(finding)
    }
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>, _ canonical: LineSyntax?) {
    if let canonical {
      lines.append(Formatter.line(canonical))
    } else if let text = String(validating: bytes, as: UTF8.self) {
      lines.append(.unread(text.trimmed))
    } else {
      holdsBrokenText = true
    }
  }

  private static func isRule(_ name: Phrase, in workspace: Workspace) -> Bool {
    guard workspace.actionPlace(name.text) == nil else { return false }
    if case .found = NameMatch.find(name.text, among: workspace.ruleNames) { return true }
    return false
  }

  // MARK: - Files that files name

  /// The path of a file that the line of another file names: beside that file.
  public static func path(_ name: String, besideFile file: String?) -> String {
    guard !name.hasPrefix("/"), let file, let slash = file.lastIndex(of: "/") else { return name }
    return String(file[...slash]) + name
  }

  private mutating func use(_ name: Phrase, _ line: SourceLine, into workspace: inout Workspace) {
    switch charter(name, line) {
    case .failure(let box): add([box.diagnostic])
    case .success(let charter):
      let fate: LineFate = line.file == nil ? .typed : .leftOut(of: nil)
      switch workspace.use(charter, as: name, fate: fate) {
      case .success(let findings): add(findings)
      case .failure(var box):
        box = DiagnosticBox(box.diagnostic, on: line)
        add([box.diagnostic])
      }
    }
  }

  /// The charter that `use` of `name` takes, read from a file where it is none of the program's.
  public mutating func charter(
    _ name: Phrase, _ line: SourceLine
  ) -> Result<Charter, DiagnosticBox> {
    if name.text.lowercased() == BuiltInCharter.name { return .success(BuiltInCharter.charter) }
    let path = Self.path(name.text, besideFile: line.file)
    let fate: LineFate = line.file == nil ? .typed : .leftOut(of: nil)
    if let error = nesting(path) {
      return .failure(DiagnosticBox(error.diagnostic(file: path, line: line)))
    }
    switch contents(of: path) {
    case .failure(.missing) where !name.text.contains(".") && !name.text.contains("/"):
      let near = NearestName.find(name.text, among: [BuiltInCharter.name])
      let error = CharterError.unknown(.charter, name, near: near)
      return .failure(DiagnosticBox(error.diagnostic(on: line, fate: fate)))
    case .failure(let error):
      return .failure(DiagnosticBox(error.diagnostic(file: path, line: line)))
    case .success(let bytes):
      var workspace = BuiltInCharter.workspace()
      var reader = ScriptReader(files: source)
      reader.open = open
      reader.namedFiles = namedFiles
      reader.read(bytes, named: path, into: &workspace)
      namedFiles = reader.namedFiles
      files += reader.files
      add(reader.diagnostics)
      untold += reader.untold
      if !workspace.actions.isEmpty {
        let remark = CharterRemark.onlyCharterTaken(file: path, actions: workspace.actions.count)
        add([remark.diagnostic(on: line)])
      }
      return .success(workspace.charter)
    }
  }

  private mutating func load(_ name: Phrase, _ line: SourceLine, into workspace: inout Workspace) {
    let path = Self.path(name.text, besideFile: line.file)
    if let error = nesting(path) {
      add([error.diagnostic(file: path, line: line)])
      return
    }
    switch contents(of: path) {
    case .failure(let error): add([error.diagnostic(file: path, line: line)])
    case .success(let bytes):
      add(workspace.finish())
      let kept = (lines, holdsBrokenText)
      read(bytes, named: path, into: &workspace)
      // What another file says stays in that file.
      (lines, holdsBrokenText) = kept
    }
  }

  private mutating func nesting(_ path: String) -> FileError? {
    namedFiles += 1
    if namedFiles > Limits.mostNamedFiles { return .tooMany }
    if let first = open.firstIndex(of: path) { return .cycle(Array(open[first...]) + [path]) }
    return open.count >= FileError.deepestNesting ? .tooDeep : nil
  }
}

extension Workspace {
  /// The names of the charter's rules, in order.
  public var ruleNames: [String] { charter.rules.map(\.name) }
}

extension DiagnosticBox {
  /// The same finding on another line.
  init(_ diagnostic: Diagnostic, on line: SourceLine) {
    var diagnostic = diagnostic
    diagnostic.line = line
    self.init(diagnostic)
  }
}
