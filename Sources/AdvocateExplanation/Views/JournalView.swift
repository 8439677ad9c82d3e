public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics

/// The journal: all decisions, and one of them.
extension View {
  /// All decisions in the order in which they were kept.
  ///
  /// - Parameters:
  ///   - decisions: what is kept.
  ///   - today: the day on which it is shown.
  ///   - unreadable: how many entries could not be read.
  public static func journal(
    _ decisions: [Decision], today: CalendarDay, unreadable: Int = 0
  ) -> View {
    var view = View("journal")
    if decisions.isEmpty {
      view.say(
        """
        The journal is empty. With a plan at hand \(bold: "journal") keeps what is decided about \
        it.
        """)
    }
    if !decisions.isEmpty {
      view.parts.append(.sheet(table(of: decisions, today)))
      view.parts.append(.data(data(of: decisions, today)))
    }
    view.sayStanding(of: decisions, today)
    view.sayUnreadable(unreadable)
    view.record("decisions", .count(decisions.count))
    view.record("due", .count(decisions.count { $0.isDue(on: today) }))
    return view
  }

  private static func table(of decisions: [Decision], _ today: CalendarDay) -> Table {
    Table(
      "journal",
      columns: [
        .init("plan", "plan"), .init("day", "decided"), .init("decision", "decision"),
        .init("verdict", "verdict"), .init("review", "look again"),
      ],
      rows: decisions.map { decision in
        let look =
          decision.review != nil
          ? "reviewed" : decision.isDue(on: today) ? "due" : decision.reviewOn.text
        return [
          .init(StyledText("\(decision.number) \(decision.action)")),
          .init(StyledText(decision.day.text)), .init(StyledText(decision.course.brief)),
          .init(StyledText(decision.told.verdict)), .init(StyledText(look)),
        ]
      })
  }

  /// The same for programs, with all that can be sorted and counted.
  private static func data(of decisions: [Decision], _ today: CalendarDay) -> Table {
    let keys = [
      "number", "day", "action", "decision", "againstVerdict", "verdict", "settled", "charter",
      "charterVersion", "sure", "reviewOn", "isDue", "cameTrue",
    ]
    return Table(
      "journal", columns: keys.map { .init($0, $0) },
      rows: decisions.map { decision in
        let figures: [Figure] = [
          .count(decision.number), .text(decision.day.text), .text(decision.action),
          .text(decision.course.rawValue), .truth(decision.isAgainst),
          .text(decision.told.verdict), .truth(decision.told.isSettled), .text(decision.charter),
          .count(decision.version), decision.sure.map { .count($0) } ?? .absent,
          .text(decision.reviewOn.text), .truth(decision.isDue(on: today)),
          (decision.review?.cameTrue).map { .text($0.rawValue) } ?? .absent,
        ]
        return figures.map { Table.Cell("", $0) }
      })
  }

  /// Says which decisions wait for a review, and which went against the verdict.
  private mutating func sayStanding(of decisions: [Decision], _ today: CalendarDay) {
    let due = decisions.count { $0.isDue(on: today) }
    if due > 0 {
      say(
        """
        \(Words.count(due, "decision")) \(Words.verb(due, "waits", "wait")) for a review: type  \
        \(bold: "review")
        """)
    }
    let against = decisions.filter(\.isAgainst)
    guard !against.isEmpty else { return }
    let silent = against.filter { $0.override == nil }.map { String($0.number) }
    let numbers = Words.list(against.map { String($0.number) })
    let why = silent.isEmpty ? "" : "; no reason is kept for \(Words.list(silent))"
    say("Against the verdict: \(numbers)\(why).")
  }

  /// Says how many entries could not be read.
  mutating func sayUnreadable(_ count: Int) {
    record("unreadable", .count(count))
    guard count > 0 else { return }
    say(
      """
      \(count == 1 ? "1 entry" : "\(count) entries") could not be read and \
      \(Words.verb(count, "is", "are")) left out; nothing was changed.
      """)
  }

  /// Says which decisions have lines that cannot be read by the charter at hand.
  mutating func sayLost(_ decisions: [Decision]) {
    guard !decisions.isEmpty else { return }
    say(
      """
      Some lines of \(Words.list(decisions.map { String($0.number) })) cannot be read by this \
      charter and count as not said.
      """)
  }

  // MARK: - One decision

