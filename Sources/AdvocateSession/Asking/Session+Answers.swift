import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// What is typed at the questions of an interview.
extension Session {
  /// Answers a line that was typed at a question.
  ///
  /// - Returns: the line as `undo` names it.
  mutating func answerInterview(
    _ bytes: [UInt8], _ line: SourceLine, _ response: inout Response
  ) -> String {
    let reading = LineParser.read(bytes, subject: .action)
    if case .failure(let error) = reading.result, Self.isUnreadable(error) {
      response.report([error.diagnostic(on: line, fate: .typed)])
      return line.text
    }
    guard let current = interview else { return line.text }
    guard let fact = current.fact else { return answerRest(line, reading, &response) }
    let declaration = workspace.charter.facts[fact]
    var answer = AnswerReader(declaration).answer(line.text)
    if Self.mayBeOther(answer, declaration), isOrdinary(reading, at: declaration) {
      answer = .other
    }
    if let near = current.nearAnswer, line.text.allSatisfy({ $0 == " " || $0 == "\t" }) {
      // Enter takes what was offered.
      answer = .content(near, isReworded: false)
    }
    interview?.nearAnswer = nil
    switch answer {
    case .content(let content, let isReworded):
      return say(content, of: fact, isReworded: isReworded, line, &response)
    case .open: return leaveOpen(fact, line, &response)
    case .back: takeBack(&response)
    case .why: explainQuestion(fact, &response)
    case .stop: stopInterview(&response)
    case .near(let content, let name):
      interview?.nearAnswer = content
      response.say(
        "The nearest answer is \(bold: name). Enter takes it; or answer otherwise.", width: width)
    case .refusal(let words): response.say(words, width: width)
    case .other: return takeOrdinary(reading, line, &response)
    }
    return line.text
  }

  /// Whether nothing can be done with a line, whatever it means.
  private static func isUnreadable(_ error: SyntaxError) -> Bool {
    switch error {
    case .badEncoding, .harmfulCharacter, .lineTooLong: true
    default: false
    }
  }

  /// Whether something else may be meant than what was read as an answer.
  private static func mayBeOther(_ answer: Answer, _ fact: FactDeclaration) -> Bool {
    switch answer {
    case .content: fact.levels.isEmpty
    case .near, .refusal, .other: true
    case .open, .back, .why, .stop: false
    }
  }

  /// Whether a line at the question of `fact` is a command, or says something else.
  ///
  /// At a question that takes any text only what can hardly be an answer counts as a command.
  private func isOrdinary(_ reading: ParsedLine, at fact: FactDeclaration) -> Bool {
    guard case .success(let syntax) = reading.result else { return false }
    let isText = fact.kind == .text
    switch syntax {
    case .blank: return false
    case .comment, .restIsUntouched: return true
    case .statement(let statement): return workspace.factPlace(statement.fact.text) != nil
    case .whatIf(let statements):
      return statements.allSatisfy { workspace.factPlace($0.fact.text) != nil }
    case .subject(.action, _): return true
    case .command("help", let topic?) where isText: return HelpTopics.find(topic.text) != nil
    case .command("list", let what?) where isText:
      return ["actions", "charter", "facts", "rules"].contains(what.text.lowercased())
    case .command(_, let argument): return argument == nil || !isText
    case .subject, .copy, .use, .load, .note, .weigh: return !isText
    default: return false
    }
  }

  // MARK: - Answers

  private mutating func mark() {
    guard var current = interview else { return }
    let trail = current.trail
    current.trail = []
    interview?.trail =
      trail + [
        InterviewMark(interview: current, workspace: workspace, undoSteps: undoSteps)
      ]
  }

