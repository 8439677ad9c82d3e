import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import ArgumentParser

/// Looks charters over.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look charters over: what can never happen, what makes no difference.",
    discussion: """
      A file that declares or changes a charter has it checked; any other is only read. Without a
      file the charter in force is checked.

      Examples:
        advocate check
        advocate check charter.advocate
        advocate check examples/*.advocate

      Exit status: 0 nothing to mend, 1 warnings, 2 wrong usage or unreadable file, 3 findings in
      the input.
      """)

  @Argument(help: "Scripts; - is standard input.")
  var files: [String] = []

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let (base, charterStatus) = try charter.workspace(look)
    var hasWarnings = false
    if files.isEmpty { hasWarnings = check(base, file: nil) }
    var scripts: [Script] = []
    for file in files {
      let script = Script(file, in: base)
      Streams.report(script.diagnostics, look)
      scripts.append(script)
      if script.diagnostics.contains(where: { $0.severity == .warning }) { hasWarnings = true }
      if script.isUnreadable { continue }
      if script.workspace.hasOwnCharter {
        if check(script.workspace, file: file) { hasWarnings = true }
      } else {
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
    let style = look.style()
    let check = CharterCheck(Program(workspace.charter)) { location in
      file == nil || location.file == file
    }
    Streams.answer(
      style.render(CheckScreen.render(check, of: workspace.charter, width: style.width)))
    return !check.isClean
  }
}
