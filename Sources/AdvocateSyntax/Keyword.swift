/// The words that begin lines and the words that no name may hold.
public enum Keyword {
  /// The words that set the subject.
  public static let subjects = [
    "action", "charter", "expect", "fact", "ledger", "phrases", "rule",
  ]

  /// The words that begin commands and other lines that stand for themselves, in any edition.
  ///
  /// A fact name starts with none of them, so that a line inside an action is never two things.
  public static let commands = [
    "again", "ask", "check", "clear", "compare", "copy", "difference", "drop", "explain", "flip",
    "forget", "forms", "help", "journal", "judge", "keep", "lesson", "lifetime", "list", "load",
    "look", "mirror", "override", "plain", "precedents", "predict", "purpose", "quit", "quiz",
    "rank", "recover", "redo", "rename", "review", "room", "save", "show", "tour", "transcript",
    "twins", "undo", "use", "weigh", "what", "why", "challenge", "test",
  ]

  /// The words that part the pieces of a line: no fact name and no level holds one.
  public static let reserved: Set<String> = [
    "and", "because", "between", "include", "includes", "is", "not", "or", "roughly", "untouched",
    "when",
  ]

  /// The pairs of words that do the same.
  public static let reservedPairs = ["at least", "at most", "less than", "more than"]

  /// The word that begins a line inside an action for one group of customers.
  public static let group = "for"

  /// Whether a line inside an action that begins with `word` is no fact line.
  public static func startsAnotherLine(_ word: String) -> Bool {
    let word = word.lowercased()
    return subjects.contains(word) || commands.contains(word) || word == "note"
  }

  /// The first reserved word, or pair of words, in a name.
  public static func firstReserved(in name: String) -> String? {
    let words = name.lowercased().split(separator: " ").map(String.init)
    for (place, word) in words.enumerated() {
      if reserved.contains(word) { return word }
      if place + 1 < words.count {
        let pair = word + " " + words[place + 1]
        if reservedPairs.contains(pair) { return pair }
      }
    }
    return nil
  }
}

/// What the lines below a subject line say things about.
public enum SubjectKind: String, Sendable, CaseIterable {
  case action
  case charter
  case expect
  case fact
  case ledger
  case phrases
  case rule
}
