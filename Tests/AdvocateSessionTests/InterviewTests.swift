import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateSession
import Testing

/// What an interview asks, what it takes for an answer, and how it ends.
@Suite struct InterviewTests {
  /// Three rules of different weight; the heaviest can veto. No fact is marked as first.
  static let charter = """
    charter Small
      lens service
    fact care
      asks How are they cared for?
      scale badly, fairly, well, very well
    fact told
      asks Are they told?
      yes-no
    fact taken
      asks What is taken unasked?
      any of nothing, time, data, money
      means money a charge that nobody agreed to
    rule Care
      weight 4
      because they notice
      for when care is at least well
      against when care is badly
    rule No surprise
      weight 2
      because nobody likes to find out late
      for when told is yes
      against when told is no
    rule Ask first
      weight 5
      because it is theirs
      veto when taken includes money
      against when taken includes data
    """

  static func session(_ lines: [String] = []) -> Session {
    let files = MemoryFiles(["small.advocate": charter])
    var session = Session(files: files.forSession, isTyped: true)
    _ = session.respond(to: "use small.advocate")
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  /// The text without the breaks of its lines.
  private static func joined(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private func lines(_ session: Session) -> [String] {
    session.workspace.actions.first.map { action in
      action.statements.map { statement in
        session.workspace.charter.text(of: statement)
          + (statement.evidence.map { " because \($0)" } ?? "")
      } + (action.restIsUntouched ? ["the rest is untouched"] : [])
    } ?? []
  }

  /// The veto can end everything, so its question leaves least in doubt and comes first; the rule
  /// that weighs 2 comes last.
  @Test func theMostDecisiveQuestionComesFirst() {
    var session = Self.session()
    #expect(session.respond(to: "ask Plan").text.contains("1 of 3  What is taken unasked?"))
    #expect(session.prompt == "answer> ")
    #expect(session.respond(to: "nothing").text.contains("2 of 3  How are they cared for?"))
    #expect(session.respond(to: "3").text.contains("3 of 3  Are they told?"))
  }

  @Test func aVetoEndsTheQuestions() {
    var session = Self.session(["ask Plan"])
    let answer = session.respond(to: "4 because the bill shows it").text
    #expect(
      Self.joined(answer).hasPrefix(
        "Settled. No open answer can change the verdict. undo takes the last answer back. Plan is"))
    #expect(session.prompt == "Plan (1)> ")
    #expect(lines(session) == ["taken is money because the bill shows it"])
    #expect(session.respond(to: "ask").text.hasPrefix("Plan is settled"))
  }

  @Test(arguments: [["4"], ["1", "", "yes", "stop"], ["1", "", "yes", ""]])
  func backAndStopRightAfterTheEndAreAnswered(answers: [String]) {
    let session = Self.session(["ask Plan"] + answers)
    let before = (session.workspace.changeCount, lines(session))
    for (typed, wanted) in [
      ("back", "The questions about Plan are over. undo takes the last answer back, and ask then"),
      ("Stop", "The questions about Plan are over already, so nothing is left to stop."),
    ] {
      var after = session
      let response = after.respond(to: typed)
      #expect(Self.joined(response.text).hasPrefix(wanted))
      #expect(response.findings.isEmpty)
      #expect((after.workspace.changeCount, lines(after)) == before)
      #expect(after.respond(to: "back").findings.isEmpty)
      // Later they are lines like any other.
      _ = after.respond(to: "list actions")
      #expect(!after.respond(to: typed).findings.isEmpty)
    }
  }

  @Test func undoTakesTheAnswerBackThatEndedTheQuestions() {
    var session = Self.session(["ask Plan", "4"])
    #expect(session.respond(to: "undo").text.hasPrefix("Undone: taken is money"))
    #expect(lines(session) == [])
    #expect(session.respond(to: "ask").text.contains("What is taken unasked?"))
    #expect(session.respond(to: "stop").text.contains("nothing was said yet"))
    #expect(session.respond(to: "back").text.contains("and nothing was answered."))
  }

  @Test(arguments: [
    ("2, 4", "time, money"), ("2 or 3", "time, data"), ("time and data", "time, data"),
    ("is data", "data"), ("0", "untouched"), ("u", "untouched"), ("UNTOUCHED", "untouched"),
    ("Data", "data"), ("2 to 4", "time, data, money"), ("3,3", "data"),
  ])
  func answersOfASet(typed: String, said: String) {
    var session = Self.session(["ask Plan"])
    _ = session.respond(to: typed)
    #expect(lines(session) == ["taken is \(said)"])
  }

  @Test(arguments: [
    ("3", "well"), ("2 to 3", "between fairly and well"), ("3 or 2", "between fairly and well"),
    ("from 1 to 4", "between badly and very well"), ("2-3", "between fairly and well"),
    ("between badly and fairly", "between badly and fairly"), ("very  WELL", "very well"),
    ("4 because all of them wrote", "very well because all of them wrote"),
  ])
  func answersOfAScale(typed: String, said: String) {
    var session = Self.session(["ask Plan", "1"])
    _ = session.respond(to: typed)
    #expect(lines(session) == ["taken is nothing", "care is \(said)"])
  }

  @Test(arguments: ["7", "2 or 4", "pigeon", "1 or pigeon", "badly because", "\u{7}"])
  func whatIsNoAnswerChangesNothing(typed: String) {
    var session = Self.session(["ask Plan", "1"])
    let before = session.workspace.changeCount
    #expect(!session.respond(to: typed).text.isEmpty)
    #expect(session.workspace.changeCount == before)
    #expect(session.prompt == "answer> ")
  }

  @Test func aSlipIsOfferedAndEnterTakesIt() {
    var session = Self.session(["ask Plan", "1"])
    #expect(session.respond(to: "farly because we saw it").text.hasPrefix("The nearest answer is"))
    #expect(lines(session) == ["taken is nothing"])
    _ = session.respond(to: "")
    #expect(lines(session) == ["taken is nothing", "care is fairly because we saw it"])
  }

  /// What is left open is not filled by the rest, and comes back as it decides: 5 of 10 points.
  @Test func whatIsLeftOpenComesBack() {
    var session = Self.session(["ask Plan", ""])
    #expect(lines(session) == ["taken is unsaid"])
    _ = session.respond(to: "well")
    let again = Self.joined(session.respond(to: "u").text)
    #expect(again.contains("One question that is not fully answered still decides:"))
    #expect(again.contains("Again What is taken unasked?"))
    // Care alone gives 100; the veto needs money, and data makes it 50 - 50 x 1 / 9, mixed.
    #expect(
      again.contains(
        "data would settle it: mixed; money would veto it; every other answer leaves it for the customer."
      ))
    #expect(session.respond(to: "2").text.hasPrefix("Settled."))
    #expect(lines(session) == ["taken is time", "care is well", "told is untouched"])
  }

