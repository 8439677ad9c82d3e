import AdvocateDiagnostics
import AdvocateSyntax

/// A line read as far as it goes: what its words are, and what may stand where it ends.
struct LineOutline {
  /// Some words of the line, and what they are.
  struct Piece: Equatable {
    enum Role: Equatable {
      case reserved
      case gap(LineGap)
      case text
    }

    var words: Range<Int>
    var role: Role
  }

  /// Something that may stand from a place of the line to its end.
  struct Opening {
    enum Content {
      /// Words of the language, with what they do: `must` when nothing else may follow, `isLast`
      /// when nothing follows them.
      case words([(word: String, gloss: String)], must: Bool, isLast: Bool)
      case gap(LineGap)
      /// The starts of lines.
      case start
    }

    /// The byte of the line where it begins.
    var start: Int
    var content: Content
  }

  let text: String
  let words: [Word]
  /// Whether a blank, or nothing, stands before the cursor, so that the last word is whole.
  let isFinished: Bool
  var pieces: [Piece] = []
  var openings: [Opening] = []

  init(_ text: String) {
    self.text = text
    words = LineParser.words(of: text)
    isFinished = text.utf8.last.map { $0 == 32 || $0 == 9 } ?? true
  }

  /// Where the word at `place` begins; the end of the line for the place behind the last.
  func start(of place: Int) -> Int {
    words.indices.contains(place) ? words[place].span.start : text.utf8.count
  }

  /// The words of the pieces as one phrase.
  func phrase(_ range: Range<Int>) -> Phrase? {
    guard range.upperBound <= words.count else { return nil }
    var part = Array(words[range])
    // A colon behind a name stands for `is`.
    if let last = part.indices.last, part[last].endsInColon, !part[last].isCopula {
      part[last] = part[last].withoutColon
    }
    return part.phrase
  }

  mutating func add(_ words: Range<Int>, _ role: Piece.Role) {
    guard !words.isEmpty else { return }
    pieces.append(Piece(words: words, role: role))
  }

  /// Says what may stand from the word at `place` on; where that would be a new word, only once
  /// the last one is whole.
  mutating func open(_ place: Int, _ content: Opening.Content) {
    if place == words.count, !isFinished { return }
    openings.append(Opening(start: start(of: place), content: content))
  }

  mutating func openWords(
    _ place: Int, _ words: [(word: String, gloss: String)], must: Bool = false,
    isLast: Bool = false
  ) {
    open(place, .words(words, must: must, isLast: isLast))
  }
}