  /// One decision with all that is kept of it.
  public static func decision(_ decision: Decision, today: CalendarDay) -> View {
    var view = View("decision")
    view.say("\(bold: "Decision \(decision.number)"), \(decision.day.text): \(decision.action)")
    view.tell(decision, today)
    view.record("number", .count(decision.number))
    view.record("day", .text(decision.day.text))
    view.record("action", .text(decision.action))
    view.record("decision", .text(decision.course.rawValue))
    view.record("againstVerdict", .truth(decision.isAgainst))
    view.record("override", decision.override.map { .text($0) } ?? .absent)
    view.record("charter", .text(decision.charter))
    view.record("charterVersion", .count(decision.version))
    view.record("verdict", .text(decision.told.verdict))
    view.record("settled", .truth(decision.told.isSettled))
    view.record("score", (decision.told.exact ?? decision.told.score).map { .text($0) } ?? .absent)
    view.record("expectation", decision.expectation.map { .text($0) } ?? .absent)
    view.record("sure", decision.sure.map { .count($0) } ?? .absent)
    view.record("reviewOn", .text(decision.reviewOn.text))
    view.record("reviewed", decision.review.map { .text($0.day.text) } ?? .absent)
    view.record("went", decision.review.map { .text($0.went) } ?? .absent)
    view.record("cameTrue", (decision.review?.cameTrue).map { .text($0.rawValue) } ?? .absent)
    view.record("lines", .list(decision.lines.map { .text($0) }))
    return view
  }

  /// All that is kept of a decision, but for its number, its day and its name.
  mutating func tell(_ decision: Decision, _ today: CalendarDay) {
    var decided: StyledText = "Decided: \(bold: decision.course.rawValue)\(decision.against)."
    if let reason = decision.override {
      decided += StyledText(" Because \(reason).")
    } else if decision.isAgainst {
      decided += " No reason is kept."
    }
    say(decided)
    let told = decision.told
    let score = told.score.map { ", \($0)" } ?? ""
    let open = told.isSettled ? "" : "; open answers could still have turned it"
    say(
      """
      Verdict as told: \(told.verdict)\(score), by \(decision.charter), version \
      \(decision.version)\(open).
      """)
    say(StyledText(decision.expected ?? "Nothing was expected."))
    say(StyledText(Self.looked(decision, today)))
    parts.append(.lines(decision.lines))
  }

  /// When somebody looks again, or what came of it.
  private static func looked(_ decision: Decision, _ today: CalendarDay) -> String {
    guard let review = decision.review else {
      return decision.isDue(on: today)
        ? "Due for a review since \(decision.reviewOn.text)."
        : "To look again on \(decision.reviewOn.text)."
    }
    let truth: String
    switch review.cameTrue {
    case .yes: truth = " What was expected came true."
    case .partly: truth = " What was expected came partly true."
    case .no: truth = " What was expected did not come true."
    case nil: truth = ""
    }
    return "Reviewed on \(review.day.text): \(review.went).\(truth)"
  }

  // MARK: - The report

  /// All decisions in full, and how often expectations came true.
  ///
  /// - Parameters:
  ///   - decisions: what is kept.
  ///   - today: the day on which it is shown.
  ///   - unreadable: how many entries could not be read.
  public static func journalReport(
    _ decisions: [Decision], today: CalendarDay, unreadable: Int = 0
  ) -> View {
    var view = View("report")
    view.parts.append(.heading("Decisions up to \(today.text)"))
    let count =
      decisions.isEmpty ? "No decision is kept." : "\(Words.count(decisions.count, "decision"))."
    view.say(StyledText(Words.sentence(count)))
    view.sayStanding(of: decisions, today)
    view.sayUnreadable(unreadable)
    for decision in decisions {
      view.parts.append(
        .heading("\(decision.number) \(decision.action), \(decision.day.text)"))
      view.tell(decision, today)
    }
    view.tellCalibration(of: decisions)
    if !decisions.isEmpty {
      view.parts.append(.heading("At a glance"))
      view.parts.append(.sheet(table(of: decisions, today)))
      view.parts.append(.data(data(of: decisions, today)))
    }
    return view
  }
}

extension Decision.Course {
  /// The same in a word or two, for columns.
  fileprivate var brief: String {
    switch self {
    case .goAhead: "go ahead"
    case .goAheadChanged: "changed"
    case .leaveIt: "left"
    }
  }
}
