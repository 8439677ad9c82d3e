import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateReports
import ArgumentParser

/// Looks charters over.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look charters over: what can never happen, what makes no difference.",
    discussion: """
      A file that declares or changes a charter has it checked; any other is only read. Without a \
      file the charter in force is checked.

      With --against, the charter of each file is also set beside another one: which actions of \
      the files change their verdict, and whether any action at all can tell the two apart.

      With --fix, lines are put right in place where only a slip of the fingers is wrong with \
      them, or where one line says two things. Every change is shown; with --dry-run it is shown \
      and not made. What a person has to decide is left as it is.

      Examples:
        advocate check
        advocate check charter.advocate
        advocate check examples/*.advocate
        advocate check charter.advocate plans.advocate --against "customer first"
        advocate check --fix --dry-run plans.advocate

      Exit status: 0 nothing to mend, 1 warnings, or a veto that no longer holds, 2 wrong usage or \
      unreadable file, 3 findings in the input.
      """)

  @Argument(help: "Scripts; - is standard input.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also tell what changes beside this charter: one inside the program, or a file.",
      valueName: "name"))
  var against: String?

  @Option(help: "How findings are written: text or json.")
  var format: DocumentFormat = .text

  @Flag(help: "Put slips right in the files themselves.")
  var fix = false

  @Flag(help: "With --fix: show what would be put right, and change nothing.")
  var dryRun = false

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    if dryRun, !fix {
      throw ValidationError("--dry-run goes with --fix: check --fix --dry-run FILE")
    }
    if fix, format != .text { throw ValidationError("--fix tells its changes as text only.") }
    if fix, files.isEmpty || files.contains("-") {
      throw ValidationError("--fix changes files: name them. Standard input cannot be changed.")
    }
  }

  func run() throws {
    let (base, charterStatus, _) = try charter.workspace(look)
    if fix {
      for file in files { try mend(file, base) }
    }
    let other = try against.map { name in
      var options = CharterOptions()
      options.charter = name
      return try options.workspace(look).workspace
    }
    var scripts = files.map { Script($0, in: base) }
    // Plans without a charter of their own are read by the one that is compared.
    let owner = scripts.firstIndex { $0.workspace.hasOwnCharter }
    if other != nil, let owner {
      let charter = scripts[owner].workspace.charter
      for place in scripts.indices where !scripts[place].workspace.hasOwnCharter {
        scripts[place] = Script(files[place], in: Workspace(charter: charter, usedAs: files[owner]))
      }
    }
    var hasWarnings = false
    for script in scripts {
      Streams.report(script.diagnostics, look, untold: script.untold)
      if script.diagnostics.contains(where: { $0.severity == .warning }) { hasWarnings = true }
    }
    let plans = scripts.indices.filter { $0 != owner }.flatMap { scripts[$0].workspace.actions }
    if owner == nil, other != nil || files.isEmpty {
      if check(base, file: nil) { hasWarnings = true }
      if let other, compare(base, plans, with: other) { hasWarnings = true }
    }
    for (place, script) in scripts.enumerated() where !script.isUnreadable {
      if script.workspace.hasOwnCharter {
        if check(script.workspace, file: script.name) { hasWarnings = true }
        let actions = script.workspace.actions + (place == owner ? plans : [])
        if let other, compare(script.workspace, actions, with: other) { hasWarnings = true }
      } else if other == nil, format == .text {
        let style = look.style()
        let text: StyledText =
          "\(bold: script.name) has no charter of its own: it was read, and no more."
        Streams.answer(style.render(TextLayout.wrap(text, width: style.width)))
      }
    }
    let status = scripts.status == .fine ? charterStatus : scripts.status
    guard status == .fine else { throw status }
    if hasWarnings { throw ExitStatus.failed }
  }

  /// Puts slips in one file right, or shows how it would be done.
  private func mend(_ file: String, _ base: Workspace) throws {
    // What is wrong with the file as a whole is told when it is read.
    guard case .success(let bytes) = Disk.read(file),
      let text = String(validating: bytes, as: UTF8.self)
    else { return }
    let mender = ScriptMender(text, named: file, in: base, files: Disk.read)
    let style = look.style()
    for change in mender.changes {
      var lines: [StyledText] = ["\(bold: file), line \(change.line.number)"]
      lines += TextLayout.wrap(
        StyledText(change.line.text.split(separator: " ").joined(separator: " ")),
        width: style.width, first: "  was  ", indent: 7)
      for (place, line) in change.replacement.enumerated() {
        lines += TextLayout.wrap(
          .bold(line.split(separator: " ").joined(separator: " ")), width: style.width,
          first: place == 0 ? "  is   " : "       ",
          indent: 7)
      }
      Streams.answer(style.render(lines))
    }
    let count = mender.changes.count
    if !dryRun, count > 0 { try Output.write(mender.text, to: file, look) }
    let lines = count == 1 ? "1 line" : "\(count) lines"
    let told: StyledText =
      switch (count, dryRun) {
      case (0, _): "\(bold: file): nothing to put right."
      case (_, true): "\(bold: file): \(lines) would be put right."
      case (_, false): "\(bold: file): \(lines) put right."
      }
    Streams.answer(style.render(TextLayout.wrap(told, width: style.width)))
  }

  /// Prints what is found in the charter in force.
  ///
  /// - Returns: whether there is something to mend.
  private func check(_ workspace: Workspace, file: String?) -> Bool {
    let check = CharterCheck(Program(workspace.charter)) { location in
      file == nil || location.file == file
    }
    let style = look.style()
    switch format {
    case .text:
      Streams.answer(
        style.render(CheckScreen.render(check, of: workspace.charter, width: style.width)))
    case .json:
      Streams.answer(JSONReport.document(check, of: workspace.charter).compact + "\n")
    }
    return !check.isClean
  }

  /// Prints what changes when the charter in force takes the place of another.
  ///
  /// - Returns: whether a veto no longer holds.
  private func compare(
    _ workspace: Workspace, _ actions: [Action], with other: Workspace
  ) -> Bool {
    let difference = CharterDifference(
      from: other.charter, to: workspace.charter, actions: actions,
      readBy: workspace.charter)
    let style = look.style()
    switch format {
    case .text:
      Streams.answer(
        style.render(
          [StyledText()]
            + DifferenceScreen.render(
              difference, before: against ?? other.charter.name, after: workspace.charter.name,
              width: style.width)))
    case .json: Streams.answer(JSONReport.document(difference).compact + "\n")
    }
    return difference.changes.contains(where: \.losesVeto)
  }
}
