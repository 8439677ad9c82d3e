import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateReports
import AdvocateSyntax

/// Commands that judge, and those that try a change.
extension Session {
  mutating func carryOut(
    _ request: LineOutcome.Request, _ line: SourceLine, _ response: inout Response
  ) {
    spokenOf = nil
    if hold(request, &response) { return }
    reveal(before: request, &response)
    switch request {
    case .use(let name): use(name, line, &response)
    case .load(let name): load(name.text, line, &response)
    case .weigh(let rule, let weight): weigh(rule, weight, line, &response)
    case .whatIf(let statements):
      suppose(statements, line, &response)
      tellGroup("what if", &response)
    case .command(let word, let argument): carryOut(word, argument, line, &response)
    }
  }

  private mutating func carryOut(
    _ word: String, _ argument: Phrase?, _ line: SourceLine, _ response: inout Response
  ) {
    var argument = argument
    if AnswerForm.ends(word, argument) { (argument, answerForm) = AnswerForm.parted(argument) }
    defer {
      tellGroup(word, &response)
      answerForm = .text
    }
    switch word {
    case "ask": beginInterview(argument, line, &response)
    case "challenge": challenge(argument?.text ?? "", &response)
    case "check": check(argument?.text, &response)
    case "clear": response.clearsScreen = true
    case "compare": compare(argument, &response)
    case "difference": difference(argument, line, &response)
    case "drop": drop(argument?.text, &response)
    case "explain": explain(argument?.text, &response)
    case "forms": showForms(argument?.text, &response)
    case "flip": flip(argument?.text, &response)
    case "help": help(argument?.text, &response)
    case "journal": journal(argument?.text, line, &response)
    case "judge": showVerdict(argument?.text, &response)
    case "keep": keep(&response)
    case "lesson": lesson(argument?.text, line, &response)
    case "ledger": showLedger(argument?.text, &response)
    case "lifetime": showLifetime(argument?.text, &response)
    case "list": list(argument?.text, &response)
    case "look": look(argument?.text, &response)
    case "plain": plain(argument?.text, &response)
    case "mirror": mirror(argument?.text, &response)
    case "override": override(argument?.text, &response)
    case "precedents": precedents(argument?.text, &response)
    case "predict": predict(argument?.text, &response)
    case "purpose": purpose(argument?.text, line, &response)
    case "quit": leave(&response)
    case "quiz": beginQuiz(argument?.text, line, &response)
    case "rank": rank(argument?.text, &response)
    case "recover": recover(argument?.text, line, &response)
    case "redo": redo(&response)
    case "rename": rename(argument, &response)
    case "review": review(argument?.text, line, &response)
    case "room": room(argument?.text, line, &response)
    case "save": save(argument?.text, &response)
    case "show": show(argument?.text, &response)
    case "transcript": transcript(argument?.text, line, &response)
    case "tour": beginTour(argument?.text, fromFile: line.file != nil, &response)
    case "undo": undo(&response)
    case "weigh": showWeights(argument?.text, &response)
    case "twins": twins(argument?.text, &response)
    case "why": showReasons(argument?.text, &response)
    default: break
    }
  }

  mutating func answer(_ lines: [StyledText], _ response: inout Response) {
    hasAnswered = true
    response.show(lines)
    response.piecesForReading = response.pieces.count
  }

  // MARK: - Judging

  mutating func showVerdict(_ name: String?, _ response: inout Response) {
    if answerForm == .json { return showDocument(name, &response) }
    if name?.lowercased() == "all", workspace.actionPlace("all") == nil {
      for (place, action) in workspace.actions.enumerated() where !Interruption.isRequested {
        if place > 0 { response.show([""]) }
        showVerdict(of: action, &response)
      }
      if workspace.actions.isEmpty { response.refuse(Self.noAction, width: width) }
      return
    }
    guard let action = action(called: name, "judge", &response) else { return }
    lastJudged = action.name
    showVerdict(of: action, &response)
    tellWhatIsAtHand(besides: action, &response)
  }

  /// Says which plan the next lines are about, where that is not the one of the answer above; once
  /// for each two plans.
  mutating func tellWhatIsAtHand(besides action: Action, _ response: inout Response) {
    guard isTyped, answerForm == .text, let place = workspace.actionPlace(action.name) else {
      return
    }
    let name = workspace.actions[place].name
    if let current = workspace.currentAction {
      guard current.name != name,
        saidHints.insert("\(current.name) is at hand, not \(name)").inserted
      else { return }
      response.say(
        """
        Lines that you type now are about \(bold: current.name). To go on with this one:  \
        \(bold: "action \(name)")
        """, width: width)
    } else if workspace.subject == nil, saidHints.insert("to say more of \(name)").inserted {
      response.say("To say more of it:  \(bold: "action \(name)")", width: width)
    }
  }

