import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// Lessons, each in a session of its own inside the one at hand.
extension Session {
  // MARK: - Beginning

  mutating func lesson(_ argument: String?, _ line: SourceLine, _ response: inout Response) {
    guard line.file == nil else {
      response.say("lesson belongs to the prompt; inside a file it shows nothing.", width: width)
      return
    }
    var words = (argument ?? "").split(separator: " ").map(String.init)
    guard let first = words.first else { return listLessons(&response) }
    if words.map({ $0.lowercased() }) == ["report"] { return reportLessons(&response) }
    let isAgain = words.count > 1 && words.last?.lowercased() == "again"
    if isAgain { words.removeLast() }
    let lesson: Lesson
    if first.contains(where: { $0 == "." || $0 == "/" }) {
      guard let read = readLesson(words.joined(separator: " "), &response) else { return }
      lesson = read
    } else if words.count == 1, let number = Int(first),
      let found = Lessons.all.first(where: { $0.number == number })
    {
      lesson = found
    } else {
      response.refuse(
        "There is no lesson \"\(words.joined(separator: " "))\". These there are:", width: width)
      return listLessons(&response)
    }
    begin(lesson, isAgain: isAgain, &response)
  }

  private func readLesson(_ path: String, _ response: inout Response) -> Lesson? {
    switch files.read(path) {
    case .failure(let error):
      response.report([error.diagnostic(file: path)])
      response.isRefused = true
      return nil
    case .success(let bytes):
      let (lesson, problems) = LessonReader.read(String(decoding: bytes, as: UTF8.self), file: path)
      guard let first = problems.first else { return lesson }
      response.refuse(
        """
        \(path) is no whole lesson. Line \(first.line): \(first.text). All that is wrong with it \
        is told by:  advocate lesson check \(path)
        """, width: width)
      return nil
    }
  }

  /// Begins a lesson where it was left.
  mutating func begin(_ lesson: Lesson, isAgain: Bool, _ response: inout Response) {
    if run != nil, var own = outer.first {
      (own.lessonRecord, own.width, own.lineNumber) = (lessonRecord, width, lineNumber)
      self = own
    }
    let record = knownRecord()
    let open = record.firstOpen(lesson)
    let place = isAgain ? 0 : open ?? 0
    // INVARIANT: a lesson lives in a session of its own, so that nothing of the work at hand can
    // be touched, whatever is typed.
    var inner = Session(files: files, isTyped: isTyped, width: width, lessons: lessonKeeping)
    inner.lineNumber = lineNumber
    inner.outer = [self]
    inner.screen = screen
    inner.lessonRecord = record
    inner.hasAnswered = true
    inner.isTurningBack = true
    inner.saidHints = ["new action"]
    inner.rebuild(lesson, upTo: place)
    inner.run = LessonRun(lesson, place: place, before: inner.workspace)
    self = inner
    let count = lesson.steps.count == 1 ? "1 step" : "\(lesson.steps.count) steps"
    response.say(
      """
      \(bold: "\(lesson.name): \(lesson.title)"), \(count). Your own work is not touched. \
      \(bold: "hint") helps, \(bold: "skip") shows the answer, \(bold: "play") tries things on a \
      copy, \(bold: "stop") leaves and keeps your place.
      """, width: width)
    if place > 0 {
      response.say(
        """
        You were here before: it goes on with step \(place + 1). The steps before it are filled \
        in as the lesson answers them. From the start:  lesson \(lesson.call) again
        """, width: width)
    } else if open == nil, !isAgain {
      response.say("You have been through it, so it starts from the beginning.", width: width)
    }
    beginStep(&response)
  }

  /// Does all that comes before the step at `place` as the lesson answers it.
  private mutating func rebuild(_ lesson: Lesson, upTo place: Int) {
    var scratch = Session(files: .none, isTyped: true, width: width)
    for step in lesson.steps[..<place] {
      scratch.setUp(step)
      for answer in step.answers { _ = scratch.respondPlainly(to: Array(answer.utf8)) }
    }
    workspace = scratch.workspace
    lastJudged = scratch.lastJudged
    trial = scratch.trial
  }

