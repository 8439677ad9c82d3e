import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// What a session tells of a journal that can be read in part only.
@Suite struct JournalReadingTests {
  private static let today = CalendarDay(number: 20_000)

  private static func decision(_ name: String, lines: [String]) -> Decision {
    var decision = Decision(
      day: today, action: name, lines: lines, charter: "customer first",
      told: Decision.Told(verdict: "mixed", isSettled: true, score: "50"), course: .goAhead,
      isAgainst: false, reviewOn: today)
    (decision.number, decision.version) = (1, 1)
    return decision
  }

  private static let readable = decision(
    "Phone to cancel",
    lines: ["action Phone to cancel", "effort to join is one step", "effort to leave is a call"])

  private func answer(_ lines: String..., journal: JournalKeeping) -> String {
    var session = Session(files: .none, isTyped: true, journal: journal)
    return lines.map { session.respond(to: $0).text }.last ?? ""
  }

  @Test(arguments: ["journal replay", "precedents"])
  func whatIsLeftOutIsSaid(line: String) {
    let empty = Self.decision("Nothing", lines: ["this is no action"])
    let journal = JournalKeeping.inMemory([empty], charters: [""]) { Self.today }
    let text = answer("action A", "effort to leave is a call", line, journal: journal)
    #expect(text.contains("1 entry could not be read"), "\(text)")
    #expect(!text.contains("is empty"))
  }

  @Test func aCharterThatIsReadByHalfNamesNoRule() {
    let text = "charter customer first\nrule Half\nfor when nothing of this is known\n"
    let journal = JournalKeeping.inMemory([Self.readable], charters: [text]) { Self.today }
    let answer = answer("journal replay", journal: journal)
    #expect(answer.contains("cannot be read"), "\(answer)")
    #expect(!answer.contains("not there then"))
  }

  @Test func aJournalThatIsBusyIsNoOldCharter() {
    var journal = JournalKeeping.inMemory([Self.readable]) { Self.today }
    journal.charter = { _ in .failure(JournalProblem("Another session is writing.")) }
    let answer = answer("journal replay", journal: journal)
    #expect(answer == "Another session is writing.\n")
  }

  @Test func aReasonThatComesLaterIsKeptInAPipe() {
    let journal = JournalKeeping.inMemory { Self.today }
    var session = Session(files: .none, isTyped: false, journal: journal)
    for line in Self.readable.lines { _ = session.respond(to: line) }
    _ = session.respond(to: "journal go ahead")
    let line = "journal go ahead override because law says so"
    #expect(session.respond(to: line).text.contains("The reason is kept with it now"))
    #expect(session.respond(to: line).text == "")
    #expect(session.respond(to: "journal show 1").text.contains("Because law says so."))
  }

  @Test func theScoreIsToldAsTheVerdictScreenTellsIt() {
    let journal = JournalKeeping.inMemory { Self.today }
    var session = Session(files: .none, isTyped: true, journal: journal)
    for line in Self.readable.lines + ["contact is nearer"] { _ = session.respond(to: line) }
    // Three points for and four against, of seven: 42.857.
    #expect(session.respond(to: "judge").text.contains("43"))
    #expect(session.respond(to: "journal leave it").text.contains("(mixed, 43)"))
    #expect(session.respond(to: "journal show 1").text.contains("mixed, 43, by"))
    #expect(session.respond(to: "journal show 1 as json").text.contains("\"score\": \"42.9\""))
  }
}