  private mutating func showVerdict(of action: Action, _ response: inout Response) {
    reveal(action, &response)
    let judge = judge()
    let judgement = judge.judge(action)
    answer(
      VerdictScreen.render(judgement, outlook: judge.outlook(of: judgement), width: width),
      json: .null, &response)
  }

  /// Shows one action, or all, as the JSON document that files are judged into.
  private mutating func showDocument(_ name: String?, _ response: inout Response) {
    var actions = workspace.actions
    if name?.lowercased() != "all" || workspace.actionPlace("all") != nil {
      guard let action = action(called: name, "judge", &response) else { return }
      lastJudged = action.name
      actions = [action]
    }
    for action in actions { reveal(action, &response) }
    let judge = judge()
    let told = actions.map { action in
      let judgement = judge.judge(action)
      return (judgement: judgement, outlook: Optional(judge.outlook(of: judgement)))
    }
    let document = JSONReport.document(charter: workspace.charter.name, told)
    answer([], json: document, &response)
  }

  static let noAction: StyledText =
    "There is no action yet. Start with: \(bold: "action") (its name)."

  /// The action that a command is about: the named one, the subject, the last judged, the only one.
  mutating func action(
    called name: String?, _ command: String, _ response: inout Response
  ) -> Action? {
    spokenOf = actionAtHand(called: name, command, &response)
    return spokenOf
  }

  private mutating func actionAtHand(
    called name: String?, _ command: String, _ response: inout Response
  ) -> Action? {
    if let name { return find(name, command, &response) }
    if let current = workspace.currentAction { return current }
    if let lastJudged, let place = workspace.actionPlace(lastJudged) {
      return workspace.actions[place]
    }
    if workspace.actions.count == 1 { return workspace.actions[0] }
    guard !workspace.actions.isEmpty else {
      response.refuse(Self.noAction, width: width)
      return nil
    }
    response.refuse("Which action? Type its name or its number, as in: \(command) 1", width: width)
    listNames(workspace.actions.map(\.name), &response)
    return nil
  }

  func listNames(_ names: [String], numbers: [Int]? = nil, _ response: inout Response) {
    for (place, name) in names.prefix(20).enumerated() {
      let number = numbers?[place] ?? place + 1
      response.say("  \(number) \(name)", width: width)
    }
    if names.count > 20 { response.say("  and \(names.count - 20) more", width: width) }
  }

  private mutating func find(
    _ name: String, _ command: String, _ response: inout Response
  ) -> Action? {
    if name.lowercased() == Action.doNothing.name, workspace.actionPlace(name) == nil {
      return .doNothing
    }
    if let (place, group) = groupNamed(name) {
      return told(place, forGroup: group, command, &response)
    }
    let names = workspace.actions.map(\.name)
    switch NameMatch.find(name, among: names) {
    case .found(let place): return workspace.actions[place]
    case .several(let places):
      let first = places.first.map { $0 + 1 } ?? 1
      response.refuse(
        "\"\(name)\" fits \(places.count) actions. Type \(command) \(first), or more of the name:",
        width: width)
      listNames(places.map { names[$0] }, numbers: places.map { $0 + 1 }, &response)
    case .none(let near?):
      response.refuse(
        "No action is called \"\(name)\". The nearest is \(bold: near).", width: width)
    case .none(nil):
      response.refuse("No action is called \"\(name)\".", width: width)
      if names.isEmpty {
        response.refuse(Self.noAction, width: width)
      } else {
        listNames(names, &response)
      }
    }
    return nil
  }

  private mutating func showReasons(_ name: String?, _ response: inout Response) {
    if answerForm == .json { return showDocument(name, &response) }
    guard let action = action(called: nil, "judge", &response) else { return }
    let judgement = judge().judge(action)
    guard let name, name.lowercased() != "all" else {
      answer(
        AccountScreen.render(judgement, width: width, everything: name != nil), json: .null,
        &response)
      return
    }
    let names = workspace.ruleNames
    switch NameMatch.find(name, among: names) {
    case .found(let rule):
      answer(RuleScreen.render(judgement, rule: rule, width: width), json: .null, &response)
    case .several(let places):
      response.refuse("\"\(name)\" fits \(places.count) rules:", width: width)
      listNames(places.map { names[$0] }, numbers: places.map { $0 + 1 }, &response)
    case .none(let near):
      let actions = workspace.actions.map(\.name)
      switch NameMatch.find(name, among: actions) {
      case .found(let place):
        spokenOf = workspace.actions[place]
        let other = judge().judge(workspace.actions[place])
        answer(AccountScreen.render(other, width: width, everything: false), json: .null, &response)
        return
      case .several(let places):
        response.refuse("\"\(name)\" fits \(places.count) actions. Say more of one:", width: width)
        listNames(places.map { actions[$0] }, numbers: places.map { $0 + 1 }, &response)
        return
      case .none: break
      }
      let hint: StyledText = near.map { " The nearest is \(bold: $0)." } ?? " See: list rules"
      response.refuse("No rule is called \"\(name)\"." + hint, width: width)
    }
  }

