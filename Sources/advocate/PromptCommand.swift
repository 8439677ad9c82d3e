import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import AdvocateSyntax
import AdvocateTerminal
import ArgumentParser
import Glibc

/// The prompt, or the answers to lines on standard input.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: "Start the prompt, or answer the lines on standard input. (default)",
    discussion: """
      Files that are named are loaded first.

      Examples:
        advocate
        advocate prompt plan.advocate
        advocate < plan.advocate

      Exit status of lines on standard input: 0 fine, 1 an expectation does not hold, 2 a file \
      that could not be written, 3 findings, or a line that could not be answered.
      """)

  @Argument(help: "Scripts to load first.")
  var files: [String] = []

  @OptionGroup var look: LookOptions

  /// A slip in a command's name arrives here as the name of a file.
  private func checkFiles() throws {
    let commands = Advocate.configuration.subcommands.compactMap { $0.configuration.commandName }
    for file in files where !Disk.exists(file) {
      if file == "-" {
        Streams.remark(
          "Lines on standard input are answered where no file is named: advocate < FILE", look)
        throw ExitStatus.wrongUsage
      }
      let near = NearestName.find(file, among: commands)
      let hint =
        answering(file) ?? near.map { " The nearest command is: advocate \($0)" } ?? ""
      Streams.remark("There is no file and no command \"\(file)\".\(hint)", look)
      throw ExitStatus.wrongUsage
    }
  }

  /// How the program answers a line of the prompt over files; nil where `word` begins none.
  private func answering(_ word: String) -> String? {
    let first = word.lowercased().split(separator: " ").first.map(String.init) ?? ""
    guard word == files.first, LineParser.beginsCommand(first) else { return nil }
    let line = word.contains(" ") ? "\"\(word)\"" : word
    let rest = files.count > 1 ? files.dropFirst().joined(separator: " ") : "FILE"
    return " It is a line of the prompt; over files: advocate answer \(line) \(rest)"
  }

  func run() throws { try start() }

  /// Starts the prompt.
  ///
  /// - Parameters:
  ///   - opening: lines that are answered before the first one is typed.
  ///   - greets: whether the greeting comes before them.
  func start(_ opening: [String] = [], greets: Bool = true) throws {
    try checkFiles()
    _ = TextEncoding.useUTF8()
    let isTyped = isatty(0) == 1
    let keeper = Keeper()
    var session = Session(
      files: Disk.forSession, isTyped: isTyped, width: look.style().width,
      keeping: isTyped ? keeper.forSession : .none,
      predictions: isTyped ? PredictionsFile.forSession : nil,
      lessons: isTyped ? LessonProgress.forSession : .none, journal: JournalStore.forSession)
    let historyPath = History.path
    let isFirst = historyPath.map { !Disk.exists($0) } ?? true
    if isTyped {
      if greets { greet(isFirst, session) }
      Streams.answer(look.style().render(session.noticeOfReviews()))
      Streams.answer(look.style().render(session.noticeOfLeftWork()))
    }
    for line in files.map({ "load \($0)" }) { show(session.respond(to: line), isTyped) }
    for line in opening {
      let response = session.respond(to: line)
      guard isTyped || !response.isRefused else {
        // The words of the command line cannot be mended by those that follow.
        for case .lines(let lines) in response.pieces { Streams.tell(lines, look) }
        Streams.report(response.findings, look)
        throw ExitStatus.wrongUsage
      }
      show(response, isTyped)
    }
    let holder = SessionHolder(session)
    let reader = makeReader(isTyped, historyPath, holder)
    var loop = Loop(
      session: session, reader: reader, style: { look.style() },
      showAnswer: { TerminalOutput.write($0) },
      showFinding: { TerminalOutput.write($0, descriptor: isTyped ? 1 : 2) },
      clearScreen: { if isTyped { clearScreen() } },
      sessionDidChange: { holder.completer = Completer($0) },
      showPages: { [pager = isTyped ? Pages.pager : nil] in
        if let pager, Pager.isTooTall($0), pager.show($0) { return true }
        return TerminalOutput.write($0)
      },
      isInterrupted: { TerminalSignals.interruptRequested() },
      keepWork: { isTyped ? keeper.keep(&$0) : [] })
    switch loop.run() {
    case .terminated(let signal):
      keeper.settle()
      Glibc.exit(128 + signal)
    case .unheard:
      let status = Streams.unheard()
      keeper.settle()
      if let signal = TerminalSignals.termination { Glibc.exit(128 + signal) }
      throw status
    case .finished where loop.session.leavesWorkBehind: keeper.settle()
    case .finished: keeper.finish()
    }
    if !isTyped { throw status(of: loop.session) }
  }

  private func clearScreen() { _ = TerminalOutput.write("\u{1B}[H\u{1B}[2J") }

  private func greet(_ isFirst: Bool, _ session: Session) {
    let style = look.style()
    let lines = Greeting.lines(
      isFirst: isFirst, charter: session.workspace.charter, width: style.width)
    _ = TerminalOutput.write(style.render(lines))
  }

  private func show(_ response: Response, _ isTyped: Bool) {
    let style = look.style()
    if response.clearsScreen, isTyped { clearScreen() }
    for piece in response.pieces {
      switch piece {
      case .lines(let lines): Streams.answer(style.render(lines))
      case .finding(let finding):
        let lines = DiagnosticRenderer.render(finding, place: .unseen, width: style.width)
        _ = TerminalOutput.write(style.render(lines), descriptor: 2)
      }
    }
  }

  private func makeReader(
    _ isTyped: Bool, _ historyPath: String?, _ holder: SessionHolder
  ) -> any LineReader {
    guard isTyped else { return PlainLineReader(echoPrompt: false) }
    return Terminal.makeLineReader(
      TerminalConfiguration(
        styled: look.style().isStyled, historyPath: historyPath,
        complete: { holder.completer.complete($0) }, mark: { holder.completer.marks(in: $0) },
        suggest: { holder.completer.suggestion(after: $0) }))
  }

  private func status(of session: Session) -> ExitStatus {
    if session.hasFailedJournal || session.hasFailedToWrite { return .wrongUsage }
    if session.gravest == .error || session.refusedLines > 0 { return .findings }
    return session.failedExpectations > 0 ? .failed : .fine
  }
}

/// Shares the completion, which is asked in the middle of a line, with the loop.
///
/// A class, since the reader keeps the closure that asks while the loop owns the session.
private final class SessionHolder {
  var completer: Completer

  init(_ session: Session) { completer = Completer(session) }
}

/// Long answers, page by page.
enum Pages {
  /// The program for that, as the environment names it.
  static var pager: Pager? {
    func stated(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    return Pager(stated: [stated("ADVOCATE_PAGER"), stated("PAGER")])
  }
}

/// Where the lines of earlier sessions are kept.
enum History {
  /// The file; nil where there is no place for it.
  static var path: String? {
    if let stated = Environment["ADVOCATE_HISTORY"] { return stated }
    return State.folder.map { $0 + "/history" }
  }
}
