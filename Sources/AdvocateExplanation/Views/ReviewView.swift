public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics

/// Decisions whose day has come, and what came of earlier ones.
extension View {
  /// The decisions that wait for a review, the next ones, and how often expectations came true.
  ///
  /// - Parameters:
  ///   - decisions: what is kept.
  ///   - today: the day on which it is shown.
  ///   - unreadable: how many entries could not be read.
  public static func review(
    _ decisions: [Decision], today: CalendarDay, unreadable: Int = 0
  ) -> View {
    var view = View("review")
    let due = decisions.due(on: today)
    let next = decisions.filter { $0.review == nil && !$0.isDue(on: today) }.inOrderOfReview
    if due.isEmpty {
      view.say("No decision waits for a review.")
    } else {
      view.parts.append(.heading("Waiting for a review"))
      view.parts.append(.table(dates("due", due)))
    }
    view.sayNext(next)
    view.sayUnreadable(unreadable)
    view.tellCalibration(of: decisions)
    view.record("waiting", .count(due.count))
    if !next.isEmpty { view.parts.append(.data(dates("next", next))) }
    return view
  }

  /// The most coming reviews that are told.
  private static let mostNext = 3

  /// Says which reviews come next.
  mutating func sayNext(_ next: [Decision]) {
    guard !next.isEmpty else { return }
    let told = next.prefix(Self.mostNext).map {
      "\($0.number) \($0.action) on \($0.reviewOn.text)"
    }
    let rest = next.count - told.count
    let more = rest > 0 ? "; \(rest) more after that" : ""
    say("Next: \(told.joined(separator: "; "))\(more).")
  }

  private static func dates(_ name: String, _ decisions: [Decision]) -> Table {
    Table(
      name,
      columns: [
        .init("plan", "plan"), .init("expected", "expected"),
        .init("sure", "sure", isRight: true), .init("reviewOn", "since"),
      ],
      rows: decisions.map { decision in
        [
          .init(StyledText("\(decision.number) \(decision.action)"), .text(decision.action)),
          .init(
            StyledText(decision.expectation ?? "·"),
            decision.expectation.map { .text($0) } ?? .absent),
          .init(
            StyledText(decision.sure.map(String.init) ?? "·"),
            decision.sure.map { .count($0) } ?? .absent),
          .init(StyledText(decision.reviewOn.text)),
        ]
      })
  }

  /// Says how often expectations came true, and how sure of them somebody was.
  mutating func tellCalibration(of decisions: [Decision]) {
    let calibration = Calibration(of: decisions.compactMap(\.revealed))
    let partly = decisions.count { $0.review?.cameTrue == .partly && $0.expectation != nil }
    if calibration.all.count + calibration.uncounted + partly > 0 {
      parts.append(.heading("What came of expectations"))
      tell(calibration, noun: "expectation")
      if partly > 0 {
        say(
          """
          \(Words.count(partly, "expectation")) came partly true and \
          \(Words.verb(partly, "is", "are")) not counted.
          """)
      }
      tellKey(calibration, noun: "expectation")
    }
    record(calibration, "")
    record("partly", .count(partly))
    if calibration.all.count > 0 {
      parts.append(.data(Self.table("expectations", calibration)))
    }
  }
}
