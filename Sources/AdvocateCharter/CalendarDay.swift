/// A day of the calendar, without a clock.
public struct CalendarDay: Sendable, Hashable, Comparable {
  /// The days since 1970-01-01.
  public let number: Int

  /// The days that can be written with four figures for the year.
  private static let written = -719_162...2_932_896

  /// Creates the day so many days after 1970-01-01; what lies outside the years 1 to 9999 becomes
  /// their first or last day.
  public init(number: Int) {
    self.number = min(max(number, Self.written.lowerBound), Self.written.upperBound)
  }

  /// Reads a day as it is written, `2026-11-21`; nil for anything else.
  public init?(_ typed: String) {
    guard case .date(let days)? = LedgerDate(typed) else { return nil }
    number = days
  }

  /// The day as it is written, as in `2026-11-21`.
  public var text: String { LedgerDate.date(daysSinceEpoch: number).text }

  /// The day so many days later, or earlier where there are fewer than none.
  public func adding(days: Int) -> CalendarDay {
    let (sum, isTooFar) = number.addingReportingOverflow(days)
    return CalendarDay(number: isTooFar ? (days > 0 ? Int.max : Int.min) : sum)
  }

  /// The natural order.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
}
