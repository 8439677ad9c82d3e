import AdvocateAnalysis
public import AdvocateDiagnostics

/// Reads a line, answers it, shows the answer, until the lines end.
public struct Loop {
  /// How a loop ended.
  public enum End: Sendable, Equatable {
    /// The person or the script came to the end.
    case finished
    /// A signal asked for it.
    case terminated(signal: Int32)
    /// Nobody reads the answers any more.
    case unheard
  }

  /// The session that answers.
  public var session: Session
  private let reader: any LineReader
  private let style: () -> OutputStyle
  private let showAnswer: (String) -> Bool
  private let showFinding: (String) -> Bool
  private let clearScreen: () -> Void
  private let sessionDidChange: (Session) -> Void
  private let keepWork: (inout Session) -> [StyledText]
  private let isInterrupted: @Sendable () -> Bool
  private let showPages: (String) -> Bool

  /// Creates a loop.
  ///
  /// - Parameters:
  ///   - session: what answers.
  ///   - reader: where lines come from.
  ///   - style: how answers are written just now; asked before every line, since widths change.
  ///   - showAnswer: writes text; false when nobody reads it.
  ///   - showFinding: writes what was wrong with a line.
  ///   - clearScreen: clears the screen where there is one.
  ///   - sessionDidChange: told of the session before each line, as completion needs it.
  ///   - showPages: writes text that was asked for, page by page where it is long; false when
  ///     nobody reads it.
  ///   - isInterrupted: whether an answer that is being worked out is to be given up.
  ///   - keepWork: keeps what is not saved, after each line; gives what is to be said of that.
  public init(
    session: Session, reader: any LineReader, style: @escaping () -> OutputStyle,
    showAnswer: @escaping (String) -> Bool, showFinding: @escaping (String) -> Bool,
    clearScreen: @escaping () -> Void, sessionDidChange: @escaping (Session) -> Void = { _ in },
    showPages: ((String) -> Bool)? = nil,
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    keepWork: @escaping (inout Session) -> [StyledText] = { _ in [] }
  ) {
    self.session = session
    self.reader = reader
    self.style = style
    self.showAnswer = showAnswer
    self.showFinding = showFinding
    self.clearScreen = clearScreen
    self.sessionDidChange = sessionDidChange
    self.showPages = showPages ?? showAnswer
    self.keepWork = keepWork
    self.isInterrupted = isInterrupted
  }

  /// Runs until the lines end.
  public mutating func run() -> End {
    var beginning = ""
    session.showsBeginnings = reader.showsBeginnings
    var paste: PasteReport?
    while true {
      session.width = style().width
      sessionDidChange(session)
      let prompt = session.prompt
      var response: Response
      let reading = reader.read(prompt: prompt, beginning: beginning)
      beginning = ""
      // The window may have another width by now.
      session.width = style().width
      switch reading {
      case .line(let bytes):
        if reader.isPasting, paste == nil { paste = PasteReport(session.workspace) }
        session.isPasting = paste != nil
        session.hasLinesToCome = paste != nil || reader.hasPastedLines
        response = Interruption.watch(isInterrupted) { session.respond(to: bytes) }
        session.isPasting = false
        paste?.keepFindings(of: &response, in: session)
        if !reader.isPasting || response.isOver { finish(&paste, &response) }
        if !reader.hasPastedLines { session.endPaste(&response) }
      case .cancelled:
        response = session.cancelQuestion()
        finish(&paste, &response)
        session.endPaste(&response)
      case .end: response = Interruption.watch(isInterrupted) { session.end() }
      case .terminated(let signal): return .terminated(signal: signal)
      }
      // Half an answer must not look like a whole one; the reader tells how this ends.
      if !session.isTyped, isInterrupted() { continue }
      response.show(keepWork(&session))
      guard show(response, after: prompt) else { return .unheard }
      if response.isOver { return .finished }
      if let plain = response.plain { reader.isPlain = plain }
      beginning = response.beginning
      reader.isBeginningOffered = response.isBeginningOffered
    }
  }

  /// Says once how a paste went, after its last line.
  private func finish(_ paste: inout PasteReport?, _ response: inout Response) {
    guard let report = paste else { return }
    paste = nil
    report.tell(session, &response)
  }

  private func show(_ response: Response, after prompt: String) -> Bool {
    if response.clearsScreen { clearScreen() }
    let style = style()
    let width = min(style.width, session.width)
    var text = ""
    for (place, piece) in response.pieces.enumerated() {
      if place == response.piecesForReading, !text.isEmpty, place > 0 {
        guard showPages(text) else { return false }
        text = ""
      }
      switch piece {
      case .lines(let lines): text += style.render(lines)
      case .finding(let finding):
        let isVisible = session.isTyped && finding.line?.file == nil
        let place: DiagnosticRenderer.Place =
          isVisible ? .typed(afterColumns: TextWidth.of(prompt)) : .unseen
        let lines = DiagnosticRenderer.render(finding, place: place, width: width)
        guard text.isEmpty || showAnswer(text) else { return false }
        text = ""
        guard showFinding(style.render(lines)) else { return false }
      }
    }
    if text.isEmpty { return true }
    return response.pieces.count == response.piecesForReading ? showPages(text) : showAnswer(text)
  }
}
