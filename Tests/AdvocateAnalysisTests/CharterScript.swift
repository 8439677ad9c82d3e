import AdvocateCharter
import AdvocateDiagnostics
import Testing

/// Reads charters and actions written in tests.
enum CharterScript {
  /// The workspace after `lines`, which start an empty charter unless they say otherwise.
  static func workspace(_ lines: String, on charter: Charter? = nil) throws -> Workspace {
    var workspace = Workspace(
      charter: charter ?? Charter(name: "none"), usedAs: charter?.name ?? "none")
    var findings: [Diagnostic] = []
    for (place, text) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = SourceLine(file: "case", number: place + 1, text: String(text))
      findings += workspace.read(line, isTyped: false).diagnostics
    }
    findings += workspace.finish()
    try #require(!findings.contains { $0.severity == .error }, "\(lines)")
    return workspace
  }

  /// A charter about hours, care and extras with `rules`.
  static func charter(_ rules: String) throws -> Charter {
    try workspace(
      """
      charter Small shop
      fact hours
        number of hours
      fact price
        money
      fact care
        scale rude, neither, warm
      \(rules)
      """
    ).charter
  }
}
