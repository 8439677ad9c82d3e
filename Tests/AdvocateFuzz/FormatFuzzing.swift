import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateSyntax

/// Formats scripts twice, and judges what they hold before and after.
enum FormatFuzzing {
  static func run(_ bytes: [UInt8]) {
    let (once, before) = format(bytes)
    guard let once else { return }
    let (twice, after) = format(Array(once.utf8))
    guard twice == once else { found("formatted twice:\n\(once)\n---\n\(twice ?? "none")") }
    guard before.actions.map(\.name) == after.actions.map(\.name) else { found("other actions") }
    let (one, other) = (Program(before.charter), Program(after.charter))
    guard before.charter.rules.map(\.name) == after.charter.rules.map(\.name) else {
      found("other rules")
    }
    for (old, new) in zip(before.actions, after.actions).prefix(4) {
      let first = Evaluator(one).judge(Evaluator(one).worldAsTold(by: old))
      let second = Evaluator(other).judge(Evaluator(other).worldAsTold(by: new))
      guard first.sayings == second.sayings, first.verdict == second.verdict else {
        found("\(old.name) is judged otherwise after formatting:\n\(once)")
      }
    }
  }

  /// The text in canonical form, and what it declares; no text where not all of it is UTF-8.
  private static func format(_ bytes: [UInt8]) -> (text: String?, workspace: Workspace) {
    var workspace = FuzzCharter.workspace
    var reader = ScriptReader(files: { _ in .failure(.missing) }, keepsLines: true)
    reader.read(bytes, named: "input", into: &workspace)
    let isWhole = !reader.diagnostics.contains { FileError.isWhole($0.id) && $0.line == nil }
    let text = isWhole && !reader.holdsBrokenText ? Formatter.document(reader.lines) : nil
    return (text, workspace)
  }
}
