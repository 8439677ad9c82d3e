import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import AdvocateTestSupport

/// Makes charters and actions from bytes, and holds several ways of judging against each other.
enum CharterFuzzing {
  /// The most completions that are tried one by one.
  private static let mostCompletions = 60
  private static let empty = BuiltInCharter.workspace()

  static func run(_ bytes: [UInt8]) {
    var charters = RandomCharters(bytes: bytes)
    let sketch = charters.next()
    var workspace = empty
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    reader.read(Array(sketch.script.utf8), named: "input", into: &workspace)
    guard let action = workspace.actions.first else { return }
    let program = Program(workspace.charter)
    let judgement = Judge(program).judge(action)
    holdAgainstTables(judgement, workspace)
    holdAgainstCompletions(judgement, program)
    // Flips take longer than all else, and tests of their own hold them to every way there is.
    if bytes.reduce(0, { $0 &+ Int($1) }) % 16 == 0 { _ = Judge(program).flips(of: judgement) }
  }

  /// The tables of batches come to the verdict that the evaluator comes to.
  private static func holdAgainstTables(_ judgement: Judgement, _ workspace: Workspace) {
    guard
      let plan = BatchPlan(
        workspace, depth: .points, formats: [.csv], gates: BatchGates(), restIsUntouched: false,
        style: OutputStyle(width: 40))
    else { return }
    let piece = BatchWorker(plan).process(BatchChunk([judgement.action], of: "input"))
    let bands = judgement.charter.bands.count
    let code =
      switch judgement.verdict {
      case .band(let place): place
      case .silent: bands
      case .vetoed: bands + 1
      }
    if piece.verdicts[code] != 1 { found("the tables do not say \(judgement.verdict)") }
  }

  /// Every way to answer the open facts leads to a verdict that was called reachable.
  private static func holdAgainstCompletions(_ judgement: Judgement, _ program: Program) {
    let open = judgement.uncertainty.openFacts
    let charter = program.charter
    // Only facts with levels have few answers that can be listed without thought.
    let listed = open.filter { fact in
      switch charter.facts[fact].kind {
      case .scale, .oneOf, .yesNo: judgement.uncertainty.unsaidFacts.contains(fact)
      default: false
      }
    }
    let isWhole = listed.count == open.count
    let sizes = listed.map { charter.facts[$0].levels.count + 1 }
    let count = sizes.reduce(1) { min(mostCompletions + 1, $0 * $1) }
    guard count <= mostCompletions else { return }
    let evaluator = Evaluator(program)
    var reached: Set<Verdict> = []
    for number in 0..<count {
      var world = judgement.world
      var rest = number
      for (fact, size) in zip(listed, sizes) {
        let choice = rest % size
        rest /= size
        world[fact] = choice == 0 ? .untouched : .value(.level(choice - 1))
      }
      evaluator.fillComputed(&world)
      let verdict = evaluator.judge(world).verdict
      reached.insert(verdict)
      if !judgement.uncertainty.reachable.contains(verdict) {
        found("\(verdict) was called out of reach")
      }
    }
    if isWhole, judgement.uncertainty.isExact,
      reached != Set(judgement.uncertainty.reachable)
    {
      found("reached \(reached), called reachable \(judgement.uncertainty.reachable)")
    }
  }
}
