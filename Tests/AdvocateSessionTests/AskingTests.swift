import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// A question mark at a line's end.
@Suite struct AskingTests {
  private func session(_ lines: [String], isTyped: Bool = true) -> Session {
    var session = Session(files: .none, isTyped: isTyped)
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  @Test(arguments: [true, false])
  func itShowsWhatMayStandAndChangesNothing(isTyped: Bool) {
    var session = session(["action Phone to cancel"], isTyped: isTyped)
    let before = session.workspace.changeCount
    let response = session.respond(to: "  effort to leave is ?")
    #expect(
      response.text == """
        How hard is it to leave, return or stop?
          1 one step     a minute, alone, at any hour
          2 few steps    some minutes, alone, at any hour
          3 a form       something to fill in and send, or to bring along
          4 a call       they have to talk to somebody in opening hours
          5 a struggle   several tries, a fee, or somebody who talks them round
          between        from one to another, both counted in
          untouched      the action does not change it
          unsaid         it is not known

        """)
    #expect(response.beginning == "effort to leave is ")
    #expect(session.workspace.changeCount == before)
    #expect(session.gravest == nil)
  }

  @Test(arguments: [
    "job is why do they stay ?", "effort to leave is a call because did they say so ?",
    "note is it so ?", "# really ?",
  ])
  func inFreeTextItIsText(line: String) {
    var session = session(["action A"])
    let response = session.respond(to: line)
    #expect(response.beginning.isEmpty && response.pieces.isEmpty)
  }

  @Test(arguments: [
    ("?", ""), ("judge ?", "judge "), ("effort to lea ?", "effort to lea"),
    ("job is ?", "job is "),
    (
      "effort to leave is a call because ?",
      "effort to leave is a call because "
    ),
    ("zebra ?", "zebra "), ("effort to leave is a call ?", "effort to leave is a call "),
  ])
  func theNextLineBeginsWithWhatWasTyped(line: String, beginning: String) {
    var session = session(["action A", "the rest is untouched", "job is rest"])
    let response = session.respond(to: line)
    #expect(response.beginning == beginning)
    #expect(!response.pieces.isEmpty)
    #expect(response.findings.isEmpty)
  }

  @Test func inAFileItIsAnError() {
    let files = MemoryFiles([
      "a.advocate": """
      action A
        effort to leave is ?
        job is ?
        note why ?
      judge ?

      """
    ])
    var session = Session(files: files.forSession, isTyped: true)
    let response = session.respond(to: "load a.advocate")
    #expect(response.findings.map(\.id.name) == Array(repeating: "question-in-file", count: 3))
    #expect(response.findings.compactMap(\.line?.number) == [2, 3, 5])
    #expect(session.workspace.actions.first?.notes == ["why ?"])
  }

  @Test func linesThatWaitAreTakenAsTheyAre() {
    var session = session(["acton B", "job is why ?"])
    #expect(session.prompt == "waiting (1)> ")
    #expect(!session.respond(to: "?").pieces.isEmpty)
    #expect(session.prompt == "waiting (1)> ")
  }

  @Test func plainTurnsColoursOffAndOn() {
    var session = session([])
    let response = session.respond(to: "plain on")
    #expect(response.plain == true)
    #expect(
      response.text == """
        Plain: no colours while typing, no suggestions, lists as plain text. plain off
        brings them back.

        """)
    #expect(session.respond(to: "plain off").plain == false)
    let other = session.respond(to: "plain")
    #expect(other.plain == nil && other.text.contains("plain on"))
  }
}
