import AdvocateCharter
import AdvocateSession
import Testing

/// The record of a session runs again, and comes to the same.
@Suite struct RecordTests {
  @Test(arguments: [41, 42, 43] as [UInt64]) func comesToTheSame(_ seed: UInt64) {
    var lines = RandomLines(seed: seed)
    let files = MemoryFiles()
    var session = Session(files: files.forSession, isTyped: true)
    for _ in 0..<10 { _ = session.respond(to: lines.next(turning: false)) }
    _ = session.respond(to: "drop unread")
    _ = session.respond(to: "action Phone to cancel")
    _ = session.respond(to: "transcript all.advocate")
    for _ in 0..<40 { _ = session.respond(to: lines.next(turning: true)) }
    _ = session.respond(to: "action Phone to cancel")
    var other = Session(files: files.forSession, isTyped: true)
    _ = other.respond(to: "load all.advocate")
    #expect(other.workspace.actions.map(\.name) == session.workspace.actions.map(\.name))
    #expect(other.workspace.document == session.workspace.document)
  }

  @Test func aFileTakesBackItsOwnLinesOnly() {
    let files = MemoryFiles(["turn.advocate": "action B\nundo\nundo\naction C\nundo\nredo\n"])
    var session = Session(files: files.forSession, isTyped: true)
    _ = session.respond(to: "action A")
    let response = session.respond(to: "load turn.advocate")
    #expect(response.text.contains("There is nothing to undo."))
    #expect(session.workspace.actions.map(\.name) == ["A", "C"])
    _ = session.respond(to: "undo")
    #expect(session.workspace.actions.map(\.name) == ["A"])
  }

  @Test func whatWaitedAndCouldNotBeReadHoldsNothingInTheRecord() {
    let files = MemoryFiles()
    var session = Session(files: files.forSession, isTyped: true)
    for line in [
      "transcript all.advocate", "acton B", "banana", "moves the job is harder", "action B",
    ] {
      _ = session.respond(to: line)
    }
    var other = Session(files: files.forSession, isTyped: true)
    let response = other.respond(to: "load all.advocate")
    #expect(response.findings.isEmpty)
    #expect(other.workspace.actions.map(\.saidCount) == [1])
  }

  @Test func aFullDiskEndsTheRecordAndNothingElse() {
    let files = MemoryFiles()
    var session = Session(files: files.forSession, isTyped: true)
    _ = session.respond(to: "transcript all.advocate")
    files.refusals["all.advocate"] = "no space left on device"
    let told = session.respond(to: "action A").text
    #expect(told.contains("The record in all.advocate ends here: no space left on device."))
    #expect(!session.respond(to: "moves the job is harder").text.contains("record"))
    #expect(session.workspace.currentAction?.statements.count == 1)
    #expect(session.respond(to: "transcript").text.hasPrefix("Nothing is recorded."))
  }
}

extension RandomLines {
  /// Lines that a file can say as well: none that waits for another to be mended.
  fileprivate mutating func next(turning: Bool) -> String {
    if turning, below(6) == 0 { return below(3) == 0 ? "redo" : "undo" }
    while true {
      let line = next()
      let isPlain = ["action ", "note ", "the rest", "moves", "effort", "gain", "copy", "rename"]
        .contains { line.hasPrefix($0) }
      let isFact = ["moves", "effort", "gain"].contains { line.hasPrefix($0) }
      if isPlain, line.contains(" is ") || !isFact { return line }
    }
  }
}
