import AdvocateSession
import AdvocateTerminal

/// The private file in which predictions outlive a session, beside the history.
enum PredictionsFile {
  /// The file as a session sees it; nil where there is no place for it.
  static var forSession: PredictionKeeping? {
    guard let folder = State.folder else { return nil }
    let log = PrivateLog(path: folder + "/predictions")
    return PredictionKeeping(read: { log.lines() }, append: { log.append($0) })
  }
}
