import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateSyntax

/// What one person, or one script, has said so far, and how the next line is answered.
///
/// A value without a terminal: lines go in, answers come out. A line that fails changes nothing.
public struct Session {
  /// A change that is tried on a copy until it is kept or dropped.
  enum Trial {
    case action(name: String, said: [Statement], revision: Int)
    case weight(rule: Int, weight: Int, revision: Int)
  }

  /// A question that the next line answers.
  enum Question: Equatable {
    /// Save before leaving?
    case leaving(file: String)
    /// What is the plan called that questions are to be asked about?
    case naming
    /// Why do we want customers?
    case purpose(PurposeInterview)
    /// What about these twins?
    case quiz(Quiz)
    /// What is decided about a plan?
    case journal(JournalInterview)
    /// What came of decisions?
    case review(ReviewInterview)
  }

  /// One step that `undo` takes back.
  struct Step {
    var before: Workspace
    var line: String
    /// How many lines of the record it is; nil where it is older than the record.
    var recorded: Int?
  }

  /// The most steps that can be undone.
  static let mostSteps = Limits.mostUndoSteps

  /// The columns that answers may take.
  public var width: Int
  /// Whether a person types the lines just now.
  public let isTyped: Bool
  /// Whether the lines come from a long paste: then nothing is said of each of them.
  public internal(set) var isPasting = false
  /// Whether a person sees what a line begins with before it is typed.
  public internal(set) var showsBeginnings = true
  /// What the lines have declared.
  public internal(set) var workspace: Workspace

  let files: SessionFiles
  let keeping: WorkKeeping
  let predictionKeeping: PredictionKeeping?
  let journalKeeping: JournalKeeping?
  /// The numbers of the decisions that were kept in this session, the last one last.
  var keptHere: [Int] = []
  /// How the last command about the journal ended.
  public internal(set) var journalOutcome = JournalOutcome.fine {
    didSet { hasFailedJournal = hasFailedJournal || journalOutcome == .failed }
  }
  /// Whether the journal could at some time not be read or written.
  public private(set) var hasFailedJournal = false
  var predictions = Predictions()
  /// The seed that was taken last where a line named none.
  var lastSeed = 0
  /// Whether more lines of a paste follow the one at hand.
  var hasLinesToCome = false
  /// Whether the question at hand was not shown again, as more lines of a paste followed.
  var owesQuestion = false
  var broughtBack: [LeftWork] = []
  var unansweredEnds = 0
  var recording: Recording?
  /// Whether the line at hand has changed something outside, so that it cannot be given up.
  var hasReachedOut = false
  var undoSteps: [Step] = []
  var redoSteps: [Step] = []
  var trial: Trial?
  var question: Question?
  var interview: Interview?
  /// The questions of `ask` that ended last.
  var endedInterview: EndedInterview?
  var tour: Tour?
  /// While a lesson is on, where somebody stands in it.
  var run: LessonRun?
  var lessonRecord: LessonRecord?
  /// While a meeting is on, what it has come to.
  var room: Room?
  /// The meeting that was left last.
  var leftRoom: Room?
  /// The line before which it was said that the meeting is in no file, and the meeting.
  var askedToLose: (line: String, meeting: Room.Meeting)?
  /// How often it has changed what of a meeting stands in no file.
  public internal(set) var meetingChanges = 0
  /// While a meeting is on, also in its lessons, the small screen that it looks at.
  var screen: RoomScreen?
  let lessonKeeping: LessonKeeping
  /// While the tour or a lesson is on, the session that it was begun in.
  var outer: [Session] = []
  var lastFinding: Diagnostic?
  var lastJudged: String?
  var lastFlips: (action: String, group: String?, flips: [Flip])?
  /// The action that the line at hand was answered about.
  var spokenOf: Action?
  var flipGoal: Verdict?
  var saidHints: Set<String> = []
  var fileName: String?
  /// Whether the file of that name holds lines that a save would not write.
  var holdsMore = false
  var mayReplace: String?
  /// Questions of `journal` that were broken off, with what was answered.
  var heldJournal: JournalInterview?
  /// The form in which the line at hand wants its answer.
  var answerForm = AnswerForm.text
  var lineNumber = 0
  var loading: [String] = []
  /// How many files the file that is read names, with those that they name.
  var namedFiles = 0
  var isTurningBack = false
  /// Whether all that the last line brought stands in a file.
  var isOnDisk = false
  /// Whether the last line only went back to something that was there: nothing new to save.
  var isReturn = false
  /// Whether something that the lines asked for has been shown.
  public internal(set) var hasAnswered = false
  /// Whether something was said since the last save.
  public internal(set) var hasUnsavedWork = false
  /// Whether the session is over and its work is neither saved nor given up.
  public internal(set) var leavesWorkBehind = false
  /// The number of expectations that did not hold.
  public internal(set) var failedExpectations = 0
  /// How many lines asked for what cannot be had, but for those that came once more and were done.
  public private(set) var refusedLines = 0
  /// Whether a file could at some time not be written.
  public private(set) var hasFailedToWrite = false
  /// The gravest finding so far.
  public internal(set) var gravest: Severity?
  private var prepared: (revision: Int, charter: String, judge: Judge)?

