import AdvocateCharter
import AdvocateDiagnostics
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

  @Test func aPreparedLineIsOnlyOffered() {
    var session = Session(files: .none, isTyped: true)
    // What was typed already, and is given back to be completed, stays.
    #expect(!session.respond(to: "judge ?").isBeginningOffered)
    #expect(session.respond(to: "tour").isBeginningOffered)
  }

  @Test(arguments: [true, false]) func thePreparedLineIsShownOnce(isShownInTheLine: Bool) {
    let reader = BriefReader(["tour", ""], isShownInTheLine)
    var text = ""
    var loop = Loop(
      session: Session(files: .none, isTyped: true), reader: reader,
      style: { OutputStyle(width: 60) },
      showAnswer: {
        text += $0
        return true
      }, showFinding: { _ in true }, clearScreen: {})
    _ = loop.run()
    #expect(text.contains("The prepared line:  effort to leave is a call\n") == !isShownInTheLine)
    #expect(text.contains("The prepared line:  the rest is untouched\n") == !isShownInTheLine)
  }

  /// Types lines, with or without an editor.
  private final class BriefReader: LineReader {
    let showsBeginnings: Bool
    private var lines: [String]

    init(_ lines: [String], _ showsBeginnings: Bool) {
      self.lines = lines.reversed()
      self.showsBeginnings = showsBeginnings
    }

    func read(prompt: String, beginning: String) -> LineReading {
      lines.popLast().map { .line(Array($0.utf8)) } ?? .terminated(signal: 1)
    }
  }

  @Test func anEmptyLineTakesThePreparedOneWhereNothingCanBePrepared() {
    var session = Session(files: .none, isTyped: true)
    _ = session.respond(to: "tour")
    let text = session.respond(to: "").text
    #expect(text.hasPrefix("  effort to leave is a call\n"))
    #expect(session.prompt == "Phone to cancel (5)> ")
  }
}
