import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import Testing

@testable import AdvocateSession

/// What a room is not told by commands that are about another plan, or about none.
@Suite struct RoomHoldingTests {
  /// A room after `lines`.
  private static func room(_ lines: [String], _ files: MemoryFiles = MemoryFiles()) -> Session {
    var session = Session(
      files: files.forSession, isTyped: true,
      journal: .inMemory { CalendarDay("2027-01-01") ?? CalendarDay(number: 0) })
    for line in ["room"] + lines { _ = session.respond(to: line) }
    return session
  }

  private static func shown(_ line: String, in session: inout Session) -> String {
    var text = ""
    for case .lines(let lines) in session.respond(to: line).pieces {
      text += lines.map { $0.plain + "\n" }.joined()
    }
    for _ in 0..<40 where session.screen?.rest.isEmpty == false {
      for case .lines(let lines) in session.respond(to: "").pieces {
        text += lines.map { $0.plain + "\n" }.joined()
      }
    }
    return text
  }

  private static func shown(_ line: String, in session: Session) -> String {
    var copy = session
    return shown(line, in: &copy)
  }

  /// A plan that was revealed, and another one at hand that was not.
  private static let leavingAndPhone = [
    "action Leaving", "effort to leave is one step", "reveal", "action Phone",
    "effort to join is one step", "effort to leave is a call",
  ]

  @Test(arguments: ["show", "list", "list actions"])
  func whatIsThereIsListedWithoutVerdicts(line: String) {
    let files = MemoryFiles([
      "plans.advocate": """
      action One
        effort to join is one step
        effort to leave is a call
      action Two
        effort to join is one step
        effort to leave is one step
      expect One
        verdict is mixed

      """
    ])
    var session = Self.room(["load plans.advocate"], files)
    let text = Self.shown("list", in: session)
    // Both plans, and the sentence below them.
    #expect(text.components(of: "held") == 3)
    for word in ["against", "for the customer", ", 0", ", 100"] {
      #expect(!Self.shown(line, in: session).contains(word), "\(word)")
    }
    // What was revealed is told, beside what is not.
    _ = session.respond(to: "reveal Two")
    let beside = Self.shown("list", in: session)
    #expect(beside.contains("for the customer, 100"))
    #expect(!beside.contains("against"))
  }

  @Test(arguments: [
    "why leaving", "why Leaving is as easy as joining", "flip 1", "flip", "why all", "judge",
    "journal go ahead expecting that leaving is easy", "look chair", "lifetime",
  ])
  func aNameInAnArgumentOpensNothingElse(line: String) {
    let text = Self.shown(line, in: Self.room(Self.leavingAndPhone))
    #expect(text.contains("Phone is held"))
    #expect(!text.contains("against"))
  }

  /// What turns a plan answers what a change of it would do.
  @Test(arguments: ["flip", "judge", "look chair", "flip 1"])
  func whatIsSupposedAndAskedIsNotGivenAway(line: String) {
    let asked = [
      "action A", "effort to join is one step", "effort to leave is a call",
      "the rest is untouched", "reveal", "what if effort to leave is one step", "poll",
    ]
    let text = Self.shown(line, in: Self.room(asked))
    #expect(text.contains("with what is supposed of it is held"), "\(text)")
    #expect(!text.contains("for the customer"))
    let after = Self.shown("flip", in: Self.room(asked + ["poll off", "drop"]))
    #expect(after.contains("for the customer, 100"), "\(after)")
  }

  @Test func whatIsAboutTheOtherPlanIsTold() {
    // Nothing else in the charter is called so.
    let lines = [
      "action Old way", "effort to join is one step", "effort to leave is one step", "reveal",
      "action Third thing", "effort to join is one step", "effort to leave is a call",
    ]
    let session = Self.room(lines)
    for line in ["why old way", "judge 1", "flip old way", "why old way as json"] {
      let text = Self.shown(line, in: session)
      #expect(!text.contains("could give it away"), "\(line)")
      #expect(!text.contains("Third thing is held"), "\(line)")
    }
  }

