import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateTestSupport

/// A sketch that was read as a script.
struct Case {
  var sketch: CharterSketch
  var charter: Charter
  var action: Action

  /// Reads the script of `sketch`; nil, with what is wrong, when it is not as it should be.
  init(_ sketch: CharterSketch) throws {
    self.sketch = sketch
    var workspace = Workspace(charter: Charter(name: "none"), usedAs: "none")
    var findings: [Diagnostic] = []
    for (place, text) in sketch.lines.enumerated() {
      let line = SourceLine(file: "case", number: place + 1, text: text)
      findings += workspace.read(line, isTyped: false).diagnostics
    }
    findings += workspace.finish()
    guard let action = workspace.actions.first, workspace.actions.count == 1,
      !findings.contains(where: { $0.severity == .error })
    else { throw Unreadable(script: sketch.script, findings: findings.map { "\($0.sentences)" }) }
    charter = workspace.charter
    self.action = action
  }

  struct Unreadable: Error {
    var script: String
    var findings: [String]
  }

  /// What the product makes of it.
  func judged(budget: AnalysisBudget = AnalysisBudget()) -> Judgement {
    Judge(Program(charter), budget: budget).judge(action)
  }
}
