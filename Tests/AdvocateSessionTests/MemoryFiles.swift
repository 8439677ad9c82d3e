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
  /// The work that other sessions left behind.
  var left: [LeftWork] = []
  /// The lines of the private file of predictions.
  var predictions: [String] = []
  /// Why no line can be added to them.
  var predictionProblem: String?
  /// The names that were written, in order.
  private(set) var written: [String] = []

  init(_ texts: [String: String] = [:]) { self.texts = texts }

  /// The private file of predictions as a session sees it.
  var predictionKeeping: PredictionKeeping {
    PredictionKeeping(
      read: { [self] in (predictions, nil) },
      append: { [self] line in
        if predictionProblem == nil { predictions.append(line) }
        return predictionProblem
      })
  }

  /// The work that other sessions left behind, as a session sees it; its own is kept.
  var keeping: WorkKeeping {
    WorkKeeping(
      left: { [self] in left },
      forget: { [self] work in
        left.removeAll { $0.id == work.id }
        return true
      }, isKept: { true })
  }

  /// The files as a session sees them.
  var forSession: SessionFiles {
    SessionFiles(
      read: { [self] in texts[$0].map { .success(Array($0.utf8)) } ?? .failure(.missing) },
      write: { [self] path, text in
        if let reason = refusals[path] { return reason }
        texts[path] = text
        written.append(path)
        return nil
      },
      append: { [self] path, text in
        if let reason = refusals[path] { return reason }
        texts[path, default: ""] += text
        return nil
      }, exists: { [self] in texts[$0] != nil })
  }
}
