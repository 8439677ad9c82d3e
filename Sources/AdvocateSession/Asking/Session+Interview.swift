import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSyntax

/// The interview: how it begins, what it asks next, and how it ends.
extension Session {
  // MARK: - Beginning

  mutating func beginInterview(
    _ argument: Phrase?, _ line: SourceLine, _ response: inout Response
  ) {
    guard line.file == nil else {
      response.say("ask belongs to the prompt; inside a file it asks nothing.", width: width)
      return
    }
    if let waiting = workspace.waiting {
      response.refuse(
        """
        Lines wait for "\(waiting.failed.text)" to be mended, so nothing is asked yet. Mend it, \
        then type ask once more.
        """, width: width)
      return
    }
    guard let action = interviewed(argument, line, &response) else { return }
    interview = Interview(action: action, charter: workspace.charter.name)
    ask(isFirst: true, &response)
  }

  /// The name of the action to ask about; a new name begins one.
  private mutating func interviewed(
    _ argument: Phrase?, _ line: SourceLine, _ response: inout Response
  ) -> String? {
    guard let argument else {
      if workspace.actions.isEmpty {
        question = .naming
        response.say(
          "What is the plan called? A few words will do, such as Phone to cancel.", width: width)
        return nil
      }
      return action(called: nil, "ask", &response)?.name
    }
    let names = workspace.actions.map(\.name)
    if let (place, _) = groupNamed(argument.text), !workspace.actions[place].groups.isEmpty {
      response.refuse(
        "Questions are about what is so for all groups:  \(bold: "ask \(names[place])")",
        width: width)
      return nil
    }
    switch NameMatch.find(argument.text, among: names) {
    case .found(let place): return names[place]
    case .several: return action(called: argument.text, "ask", &response)?.name
    case .none(let near?):
      response.refuse(
        """
        No action is called "\(argument.text)". The nearest is \(bold: near):  ask \(near). If it \
        is another plan, begin it first:  action \(argument.text)
        """, width: width)
      return nil
    case .none(nil): break
    }
    guard argument.text.lowercased() != Action.doNothing.name else {
      response.refuse("do nothing touches nothing, so there is nothing to ask.", width: width)
      return nil
    }
    let opening = SourceLine(
      file: nil, number: line.number, text: "action \(argument.text)")
    let outcome = workspace.read(opening, isTyped: true)
    report(outcome.diagnostics, &response)
    guard let action = workspace.currentAction else { return nil }
    saidHints.insert("new action")
    response.say("\(bold: action.name) is a new action.", width: width)
    return action.name
  }

  /// The line that begins an interview about what was typed when a name was asked for.
  ///
  /// A command alone, or a line that sets a subject, is taken as what it is.
  mutating func named(_ bytes: [UInt8]) -> [UInt8] {
    guard question == .naming else { return bytes }
    question = nil
    let text = String(decoding: bytes.prefix(LineText.longestLine), as: UTF8.self)
    let words = text.split(separator: " ")
    guard let first = words.first?.lowercased(), !first.hasPrefix("#") else { return bytes }
    let isCommand =
      words.count == 1 && (LineParser.commandWords.contains(first) || first == "exit")
      || ["action", "ask", "help"].contains(first)
    return isCommand || first == "stop" && words.count == 1 ? bytes : Array("ask ".utf8) + bytes
  }

  // MARK: - Asking

  /// Puts the next question, or tells how the interview ends.
  ///
  /// - Parameters:
  ///   - isFirst: whether nothing was asked so far.
  ///   - keeping: whether the question at hand stays, since something else was said.
  ///   - response: takes what is shown.
  mutating func ask(
    isFirst: Bool = false, keeping: Bool = false, _ response: inout Response
  ) {
    guard var current = interview else { return }
    guard let place = workspace.actionPlace(current.action),
      workspace.charter.name == current.charter
    else {
      interview = nil
      response.say(
        "The questions about \(bold: current.action) end here, since what they were about is gone.",
        width: width)
      return
    }
    if workspace.subject != .action(place) { workspace.select(action: place) }
    let judge = judge()
    let judgement = judge.judge(workspace.actions[place].shared)
    let before = current.stage
    let turn = current.next(judgement, judge, keeping: keeping)
    interview = current
    hasAnswered = true
    switch turn {
    case .ask, .askRest:
      if isFirst { tellOfGroups(workspace.actions[place], &response) }
      if isFirst, turn != .askRest { open(current, &response) }
      if current.stage == .again, before != .again { tellAgain(current, judgement, &response) }
      putQuestion(judgement, isFirst: isFirst, &response)
    case .settled: settle(judgement, isFirst: isFirst, &response)
    case .through: finish(judgement, isFirst: isFirst, &response)
    }
  }

