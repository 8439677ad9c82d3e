/// Follows through a text whether the clause at hand has denied what comes next.
///
/// A denial reaches to the end of its clause: to a comma, a `but`, a full stop, or an `and` with a
/// subject of its own. Inside a quotation it ends with the quotation.
struct Denial {
  private var isDenying = false
  /// Whether only words that do not part them have come since the denying word.
  private var isNear = false
  private var outside: (isDenying: Bool, isNear: Bool)?
  private var previous = ""
  /// Whether the clause said `rather`, so that `than` brings what is not wanted.
  private var prefers = false

  /// Whether a phrase that begins with the next word is denied.
  ///
  /// Whoever says `we never forget our customers` calls them ours all the same, so a phrase that
  /// begins with `our` is denied only by a word close by.
  func denies(_ firstWord: String) -> Bool {
    isDenying && (isNear || !["our", "ours", "my", "mine"].contains(firstWord))
  }

  /// Goes on to `word`: what stands before it may end a denial.
  mutating func reach(_ word: TextWord) {
    if word.closesQuotation, let before = outside {
      (isDenying, isNear) = before
      outside = nil
    }
    if word.opensQuotation { outside = (isDenying, isNear) }
    if word.gap == .sentence { outside = nil }
    if word.gap > .joined, !(word.key == "ever" && previous == "never") {
      (isDenying, prefers) = (false, false)
    }
    if ["and", "or"].contains(previous), Self.subjects.contains(word.key) { isDenying = false }
  }

  /// Takes `word`, which `next` follows, as part of no phrase with a denial of its own.
  mutating func take(_ word: TextWord, next: TextWord?) {
    let key = word.key
    defer { previous = key }
    if key == "rather" { prefers = true }
    if Self.ends.contains(key) {
      isDenying = false
    } else if isDenial(key, next: next.map { $0.gap == .joined ? $0.key : "" } ?? "") {
      (isDenying, isNear) = (true, true)
    } else if !Self.passed.contains(key) {
      isNear = false
    }
  }

  /// Goes past `word`, which belongs to a phrase with a denial of its own.
  mutating func pass(_ word: TextWord) {
    previous = word.key
    isNear = false
  }

  private func isDenial(_ key: String, next: String) -> Bool {
    switch key {
    case "of": previous == "instead"
    case "than": prefers
    case "not": previous != "why" && !Self.affirmedNot.contains(next)
    case "never": !Self.affirmedNever.contains(next)
    case "no": !["doubt", "less", "matter", "question", "sooner", "wonder"].contains(next)
    case "without": !["doubt", "fail", "question"].contains(next)
    case "none": next != "other"
    case "neither", "nobody", "nor", "nothing": true
    default: false
    }
  }

  /// After these words `not` denies nothing: `not only`, `do not forget to`.
  private static let affirmedNot: Set<String> = [
    "fail", "forget", "help", "hesitate", "just", "merely", "miss", "only", "simply", "stop",
    "wait",
  ]

  private static let affirmedNever: Set<String> = [
    "cease", "fail", "forget", "hesitate", "mind", "miss", "stop", "tire",
  ]

  /// Words that begin a clause of their own.
  private static let ends: Set<String> = [
    "although", "because", "but", "except", "if", "once", "since", "so", "then", "though",
    "unless", "until", "when", "whereas", "while",
  ]

  /// What `and` begins a new clause with.
  private static let subjects: Set<String> = [
    "customers", "everybody", "everyone", "he", "i", "it", "people", "she", "that", "there",
    "they", "this", "we", "you",
  ]

  /// Words over which a denial still stands close to a phrase.
  private static let passed: Set<String> = [
    "a", "about", "any", "are", "as", "be", "been", "call", "called", "calling", "have", "is",
    "longer", "of", "one", "own", "people", "really", "say", "says", "saying", "speak", "the",
    "them",
    "these", "they", "those", "to", "truly", "was", "were", "yet",
  ]
}
