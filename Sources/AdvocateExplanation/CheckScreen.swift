public import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateDiagnostics

/// What `check` found in a charter.
public enum CheckScreen {
  /// The findings at length, each with its line, and one line that sums up.
  public static func render(
    _ check: CharterCheck, of charter: Charter, width: Int
  ) -> [StyledText] {
    var lines: [StyledText] = []
    for finding in check.findings {
      lines += DiagnosticRenderer.render(
        finding.diagnostic(in: charter), place: .unseen, width: width)
      lines.append(StyledText())
    }
    return lines + TextLayout.wrap(summary(check, of: charter), width: width)
  }

  /// How much was looked at, and what came of it.
  public static func summary(_ check: CharterCheck, of charter: Charter) -> StyledText {
    let counts = Words.list([
      Words.count(check.ruleCount, "rule"), Words.count(check.lineCount, "line"),
      Words.count(check.factCount, "fact"),
    ])
    let warnings = check.findings.count { $0.severity > .remark }
    let remarks = check.findings.count - warnings
    let name: StyledText = charter.name.isEmpty ? "The charter" : .bold(charter.name)
    guard !check.findings.isEmpty else { return name + ": \(counts) checked, nothing to mend." }
    let found = [
      warnings > 0 ? Words.count(warnings, "warning") : "nothing to mend",
      Words.count(remarks, "remark"),
    ].prefix(remarks > 0 ? 2 : 1).joined(separator: ", ")
    return name + ": \(counts) checked, \(found)."
  }
}
