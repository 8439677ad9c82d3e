import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSyntax

/// How a command about the journal ended, for those who call the program.
public enum JournalOutcome: Sendable, Equatable {
  /// All is well.
  case fine
  /// Some verdict turned in a replay.
  case turned
  /// The line asked for what is not there, or could not be read.
  case refused
  /// The journal could not be read or written.
  case failed
}

/// The command that keeps decisions, and shows what is kept.
extension Session {
  mutating func journal(_ argument: String?, _ line: SourceLine, _ response: inout Response) {
    journalOutcome = .fine
    guard let keeping = journalKeeping else { return tellNoJournal(&response) }
    // What can be written in another form is the list.
    guard let argument = argument ?? (answerForm == .text ? nil : "list") else {
      return beginJournal(nil, line, &response)
    }
    let words = argument.lowercased().split(separator: " ").map(String.init)
    switch words[0] {
    case "list" where words.count == 1:
      guard let content = journalContent(&response) else { return }
      answer(
        .journal(content.decisions, today: keeping.today(), unreadable: content.unreadable),
        &response)
    case "report" where words.count == 1:
      guard let content = journalContent(&response) else { return }
      answer(
        .journalReport(content.decisions, today: keeping.today(), unreadable: content.unreadable),
        &response)
    case "replay" where words.count == 1: replayJournal(&response)
    case "show" where words.count <= 2: showDecision(words.dropFirst().first, &response)
    case "remove" where words.count <= 2: removeDecision(words.dropFirst().first, &response)
    default:
      let names = workspace.actions.map(\.name)
      switch DecisionDraft.read(argument, today: keeping.today(), actions: names) {
      case .success(let draft)?: keep(draft, &response)
      case .failure(let problem)?: refuse(problem, &response)
      case nil: beginJournal(argument, line, &response)
      }
    }
  }

  func tellNoJournal(_ response: inout Response) {
    response.refuse(
      """
      There is no place for a journal here, so no decision is kept. Outside the tour and lessons \
      one is named like this:  ADVOCATE_JOURNAL=FILE advocate
      """, width: width)
  }

  private mutating func refuse(_ problem: DecisionDraft.Problem, _ response: inout Response) {
    journalOutcome = .refused
    let text: StyledText
    switch problem {
    case .unknown(let words):
      text = """
        Nothing is kept: "\(words)" is no part of such a line. Behind what is decided may stand, \
        in this order:  on ACTION  expecting TEXT  sure N  review on DATE  override because TEXT
        """
    case .missing(let word): text = "Nothing is kept: something is missing behind \"\(word)\"."
    case .sureness(let word):
      text = """
        Nothing is kept: "\(word)" is no number from 50 to 99. Whoever is less than 50 sure \
        expects the opposite.
        """
    case .sureOfNothing:
      text = """
        Nothing is kept: how sure stands behind what is expected, as in:  journal go ahead \
        expecting fewer calls sure 70
        """
    case .twice(let word):
      text = """
        Nothing is kept: "\(word)" stands there twice. Leave one of the two out, and type the line \
        again.
        """
    case .date(let words):
      text = """
        Nothing is kept: "\(words)" is no day to come. A day is said like this:  review on \
        \((journalKeeping?.today() ?? CalendarDay(number: 0)).adding(days: 30).text)  or:  review \
        in 6 weeks
        """
    }
    response.refuse(text, width: width)
  }

  // MARK: - Keeping

  private mutating func keep(_ draft: DecisionDraft, _ response: inout Response) {
    guard let action = action(called: draft.action, "journal go ahead on", &response) else {
      journalOutcome = .refused
      return
    }
    reveal(action, &response)
    keep(draft, of: action, &response)
  }

