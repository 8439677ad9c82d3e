import AdvocateCharter
import AdvocateJournal
import AdvocateSession
import Glibc

/// The private file in which decisions are kept, and the day that it is.
enum JournalStore {
  /// The file; nil where there is no place for it.
  static var path: String? {
    if let stated = Environment["ADVOCATE_JOURNAL"] { return stated }
    if let data = Environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return data + "/advocate/journal.db"
    }
    return Environment["HOME"].map { $0 + "/.local/share/advocate/journal.db" }
  }

  /// The file as a session sees it; nil where there is no place for it. Nothing is opened yet.
  static var forSession: JournalKeeping? {
    path.map { JournalFile(path: $0).forSession(today: today) }
  }

  /// The day that it is here.
  static func today() -> CalendarDay {
    var (seconds, parts) = (Glibc.time(nil), tm())
    guard localtime_r(&seconds, &parts) != nil else {
      return CalendarDay(number: seconds / 86_400)
    }
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let year = padded(parts.tm_year + 1900, 4)
    let day = "\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
    return CalendarDay("\(year)-\(day)") ?? CalendarDay(number: seconds / 86_400)
  }
}