  /// Says that questions are about what is so for all groups, where some are told apart.
  private func tellOfGroups(_ action: Action, _ response: inout Response) {
    guard !action.groups.isEmpty else { return }
    response.say(
      """
      The questions are about what is so for all groups of customers. What a line with \
      \(bold: "for") says of one group stays.
      """, width: width)
  }

  private mutating func open(_ current: Interview, _ response: inout Response) {
    guard saidHints.insert("interview").inserted else { return }
    response.show(InterviewScreen.opening(atMost: current.total, width: width))
  }

  private func tellAgain(
    _ current: Interview, _ judgement: Judgement, _ response: inout Response
  ) {
    let count = current.againCount
    response.say(
      count == 1
        ? "One question that is not fully answered still decides:"
        : "\(count) questions that are not fully answered still decide. The first of them:",
      width: width)
  }

  /// Shows the question at hand, with an empty line above it.
  ///
  /// Where more lines of a paste follow, it is left for the last of them.
  mutating func putQuestion(
    _ judgement: Judgement, isFirst: Bool = false, _ response: inout Response
  ) {
    guard let interview else { return }
    owesQuestion = hasLinesToCome
    guard !hasLinesToCome else { return }
    if !isFirst || !response.pieces.isEmpty { response.show([""]) }
    guard let fact = interview.fact else {
      response.say(
        "The main questions are through. \(bold: "Does it touch anything else?")   yes, no",
        width: width)
      return
    }
    let isAgain = interview.stage == .again
    let effects = isAgain ? Judge(judgement.program).effects(ofAnswering: fact, in: judgement) : []
    response.show(
      InterviewScreen.question(
        fact, heading: isAgain ? .again : .number(interview.number, of: interview.total),
        judgement: judgement, effects: effects, width: width))
  }

  /// Shows the question at hand once more, after something else was answered.
  mutating func repeatQuestion(_ response: inout Response) {
    guard let interview, let place = workspace.actionPlace(interview.action) else { return }
    putQuestion(judge().judge(workspace.actions[place].shared), &response)
  }

  /// Shows the question that lines of a paste left out.
  mutating func endPaste(_ response: inout Response) {
    hasLinesToCome = false
    guard owesQuestion else { return }
    owesQuestion = false
    if question == nil { repeatQuestion(&response) }
  }

  // MARK: - Ending

  /// Whether the action called `name` tells groups of customers apart.
  private func interviewedGroups(_ name: String) -> Bool {
    workspace.actionPlace(name).map { !workspace.actions[$0].groups.isEmpty } ?? false
  }

  private mutating func settle(
    _ judgement: Judgement, isFirst: Bool, _ response: inout Response
  ) {
    let wayBack = isFirst ? "" : endInterview()
    interview = nil
    let name = judgement.action.name
    guard isFirst else {
      let isApart = interviewedGroups(name)
      let settled: StyledText =
        isApart
        ? "\(bold: "Settled"), for all that the groups have in common."
        : "\(bold: "Settled.") No open answer can change the verdict."
      response.say(settled + wayBack, width: width)
      response.show([""])
      showVerdict(nil, &response)
      return
    }
    if interviewedGroups(name) {
      response.say(
        """
        What the groups of \(bold: name) have in common is settled, so nothing is asked. What is \
        so for one group is said like this:  \(bold: "for GROUP: FACT is VALUE")
        """, width: width)
    } else if judgement.verdict == .silent {
      response.say(
        """
        No rule speaks about \(bold: name), and no open answer can change that. If it does touch \
        them, say how: \(bold: "list facts") shows what can be said.
        """, width: width)
    } else {
      response.say(
        """
        \(bold: name) is settled: no open answer can change its verdict, so nothing is asked. \
        \(bold: "judge") shows it.
        """, width: width)
    }
  }

