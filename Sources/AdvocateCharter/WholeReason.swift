import AdvocateDiagnostics

/// Why a script has to be read as a whole, and cannot be judged action by action.
public enum WholeReason: Sendable, Equatable {
  /// A line below the first action may be more than a line of an action: its number and its text.
  case line(Int, text: String)
  /// An action comes again, and goes on with what was said of it: the lines with its name.
  case again(first: Int, then: Int, text: String)
  /// An action is too long; the number of its first line.
  case longAction(line: Int)
  /// Too much stands before the first action.
  case longHead
  /// What stands before the first line that begins an action in the usual way has actions of its
  /// own.
  case actionsBefore

  /// The reason, as the end of a sentence.
  var clause: StyledText {
    switch self {
    case .line(let number, let text):
      """
      line \(Self.words(number)), \(Self.quoted(text)), may say something of more than the action \
      above it
      """
    case .again(let first, let then, let text):
      """
      line \(Self.words(then)), \(Self.quoted(text)), goes on with an action that began in line \
      \(Self.words(first))
      """
    case .longAction(let line):
      "the action in line \(Self.words(line)) has more than \(Self.bytes(Limits.longestRecord))"
    case .longHead:
      "its first action comes after more than \(Self.bytes(Limits.longestHead))"
    case .actionsBefore:
      """
      it has actions before the first line that begins, without a blank before it, with the small \
      word `action`
      """
    }
  }

  /// What to do about it.
  var remedy: StyledText {
    switch self {
    case .line:
      """
      Put lines that are not about one action before the first action, or into a file of their \
      own. Or part the file into several.
      """
    case .again:
      """
      Put all lines of that action in one place, or give one of the two another name. Or part the \
      file into several.
      """
    case .longAction: "Shorten it, or part the file into several."
    case .longHead: "Put them into a file of their own, and name it with `use`."
    case .actionsBefore:
      "Begin each action with a line such as `action Sale`. Or part the file into several."
    }
  }

  private static func words(_ count: Int) -> String {
    Number(count).decimal(places: 0, separator: ",")
  }

  /// A number of bytes in words that need not be exact.
  private static func bytes(_ count: Int) -> String {
    let millions = count / 1_000_000
    return millions == 1 ? "a million bytes" : "\(millions) million bytes"
  }

  /// The start of a line, as it can be shown.
  private static func quoted(_ text: String) -> StyledText {
    let line = HarmlessText.of(text.trimmed)
    let most = 60
    return "\(bold: line.count > most ? String(line.prefix(most - 3)) + "..." : line)"
  }
}
