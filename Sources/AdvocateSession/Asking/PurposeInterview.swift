import AdvocateAnalysis
import AdvocateCharter

/// The four times that `purpose` asks why we want customers, and what was answered so far.
struct PurposeInterview: Equatable {
  /// How often it asks.
  static let questions = 4

  /// What became of an answer.
  enum Answer: Equatable {
    /// It names money, with these words.
    case money([String])
    /// It is a reason beside money.
    case reason(String)
    /// It was said before.
    case repeated(String)
    /// There was none.
    case none
  }

  /// What became of the answers, in order.
  private(set) var answers: [Answer] = []

  /// Whether all questions are answered, so that only keeping is left to ask.
  var isOver: Bool { answers.count >= Self.questions }

  /// The reasons beside money, in order.
  var reasons: [String] {
    answers.compactMap { if case .reason(let text) = $0 { text } else { nil } }
  }

  /// How often the answer was money.
  var moneyCount: Int { answers.count { if case .money = $0 { true } else { false } } }

  /// Takes what was typed.
  ///
  /// - Returns: what becomes of it.
  mutating func take(_ typed: String, _ charter: Charter) -> Answer {
    let answer = read(typed, charter)
    answers.append(answer)
    return answer
  }

  /// Takes the last answer back.
  mutating func goBack() { _ = answers.popLast() }

  /// Asks no more.
  mutating func stop() {
    while !isOver { answers.append(.none) }
  }

  private func read(_ typed: String, _ charter: Charter) -> Answer {
    let text = Self.core(of: typed)
    if text.isEmpty { return .none }
    let money = MoneyTalk(charter).words(in: text)
    if !money.isEmpty { return .money(money) }
    let known = reasons + charter.purposes.map(\.text)
    if let before = known.first(where: { $0.lowercased() == text.lowercased() }) {
      return .repeated(before)
    }
    return .reason(text)
  }

  /// What was typed without what only leads to it.
  private static func core(of typed: String) -> String {
    var words = typed.split(separator: " ")
    for lead in [["we", "want", "customers", "because"], ["because"], ["so", "that"]]
    where words.map({ $0.lowercased() }).starts(with: lead) {
      words.removeFirst(lead.count)
    }
    var text = words.joined(separator: " ")
    while let last = text.last, ".!,;".contains(last) { text.removeLast() }
    return text
  }
}
