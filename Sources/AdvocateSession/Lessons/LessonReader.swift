import AdvocateDiagnostics
import AdvocateSyntax

/// Reads the file of a lesson.
///
/// Each line begins with the word that says what it is for; a line that begins with none of these
/// words is a line of the language, and is said before the step begins.
struct LessonReader {
  /// The words that begin lines of a lesson, in the order in which a step uses them.
  static let words = [
    "lesson", "step", "tell", "predict", "option", "right", "try", "check", "hint", "answer",
    "also", "wrong", "why",
  ]
  /// What parts the lines of one `also` or `wrong`.
  static let divider = " / "

  private(set) var problems: [LessonProblem] = []
  private var number: Int?
  private var title = ""
  private var steps: [Lesson.Step] = []
  private var question: (text: String, options: [String], right: Int?, line: Int)?

  /// Reads `text`.
  ///
  /// - Returns: the lesson as far as it could be read, and what is wrong with it.
  static func read(
    _ text: String, file: String? = nil
  ) -> (lesson: Lesson, problems: [LessonProblem]) {
    var reader = LessonReader()
    var count = 0
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      count = place + 1
      reader.read(line.split(separator: " ").map { $0.filter { $0 != "\r" } }, count)
    }
    reader.endStep(count)
    if reader.number == nil { reader.note(1, "the file needs a line:  lesson 9 ITS TITLE") }
    if reader.steps.isEmpty { reader.note(count, "the lesson has no step:  step X1.1 ITS TITLE") }
    let lesson = Lesson(
      number: reader.number ?? 0, title: reader.title, steps: reader.steps, file: file)
    return (lesson, reader.problems)
  }

  private mutating func note(_ line: Int, _ text: String) {
    problems.append(LessonProblem(line: line, text: text))
  }

  private mutating func read(_ words: [String], _ line: Int) {
    guard let first = words.first, !first.hasPrefix("#") else { return }
    let rest = words.dropFirst().joined(separator: " ")
    guard Self.words.contains(first) else {
      guard !steps.isEmpty else {
        return note(line, "lines of the language belong into a step:  step X1.1 ITS TITLE")
      }
      steps[steps.count - 1].setup.append(
        Lesson.SetupLine(text: words.joined(separator: " "), line: line))
      return
    }
    guard !rest.isEmpty else { return note(line, "something must follow \"\(first)\"") }
    switch first {
    case "lesson": readTitle(words, line)
    case "step":
      endStep(line)
      guard words.count > 2 else {
        return note(line, "a step has an id and a title:  step X1.1 ITS TITLE")
      }
      if steps.contains(where: { $0.id == words[1] }) {
        note(line, "two steps have the id \(words[1]); progress is kept by it, so give another")
      }
      steps.append(
        Lesson.Step(id: words[1], title: words[2...].joined(separator: " "), line: line))
    default:
      guard !steps.isEmpty else {
        return note(line, "\"\(first)\" belongs into a step:  step X1.1 ITS TITLE")
      }
      readInner(first, rest, line)
    }
  }

  private mutating func readTitle(_ words: [String], _ line: Int) {
    guard words.count > 2, let value = Int(words[1]), value > 0, number == nil else {
      return note(line, "a file has one line with the lesson's number and title:  lesson 9 TITLE")
    }
    number = value
    title = words[2...].joined(separator: " ")
  }

  private mutating func readInner(_ word: String, _ rest: String, _ line: Int) {
    let place = steps.count - 1
    switch word {
    case "tell": steps[place].tell.append(rest)
    case "predict":
      if rest == "verdict" {
        steps[place].prediction = .verdict
      } else if rest == "turns" {
        steps[place].prediction = .turns
      } else {
        question = (rest, [], nil, line)
      }
    case "option", "right":
      guard var asked = question else {
        return note(line, "\"\(word)\" belongs below a question:  predict WHICH WILL IT BE?")
      }
      if word == "right" {
        if asked.right != nil { note(line, "a question has one right answer") }
        asked.right = asked.options.count
      }
      asked.options.append(rest)
      question = asked
    case "try": steps[place].task += (steps[place].task.isEmpty ? "" : " ") + rest
    case "check":
      guard let test = LessonTest(rest) else {
        return note(line, "\"\(rest)\" is no test; the article on lessons lists them")
      }
      steps[place].checks.append(test)
    case "hint": steps[place].hints.append(rest)
    case "answer": steps[place].answers.append(rest)
    case "also": steps[place].others.append(Self.attempt(rest, line))
    case "wrong": steps[place].wrongs.append(Self.attempt(rest, line))
    default: steps[place].why.append(rest)
    }
  }

  private static func attempt(_ text: String, _ line: Int) -> Lesson.Attempt {
    var lines = [""]
    for word in text.split(separator: " ").map(String.init) {
      if word == "/" {
        lines.append("")
      } else {
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return Lesson.Attempt(lines: lines.filter { !$0.isEmpty }, line: line)
  }

  /// Looks over the step that ends here.
  private mutating func endStep(_ line: Int) {
    guard !steps.isEmpty else { return }
    let place = steps.count - 1
    if let question {
      if question.options.count >= 2, let right = question.right {
        steps[place].prediction = .choice(
          question: question.text, options: question.options, right: right)
      } else {
        note(question.line, "a question needs two answers or more, one of them after \"right\"")
      }
    }
    question = nil
    let step = steps[place]
    if step.tell.isEmpty || step.tell.count > 3 {
      note(step.line, "\(step.id) tells in \(step.tell.count) lines; one to three are read")
    }
    let told = ReferenceLayout.marked(step.tell.joined(separator: " "))
    if TextLayout.wrap(told, width: 80).count > 3 {
      note(step.line, "\(step.id) tells more than three lines of 80 columns; say it in fewer words")
    }
    if step.hints.count != 2 {
      note(step.line, "\(step.id) needs two hints: where to look, and what kind of line")
    }
    for (word, isMissing) in [
      ("try", step.task.isEmpty), ("check", step.checks.isEmpty),
      ("answer", step.answers.isEmpty), ("why", step.why.isEmpty),
    ] where isMissing {
      note(step.line, "\(step.id) needs a line that begins with \"\(word)\"")
    }
  }
}
