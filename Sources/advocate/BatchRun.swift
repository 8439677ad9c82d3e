import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import Glibc

/// Judges tables, and scripts beside them, from beginning to end.
struct BatchRun {
  private let command: JudgeCommand
  private let workspace: Workspace
  private let charterFiles: [String]
  private var status: ExitStatus
  private var outputs: [(format: BatchFormat, file: StreamedFile, path: String?)] = []
  /// How many pieces went into each output.
  private var written: [Int] = []
  private var summary = BatchSummary()
  /// How much was found, and how much of it was shown.
  private var found = 0
  private var shown = 0
  private var hasBegun = false
  private var progress = BatchProgress()
  /// One plan for each charter that files are judged by.
  private var plans: [BatchPlan] = []
  /// The plan in force, and those who work by it.
  private var current: (plan: BatchPlan, workers: Workers)?
  /// The scripts whose actions were judged one by one.
  private var judgedInPieces: [String] = []

  private static let mostFindings = 50

  init(
    _ command: JudgeCommand, _ workspace: Workspace, _ status: ExitStatus, _ charterFiles: [String]
  ) {
    (self.command, self.workspace, self.status) = (command, workspace, status)
    self.charterFiles = charterFiles
  }

  /// Judges everything; throws the exit status where it is not fine.
  mutating func run(_ files: [JudgedFile]) throws {
    let formats = self.formats
    try prepare(files, formats.map(\.format))
    try command.protect([charterFiles] + files.compactMap { $0.script?.files })
    for (format, path) in formats {
      outputs.append((format, StreamedFile(path: path), path))
      written.append(0)
    }
    try stopWhereUnwritable()
    for (path, file) in zip(command.files, files) {
      let (plan, workers) = turn(to: file.workspace?.charter ?? workspace.charter)
      switch file {
      case .table: judge(path, plan, workers)
      case .whole(let script, _): judge(script, workers)
      case .pieces(let pieces, let head, _): judge(path, pieces, head, plan, workers)
      }
      file.finish()
    }
    finishWork()
    progress.clear()
    tellOfMore()
    // What seemed to begin actions may have turned out not to.
    if !hasBegun { for name in judgedInPieces { remarkOnEmpty(name) } }
    // Where there is nothing to judge there is nothing to write.
    if !hasBegun {
      for output in outputs { output.file.abandon() }
      note(command.tellOfNothing())
    }
    for (place, output) in outputs.enumerated() where hasBegun {
      outputs[place].file.write(BatchFrame(output.format, plans).closing)
      if output.format == .text {
        outputs[place].file.write((plans[0].writesSentences ? "\n" : "") + told)
      }
      outputs[place].file.finish()
    }
    try stopWhereUnwritable()
    finish()
    if let path = command.baseline, !command.tellBeside(path, summary, plans[0]) {
      note(.wrongUsage)
    }
    guard status == .fine else { throw status }
    if summary.refused.count > 0 { throw ExitStatus.failed }
  }

  // MARK: - By which charter

  /// Makes a plan for each charter of `files`, where what is asked for allows several.
  private mutating func prepare(_ files: [JudgedFile], _ formats: [BatchFormat]) throws {
    var first: String?
    for (path, file) in zip(command.files, files) where !file.isEmpty {
      let own = file.workspace ?? workspace
      guard plan(of: own.charter) == nil else { continue }
      let name = Script.name(of: path)
      if let first { try refuseSeveral(name, first, formats) }
      first = first ?? name
      try prepare(own, formats)
    }
    if plans.isEmpty { try prepare(workspace, formats) }
  }

  private func plan(of charter: Charter) -> BatchPlan? {
    plans.first { $0.program.charter == charter }
  }

  /// Ends the program where files with several charters cannot stand in one report.
  private func refuseSeveral(_ name: String, _ first: String, _ formats: [BatchFormat]) throws {
    let reason: StyledText
    if command.baseline != nil {
      reason = "--baseline sets verdicts by one charter beside each other"
    } else if command.explain == .points, formats.contains(.csv) {
      reason = "--explain points makes a column of each rule"
    } else {
      return
    }
    Streams.remark(
      """
      \(bold: name) is judged by another charter than \(bold: first), and \(reason). Judge them \
      one by one.
      """, command.look)
    throw ExitStatus.wrongUsage
  }

