import AdvocateCharter
import AdvocateReports

/// A file that is to be judged, as far as it has to be known before.
enum JudgedFile {
  /// A table, which is read when its turn comes.
  case table
  /// A script that was read as a whole.
  case whole(Script, ScriptFile)
  /// A script whose actions are judged one by one, and what stands before them.
  case pieces(ScriptPieces, head: Script, ScriptFile)

  /// Finds the file at `path`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - form: what it holds.
  ///   - workspace: what a script begins with.
  ///   - isBatch: whether whatever can be judged action by action is to be, also when it is short.
  init(
    _ path: String, _ form: JudgeCommand.InputForm, in workspace: Workspace, isBatch: Bool
  ) {
    guard form == .advocate else {
      self = .table
      return
    }
    let file = ScriptFile(path, looksThroughAll: isBatch)
    guard let pieces = file.pieces else {
      self = .whole(Script(path, file.read(), in: workspace), file)
      return
    }
    let named = NamedFiles()
    let head = Script(path, .success(pieces.head), in: workspace, named: named.read)
    guard head.workspace.actions.isEmpty else {
      let bytes = file.read(because: .actionsBefore)
      self = .whole(Script(path, bytes, in: workspace, named: named.read), file)
      return
    }
    self = .pieces(pieces, head: head, file)
  }

  /// What its lines have declared, up to its actions; nil for a table.
  var workspace: Workspace? { script?.workspace }

  /// The script, or what stands before its actions; nil for a table.
  var script: Script? {
    switch self {
    case .table: nil
    case .whole(let script, _): script
    case .pieces(_, let head, _): head
    }
  }

  /// Whether it is known to hold no action.
  var isEmpty: Bool {
    if case .whole(let script, _) = self { script.workspace.actions.isEmpty } else { false }
  }

  private var file: ScriptFile? {
    switch self {
    case .table: nil
    case .whole(_, let file), .pieces(_, _, let file): file
    }
  }

  /// Whether it has more bytes than are read at a time.
  var isLong: Bool { file?.isLong ?? false }

  /// Gives back what was kept for it.
  func finish() { file?.finish() }
}

/// Files that a script names, each read once: of a pipe nothing would be left the second time.
private final class NamedFiles {
  private var known: [String: Result<[UInt8], FileError>] = [:]

  func read(_ path: String) -> Result<[UInt8], FileError> {
    if let bytes = known[path] { return bytes }
    let bytes = Disk.read(path)
    known[path] = bytes
    return bytes
  }
}
