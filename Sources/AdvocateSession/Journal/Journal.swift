public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics

/// Why the journal could not be read or written, as sentences with what to do next.
public struct JournalProblem: Error, Sendable, Equatable {
  /// The sentences.
  public var text: String

  /// Creates a reason.
  public init(_ text: String) { self.text = text }
}

/// What stands in the journal.
public struct JournalContent: Sendable, Equatable {
  /// The decisions in the order of their numbers.
  public var decisions: [Decision] = []
  /// How many entries could not be read.
  public var unreadable = 0

  /// Creates what stands in a journal; nothing at first.
  public init(decisions: [Decision] = [], unreadable: Int = 0) {
    (self.decisions, self.unreadable) = (decisions, unreadable)
  }
}

/// What may happen to a decision that is kept.
public enum JournalChange: Sendable, Equatable {
  /// The reason for going against the verdict is said.
  case override(String)
  /// Somebody says what came of it.
  case review(Decision.Review)
  /// It is taken out.
  case remove
}

/// The private place where decisions are kept; the session itself touches no disk and no clock.
public struct JournalKeeping {
  /// The day that it is.
  public var today: () -> CalendarDay
  /// Gives all that is kept.
  public var read: () -> Result<JournalContent, JournalProblem>
  /// Gives the text of a charter by the number of its version; nil where there is none.
  public var charter: (_ version: Int) -> Result<String?, JournalProblem>
  /// Keeps a decision beside the text of its charter, and gives its number.
  public var keep: (Decision, _ charter: String) -> Result<Int, JournalProblem>
  /// Changes the decision of this number; false where there is none.
  public var change: (_ number: Int, JournalChange) -> Result<Bool, JournalProblem>

  /// Creates access to such a place.
  ///
  /// - Parameters:
  ///   - today: the day that it is.
  ///   - read: gives all that is kept.
  ///   - charter: gives the text of a charter by the number of its version.
  ///   - keep: keeps a decision beside the text of its charter, and gives its number.
  ///   - change: changes the decision of a number; false where there is none.
  public init(
    today: @escaping () -> CalendarDay,
    read: @escaping () -> Result<JournalContent, JournalProblem>,
    charter: @escaping (_ version: Int) -> Result<String?, JournalProblem>,
    keep: @escaping (Decision, _ charter: String) -> Result<Int, JournalProblem>,
    change: @escaping (_ number: Int, JournalChange) -> Result<Bool, JournalProblem>
  ) {
    (self.today, self.read, self.charter) = (today, read, charter)
    (self.keep, self.change) = (keep, change)
  }

  /// A journal that lasts as long as what holds it.
  ///
  /// - Parameters:
  ///   - decisions: what stands in it at first.
  ///   - charters: the texts of their charters, the first version first.
  ///   - today: the day that it is.
  public static func inMemory(
    _ decisions: [Decision] = [], charters: [String] = [], today: @escaping () -> CalendarDay
  ) -> JournalKeeping {
    let memory = JournalMemory(decisions, charters)
    return JournalKeeping(
      today: today, read: { .success(JournalContent(decisions: memory.decisions)) },
      charter: { .success(memory.charter($0)) }, keep: { .success(memory.keep($0, $1)) },
      change: { .success(memory.change($0, $1)) })
  }
}

/// Decisions that nothing outlives.
///
/// A class, since the closures of a journal read and write the same decisions.
private final class JournalMemory {
  private(set) var decisions: [Decision]
  private var charters: [String]
  private var last: Int

  init(_ decisions: [Decision], _ charters: [String]) {
    (self.decisions, self.charters) = (decisions, charters)
    last = decisions.map(\.number).max() ?? 0
  }

  func charter(_ version: Int) -> String? {
    charters.indices.contains(version - 1) ? charters[version - 1] : nil
  }

  func keep(_ decision: Decision, _ charter: String) -> Int {
    var decision = decision
    if !charters.contains(charter) { charters.append(charter) }
    decision.version = (charters.firstIndex(of: charter) ?? 0) + 1
    last += 1
    decision.number = last
    decisions.append(decision)
    return last
  }

  func change(_ number: Int, _ change: JournalChange) -> Bool {
    guard let place = decisions.firstIndex(where: { $0.number == number }) else { return false }
    switch change {
    case .override(let reason): decisions[place].override = reason
    case .review(let review): decisions[place].review = review
    case .remove: decisions.remove(at: place)
    }
    return true
  }
}