  private mutating func finish(
    _ judgement: Judgement, isFirst: Bool, _ response: inout Response
  ) {
    let left = interview?.leftOpen ?? []
    let wayBack = endInterview()
    interview = nil
    let deciding = judgement.uncertainty.decidingFacts.filter { fact in
      left.contains(fact) || judgement.action.statement(of: fact) != nil
    }
    let names = deciding.prefix(3).map { judgement.charter.facts[$0].name }
    let more = deciding.count > 3 ? " and \(deciding.count - 3) more" : ""
    let what =
      names.isEmpty
      ? "what nobody has said yet" : names.joined(separator: ", ") + more
    response.say(
      "\(bold: "No more questions.") The verdict is not settled; it hangs on: \(what)." + wayBack,
      width: width)
    response.show([""])
    showVerdict(nil, &response)
  }

  /// Remembers that the questions end with the line at hand.
  ///
  /// - Returns: how to take back the answer that ended them, where one did.
  private mutating func endInterview() -> StyledText {
    guard let current = interview else { return "" }
    endedInterview = EndedInterview(
      action: current.action, line: lineNumber, hasAnswers: !current.trail.isEmpty)
    guard let mark = current.trail.last, mark.workspace.changeCount != workspace.changeCount else {
      return ""
    }
    return " \(bold: "undo") takes the last answer back."
  }

  /// Answers `back` and `stop` right after the end of the questions; false for any other.
  mutating func answerAfterInterview(_ text: String, _ response: inout Response) -> Bool {
    guard isTyped, interview == nil, let ended = endedInterview, ended.line == lineNumber - 1 else {
      return false
    }
    let over: StyledText = "The questions about \(bold: ended.action) are over"
    switch text.lowercased().split(separator: " ").joined(separator: " ") {
    case "back" where ended.hasAnswers:
      response.say(
        over + ". \(bold: "undo") takes the last answer back, and \(bold: "ask") then goes on.",
        width: width)
    case "back":
      response.say(over + ", and nothing was answered. \(bold: "ask") begins anew.", width: width)
    case "stop":
      response.say(
        over + " already, so nothing is left to stop. \(bold: "judge") shows the verdict.",
        width: width)
    default: return false
    }
    endedInterview?.line = lineNumber
    return true
  }

  /// Leaves the questions and says what was said and what remains.
  mutating func stopInterview(_ response: inout Response) {
    guard let current = interview else { return }
    _ = endInterview()
    interview = nil
    if let place = workspace.actionPlace(current.action) { workspace.select(action: place) }
    let said = current.said
    let count =
      said.isEmpty
      ? "nothing was said" : said.count == 1 ? "1 line was said:" : "\(said.count) lines were said:"
    response.say(
      "\(bold: "The questions about \(current.action) stop here"); \(count)"
        + StyledText(said.isEmpty ? " yet." : ""), width: width)
    for line in said.suffix(12) {
      response.show(TextLayout.wrap(StyledText(line), width: width, first: "  ", indent: 4))
    }
    if said.count > 12 {
      response.say("and \(said.count - 12) before them; show has all.", width: width)
    }
    let open = current.leftOpen.map { workspace.charter.facts[$0].name }
    if !open.isEmpty {
      response.say("Left open: \(open.joined(separator: ", ")).", width: width)
    }
    var rest: StyledText = ""
    if current.stage == .main, let total = current.total {
      let remaining = total - current.number + 1
      rest = StyledText(
        remaining == 1
          ? "1 main question remains. " : "\(remaining) main questions remain. ")
    }
    response.say(
      rest + "\(bold: "ask") goes on with them, \(bold: "judge") shows the verdict so far.",
      width: width)
  }
}
