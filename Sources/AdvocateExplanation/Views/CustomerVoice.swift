/// Sentences of the firm as customers would say them: "they" become "we", and "we" become "you".
enum CustomerVoice {
  /// `sentence` from the customers' side.
  ///
  /// What is said of "people" or "those who" stays theirs: a "they" that points back to such a word
  /// means somebody else, so that only "we" and its forms change.
  static func of(_ sentence: String) -> String {
    var speaksOfOthers = false
    var result = ""
    var word = ""
    func flush() {
      guard !word.isEmpty else { return }
      let key = word.lowercased()
      if antecedents.contains(key) { speaksOfOthers = true }
      let said = ours[key] ?? (speaksOfOthers ? nil : theirs[key])
      result += said.map { matched($0, to: word) } ?? word
      word = ""
    }
    for character in sentence {
      if character.isLetter {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private static let ours = [
    "we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves",
  ]

  private static let theirs = [
    "they": "we", "them": "us", "their": "our", "theirs": "ours", "themselves": "ourselves",
  ]

  /// Words to which a later "they" points back.
  private static let antecedents: Set = [
    "anybody", "anyone", "customers", "everybody", "everyone", "friends", "nobody", "others",
    "people", "person", "somebody", "someone", "staff", "strangers", "those", "whoever",
  ]

  /// `word` with a capital where `original` has one.
  private static func matched(_ word: String, to original: String) -> String {
    original.first?.isUppercase == true ? Words.sentence(word) : word
  }
}
