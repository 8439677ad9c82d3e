import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateReports

/// The command that looks the charter over.
extension Session {
  mutating func check(_ argument: String?, _ response: inout Response) {
    if let argument {
      response.say(
        "check looks at the whole charter, not at \"\(argument)\" alone.", width: width)
    }
    let charter = workspace.charter
    var unused: [[StyledText]] = []
    // What is not used is not looked at, so it is told of here.
    for rule in charter.rules where !rule.isUsed {
      let remark: CharterRemark =
        rule.clauses.isEmpty ? .ruleWithoutLine(rule.name) : .ruleWithoutReason(rule.name)
      let line = SourceLine(
        file: rule.location.file, number: rule.location.line, text: "rule \(rule.name)")
      unused.append(
        DiagnosticRenderer.render(remark.diagnostic(on: line), place: .unseen, width: width))
    }
    let check = CharterCheck(judge().program) { location in
      location.file != BuiltInCharter.name || charter.name == BuiltInCharter.name
    }
    if let first = check.findings.first(where: { $0.severity > .remark }) {
      lastFinding = first.diagnostic(in: charter)
    }
    answer(
      unused.flatMap { $0 + [StyledText()] } + CheckScreen.render(check, of: charter, width: width),
      json: JSONReport.document(check, of: charter), &response)
  }
}
