import AdvocateCharter
import AdvocateDiagnostics
import Testing

@testable import AdvocateSession

@Suite struct LessonTests {
  /// A lesson of one step, with `lines` below it.
  private static func lesson(_ lines: String) -> String {
    "lesson 9 A trial\nstep X9.1 One\n" + lines
  }

  private static let whole = """
      action Shop
      tell A shop is to be left alone.
      try say the rest.
      check settled
      hint one
      hint two
      answer the rest is untouched
      why It is so.
    """

  @Test(arguments: Lessons.texts.indices)
  func lessonIsWhole(_ place: Int) {
    let check = LessonCheck(Lessons.texts[place])
    #expect(check.problems == [])
    #expect(check.played >= 5 * check.steps)
  }

  @Test func lessonsAreNumberedFromOne() {
    #expect(Lessons.all.map(\.number) == Array(1...Lessons.all.count))
    let ids = Lessons.all.flatMap { lesson in lesson.steps.map { lesson.key($0) } }
    #expect(Set(ids).count == ids.count)
  }

  /// What is told stands on three lines of 80 columns, so that it can be read aloud in one go.
  @Test func stepsTellInThreeLines() {
    for step in Lessons.all.flatMap(\.steps) {
      let text = ReferenceLayout.marked(step.tell.joined(separator: " "))
      #expect(TextLayout.wrap(text, width: 80).count <= 3, "\(step.id)")
    }
  }

  @Test func wholeLessonHasNothingToMend() {
    let check = LessonCheck(Self.lesson(Self.whole))
    #expect(check.problems == [])
    #expect(check.steps == 1)
  }

  @Test(arguments: [
    ("check settled", "check effort to leave is a call", "not done by its own answer"),
    ("check settled", "check facts at least 0", "done before anything is typed"),
    ("check settled", "check gladly", "is no test"),
    ("hint two", "# no second hint", "needs two hints"),
    ("why It is so.", "wrong the rest is untouched\nwhy It is so.", "done by a wrong answer"),
    ("why It is so.", "also judge\nwhy It is so.", "not done by this answer"),
    ("action Shop", "action Shop\njudge", "is a command"),
    ("action Shop", "action Shop\neffort to leave is a cup", "effort to leave is a cup"),
    ("tell A shop", "predict WHICH?\noption this\ntell A shop", "one of them after \"right\""),
    ("why It is so.", "# nothing", "begins with \"why\""),
  ])
  func problemIsFound(_ part: String, _ other: String, _ words: String) throws {
    let replaced = try #require(Self.replacing(part, with: other, in: Self.lesson(Self.whole)))
    let problems = LessonCheck(replaced).problems
    #expect(problems.contains { $0.text.contains(words) }, "\(problems)")
  }

  private static func replacing(_ part: String, with other: String, in text: String) -> String? {
    var lines = text.split(separator: "\n").map(String.init)
    guard let place = lines.firstIndex(where: { $0.contains(part) }) else { return nil }
    lines[place] = other + lines[place].split(separator: part, maxSplits: 1).dropFirst().joined()
    return lines.joined(separator: "\n")
  }

  @Test func anyFileMayBeNoLesson() {
    #expect(!LessonCheck("").problems.isEmpty)
    #expect(!LessonCheck("why\nstep\nlesson\ntell me\u{0}\n").problems.isEmpty)
  }

  /// A session that plays lessons and keeps its progress in `kept`.
  private func session(_ kept: Kept = Kept()) -> Session {
    Session(
      files: .none, isTyped: true,
      lessons: LessonKeeping(
        read: { kept.lines },
        append: {
          kept.lines.append($0)
          return nil
        }))
  }

  private final class Kept {
    var lines: [String] = []
  }

  @Test func everyLessonCanBeSkippedThrough() {
    let kept = Kept()
    for lesson in Lessons.all {
      var session = session(kept)
      _ = session.respond(to: "lesson \(lesson.number)")
      for _ in lesson.steps {
        _ = session.respond(to: "skip")
        _ = session.respond(to: "")
      }
      #expect(session.run == nil)
    }
    let steps = Lessons.all.flatMap(\.steps).count
    #expect(kept.lines.count == steps)
    #expect(kept.lines.allSatisfy { $0.hasPrefix("skipped ") })
  }

  /// `skip` shows the way out even where somebody has taken all the material away.
  @Test func stepCanBeSkippedAfterAnythingWasTyped() {
    var session = session()
    for line in [
      "lesson 1", "drop Phone to cancel", "action Other", "weigh They chose it 0", "keep",
    ] {
      _ = session.respond(to: line)
    }
    _ = session.respond(to: "skip")
    #expect(session.run?.stage == .done)
    #expect(session.workspace.currentAction?.name == "Phone to cancel")
  }

  @Test func workOfOnesOwnIsNeverTouched() {
    var session = session()
    for line in ["action Own", "effort to leave is a form"] { _ = session.respond(to: line) }
    let before = session.workspace.document
    let unsaved = session.unsavedText
    for line in [
      "lesson 1", "effort to leave is a call", "", "drop Phone to cancel", "charter Mine", "undo",
    ] {
      _ = session.respond(to: line)
      #expect(session.unsavedText == unsaved)
    }
    _ = session.respond(to: "stop")
    #expect(session.workspace.document == before)
    #expect(session.run == nil)
    // The next line is work like any other: it can be taken back.
    _ = session.respond(to: "effort to join is a call")
    #expect(session.workspace.document != before)
    _ = session.respond(to: "undo")
    #expect(session.workspace.document == before)
  }

  @Test func placeIsKeptForTheNextStart() {
    let kept = Kept()
    var first = session(kept)
    for line in ["lesson 1", "effort to leave is 4", "", "skip"] { _ = first.respond(to: line) }
    #expect(kept.lines == ["done L1.1", "skipped L1.2"])
    var second = session(kept)
    _ = second.respond(to: "lesson 1")
    #expect(second.run?.step.id == "L1.3")
    #expect(second.workspace.currentAction?.restIsUntouched == true)
    _ = second.respond(to: "lesson 1 again")
    #expect(second.run?.step.id == "L1.1")
    #expect(second.workspace.currentAction?.statements.count == 4)
  }

  @Test func onlyTheFirstGuessOfAStepCounts() {
    var record = LessonRecord()
    for line in ["guess 90 wrong L1.3", "guess 90 right L1.3", "guess 70 right L1.4", "guess x"] {
      record.add(line)
    }
    #expect(record.calibration(of: Lessons.all) == "70 sure once, right 1; 90 sure once, right 0")
    #expect(LessonRecord().calibration(of: Lessons.all) == nil)
  }

  @Test func courseIsFinishedAtItsEnd() {
    let kept = Kept()
    kept.lines = Lessons.all.flatMap { lesson in lesson.steps.map { "done " + lesson.key($0) } }
    kept.lines.removeFirst()
    kept.lines.append("guess 70 wrong L1.3")
    var session = session(kept)
    _ = session.respond(to: "lesson 1")
    _ = session.respond(to: "effort to leave is a call")
    // The other steps are behind: they come again, and each can be skipped.
    var last = Response()
    for _ in 1..<(Lessons.all.first?.steps.count ?? 0) {
      _ = session.respond(to: "")
      _ = session.respond(to: "skip")
    }
    last = session.respond(to: "")
    let text = last.pieces.flatMap { piece -> [String] in
      if case .lines(let lines) = piece { lines.map(\.plain) } else { [] }
    }.joined(separator: " ")
    #expect(text.contains("The course is finished"))
    #expect(text.contains("70 sure once, right 0"))
  }
}
