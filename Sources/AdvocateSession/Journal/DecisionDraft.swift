import AdvocateAnalysis
import AdvocateCharter

/// What a line, or the answers to a few questions, say of a decision.
struct DecisionDraft: Equatable {
  /// What is wrong with a line.
  enum Problem: Error, Equatable {
    /// These words begin no part of it.
    case unknown(String)
    /// Nothing stands behind this word.
    case missing(String)
    /// A sureness that is no number from 50 to 99.
    case sureness(String)
    /// Somebody is sure of nothing.
    case sureOfNothing
    /// No date, or none that can come.
    case date(String)
    /// This part came already.
    case twice(String)
  }

  /// The words that name the action; nil for the one at hand.
  var action: String?
  var course: Decision.Course?
  var expectation: String?
  var sure: Int?
  var reviewOn: CalendarDay?
  var override: String?

  /// What the line behind `journal` says; nil where it does not begin with what is decided.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - today: the day that it is.
  ///   - actions: what actions are called; such a name may hold words that begin a part.
  static func read(
    _ text: String, today: CalendarDay, actions: [String] = []
  ) -> Result<DecisionDraft, Problem>? {
    var words = text.split(separator: " ").map(String.init)[...]
    var draft = DecisionDraft()
    // The longest words count: `go ahead changed` begins like `go ahead`.
    let courses = Decision.Course.allCases.map { ($0, $0.rawValue.split(separator: " ")) }
      .sorted { $0.1.count > $1.1.count }
    guard
      let (course, said) = courses.first(where: { _, said in
        words.prefix(said.count).map(key) == said.map(String.init)
      })
    else { return nil }
    draft.course = course
    words = words.dropFirst(said.count)
    do {
      while let clause = Clause(words, isFirst: draft.isBare) {
        words = words.dropFirst(clause.words)
        let end = clause.end(in: words, actions: actions)
        try draft.take(clause, plain(words[..<end]), today)
        words = words[end...]
      }
      if !words.isEmpty { throw Problem.unknown(words.joined(separator: " ")) }
      if draft.sure != nil, draft.expectation == nil { throw Problem.sureOfNothing }
      return .success(draft)
    } catch let problem as Problem {
      return .failure(problem)
    } catch {
      return .failure(.unknown(text))
    }
  }

  /// Whether nothing but what is decided was said so far.
  private var isBare: Bool {
    action == nil && expectation == nil && sure == nil && reviewOn == nil && override == nil
  }

  private mutating func take(_ clause: Clause, _ text: String, _ today: CalendarDay) throws {
    guard !text.isEmpty else { throw Problem.missing(clause.rawValue) }
    switch clause {
    case .on: action = text
    case .expecting:
      guard expectation == nil else { throw Problem.twice("expecting") }
      expectation = text
    case .sure:
      guard self.sure == nil else { throw Problem.twice("sure") }
      guard let sure = Self.sureness(text) else { throw Problem.sureness(text) }
      self.sure = sure
    case .reviewOn, .reviewIn:
      guard reviewOn == nil else { throw Problem.twice("review") }
      let date = clause == .reviewIn ? "in " + text : text
      guard let day = Self.day(date, today: today) else { throw Problem.date(date) }
      reviewOn = day
    case .override: override = text
    }
  }

  // MARK: - Pieces

  /// The number that `text` says of how sure somebody is, from 50 to 99; nil for anything else.
  static func sureness(_ text: String) -> Int? {
    let words = text.lowercased().split(separator: " ").filter { $0 != "sure" }
    guard words.count == 1, let word = words.first else { return nil }
    let number = Int(word.last == "%" ? word.dropLast() : word)
    return number.flatMap { RevealedPrediction.sureness.contains($0) ? $0 : nil }
  }

  /// The day that `text` names, `2026-12-24`, `in 30 days` or `in 6 weeks`; nil where it is none,
  /// or lies before `today`.
  static func day(_ text: String, today: CalendarDay) -> CalendarDay? {
    let words = text.lowercased().split(separator: " ").map(String.init)
    if let day = CalendarDay(words.last ?? ""), words.count == 1 || words == ["on", words[1]] {
      return day >= today ? day : nil
    }
    guard words.count == 3, words[0] == "in", let count = Int(words[1]), count >= 0 else {
      return nil
    }
    let days: Int
    switch words[2] {
    case "day", "days": days = count
    case "week", "weeks": days = count <= mostDays ? 7 * count : count
    default: return nil
    }
    return days <= mostDays ? today.adding(days: days) : nil
  }

  /// The most days until somebody looks again: a hundred years.
  private static let mostDays = 36_525

  /// A word as it is compared: in small letters and without a comma behind it.
  static func key(_ word: String) -> String {
    let folded = word.lowercased()
    return folded.last == "," ? String(folded.dropLast()) : folded
  }

  /// A text without the full stop at its end, since sentences are made around it.
  static func withoutStop(_ text: String) -> String {
    guard let last = text.lastIndex(where: { $0 != "." && $0 != " " }) else { return text }
    return String(text[...last])
  }