  /// Begins a session with the charter that ships with the program.
  ///
  /// - Parameters:
  ///   - files: what it may read and write.
  ///   - isTyped: whether a person types the lines and can mend them.
  ///   - width: the columns that answers may take.
  ///   - keeping: where unsaved work outlives the program.
  ///   - predictions: where predictions are kept; nil to keep them no longer than the session.
  ///   - lessons: where progress in lessons outlives the program.
  ///   - journal: where decisions are kept; nil to keep none.
  public init(
    files: SessionFiles, isTyped: Bool, width: Int = 80, keeping: WorkKeeping = .none,
    predictions: PredictionKeeping? = nil, lessons: LessonKeeping = .none,
    journal: JournalKeeping? = nil
  ) {
    self.files = files
    self.keeping = keeping
    predictionKeeping = predictions
    journalKeeping = journal
    lessonKeeping = lessons
    self.isTyped = isTyped
    self.width = width
    workspace = BuiltInCharter.workspace()
    workspace.isOfSession = true
  }

  /// What stands before the cursor: the subject, and how much is known of it.
  public var prompt: String {
    switch question {
    case .leaving: return "save> "
    case .naming: return "name> "
    case .purpose(let interview):
      return interview.isOver
        ? "keep> " : "\(interview.answers.count + 1) of \(PurposeInterview.questions)> "
    case .quiz(let quiz): return "round \(quiz.place + 1) of \(quiz.rounds.count)> "
    case .journal: return "journal> "
    case .review: return "review> "
    case nil: break
    }
    if interview != nil { return "answer> " }
    if let roomPrompt { return roomPrompt }
    if let lessonPrompt { return lessonPrompt }
    if let waiting = workspace.waiting {
      return waiting.lines.isEmpty ? "waiting> " : "waiting (\(waiting.lines.count))> "
    }
    switch workspace.subject {
    case .action(let place):
      let action = workspace.actions[place]
      let end = " (\(action.saidCount))> "
      return shortened(action.name, before: end, to: width / 2 - 8) + end
    case .charter, nil: return "charter> "
    default:
      let name = workspace.subjectName ?? "charter"
      return shortened(name, before: "> ", to: width / 2 - 4) + "> "
    }
  }

  /// A name as a prompt shows it: cut to some columns, or to twelve where it has as many without
  /// taking more than half of the line.
  private func shortened(_ name: String, before end: String, to columns: Int) -> String {
    Self.shortened(name, to: max(columns, min(12, width / 2 - TextWidth.of(end))))
  }

  static func shortened(_ name: String, to width: Int) -> String {
    guard TextWidth.of(name) > width else { return name }
    var short = ""
    for character in name {
      if TextWidth.of(short) + TextWidth.of(character) > width - 3 { break }
      short.append(character)
    }
    while short.last == " " { short.removeLast() }
    return short + "..."
  }

  /// The judge by the charter in force.
  mutating func judge() -> Judge {
    if let prepared, prepared.revision == workspace.charterRevision,
      prepared.charter == workspace.charter.name
    {
      return prepared.judge
    }
    let judge = Judge(Program(workspace.charter))
    prepared = (workspace.charterRevision, workspace.charter.name, judge)
    return judge
  }

  /// Makes the judge anew when it is next needed: an earlier state of the charter is back.
  mutating func forgetJudge() { prepared = nil }

