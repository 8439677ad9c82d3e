import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// Whatever changes something can be taken back, and the answer says what that was.
@Suite struct TurningBackTests {
  /// Lines that lead to a change, the line that makes it, and what is said when it is taken back.
  private static let changes: [(before: [String], line: String, said: String)] = [
    ([], "action B", ""),
    (["action B"], "moves the job is harder", ""),
    (["action B", "moves the job is same"], "moves the job is harder", "moves the job is same"),
    (["action B"], "moves the jb is harder", "It could not be read, and is forgotten."),
    (["action B", "moves the jb is x"], "drop unread", ""),
    (["action B"], "note They asked for it", ""),
    (["action B"], "the rest is untouched", ""),
    (["action B", "moves the job is same"], "drop moves the job", "moves the job is same again."),
    (["action B"], "drop B", "B is back."),
    (["action B"], "copy B as C", ""),
    (["action B"], "rename B as C", "C is called B again."),
    (["action B", "what if moves the job is harder"], "keep", "moves the job is unsaid again."),
    (["weigh The job gets easier 2"], "keep", "The job gets easier weighs 5 again."),
    (["action B", "moves the job is harder", "the rest is untouched"], "flip 1", "again."),
    ([], "load two.advocate", "2 actions are gone again."),
    ([], "drop The job gets easier", "The job gets easier is back."),
    ([], "rule Ours", ""),
    (["rule Ours"], "weight 3", "Ours weighs 1 again."),
    (["rule Ours"], "weigt 3", "It could not be read, and is forgotten."),
    ([], "fact delay", ""),
    ([], "charter ours", "customer first is in force again."),
    ([], "use small.advocate", "customer first is in force again."),
    (["action B"], "expect B", ""),
    (["action B", "expect B"], "settled", ""),
    (["action B"], "acton C", ""),
    (["acton C"], "moves the job is harder", ""),
    (["acton C", "moves the job is harder"], "action C", ""),
  ]

  @Test(arguments: changes.indices) func isTakenBackAndMadeAgain(_ place: Int) {
    let (before, line, said) = Self.changes[place]
    let files = MemoryFiles([
      "two.advocate": "action X\naction Y\n", "small.advocate": "charter small\nfact a\n  yes-no\n",
    ])
    var session = Session(files: files.forSession, isTyped: true)
    for line in before { _ = session.respond(to: line) }
    let old = session
    _ = session.respond(to: line)
    let new = session
    #expect(new.workspace.changeCount != old.workspace.changeCount, "\(line) changes nothing")
    let answer = session.respond(to: "undo").text
    #expect(answer.hasPrefix("Undone: \(line)\n"))
    #expect(answer.contains(said))
    #expect(said.isEmpty == (answer == "Undone: \(line)\n"), "\(answer)")
    #expect(session.isAsBefore(old), "\(line)")
    #expect(session.respond(to: "redo").text.hasPrefix("Done again: \(line)\n"))
    #expect(session.isAsBefore(new), "\(line)")
  }

  @Test func aLineThatChangesNothingIsNothingToTakeBack() {
    var session = Session(files: .none, isTyped: true)
    for line in ["action B", "moves the job is harder"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "moves the job is harder").text == "That was said already.\n")
    for line in ["judge", "jugde", "list facts", "help", "why", "save", "what if x is y", "drop"] {
      _ = session.respond(to: line)
    }
    #expect(session.respond(to: "undo").text == "Undone: moves the job is harder\n")
  }

  /// A weight that was taken back must not speak again when another takes its place.
  @Test func theVerdictFollowsTheCharterThatIsBack() {
    var session = Session(files: .none, isTyped: true)
    let lines = [
      "action B", "effort to join is one step", "effort to leave is a call",
      "moves the job is much easier", "rule Leaving is as easy as joining", "weight 1", "judge B",
      "undo", "weight 5",
    ]
    for line in lines { _ = session.respond(to: line) }
    var text = ""
    for case .lines(let lines) in session.respond(to: "judge B").pieces {
      text += lines.map { $0.plain + "\n" }.joined()
    }
    // 5 for and 5 against: 50. With weight 1 it was 83.
    #expect(text.contains("MIXED: 50 of 100"))
  }
}

extension Session {
  fileprivate func isAsBefore(_ other: Session) -> Bool {
    workspace.document == other.workspace.document && workspace.actions == other.workspace.actions
      && workspace.subjectName == other.workspace.subjectName && prompt == other.prompt
      && workspace.charter.rules.map(\.dropped) == other.workspace.charter.rules.map(\.dropped)
      && workspace.charter.rules.map(\.weight) == other.workspace.charter.rules.map(\.weight)
  }
}