  /// Says a line about `fact` of the action at hand, as if it were typed.
  private mutating func say(
    _ content: String, of fact: Int, isReworded: Bool, _ line: SourceLine,
    _ response: inout Response
  ) -> String {
    let name = workspace.charter.facts[fact].name
    let said = SourceLine(file: nil, number: line.number, text: "\(name) is \(content)")
    let reading = LineParser.read(said.text, subject: .action)
    let problem: Diagnostic
    switch reading.result {
    case .success(.statement(let syntax)):
      switch workspace.statement(syntax, said) {
      case .success:
        mark()
        let outcome = workspace.read(said, reading, isTyped: true)
        let text = outcome.canonical.map { Formatter.text(of: $0) } ?? said.text
        if isReworded { response.say("Read as: \(text)", width: width) }
        interview?.note(text, of: fact, name: name)
        ask(&response)
        return text
      case .failure(let box): problem = box.diagnostic
      }
    case .failure(let error): problem = error.diagnostic(on: said, fate: .typed)
    default: return line.text
    }
    response.say(problem.sentences.first ?? "That is no answer.", width: width)
    return line.text
  }

  private mutating func leaveOpen(
    _ fact: Int, _ line: SourceLine, _ response: inout Response
  ) -> String {
    mark()
    let said = interview.flatMap { workspace.actionPlace($0.action) }
      .flatMap { workspace.actions[$0].statement(of: fact) }
    var text = line.text
    if said == nil {
      let name = workspace.charter.facts[fact].name
      text = "\(name) is unsaid"
      _ = workspace.read(
        SourceLine(file: nil, number: line.number, text: text), isTyped: true)
    }
    if said == nil || said?.content == .unsaid {
      interview?.leftOpen.removeAll { $0 == fact }
      interview?.leftOpen.append(fact)
    }
    response.say(
      interview?.stage == .again
        ? (said == nil || said?.content == .unsaid ? "It stays open." : "Left as it is.")
        : saidHints.insert("left open").inserted
          ? "Left open. It comes back only if it decides." : "Left open.", width: width)
    ask(&response)
    return text
  }

  /// Takes the last answer back, and asks its question again.
  private mutating func takeBack(_ response: inout Response) {
    guard let mark = interview?.trail.last, let trail = interview?.trail else {
      response.say(
        """
        This is the first question, so there is no answer to take back. stop leaves the questions.
        """, width: width)
      return
    }
    if workspace.changeCount != mark.workspace.changeCount {
      redoSteps.append(Step(before: workspace, line: undoSteps.last?.line ?? ""))
      isTurningBack = true
    }
    workspace = mark.workspace
    undoSteps = mark.undoSteps
    interview = mark.interview
    interview?.trail = trail.dropLast()
    hasUnsavedWork = true
    response.say("The last answer is taken back.", width: width)
    repeatQuestion(&response)
  }

  private mutating func explainQuestion(_ fact: Int, _ response: inout Response) {
    guard let name = interview?.action, let place = workspace.actionPlace(name) else { return }
    let judge = judge()
    let judgement = judge.judge(workspace.actions[place].shared)
    response.show(
      InterviewScreen.reason(
        fact, judgement: judgement, effects: judge.effects(ofAnswering: fact, in: judgement),
        width: width))
  }

  // MARK: - Anything else?

  private mutating func answerRest(
    _ line: SourceLine, _ reading: ParsedLine, _ response: inout Response
  ) -> String {
    let typed = line.text.lowercased().split(separator: " ").joined(separator: " ")
    switch typed {
    case "n", "no", "rest", "nothing", "the rest is untouched":
      return touchNothingElse(line, &response)
    case "y", "yes":
      mark()
      interview?.stage = .more
      response.say(
        """
        Then the other questions follow, the most decisive first. As soon as none of them \
        matters any more:  the rest is untouched
        """, width: width)
      ask(&response)
    case "":
      mark()
      interview?.isRestOpen = true
      response.say("Left open: what it touches beyond the answers stays unknown.", width: width)
      ask(&response)
    case "back", "undo": takeBack(&response)
    case "stop": stopInterview(&response)
    case "why", "?", "why this question":
      response.say(
        """
        What nobody says of a plan is unknown, never a no. With \(bold: "no") every fact that was \
        not asked about counts as untouched; what was left open stays open. With \(bold: "yes") \
        the other questions follow.
        """, width: width)
    default:
      return takeOrdinary(reading, line, &response)
    }
    return line.text
  }