  /// Says the lines that come before a step.
  @discardableResult
  mutating func setUp(_ step: Lesson.Step) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    for line in step.setup {
      let outcome = workspace.read(SourceLine(text: line.text), isTyped: false)
      if outcome.request != nil {
        problems.append(LessonProblem(line: line.line, text: "\"\(line.text)\" is a command"))
      } else if let finding = outcome.diagnostics.first(where: { $0.severity == .error }) {
        problems.append(
          LessonProblem(
            line: line.line, text: "\"\(line.text)\": \(finding.sentences.first?.plain ?? "")"))
      }
    }
    return problems
  }

  /// Sets the step at hand up, and tells it.
  private mutating func beginStep(_ response: inout Response) {
    guard var now = run else { return }
    setUp(now.step)
    // What was tried in the step before says nothing about this one.
    trial = nil
    hasUnsavedWork = false
    now.before = workspace
    now.kept = nil
    (now.guess, now.sure, now.hints, now.met) = (nil, nil, 0, [])
    now.stage = now.step.prediction == nil ? .typing : .guessing
    run = now
    tellLessonStep(&response)
  }

  // MARK: - Each line

  /// Answers a line while a lesson is on.
  mutating func respondInLesson(to bytes: [UInt8]) -> Response {
    var response = Response()
    guard let now = run else { return respondPlainly(to: bytes) }
    if question != nil || interview != nil {
      var response = respondPlainly(to: bytes)
      lookWhetherDone("", &response)
      return response
    }
    let text = String(decoding: bytes.prefix(2 * LineText.longestLine), as: UTF8.self)
    let typed = text.split(separator: " ").joined(separator: " ").lowercased()
    switch typed {
    case "stop":
      leaveLesson(&response)
      return response
    case "quit", "exit":
      leaveLesson(&response)
      response.pieces += respondPlainly(to: bytes).pieces
      response.isOver = question == nil
      return response
    case "lesson": tellLessonStep(&response)
    case "hint": giveHint(&response)
    case "skip": skipStep(&response)
    case "play": playOnCopy(&response)
    case "back": leaveCopy(&response)
    case "take": takePlan(&response)
    case "report": reportLessons(&response)
    case "report as markdown":
      answerForm = .markdown
      reportLessons(&response)
      answerForm = .text
    case let typed where typed.hasPrefix("lesson "): return respondPlainly(to: bytes)
    case let typed where now.stage == .guessing && !Self.mayAnyTime(typed):
      takeGuess(typed, &response)
    case let typed where now.stage == .sureness && !Self.mayAnyTime(typed):
      takeSureness(typed, &response)
    case "" where now.stage == .done && now.kept == nil: goOn(&response)
    case "" where now.kept != nil: tellCopy(&response)
    case "": tellTask(&response)
    default: return takeLessonLine(bytes, text)
    }
    return response
  }

  /// Whether a line may be typed where a guess is waited for.
  private static func mayAnyTime(_ typed: String) -> Bool {
    ["help", "lesson", "tour", "clear", "plain"].contains(typed.prefix { $0 != " " })
  }

  /// Answers a line as ever, and looks whether it does the step.
  private mutating func takeLessonLine(_ bytes: [UInt8], _ text: String) -> Response {
    var response = respondPlainly(to: bytes)
    lookWhetherDone(text, &response)
    return response
  }

  /// Finishes the step where the line at hand did it, or tells what is still open.
  private mutating func lookWhetherDone(_ text: String, _ response: inout Response) {
    guard var now = run else { return }
    if now.stage == .typing, now.kept == nil { noteMet(text, response, &now) }
    run = now
    guard question == nil, interview == nil else { return }
    switch now.stage {
    case .guessing, .sureness: tellLessonStep(&response)
    case .done where now.kept != nil: tellCopy(&response)
    case .typing where now.kept != nil: tellCopy(&response)
    case .done: tellWhatNext(&response)
    case .typing:
      // A line that was not understood says itself what to do.
      if response.findings.contains(where: { $0.severity == .error }) { return }
      if let open = firstOpenTest() {
        tellOpen(open, &response)
      } else {
        finishStep(isSkipped: false, &response)
      }
    }
  }

  // MARK: - The end of a step

  /// Tells what was guessed and what it is, and why.
  private mutating func finishStep(isSkipped: Bool, _ response: inout Response) {
    guard var now = run else { return }
    response.show([""])
    if let told = revealed(now) { response.say(told.text, width: width) }
    if let told = revealed(now), now.guess != nil, let sure = now.sure {
      keepProgress("guess \(sure) \(told.isRight ? "right" : "wrong") ", now, &response)
    }
    response.say(ReferenceLayout.marked(now.step.why.joined(separator: " ")), width: width)
    keepProgress(isSkipped ? "skipped " : "done ", now, &response)
    now.stage = .done
    run = now
    tellWhatNext(&response)
  }

  private func revealed(_ run: LessonRun) -> (text: StyledText, isRight: Bool)? {
    guard let prediction = run.step.prediction else { return nil }
    let options = options(of: prediction)
    let truth: Int
    let words: String
    switch prediction {
    case .choice(_, let answers, let right): (truth, words) = (right, answers[right])
    case .verdict:
      guard let (place, outcome) = verdictNow() else { return nil }
      (truth, words) = (place, outcome)
    case .turns:
      truth = min(turned(run), options.count - 1)
      words = options[truth]
    }
    guard let guess = run.guess else { return ("It is: \(bold: words).", false) }
    let sure = run.sure.map { ", \($0) sure" } ?? ""
    let told: StyledText =
      guess == truth
      ? "You said: \(options[guess])\(sure). So it is"
        + (words == options[guess] ? "." : ": \(bold: words).")
      : "You said: \(options[guess])\(sure). It is: \(bold: words)."
    return (told, guess == truth)
  }

  private mutating func keepProgress(
    _ what: String, _ run: LessonRun, _ response: inout Response
  ) {
    let line = what + run.lesson.key(run.step)
    var record = knownRecord()
    record.add(line)
    lessonRecord = record
    guard !run.lesson.key(run.step).contains("\n"), let reason = lessonKeeping.append(line),
      saidHints.insert("lessons are not kept").inserted
    else { return }
    hasReachedOut = true
    response.say(
      "Your place is not kept for the next start: \(reason). The lesson goes on.", width: width)
  }

  /// What is known of earlier lessons.
  func knownRecord() -> LessonRecord { lessonRecord ?? LessonRecord(lessonKeeping.read()) }

  private mutating func goOn(_ response: inout Response) {
    guard var now = run else { return }
    guard now.isLast else {
      now.place += 1
      run = now
      returnToText(now)
      beginStep(&response)
      return
    }
    endLesson(&response)
  }

  /// Brings plans and ledgers back to what the text of the next step speaks of, where the lines of
  /// the learner left something else. What was said of the charter stays.
  private mutating func returnToText(_ run: LessonRun) {
    var scratch = self
    scratch.rebuild(run.lesson, upTo: run.place)
    let (own, lesson) = (workspace, scratch.workspace)
    guard own.actions != lesson.actions || own.ledgers != lesson.ledgers || own.waiting != nil
    else {
      return
    }
    if !workspace.takePlans(of: lesson) { workspace = lesson }
  }

  /// Shows what solves the step, and why.
  private mutating func skipStep(_ response: inout Response) {
    guard let now = run, now.stage != .done else {
      response.refuse("There is nothing to skip: Enter goes on.", width: width)
      return
    }
    if let kept = now.kept {
      workspace = kept
      run?.kept = nil
    }
    run?.stage = .typing
    var tried = self
    if tried.failsToAnswer() {
      // What was typed so far stands in the way, so the step begins once more.
      rebuild(now.lesson, upTo: now.place)
      setUp(now.step)
      run?.before = workspace
    }
    for line in now.step.answers {
      response.show(TextLayout.wrap(.bold(line), width: width, first: "  ", indent: 4))
      response.pieces += respondPlainly(to: Array(line.utf8)).pieces
    }
    finishStep(isSkipped: true, &response)
  }

  /// Whether the lesson's own answers do not do the step from here.
  private mutating func failsToAnswer() -> Bool {
    for line in run?.step.answers ?? [] {
      let response = respondPlainly(to: Array(line.utf8))
      guard var now = run else { return true }
      noteMet(line, response, &now)
      run = now
    }
    return firstOpenTest() != nil
  }

  // MARK: - A copy to play with

  private mutating func playOnCopy(_ response: inout Response) {
    guard run?.kept == nil else { return tellCopy(&response) }
    run?.kept = workspace
    let isGuessing = run?.stage == .guessing || run?.stage == .sureness
    if isGuessing {
      run?.stage = .typing
      run?.guess = nil
    }
    let loss =
      isGuessing ? " A copy may give the answer away, so this step goes without a guess." : ""
    response.say(
      "This is a copy: try whatever you like. \(bold: "back") returns to the step."
        + StyledText(loss), width: width)
  }

  private mutating func leaveCopy(_ response: inout Response) {
    guard let kept = run?.kept else {
      response.refuse("There is no copy to leave; \(bold: "play") makes one.", width: width)
      return
    }
    workspace = kept
    trial = nil
    run?.kept = nil
    response.say("Everything is as it was before.", width: width)
    if run?.stage == .done { tellWhatNext(&response) } else { tellTask(&response) }
  }

  // MARK: - Leaving

  private mutating func endLesson(_ response: inout Response) {
    guard let now = run else { return }
    let record = knownRecord()
    let lesson = now.lesson
    let skipped = record.skipped(lesson)
    let note = skipped == 0 ? "" : ", \(skipped) of them skipped"
    let count = lesson.steps.count == 1 ? "1 step" : "\(lesson.steps.count) steps"
    response.say(
      "\(bold: "\(lesson.name) is finished"): \(lesson.title), \(count)\(note).", width: width)
    if let words = record.calibration(of: [lesson]) {
      response.say("Your guesses: \(words).", width: width)
    }
    returnFromLesson()
    guard lesson.file == nil else { return }
    if let next = Lessons.all.first(where: { record.firstOpen($0) != nil }) {
      response.say("Next:  \(bold: "lesson \(next.number)")  \(next.title)", width: width)
    } else {
      response.say(
        """
        \(bold: "The course is finished"): all \(Lessons.all.count) lessons. \
        \(bold: "lesson report") prints what you did.
        """, width: width)
      if let words = record.calibration(of: Lessons.all) {
        response.say("All your guesses: \(words).", width: width)
      }
    }
  }

  /// Goes back to the work at hand.
  mutating func leaveLesson(_ response: inout Response) {
    guard let now = run else { return }
    returnFromLesson()
    response.say(
      """
      The lesson stops here, and your own work is back. It goes on with:  \
      \(bold: "lesson \(now.lesson.call)")
      """, width: width)
  }

  private mutating func returnFromLesson() {
    guard run != nil, var own = outer.first else { return }
    own.width = width
    own.lineNumber = lineNumber
    own.lessonRecord = lessonRecord
    self = own
    hasAnswered = true
  }
}