  @Test func whatStaysOpenEndsTheQuestionsUnsettled() {
    var session = Self.session(["ask Plan", "", "well", "yes"])
    #expect(session.prompt == "answer> ")
    let end = session.respond(to: "").text
    #expect(end.contains("No more questions. The verdict is not settled; it hangs on: taken."))
    #expect(end.contains("as told so far"))
    #expect(session.prompt == "Plan (3)> ")
  }

  @Test func backTakesOneAnswerBackAtATime() {
    var session = Self.session(["ask Plan", "1", "", "yes"])
    _ = session.respond(to: "back")
    #expect(lines(session) == ["taken is nothing", "care is unsaid"])
    _ = session.respond(to: "undo")
    #expect(lines(session) == ["taken is nothing"])
    #expect(session.respond(to: "back").text.contains("1 of 3  What is taken unasked?"))
    #expect(lines(session) == [])
    #expect(session.respond(to: "back").text.hasPrefix("This is the first question"))
    // Afterwards each answer is one step of undo, too.
    for line in ["time", "well", "stop"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "undo").text == "Undone: care is well\n")
    #expect(session.respond(to: "undo").text == "Undone: taken is time\n")
    #expect(lines(session) == [])
  }

  @Test func whyNamesRulesWeightsAndWhereAnswersLead() {
    var session = Self.session(["ask Plan"])
    let text = session.respond(to: "why this question").text
    #expect(text.contains("taken: 1 rule waits for it."))
    #expect(text.contains("weight 5  Ask first, could veto"))
    #expect(text.contains("money would settle it: vetoed"))
    #expect(session.prompt == "answer> ")
  }

  @Test func theRestIsAskedForOnceTheMarkedQuestionsAreThrough() {
    let marked = Self.charter.replacing("  scale badly", with: "  first\n  scale badly")
    let files = MemoryFiles(["small.advocate": marked])
    var session = Session(files: files.forSession, isTyped: true)
    _ = session.respond(to: "use small.advocate")
    #expect(session.respond(to: "ask Plan").text.contains("1 of 1  How are they cared for?"))
    #expect(session.respond(to: "well").text.contains("Does it touch anything else?"))
    var other = session
    #expect(other.respond(to: "maybe").text.contains("yes or no"))
    #expect(other.respond(to: "yes").text.contains("Question 2  What is taken unasked?"))
    #expect(other.respond(to: "the rest is untouched").text.contains("Plan is FOR THE CUSTOMER"))
    #expect(lines(other) == ["care is well", "the rest is untouched"])
    #expect(session.respond(to: "no").text.hasPrefix("The other 2 facts are untouched."))
    #expect(lines(session) == ["care is well", "the rest is untouched"])
  }

  @Test func linesAndCommandsBetweenAnswersWork() {
    var session = Self.session(["ask Plan"])
    #expect(session.respond(to: "list facts").text.contains("1 of 3  What is taken unasked?"))
    #expect(session.respond(to: "told is yes").text.contains("What is taken unasked?"))
    #expect(session.respond(to: "taken is data").text.contains("2 of 2  How are they cared for?"))
    #expect(session.respond(to: "judge").text.contains("2 of 2  How are they cared for?"))
    #expect(session.respond(to: "# a remark").text.isEmpty)
    #expect(session.respond(to: "action Other").text.hasPrefix("The questions about Plan stop"))
    #expect(session.prompt == "Other (0)> ")
    #expect(lines(session) == ["told is yes", "taken is data"])
  }

  @Test func controlKeysLeaveTheQuestionsAndKeepTheAnswers() {
    for isEnd in [true, false] {
      var session = Self.session(["ask Plan", "1"])
      let answer = isEnd ? session.end() : session.cancelQuestion()
      #expect(answer.text.hasPrefix("The questions about Plan stop here; 1 line was said:"))
      #expect(!answer.isOver)
      #expect(session.prompt == "Plan (1)> ")
      #expect(lines(session) == ["taken is nothing"])
    }
  }

  @Test func aPipeIsAnsweredAsThePromptIs() {
    let typed = ["ask Plan", "data", "", "yes", "# a remark", "3", "judge", "why"]
    let session = Self.session(typed)
    let files = MemoryFiles(["small.advocate": Self.charter])
    var piped = Session(files: files.forSession, isTyped: false)
    for line in ["use small.advocate"] + typed { _ = piped.respond(to: line) }
    #expect(piped.workspace.document == session.workspace.document)
    #expect(lines(piped) == ["taken is data", "care is well", "told is yes"])
    #expect(piped.gravest == nil)
  }
}
