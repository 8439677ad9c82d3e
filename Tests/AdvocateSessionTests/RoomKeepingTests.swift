import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import Testing

@testable import AdvocateSession

/// A meeting outlives what may end it, and its minutes hold all of it.
@Suite struct RoomKeepingTests {
  private static func session(_ files: MemoryFiles = MemoryFiles()) -> Session {
    Session(
      files: files.forSession, isTyped: true, keeping: files.keeping,
      journal: .inMemory { CalendarDay("2027-01-01") ?? CalendarDay(number: 0) })
  }

  private static func shown(_ line: String, in session: inout Session) -> String {
    words(session.respond(to: line))
  }

  private static func words(_ response: Response) -> String {
    var text = ""
    for case .lines(let lines) in response.pieces {
      text += lines.map { $0.plain + " " }.joined()
    }
    return text
  }

  private static func meeting(_ lines: [String], _ files: MemoryFiles = MemoryFiles()) -> Session {
    var session = session(files)
    let first = ["action Plan", "effort to leave is a call", "save plan.advocate", "room"]
    for line in first + lines { _ = session.respond(to: line) }
    return session
  }

  /// What a meeting may come to, each by itself.
  private static let results: [[String]] = [
    ["poll", "votes 4 9 2"], ["dissent too slow"], ["premortem they moved"],
    ["owner job is support agent"], ["minutes review 2027-03-01"],
    ["challenge Leaving is as easy as joining is 3", "votes 1 2", "drop because of it"],
  ]

  @Test(arguments: results) func aMeetingIsNotLostByLeaving(lines: [String]) {
    for word in ["quit", "room new"] {
      var session = Self.meeting(lines)
      let asked = session.respond(to: word)
      #expect(!asked.isOver)
      #expect(Self.words(asked).contains("minutes FILE keeps it"))
      let room = session.room
      #expect(room?.meeting == session.unkeptMeeting)
    }
  }

  @Test func whatIsInAFileIsNotAskedAbout() {
    var session = Self.meeting(["poll", "votes 4 9 2", "dissent too slow", "minutes m.md"])
    #expect(session.respond(to: "quit").isOver)
    // A later line is in no file again.
    session = Self.meeting(["dissent too slow", "minutes m.md", "dissent too dear"])
    #expect(!session.respond(to: "quit").isOver)
    #expect(session.respond(to: "quit").isOver)
    // Nothing has come of this one.
    session = Self.meeting(["poll", "poll off"])
    #expect(session.respond(to: "quit").isOver)
  }

  @Test func theSameLineOnceMoreLeavesUnlessMoreCame() {
    var session = Self.meeting(["dissent too slow"])
    #expect(!session.respond(to: "quit").isOver)
    _ = session.respond(to: "dissent too dear")
    #expect(!session.respond(to: "quit").isOver)
    _ = session.respond(to: "room off")
    #expect(session.respond(to: "quit").isOver)
    session = Self.meeting(["dissent too slow", "room new", "room new"])
    #expect(session.room?.dissent == [])
  }

  @Test func anEndOfLinesLeavesTheMeetingBehind() {
    var session = Self.meeting(["dissent too slow"])
    #expect(!session.end().isOver)
    #expect(session.end().isOver)
    #expect(session.leavesWorkBehind)
  }

  @Test func aKillLosesNoMeeting() {
    let lines = ["poll", "votes 4 9 2", "dissent too slow", "owner job is support agent"]
    var session = Self.meeting(lines)
    let changes = session.meetingChanges
    #expect(changes == 3)
    let text = session.unsavedText ?? ""
    for part in ["| A | for the customer | 4 |", "- too slow", "support agent finds out"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("# ") })
    _ = session.respond(to: "minutes m.md")
    #expect(session.unsavedText == nil)
    #expect(session.meetingChanges == changes + 1)

