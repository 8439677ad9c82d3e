import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import AdvocateTerminal
import Glibc

/// Keeps the unsaved work of a session in a file, and finds what others left behind.
///
/// A class, since the session asks it while the loop tells it.
final class Keeper {
  private var file: RecoveryFile?
  private var kept: (change: Int, meeting: Int, isUnsaved: Bool)?
  private var hasToldProblem = false
  private let startFolder = Keeper.presentFolder()

  /// Creates a keeper of files in the folder of the person's state; without one it keeps nothing.
  init() { file = State.folder.map { RecoveryFile(folder: $0) } }

  /// The place as a session sees it.
  var forSession: WorkKeeping {
    WorkKeeping(
      left: { [self] in left() }, forget: { RecoveryFolder.remove($0.id) },
      isKept: { [self] in file?.isThere == true && file?.problem == nil })
  }

  // MARK: - This session's work

  /// Keeps what is unsaved now.
  ///
  /// - Returns: what is to be said of it: once, where it cannot be kept.
  func keep(_ session: inout Session) -> [StyledText] {
    let now = (
      change: session.workspace.changeCount, meeting: session.meetingChanges,
      isUnsaved: session.hasUnsavedWork
    )
    if let kept, kept == now, file?.problem == nil { return [] }
    kept = now
    guard let text = session.unsavedText else {
      file?.remove()
      return []
    }
    guard file?.keep(head(session) + text + Self.end(text)) == true else {
      return told(file?.problem ?? "there is no home folder", width: session.width)
    }
    for work in session.takeBroughtBack() { _ = RecoveryFolder.remove(work.id) }
    return []
  }

  /// Takes away what was kept, after the work was saved or given up.
  func finish() { file?.remove() }

  /// Waits until what was kept is safe.
  func settle() { file?.settle() }

  private func told(_ reason: String, width: Int) -> [StyledText] {
    guard !hasToldProblem else { return [] }
    hasToldProblem = true
    return TextLayout.wrap(
      """
      Unsaved work cannot be kept against a crash: \(reason). The work goes on; \
      \(bold: "save") keeps it.
      """, width: width)
  }

  // MARK: - The file

  private static let folderMark = "# folder "
  private static let fileMark = "# file "

  private func head(_ session: Session) -> String {
    var head = "# Work that was not saved. The next start of advocate offers it.\n"
    if let startFolder, Self.fitsOneLine(startFolder) {
      head += Self.folderMark + startFolder + "\n"
    }
    if let name = session.savedName, Self.fitsOneLine(name) { head += Self.fileMark + name + "\n" }
    return head
  }

  private static func end(_ text: String) -> String { "# end, \(text.utf8.count)\n" }

  private static func fitsOneLine(_ name: String) -> Bool {
    HarmlessText.firstHarmful(in: name) == nil && !name.contains { $0.isNewline }
  }

  // MARK: - What was left behind

  private func left() -> [LeftWork] {
    guard let folder = State.folder else { return [] }
    return RecoveryFolder.orphans(in: folder).map(read)
  }

  private func read(_ orphan: RecoveryFolder.Orphan) -> LeftWork {
    let content = String(decoding: orphan.bytes, as: UTF8.self)
    var lines = content.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var work = LeftWork(id: orphan.path, moment: Self.moment(orphan.time), text: "")
    while let line = lines.first, line.hasPrefix("# ") {
      if line.hasPrefix(Self.folderMark) {
        let folder = String(line.dropFirst(Self.folderMark.count))
        work.folder = folder == startFolder ? nil : folder
      } else if line.hasPrefix(Self.fileMark) {
        work.fileName = String(line.dropFirst(Self.fileMark.count))
      }
      if line == LeftWork.waitingMark || line == LeftWork.minutesMark { break }
      lines.removeFirst()
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    let last = lines.last.map(String.init) ?? ""
    if last.hasPrefix("# end, ") { lines.removeLast() }
    work.text = lines.map { $0 + "\n" }.joined()
    work.isDamaged = last + "\n" != Self.end(work.text)
    return work
  }

  /// A moment in words, as in `22 November, 14:05`; the year where it is another.
  private static func moment(_ time: Int) -> String {
    var (then, now) = (tm(), tm())
    var seconds = time_t(time)
    localtime_r(&seconds, &then)
    var present = Glibc.time(nil)
    localtime_r(&present, &now)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let year = then.tm_year == now.tm_year ? "" : " \(1900 + Int(then.tm_year))"
    let minute = (then.tm_min < 10 ? "0" : "") + "\(then.tm_min)"
    let month = months[max(0, min(11, Int(then.tm_mon)))]
    return "\(then.tm_mday) \(month)\(year), \(then.tm_hour):\(minute)"
  }

  private static func presentFolder() -> String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}

/// Where the program keeps what it remembers between two starts.
enum State {
  /// The folder; nil where there is no place for it.
  static var folder: String? {
    if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/advocate"
    }
    return Environment["HOME"].map { $0 + "/.local/state/advocate" }
  }
}
