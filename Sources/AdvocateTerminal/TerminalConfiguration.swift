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
  /// True if nothing is drawn beside what is typed: no colour, no suggestion, no passing list.
  public var isPlain: Bool
  /// What may stand at the cursor, given the text before it.
  public var complete: (String) -> CompletionAnswer
  /// What the words of a line are, for their colours.
  public var mark: (String) -> [MarkedWord]
  /// What may follow the line so far, where the history knows nothing; nil for nothing.
  public var suggest: (String) -> String?

  /// Makes a configuration.
  public init(
    styled: Bool = true,
    historyPath: String? = nil,
    historyLimit: Int = 2_000,
    isPlain: Bool = false,
    complete: @escaping (String) -> CompletionAnswer = { _ in
      CompletionAnswer(replacedCharacters: 0, items: [])
    },
    mark: @escaping (String) -> [MarkedWord] = { _ in [] },
    suggest: @escaping (String) -> String? = { _ in nil }
  ) {
    self.styled = styled
    self.historyPath = historyPath
    self.historyLimit = historyLimit
    self.isPlain = isPlain
    self.complete = complete
    self.mark = mark
    self.suggest = suggest
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

  /// True if the terminal knows colours, as far as its name tells: all but the oldest do.
  static var knowsColours: Bool {
    guard let name = getenv("TERM") else { return false }
    return !String(cString: name).hasPrefix("vt")
  }

  /// The best reader for this terminal, or for the lack of one.
  ///
  /// Sets the locale and the signal handlers. Call it on the thread that will read, before any
  /// other thread is started.
  public static func makeLineReader(_ configuration: TerminalConfiguration) -> any LineReader {
    // Where the system knows no UTF-8, libedit would drop letters without a word.
    let knowsUTF8 = TextEncoding.useUTF8()
    if canEdit, knowsUTF8, let reader = LibeditLineReader(configuration) { return reader }
    return PlainLineReader(echoPrompt: isInteractive)
  }
}
