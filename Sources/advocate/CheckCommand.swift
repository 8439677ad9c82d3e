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
      A file that declares or changes a charter has it checked; any other is only read. Without a
      file the charter in force is checked.

      With --against, the charter of each file is also set beside another one: which actions of
      the files change their verdict, and whether any action at all can tell the two apart.

      Examples:
        advocate check
        advocate check charter.advocate
        advocate check examples/*.advocate
        advocate check charter.advocate plans.advocate --against "customer first"

      Exit status: 0 nothing to mend, 1 warnings, or a veto that no longer holds, 2 wrong usage or
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

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let (base, charterStatus) = try charter.workspace(look)
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
      Streams.report(script.diagnostics, look)
      if script.diagnostics.contains(where: { $0.severity == .warning }) { hasWarnings = true }
    }
    let plans = scripts.indices.filter { $0 != owner }.flatMap { scripts[$0].workspace.actions }
    if owner == nil, other != nil || files.isEmpty {
      if check(base, file: nil) { hasWarnings = true }
      if let other, compare(base, plans, with: other) { hasWarnings = true }
    }
    for (place, script) in scripts.enumerated() where !script.isUnreadable {
      if script.workspace.hasOwnCharter {
        if check(script.workspace, file: files[place]) { hasWarnings = true }
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
