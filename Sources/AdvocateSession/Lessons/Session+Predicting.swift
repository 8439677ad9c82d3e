import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSyntax

/// The command that commits to a verdict before it is told, and what comes of that.
extension Session {
  mutating func predict(_ argument: String?, _ response: inout Response) {
    guard let argument else { return showPredictions(&response) }
    guard let action = predictedAction(&response) else { return }
    let text: String
    let sure: Int?
    switch Predictions.typed(argument) {
    case .verdict(let words, let said): (text, sure) = (words, said)
    case .badSureness(let word): return refuseSureness(word, &response)
    }
    guard let said = predictedVerdict(text, &response) else { return }
    let plan = Predictions.Plan(action, workspace)
    guard predictions.shown[action.name] != plan else {
      response.refuse(
        """
        The verdict on \(bold: action.name) has been told, and nothing has changed since, so there \
        is nothing left to predict. Change a line first, or take another plan.
        """, width: width)
      return
    }
    let before = predictions.open.first { $0.action == action.name }
    predictions.open.removeAll { $0.action == action.name }
    predictions.open.append(
      Predictions.Open(action: action.name, said: said, sure: sure, plan: plan))
    hasAnswered = true
    confirm(said, sure, of: action, instead: before, &response)
  }

  /// The plan at hand, or the only one.
  private func predictedAction(_ response: inout Response) -> Action? {
    if let current = workspace.currentAction { return current }
    if workspace.actions.count == 1 { return workspace.actions[0] }
    response.refuse(
      workspace.actions.isEmpty
        ? Self.noAction
        : "Of which plan? Go to it first, as in:  action \(workspace.actions[0].name)",
      width: width)
    return nil
  }

  private func refuseSureness(_ word: String, _ response: inout Response) {
    let digits = word.last == "%" ? String(word.dropLast()) : word
    switch Int(digits) {
    case let number? where number < RevealedPrediction.sureness.lowerBound:
      response.refuse(
        """
        Nothing is predicted yet. Less than 50 sure of one verdict means that another is likelier: \
        name that one. How sure goes from 50 to 99.
        """, width: width)
    case .some:
      response.refuse(
        """
        Nothing is predicted yet. Before the verdict is told 99 is the most that anybody can be \
        sure. How sure goes from 50 to 99.
        """, width: width)
    case nil:
      response.refuse(
        "Nothing is predicted yet. A verdict comes first, then how sure:  predict mixed sure 70",
        width: width)
    }
  }

  /// The verdict that `text` names, as it is written in charters.
  private func predictedVerdict(_ text: String, _ response: inout Response) -> String? {
    let names = workspace.charter.bands.map(\.name) + ["vetoed", "silent"]
    switch NameMatch.find(text, among: names) {
    case .found(let place): return names[place]
    case .several(let places):
      let fitting = places.map { names[$0] }.joined(separator: ", ")
      response.refuse("\"\(text)\" fits several verdicts: \(fitting).", width: width)
    case .none(let near?):
      response.refuse(
        "There is no verdict \"\(text)\". The nearest is \(bold: near).", width: width)
    case .none(nil):
      response.refuse(
        "There is no verdict \"\(text)\". It is one of: \(names.joined(separator: ", ")).",
        width: width)
    }
    return nil
  }

  private mutating func confirm(
    _ said: String, _ sure: Int?, of action: Action, instead before: Predictions.Open?,
    _ response: inout Response
  ) {
    let instead = before.map { ", instead of \(Self.words($0.said, $0.sure))" } ?? ""
    var text: StyledText =
      "\(bold: action.name): you predict \(Self.words(said, sure))\(instead)."
    if sure == nil {
      text += " Without how sure you are it is revealed, but not counted:  predict \(said) sure 70"
    } else if saidHints.insert("predict").inserted {
      text += " \(bold: "judge") reveals it. A change to the plan before that takes it back."
    }
    response.say(text, width: width)
  }

  /// A prediction as a person says it, as in `mixed, 70 sure`.
  private static func words(_ said: String, _ sure: Int?) -> String {
    sure.map { "\(said), \($0) sure" } ?? said
  }

  // MARK: - Revealing

