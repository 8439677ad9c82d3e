import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateExplanation

/// What came of decisions: asked on their day, or said on one line.
extension Session {
  mutating func review(_ argument: String?, _ line: SourceLine, _ response: inout Response) {
    journalOutcome = .fine
    guard let keeping = journalKeeping else { return tellNoJournal(&response) }
    if let argument, !["list", "due"].contains(argument.lowercased()) {
      guard let draft = ReviewDraft.read(argument) else { return refuseReview(&response) }
      return keep(draft, &response)
    }
    guard let content = journalContent(&response) else { return }
    let today = keeping.today()
    let due = content.decisions.due(on: today)
    guard argument == nil, !due.isEmpty, line.file == nil, isTyped, answerForm == .text else {
      return answer(
        .review(content.decisions, today: today, unreadable: content.unreadable), &response)
    }
    hasAnswered = true
    let interview = ReviewInterview(decisions: due)
    question = .review(interview)
    response.say(
      """
      \(due.count == 1 ? "1 decision waits" : "\(due.count) decisions wait") for a review. Enter \
      leaves one for later, \(bold: "back") goes back, \(bold: "stop") ends.
      """, width: width)
    ask(interview, &response)
  }

  private mutating func refuseReview(_ response: inout Response) {
    journalOutcome = .refused
    response.refuse(
      """
      \(bold: "review") asks about the decisions whose day has come. On one line:  review 3 went \
      better, came true   Behind the comma stands "came true", "came partly true" or "did not come \
      true".
      """, width: width)
  }

  /// Keeps what one line says of what came of a decision.
  private mutating func keep(_ draft: ReviewDraft, _ response: inout Response) {
    guard let content = journalContent(&response), let today = journalKeeping?.today() else {
      return
    }
    guard let decision = content.decisions.first(where: { $0.number == draft.number }) else {
      journalOutcome = .refused
      response.refuse(
        "There is no decision \(draft.number). \(bold: "journal list") shows what there is.",
        width: width)
      return
    }
    hasAnswered = true
    let review = Decision.Review(day: today, went: draft.went, cameTrue: draft.cameTrue)
    keep(review, of: decision, &response)
  }

  private mutating func keep(
    _ review: Decision.Review, of decision: Decision, _ response: inout Response
  ) {
    var review = review
    review.went = DecisionDraft.withoutStop(review.went)
    if decision.expectation == nil { review.cameTrue = nil }
    guard change(decision.number, .review(review), &response) else { return }
    let earlier = decision.review.flatMap { $0.isSame(as: review) ? nil : $0 }
    guard isTyped && !isPasting || earlier != nil else { return }
    var reviewed = decision
    reviewed.review = review
    var text = "Kept with decision \(decision.number)."
    if let earlier { text += " It took the place of the review of \(earlier.day.text)." }
    if let score = reviewed.revealed?.score {
      text += " Brier score \(score.decimal(places: 4)): 0 is best, always saying 50 brings 0.25."
    } else if decision.expectation != nil, review.cameTrue == nil {
      text += " Whether what was expected came true was not said, so it is not counted."
    }
    response.say(StyledText(text), width: width)
  }

  private func ask(_ interview: ReviewInterview, _ response: inout Response) {
    guard let decision = interview.current else { return }
    guard interview.went == nil else {
      response.say(
        "\(bold: "Did it come true:") \(decision.expectation ?? "")?   yes, no, partly",
        width: width)
      return
    }
    response.show([""])
    response.say(
      """
      \(bold: "\(decision.number) \(decision.action)"), \(decision.day.text): \
      \(decision.decided) (\(decision.told.verdict)).
      """, width: width)
    if let expected = decision.expected { response.say(StyledText(expected), width: width) }
    response.say(
      "\(bold: "What happened?")   1 as expected, 2 better, 3 worse, or in your own words",
      width: width)
  }

  mutating func answerReview(
    _ interview: ReviewInterview, _ typed: String, _ response: inout Response
  ) {
    var interview = interview
    question = nil
    let text = typed.split(separator: " ").joined(separator: " ")
    guard let decision = interview.current, let today = journalKeeping?.today() else { return }
    switch (text.lowercased(), interview.went) {
    case ("stop", _), ("quit", _), ("exit", _): return endReview(interview, &response)
    case ("back", .some): interview.went = nil
    case ("back", nil):
      if interview.place == 0 {
        response.say("This is the first one; stop ends.", width: width)
      } else {
        interview.place -= 1
      }
    case ("", nil): interview.place += 1
    case (_, nil):
      guard HarmlessText.firstHarmful(in: typed) == nil else {
        response.say("That holds a character that cannot be seen. Type it again.", width: width)
        break
      }
      interview.went = ["1": "as expected", "2": "better", "3": "worse"][text] ?? text
      if decision.expectation == nil { finish(nil, today, &interview, &response) }
    case (let answer, .some):
      let truth = Decision.Review.Truth.allCases.first {
        !answer.isEmpty && $0.rawValue.hasPrefix(answer)
      }
      guard truth != nil || answer.isEmpty else {
        response.say("One of these: yes, no, partly. Enter leaves it unsaid.", width: width)
        break
      }
      finish(truth, today, &interview, &response)
    }
    guard interview.current != nil else { return endReview(interview, &response) }
    question = .review(interview)
    ask(interview, &response)
  }

  private mutating func finish(
    _ truth: Decision.Review.Truth?, _ today: CalendarDay, _ interview: inout ReviewInterview,
    _ response: inout Response
  ) {
    guard let decision = interview.current, let went = interview.went else { return }
    keep(Decision.Review(day: today, went: went, cameTrue: truth), of: decision, &response)
    interview.went = nil
    interview.place += 1
    interview.answered += 1
  }

  /// Ends the review with what all reviews came to.
  mutating func endReview(_ interview: ReviewInterview, _ response: inout Response) {
    question = nil
    guard interview.answered > 0 else {
      response.say("Nothing was answered. \(bold: "review") asks again.", width: width)
      return
    }
    guard let content = journalContent(&response), let today = journalKeeping?.today() else {
      return
    }
    response.show([""])
    response.show(
      View.review(content.decisions, today: today, unreadable: content.unreadable)
        .render(width: width))
  }

  /// What may be answered to a question about what came of a decision.
  static func answers(
    to interview: ReviewInterview
  ) -> (headline: String?, items: [CompletionItem]) {
    let words = [
      CompletionItem(insertion: "back", summary: "goes back to the question before"),
      CompletionItem(insertion: "stop", summary: "ends the review"),
    ]
    let said =
      interview.went == nil ? ["as expected", "better", "worse"] : ["yes", "no", "partly"]
    return (
      interview.went == nil ? "What happened?" : "Did it come true?",
      said.map { CompletionItem(insertion: $0, summary: "") } + words
    )
  }

  /// What is said at the start where decisions wait for a review; nothing where none does.
  public func noticeOfReviews() -> [StyledText] {
    guard let keeping = journalKeeping, case .success(let content) = keeping.read() else {
      return []
    }
    let today = keeping.today()
    let due = content.decisions.count { $0.isDue(on: today) }
    guard due > 0 else { return [] }
    return TextLayout.wrap(
      """
      \(due == 1 ? "1 decision waits" : "\(due) decisions wait") for a review: type  \
      \(bold: "review")
      """, width: width)
  }
}

extension Decision.Review {
  /// Whether another review, whenever it was, says the same.
  fileprivate func isSame(as other: Decision.Review) -> Bool {
    went == other.went && cameTrue == other.cameTrue
  }
}