  /// Words as a text, without what only parts it from what follows.
  private static func plain(_ words: ArraySlice<String>) -> String {
    var text = words.joined(separator: " ")
    while let last = text.last, last == "," || last == ";" { text.removeLast() }
    return text
  }

  /// A part of the line, by the words that it begins with.
  private enum Clause: String, CaseIterable {
    case on
    case expecting
    case sure
    case reviewOn = "review on"
    case reviewIn = "review in"
    case override = "override because"

    var words: Int { rawValue.split(separator: " ").count }

    /// The part that `words` begin.
    ///
    /// - Parameters:
    ///   - words: what follows in the line.
    ///   - isFirst: whether it stands behind what is decided, where alone an action is named.
    init?(_ words: ArraySlice<String>, isFirst: Bool) {
      let found = Self.allCases.first { clause in
        words.prefix(clause.words).map(DecisionDraft.key).joined(separator: " ") == clause.rawValue
      }
      guard let found, isFirst || found != .on else { return nil }
      self = found
    }

    /// The place in `words`, which follow it, where the next part begins, or the end.
    ///
    /// To a reason belongs all that follows. `sure` is a word like others unless a number follows,
    /// and so is `expecting` in what is expected.
    func end(in words: ArraySlice<String>, actions: [String]) -> Int {
      if self == .override { return words.endIndex }
      let name = self == .on ? Self.nameLength(words, actions) : 0
      return words.indices.dropFirst(name).first { place in
        switch Clause(words[place...], isFirst: false) {
        case nil: return false
        case .expecting: return self != .expecting
        case .sure:
          let next = words.indices.contains(place + 1) ? DecisionDraft.key(words[place + 1]) : ""
          return next.first?.isNumber == true
        default: return true
        }
      } ?? words.endIndex
    }

    /// How many of `words` are the name of an action; 0 where they begin with none.
    private static func nameLength(_ words: ArraySlice<String>, _ actions: [String]) -> Int {
      let lengths = actions.compactMap { action -> Int? in
        let name = action.lowercased().split(separator: " ").map(String.init)
        guard words.prefix(name.count).map(DecisionDraft.key) == name.map(DecisionDraft.key) else {
          return nil
        }
        // Behind the name stands a group of customers, the next part, or nothing.
        let rest = words.dropFirst(name.count)
        let follows = Clause(rest, isFirst: false) != nil || rest.first?.lowercased() == "for"
        return rest.isEmpty || follows ? name.count : nil
      }
      return lengths.max() ?? 0
    }
  }
}

/// What a line, or the answers to two questions, say of what came of a decision.
struct ReviewDraft: Equatable {
  var number: Int
  var went: String
  var cameTrue: Decision.Review.Truth?

  /// What the line behind `review` says, `3 went better, came true`; nil for anything else, and
  /// where the end tells of what came true in a way that may mean something else, as `nothing came
  /// true` does.
  static func read(_ text: String) -> ReviewDraft? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 2, let number = Int(words[0]), DecisionDraft.key(words[1]) == "went" else {
      return nil
    }
    return parted(Array(words.dropFirst(2))).map { went, truth in
      ReviewDraft(number: number, went: went, cameTrue: truth)
    }
  }

  private static let endings: [(words: String, truth: Decision.Review.Truth)] = [
    ("came partly true", .partly), ("partly came true", .partly), ("did not come true", .no),
    ("came true", .yes),
  ]

  /// How it went, parted from whether the expectation came true; nil where that cannot be told.
  private static func parted(_ words: [String]) -> (String, Decision.Review.Truth?)? {
    for (ending, truth) in endings {
      let count = ending.split(separator: " ").count
      let last = words.suffix(count).map { key($0) }.joined(separator: " ")
      guard last == ending else { continue }
      var rest = words.dropLast(count)
      if let it = rest.last, key(it) == "it" { rest.removeLast() }
      guard isOver(rest) else { return nil }
      let went = plain(rest)
      return (went.isEmpty ? ending : went, truth)
    }
    let went = plain(words[...])
    return went.isEmpty ? nil : (went, nil)
  }

  /// Whether a sentence is over behind `words`, so that what follows is one of its own.
  private static func isOver(_ words: ArraySlice<String>) -> Bool {
    guard let last = words.last else { return true }
    return ["and", "but"].contains(last.lowercased())
      || last.last.map { ",;.".contains($0) } == true
  }

  private static func key(_ word: String) -> String {
    let folded = DecisionDraft.key(word)
    return folded.last == "." ? String(folded.dropLast()) : folded
  }

  private static func plain(_ words: ArraySlice<String>) -> String {
    var words = words
    if let last = words.last, ["and", "but"].contains(last.lowercased()) { words.removeLast() }
    var text = words.joined(separator: " ")
    while let last = text.last, ",;.".contains(last) { text.removeLast() }
    return text
  }
}