  /// What judges by `charter` from now on; all that was given before is written first.
  private mutating func turn(to charter: Charter) -> (plan: BatchPlan, workers: Workers) {
    if let current, current.plan.program.charter == charter { return current }
    finishWork()
    // A file without actions has no plan, and needs none.
    let plan = plan(of: charter) ?? plans[0]
    // Where a name comes twice, what came out before has an order.
    let threads = plan.gates.baseline?.hasDoubles == true ? 1 : command.threads ?? Self.processors
    let next = (plan: plan, workers: Workers(plan, threads: threads))
    current = next
    return next
  }

  /// Waits for all that was given, and writes it.
  private mutating func finishWork() {
    guard let (_, workers) = current else { return }
    while let piece = workers.take() { write(piece) }
    if let counts = workers.finish(), plans.count == 1 { summary.add(counts) }
    current = nil
  }

  // MARK: - What is written where

  /// The formats with the files that they go to; nil for standard output.
  private var formats: [(format: BatchFormat, path: String?)] {
    if command.output.isEmpty { return [(command.format ?? .text, nil)] }
    var formats = command.output.map { path -> (format: BatchFormat, path: String?) in
      let ending = path == "-" ? nil : BatchFormat(endingOf: path)
      let isAlone = command.output.count == 1
      return (isAlone ? command.format ?? ending ?? .text : ending ?? command.format ?? .text, path)
    }
    if let format = command.format, !formats.contains(where: { $0.format == format }) {
      formats.append((format, nil))
    }
    return formats
  }

  private mutating func prepare(_ workspace: Workspace, _ formats: [BatchFormat]) throws {
    var gates = BatchGates()
    for word in command.failOn { _ = gates.close(word, workspace.charter) }
    if let path = command.baseline {
      gates.baseline = try command.before(path, workspace.charter)
    }
    let isTable = command.files.contains { command.form(of: $0) != .advocate }
    var style = command.look.style()
    if !command.output.isEmpty { style.isStyled = command.look.color == .always }
    let plan = BatchPlan(
      workspace, depth: command.explain ?? (isTable ? .none : .full), formats: formats,
      gates: gates, restIsUntouched: command.rest == .untouched, style: style)
    guard var plan else {
      Streams.remark(
        "The weights of \(bold: workspace.charter.name) are too many for a table.", command.look)
      throw ExitStatus.wrongUsage
    }
    plan.tellsSentences = !isTable
    plan.noun = isTable ? "row" : "action"
    plan.namesGroups = command.files.contains { command.form(of: $0) == .advocate }
    plans.append(plan)
  }

  private func stopWhereUnwritable() throws {
    guard let bad = outputs.first(where: { $0.file.failure != nil }) else { return }
    for output in outputs { output.file.abandon() }
    Streams.remark(
      "\(bold: bad.path ?? "") could not be written: \(bad.file.failure ?? "").", command.look)
    throw ExitStatus.wrongUsage
  }

  // MARK: - Judging

  private mutating func judge(_ script: Script, _ workers: Workers) {
    Streams.report(script.diagnostics, command.look, untold: script.untold)
    command.remark(on: script)
    note([script].status)
    var actions = script.workspace.actions
    if command.rest == .untouched {
      for place in actions.indices { actions[place].restIsUntouched = true }
    }
    for start in stride(from: 0, to: actions.count, by: 64) {
      let part = Array(actions[start..<min(start + 64, actions.count)])
      give(BatchChunk(part, of: script.name), workers)
    }
  }

  private mutating func judge(
    _ path: String, _ plan: BatchPlan, _ workers: Workers
  ) {
    let form: BatchSource.Form =
      command.form(of: path) == .csv ? .csv(delimiter: 0x2C) : .jsonLines
    switch BatchInput.open(path, form) {
    case .failure(let error): refuse(path, error)
    case .success(var input):
      defer { input.finish() }
      switch input.begin(plan.reader, delimiter: command.delimiter.flatMap(JudgeCommand.sign)) {
      case .failure(let error): return refuse(path, error)
      case .success(let findings): tell(findings, untold: 0)
      }
      if !judge(&input, of: path, workers) { remarkOnEmpty(input.source.file) }
    }
  }