  @Test(arguments: ["journal list", "journal report", "journal show 1", "journal replay"])
  func theJournalIsHeldWhereItTellsOfAHeldPlan(line: String) {
    let kept = [
      "action Phone", "effort to join is one step", "effort to leave is a call", "reveal",
      "journal go ahead expecting fewer calls",
    ]
    let session = Self.room(kept)
    #expect(!Self.shown(line, in: session).contains("is held"))
    let changed = Self.room(kept + ["effort to leave is a form"])
    #expect(Self.shown(line, in: changed).contains("Phone is held"))
    let other = Self.room(kept + ["action Other", "effort to leave is a form"])
    #expect(!Self.shown(line, in: other).contains("is held"))
  }

  @Test func aPredictionOnAHeldPlanStaysOpen() {
    let lines = [
      "action A", "effort to join is one step", "effort to leave is one step", "reveal",
      "action B", "effort to leave is one step", "reveal", "action C",
      "effort to join is one step", "effort to leave is a call", "predict mixed sure 70",
    ]
    var session = Self.room(lines)
    let compared = Self.shown("compare A with B", in: &session)
    #expect(!compared.contains("You said"))
    #expect(Self.shown("reveal", in: &session).contains("You said mixed, 70 sure"))
  }

  @Test func aPlanThatIsHeldIsNamedOnce() {
    let lines = [
      "action Plan A", "effort to leave is one step", "action Plan B", "effort to leave is a call",
    ]
    let text = Self.shown("compare Plan B with Plan B", in: Self.room(lines))
    #expect(!text.contains("Plan B and Plan B"))
  }

  // MARK: - Another plan while a question is open

  private static let asked = [
    "action B", "effort to leave is a call", "action A", "effort to leave is a call",
  ]

  @Test(arguments: ["one step", "unsaid"]) func aCountStaysWithItsQuestion(value: String) {
    let question = ["what if effort to leave is \(value)", "poll B", "votes 4 9 2"]
    var session = Self.room(Self.asked + question)
    let told = Self.shown("reveal A", in: &session)
    #expect(told.contains("THE CHARTER SAYS"))
    #expect(!told.contains("← charter"))
    let ballot = session.room?.ballot
    #expect(ballot?.plan == "B")
    #expect(ballot?.first == [4, 9, 2, 0, 0])
    #expect(ballot?.found == nil)
    #expect(Self.shown("votes 1 1", in: &session).contains("Counted anew"))
    #expect(Self.shown("reveal", in: &session).contains("← charter"))
  }

  @Test func whatIsSupposedOfOnePlanOutlivesAnother() {
    let question = ["what if effort to leave is one step", "poll", "votes 4 9 2", "reveal B"]
    var session = Self.room(Self.asked + question)
    let told = Self.shown("reveal", in: &session)
    #expect(told.contains("if effort to leave is one step"))
  }

  @Test func aLetterIsOneOfTheAlphabet() {
    #expect(Ballot.letter(0) == "A")
    #expect(Ballot.letter(25) == "Z")
    #expect(Ballot.letter(26).isEmpty)
    #expect(Ballot.letter(-1).isEmpty)
  }

  // MARK: - A new name

  @Test(arguments: ["poll", "what if effort to leave is one step"])
  func aQuestionGoesWithANewName(first: String) {
    let lines =
      ["action Old", "effort to join is one step", "effort to leave is a call", first]
      + (first == "poll" ? [] : ["poll"])
    var session = Self.room(lines + ["votes 4 9 2", "rename Old as New"])
    #expect(session.room?.ballot?.plan == "New")
    #expect(Self.shown("reveal", in: session).contains("← charter"))
    _ = session.respond(to: "undo")
    #expect(session.room?.ballot?.plan == "Old")
    // To take a line back takes back what is tried, too.
    guard first == "poll" else { return }
    #expect(Self.shown("reveal", in: session).contains("← charter"))
    _ = session.respond(to: "redo")
    #expect(session.room?.ballot?.plan == "New")
  }

  @Test func whatWasRevealedStaysSoUnderANewName() {
    let lines = ["action Old", "effort to leave is a call", "reveal", "rename Old as New"]
    #expect(!Self.shown("judge", in: Self.room(lines)).contains("held"))
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func components(of part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
