import AdvocateCharter
import AdvocateDiagnostics

/// Plays a lesson as learners might, and tells what is wrong with it.
public struct LessonCheck {
  /// The lesson's name and title.
  public let name: String
  /// How many steps it has.
  public let steps: Int
  /// How many ways to answer a step were played, right and wrong ones.
  public private(set) var played = 0
  /// What is wrong, in the order of the lines; empty where nothing is.
  public private(set) var problems: [LessonProblem]

  private let lesson: Lesson

  /// Plays the lesson that `text` holds.
  public init(_ text: String) {
    let read = LessonReader.read(text)
    lesson = read.lesson
    problems = read.problems
    name = "\(read.lesson.name): \(read.lesson.title)"
    steps = read.lesson.steps.count
    if problems.isEmpty { play() }
    problems.sort { ($0.line, $0.text) < ($1.line, $1.text) }
  }

  private mutating func note(_ line: Int, _ text: String) {
    problems.append(LessonProblem(line: line, text: text))
  }

  private mutating func play() {
    var session = Session(files: .none, isTyped: true)
    var response = Response()
    session.begin(lesson, isAgain: true, &response)
    for (place, step) in lesson.steps.enumerated() {
      checkSetup(place, step)
      guard check(step, &session) else { return }
      _ = session.respond(to: "")
    }
  }

  private mutating func checkSetup(_ place: Int, _ step: Lesson.Step) {
    var session = Session(files: .none, isTyped: true)
    for earlier in lesson.steps[..<place] {
      session.setUp(earlier)
      for line in earlier.answers { _ = session.respond(to: line) }
    }
    problems += session.setUp(step)
  }

  /// Plays one step in all ways.
  ///
  /// - Returns: whether its own answers do it, so that the next step can begin.
  private mutating func check(_ step: Lesson.Step, _ session: inout Session) -> Bool {
    if session.firstOpenTest() == nil {
      note(step.line, "\(step.id) is done before anything is typed; it needs another check")
    }
    if step.prediction != nil {
      _ = session.respond(to: "1")
      _ = session.respond(to: "50")
    }
    for attempt in step.wrongs + [Lesson.Attempt(lines: ["pass me by"], line: step.line)]
    where isDone(by: attempt.lines, session) {
      let words = attempt.lines.joined(separator: LessonReader.divider)
      note(attempt.line, "\(step.id) is done by a wrong answer: \(words)")
    }
    for attempt in step.others where !isDone(by: attempt.lines, session) {
      let words = attempt.lines.joined(separator: LessonReader.divider)
      note(attempt.line, "\(step.id) is not done by this answer: \(words)")
    }
    let respelt = step.answers.map {
      " " + $0.uppercased().split(separator: " ").joined(separator: "  ") + " "
    }
    if !isDone(by: respelt, session) {
      note(step.line, "\(step.id) takes its answer only as it is spelt, not as: \(respelt[0])")
    }
    if !isDone(by: ["skip"], session) { note(step.line, "\(step.id) cannot be skipped") }
    played += 1
    for line in step.answers {
      let answer = session.respond(to: line)
      if let finding = answer.findings.first(where: { $0.severity == .error }) {
        note(step.line, "\(step.id) answers \"\(line)\": \(finding.sentences.first?.plain ?? "")")
      }
    }
    guard session.run?.stage == .done else {
      let open = session.firstOpenTest().map { "; still open: \($0.openWords())" } ?? ""
      note(step.line, "\(step.id) is not done by its own answer\(open)")
      return false
    }
    if step.prediction == .verdict, session.verdictNow() == nil {
      note(step.line, "\(step.id) asks for the verdict, and there is none")
    }
    return true
  }

  private mutating func isDone(by lines: [String], _ session: Session) -> Bool {
    played += 1
    var copy = session
    for line in lines { _ = copy.respond(to: line) }
    return copy.run?.stage == .done
  }
}
