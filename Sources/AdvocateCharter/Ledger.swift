public import AdvocateDiagnostics

/// When something in a ledger happens.
public enum LedgerDate: Sendable, Equatable {
  /// So many days from the start.
  case day(Int)
  /// A calendar date, as days since 1970-01-01.
  case date(daysSinceEpoch: Int)

  /// Reads a date as it is written, `2026-11-21` or `day 45`; nil for anything else.
  public init?(_ typed: String) {
    let words = typed.lowercased().split(separator: " ")
    if words.count == 2, words[0] == "day" {
      guard let day = Int(words[1]), (0...1_000_000).contains(day) else { return nil }
      self = .day(day)
      return
    }
    let parts = typed.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, typed.utf8.count == 10,
      let days = CivilDate.daysSinceEpoch(year: parts[0], month: parts[1], day: parts[2])
    else { return nil }
    self = .date(daysSinceEpoch: days)
  }

  /// Whether it is a day from the start, and no calendar date.
  public var isDay: Bool {
    if case .day = self { true } else { false }
  }

  /// The day as a number, from the start or from 1970-01-01.
  public var number: Int {
    switch self {
    case .day(let day): day
    case .date(let days): days
    }
  }

  /// The same kind of date at another day.
  public func moved(to number: Int) -> LedgerDate {
    isDay ? .day(number) : .date(daysSinceEpoch: number)
  }

  /// The date as it is written.
  public var text: String {
    switch self {
    case .day(let day): return "day \(day)"
    case .date(let days):
      let (year, month, day) = CivilDate.parts(daysSinceEpoch: days)
      func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
  }
}

/// The proleptic Gregorian calendar, without a clock.
enum CivilDate {
  /// Days since 1970-01-01, after Howard Hinnant's `days_from_civil`; nil for no such date.
  static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day, after Howard Hinnant's `civil_from_days`.
  static func parts(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

/// Dated deeds, whose good fades and whose bad need not.
public struct Ledger: Sendable, Equatable {
  /// One deed.
  public struct Entry: Sendable, Equatable {
    /// When it happens.
    public var date: LedgerDate
    /// The action, by its name.
    public var action: String
  }

  /// The name as given.
  public var name: String
  /// The balance at the start, which does not fade.
  public var start = Number(0)
  /// The days in which what is good halves; nil where it never fades.
  public var goodHalfLife: Number? = Number(30)
  /// The days in which what is bad halves; nil where it never fades.
  public var badHalfLife: Number?
  /// The deeds in the order of the lines.
  public var entries: [Entry] = []
  /// Remarks.
  public var notes: [String] = []
  /// The lines that could not be read and were not said again.
  public var dropped: [SourceLine] = []
  /// Where it was declared.
  public var location: SourceLocation

  /// Creates an empty ledger.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }

  /// Whether one of its lines could not be read.
  public var isIncomplete: Bool { !dropped.isEmpty }
}
