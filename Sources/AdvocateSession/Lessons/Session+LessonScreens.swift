import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation

/// What a lesson tells, and the guesses that it takes.
extension Session {
  /// What stands before the cursor where a guess is waited for.
  var lessonPrompt: String? {
    guard let run, run.kept == nil else { return run?.kept == nil ? nil : "copy> " }
    return switch run.stage {
    case .guessing: "guess> "
    case .sureness: "sure> "
    case .typing, .done: nil
    }
  }

  /// Tells the step at hand.
  func tellLessonStep(_ response: inout Response) {
    guard let run else { return }
    let step = run.step
    response.show([""])
    let head: StyledText =
      "\(bold: "Step \(run.place + 1) of \(run.lesson.steps.count): \(step.title)")"
    if TextWidth.of(head.plain) + TextWidth.of(step.id) + 3 <= width {
      response.show([
        TextLayout.pad(head, to: min(width, 80) - TextWidth.of(step.id)) + StyledText(step.id)
      ])
    } else {
      response.say(head + StyledText("   \(step.id)"), width: width)
    }
    response.say(ReferenceLayout.marked(step.tell.joined(separator: " ")), width: width)
    switch run.stage {
    case .guessing: askGuess(&response)
    case .sureness: askSureness(&response)
    case .typing: tellTask(&response)
    case .done: tellWhatNext(&response)
    }
  }

  func tellTask(_ response: inout Response) {
    guard let run else { return }
    response.say("\(bold: "Now") " + ReferenceLayout.marked(run.step.task), width: width)
  }

  func tellOpen(_ test: LessonTest, _ response: inout Response) {
    response.say(
      "\(bold: "Still open"): "
        + ReferenceLayout.marked(
          test.openWords(isFree: run?.step.checks.contains(.ownAction) ?? true))
        + progress(of: test)
        + StyledText(".   hint, skip, stop"), width: width)
  }

  private func progress(of test: LessonTest) -> StyledText {
    switch test {
    case .facts:
      return StyledText(", \(actionOfStep?.statements.count ?? 0) so far")
    case .ownReasons:
      return StyledText(", \(run.map(ownReasons) ?? 0) so far")
    default: return ""
    }
  }

  func tellCopy(_ response: inout Response) {
    response.say("On a copy; \(bold: "back") returns to the step.", width: width)
  }

  func tellWhatNext(_ response: inout Response) {
    guard let run else { return }
    response.show([""])
    response.say(
      run.isLast
        ? "That was the last step. Enter ends the lesson.   play, report"
        : "Enter goes on.   play, report, stop", width: width)
    if hasPlanToTake, let action = actionOfStep {
      response.say(
        "\(bold: "take") puts \(action.name) among your own work; else it stays here.",
        width: width)
    }
  }

  mutating func giveHint(_ response: inout Response) {
    guard var now = run else { return }
    switch now.stage {
    case .guessing, .sureness:
      response.say(
        "A guess needs no hint: any number will do, and Enter makes none.", width: width)
      return
    case .done:
      response.say("This step is done. Enter goes on.", width: width)
      return
    case .typing: break
    }
    let hints = now.step.hints
    let count = hints.count + 1
    if now.hints < hints.count {
      response.say(
        "\(bold: "Hint \(now.hints + 1) of \(count)"): " + ReferenceLayout.marked(hints[now.hints]),
        width: width)
    } else {
      let lines = now.step.answers
      response.say(
        "\(bold: "Hint \(count) of \(count)"): \(lines.count == 1 ? "the line" : "the lines")",
        width: width)
      for line in lines {
        response.show(TextLayout.wrap(.bold(line), width: width, first: "  ", indent: 4))
      }
    }
    now.hints = min(now.hints + 1, count)
    run = now
  }

  // MARK: - Guesses

  /// The answers that can be guessed.
  func options(of prediction: Lesson.Prediction) -> [String] {
    switch prediction {
    case .choice(_, let options, _): options
    case .verdict:
      workspace.charter.bands.map(\.name) + [Verdict.vetoed.name(in: workspace.charter)]
    case .turns: ["none", "one", "two", "three or more"]
    }
  }

