import AdvocateDiagnostics
import AdvocateSession
import AdvocateSyntax
import AdvocateTerminal
import ArgumentParser

/// Answers one line of the prompt over some files.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answer one line of the prompt, such as rank or compare, over some scripts.",
    discussion: """
      The files are loaded, then the line is answered as if it were typed. Lines that end in \
      "as json" or "as markdown" give that, and so do those that could, where the file behind -o \
      ends in .json or .md.

      A line that only says something has no answer.

      Examples:
        advocate answer rank plans.advocate
        advocate answer "compare 1 with 2 as json" plans.advocate
        advocate answer rank plans.advocate -o ranking.json
        advocate answer "look lenses 1 as markdown" plans.advocate -o lenses.md

      Exit status: 0 fine, 1 an expectation does not hold, 2 wrong usage, no answer, or a file \
      that could not be read or written, 3 findings in the line or the files.
      """)

  @Argument(help: "The line, as it would be typed at the prompt.")
  var line: String

  @Argument(help: "Scripts to load first; - is standard input.")
  var files: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var look: LookOptions

  func run() throws {
    let outputs = output.map { [$0] } ?? []
    var own = OwnFiles()
    for file in files { own.add(file, as: .input) }
    try own.protect(from: outputs, look)
    let reading = ReadingRecord()
    var style = look.style()
    if output != nil { style.isStyled = look.color == .always }
    var session = Session(
      files: reading.keeping(Disk.forSession), isTyped: false, width: style.width,
      journal: JournalStore.forSession)
    for file in files {
      // Loading answers with counts and findings; only the findings matter here.
      let response = session.respond(to: "load \(file)")
      let findings = response.findings
      Streams.report(findings, look, untold: response.untold)
      if findings.contains(where: { $0.line == nil && $0.severity == .error }) {
        throw ExitStatus.wrongUsage
      }
    }
    let form = AnswerFormat(endingOf: output) ?? .text
    let response = session.respond(
      to: form == .text ? line : Session.line(line, inForm: form.rawValue))
    for file in reading.files { own.add(file, as: .input) }
    try own.protect(from: outputs, look)
    var answer = ""
    for piece in response.pieces {
      switch piece {
      case .lines(let lines) where response.isRefused:
        Streams.tell(lines, look)
      case .lines(let lines): answer += style.render(lines)
      case .finding(var finding):
        // The line stands on the command line, in no file.
        if finding.line?.file == nil {
          finding.line?.number = 0
          finding.sentences.removeAll { $0 == LineFate.typed.sentence }
        }
        Streams.report([finding], look)
      }
    }
    // Where there is no answer, what stood in the file stays.
    if !answer.isEmpty {
      var sink = Sink(path: output)
      sink.write(answer)
      try sink.finish(look)
    }
    if response.pieces.isEmpty {
      tellNoQuestion()
      throw ExitStatus.wrongUsage
    }
    if session.hasFailedJournal || session.hasFailedToWrite || response.isRefused {
      throw ExitStatus.wrongUsage
    }
    if session.gravest == .error { throw ExitStatus.findings }
    if session.failedExpectations > 0 { throw ExitStatus.failed }
  }

  /// Says that the line asks nothing, and how to see what comes of it.
  private func tellNoQuestion() {
    let names = files.filter { $0 != "-" }.map { " \($0)" }.joined()
    Streams.remark(
      """
      "\(line)" says something and asks nothing, so there is no answer, and nothing is kept of it. \
      To see what it does, type it at the prompt, and below it a line that asks, such as judge: \
      advocate prompt\(names)
      """, look)
  }
}

/// The files that a session read, those among them that others name.
private final class ReadingRecord {
  private(set) var files: [String] = []

  /// The same files, each of which is noted when it is read.
  func keeping(_ files: SessionFiles) -> SessionFiles {
    var kept = files
    kept.read = { path in
      self.files.append(path)
      return files.read(path)
    }
    return kept
  }
}
