import Glibc

/// A private file of short lines that only ever grows, such as progress in lessons.
///
/// Each line is added at once and under a lock, so that sessions running side by side lose nothing
/// of one another's, and half a line is all that a crash can leave.
public struct NotesFile: Sendable {
  /// More than this is never read back.
  private static let longestRead = 1 << 20

  /// Where the file is.
  public let path: String

  /// Names a file; nothing is opened yet.
  public init(path: String) { self.path = path }

  /// The lines, the oldest first; none where the file cannot be read.
  public func lines() -> [String] {
    guard case .opened(let file) = PrivateFile.openLocked(path: path, create: false) else {
      return []
    }
    defer { file.close() }
    return file.tail(Self.longestRead).split(separator: UInt8(ascii: "\n"))
      .compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// Adds a line; gives the reason where it cannot.
  public func append(_ line: String) -> String? {
    switch PrivateFile.openLocked(path: path, create: true) {
    case .absent: return "\(path) cannot be made"
    case .failed(let reason): return "\(path) \(reason)"
    case .opened(let file):
      defer { file.close() }
      let end = UInt8(ascii: "\n")
      // A session that died while writing may have left half a line.
      let isTorn = file.tail(1).last.map { $0 != end } ?? false
      let bytes = (isTorn ? [end] : []) + Array(line.utf8) + [end]
      return file.append(bytes) ? nil : "\(path) cannot be written"
    }
  }
}
