import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateReports
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
        advocate test --coverage --format json plan.advocate
      """)

  @Argument(help: "Scripts; - is standard input.")
  var files: [String]

  @Flag(help: "Show what of the charter the expect blocks try, and cases for what they do not.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "End with status 1 when less than N in 100 of the charter is tried.", valueName: "N"))
  var coverageAtLeast: Int?

  @Option(help: "How coverage is written: text, or json instead of everything else.")
  var format: DocumentFormat = .text

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    if let coverageAtLeast, !(0...100).contains(coverageAtLeast) {
      throw ValidationError(
        "Of 100 parts of a charter 0 to 100 can be tried, as in: --coverage-at-least 80")
    }
  }

  func run() throws {
    let (workspace, charterStatus, _) = try charter.workspace(look)
    let style = look.style()
    var scripts: [Script] = []
    var all: [TestScreen.Block] = []
    var charters: [CharterInUse] = []
    for file in files {
      let script = Script(file, in: workspace)
      Streams.report(script.diagnostics, look, untold: script.untold)
      scripts.append(script)
      let blocks = check(script)
      if !script.isUnreadable { CharterInUse.add(script.workspace.charter, blocks, to: &charters) }
      if blocks.isEmpty, !script.isUnreadable {
        Streams.remark("\(bold: script.name) expects nothing: it has no expect block.", look)
        continue
      }
      if format == .text {
        if files.count > 1 { Streams.answer(style.render([StyledText(script.name, .bold)])) }
        Streams.answer(style.render(TestScreen.render(blocks, width: style.width)))
      }
      all += blocks
    }
    if !all.isEmpty, format == .text { Streams.answer(style.render([TestScreen.summary(all)])) }
    let coverages = coverages(charters, isEmpty: all.isEmpty)
    if format == .json {
      // What is asked of the coverage can only be seen where it is told.
      let isAsked = coverage || coverageAtLeast != nil
      let told = isAsked ? coverages.map { ($0, cases: $0.cases()) } : []
      Streams.answer(JSONReport.document(tests: all, told).pretty + "\n")
    } else {
      tell(coverages, isEmpty: all.isEmpty, style)
    }
    // Each that falls short is told of.
    let isCovered = coverages.map(isEnough).allSatisfy { $0 }
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

  /// How much of each charter was tried, where that is told.
  private func coverages(_ charters: [CharterInUse], isEmpty: Bool) -> [Coverage] {
    let isAsked = coverage || coverageAtLeast != nil
    guard isAsked || charters.count == 1 && !isEmpty else { return [] }
    return charters.map { used in
      Coverage(
        of: used.blocks.flatMap(\.judgement.eachGroup), by: Program(used.charter),
        withVerdicts: isAsked)
    }
  }

  /// Tells how much was tried: in two lines where the files share a charter, at length when asked
  /// for.
  private func tell(_ coverages: [Coverage], isEmpty: Bool, _ style: OutputStyle) {
    for covered in coverages {
      if coverages.count == 1, !isEmpty {
        Streams.answer(style.render(CoverageScreen.summary(covered, width: style.width)))
      }
      guard coverage else { continue }
      let lines = CoverageScreen.render(covered, cases: covered.cases(), width: style.width)
      Streams.answer(style.render([StyledText()] + lines))
    }
  }

  /// Whether so much of a charter was tried as is asked for; says where it was not.
  private func isEnough(_ covered: Coverage) -> Bool {
    guard let least = coverageAtLeast, covered.all.percent < least else { return true }
    Streams.remark(
      "\(bold: covered.charter.name): \(covered.all.percent)% tried, \(least)% asked for.", look)
    return false
  }

  private func check(_ script: Script) -> [TestScreen.Block] {
    let workspace = script.workspace
    let judge = Judge(Program(workspace.charter))
    func judged(_ name: String) -> Judgement {
      judge.judge(workspace.actionPlace(name).map { workspace.actions[$0] } ?? .doNothing)
    }
    return workspace.expectations.map { block in
      let told = workspace.action(expectedBy: block)
      let judgement = told.map { judge.judge($0) } ?? judged(block.action)
      let findings = block.expectations.map { expectation in
        TestScreen.Finding(
          expectation, of: judgement,
          other: ExpectationCheck.comparedAction(expectation).map(judged))
      }
      return TestScreen.Block(
        judgement: judgement, findings: findings, isIncomplete: block.isIncomplete || told == nil)
    }
  }
}
