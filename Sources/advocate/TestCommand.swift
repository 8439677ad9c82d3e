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
        advocate test --coverage plan.advocate
      """)

  @Argument(help: "Scripts; - is standard input.")
  var files: [String]

  @Flag(help: "Show what of the charter the expect blocks try, and cases for what they do not.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "End with status 1 when less than N in 100 of the charter is tried.", valueName: "N"))
  var coverageAtLeast: Int?

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let (workspace, charterStatus) = try charter.workspace(look)
    let style = look.style()
    var scripts: [Script] = []
    var all: [TestScreen.Block] = []
    var charters: [CharterInUse] = []
    for file in files {
      let script = Script(file, in: workspace)
      Streams.report(script.diagnostics, look)
      scripts.append(script)
      let blocks = check(script)
      if !script.isUnreadable { CharterInUse.add(script.workspace.charter, blocks, to: &charters) }
      if blocks.isEmpty, !script.isUnreadable {
        Streams.remark("\(bold: script.name) expects nothing: it has no expect block.", look)
        continue
      }
      if files.count > 1 { Streams.answer(style.render([StyledText(script.name, .bold)])) }
      Streams.answer(style.render(TestScreen.render(blocks, width: style.width)))
      all += blocks
    }
    if !all.isEmpty { Streams.answer(style.render([TestScreen.summary(all)])) }
    let isCovered = tellCoverage(charters, isEmpty: all.isEmpty, style)
    let status = scripts.status == .fine ? charterStatus : scripts.status
    guard status == .fine else { throw status }
    if !isCovered || all.contains(where: { !$0.passes }) { throw ExitStatus.failed }
  }

  /// A charter that files have in common, and their blocks.
  private struct CharterInUse {
    var charter: Charter
    var blocks: [TestScreen.Block]

    static func add(
      _ charter: Charter, _ blocks: [TestScreen.Block], to charters: inout [CharterInUse]
    ) {
      if let place = charters.firstIndex(where: { $0.charter == charter }) {
        charters[place].blocks += blocks
      } else {
        charters.append(CharterInUse(charter: charter, blocks: blocks))
      }
    }
  }

  /// Tells how much of the charters was tried: in two lines where the files share one, at length
  /// when asked for.
  ///
  /// - Returns: whether enough was tried.
  private func tellCoverage(
    _ charters: [CharterInUse], isEmpty: Bool, _ style: OutputStyle
  ) -> Bool {
    var isEnough = true
    guard coverage || coverageAtLeast != nil || charters.count == 1 && !isEmpty else { return true }
    for used in charters {
      let covered = Coverage(
        of: used.blocks.map(\.judgement), by: Program(used.charter),
        withVerdicts: coverage || coverageAtLeast != nil)
      if charters.count == 1, !isEmpty {
        Streams.answer(style.render(CoverageScreen.summary(covered, width: style.width)))
      }
      if coverage {
        let lines = CoverageScreen.render(covered, cases: covered.cases(), width: style.width)
        Streams.answer(style.render([StyledText()] + lines))
      }
      if let least = coverageAtLeast, covered.all.percent < least {
        isEnough = false
        Streams.remark(
          "\(bold: used.charter.name): \(covered.all.percent)% tried, \(least)% asked for.", look)
      }
    }
    return isEnough
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
