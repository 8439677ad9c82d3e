import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// What holds for every session, whatever is typed.
@Suite struct SessionTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func whatIsUndoneCanBeDoneAgain(_ seed: UInt64) {
    var lines = RandomLines(seed: seed)
    var session = Session(files: .none, isTyped: true)
    var before: [Workspace] = []
    for _ in 0..<50 {
      let old = session.workspace
      _ = session.respond(to: lines.next())
      if session.workspace.changeCount != old.changeCount { before.append(old) }
    }
    var undone: [Workspace] = []
    for old in before.reversed() {
      undone.append(session.workspace)
      _ = session.respond(to: "undo")
      #expect(session.workspace.document == old.document)
      #expect(session.workspace.subjectName == old.subjectName)
    }
    #expect(session.respond(to: "undo").text == "There is nothing to undo.\n")
    for old in undone.reversed() {
      _ = session.respond(to: "redo")
      #expect(session.workspace.document == old.document)
      #expect(session.workspace.subjectName == old.subjectName)
    }
    #expect(session.respond(to: "redo").text == "There is nothing to do again.\n")
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func whatIsSavedBringsTheWorkBack(_ seed: UInt64) {
    var lines = RandomLines(seed: seed)
    let files = MemoryFiles()
    var session = Session(files: files.forSession, isTyped: true)
    for _ in 0..<60 { _ = session.respond(to: lines.next()) }
    _ = session.respond(to: "save work.advocate")
    var other = Session(files: files.forSession, isTyped: true)
    _ = other.respond(to: "load work.advocate")
    #expect(other.workspace.document == session.workspace.document)
    #expect(
      other.workspace.charter.rules.map(\.name) == session.workspace.charter.rules.map(\.name))
    #expect(
      other.workspace.actions.map(\.dropped.count) == session.workspace.actions.map(\.dropped.count)
    )
    #expect(!other.hasUnsavedWork)
  }

  /// The terminal cuts a prompt that takes more than half of the line.
  @Test(arguments: [
    (80, "A very long name of a plan (0)> "), (40, "A very lo... (0)> "), (30, "A very... (0)> "),
    (24, "A v... (0)> "),
  ])
  func aPromptTakesNoMoreThanHalfOfTheLine(width: Int, prompt: String) {
    var session = Session(files: .none, isTyped: true, width: width)
    _ = session.respond(to: "action A very long name of a plan")
    #expect(session.prompt == prompt)
    #expect(prompt.count <= width / 2)
  }

  @Test(arguments: [21, 22] as [UInt64])
  func everyLineIsAnsweredOrTaken(_ seed: UInt64) {
    var lines = RandomLines(seed: seed)
    var session = Session(files: .none, isTyped: true)
    for _ in 0..<80 {
      let line = lines.next()
      let before = session.workspace.changeCount
      let response = session.respond(to: line)
      let isTaken = session.workspace.changeCount != before
      #expect(isTaken || !response.pieces.isEmpty, "nothing came of: \(line)")
      for row in response.text.split(separator: "\n") {
        #expect(row.count <= 80, "\(row)")
      }
    }
  }

  @Test func anyBytesAreAnswered() {
    var generator = RandomLines(seed: 31)
    var session = Session(files: .none, isTyped: true, width: 40)
    _ = session.respond(to: "action A")
    for _ in 0..<400 {
      let bytes = (0..<generator.below(40)).map { _ in UInt8(generator.below(256)) }
      let response = session.respond(to: bytes.filter { $0 != 10 })
      for scalar in response.text.unicodeScalars where scalar != "\n" {
        #expect(!HarmlessText.isHarmful(scalar))
      }
    }
  }

  @Test func aLineThatFailsChangesNoVerdictAndNoDocumentButItsOwnTrace() {
    var session = Session(files: .none, isTyped: true)
    for line in ["action A", "effort to leave is a call", "the rest is untouched"] {
      _ = session.respond(to: line)
    }
    let before = session.workspace
    for line in ["judge zebra", "weigh", "weigh x 9", "use", "load", "what if", "rename", "keep"] {
      _ = session.respond(to: line)
      #expect(session.workspace.document == before.document, "\(line)")
      #expect(session.workspace.actions == before.actions, "\(line)")
    }
  }

  @Test func thePromptNamesTheSubjectAndFitsTheWidth() {
    var session = Session(files: .none, isTyped: true)
    #expect(session.prompt == "charter> ")
    _ = session.respond(to: "action Phone to cancel")
    #expect(session.prompt == "Phone to cancel (0)> ")
    _ = session.respond(to: "effort to leave is a call")
    #expect(session.prompt == "Phone to cancel (1)> ")
    _ = session.respond(to: "rule Ours")
    #expect(session.prompt == "rule Ours> ")
    _ = session.respond(to: "acton B")
    #expect(session.prompt == "waiting> ")
    _ = session.respond(to: "moves the job is harder")
    #expect(session.prompt == "waiting (1)> ")
    for width in [20, 40, 80] {
      session.width = width
      _ = session.respond(to: "action " + String(repeating: "Wide name ", count: 30))
      #expect(session.prompt.count <= max(20, width / 2), "\(session.prompt)")
      _ = session.respond(to: "quit")
      #expect(session.prompt == "save> ")
      session.cancelQuestion()
    }
  }

  @Test func theGreetingFitsTheWidth() {
    let charter = BuiltInCharter.charter
    for width in [20, 40, 60, 72, 80, 100] {
      for isFirst in [true, false] {
        let lines = Greeting.lines(isFirst: isFirst, charter: charter, width: width)
        #expect(lines.allSatisfy { $0.plain.count <= width }, "\(width)")
        #expect(lines.count <= 6 || width < 72)
      }
    }
    #expect(Greeting.lines(isFirst: false, charter: charter, width: 80).count == 1)
  }

  @Test func whatTabOffersCanBeSaid() {
    var session = Session(files: .none, isTyped: true)
    _ = session.respond(to: "action A")
    let completer = Completer(session)
    for fact in BuiltInCharter.charter.facts where !fact.levels.isEmpty {
      let answer = completer.complete("\(fact.name) is ")
      #expect(answer.items.map(\.insertion).starts(with: fact.levels), "\(fact.name)")
      // Words that end in a blank go on.
      for item in answer.items where item.insertion.last != " " {
        var copy = session
        let response = copy.respond(to: "\(fact.name) is \(item.insertion)")
        #expect(response.findings.isEmpty, "\(fact.name) is \(item.insertion)")
      }
    }
    #expect(completer.complete("EFFORT TO LEAVE IS a c").items.map(\.insertion) == ["a call"])
    #expect(completer.complete("judge ").items.map(\.insertion) == ["A", "all"])
    #expect(completer.complete("zebra").items.isEmpty)
  }
}

