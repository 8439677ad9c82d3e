import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import AdvocateSyntax

/// Reads scripts and judges what they hold, as `advocate judge` does.
enum ScriptFuzzing {
  /// The most actions of one input that are judged, so that inputs stay quick.
  private static let mostActions = 4

  static func run(_ bytes: [UInt8]) {
    var (workspace, diagnostics) = read(bytes)
    for finding in diagnostics.prefix(2) {
      _ = DiagnosticRenderer.render(finding, place: .unseen, width: 40)
    }
    judge(workspace, .none, [.csv, .jsonl])
    // All that open answers allow takes long: one input in sixty-four is enough.
    if bytes.reduce(0, { $0 &+ Int($1) }) % 64 == 0 {
      judge(workspace, .short, [.json, .junit, .sarif, .markdown, .text, .github])
    }
    _ = workspace.document
    _ = workspace.finish()
  }

  static func read(_ bytes: [UInt8]) -> (workspace: Workspace, diagnostics: [Diagnostic]) {
    var workspace = FuzzCharter.workspace
    var reader = ScriptReader(files: { name in
      name == "small" ? .success(Array(FuzzCharter.script.utf8)) : .failure(.missing)
    })
    reader.read(bytes, named: "input", into: &workspace)
    return (workspace, reader.diagnostics)
  }

  /// What judges by the small charter without screens: most scripts leave that charter as it is.
  private nonisolated(unsafe) static let plain = BatchPlan(
    FuzzCharter.workspace, depth: .none, formats: [.csv, .jsonl], gates: BatchGates(),
    restIsUntouched: false, style: OutputStyle(width: 40)
  ).map { ($0, BatchWorker($0)) }

  private static func tools(
    _ workspace: Workspace, _ depth: BatchDepth, _ formats: [BatchFormat]
  ) -> (plan: BatchPlan, worker: BatchWorker)? {
    if depth == .none, workspace.charter == FuzzCharter.workspace.charter { return plain }
    let plan = BatchPlan(
      workspace, depth: depth, formats: formats, gates: BatchGates(), restIsUntouched: false,
      style: OutputStyle(width: 40))
    return plan.map { ($0, BatchWorker($0)) }
  }

  static func judge(_ workspace: Workspace, _ depth: BatchDepth, _ formats: [BatchFormat]) {
    guard !workspace.actions.isEmpty,
      let (plan, worker) = tools(workspace, depth, formats)
    else { return }
    let piece = worker.process(
      BatchChunk(Array(workspace.actions.prefix(mostActions)), of: "input"))
    for place in formats.indices {
      var written = 0
      _ = piece.text(place, of: plan, written: &written)
    }
    var summary = BatchSummary()
    summary.add(piece)
    summary.add(worker.tally())
    _ = summary.lines(of: [plan], file: "input", width: 40)
  }
}
