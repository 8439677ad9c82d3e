public import AdvocateSession
import Glibc

/// How a prompt behaves.
public struct TerminalConfiguration {
  /// True if the prompt may be bold.
  public var styled: Bool
  /// Where the history is kept from one session to the next, nil for nowhere.
  public var historyPath: String?
  /// How many lines of history are kept.
  public var historyLimit: Int
  /// What may stand at the cursor, given the text before it.
  public var complete: (String) -> CompletionAnswer

  /// Makes a configuration.
  public init(
    styled: Bool = true,
    historyPath: String? = nil,
    historyLimit: Int = 2_000,
    complete: @escaping (String) -> CompletionAnswer = { _ in
      CompletionAnswer(replacedCharacters: 0, items: [])
    }
  ) {
    self.styled = styled
    self.historyPath = historyPath
    self.historyLimit = historyLimit
    self.complete = complete
  }
}

/// What stands at the two ends of the program.
public enum Terminal {
  /// True if a person may be at both ends: standard input and output are terminals.
  public static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

  /// True if the terminal can be drawn on: it has a name, and the name is not `dumb`.
  public static var canEdit: Bool {
    guard isInteractive, let name = getenv("TERM") else { return false }
    let type = String(cString: name)
    return !type.isEmpty && type != "dumb"
  }

  /// The best reader for this terminal, or for the lack of one.
  ///
  /// Sets the locale and the signal handlers. Call it on the thread that will read, before any
  /// other thread is started.
  public static func makeLineReader(_ configuration: TerminalConfiguration) -> any LineReader {
    TextEncoding.useUTF8()
    if canEdit, let reader = LibeditLineReader(configuration) { return reader }
    return PlainLineReader(echoPrompt: isInteractive)
  }
}