  /// Keeps what was decided about `action`.
  mutating func keep(_ draft: DecisionDraft, of action: Action, _ response: inout Response) {
    guard let keeping = journalKeeping, let course = draft.course else { return }
    let judgement = judge().judge(action)
    let charter = workspace.charter
    let today = keeping.today()
    let score = judgement.verdict == .vetoed ? nil : judgement.tally.score
    var decision = Decision(
      day: today, action: action.title, lines: Self.lines(of: action, charter),
      charter: charter.name,
      told: Decision.Told(
        verdict: judgement.verdictWord, isSettled: judgement.uncertainty.isSettled,
        score: score.map { ScoreText.whole($0, bands: charter.bands) },
        exact: score.map { ScoreText.precise($0, bands: charter.bands) }),
      course: course, isAgainst: course.goesAgainst(judgement),
      reviewOn: draft.reviewOn ?? today.adding(days: Decision.usualDays))
    decision.expectation = draft.expectation.map(DecisionDraft.withoutStop)
    decision.sure = draft.sure
    decision.override = decision.isAgainst ? draft.override.map(DecisionDraft.withoutStop) : nil
    hasAnswered = true
    let kept = keeping.read().map(\.decisions)
    if case .failure(let problem) = kept { return tellNotKept(problem, &response) }
    if case .success(let decisions) = kept,
      let earlier = decisions.last(where: { $0.says(theSameAs: decision) })
    {
      return keepAgain(decision, as: earlier, &response)
    }
    hasReachedOut = true
    let text = CanonicalLines.charter(charter).map { $0 + "\n" }.joined()
    switch keeping.keep(decision, text) {
    case .failure(let problem): tellNotKept(problem, &response)
    case .success(let number):
      keptHere.append(number)
      decision.number = number
      confirm(decision, dropped: draft.override != nil && !decision.isAgainst, &response)
    }
  }

  /// Adds to what was kept already what it lacks.
  private mutating func keepAgain(
    _ decision: Decision, as earlier: Decision, _ response: inout Response
  ) {
    keptHere.append(earlier.number)
    if let reason = decision.override, earlier.override == nil {
      guard change(earlier.number, .override(reason), &response) else { return }
      response.say(
        "That was kept already, as decision \(earlier.number). The reason is kept with it now.",
        width: width)
    } else if isTyped, !isPasting {
      response.say("That was kept already, as decision \(earlier.number).", width: width)
    }
  }

  private mutating func tellNotKept(_ problem: JournalProblem, _ response: inout Response) {
    journalOutcome = .failed
    response.refuse(StyledText("The decision was not kept. \(problem.text)"), width: width)
  }

  private func confirm(_ decision: Decision, dropped: Bool, _ response: inout Response) {
    let told = decision.told
    let score = told.score.map { ", \($0)" } ?? ""
    let expected = decision.expected.map { $0 + " " } ?? ""
    response.say(
      """
      Kept as \(bold: "decision \(decision.number)"): \(decision.action), \
      \(decision.decided) (\(told.verdict)\(score)). \(expected)To look again on \
      \(decision.reviewOn.text).
      """, width: width)
    if decision.isAgainst, decision.override == nil {
      response.say("A reason for that is added with:  override because TEXT", width: width)
    }
    if dropped {
      response.say(
        "It does not go against the verdict, so no reason for that is kept.", width: width)
    }
  }