  private func askGuess(_ response: inout Response) {
    guard let prediction = run?.step.prediction else { return }
    let question =
      switch prediction {
      case .verdict: "Which verdict will it be?"
      case .turns: "How many of the plans here will get another verdict?"
      case .choice(let question, _, _): question
      }
    response.say(
      "\(bold: "Before you look"): " + ReferenceLayout.marked(question), width: width)
    let options = options(of: prediction).enumerated().map { "\($0.offset + 1) \($0.element)" }
    let row = "  " + options.joined(separator: "   ")
    if TextWidth.of(row) <= width {
      response.show([StyledText(row)])
    } else {
      for option in options {
        response.show(TextLayout.wrap(StyledText(option), width: width, first: "  ", indent: 4))
      }
    }
  }

  private func askSureness(_ response: inout Response) {
    response.say("How sure?   50   70   90", width: width)
  }

  mutating func takeGuess(_ typed: String, _ response: inout Response) {
    guard let prediction = run?.step.prediction else { return }
    let words = typed.split(separator: " ").map(String.init)
    let options = options(of: prediction)
    guard !words.isEmpty else {
      run?.stage = .typing
      response.say("No guess, then.", width: width)
      return tellTask(&response)
    }
    let named = options.indices.filter { options[$0].lowercased().contains(typed) }
    var place =
      options.firstIndex { $0.lowercased() == typed } ?? (named.count == 1 ? named[0] : nil)
    if place == nil, let number = Int(words[0]), options.indices.contains(number - 1) {
      place = number - 1
    }
    guard let place else {
      response.say(
        "A number from 1 to \(options.count) is a guess; Enter makes none.", width: width)
      return askGuess(&response)
    }
    run?.guess = place
    run?.stage = .sureness
    if words.count == 2, let sure = Int(words[1]), LessonRecord.levels.contains(sure) {
      return takeSureness(words[1], &response)
    }
    askSureness(&response)
  }

  mutating func takeSureness(_ typed: String, _ response: inout Response) {
    let number = typed.hasSuffix("%") ? String(typed.dropLast()) : typed
    if !typed.isEmpty {
      guard let sure = Int(number), LessonRecord.levels.contains(sure) else {
        response.say(
          """
          One of the three: 50 is as likely wrong as right; 90 would be wrong once in ten times. \
          Enter leaves it open.
          """, width: width)
        return askSureness(&response)
      }
      run?.sure = sure
    }
    run?.stage = .typing
    tellTask(&response)
  }

  // MARK: - All lessons

  func listLessons(_ response: inout Response) {
    let record = knownRecord()
    for lesson in Lessons.all {
      let (count, all) = (record.count(lesson), lesson.steps.count)
      let state =
        count == 0 ? "\(all) steps" : count == all ? "done" : "\(count) of \(all) steps done"
      let row = ReferenceLayout.row(
        .bold("lesson \(lesson.number)") + StyledText("  \(lesson.title)"), StyledText(state),
        column: 52, width: width)
      response.show(row)
    }
    let isBegun = Lessons.all.contains { record.count($0) > 0 }
    let next = Lessons.all.first { record.firstOpen($0) != nil }?.number ?? 1
    response.say(
      """
      Ten minutes or so each, and your own work is not touched. To \(isBegun ? "go on" : "begin"), \
      type:  \(bold: "lesson \(next)")
      """, width: width)
  }

  /// Prints what was done.
  mutating func reportLessons(_ response: inout Response) {
    let record = knownRecord()
    var lessons = Lessons.all
    if let lesson = run?.lesson, lesson.file != nil { lessons = [lesson] }
    let begun = lessons.filter { record.count($0) > 0 }
    var view = View("lessons")
    if begun.isEmpty { view.say("No step is done yet.") }
    for lesson in begun {
      view.parts.append(.heading("\(lesson.name): \(lesson.title)"))
      view.parts.append(
        .list(
          lesson.steps.map { step in
            let key = lesson.key(step)
            let state =
              switch record.endings[key] {
              case .done: "done"
              case .skipped: "skipped"
              case nil: "open"
              }
            let guess = record.guesses.first { $0.key == key }.map {
              "; guessed \($0.isRight ? "right" : "wrong"), \($0.sure) sure"
            }
            return StyledText("\(step.id) \(step.title): \(state)\(guess ?? "")")
          }))
    }
    if let words = record.calibration(of: lessons) { view.say("Guesses: \(StyledText(words)).") }
    answer(view, &response)
  }
}
