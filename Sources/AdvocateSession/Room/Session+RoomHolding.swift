import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// What a room is not told before it has voted.
extension Session {
  /// Commands that tell no verdict, whatever stands behind them.
  ///
  /// Whatever is not named here is held back, so that a new command cannot give anything away.
  private static let tellsNoVerdict: Set<String> = [
    "challenge", "clear", "copy", "drop", "explain", "forms", "help", "keep", "lesson", "list",
    "load", "mirror", "plain", "predict", "quit", "recover", "redo", "rename", "room", "save",
    "show", "tour", "transcript", "undo", "use",
  ]

  /// Whether what the charter says of `action` was revealed to the room, or there is no room.
  func isRevealed(_ action: Action) -> Bool {
    guard let room else { return true }
    return room.revealed[action.name]?.contains(Room.Told(action, workspace.charter)) ?? false
  }

  /// Keeps in mind that the verdict on `action` was told.
  mutating func noteRevealed(_ action: Action) {
    room?.revealed[action.name, default: []].append(Room.Told(action, workspace.charter))
  }

  /// Holds back what would tell a verdict that was not revealed; says what, and how to reveal it.
  ///
  /// - Returns: whether it was held back.
  mutating func hold(_ request: LineOutcome.Request, _ response: inout Response) -> Bool {
    guard room != nil else { return false }
    switch request {
    case .use, .load: return false
    case .whatIf(let statements):
      suppose(statements, &response)
      return true
    case .weigh(let rule, let weight):
      guard isTyped, loading.isEmpty else { return false }
      let name = workspace.ruleNames[rule]
      response.say(
        """
        In a room a weight is changed by hands, so that votes and a reason stand beside it:  \
        \(bold: "challenge \(name) is \(weight)")
        """, width: width)
      return true
    case .command(let word, let argument):
      let (rest, form) = AnswerForm.parted(argument)
      return hold(word, rest?.text, form, &response)
    }
  }

  private mutating func hold(
    _ word: String, _ argument: String?, _ form: AnswerForm, _ response: inout Response
  ) -> Bool {
    if Self.tellsNoVerdict.contains(word) { return false }
    if word == "look", argument == nil || argument?.lowercased() == "ideas" { return false }
    if word == "twins", mayShowTwins { return false }
    var held: [String] = []
    var isSupposedOnly = true
    for action in concerned(word, argument, form) where !isRevealed(action) || isAsked(action) {
      if !isRevealed(action) { isSupposedOnly = false }
      if !held.contains(action.name) { held.append(action.name) }
    }
    guard let first = held.first else { return false }
    hasAnswered = true
    if isSupposedOnly {
      response.say(
        """
        What the charter will say of \(bold: first) with what is supposed of it is held, and \
        \(word) could give it away. \(bold: "poll") asks the room, \(bold: "reveal") tells it; \
        \(bold: "drop") ends it.
        """, width: width)
    } else if held.count == 1 {
      response.say(
        """
        What the charter says of \(bold: first) is held, and \(word) could give it \
        away. \(bold: "poll") asks the room, \(bold: "reveal") tells it.
        """, width: width)
    } else {
      let rest = held.count > 2 ? " and \(held.count - 2) more" : ""
      let names = held.prefix(2).joined(separator: rest.isEmpty ? " and " : ", ")
      response.say(
        """
        What the charter says of \(names)\(rest) is held, and \(word) could give it away. \
        \(bold: "reveal \(first)") tells the first.
        """, width: width)
    }
    return true
  }

  /// Whether something is supposed of `action` that was not revealed: what turns the plan, or what
  /// would, would answer that, too.
  private func isAsked(_ action: Action) -> Bool {
    supposition(of: action).map { !isRevealed($0.action) } ?? false
  }

  /// Whether hands were counted, so that a smaller case comes at the right time.
  private var mayShowTwins: Bool {
    guard let last = room?.ballots.last else { return false }
    return room?.isAsking == true ? last.hands != nil : last.outcome != nil
  }

  /// Says once that whether an expectation holds is held, too.
  mutating func tellExpectationHeld(_ response: inout Response) {
    guard isTyped, !isPasting, saidHints.insert("expectation is held").inserted else { return }
    response.say(
      "Whether it holds is told after \(bold: "reveal"), when it is said again.", width: width)
  }

  /// Whether one of two cases is, in all that rules read, a plan whose verdict is held.
  mutating func isHeld(_ twins: Twins) -> Bool {
    guard room != nil else { return false }
    let judge = judge()
    let held = workspace.actions.filter { !isRevealed($0) }.map { judge.judge($0).sayings }
    return [twins.first, twins.second].contains { twin in
      held.contains(judge.judge(twin.action.action).sayings)
    }
  }

  // MARK: - A change that is tried

  /// Keeps a change in mind, to be voted on and revealed.
  private mutating func suppose(_ syntax: [StatementSyntax], _ response: inout Response) {
    guard let action = action(called: nil, "judge", &response) else { return }
    var statements: [Statement] = []
    for part in syntax {
      switch workspace.statement(part, SourceLine(text: "")) {
      case .success(let statement): statements.append(statement)
      case .failure(let box):
        response.say(box.diagnostic.sentences.first ?? "That cannot be said.", width: width)
        return
      }
    }
    guard room?.ballot == nil else {
      response.say(
        """
        A question is still open; \(bold: "reveal") answers it, \(bold: "poll off") drops it. Then \
        suppose something.
        """, width: width)
      return
    }
    room?.supposed = Room.Supposed(action: action.name, statements: statements)
    trial = .action(name: action.name, said: statements, revision: workspace.charterRevision)
    hasAnswered = true
    let lines = statements.map { workspace.charter.text(of: $0) }.joined(separator: " and ")
    response.say(
      """
      Supposed of \(bold: action.name), on a copy: \(lines). \(bold: "poll") asks what the charter \
      will say then, \(bold: "reveal") tells it; \(bold: "keep") or \(bold: "drop") ends it.
      """, width: width)
  }

  /// What the room supposes of `action`, where it supposes anything.
  func supposition(of action: Action) -> (action: Action, lines: [String])? {
    guard let supposed = room?.supposed, supposed.action == action.name, trial != nil,
      let place = workspace.actionPlace(action.name)
    else { return nil }
    let lines = supposed.statements.map { workspace.charter.text(of: $0) }
    return (workspace.supposing(supposed.statements, ofAction: place), lines)
  }
}
