import AdvocateAnalysis
import AdvocateCharter

/// Decisions as rows of a table.
extension Decision {
  /// What a row says, its columns in the order in which the journal reads them; nil where it says
  /// nothing that a decision can be.
  init?(row: [SQLite.Value]) {
    guard row.count == 19, case .number(let number) = row[0], let day = row[1].day,
      case .text(let action) = row[2], case .text(let lines) = row[3],
      case .text(let charter) = row[4], case .number(let version) = row[5],
      case .text(let verdict) = row[6], case .number(let settled) = row[7],
      let course = row[9].text.flatMap(Course.init(rawValue:)),
      case .number(let against) = row[10], let reviewOn = row[14].day
    else { return nil }
    self.init(
      day: day, action: action,
      lines: lines.split(separator: "\n").map(String.init), charter: charter,
      told: Told(
        verdict: verdict, isSettled: settled != 0, score: row[8].text, exact: row[18].text),
      course: course, isAgainst: against != 0, reviewOn: reviewOn)
    (self.number, self.version) = (number, version)
    (override, expectation) = (row[11].text, row[12].text)
    if case .number(let sure) = row[13], RevealedPrediction.sureness.contains(sure) {
      self.sure = sure
    }
    guard let day = row[15].day, case .text(let went) = row[16] else { return }
    review = Review(
      day: day, went: went, cameTrue: row[17].text.flatMap(Review.Truth.init(rawValue:)))
  }

  /// The values of a new row, beside its number.
  func values(charter: SQLite.Value) -> [SQLite.Value] {
    [
      .text(day.text), .text(action), .text(lines.joined(separator: "\n")), charter,
      .text(told.verdict), .number(told.isSettled ? 1 : 0), .init(told.score),
      .text(course.rawValue), .number(isAgainst ? 1 : 0), .init(override), .init(expectation),
      sure.map { .number($0) } ?? .none, .text(reviewOn.text),
    ]
  }
}

extension SQLite.Value {
  /// A text, or nothing.
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }

  /// The text; nil for anything else.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The day that it names; nil for anything else.
  var day: CalendarDay? { text.flatMap { CalendarDay($0) } }
}
