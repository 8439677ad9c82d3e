import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// The command that asks why customers are wanted, and holds the answers against the plans.
extension Session {
  mutating func purpose(_ argument: String?, _ line: SourceLine, _ response: inout Response) {
    let charter = workspace.charter
    guard let argument else {
      if charter.purposes.isEmpty { return beginPurpose(line, &response) }
      let judge = judge()
      let judgements = workspace.actions.map { judge.judge($0) }
      var view = View.purpose(charter, judgements)
      view.sayFoot(judgements)
      answer(view, &response)
      return
    }
    let word = argument.prefix { $0 != " " }.lowercased()
    let text = String(argument.dropFirst(word.count).drop { $0 == " " })
    if word == "ask", text.isEmpty { return beginPurpose(line, &response) }
    guard let moment = PurposeMoment(rawValue: word) else {
      response.refuse(
        """
        \(bold: "purpose") shows the reasons, \(bold: "purpose ask") asks for them, and \
        \(bold: "purpose complaint"), or \(bold: "purpose sale"), with a text behind it replays \
        that text under each reason.
        """, width: width)
      return
    }
    guard !text.isEmpty else {
      response.refuse(
        "What was said stands behind it, as in:  \(Self.example(of: moment))", width: width)
      return
    }
    guard !charter.purposes.isEmpty else { return tellNoPurpose(&response) }
    answer(.replay(moment, text, charter), &response)
  }

  private static func example(of moment: PurposeMoment) -> String {
    switch moment {
    case .complaint: "purpose complaint My parcel came late and nobody told me."
    case .sale: "purpose sale Sign today and the price stays as it is."
    }
  }

  private mutating func tellNoPurpose(_ response: inout Response) {
    response.refuse(
      """
      This charter does not say why customers are wanted. Below "charter \
      \(workspace.charter.name)" a line says one reason:  reason their lives get better
      """, width: width)
  }

  // MARK: - The interview

  private mutating func beginPurpose(_ line: SourceLine, _ response: inout Response) {
    guard line.file == nil else { return tellNoPurpose(&response) }
    hasAnswered = true
    question = .purpose(PurposeInterview())
    response.say(
      """
      Why do we want customers? You are asked four times. A line is an answer, an empty line \
      skips, \(bold: "back") takes the last one back, \(bold: "stop") ends it.
      """, width: width)
    askPurpose(PurposeInterview(), &response)
  }

  mutating func answerPurpose(
    _ interview: PurposeInterview, _ typed: String, _ response: inout Response
  ) {
    var interview = interview
    question = nil
    let folded = typed.split(separator: " ").joined(separator: " ").lowercased()
    if interview.isOver, !interview.reasons.isEmpty, folded != "back" {
      return decide(interview, folded, &response)
    }
    switch folded {
    case "back": interview.goBack()
    case "stop": interview.stop()
    default: tell(interview.take(typed, workspace.charter), interview, &response)
    }
    question = .purpose(interview)
    if interview.isOver {
      closePurpose(interview, &response)
    } else {
      askPurpose(interview, &response)
    }
  }

  private func askPurpose(_ interview: PurposeInterview, _ response: inout Response) {
    let question: StyledText =
      switch interview.answers.count {
      case 0: "Why do we want customers? The first thing that comes to mind."
      case 1: "And besides that: why else?"
      case 2: "What would be missing in the world, or in their lives, without us?"
      default: "And what makes the work itself worth doing?"
      }
    response.say(question, width: width)
  }

  private func tell(
    _ answer: PurposeInterview.Answer, _ interview: PurposeInterview, _ response: inout Response
  ) {
    switch answer {
    case .money(let words):
      let names = words.map { "\"\($0)\"" }.joined(separator: ", ")
      response.say(
        interview.moneyCount == 1
          ? "\(names): that is money. It is everybody's first answer and is set aside."
          : "\(names): that is money once more, under another name. It is folded into the first.",
        width: width)
    case .repeated(let text):
      response.say("\"\(text)\" was said before, so it counts once.", width: width)
    case .reason, .none: break
    }
  }

  private mutating func closePurpose(
    _ interview: PurposeInterview, _ response: inout Response
  ) {
    let reasons = interview.reasons
    let money = interview.moneyCount
    guard !reasons.isEmpty else {
      question = nil
      response.say(
        money > 0
          ? """
          Every answer was money. People who feel that go where somebody has another reason. \
          \(bold: "purpose ask") asks again.
          """ : "There was no answer, so nothing is kept.", width: width)
      return
    }
    response.say(
      StyledText(
        (money > 1 ? "Money was named \(money) times and counts as one answer. " : "")
          + (reasons.count == 1
            ? "One reason remains beside it:" : "\(reasons.count) reasons remain beside it:")),
      width: width)
    for (place, reason) in reasons.enumerated() {
      response.say("  \(place + 1) \(reason)", width: width)
    }
    response.say("Keep them in the charter?   yes, no", width: width)
  }

  private mutating func decide(
    _ interview: PurposeInterview, _ answer: String, _ response: inout Response
  ) {
    switch answer {
    case "yes", "y", "keep": keep(interview.reasons, &response)
    case "no", "n", "stop", "drop": response.say("Nothing is kept.", width: width)
    default:
      question = .purpose(interview)
      response.say("Keep them in the charter?   yes, no", width: width)
    }
  }

  /// Says the reasons as the lines that anybody could type.
  private mutating func keep(_ reasons: [String], _ response: inout Response) {
    let action = workspace.currentAction?.name
    var lines = reasons.map { "reason \($0)" }
    if workspace.subject != .charter { lines.insert("charter \(workspace.charter.name)", at: 0) }
    let before = workspace.charter.purposes.count
    for text in lines {
      let reading = LineParser.read(text, subject: workspace.subjectKind)
      let outcome = workspace.read(SourceLine(text: text), reading, isTyped: isTyped)
      report(outcome.diagnostics, &response)
    }
    if let action, let place = workspace.actionPlace(action) { workspace.select(action: place) }
    let count = workspace.charter.purposes.count - before
    response.say(
      """
      Kept: \(count == 1 ? "1 reason" : "\(count) reasons"); save writes \
      \(count == 1 ? "it" : "them"). What would show one is said like this, below "charter \
      \(workspace.charter.name)":
      """, width: width)
    response.say("  reason \(reasons[0]) served by (a rule, a lens or a fact)", width: width)
  }
}