  /// Answers one line, given as its bytes without an end.
  public mutating func respond(to bytes: [UInt8]) -> Response {
    let (whole, before) = (self, beforeLine)
    hasReachedOut = false
    fitWidth()
    let page = respondOnScreen(bytes)
    var response =
      if let page {
        page
      } else if run != nil {
        respondInLesson(to: bytes)
      } else if tour != nil {
        respondInTour(to: bytes)
      } else if room != nil {
        respondInRoom(to: bytes)
      } else {
        respondPlainly(to: bytes)
      }
    if Interruption.isRequested, !hasReachedOut {
      self = whole
      response = Response()
      if isTyped { response.say("Stopped. Nothing was changed.", width: width) }
      return response
    }
    if whole.unkeptMeeting != unkeptMeeting { meetingChanges += 1 }
    keepPredictions(&response)
    if page == nil { fitToScreen(&response) }
    let text = String(decoding: bytes.prefix(2 * LineText.longestLine), as: UTF8.self)
    addToRecord(text, before, &response)
    noteRefusal(response, since: whole)
    return response
  }

  /// Counts a line that could not be answered; a lesson's session goes on with the count.
  private mutating func noteRefusal(_ response: Response, since before: Session) {
    // What was written after it was asked about is refused no more.
    let isMended = before.mayReplace != nil && mayReplace == nil && hasReachedOut
    let change = response.isRefused ? 1 : isMended ? -1 : 0
    refusedLines = max(0, before.refusedLines + change)
    hasFailedToWrite = before.hasFailedToWrite || response.hasFailedToWrite
  }

  /// Answers one line outside the tour, or as if there were none.
  mutating func respondPlainly(to bytes: [UInt8]) -> Response {
    lineNumber += 1
    unansweredEnds = 0
    var response = Response()
    let bytes = named(bytes)
    let text = String(decoding: bytes.prefix(2 * LineText.longestLine), as: UTF8.self)
    if let typed = asked(text) {
      answerWhatMayStand(typed, &response)
      return response
    }
    if let question {
      let before = workspace
      switch question {
      case .leaving, .naming: answerQuestion(text, &response)
      case .purpose(let interview):
        answerPurpose(interview, text, &response)
        note(before, "purpose ask", &response)
      case .quiz(let quiz): answerQuiz(quiz, text, &response)
      case .journal(let interview): answerJournal(interview, text, &response)
      case .review(let interview): answerReview(interview, text, &response)
      }
      return response
    }
    if answerAfterInterview(text, &response) { return response }
    let line = SourceLine(file: nil, number: isTyped ? 0 : lineNumber, text: text)
    let before = workspace
    var said = text
    if interview != nil {
      said = answerInterview(bytes, line, &response)
    } else {
      take(line, LineParser.read(bytes, subject: workspace.subjectKind), &response)
    }
    note(before, said, &response)
    dropVoidPredictions(&response)
    hintAtRoom(text, &response)
    return response
  }

  /// Answers one line.
  public mutating func respond(to line: String) -> Response { respond(to: Array(line.utf8)) }

  /// Answers the end of the lines.
  public mutating func end() -> Response {
    var response = Response()
    if isTyped, question == .naming {
      question = nil
      return response
    }
    if interview != nil {
      stopInterview(&response)
      if isTyped { return response }
    }
    if case .quiz(let quiz) = question {
      endQuiz(quiz, &response)
      if isTyped { return response }
    }
    if endJournalQuestion(&response), isTyped { return response }
    if room?.collecting != nil {
      endCollecting(&response)
      if isTyped { return response }
    }
    if tour != nil, isTyped {
      leaveTour(&response)
      return response
    }
    if run != nil, isTyped {
      leaveLesson(&response)
      return response
    }
    if isTyped {
      unansweredEnds += 1
      // Lines may have ended by themselves, and a meeting is not given up for that.
      if unansweredEnds > 1, unkeptMeeting != nil, keeping.isKept() {
        leaveUnanswered(&response)
        return response
      }
      leave(&response)
      if !response.isOver, unansweredEnds > 1 { leaveUnanswered(&response) }
      return response
    }
    report(workspace.finish(), &response)
    if !hasAnswered, room == nil, !workspace.actions.isEmpty { showVerdict("all", &response) }
    response.isOver = true
    return response
  }

  // MARK: - One line

