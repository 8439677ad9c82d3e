import Glibc

/// A private file of lines to which lines are only added, from any number of sessions.
///
/// Every line is added at once and under a lock, so that sessions side by side lose nothing of one
/// another's; what a crash left of a line is closed before the next.
public struct PrivateLog: Sendable {
  /// Where the file is.
  public let path: String

  /// More than this is never read back: the newest part of a file is enough.
  private static let longestRead = 8 << 20

  /// Names a file; nothing is opened yet.
  public init(path: String) { self.path = path }

  /// The lines, the oldest first, and the reason where they cannot be read.
  ///
  /// Lines that are no text are given with marks in place of what is none, so that they count.
  public func lines() -> (lines: [String], problem: String?) {
    switch PrivateFile.openLocked(path: path, create: false) {
    case .opened(let file):
      defer { file.close() }
      let rows = file.tail(Self.longestRead).split(separator: UInt8(ascii: "\n"))
      return (rows.map { String(decoding: $0, as: UTF8.self) }, nil)
    case .absent: return ([], nil)
    case .failed(let reason): return ([], problem(reason))
    }
  }

  /// Adds a line at the end of the file; gives the reason where it cannot.
  public func append(_ line: String) -> String? {
    switch PrivateFile.openLocked(path: path, create: true) {
    case .opened(let file):
      defer { file.close() }
      let end = [UInt8(ascii: "\n")]
      // A session that died while writing may have left half a line.
      let isTorn = file.tail(1).last.map { $0 != UInt8(ascii: "\n") } ?? false
      let bytes = (isTorn ? end : []) + Array(line.utf8) + end
      return file.append(bytes) ? nil : problem("cannot be written")
    case .absent: return problem("cannot be made")
    case .failed(let reason): return problem(reason)
    }
  }

  private func problem(_ reason: String) -> String { "\(path) \(reason)" }
}
