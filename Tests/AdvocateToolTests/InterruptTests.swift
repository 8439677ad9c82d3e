import AdvocateTestSupport
import Glibc
import Testing

/// Ctrl-C gives an answer up, never the session.
@Suite(.serialized) struct InterruptTests {
  /// Many plans of which little is said, so that each verdict takes its time.
  private func manyPlans() throws -> TemporaryFolder {
    let folder = try #require(TemporaryFolder())
    let lines = (1...2_000).map { "action Plan \($0)\n  effort to leave is a call\n" }
    TemporaryFolder.write(Array(lines.joined().utf8), to: folder.file("many.advocate"))
    return folder
  }

  @Test(arguments: ["judge all", "rank", "list actions", "weigh The job gets easier 1"])
  func aLongAnswerIsGivenUp(_ line: String) throws {
    let desk = try Desk(["many.advocate"], folder: manyPlans())
    desk.terminal.send(line + "\r")
    desk.expect(line)
    desk.expect("\n")
    // Right after Enter the key may still be read as part of a line: a person presses again.
    let isStopped = (1...10).contains { _ in
      desk.terminal.send(Key.controlC)
      return desk.terminal.expect("Stopped. Nothing was changed.", seconds: 2)
    }
    #expect(isStopped)
    desk.expect("charter> ")
    desk.enter("action Plan 7", then: "Plan 7 (1)> ")
    desk.enter("moves the job is harder", then: "Plan 7 (2)> ")
    desk.leave(unsaved: true)
  }
}
