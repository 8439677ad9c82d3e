import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// How long the analyses of one action by the built-in charter take.
enum Analyses {
  /// Ten facts of a plain action.
  private static let tenFacts = """
    action ten facts said
      moves the job is easier
      life afterwards is slightly better
      value for money is less
      gives them is an extra
      time of theirs is takes minutes
      makes worse is support
      true as told is incomplete
      learn of it is in small print
      gain comes through is their custom
      staff joy is dread
    """

  static func run(_ watch: Stopwatch) {
    watch.head("analyses, by the built-in charter")
    for script in ["action every fact open", tenFacts] {
      var workspace = BuiltInCharter.workspace()
      var reader = ScriptReader(files: { _ in .failure(.missing) })
      reader.read(Array(script.utf8), named: "bench", into: &workspace)
      let judge = Judge(Program(workspace.charter))
      for action in workspace.actions {
        let judgement = judge.judge(action)
        let name = action.name
        watch.time("\(name): range and shares") { _ = judge.judge(action) }
        watch.time("\(name): next question") { _ = judge.questions(about: judgement) }
        watch.time("\(name): flip") { _ = judge.flips(of: judgement) }
        watch.time("\(name): agreement") { _ = judgement.agreement }
        watch.time("\(name): all of these") {
          let judgement = judge.judge(action)
          _ = (judge.outlook(of: judgement), judgement.agreement)
        }
      }
    }
  }
}
