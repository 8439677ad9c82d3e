/// Counts how often any of some phrases stands in a text, as whole words.
struct PhraseCounter: Sendable {
  private let phrases: [[String]]

  init(_ phrases: [String]) {
    // Where one phrase begins another, the longer is meant.
    self.phrases = phrases.map(Self.words).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// The number of places, counted without overlap from the left; capitals do not count.
  func count(in text: String) -> Int {
    let words = Self.words(text)
    var position = 0
    var count = 0
    while position < words.count {
      if let phrase = phrases.first(where: { words[position...].starts(with: $0) }) {
        count += 1
        position += phrase.count
      } else {
        position += 1
      }
    }
    return count
  }

  /// The words of `text` in lower case; an apostrophe belongs to its word, a hyphen parts two.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "'" || character == "’" {
        word.append("'")
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
