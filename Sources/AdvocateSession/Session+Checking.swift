import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation

/// The command that looks the charter over.
extension Session {
  mutating func check(_ argument: String?, _ response: inout Response) {
    if let argument {
      response.say(
        "check looks at the whole charter, not at \"\(argument)\" alone.", width: width)
    }
    let charter = workspace.charter
    // What is not used is not looked at, so it is told of here.
    for rule in charter.rules where !rule.isUsed {
      let remark: CharterRemark =
        rule.clauses.isEmpty ? .ruleWithoutLine(rule.name) : .ruleWithoutReason(rule.name)
      let line = SourceLine(
        file: rule.location.file, number: rule.location.line, text: "rule \(rule.name)")
      answer(
        DiagnosticRenderer.render(remark.diagnostic(on: line), place: .unseen, width: width)
          + [StyledText()], &response)
    }
    let check = CharterCheck(judge().program) { location in
      location.file != BuiltInCharter.name || charter.name == BuiltInCharter.name
    }
    if let first = check.findings.first(where: { $0.severity > .remark }) {
      lastFinding = first.diagnostic(in: charter)
    }
    answer(CheckScreen.render(check, of: charter, width: width), &response)
  }
}
