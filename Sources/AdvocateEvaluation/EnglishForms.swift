/// The regular forms of English words, and a few irregular ones.
///
/// Forms are made from a base by the rules of spelling and never cut off from a word of the text:
/// `own` gives `owns`, `owned` and `owning`, and neither `owner` nor `town`. A form that is no word
/// does no harm, since nobody writes it.
enum EnglishForms {
  /// `word` in the singular and the plural.
  static func ofNoun(_ word: String) -> Set<String> {
    guard isInflected(word) else { return [word] }
    let bases = [word] + singulars(of: word)
    return Set(bases + bases.map(plural))
  }

  /// `word` as a noun and as a verb.
  static func ofAny(_ word: String) -> Set<String> {
    guard isInflected(word) else { return [word] }
    var forms: Set<String> = [word]
    for base in bases(of: word) {
      forms.formUnion([base, plural(base)])
      forms.formUnion(pasts(of: base))
      forms.formUnion(presents(of: base))
    }
    return forms
  }

  // MARK: - Bases

  /// Whether `word` has other forms at all, as far as its spelling tells.
  private static func isInflected(_ word: String) -> Bool {
    word.utf8.count >= 3 && word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      && !wholeWords.contains(word) && !functionWords.contains(word)
  }

  private static func singulars(of word: String) -> [String] {
    guard word.hasSuffix("s"), word.utf8.count > 3,
      !["ss", "us", "is"].contains(where: word.hasSuffix)
    else { return [] }
    var candidates = [String(word.dropLast())]
    if word.hasSuffix("ies") { candidates.append(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { candidates.append(String(word.dropLast(2))) }
    return candidates.filter { plural($0) == word }
  }

  /// What `word` can be a form of: only bases of which the rules make `word` again.
  private static func bases(of word: String) -> [String] {
    var bases = [word] + singulars(of: word)
    if let base = irregularBases[word] { bases.append(base) }
    if word.hasSuffix("ed"), !word.hasSuffix("eed") {
      let stem = String(word.dropLast(2))
      var candidates = [stem, stem + "e"]
      if stem.endsInDouble { candidates.append(String(stem.dropLast())) }
      if stem.hasSuffix("i") { candidates.append(stem.dropLast() + "y") }
      bases += candidates.filter { $0.isLikelyBase && pasts(of: $0).contains(word) }
    }
    if word.hasSuffix("ing") {
      let stem = String(word.dropLast(3))
      var candidates = [stem, stem + "e"]
      if stem.endsInDouble { candidates.append(String(stem.dropLast())) }
      if stem.hasSuffix("y") { candidates.append(stem.dropLast() + "ie") }
      bases += candidates.filter { $0.isLikelyBase && presents(of: $0).contains(word) }
    }
    return bases
  }

  // MARK: - Forms

  private static func plural(_ word: String) -> String {
    if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
    if word.endsInConsonantAndY { return word.dropLast() + "ies" }
    return word + "s"
  }

  private static func pasts(of word: String) -> [String] {
    if let irregular = irregularPasts[word] { return irregular }
    if word.hasSuffix("e") { return [word + "d"] }
    if word.endsInConsonantAndY { return [word.dropLast() + "ied"] }
    return word.stems.map { $0 + "ed" }
  }

  private static func presents(of word: String) -> [String] {
    if word.hasSuffix("ie") { return [word.dropLast(2) + "ying"] }
    if word.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: word.hasSuffix) {
      return [word.dropLast() + "ing"]
    }
    return word.stems.map { $0 + "ing" }
  }

  // MARK: - Words that go their own ways

  private static let irregularPasts: [String: [String]] = [
    "bind": ["bound"], "break": ["broke", "broken"], "buy": ["bought"], "catch": ["caught"],
    "drive": ["drove", "driven"], "feed": ["fed"], "get": ["got", "gotten"], "hit": ["hit"],
    "hold": ["held"], "keep": ["kept"], "leave": ["left"], "make": ["made"], "sell": ["sold"],
    "shut": ["shut"], "steal": ["stole", "stolen"], "take": ["took", "taken"],
    "upsell": ["upsold"], "win": ["won"],
  ]

  private static let irregularBases: [String: String] = Dictionary(
    irregularPasts.flatMap { base, pasts in pasts.map { ($0, base) } }
  ) { first, _ in first }

  /// Words that look like a form of another word and are none.
  private static let wholeWords: Set<String> = [
    "always", "anything", "customs", "during", "evening", "everything", "goods", "hundred",
    "means", "morning", "news", "nothing", "series", "shed", "sled", "something", "species",
  ]

  /// Words that only hold others together, and have no forms that matter here.
  static let functionWords: Set<String> = [
    "about", "am", "an", "and", "any", "anybody", "anyone", "are", "as", "at", "be", "been", "but",
    "by", "can", "could", "did", "do", "does", "else", "ever", "every", "everybody", "everyone",
    "for", "from", "had", "has", "have", "he", "her", "hers", "him", "his", "how", "if", "in",
    "into", "is", "it", "its", "may", "me", "might", "mine", "more", "most", "must", "my",
    "neither", "never", "no", "nobody", "none", "nor", "not", "of", "off", "on", "once", "only",
    "or", "our", "ours", "out", "over", "shall", "she", "should", "so", "some", "than", "that",
    "the", "their", "theirs", "them", "then", "these", "they", "this", "those", "to", "too", "up",
    "us", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "whose", "will",
    "with", "without", "would", "you", "your", "yours",
  ]
}

extension String {
  fileprivate static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

  /// Whether a word of this spelling could stand alone.
  fileprivate var isLikelyBase: Bool {
    utf8.count >= 3 && utf8.contains { Self.isVowel($0) || $0 == UInt8(ascii: "y") }
  }

  fileprivate var endsInDouble: Bool {
    let end = Array(utf8.suffix(2))
    return end.count == 2 && end[0] == end[1]
  }

  fileprivate var endsInConsonantAndY: Bool {
    let end = Array(utf8.suffix(2))
    return end.count == 2 && end[1] == UInt8(ascii: "y") && !Self.isVowel(end[0])
  }

  /// What `ed` and `ing` are put to: the last letter of `trap` is doubled, that of `target` may be.
  fileprivate var stems: [String] {
    let end = Array(utf8.suffix(3))
    guard end.count == 3, !Self.isVowel(end[0]), Self.isVowel(end[1]), !Self.isVowel(end[2]),
      !"wxy".utf8.contains(end[2]), let last
    else { return [self] }
    let isShort = utf8.filter(Self.isVowel).count == 1
    return isShort ? [self + String(last)] : [self, self + String(last)]
  }
}