  private mutating func touchNothingElse(
    _ line: SourceLine, _ response: inout Response
  ) -> String {
    mark()
    let text = "the rest is untouched"
    _ = workspace.read(SourceLine(file: nil, number: line.number, text: text), isTyped: true)
    if let place = interview.flatMap({ workspace.actionPlace($0.action) }) {
      let count = judge().judge(workspace.actions[place].shared).filled.count
      response.say(
        count == 1 ? "The other fact is untouched." : "The other \(count) facts are untouched.",
        width: width)
    }
    ask(&response)
    return text
  }

  // MARK: - Other lines

  /// Takes a line that is no answer: a command, or something else that is said.
  private mutating func takeOrdinary(
    _ reading: ParsedLine, _ line: SourceLine, _ response: inout Response
  ) -> String {
    guard case .success(let syntax) = reading.result else {
      refuse(line, &response)
      return line.text
    }
    switch syntax {
    case .comment, .blank: break
    case .restIsUntouched: return touchNothingElse(line, &response)
    case .statement(let statement) where workspace.factPlace(statement.fact.text) != nil:
      return takeStatement(statement, reading, line, &response)
    case .note, .whatIf, .weigh:
      take(line, reading, &response)
      repeatQuestion(&response)
    case .command("quit", _):
      let name = interview?.action
      interview = nil
      select(name)
      take(line, reading, &response)
    case .command("undo", _): takeBack(&response)
    case .command("ask", nil): repeatQuestion(&response)
    case .command("ask", _), .command("tour", _), .command("lesson", _), .subject, .copy, .use,
      .load:
      let name = interview?.action ?? ""
      interview = nil
      response.say("The questions about \(bold: name) stop here; ask goes on.", width: width)
      take(line, reading, &response)
    case .command:
      let (before, trail) = (workspace.changeCount, interview?.trail ?? [])
      mark()
      take(line, reading, &response)
      if workspace.changeCount != before {
        ask(keeping: true, &response)
      } else {
        interview?.trail = trail
        repeatQuestion(&response)
      }
    default: refuse(line, &response)
    }
    return line.text
  }

  private mutating func takeStatement(
    _ statement: StatementSyntax, _ reading: ParsedLine, _ line: SourceLine,
    _ response: inout Response
  ) -> String {
    if case .failure(let box) = workspace.statement(statement, line) {
      report([box.diagnostic], &response)
      return line.text
    }
    mark()
    let fact = workspace.factPlace(statement.fact.text)
    let isAnswer = fact == interview?.fact
    if let fact {
      let text = line.text.split(separator: " ").joined(separator: " ")
      interview?.note(text, of: fact, name: workspace.charter.facts[fact].name)
    }
    take(line, reading, &response)
    ask(keeping: !isAnswer, &response)
    return line.text
  }

  private mutating func select(_ action: String?) {
    if let place = action.flatMap({ workspace.actionPlace($0) }) { workspace.select(action: place) }
  }

  private func refuse(_ line: SourceLine, _ response: inout Response) {
    guard let fact = interview?.fact.map({ workspace.charter.facts[$0] }) else {
      response.say("This question takes yes or no; stop leaves it.", width: width)
      return
    }
    let typed = Self.brief(line.text)
    if fact.levels.isEmpty {
      response.say(
        """
        "\(typed)" is no number. Written with digits, as in the line below the question; Enter \
        leaves it open, stop leaves the questions.
        """, width: width)
      return
    }
    let range =
      fact.hasNumberedLevels
      ? "a number from 1 to \(fact.levels.count), or its word"
      : "one of: \(fact.levels.joined(separator: ", "))"
    response.say(
      """
      "\(typed)" is none of the answers. This question takes \(range); Enter leaves it open, \
      stop leaves the questions.
      """, width: width)
  }

  private static func brief(_ text: String) -> String {
    let head = text.split(separator: " ").joined(separator: " ")
    return head.count > 40 ? head.prefix(40) + "..." : head
  }
}