extension Response {
  /// All that a person would see, without weight and colour.
  var text: String {
    let style = OutputStyle(width: 80)
    return pieces.map { piece in
      switch piece {
      case .lines(let lines): style.render(lines)
      case .finding(let finding):
        style.render(DiagnosticRenderer.render(finding, place: .typed(afterColumns: 0), width: 80))
      }
    }.joined()
  }
}

/// Lines as a hasty person might type them; the same ones for the same seed.
struct RandomLines {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from 0 up to but not including `limit`.
  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  mutating func next() -> String {
    let names = ["Phone to cancel", "Refund late deliveries", "Plan B"]
    let facts = ["effort to leave", "effort to join", "moves the job", "gain this quarter", "job"]
    let values = [
      "a call", "one step", "harder", "2m", "roughly 40k", "untouched", "unsaid", "odd",
    ]
    let rules = ["Leaving is as easy as joining", "The job gets easier", "Ours", "Made with them"]
    func pick(_ words: [String], _ place: Int) -> String { words[place % words.count] }
    let (one, two, kind) = (below(60), below(60), below(34))
    let (name, fact, value) = (pick(names, one), pick(facts, one), pick(values, two))
    switch kind {
    case 0...5: return "action \(name)"
    case 6...13: return "\(fact) is \(value)"
    case 14: return "acton \(name)"
    case 15: return "the rest is untouched"
    case 16: return "note They asked for it \(two)"
    case 17: return "copy \(name) as \(name) \(two)"
    case 18: return "rename \(name) as \(name) once more"
    case 19: return "drop \(name)"
    case 20: return "drop \(fact)"
    case 21: return "expect \(name)"
    case 22: return "verdict is \(pick(["mixed", "against the customer", "bad"], two))"
    case 23: return "against \(pick(rules, two))"
    case 24: return "rule \(pick(["Ours", "Theirs"], two))"
    case 25: return "weight \(two % 7)"
    case 26: return "against when \(fact) is \(value)"
    case 27: return "because they care \(two)"
    case 28: return "weigh \(pick(rules, one)) \(two % 7)"
    case 29: return "keep"
    case 30: return "what if \(fact) is \(value)"
    case 31: return "drop \(pick(rules, two))"
    case 32: return pick(["use customer first", "show", "list facts", "drop unread"], two)
    default: return "\(fact) \(value)"
    }
  }
}
