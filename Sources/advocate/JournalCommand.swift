import AdvocateDiagnostics
import AdvocateSession
import ArgumentParser

/// The decisions that were kept, on the command line.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Show the decisions that are kept, and judge them anew.",
    discussion: """
      Decisions are kept at the prompt, by the word journal, in a private file. The variable \
      ADVOCATE_JOURNAL names another file.

      Examples:
        advocate journal
        advocate journal show 3
        advocate journal review due
        advocate journal replay --charter our-charter.advocate
        advocate journal report -o decisions.md

      Exit status: 0 fine, 1 a verdict turned in a replay, 2 wrong usage, or a file that cannot be \
      read or written.
      """,
    subcommands: [
      JournalListCommand.self, JournalReplayCommand.self, JournalReportCommand.self,
      JournalReviewCommand.self, JournalShowCommand.self,
    ],
    defaultSubcommand: JournalListCommand.self)
}

/// How an answer about the journal is written.
struct JournalOptions: ParsableArguments {
  @Option(help: "How it is written: text, json or markdown.")
  var format: AnswerFormat?

  @Option(name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var look: LookOptions

  /// Answers a line as the prompt would, after `opening`.
  ///
  /// - Parameters:
  ///   - line: the line, without the form of its answer.
  ///   - opening: a line that is answered before it, and says nothing where all is well.
  ///   - usual: the format where none is named, neither by itself nor by the ending of the file.
  func answer(_ line: String, after opening: String? = nil, usual: AnswerFormat = .text) throws {
    guard let journal = JournalStore.forSession else {
      Streams.remark("There is no home folder; name the file:  ADVOCATE_JOURNAL=FILE", look)
      throw ExitStatus.wrongUsage
    }
    var own = OwnFiles()
    if let path = JournalStore.path { own.add(path, as: .journal) }
    try own.protect(from: output.map { [$0] } ?? [], look)
    var style = look.style()
    if output != nil { style.isStyled = look.color == .always }
    var session = Session(
      files: Disk.forSession, isTyped: false, width: style.width, journal: journal)
    if let opening {
      let response = session.respond(to: opening)
      Streams.report(
        response.findings.map(\.ofCommandLine), look, untold: response.untold)
      if session.gravest == .error { throw ExitStatus.wrongUsage }
    }
    let form = format ?? AnswerFormat(endingOf: output) ?? usual
    let response = session.respond(to: form == .text ? line : "\(line) as \(form.rawValue)")
    let lines = response.pieces.flatMap { piece -> [StyledText] in
      if case .lines(let lines) = piece { lines } else { [] }
    }
    let isAnswer = session.journalOutcome == .fine || session.journalOutcome == .turned
    guard isAnswer else {
      for line in lines { Streams.remark(line, look) }
      throw ExitStatus.wrongUsage
    }
    var sink = Sink(path: output)
    sink.write(style.render(lines))
    try sink.finish(look)
    if session.journalOutcome == .turned { throw ExitStatus.failed }
  }
}

/// All decisions.
struct JournalListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show all decisions.",
    discussion: """
      Examples:
        advocate journal list
        advocate journal list --format json

      Exit status: 0 fine, 2 wrong usage, or a file that cannot be read.
      """)

  @OptionGroup var options: JournalOptions

  func run() throws { try options.answer("journal list") }
}

/// One decision.
struct JournalShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one decision in full.",
    discussion: """
      Examples:
        advocate journal show 3

      Exit status: 0 fine, 2 no such decision, wrong usage, or a file that cannot be read.
      """)

  @Argument(help: "The number of the decision.")
  var number: Int

  @OptionGroup var options: JournalOptions

  func run() throws { try options.answer("journal show \(number)") }
}

/// What waits for a review.
struct JournalReviewCommand: ParsableCommand {
  /// What is shown.
  enum Which: String, ExpressibleByArgument, CaseIterable {
    case due
  }

  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Show which decisions wait for a review, and what came of expectations.",
    discussion: """
      The review itself is held at the prompt, by the word review.

      Examples:
        advocate journal review due

      Exit status: 0 fine, 2 wrong usage, or a file that cannot be read.
      """)

  @Argument(help: "What is shown: due.")
  var which: Which = .due

  @OptionGroup var options: JournalOptions

  func run() throws { try options.answer("review list") }
}

/// All decisions judged anew.
struct JournalReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Judge all decisions anew, and show whose verdict turns.",
    discussion: """
      Examples:
        advocate journal replay
        advocate journal replay --charter our-charter.advocate --format json

      Exit status: 0 no verdict turns, 1 some do, 2 wrong usage, or a file that cannot be read.
      """)

  @Option(help: ArgumentHelp("Judge by the charter in this file.", valueName: "file"))
  var charter: String?

  @OptionGroup var options: JournalOptions

  func run() throws {
    try options.answer("journal replay", after: charter.map { "use \($0)" })
  }
}

/// All decisions in full.
struct JournalReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write all decisions in full, as Markdown where no format is named.",
    discussion: """
      Examples:
        advocate journal report
        advocate journal report -o decisions.md
        advocate journal report -o decisions.json

      The ending of the file behind -o (.json, .md, .txt) decides the format where none is named.

      Exit status: 0 fine, 2 wrong usage, or a file that cannot be read or written.
      """)

  @OptionGroup var options: JournalOptions

  func run() throws { try options.answer("journal report", usual: .markdown) }
}
