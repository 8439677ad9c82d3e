import AdvocateCharter
import AdvocateDiagnostics

/// Reads the scripts of the reference texts as a file, or as typed at a fresh prompt.
enum ReferenceReading {
  static func file(
    _ lines: [String], files: @escaping ScriptReader.Files = { _ in .failure(.missing) }
  ) -> [Diagnostic] {
    var reader = ScriptReader(files: files)
    var workspace = BuiltInCharter.workspace()
    let bytes = Array(lines.joined(separator: "\n").utf8)
    reader.read(bytes, named: "example.advocate", into: &workspace)
    return reader.diagnostics
  }

  /// What was found, and the commands that were asked for, in order.
  static func typed(
    _ lines: [String]
  ) -> (diagnostics: [Diagnostic], requests: [LineOutcome.Request], workspace: Workspace) {
    var workspace = BuiltInCharter.workspace()
    var diagnostics: [Diagnostic] = []
    var requests: [LineOutcome.Request] = []
    for line in lines {
      let outcome = workspace.read(SourceLine(text: line), isTyped: true)
      diagnostics += outcome.diagnostics
      guard let request = outcome.request else { continue }
      requests.append(request)
      if case .use(let name) = request,
        case .success(let findings) = workspace.use(BuiltInCharter.charter, as: name)
      {
        diagnostics += findings
      }
    }
    return (diagnostics, requests, workspace)
  }

  /// What a person meets first: the first line that was left out, else the first remark.
  static func leading(_ diagnostics: [Diagnostic]) -> Diagnostic? {
    diagnostics.first { $0.severity == .error } ?? diagnostics.first
  }
}
