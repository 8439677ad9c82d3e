import AdvocateCharter
import AdvocateDiagnostics

/// Reads the scripts of the reference texts as a file, or as typed at a fresh prompt.
enum ReferenceReading {
  static func file(
    _ lines: [String], files: @escaping ScriptReader.Files = { _ in .failure(.missing) }
  ) -> [Diagnostic] {
    var reader = ScriptReader(files: files)
    var workspace = BuiltInCharter.workspace()
    reader.read(bytes(of: lines), named: "example.advocate", into: &workspace)
    return reader.diagnostics
  }

  /// The bytes that an example stands for: a sign for what is no letter is such a byte, points
  /// among words are very many words, and points alone are the lines between those around them.
  private static func bytes(of lines: [String]) -> [UInt8] {
    let more = String(repeating: " and so on", count: 20_000)
    var written: [String] = []
    for (place, line) in lines.enumerated() {
      guard line.drop(while: { $0 == " " }) == "..." else {
        written.append(line.replacing(" ... ", with: more))
        continue
      }
      guard place > 0, place + 1 < lines.count else { continue }
      let (before, after) = (lines[place - 1], lines[place + 1])
      guard let first = number(in: before), let last = number(in: after) else { continue }
      for number in (first + 1)..<last {
        written.append(before.replacing(" \(first)", with: " \(number)"))
      }
    }
    return Array(written.joined(separator: "\n").utf8).split(
      separator: Array("\u{FFFD}".utf8), omittingEmptySubsequences: false
    ).joined(separator: [0xE9]).map(\.self)
  }

  private static func number(in line: String) -> Int? {
    Int(String(line.drop { !$0.isNumber }.prefix { $0.isNumber }))
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
