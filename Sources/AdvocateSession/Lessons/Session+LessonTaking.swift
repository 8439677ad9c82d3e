import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// Taking a plan out of a lesson, into the learner's own work.
extension Session {
  /// Whether the step at hand is done, and left a plan that is worth taking along.
  var hasPlanToTake: Bool {
    guard let run, run.stage == .done, run.kept == nil, run.step.checks.contains(.ownAction),
      let action = actionOfStep
    else { return false }
    return run.before.actionPlace(action.name) == nil
  }

  /// Says the lines of the learner's plan in the work that the lesson left alone.
  mutating func takePlan(_ response: inout Response) {
    guard hasPlanToTake, let action = actionOfStep, var own = outer.first else {
      response.say(
        "There is nothing to take along yet: only a plan of your own, once its step is done.",
        width: width)
      return
    }
    guard own.workspace.actionPlace(action.name) == nil else {
      response.say(
        """
        Your own work has an action called \(bold: action.name) already. Give this one another \
        name first:  \(bold: "rename \(action.name) as (a new name)")
        """, width: width)
      return
    }
    let before = (own.workspace.actions.count, own.lineNumber)
    var isWhole = true
    let lines = Formatter.document(Workspace.lines(of: action, workspace.charter))
    for line in lines.split(separator: "\n") {
      let answer = own.respondPlainly(to: Array(line.utf8))
      if answer.findings.contains(where: { $0.severity == .error }) { isWhole = false }
    }
    own.lineNumber = before.1
    guard own.workspace.actions.count > before.0 else {
      response.say(
        "Your own work takes no action just now. \(bold: "stop") goes back to it.", width: width)
      return
    }
    outer = [own]
    let loss = isWhole ? "" : " Some of its lines do not fit the charter there; judge names them."
    response.say(
      "\(bold: action.name) is among your own work now. It is not saved yet.\(loss)",
      width: width)
  }
}
