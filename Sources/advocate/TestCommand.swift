import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import ArgumentParser

/// Checks what files expect of their actions.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Check the expect blocks of some scripts.",
    discussion: """
      Examples:
        advocate test plan.advocate
        advocate test examples/*.advocate
      """)

  @Argument(help: "Scripts; - is standard input.")
  var files: [String]

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let (workspace, charterStatus) = try charter.workspace(look)
    let style = look.style()
    var scripts: [Script] = []
    var all: [TestScreen.Block] = []
    for file in files {
      let script = Script(file, in: workspace)
      Streams.report(script.diagnostics, look)
      scripts.append(script)
      let blocks = check(script)
      if blocks.isEmpty, !script.isUnreadable {
        Streams.remark("\(bold: script.name) expects nothing: it has no expect block.", look)
        continue
      }
      if files.count > 1 { Streams.answer(style.render([StyledText(script.name, .bold)])) }
      Streams.answer(style.render(TestScreen.render(blocks, width: style.width)))
      all += blocks
    }
    if !all.isEmpty { Streams.answer(style.render([TestScreen.summary(all)])) }
    let status = scripts.status == .fine ? charterStatus : scripts.status
    guard status == .fine else { throw status }
    if all.contains(where: { !$0.passes }) { throw ExitStatus.failed }
  }

  private func check(_ script: Script) -> [TestScreen.Block] {
    let workspace = script.workspace
    let judge = Judge(Program(workspace.charter))
    func judged(_ name: String) -> Judgement {
      judge.judge(workspace.actionPlace(name).map { workspace.actions[$0] } ?? .doNothing)
    }
    return workspace.expectations.map { block in
      let judgement = judged(block.action)
      let findings = block.expectations.map { expectation in
        TestScreen.Finding(
          expectation, of: judgement,
          other: ExpectationCheck.comparedAction(expectation).map(judged))
      }
      return TestScreen.Block(
        judgement: judgement, findings: findings, isIncomplete: block.isIncomplete)
    }
  }
}