  /// Reveals what was predicted of `action`, whose verdict is about to be told.
  mutating func reveal(_ action: Action, _ response: inout Response) {
    let plan = Predictions.Plan(action, workspace)
    dropVoidPredictions(&response)
    predictions.shown[action.name] = plan
    guard let place = predictions.open.firstIndex(where: { $0.action == action.name }) else {
      return
    }
    let open = predictions.open.remove(at: place)
    let judgement = judge().judge(action)
    let verdict = judgement.verdict
    let found = verdict == .silent ? "silent" : verdict.name(in: judgement.charter)
    let prediction = RevealedPrediction(said: open.said, sure: open.sure, found: found)
    predictions.revealed.append(prediction)
    predictions.toKeep.append(Predictions.line(prediction, action: action.name))
    // A document holds nothing but itself; predict has what was revealed.
    guard answerForm == .text else { return }
    let isOpen = !judgement.uncertainty.isSettled
    var text: StyledText = """
      You said \(Self.words(open.said, open.sure)). It is \(bold: found)\
      \(isOpen ? " as told; open answers may still turn it" : "").
      """
    if let score = prediction.score {
      text += StyledText(" Brier score \(score.decimal(places: 4))")
      text += StyledText(
        saidHints.insert("brier").inserted
          ? ": 0 is best, always saying 50 brings 0.25. predict shows all of them." : ".")
    }
    response.say(text, width: width)
    response.show([""])
  }

  /// Reveals what a command other than `judge` is about to tell.
  mutating func reveal(before request: LineOutcome.Request, _ response: inout Response) {
    guard !predictions.open.isEmpty else { return }
    let before = answerForm
    defer { answerForm = before }
    for open in predictions.open where tells(request, verdictOn: open.action) {
      guard let place = workspace.actionPlace(open.action), isRevealed(workspace.actions[place])
      else { continue }
      if case .command(_, let argument) = request {
        answerForm = AnswerForm.parted(argument).form
      }
      reveal(workspace.actions[place], &response)
    }
  }

  /// Whether a command other than `judge` tells the verdict on the action called `name`.
  private func tells(_ request: LineOutcome.Request, verdictOn name: String) -> Bool {
    let subject = workspace.currentAction?.name ?? lastJudged
    let isAtHand = subject == name || subject == nil && workspace.actions.count == 1
    switch request {
    case .whatIf: return isAtHand
    case .weigh: return isTyped
    case .command("rank", _), .command("compare", _), .command("difference", _),
      .command("weigh", _):
      return true
    case .command("why", let argument), .command("flip", let argument),
      .command("look", let argument):
      let others = workspace.actions.map(\.name).filter { $0 != name }
      let words = argument?.text.lowercased() ?? ""
      if words.contains(name.lowercased()) { return true }
      return isAtHand && !others.contains { words.contains($0.lowercased()) }
    case .use, .load, .command: return false
    }
  }

  /// Takes back what was predicted of plans that are no longer as they were.
  mutating func dropVoidPredictions(_ response: inout Response) {
    guard !predictions.open.isEmpty else { return }
    for open in predictions.open {
      let action = workspace.actionPlace(open.action).map { workspace.actions[$0] }
      let now = action.map { Predictions.Plan($0, workspace) }
      guard now != open.plan else { continue }
      predictions.open.removeAll { $0.action == open.action }
      let what =
        now == nil
        ? "is not there any more"
        : now?.revision == open.plan.revision && now?.charter == open.plan.charter
          ? "has changed" : "is judged by another charter now"
      response.say(
        """
        \(bold: open.action) \(what), so the prediction "\(Self.words(open.said, open.sure))" is \
        taken back and not counted.
        """, width: width)
    }
  }

  // MARK: - Keeping

  /// Writes what was revealed to the private file, once nothing can undo the line any more.
  mutating func keepPredictions(_ response: inout Response) {
    let lines = predictions.toKeep
    predictions.toKeep = []
    guard let predictionKeeping else { return }
    for line in lines {
      guard let problem = predictionKeeping.append(line) else { continue }
      tellKeepingProblem(problem, &response)
    }
  }

  private mutating func tellKeepingProblem(_ problem: String, _ response: inout Response) {
    guard !predictions.hasToldProblem else { return }
    predictions.hasToldProblem = true
    response.say(
      "Predictions are not kept beyond this session: \(problem).", width: width)
  }

  private mutating func showPredictions(_ response: inout Response) {
    let kept = predictionKeeping.map { $0.read() }
    let earlier = kept?.lines.map { Predictions.prediction($0) }
    let open = predictions.open.map {
      View.OpenPrediction(action: $0.action, said: $0.said, sure: $0.sure)
    }
    let form = answerForm
    answer(
      .predictions(
        predictions.revealed, overTime: earlier?.compactMap(\.self), open: open,
        damaged: earlier?.count { $0 == nil } ?? 0), &response)
    if form == .text, let problem = kept?.problem { tellKeepingProblem(problem, &response) }
  }
}
