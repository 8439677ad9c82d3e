import AdvocateCharter
import AdvocateSession

/// Files that live in memory only.
///
/// A class, since the session keeps closures that read and write them.
final class MemoryFiles {
  /// The texts by their names.
  var texts: [String: String]
  /// The names that cannot be written, with the reason.
  var refusals: [String: String] = [:]
  /// The names that were written, in order.
  private(set) var written: [String] = []

  init(_ texts: [String: String] = [:]) { self.texts = texts }

  /// The files as a session sees them.
  var forSession: SessionFiles {
    SessionFiles(
      read: { [self] in texts[$0].map { .success(Array($0.utf8)) } ?? .failure(.missing) },
      write: { [self] path, text in
        if let reason = refusals[path] { return reason }
        texts[path] = text
        written.append(path)
        return nil
      }, exists: { [self] in texts[$0] != nil })
  }
}
