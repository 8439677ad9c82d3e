import AdvocateCharter
import AdvocateSession
import Testing

/// The tour leads through an example, and leaves the work at hand alone.
@Suite struct TourTests {
  @Test func eachStepPreparesTheLineThatItIsAbout() {
    var session = Session(files: .none, isTyped: true)
    var response = session.respond(to: "tour")
    var lines: [String] = []
    while !response.beginning.isEmpty {
      lines.append(response.beginning)
      response = session.respond(to: response.beginning)
      #expect(response.findings.isEmpty)
    }
    #expect(
      lines == [
        "effort to leave is a call", "the rest is untouched", "judge",
        "why Leaving is as easy as joining", "what if effort to leave is one step", "flip",
      ])
    #expect(session.respond(to: "").text.hasPrefix("The tour is over, and its example is gone."))
    #expect(session.workspace.actions.isEmpty)
  }

  /// With one line of every kind in between, and each way out.
  @Test(arguments: ["stop", "quit", "^C", "^D"])
  func theWorkAtHandIsNotTouched(way: String) {
    let files = MemoryFiles(["own.advocate": "action Own\n"])
    var session = Session(files: files.forSession, isTyped: true)
    for line in ["load own.advocate", "action Own", "effort to leave is a form"] {
      _ = session.respond(to: line)
    }
    let before = session
    for line in [
      "tour", "", "drop Phone to cancel", "rule Ours", "weight 3", "charter Mine", "action Own",
      "choice is no say", "undo", "undo", "save", "",
    ] {
      _ = session.respond(to: line)
    }
    #expect(files.texts["own.advocate"] == "action Own\n")
    switch way {
    case "^C": _ = session.cancelQuestion()
    case "^D": #expect(!session.end().isOver)
    default: _ = session.respond(to: way)
    }
    if way == "quit" {
      #expect(session.prompt == "save> ")
      _ = session.respond(to: "stay")
    }
    #expect(session.workspace.document == before.workspace.document)
    #expect(session.prompt == before.prompt)
    #expect(session.respond(to: "undo").text == "Undone: effort to leave is a form\n")
  }

  @Test func anEmptyLineTakesThePreparedOneWhereNothingCanBePrepared() {
    var session = Session(files: .none, isTyped: true)
    _ = session.respond(to: "tour")
    let text = session.respond(to: "").text
    #expect(text.hasPrefix("  effort to leave is a call\n"))
    #expect(session.prompt == "Phone to cancel (5)> ")
  }
}
