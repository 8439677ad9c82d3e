import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateSyntax
import ArgumentParser

/// Which charter is in force where a file says nothing.
struct CharterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The charter for files that name none: one inside the program, or a file.",
      valueName: "name"))
  var charter: String?

  /// A workspace in which that charter is in force; ends the program where it cannot be had.
  ///
  /// - Returns: the workspace, the exit status that the findings in the charter ask for, and the
  ///   files that were read for it.
  func workspace(
    _ look: LookOptions
  ) throws -> (workspace: Workspace, status: ExitStatus, files: [String]) {
    guard let charter else { return (BuiltInCharter.workspace(), .fine, []) }
    var reader = ScriptReader(files: Disk.read)
    let line = SourceLine(text: "use \(charter)")
    let name = Phrase(charter, SourceSpan(4, 4 + charter.utf8.count))
    let result = reader.charter(name, line)
    Streams.report(
      reader.diagnostics.map(\.ofCommandLine), look, untold: reader.untold)
    switch result {
    case .success(let found):
      let hasFindings = reader.diagnostics.contains { $0.severity == .error }
      let workspace = Workspace(charter: found, usedAs: charter)
      return (workspace, hasFindings ? .findings : .fine, reader.files)
    case .failure(let box):
      Streams.report([box.diagnostic.ofCommandLine], look)
      throw ExitStatus.wrongUsage
    }
  }
}

extension Diagnostic {
  /// The same, where the line that it is about was made of the command line: nobody typed that
  /// line, so none is shown, and none can be mended.
  var ofCommandLine: Diagnostic {
    guard let line, line.file == nil else { return self }
    let fates = [LineFate.typed, .leftOut(of: nil)].map(\.sentence)
    var copy = self
    copy.line = nil
    copy.sentences.removeAll { fates.contains($0) }
    return copy
  }
}

/// One script that was read.
struct Script {
  var name: String
  var workspace: Workspace
  /// What was found, and how much more.
  var diagnostics: [Diagnostic]
  var untold: Int
  var skippedCommands: [SourceLine]
  /// The files that were read, with those that others name.
  var files: [String]

  /// Reads the file at `path` in a workspace of its own.
  init(_ path: String, in workspace: Workspace) {
    self.init(path, Disk.read(path), in: workspace)
  }

  /// Reads what was found in the file at `path`, or what was wrong with it, in a workspace of its
  /// own; `named` reads the files that it names.
  init(
    _ path: String, _ bytes: Result<[UInt8], FileError>, in workspace: Workspace,
    named: @escaping ScriptReader.Files = { Disk.read($0) }
  ) {
    let name = Self.name(of: path)
    var workspace = workspace
    var reader = ScriptReader { $0 == name ? bytes : named($0) }
    reader.read(file: name, into: &workspace)
    self.name = name
    self.workspace = workspace
    diagnostics = reader.diagnostics
    untold = reader.untold
    skippedCommands = reader.skippedCommands
    files = reader.files
  }

  /// What the file at `path` is called.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  /// Whether the file could not be read at all.
  var isUnreadable: Bool {
    workspace.actions.isEmpty && diagnostics.contains { $0.line == nil && FileError.isWhole($0.id) }
  }
}

extension [Script] {
  /// The exit status that the findings ask for.
  var status: ExitStatus {
    if contains(where: \.isUnreadable) { return .wrongUsage }
    let hasFindings = contains { script in
      script.diagnostics.contains { $0.severity == .error }
    }
    return hasFindings ? .findings : .fine
  }
}
