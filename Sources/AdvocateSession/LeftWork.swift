import AdvocateDiagnostics

/// Unsaved work that a session left behind when it was ended from outside.
public struct LeftWork: Sendable, Equatable {
  /// What tells it from others; the session gives it back to have it forgotten.
  public var id: String
  /// When it was kept last, in words, as in `22 November, 14:05`.
  public var moment: String
  /// The folder that names of files in its lines start from; nil where it is the present one.
  public var folder: String?
  /// The file that it was saved in before, if any.
  public var fileName: String?
  /// The lines, as ``Session/unsavedText`` gave them.
  public var text: String
  /// Whether a part of it is missing.
  public var isDamaged: Bool

  /// Describes work that was left behind.
  public init(
    id: String, moment: String, folder: String? = nil, fileName: String? = nil, text: String,
    isDamaged: Bool = false
  ) {
    (self.id, self.moment, self.folder) = (id, moment, folder)
    (self.fileName, self.text, self.isDamaged) = (fileName, text, isDamaged)
  }

  /// The line above those that wait for another to be mended.
  public static let waitingMark = "# The lines below wait for the first of them to be mended."

  /// The line above the minutes of a meeting that stand in no file.
  public static let minutesMark = "# The minutes of a meeting, which stand in no file."
  /// What stands before each line of such minutes.
  static let minutesLead = "# | "

  /// The minutes of a meeting that stand in no file, line by line.
  var minutes: [String] {
    let lines = text.split(separator: "\n").drop { $0 != Self.minutesMark }.dropFirst()
    return lines.prefix { $0.hasPrefix(Self.minutesLead) }
      .map { String($0.dropFirst(Self.minutesLead.count)) }.filter { !$0.isEmpty }
  }

  /// The lines that say something.
  var lines: [Substring] {
    text.split(separator: "\n").filter { line in
      let first = line.first { $0 != " " }
      return first != nil && first != "#"
    }
  }

  /// How much it is, in words.
  var extent: String {
    guard minutes.isEmpty else {
      return (lines.isEmpty ? "" : linesInWords + " and ") + "the minutes of a meeting"
    }
    return linesInWords
  }

  private var linesInWords: String {
    let actions = lines.filter { $0.hasPrefix("action ") }
    let count = lines.count == 1 ? "1 line" : "\(lines.count) lines"
    guard let first = actions.first else { return count }
    let words = first.split(separator: " ").dropFirst().joined(separator: " ")
    let name = Session.shortened(HarmlessText.of(words), to: Self.longestName)
    return actions.count == 1
      ? "\(name) (1 action, \(count))"
      : "\(name) and \(actions.count - 1) more (\(actions.count) actions, \(count))"
  }

  /// The columns that the name of an action takes at most.
  private static let longestName = 40
}

/// The place where unsaved work outlives the program; the session itself touches no disk.
public struct WorkKeeping {
  /// The work that sessions left behind which are no more, the oldest first.
  public var left: () -> [LeftWork]
  /// Forgets such work; false where it cannot be forgotten.
  public var forget: (LeftWork) -> Bool
  /// Whether the work of this session is kept just now.
  public var isKept: () -> Bool

  /// Creates access to such a place.
  public init(
    left: @escaping () -> [LeftWork], forget: @escaping (LeftWork) -> Bool,
    isKept: @escaping () -> Bool
  ) {
    self.left = left
    self.forget = forget
    self.isKept = isKept
  }

  /// No such place.
  public static var none: WorkKeeping {
    WorkKeeping(left: { [] }, forget: { _ in false }, isKept: { false })
  }
}
