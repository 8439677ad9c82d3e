import AdvocateAnalysis
import AdvocateCharter

/// The private place where predictions outlive a session; the session itself touches no disk.
public struct PredictionKeeping {
  /// Gives the lines that are kept, the oldest first, and the reason where there are more that
  /// cannot be read.
  public var read: () -> (lines: [String], problem: String?)
  /// Adds a line; gives the reason where it cannot.
  public var append: (String) -> String?

  /// Creates access to such a place.
  ///
  /// - Parameters:
  ///   - read: gives the lines, the oldest first, and what went wrong.
  ///   - append: adds a line; gives the reason where it cannot.
  public init(
    read: @escaping () -> (lines: [String], problem: String?),
    append: @escaping (String) -> String?
  ) {
    (self.read, self.append) = (read, append)
  }
}

/// What was predicted in one session.
struct Predictions {
  /// All that a verdict hangs on, so that a change can be told.
  struct Plan: Equatable {
    let facts: [Int: Statement.Content]
    let restIsUntouched: Bool
    let unread: Int
    let charter: String
    let revision: Int

    init(_ action: Action, _ workspace: Workspace) {
      facts = Dictionary(
        action.statements.map { ($0.fact, $0.content) }, uniquingKeysWith: { $1 })
      restIsUntouched = action.restIsUntouched
      unread = action.dropped.count
      charter = workspace.charter.name
      revision = workspace.charterRevision
    }
  }

  /// A prediction that waits to be revealed.
  struct Open {
    var action: String
    var said: String
    var sure: Int?
    /// The plan of which it was said.
    var plan: Plan
  }

  /// Those that wait, one for each plan, in the order in which they were made.
  var open: [Open] = []
  /// The plans whose verdict was shown, as they were then.
  var shown: [String: Plan] = [:]
  /// Those that were revealed, in order.
  var revealed: [RevealedPrediction] = []
  /// The lines that are still to be kept.
  var toKeep: [String] = []
  var hasToldProblem = false

  // MARK: - Lines

  private static let mark = "prediction"

  /// A prediction as one line of the private file: five fields, with a tab between any two.
  static func line(_ prediction: RevealedPrediction, action: String) -> String {
    let sure = prediction.sure.map(String.init) ?? "unsaid"
    return [mark, sure, prediction.said, prediction.found, action]
      .map { String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }.joined(separator: "\t")
  }

  /// What a line of the private file says; nil where it is damaged.
  static func prediction(_ line: String) -> RevealedPrediction? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5, fields[0] == mark, !fields[2].isEmpty, !fields[3].isEmpty else {
      return nil
    }
    guard fields[1] != "unsaid" else {
      return RevealedPrediction(said: fields[2], sure: nil, found: fields[3])
    }
    guard let sure = Int(fields[1]), RevealedPrediction.sureness.contains(sure) else { return nil }
    return RevealedPrediction(said: fields[2], sure: sure, found: fields[3])
  }

  // MARK: - What is typed

  /// What stands behind `predict`.
  enum Typed: Equatable {
    case verdict(String, sure: Int?)
    /// A sureness that is no number from 50 to 99.
    case badSureness(String)
  }

  /// Parts a verdict from how sure somebody is: `mixed sure 70`, `mixed 70 sure`, `mixed 70%`.
  static func typed(_ text: String) -> Typed {
    var words = text.split(separator: " ").map(String.init)
    let saysSure = words.contains { $0.lowercased() == "sure" }
    words.removeAll { $0.lowercased() == "sure" }
    guard let last = words.last, words.count > 1 || saysSure else {
      return .verdict(text, sure: nil)
    }
    let digits = last.last == "%" ? String(last.dropLast()) : last
    guard let number = Int(digits), words.count > 1 else {
      return saysSure ? .badSureness("") : .verdict(text, sure: nil)
    }
    guard RevealedPrediction.sureness.contains(number) else { return .badSureness(last) }
    return .verdict(words.dropLast().joined(separator: " "), sure: number)
  }
}