  /// Takes a line, from the prompt or from a file that is loaded.
  mutating func take(_ line: SourceLine, _ reading: ParsedLine, _ response: inout Response) {
    let unread = workspace.currentAction?.dropped.count ?? 0
    let waiting = workspace.waiting?.lines ?? []
    let outcome = workspace.read(
      line, reading, isTyped: isTyped && line.file == nil, isPasted: isPasting)
    let isTold = isTyped && line.file == nil && !isPasting
    if isTold { echo(outcome, &response) }
    report(outcome.diagnostics, &response)
    if line.file == nil, outcome.changes.contains(where: \.isJoining) {
      // In a file a line that nothing is known of would hold the lines below it.
      recording?.joined = waiting.map(\.text).map { text in
        if case .failure(.unknownLine(_, nil)) =
          LineParser.read(text, subject: workspace.subjectKind).result
        {
          return "# > \(text)"
        }
        return text
      }
    }
    if isTold { tell(outcome.changes, &response) }
    if isTold, outcome.diagnostics.contains(where: { $0.severity == .error }),
      workspace.currentAction?.dropped.count ?? 0 > unread,
      saidHints.insert("unread").inserted
    {
      response.say(
        "The verdict names this line until it is said again; \(bold: "drop unread") forgets it.",
        width: width)
    }
    if outcome.changes.count == 1, case .returned? = outcome.changes.first { isReturn = true }
    if case .expectation? = outcome.canonical { tellExpectation(&response) }
    if isTyped, line.file == nil { showAgain(outcome.changes, &response) }
    if let request = outcome.request { carryOut(request, line, &response) }
  }

  /// Remembers what a line changed, so that it can be undone.
  mutating func note(_ before: Workspace, _ text: String, _ response: inout Response) {
    defer {
      isTurningBack = false
      isOnDisk = false
      isReturn = false
    }
    guard !isTurningBack, workspace.changeCount != before.changeCount else { return }
    if workspace.says(theSameAs: before) {
      // A line that changes nothing is nothing to take back.
      workspace = before
      if response.pieces.isEmpty { response.say("That was said already.", width: width) }
      return
    }
    hasUnsavedWork = hasUnsavedWork || !isOnDisk && !isReturn
    mayReplace = nil
    undoSteps.append(Step(before: before, line: text))
    if undoSteps.count > Self.mostSteps { undoSteps.removeFirst() }
    redoSteps = []
  }

  mutating func report(_ diagnostics: [Diagnostic], _ response: inout Response) {
    response.report(diagnostics)
    for diagnostic in diagnostics {
      if diagnostic.severity > .remark { lastFinding = diagnostic }
      gravest = max(gravest ?? .remark, diagnostic.severity)
    }
  }

  /// Says how a line was read where it was not read as typed.
  private mutating func echo(_ outcome: LineOutcome, _ response: inout Response) {
    guard let canonical = outcome.canonical, !outcome.tidyings.isEmpty else { return }
    let isNew = outcome.tidyings.contains { !saidHints.contains("read \($0.rawValue)") }
    guard isNew || outcome.tidyings.contains(.levelNumber) else { return }
    for tidying in outcome.tidyings { saidHints.insert("read \(tidying.rawValue)") }
    response.say("Read as: \(Formatter.text(of: canonical))", width: width)
  }

  private mutating func tell(_ changes: [LineOutcome.Change], _ response: inout Response) {
    for change in changes {
      if let text = words(for: change) { response.say(text, width: width) }
    }
  }

  private mutating func words(for change: LineOutcome.Change) -> StyledText? {
    switch change {
    case .began(.action, _):
      guard saidHints.insert("new action").inserted else { return nil }
      return "New action. One line for each thing that is true of it; Tab offers what fits."
    case .began(.rule, _):
      guard saidHints.insert("new rule").inserted else { return nil }
      return "New rule. It takes lens, weight, for when, against when and because; see forms rule."
    case .began(.charter, let name):
      return "\(bold: name) is empty. To build on another: use customer first"
    case .began: return nil
    case .returned(.action, let name):
      let count = workspace.actionPlace(name).map { workspace.actions[$0].saidCount } ?? 0
      return """
        Back to \(bold: name) (\(count == 1 ? "1 fact" : "\(count) facts") so far). For a second \
        version: copy \(name) as (new name).
        """
    case .returned(let kind, let name): return "Back to \(kind.rawValue) \(bold: name)."
    case .copied(let from, let to):
      return "\(bold: to) is a copy of \(from). Say what differs."
    case .restated(let fact, let before, let now):
      return "\(bold: fact) was \(before), is now \(now). undo takes it back."
    case .joined(0, _): return nil
    case .joined(let count, let subject):
      return "The \(count == 1 ? "line" : "\(count) lines") that waited joined \(subject)."
    }
  }
}
