import AdvocateTestSupport
import Glibc
import Testing

/// Long answers at the prompt go through a pager, and only they.
@Suite(.serialized) struct PagerTests {
  /// A pager that says so, shows two lines of what it gets, and leaves early.
  private static let brief = "printf 'paged\\n'; head -n 2"

  @Test func aLongAnswerIsPagedAShortOneIsNot() throws {
    let desk = try Desk(changes: ["ADVOCATE_PAGER": Self.brief], rows: 24)
    desk.enter("list facts", then: "charter> ")
    #expect(desk.terminal.transcript.contains("paged"))
    #expect(desk.terminal.screen.lines.count < 20)
    desk.enter("help judge", then: "charter> ")
    #expect(desk.terminal.transcript.split(separator: "paged").count == 2)
    desk.leave()
  }

  @Test func withoutAProgramTheAnswerIsShownAllTheSame() throws {
    let desk = try Desk(changes: ["ADVOCATE_PAGER": "/nowhere/pager"], rows: 24)
    desk.enter("list facts", then: "charter> ")
    #expect(
      desk.terminal.transcript.contains("list facts shows")
        || desk.terminal.screen.lines.count >= 23)
    desk.leave()
  }

  @Test(arguments: [
    ["ADVOCATE_PAGER": ""], ["ADVOCATE_PAGER": "cat"], ["TERM": "dumb", "ADVOCATE_PAGER": brief],
    ["ADVOCATE_PAGER": "", "PAGER": brief],
  ])
  func thereIsNoneWhereNoneIsWanted(_ changes: [String: String]) throws {
    let desk = try Desk(changes: changes.mapValues { $0 }, rows: 24)
    desk.terminal.send("list facts\r")
    desk.expect("charter> ")
    #expect(!desk.terminal.transcript.contains("paged"))
    desk.leave()
  }

  /// Whoever has seen all of it is back at the prompt, with the text above.
  @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0), arguments: [(24, 80), (12, 40)])
  func lessEndsWithTheText(rows: Int, columns: Int) throws {
    let desk = try Desk(changes: ["ADVOCATE_PAGER": nil], rows: rows, columns: columns)
    desk.terminal.send("list facts\r")
    var pages = 0
    while desk.terminal.expect("Space shows more", seconds: 3), pages < 40 {
      pages += 1
      desk.terminal.send(" ")
    }
    desk.expect("charter> ")
    #expect(pages > 0)
    desk.leave()
  }

  @Test func controlCInItEndsNothing() throws {
    let pager = "printf 'paged\\n'; trap 'exit 0' INT; sleep 30 & wait"
    let desk = try Desk(changes: ["ADVOCATE_PAGER": pager], rows: 24)
    desk.terminal.send("list facts\r")
    desk.expect("paged")
    desk.terminal.send(Key.controlC)
    desk.expect("charter> ")
    desk.enter("action A", then: "A (0)> ")
    desk.leave(unsaved: true)
  }
}
