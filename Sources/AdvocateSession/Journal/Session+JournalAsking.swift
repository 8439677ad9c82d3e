import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation

/// The questions by which `journal` asks, one step at a time.
extension Session {
  mutating func beginJournal(_ name: String?, _ line: SourceLine, _ response: inout Response) {
    // Lines of a pipe that follow are no answers.
    guard line.file == nil, isTyped else {
      journalOutcome = .refused
      response.say(
        """
        journal asks at the prompt only. In files and pipes a decision is one line, as in:  \
        journal go ahead expecting fewer calls sure 70
        """, width: width)
      return
    }
    guard let action = action(called: name, "journal", &response) else {
      journalOutcome = .refused
      return
    }
    // What cannot be kept is not asked for.
    guard journalContent(&response) != nil else { return }
    reveal(action, &response)
    hasAnswered = true
    let held = heldJournal.flatMap { $0.action == action.title ? $0 : nil }
    var interview = held ?? JournalInterview(action: action.title)
    let course = interview.draft.course
    // The plan may have changed since.
    if interview.step == .reason, course?.goesAgainst(judge().judge(action)) != true {
      _ = interview.advance(isAgainst: false)
    }
    if held != nil { heldJournal = nil }
    question = .journal(interview)
    let already = course.map { " So far: \($0.rawValue)." } ?? ""
    response.say(
      """
      \(bold: "What is decided about \(action.title)?")\(already) Enter skips a question, \
      \(bold: "back") goes back, \(bold: "stop") keeps nothing.
      """, width: width)
    ask(interview, &response)
  }

  private mutating func ask(_ interview: JournalInterview, _ response: inout Response) {
    let text: StyledText
    switch interview.step {
    case .course:
      let courses = Decision.Course.allCases.enumerated().map { "\($0 + 1) \($1.rawValue)" }
      text = StyledText(courses.joined(separator: ", "))
    case .reason:
      text = """
        That goes against the verdict, which is \(verdictAsked(interview)). Why all the same?
        """
    case .expectation:
      text = """
        What do you expect to happen? A sentence that will have come true or not, such as: \
        calls halve by spring
        """
    case .sure: text = "How sure are you that it comes true, from 50 to 99?"
    case .date:
      text = """
        When to look again? A date, or as in: in 6 weeks. Enter takes \(usualReview.text).
        """
    }
    response.say(text, width: width)
  }

  private var usualReview: CalendarDay {
    (journalKeeping?.today() ?? CalendarDay(number: 0)).adding(days: Decision.usualDays)
  }

  private mutating func verdictAsked(_ interview: JournalInterview) -> String {
    actionAsked(interview).map { judge().judge($0).verdictWord } ?? ""
  }

  /// The action that the questions are about; nil where it is gone.
  private mutating func actionAsked(_ interview: JournalInterview) -> Action? {
    var unheard = Response()
    return action(called: interview.action, "journal", &unheard)
  }

  mutating func answerJournal(
    _ interview: JournalInterview, _ typed: String, _ response: inout Response
  ) {
    var interview = interview
    question = nil
    let text = typed.split(separator: " ").joined(separator: " ")
    switch text.lowercased() {
    case "stop", "quit", "exit": return stopJournal(&response)
    case "back":
      if !interview.goBack() {
        response.say("This is the first question; stop keeps nothing.", width: width)
      }
      question = .journal(interview)
      return ask(interview, &response)
    default: break
    }
    if HarmlessText.firstHarmful(in: typed) != nil {
      response.say("That holds a character that cannot be seen. Type it once more.", width: width)
    } else if take(text, &interview, &response) {
      guard let action = actionAsked(interview) else {
        response.say("\(bold: interview.action) is gone, so nothing is kept.", width: width)
        return
      }
      let isAgainst = interview.draft.course?.goesAgainst(judge().judge(action)) ?? false
      guard interview.advance(isAgainst: isAgainst) else {
        return keep(interview.draft, of: action, &response)
      }
    }
    question = .journal(interview)
    ask(interview, &response)
  }

  /// Takes an answer; false, with the reason, where it is none.
  private func take(
    _ text: String, _ interview: inout JournalInterview, _ response: inout Response
  ) -> Bool {
    let said = text.isEmpty ? nil : text
    switch interview.step {
    case .course:
      guard let course = Self.course(text) else {
        response.say(
          "One of these is decided; a number will do. \(bold: "stop") keeps nothing.", width: width)
        return false
      }
      interview.draft.course = course
    case .reason:
      let lead = "because "
      interview.draft.override = said.map {
        $0.lowercased().hasPrefix(lead) ? String($0.dropFirst(lead.count)) : $0
      }
    case .expectation: interview.draft.expectation = said
    case .sure:
      guard let said else { return true }
      guard let sure = DecisionDraft.sureness(said) else {
        response.say(
          "That is no number from 50 to 99. Whoever is less than 50 sure expects the opposite.",
          width: width)
        return false
      }
      interview.draft.sure = sure
    case .date:
      guard let said, let today = journalKeeping?.today() else { return true }
      guard let day = DecisionDraft.day(said, today: today) else {
        response.say(
          "That is no day to come. A day reads \(usualReview.text), or: in 6 weeks", width: width)
        return false
      }
      interview.draft.reviewOn = day
    }
    return true
  }

  /// What is decided, by its number, its words or its first ones.
  private static func course(_ text: String) -> Decision.Course? {
    let all = Decision.Course.allCases
    if let number = Int(text) { return all.indices.contains(number - 1) ? all[number - 1] : nil }
    let folded = text.lowercased()
    if let exact = Decision.Course(rawValue: folded) { return exact }
    switch folded {
    case "go", "yes": return .goAhead
    case "changed", "change": return .goAheadChanged
    case "leave", "no": return .leaveIt
    default: return nil
    }
  }

  mutating func stopJournal(_ response: inout Response) {
    question = nil
    response.say("Nothing is kept. \(bold: "journal") asks again.", width: width)
  }

  /// Leaves the questions of `journal`, and holds what was answered for the next time.
  private mutating func holdJournal(
    _ interview: JournalInterview, _ response: inout Response
  ) {
    guard interview.draft.course != nil else { return stopJournal(&response) }
    question = nil
    heldJournal = interview
    response.say(
      """
      Nothing is kept yet, and your answers are not lost: \(bold: "journal") goes on where you were.
      """, width: width)
  }

  /// Ends a question about the journal where the lines end or Ctrl-C drops it; false where none is
  /// open.
  mutating func endJournalQuestion(_ response: inout Response) -> Bool {
    switch question {
    case .journal(let interview): holdJournal(interview, &response)
    case .review(let interview): endReview(interview, &response)
    default: return false
    }
    return true
  }

  /// What may be answered to a question about the journal.
  static func answers(
    to interview: JournalInterview
  ) -> (headline: String?, items: [CompletionItem]) {
    let words = [
      CompletionItem(insertion: "back", summary: "goes back to the question before"),
      CompletionItem(insertion: "stop", summary: "keeps nothing"),
    ]
    guard interview.step == .course else { return (nil, words) }
    let courses = [
      CompletionItem(insertion: "go ahead", summary: "it is done as described"),
      CompletionItem(insertion: "go ahead changed", summary: "it is done, but not as described"),
      CompletionItem(insertion: "leave it", summary: "it is not done"),
    ]
    return ("What is decided?", courses + words)
  }
}
