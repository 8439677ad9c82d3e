import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// What becomes of lines that wait for another to be mended.
@Suite struct WaitingTests {
  private static func session(_ lines: [String]) -> Session {
    var session = Session(files: .none, isTyped: true)
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  private func lines(_ name: String, _ session: Session) -> [String]? {
    session.workspace.actionPlace(name).map { place in
      session.workspace.actions[place].statements.map { session.workspace.charter.text(of: $0) }
    }
  }

  @Test(arguments: ["copy", "copy P", "copy Other as Q", "Copy P as P"])
  func linesMeantForACopyLeaveTheOriginalAlone(copy: String) {
    var session = Self.session([
      "action P", "effort to leave is one step", copy, "effort to leave is a struggle", "banana",
    ])
    let answer = session.respond(to: "action P").text
    #expect(
      answer.contains("The 2 lines that waited for \"\(copy)\" were left out.\n"), "\(answer)")
    #expect(answer.contains("Back to P (1 fact so far)."), "\(answer)")
    #expect(lines("P", session) == ["effort to leave is one step"])
    #expect(session.prompt == "P (1)> ")
    _ = session.respond(to: "moves the job is harder")
    #expect(session.prompt == "P (2)> ")
  }

  @Test(arguments: [
    ("copy P", "copy P as R"), ("copy", "copy P as R"), ("copy X as R", "action R"),
  ])
  func linesMeantForACopyJoinTheCopyOrAnotherNewAction(copy: String, mend: String) {
    var session = Self.session([
      "action P", "effort to leave is one step", copy, "effort to leave is a struggle",
    ])
    #expect(session.respond(to: mend).text.contains("The line that waited joined action R.\n"))
    #expect(lines("P", session) == ["effort to leave is one step"])
    #expect(lines("R", session) == ["effort to leave is a struggle"])
  }

  @Test func linesMeantForACopyDoNotJoinAnotherCopy() {
    var session = Self.session([
      "action P", "action O", "copy Unheard as Another", "effort to leave is a struggle",
    ])
    let answer = session.respond(to: "copy P as S").text
    #expect(answer.contains("\"copy Unheard as Another\" was left out.\n"))
    #expect(lines("S", session) == [])
  }

  @Test func anUnreadLineAmongThoseThatWaitedHoldsNothing() {
    var session = Self.session(["acton Q", "banana", "effort to leave is a call"])
    let answer = session.respond(to: "action Q").text
    let finding = session.workspace.currentAction?.dropped.map(\.line.text)
    #expect(finding == ["banana"])
    #expect(answer.contains("The line that waited joined action Q.\n"), "\(answer)")
    #expect(lines("Q", session) == ["effort to leave is a call"])
    #expect(session.prompt == "Q (1)> ")
  }

  @Test func whereNoLineJoinedNothingIsSaidOfIt() {
    var session = Self.session(["acton Q", "banana"])
    #expect(!session.respond(to: "action Q").text.contains("joined"))
    #expect(session.prompt == "Q (0)> ")
  }

  /// The finding is not about the line above it.
  @Test func theFindingShowsTheLineThatWaited() throws {
    var session = Self.session(["acton Q", "efort to leave is a call"])
    let response = session.respond(to: "action Q")
    let line = try #require(response.findings.first?.line)
    #expect(line.text == "efort to leave is a call")
    #expect(line.file == "the lines that waited")
  }
}
