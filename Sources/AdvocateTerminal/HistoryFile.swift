import Glibc

/// The file that keeps the history from one session to the next.
///
/// Private to its owner, one JSON string a line, the newest last. Every line is appended at once
/// and under a lock, so sessions running side by side lose nothing of one another's and a crash
/// loses nothing at all. A file that cannot be used is no reason to stop: the first problem is
/// remembered in ``problem`` and the rest is silence.
public struct HistoryFile {
  /// Where the file is.
  public let path: String
  /// How many lines are kept.
  public let limit: Int
  /// Why the history is not kept, nil while it is.
  public private(set) var problem: String?

  private var linesInFile = 0

  /// Names a file; nothing is opened yet.
  public init(path: String, limit: Int) {
    self.path = path
    self.limit = max(limit, 1)
  }

  /// Reads the lines, oldest first, each once, and shortens a file that has grown too long.
  ///
  /// Lines that cannot be understood are passed over.
  public mutating func load() -> [String] {
    withLockedFile(create: false) { file, history in
      let lines = history.lines(of: file)
      if history.linesInFile > history.limit { history.rewrite(file, keeping: lines) }
      return LineHistory.distinct(lines, limit: history.limit)
    } ?? []
  }

  /// Adds a line at the end of the file; one that is not to be kept is passed over.
  public mutating func append(_ line: String) {
    guard LineHistory.keeps(line) else { return }
    _ = withLockedFile(create: true) { file, history in
      history.add(HistoryCoding.encode(line), to: file)
      history.linesInFile += 1
      if history.linesInFile > history.limit + history.limit / 4 {
        history.rewrite(file, keeping: history.lines(of: file))
      }
    }
  }

  // MARK: Content

  /// More than this is never read back: the newest part of a file is enough.
  private static let longestRead = 8 << 20

  private mutating func lines(of file: PrivateFile) -> [String] {
    let bytes = file.tail(HistoryFile.longestRead)
    let rows = bytes.split(separator: UInt8(ascii: "\n"))
    linesInFile = rows.count
    return rows.compactMap { HistoryCoding.decode($0) }.filter(LineHistory.keeps)
  }

  private mutating func add(_ line: [UInt8], to file: PrivateFile) {
    // a session that died while writing may have left half a line
    let isTorn = file.tail(1).last.map { $0 != UInt8(ascii: "\n") } ?? false
    let end = [UInt8(ascii: "\n")]
    if !file.append((isTorn ? end : []) + line + end) { note("cannot be written") }
  }

  private mutating func rewrite(_ file: PrivateFile, keeping lines: [String]) {
    let kept = LineHistory.distinct(lines, limit: limit)
    let bytes = kept.flatMap { HistoryCoding.encode($0) + [UInt8(ascii: "\n")] }
    if file.replace(with: bytes) {
      linesInFile = kept.count
    } else {
      note("cannot be shortened")
    }
  }

  // MARK: The lock

  private mutating func withLockedFile<Result>(
    create: Bool, _ body: (PrivateFile, inout HistoryFile) -> Result
  ) -> Result? {
    guard problem == nil else { return nil }
    switch PrivateFile.openLocked(path: path, create: create) {
    case .opened(let file):
      defer { file.close() }
      return body(file, &self)
    case .absent: return nil
    case .failed(let reason):
      note(reason)
      return nil
    }
  }

  private mutating func note(_ reason: String) {
    if problem == nil { problem = "the history file `\(path)` \(reason)" }
  }
}
