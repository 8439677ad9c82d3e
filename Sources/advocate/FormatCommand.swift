import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax
import ArgumentParser
import Glibc

/// Writes scripts in their one canonical form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Write scripts in their one canonical form, in place.",
    discussion: """
      Lines that cannot be read stay as they are, and are reported.

      Examples:
        advocate format plan.advocate
        advocate format --check examples/*.advocate
        advocate format - < plan.advocate
      """)

  @Argument(help: "Scripts; - reads standard input and writes standard output.")
  var files: [String]

  @Flag(help: "Change nothing; end with status 1 when a file would change.")
  var check = false

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    var (base, status, _) = try charter.workspace(look)
    var wouldChange = false
    for file in files {
      let bytes: [UInt8]
      switch Disk.read(file) {
      case .failure(let error):
        Streams.report([error.diagnostic(file: Script.name(of: file))], look)
        status = .wrongUsage
        continue
      case .success(let read): bytes = read
      }
      var workspace = base
      var reader = ScriptReader(files: Disk.read, keepsLines: true)
      reader.read(bytes, named: Script.name(of: file), into: &workspace)
      Streams.report(reader.diagnostics, look, untold: reader.untold)
      if reader.diagnostics.contains(where: { FileError.isWhole($0.id) && $0.line == nil }) {
        status = .wrongUsage
        continue
      }
      if status == .fine, reader.diagnostics.contains(where: { $0.severity == .error }) {
        status = .findings
      }
      if reader.holdsBrokenText {
        Streams.remark(
          file == "-"
            ? "Nothing is written: not all of standard input is UTF-8."
            : "\(bold: file) stays as it is: not all of it is UTF-8.", look)
        continue
      }
      if try settle(file, bytes, Formatter.document(reader.lines)) { wouldChange = true }
    }
    guard status == .fine else { throw status }
    if check, wouldChange { throw ExitStatus.failed }
  }

  /// Writes or reports the canonical text of one file.
  ///
  /// - Returns: whether it differs from what was there.
  private func settle(_ file: String, _ bytes: [UInt8], _ text: String) throws -> Bool {
    let differs = Array(text.utf8) != bytes
    if file == "-", !check {
      // A program gets the text as it is, a terminal nothing that could steer it.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      Streams.answer(
        isatty(1) == 1 ? lines.map { HarmlessText.of(String($0)) }.joined(separator: "\n") : text)
    } else if differs, check {
      Streams.answer("would change: \(HarmlessText.of(Script.name(of: file)))\n")
    } else if differs {
      try Output.write(text, to: file, look)
      Streams.answer("formatted: \(HarmlessText.of(file))\n")
    }
    return differs
  }
}