  /// Judges the actions of a script one by one.
  private mutating func judge(
    _ path: String, _ pieces: ScriptPieces, _ head: Script, _ plan: BatchPlan, _ workers: Workers
  ) {
    tell(head.diagnostics, untold: head.untold)
    command.remarkOnCommands(of: head)
    // An account of every action may be a thousand times as long as what tells of it.
    let step = plan.needsJudgement ? ScriptScan.step / 32 : ScriptScan.step
    switch BatchInput.open(pieces, of: path, step: step) {
    case .failure(let error): refuse(path, error)
    case .success(var input):
      defer { input.finish() }
      if judge(&input, of: path, workers) { judgedInPieces.append(head.name) }
    }
  }

  /// Judges what is left of `input`; false where nothing is.
  private mutating func judge(
    _ input: inout BatchInput, of path: String, _ workers: Workers
  ) -> Bool {
    var isEmpty = true
    while let next = input.next() {
      switch next {
      case .failure(let error):
        refuse(path, error)
        return true
      case .success(let chunk): give(chunk, workers)
      }
      progress.show(path, summary.total, input.position, of: input.size, command.look)
      isEmpty = false
    }
    return !isEmpty
  }

  private mutating func give(_ chunk: BatchChunk, _ workers: Workers) {
    workers.give(chunk)
    while workers.pending > workers.most, let piece = workers.take() { write(piece) }
  }

  private mutating func write(_ piece: BatchPiece) {
    guard let plan = current?.plan else { return }
    if !hasBegun, !piece.isEmpty {
      hasBegun = true
      for (place, output) in outputs.enumerated() {
        outputs[place].file.write(BatchFrame(output.format, plans).opening)
      }
    }
    tell(summary.news(of: piece), untold: piece.untold)
    if !piece.failed.isEmpty { note(.findings) }
    summary.add(piece)
    for place in outputs.indices {
      outputs[place].file.write(piece.text(place, of: plan, written: &written[place]))
    }
  }

  // MARK: - What is told

  private mutating func note(_ other: ExitStatus) {
    if status == .fine || other == .wrongUsage { status = other == .fine ? status : other }
  }

  private func remarkOnEmpty(_ name: String) {
    Streams.remark("\(bold: name) holds no action, so nothing was judged.", command.look)
  }

  private mutating func refuse(_ path: String, _ error: FileError) {
    Streams.report([error.diagnostic(file: Script.name(of: path))], command.look)
    note(.wrongUsage)
  }

  private mutating func tell(_ findings: [Diagnostic], untold: Int) {
    guard !findings.isEmpty else { return }
    progress.clear()
    if findings.contains(where: { $0.severity == .error }) { note(.findings) }
    let part = findings.prefix(Self.mostFindings - shown)
    shown += part.count
    found += findings.count + untold
    if !part.isEmpty { Streams.report(Array(part), command.look) }
  }

  /// Tells how many findings were not shown.
  private func tellOfMore() {
    let more = found - shown
    guard more > 0 else { return }
    Streams.remark("and \(more == 1 ? "1 more finding" : "\(more) more findings")", command.look)
  }

  /// Tells of the batch as a whole, where standard output is free for it.
  private func finish() {
    let isFree = outputs.allSatisfy {
      $0.path != nil && $0.path != "-" && $0.format != .text
    }
    if isFree { Streams.answer(told) }
  }

  /// The summary as text; nothing where there was nothing to judge.
  private var told: String {
    guard summary.total > 0 else { return "" }
    let style = plans[0].style
    let count = command.files.count
    let name = count == 1 ? Script.name(of: command.files[0]) : "\(count) files"
    let lines = summary.lines(of: plans, file: name, isOneFile: count == 1, width: style.width)
    return style.render(lines)
  }

  /// How many processors there are.
  private static var processors: Int { max(1, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
