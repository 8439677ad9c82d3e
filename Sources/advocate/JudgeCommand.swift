import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
public import AdvocateReports
import AdvocateSyntax
public import ArgumentParser

/// Judges the actions of files.
struct JudgeCommand: ParsableCommand {
  /// The formats that verdicts can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
    case text
  }

  /// The outcomes that a gate can refuse.
  enum Gate: String, ExpressibleByArgument, CaseIterable {
    case against
    case notSettled = "not-settled"
    case vetoed
  }

  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Judge every action of some scripts.",
    discussion: """
      Every file stands for itself: its charter is the built-in one unless it names another.

      Examples:
        advocate judge plan.advocate
        advocate judge --explain none portfolio/*.advocate
        advocate judge --format json plan.advocate -o verdicts.json
        advocate judge --fail-on vetoed --rest untouched plan.advocate
      """)

  @Argument(help: "Scripts; - is standard input.")
  var files: [String]

  @Option(help: "How verdicts are written: text or json.")
  var format: Format = .text

  @Option(name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Option(help: "How much is told: none, short or full.")
  var explain: ExplainLevel = .full

  @Option(
    help: ArgumentHelp("Take facts that no line says as: untouched.", valueName: "untouched"))
  var rest: Rest?

  @Option(help: "End with status 1 when an action is: against, vetoed, not-settled. Repeatable.")
  var failOn: [Gate] = []

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  /// What the facts that no line says can be taken as.
  enum Rest: String, ExpressibleByArgument, CaseIterable {
    case untouched
  }

  func run() throws {
    let (workspace, charterStatus) = try charter.workspace(look)
    var scripts: [Script] = []
    var judgements: [Judgement] = []
    for file in files {
      let script = Script(file, in: workspace)
      Streams.report(script.diagnostics, look)
      remark(on: script)
      judgements += judge(script)
      scripts.append(script)
    }
    if !judgements.isEmpty || format == .json { try write(judgements, scripts) }
    let status = scripts.status == .fine ? charterStatus : scripts.status
    guard status == .fine else { throw status }
    if judgements.contains(where: { judgement in failOn.contains { $0.refuses(judgement) } }) {
      throw ExitStatus.failed
    }
  }

  private func judge(_ script: Script) -> [Judgement] {
    let judge = Judge(Program(script.workspace.charter))
    return script.workspace.actions.map { action in
      var action = action
      if rest == .untouched { action.restIsUntouched = true }
      return judge.judge(action)
    }
  }

  private func remark(on script: Script) {
    if script.workspace.actions.isEmpty, !script.isUnreadable {
      Streams.remark("\(bold: script.name) holds no action, so nothing was judged.", look)
    }
    guard let first = script.skippedCommands.first else { return }
    let count = script.skippedCommands.count
    let lines = count == 1 ? "1 line is a command" : "\(count) lines are commands"
    Streams.remark(
      """
      \(bold: script.name): \(lines) and not run here (the first: line \(first.number)). To run \
      them: advocate prompt \(script.name)
      """, look)
  }

  private func write(_ judgements: [Judgement], _ scripts: [Script]) throws {
    let text: String
    switch format {
    case .json:
      let names = Set(scripts.map(\.workspace.charter.name))
      text =
        JSONReport.document(
          charter: names.count == 1 ? names.first : nil, judgements, explain: explain
        ).pretty + "\n"
    case .text:
      var style = look.style()
      if output != nil { style.isStyled = look.color == .always }
      text = style.render(TextReport.render(judgements, width: style.width, explain: explain))
    }
    try Output.write(text, to: output, look)
  }
}

extension ExplainLevel: ExpressibleByArgument {}

extension JudgeCommand.Gate {
  /// Whether `judgement` does not pass.
  func refuses(_ judgement: Judgement) -> Bool {
    switch self {
    case .against: judgement.verdict == .band(judgement.charter.bands.count - 1)
    case .notSettled: !judgement.uncertainty.isSettled
    case .vetoed: judgement.verdict == .vetoed
    }
  }
}

/// Where results go.
enum Output {
  /// Writes `text` to the file at `path`, or to standard output.
  static func write(_ text: String, to path: String?, _ look: LookOptions) throws {
    guard let path, path != "-" else {
      Streams.answer(text)
      return
    }
    if let reason = Disk.write(path, text) {
      Streams.remark("\(bold: path) could not be written: \(reason).", look)
      throw ExitStatus.wrongUsage
    }
  }
}
