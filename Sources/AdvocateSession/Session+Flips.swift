import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateReports

/// The command that looks for the smallest changes.
extension Session {
  mutating func flip(_ argument: String?, _ response: inout Response) {
    let name = flipName(argument)
    let words = name == nil ? argument?.lowercased() ?? "" : ""
    guard let action = action(called: name, "flip", &response) else { return }
    lastJudged = action.name
    let judge = judge()
    let judgement = judge.judge(action)
    if let number = Int(words) { return doFlip(number, action, judge, judgement, &response) }
    var goal: Verdict?
    if words.hasPrefix("to ") {
      let name = String(words.dropFirst(3))
      guard let band = judgement.charter.bands.firstIndex(where: { $0.name.lowercased() == name })
      else {
        let names = judgement.charter.bands.map(\.name).joined(separator: ", ")
        response.refuse("A change leads to one of: \(names).", width: width)
        return
      }
      goal = .band(band)
    }
    flipGoal = goal ?? (words == "more" ? flipGoal : nil)
    guard let flips = judge.flips(of: judgement, to: flipGoal) else {
      guard answerForm == .json else { return tellNoNeed(judgement, &response) }
      answer([], json: JSONReport.document(judgement, nil), &response)
      return
    }
    answer(
      FlipScreen.render(judgement, flips, width: width, isFull: words == "more"),
      json: JSONReport.document(judgement, flips), &response)
    if !flips.best.isEmpty { tellWhatIsAtHand(besides: action, &response) }
    lastFlips = (action.name, judgement.group, words == "more" ? flips.best : flips.nearest)
  }

  /// The action that stands behind `flip`; nil where something else stands there, or nothing.
  func flipName(_ argument: String?) -> String? {
    guard let words = argument?.lowercased(), !words.isEmpty else { return nil }
    if Int(words) != nil {
      // Where no action is at hand, a number can only mean one of them.
      let isAtHand = workspace.currentAction != nil || lastJudged != nil
      return !isAtHand && workspace.actions.count > 1 ? argument : nil
    }
    return words == "more" || words.hasPrefix("to ") ? nil : argument
  }

  private func tellNoNeed(_ judgement: Judgement, _ response: inout Response) {
    let name = judgement.verdict.name(in: judgement.charter)
    let isBeyond = flipGoal.map { $0 != judgement.verdict } ?? false
    response.say(
      "\(bold: judgement.title) is \(name) already, as told."
        + (isBeyond ? " flip looks for changes that lead to something better." : ""),
      width: width)
    if let leftOut = LeftOutText.of([judgement]) { response.say(leftOut, width: width) }
  }

  /// Says the lines of one of the changes that were shown last.
  private mutating func doFlip(
    _ number: Int, _ action: Action, _ judge: Judge, _ judgement: Judgement,
    _ response: inout Response
  ) {
    let shown: [Flip]
    var group = judgement.group
    if let lastFlips, lastFlips.action == action.name {
      shown = lastFlips.flips
      group = lastFlips.group
    } else {
      shown = judge.flips(of: judgement)?.nearest ?? []
    }
    guard shown.indices.contains(number - 1), let place = workspace.actionPlace(action.name) else {
      response.refuse(
        "There is no change \(number). \(bold: "flip") shows what there is.", width: width)
      return
    }
    let statements = shown[number - 1].changes.map { change in
      var statement = Statement(
        fact: change.fact, content: .value(change.to), evidence: nil, location: action.location)
      statement.group = group
      return statement
    }
    workspace.replaceAction(at: place, with: workspace.supposing(statements, ofAction: place))
    workspace.select(action: place)
    lastFlips = nil
    spokenOf = nil
    let lines = statements.map { workspace.charter.text(of: $0) }.joined(separator: ", ")
    response.say("Said: \(lines). undo takes it back.", width: width)
  }
}
