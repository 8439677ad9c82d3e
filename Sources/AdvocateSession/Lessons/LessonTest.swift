import AdvocateSyntax

/// What the lines of a learner must have brought about, however they were spelt.
enum LessonTest: Equatable {
  /// A command was used, with these words behind it.
  case used(String)
  /// A change that is tried has this effect.
  case supposed(String)
  /// The action at hand is none of those that the lesson brought.
  case ownAction
  /// The charter has a rule with a reason and a source that the lesson did not bring.
  case ownRule
  /// So many reasons beside money were added, each with something that serves it.
  case ownReasons(Int)
  /// So many facts are said of the action at hand.
  case facts(Int)
  /// Something is said of a fact.
  case said(String)
  /// The text of a fact does without some words.
  case avoids(fact: String, words: String)
  /// At least so many of the actions at the step's beginning have another verdict.
  case turns(Int)
  /// All expectations hold.
  case expectationsHold
  /// The balance of the ledger at hand is nowhere below zero from one day to another.
  case balance(from: Int, to: Int)
  /// The ledger at hand has at most so many deeds.
  case deeds(Int)
  /// A line of `expect` holds.
  case expectation(String)
  /// A test of a rule holds.
  case fact(String)

  /// Reads a test; nil where it is none.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    if first == "used" {
      let commands = LineParser.commandWords + ["ledger"]
      guard commands.contains(where: { rest == $0 || rest.hasPrefix($0 + " ") }) else {
        return nil
      }
      self = .used(rest)
    } else if words.prefix(2) == ["what", "if"] {
      let inner = words.dropFirst(2).joined(separator: " ")
      guard Self.plain(inner) != nil else { return nil }
      self = .supposed(inner)
    } else if text == "own action" {
      self = .ownAction
    } else if text == "own rule" {
      self = .ownRule
    } else if words.prefix(4) == ["own", "reasons", "at", "least"], words.count == 5,
      let count = Int(words[4])
    {
      self = .ownReasons(count)
    } else if text == "expectations hold" {
      self = .expectationsHold
    } else if first == "facts", words.count == 4, words[1...2] == ["at", "least"],
      let count = Int(words[3])
    {
      self = .facts(count)
    } else if first == "turns", words.count == 4, words[1...2] == ["at", "least"],
      let count = Int(words[3])
    {
      self = .turns(count)
    } else if first == "deeds", words.count == 4, words[1...2] == ["at", "most"],
      let count = Int(words[3])
    {
      self = .deeds(count)
    } else if first == "balance", words.count == 9,
      words[1...5] == ["at", "least", "0", "from", "day"],
      let from = Int(words[6]), words[7] == "to", let to = Int(words[8]), from <= to
    {
      self = .balance(from: from, to: to)
    } else if first == "said", !rest.isEmpty {
      self = .said(rest)
    } else if let mark = Self.place(of: ["does", "not", "say"], in: words), mark > 0,
      mark + 3 < words.count
    {
      self = .avoids(
        fact: words[..<mark].joined(separator: " "),
        words: words[(mark + 3)...].joined(separator: " "))
    } else if let plain = Self.plain(text) {
      self = plain
    } else {
      return nil
    }
  }

  /// A line of `expect`, or a test as rules have it.
  private static func plain(_ text: String) -> LessonTest? {
    if case .success(.expectation) = LineParser.read(text, subject: .expect).result {
      return .expectation(text)
    }
    if case .success(.clause) = LineParser.read("for when \(text)", subject: .rule).result {
      return .fact(text)
    }
    return nil
  }

  private static func place(of part: [String], in words: [String]) -> Int? {
    words.indices.first { words[$0...].starts(with: part) }
  }

  /// The fact that a test begins with.
  private static func subject(of test: String) -> String {
    guard
      case .success(.clause(_, let tests)) = LineParser.read(
        "for when \(test)", subject: .rule
      ).result
    else { return test }
    return tests.first?.fact.text ?? test
  }

  /// What is still to be done, in words.
  ///
  /// - Parameter isFree: whether the learner makes a plan of their own, so that the words give
  ///   nothing away that hints are there for.
  func openWords(isFree: Bool = true) -> String {
    switch self {
    case .expectation("settled"): "a verdict that no open answer can change"
    case .expectation(let text) where text.hasPrefix("for "):
      "the rule \(text.dropFirst(4)) speaks for it (`why` tells what it looks at)"
    case .supposed where !isFree: "another change, tried with `what if`"
    case .fact(let text) where !isFree:
      "another line about \(Self.subject(of: text))"
    case .used(let command): "type `\(command)`"
    case .supposed(let text): "try a change with `what if`, so that \(text)"
    case .ownAction: "an action of your own:  `action` (its name)"
    case .ownRule: "a rule of your own, with `because` and `source`"
    case .ownReasons(let count):
      "\(count) reasons, none of them money:  `reason` (the reason) `served by` (a rule)"
    case .facts(let count): "at least \(count) facts"
    case .said(let fact): "a line about \(fact)"
    case .avoids(let fact, let words): "\(fact) without \"\(words)\""
    case .turns(let count):
      "at least \(count == 1 ? "one action" : "\(count) actions") with another verdict than before"
    case .expectationsHold: "all expectations hold"
    case .balance(let from, let to):
      from == to
        ? "a balance that is not below 0 on day \(from)"
        : "a balance that is nowhere below 0 from day \(from) to \(to) (`ledger` shows where it is)"
    case .deeds(let count): "at most \(count) deeds"
    case .expectation(let text), .fact(let text): text
    }
  }
}