  mutating func tellExpectation(_ response: inout Response) {
    guard case .expect(let block) = workspace.subject,
      let action = workspace.action(expectedBy: workspace.expectations[block]),
      let expectation = workspace.expectations[block].expectations.last
    else { return }
    let others = workspace.expectations[block].expectations
      .compactMap { ExpectationCheck.comparedAction($0).flatMap { workspace.actionPlace($0) } }
    guard isRevealed(action), others.allSatisfy({ isRevealed(workspace.actions[$0]) }) else {
      return tellExpectationHeld(&response)
    }
    let judgement = judge().judge(action)
    let other = ExpectationCheck.comparedAction(expectation).map { name in
      judge().judge(workspace.actionPlace(name).map { workspace.actions[$0] } ?? .doNothing)
    }
    let holds = ExpectationCheck.holds(expectation, of: judgement, other: other)
    let isWhole = workspace.expectations[block].group == nil
    let whom = judgement.group.map { isWhole ? ", by the worst-off group: \($0)" : "" } ?? ""
    if holds {
      response.heldExpectations += 1
      // What stands in a file is counted.
      if isTyped, !isPasting, loading.isEmpty { response.say("It holds\(whom).", width: width) }
    } else {
      failedExpectations += 1
      let found = ExpectationText.found(expectation, judgement, other: other)
      // In a paste, and in a file that a person loads, the line itself is not shown.
      let isUnseen = isPasting || isTyped && !loading.isEmpty
      let whose = isUnseen ? "Of \(workspace.expectations[block].action)" : "It does not hold"
      response.say(
        "\(whose): \(expectation.text) was expected; found: \(found)\(whom)", width: width)
    }
    hasAnswered = true
  }

  // MARK: - Trying a change

  private mutating func suppose(
    _ syntax: [StatementSyntax], _ line: SourceLine, _ response: inout Response
  ) {
    guard let action = action(called: nil, "judge", &response),
      let place = workspace.actionPlace(action.name)
    else { return }
    var statements: [Statement] = []
    for part in syntax {
      switch workspace.statement(part, line) {
      case .success(let statement): statements.append(statement)
      case .failure(let box):
        report([box.diagnostic], &response)
        return
      }
    }
    let supposed = workspace.supposing(statements, ofAction: place)
    let judge = judge()
    let (now, then) = (judge.judge(action), judge.judge(supposed))
    answer(
      WhatIfScreen.render(
        now: now, then: then, changed: statements.map(\.fact), width: width), &response)
    tellGroups(of: action, now: now, then: then, statements, &response)
    trial = .action(name: action.name, said: statements, revision: workspace.charterRevision)
  }

  private mutating func weigh(
    _ rule: Int, _ weight: Int, _ line: SourceLine, _ response: inout Response
  ) {
    guard isTyped, line.file == nil else {
      workspace.setWeight(ofRule: rule, to: weight)
      return
    }
    var tried = workspace
    let before = tried.setWeight(ofRule: rule, to: weight)
    let (old, new) = (judge(), Judge(Program(tried.charter)))
    let pairs = workspace.actions.compactMap {
      Interruption.isRequested ? nil : (old.judge($0), new.judge($0))
    }
    guard !Interruption.isRequested else { return }
    answer(WeighScreen.trial(weight: weight, instead: before, pairs, width: width), &response)
    trial = .weight(rule: rule, weight: weight, revision: workspace.charterRevision)
  }

  private mutating func keep(_ response: inout Response) {
    defer { trial = nil }
    switch trial {
    case .action(let name, let said, workspace.charterRevision):
      guard let place = workspace.actionPlace(name) else {
        response.refuse("\(bold: name) is not there any more, so nothing is kept.", width: width)
        return
      }
      // What was said since stays said.
      workspace.replaceAction(at: place, with: workspace.supposing(said, ofAction: place))
      workspace.select(action: place)
      let lines = said.map { workspace.charter.text(of: $0) }.joined(separator: " and ")
      response.say("Kept: \(lines). undo takes it back.", width: width)
    case .weight(let rule, let weight, workspace.charterRevision):
      let before = workspace.setWeight(ofRule: rule, to: weight)
      let name = workspace.ruleNames[rule]
      recording?.instead = ["weigh \(name) \(weight)"]
      response.say(
        "\(bold: name) weighs \(weight) instead of \(before). undo takes it back.", width: width)
    case nil:
      response.refuse("There is nothing to keep: \(bold: "what if") tries a change.", width: width)
    default:
      response.refuse(
        "The charter has changed since, so nothing is kept. Try the change once more.",
        width: width)
    }
  }

  mutating func drop(_ name: String?, _ response: inout Response) {
    guard let name else {
      let words: StyledText =
        trial == nil
        ? "There is nothing to drop. To take something out: drop (its name)"
        : "Dropped; everything is as before."
      trial = nil
      response.say(words, width: width)
      return
    }
    trial = nil
    dropNamed(name, &response)
  }
}