    let files = MemoryFiles()
    files.left = [LeftWork(id: "left-1", moment: "1 January, 09:00", text: text)]
    var later = Self.session(files)
    let notice = later.noticeOfLeftWork().map(\.plain).joined(separator: " ")
    #expect(notice.contains("the minutes of a meeting"))
    let back = Self.shown("recover", in: &later)
    #expect(back.contains("- too slow"))
    #expect(back.contains("They stay in left-1"))
    #expect(files.left.count == 1)
    #expect(later.takeBroughtBack().isEmpty)
  }

  @Test func plansAndAMeetingComeBackTogether() {
    var session = Self.meeting(["effort to join is one step", "dissent too slow"])
    _ = session.respond(to: "acton Other")
    let text = session.unsavedText ?? ""
    let files = MemoryFiles()
    files.left = [LeftWork(id: "left-1", moment: "1 January, 09:00", text: text)]
    var later = Self.session(files)
    let back = Self.shown("recover", in: &later)
    #expect(back.contains("- too slow"))
    #expect(later.workspace.actions.first?.saidCount == 2)
    #expect(later.workspace.waiting?.failed.text == "acton Other")
  }

  // MARK: - Minutes

  @Test func minutesNameEveryPlan() {
    let files = MemoryFiles()
    var session = Self.meeting(["reveal"], files)
    let lines = [
      "action Gone", "effort to leave is one step", "poll", "votes 1 2", "reveal",
      "drop Gone", "action Asked", "effort to leave is a form", "poll", "votes 2 1",
      "action At hand", "effort to leave is a form", "minutes m.md",
    ]
    for line in lines { _ = session.respond(to: line) }
    let text = files.texts["m.md"] ?? ""
    #expect(text.hasPrefix("# Minutes: Gone, Asked, Plan and At hand\n"))
    #expect(text.contains("## What was said of Gone\n\nIt was taken out since"))
    #expect(text.contains("## What was said of Plan\n\n- effort to leave is a call"))
  }

  @Test(arguments: ["2020-01-01", "next week", "2027-02-30", "in 6 years"])
  func aDayToLookAgainLiesAhead(day: String) {
    var session = Self.meeting([])
    #expect(Self.shown("minutes review \(day)", in: &session).contains("no day to come"))
    #expect(session.room?.review == nil)
  }

  @Test(arguments: [("2027-03-01", "2027-03-01"), ("in 6 weeks", "2027-02-12")])
  func aDayToLookAgainIsReadLikeOneOfTheJournal(typed: String, day: String) {
    let session = Self.meeting(["minutes review \(typed)"])
    #expect(session.room?.review == day)
  }

  // MARK: - Objections

  @Test func wordsThatMendAreNoObjections() {
    var session = Self.meeting(["dissent", "too slow", "too deer", "back", "too dear"])
    #expect(session.room?.dissent == ["too slow", "too dear"])
    _ = session.respond(to: "undo")
    #expect(session.room?.dissent == ["too slow"])
    #expect(session.respond(to: "quit").isOver == false)
    #expect(session.room?.collecting == nil)
    for line in ["premortem", "back", "they moved", "stop"] { _ = session.respond(to: line) }
    #expect(session.room?.premortem == ["they moved"])
    #expect(session.room?.collecting == nil)
  }

  @Test(arguments: ["", "dissent "]) func anEndlessObjectionIsTold(word: String) {
    var session = Self.meeting(word.isEmpty ? ["dissent"] : [])
    let line = word + String(repeating: "a", count: Limits.longestLine + 1)
    #expect(Self.shown(line, in: &session).contains("too long"))
    #expect(session.room?.dissent == [])
  }

  // MARK: - Files

  @Test func aPreparedFileIsReadLikeEveryOther() {
    let files = MemoryFiles(["case.advocate": "\u{FEFF}action New\r\neffort to leave is a call\r\n"]
    )
    var session = Self.meeting(["replay case.advocate"], files)
    #expect(session.room?.replay?.lines == ["action New", "effort to leave is a call"])
    files.texts["odd"] = "\u{0}\u{1}"
    let findings = session.respond(to: "replay odd").findings
    #expect(findings.contains { $0.severity == .error })
    #expect(session.room?.replay?.path == "case.advocate")
  }

  @Test func whatWasReadIsPolledInARoom() {
    let files = MemoryFiles(["one.advocate": "action One\n  effort to leave is a call\n"])
    var session = Self.meeting([], files)
    let text = Self.shown("load one.advocate", in: &session)
    #expect(text.contains("poll 2 asks the room about it."))
    #expect(!text.contains("judge"))
  }

  @Test(arguments: [
    ("reveal Pl", ["Plan"]), ("back to ", ["start"]),
    ("owner effort to l", ["effort to leave is "]),
  ])
  func wordsOfTheRoomOfferNames(typed: String, names: [String]) {
    let completer = Completer(Self.meeting(["checkpoint start"]))
    #expect(completer.complete(typed).items.map(\.insertion) == names)
  }
}
