import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
public import AdvocateReports
import AdvocateSyntax
public import ArgumentParser

/// Judges the actions of files.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Judge every action of some scripts or tables.",
    discussion: """
      Every file stands for itself: its charter is the built-in one unless it names another. \
      Tables end in .csv, .tsv or .jsonl. A row is an action: one column is called action, the \
      others are called as facts are, and a blank cell says nothing.

      Files may have any length. A script of more than a million bytes is told of like a short \
      one, and its text ends with a summary.

      Verdicts go to standard output, or into files: -o can be given several times, and the ending \
      of a name (.csv, .json, .jsonl, .md, .sarif, .txt, .xml) decides the format.

      Gates: --fail-on against refuses what is against the customer or vetoed, vetoed only what \
      is vetoed, below=N what is vetoed or scores below N, and not-settled what open answers could \
      still turn. A plan for several groups of customers is refused where it is for one of them. \
      With --baseline, only what came out worse than before is refused: a lower verdict, vetoed \
      being the lowest, or the same verdict with a lower score. New actions are left to --fail-on.

      Examples:
        advocate judge plan.advocate
        advocate judge --explain none portfolio/*.advocate
        advocate judge --format json plan.advocate -o verdicts.json
        advocate judge --fail-on vetoed --rest untouched plan.advocate
        advocate judge portfolio.csv -o verdicts.csv -o verdicts.sarif
        advocate judge portfolio.csv --baseline verdicts.csv
        advocate judge portfolio.csv --baseline verdicts.csv --fail-on vetoed
      """)

  @Argument(help: "Scripts and tables; - is standard input.")
  var files: [String]

  @Option(help: "How verdicts are written: text, json, jsonl, csv, markdown, junit, sarif, github.")
  var format: BatchFormat?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file. Repeatable.", valueName: "file"))
  var output: [String] = []

  @Option(
    help: "How much is told: none, points, short or full. Tables: none, scripts: full.")
  var explain: BatchDepth?

  @Option(
    help: ArgumentHelp("Take facts that no line says as: untouched.", valueName: "untouched"))
  var rest: Rest?

  @Option(
    help: ArgumentHelp(
      "End with status 1 when an action is: against, vetoed, not-settled, below=N. Repeatable.",
      valueName: "gate"))
  var failOn: [String] = []

  @Option(
    help: ArgumentHelp(
      "With an earlier run's verdicts: refuse only what came out worse.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("How - is to be read: advocate, csv or jsonl.", valueName: "form"))
  var input: InputForm?

  @Option(help: ArgumentHelp("What stands between cells: , ; or tab.", valueName: "sign"))
  var delimiter: String?

  @Option(help: ArgumentHelp("How many threads judge tables.", valueName: "N"))
  var threads: Int?

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  /// What the facts that no line says can be taken as.
  enum Rest: String, ExpressibleByArgument, CaseIterable {
    case untouched
  }

  /// What standard input can hold.
  enum InputForm: String, ExpressibleByArgument, CaseIterable {
    case advocate
    case csv
    case jsonl
  }

  func validate() throws {
    var gates = BatchGates()
    for word in failOn where !gates.close(word, BuiltInCharter.charter) {
      throw ValidationError(
        "There is no gate \(word). Gates: against, vetoed, not-settled, below=N (0 to 100).")
    }
    if let delimiter, Self.sign(delimiter) == nil {
      throw ValidationError("Cells can be parted by , or ; or | or tab, not by \(delimiter).")
    }
    if baseline == "-", files.contains("-") {
      throw ValidationError(
        "Standard input holds what is judged or the baseline: name a file for the other.")
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("Between 1 and 256 threads can judge.")
    }
  }

  /// The sign that parts cells; nil where it cannot.
  static func sign(_ words: String) -> UInt8? {
    ["tab": 0x09, "\t": 0x09, ",": 0x2C, ";": 0x3B, "|": 0x7C][words]
  }

  func run() throws {
    let (workspace, charterStatus, charterFiles) = try charter.workspace(look)
    let isBatch = self.isBatch
    let found = files.map { JudgedFile($0, form(of: $0), in: workspace, isBatch: isBatch) }
    // A long script is judged piece by piece, so that memory does not grow with it.
    if isBatch || found.contains(where: \.isLong) {
      var run = BatchRun(self, workspace, charterStatus, charterFiles)
      return try run.run(found)
    }
    // None of them was looked through for pieces.
    let scripts = found.compactMap(\.script)
    for script in scripts {
      Streams.report(script.diagnostics, look, untold: script.untold)
      remark(on: script)
    }
    try protect([charterFiles] + scripts.map(\.files))
    var isRefused = false
    // Where there is nothing to judge there is nothing to write.
    if scripts.contains(where: { !$0.workspace.actions.isEmpty }) {
      var sink = Sink(path: output.first)
      isRefused = judge(scripts, &sink)
      try sink.finish(look)
    } else if tellOfNothing() == .wrongUsage {
      throw ExitStatus.wrongUsage
    }
    let status = scripts.status == .fine ? charterStatus : scripts.status
    guard status == .fine else { throw status }
    if isRefused { throw ExitStatus.failed }
  }

  /// What the file at `path` holds.
  func form(of path: String) -> InputForm {
    if path == "-" { return input ?? .advocate }
    let name = path.lowercased()
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return .csv }
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") ? .jsonl : .advocate
  }

  /// Whether the files are judged as a batch, and not as scripts for one reader.
  private var isBatch: Bool {
    files.contains { form(of: $0) != .advocate } || output.count > 1 || baseline != nil
      || explain == .points || !(stated == .text || stated == .json)
  }

  /// The format that a single output has.
  private var stated: BatchFormat {
    format ?? output.first.flatMap { BatchFormat(endingOf: $0) } ?? .text
  }

  /// Judges the actions one by one, so that no more than one is held at a time.
  ///
  /// - Returns: whether a gate refuses one of them.
  private func judge(_ scripts: [Script], _ sink: inout Sink) -> Bool {
    var style = look.style()
    if !output.isEmpty { style.isStyled = look.color == .always }
    let names = Set(scripts.map(\.workspace.charter.name))
    let frame = JSONReport.frame(charter: names.count == 1 ? names.first : nil)
    let explain = (explain ?? .full).level
    var isRefused = false
    var isFirst = true
    if stated == .json { sink.write(frame.opening) }
    for script in scripts {
      let judge = Judge(Program(script.workspace.charter))
      var gates = BatchGates()
      for word in failOn { _ = gates.close(word, script.workspace.charter) }
      for action in script.workspace.actions {
        var action = action
        if rest == .untouched { action.restIsUntouched = true }
        // A sentence tells only whether the verdict is settled.
        let isBrief = explain == .none && stated == .text
        let judgement = isBrief ? judge.judgeBriefly(action) : judge.judge(action)
        isRefused = isRefused || judgement.eachGroup.contains { gates.refuses($0) }
        if stated == .json {
          if !isFirst { sink.write(frame.separator) }
          sink.write(
            JSONReport.action(
              judgement, outlook: explain == .none ? nil : judge.outlook(of: judgement),
              explain: explain
            ).pretty(atDepth: 2))
        } else {
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
    if stated == .json { sink.write(frame.closing) }
    return isRefused
  }

  /// Tells that there was nothing to judge, where somebody counts on it.
  ///
  /// - Returns: the exit status that this asks for: what was not judged passed no gate.
  func tellOfNothing() -> ExitStatus {
    for path in output where path != "-" && Disk.exists(path) {
      Streams.remark("\(bold: path) stays as it is: nothing was judged.", look)
    }
    guard baseline != nil || !failOn.isEmpty else { return .fine }
    Streams.remark("Nothing was judged, so nothing passed what was asked for.", look)
    return .wrongUsage
  }

  /// Ends the program where a report would take the place of a file that is read, or of another
  /// report; `named` are the files that scripts and the charter name.
  func protect(_ named: [[String]]) throws {
    var own = OwnFiles()
    for file in files { own.add(file, as: .input) }
    if let baseline { own.add(baseline, as: .baseline) }
    if let charter = charter.charter { own.add(charter, as: .charter) }
    for file in named.joined() { own.add(file, as: .input) }
    try own.protect(from: output, look)
  }

  func remark(on script: Script) {
    if script.workspace.actions.isEmpty, !script.isUnreadable {
      Streams.remark("\(bold: script.name) holds no action, so nothing was judged.", look)
      if script.workspace.hasOwnCharter, files.count > 1 {
        Streams.remark(
          "To judge the files beside it by its charter: --charter \(script.name)", look)
      }
    }
    remarkOnCommands(of: script)
  }

  /// Tells of the lines that only the prompt carries out.
  func remarkOnCommands(of script: Script) {
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

extension BatchDepth: ExpressibleByArgument {}
extension BatchFormat: ExpressibleByArgument {}