  /// The lines that say an action, without blanks before them.
  private static func lines(of action: Action, _ charter: Charter) -> [String] {
    Formatter.document(Workspace.lines(of: action, charter)).split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }
  }

  // MARK: - Reading

  /// What stands in the journal, safe to be shown; nil, with the reason, where it cannot be read.
  mutating func journalContent(_ response: inout Response) -> JournalContent? {
    guard let keeping = journalKeeping else {
      tellNoJournal(&response)
      return nil
    }
    switch keeping.read() {
    case .success(var content):
      content.decisions = content.decisions.map(\.harmless)
      return content
    case .failure(let problem):
      journalOutcome = .failed
      response.refuse(StyledText(problem.text), width: width)
      return nil
    }
  }

  /// The decision that `word` numbers.
  private mutating func decision(
    _ word: String?, _ command: String, _ response: inout Response
  ) -> Decision? {
    guard let content = journalContent(&response) else { return nil }
    if let number = word.flatMap({ Int($0) }),
      let found = content.decisions.first(where: { $0.number == number })
    {
      return found
    }
    journalOutcome = .refused
    let example = content.decisions.last.map { "\(command) \($0.number)" }
    response.refuse(
      """
      \(word.map { "There is no decision \($0)." } ?? "Which decision?") \
      \(example.map { "Decisions have numbers, as in:  \($0)" } ?? "The journal is empty.")
      """, width: width)
    return nil
  }

  private mutating func showDecision(_ word: String?, _ response: inout Response) {
    guard let found = decision(word, "journal show", &response) else { return }
    answer(.decision(found, today: journalKeeping?.today() ?? found.day), &response)
  }

  private mutating func removeDecision(_ word: String?, _ response: inout Response) {
    guard let found = decision(word, "journal remove", &response) else { return }
    let key = "journal remove \(found.number)"
    guard mayReplace == key else {
      mayReplace = key
      response.refuse(
        """
        \(bold: "Decision \(found.number)"), \(found.day.text), \(found.action): the same line \
        once more takes it out for good.
        """, width: width)
      return
    }
    mayReplace = nil
    guard change(found.number, .remove, &response) else { return }
    response.say("Decision \(found.number) is taken out of the journal.", width: width)
  }

  /// Changes what is kept of a decision, and says so where that cannot be.
  mutating func change(
    _ number: Int, _ change: JournalChange, _ response: inout Response
  ) -> Bool {
    guard let keeping = journalKeeping else { return false }
    hasReachedOut = true
    switch keeping.change(number, change) {
    case .success(true): return true
    case .success(false):
      journalOutcome = .refused
      response.refuse("Decision \(number) is not in the journal any more.", width: width)
    case .failure(let problem):
      journalOutcome = .failed
      response.refuse(StyledText("Nothing was changed. \(problem.text)"), width: width)
    }
    return false
  }

  // MARK: - The reason

  /// Adds why a decision goes against the verdict: `override because TEXT`, or with its number.
  mutating func override(_ argument: String?, _ response: inout Response) {
    journalOutcome = .fine
    var words = (argument ?? "").split(separator: " ").map(String.init)
    let number = words.first.flatMap { Int($0) }
    if number != nil { words.removeFirst() }
    guard words.first?.lowercased() == "because", words.count > 1 else {
      journalOutcome = .refused
      response.refuse("A reason stands behind it:  override because TEXT", width: width)
      return
    }
    guard let content = journalContent(&response) else { return }
    guard let found = content.decisions.last(where: { $0.number == number ?? keptHere.last }) else {
      journalOutcome = .refused
      response.refuse(
        number.map { "There is no decision \($0). journal list shows what there is." }
          ?? """
          Of which decision? Keep one first:  journal go ahead  or name one by its number:  \
          override 3 because TEXT
          """, width: width)
      return
    }
    guard found.isAgainst else {
      journalOutcome = .refused
      response.refuse(
        "Decision \(found.number) does not go against the verdict, so it needs no such reason.",
        width: width)
      return
    }
    let reason = DecisionDraft.withoutStop(words.dropFirst().joined(separator: " "))
    guard change(found.number, .override(reason), &response) else { return }
    if isTyped { response.say("Kept with decision \(found.number).", width: width) }
  }
}

extension Decision {
  /// The same with every character made visible that could steer a terminal.
  fileprivate var harmless: Decision {
    var copy = self
    copy.action = HarmlessText.of(action)
    copy.lines = lines.map { HarmlessText.of($0) }
    copy.charter = HarmlessText.of(charter)
    copy.told.verdict = HarmlessText.of(told.verdict)
    copy.told.score = told.score.map { HarmlessText.of($0) }
    copy.told.exact = told.exact.map { HarmlessText.of($0) }
    copy.override = override.map { HarmlessText.of($0) }
    copy.expectation = expectation.map { HarmlessText.of($0) }
    if let review { copy.review?.went = HarmlessText.of(review.went) }
    return copy
  }
}
