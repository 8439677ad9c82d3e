public import AdvocateDiagnostics

/// What becomes of a line that could not be taken.
public enum LineFate: Sendable, Equatable {
  /// It was typed just now: it is left out, and the one who typed it can mend it.
  case typed
  /// It is left out of a file, and its subject, where it has one, is marked incomplete.
  case leftOut(of: String?)
  /// It set no subject, so what was typed below it waits until it is mended.
  case holdsWhatFollows
  /// It set no subject in a file, so the lines below it are left out, too.
  case leftOutWithLinesBelow(Int)

  /// The fate in words.
  public var sentence: StyledText {
    switch self {
    case .typed:
      return "The line is left out. Press Up, mend it, Enter."
    case .leftOut(nil):
      return "The line is left out."
    case .leftOut(let subject?):
      return "The line is left out, and \(subject) is marked incomplete."
    case .holdsWhatFollows:
      return """
        No subject is set. Lines for this one wait until it is mended: press Up.
        """
    case .leftOutWithLinesBelow(let count):
      return switch count {
      case 0: "The line is left out."
      case 1: "It is left out, and so is the line below it, which would belong to it."
      default: "It is left out, and so are the \(count) lines below it, which would belong to it."
      }
    }
  }
}
