/// The words and gaps of one form of a line, read from the text that `help` and `forms` show.
///
/// Small words stand as they are typed, words in capitals are gaps, and a bar parts words of which
/// one stands there: `copy ACTION as NAME`, `kind deed|outcome|view|given`.
struct LinePattern: Hashable {
  enum Piece: Hashable {
    /// One of these words.
    case words([String])
    /// Something that people name or choose, as the form calls it.
    case gap(String)
  }

  var pieces: [Piece] = []
  /// Whether the last two pieces may stand there any number of times.
  var repeats = false
  /// What such a line does, in a few words.
  var gloss: String

  init(_ form: String, _ gloss: String) {
    self.gloss = gloss
    for word in form.split(separator: " ").map(String.init) {
      guard word == word.uppercased(), word.contains(where: \.isLetter) else {
        pieces.append(.words(word.split(separator: "|").map(String.init)))
        continue
      }
      // A list of gaps between commas is one gap.
      if case .gap(let before)? = pieces.last, before.hasSuffix(",") { continue }
      pieces.append(.gap(word))
    }
    if pieces.count > 4, pieces.suffix(2) == pieces.dropLast(2).suffix(2) {
      pieces.removeLast(2)
      repeats = true
    }
  }

  /// The words that such a line begins with.
  var start: [String] {
    var start: [String] = []
    for case .words(let words) in pieces.prefix(while: { !$0.isGap }) {
      guard words.count == 1 else { break }
      start += words
    }
    return start
  }
}

extension LinePattern.Piece {
  var isGap: Bool { if case .gap = self { true } else { false } }
}

/// What may stand in a gap of a line.
enum LineGap: Hashable {
  /// The word that begins a line.
  case start
  /// An action that is there, or `do nothing`, which is offered only beside others.
  case action(isBeside: Bool)
  /// An action that is there.
  case ownAction
  /// An action of which something is expected, or one with a group of customers.
  case expectedAction
  /// The name behind a subject word: a new one, or one that is there.
  case subject(String)
  /// A name that is given here.
  case newName
  case rule
  /// A charter inside the program, the one in force, or a file.
  case charter
  case file
  case code
  case topic
  /// A view that `look` shows.
  case view
  case lineKind
  /// An action, a rule or a fact.
  case anything
  case band
  /// A verdict that can be expected.
  case verdict
  case lens
  case weight
  /// A group of customers of an action, with a colon behind it.
  case group
  case date
  /// A number, or a word for something counted, that no list holds.
  case plain
  /// A level of the fact that is declared.
  case ownLevel
  case phrases
  case textFact
  case arithmetic
  /// A fact, to be followed by `is` and a value.
  case statement
  /// A fact, to be followed by a comparison.
  case tested
  /// A value of the fact at this place, said of an action.
  case value(Int)
  /// An end of a range of the fact at this place, or a number that is roughly known.
  case bound(Int, above: Int?)
  /// A fact that holds numbers, or a number.
  case term
  /// A value in a comparison of the fact at this place.
  case operand(Int, above: Int?)
  /// The next of several levels of a fact.
  case nextLevel(Int)
  /// Words to the end of the line; what they are for.
  case text(String)
}

extension LineGap {
  /// Whether only what is known may stand there.
  var isListed: Bool {
    switch self {
    case .subject, .newName, .group, .charter, .file, .date, .plain, .text: false
    default: true
    }
  }

  /// What the gap `name` takes in the form that begins with the words `start`.
  init(_ name: String, start: [String], before: Int) {
    let word = start.first ?? ""
    switch name {
    case "ACTION" where ["copy", "on", "rename"].contains(word): self = .ownAction
    case "ACTION" where word == "expect": self = .expectedAction
    case "ACTION": self = .action(isBeside: ["better", "compare", "worse"].contains(word))
    case "RULE": self = .rule
    case "CHARTER": self = .charter
    case "FILE" where word == "use": self = .charter
    case "FILE": self = .file
    case "TOPIC": self = .topic
    case "VIEW": self = .view
    case "KIND": self = .lineKind
    case "NUMBER" where word == "explain", "NAME" where word == "explain": self = .code
    case "VERDICT" where word == "flip": self = .band
    case "VERDICT": self = .verdict
    case "DATE": self = .date
    case "N" where word == "weight" || word == "weigh": self = .weight
    case "LEVEL" where word == "means": self = .ownLevel
    case "PHRASES": self = .phrases
    case "FACT" where word == "counts": self = .textFact
    case "EXPRESSION": self = .arithmetic
    case "TEXT", "QUESTION", "EVIDENCE": self = .text("")
    case "NAME" where word == "use": self = .charter
    case "NAME" where word == "drop" || word == "show": self = .anything
    case "NAME" where word == "lens": self = .lens
    case "NAME" where word == "verdict": self = .newName
    case "NAME" where before == 1: self = .subject(word)
    case "NAME": self = .newName
    default: self = .plain
    }
  }
}
