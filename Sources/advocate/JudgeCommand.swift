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
    let scripts = files.map { Script($0, in: workspace) }
    for script in scripts {
      Streams.report(script.diagnostics, look)
      remark(on: script)
    }
    var isRefused = false
    // Where there is nothing to judge there is nothing to write.
    if scripts.contains(where: { !$0.workspace.actions.isEmpty }) {
      var sink = Sink(path: output)
      isRefused = judge(scripts, &sink)
      try sink.finish(look)
    }
    let status = scripts.status == .fine ? charterStatus : scripts.status
    guard status == .fine else { throw status }
    if isRefused { throw ExitStatus.failed }
  }

  /// Judges the actions one by one, so that no more than one is held at a time.
  ///
  /// - Returns: whether a gate refuses one of them.
  private func judge(_ scripts: [Script], _ sink: inout Sink) -> Bool {
    var style = look.style()
    if output != nil { style.isStyled = look.color == .always }
    let names = Set(scripts.map(\.workspace.charter.name))
    let frame = JSONReport.frame(charter: names.count == 1 ? names.first : nil)
    var isRefused = false
    var isFirst = true
    if format == .json { sink.write(frame.opening) }
    for script in scripts {
      let judge = Judge(Program(script.workspace.charter))
      for action in script.workspace.actions {
        var action = action
        if rest == .untouched { action.restIsUntouched = true }
        let judgement = judge.judge(action)
        isRefused = isRefused || failOn.contains { $0.refuses(judgement) }
        switch format {
        case .json:
          if !isFirst { sink.write(frame.separator) }
          sink.write(
            JSONReport.action(
              judgement, outlook: explain == .none ? nil : judge.outlook(of: judgement),
              explain: explain
            ).pretty(atDepth: 2))
        case .text:
          if !isFirst, explain != .none { sink.write("\n") }
          sink.write(
            style.render(
              TextReport.render(
                [judgement], outlook: { judge.outlook(of: $0) }, width: style.width,
                explain: explain)))
        }
        isFirst = false
      }
    }
    if format == .json { sink.write(frame.closing) }
    return isRefused
  }

  private func remark(on script: Script) {
    if script.workspace.actions.isEmpty, !script.isUnreadable {
      Streams.remark("\(bold: script.name) holds no action, so nothing was judged.", look)
    }
    guard let first = script.skippedCommands.first else { return }
    let count = script.skippedCommands.count
    let lines = count == 1 ? "1 line is a command and was" : "\(count) lines are commands and were"
    Streams.remark(
      """
      \(bold: script.name): \(lines) not run here (the first: line \(first.number)). To run \
      them: advocate prompt \(script.name)
      """, look)
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
