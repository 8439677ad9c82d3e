public import AdvocateCharter

/// Finds the phrases of some families in a text.
///
/// One matcher serves the facts that count phrases and the mirror that shows them, so that both
/// always hear the same. A search takes time in proportion to the text.
public struct PhraseMatcher: Sendable {
  /// A place where a phrase stands.
  public struct Hit: Sendable, Equatable {
    /// The family, by its place among those searched for.
    public var family: Int
    /// The phrase, by its place in the family.
    public var phrase: Int
    /// Its words, by their places in the text.
    public var words: Range<Int>
    /// Its bytes in the text.
    public var range: Range<Int>
    /// Whether its clause denies it, as in `they do not belong to us`.
    public var isDenied: Bool
  }

  private struct Entry {
    var family: Int
    var phrase: Int
    /// For each word, the forms that it may have.
    var forms: [Set<String>]
    var hasDenial: Bool
  }

  /// The phrases by the forms of their first words, the longest first.
  private var entries: [String: [Entry]] = [:]
  private let familyCount: Int

  /// Prepares the phrases of `families`.
  public init(_ families: [PhraseFamily]) {
    familyCount = families.count
    for (family, declared) in families.enumerated() {
      for (phrase, text) in declared.phrases.enumerated() {
        let keys = TextWords.of(text).map(\.key)
        guard !keys.isEmpty else { continue }
        let entry = Entry(
          family: family, phrase: phrase, forms: Self.forms(of: keys),
          hasDenial: keys.contains { Self.denials.contains($0) })
        for form in entry.forms[0] { entries[form, default: []].append(entry) }
      }
    }
    for form in entries.keys {
      // A stable order: of phrases that are as long, the one that was declared first.
      entries[form] = entries[form]?.enumerated().sorted {
        let (left, right) = ($0.element.forms.count, $1.element.forms.count)
        return left == right ? $0.offset < $1.offset : left > right
      }.map(\.element)
    }
  }

  private static let denials: Set<String> = ["neither", "never", "no", "nobody", "none", "not"]

  /// The forms that each word of a phrase may have.
  ///
  /// The first word may be a verb, which has forms; the last one is a noun, unless somebody who
  /// acts stands before it. What holds words together stays as it is.
  private static func forms(of keys: [String]) -> [Set<String>] {
    keys.indices.map { place in
      let isAfterSubject = place > 0 && ["i", "they", "we", "you"].contains(keys[place - 1])
      if place == 0 || place == keys.count - 1 && isAfterSubject {
        return EnglishForms.ofAny(keys[place])
      }
      return place == keys.count - 1 ? EnglishForms.ofNoun(keys[place]) : [keys[place]]
    }
  }

  /// The places where phrases stand in `text`, from the left; those of one family do not overlap.
  public func hits(in text: String) -> [Hit] { hits(among: TextWords.of(text)) }

  /// The places where phrases stand among `words`, from the left.
  public func hits(among words: [TextWord]) -> [Hit] {
    var hits: [Hit] = []
    var free = [Int](repeating: 0, count: familyCount)
    var denial = Denial()
    var passedUntil = 0
    for (place, word) in words.enumerated() {
      denial.reach(word)
      for entry in entries[word.key] ?? []
      where free[entry.family] <= place && Self.stands(entry, in: words, at: place) {
        let end = place + entry.forms.count
        free[entry.family] = end
        if entry.hasDenial { passedUntil = max(passedUntil, end) }
        hits.append(
          Hit(
            family: entry.family, phrase: entry.phrase, words: place..<end,
            range: word.range.lowerBound..<words[end - 1].range.upperBound,
            isDenied: denial.denies(word.key)))
      }
      if place < passedUntil {
        denial.pass(word)
      } else {
        denial.take(word, next: place + 1 < words.count ? words[place + 1] : nil)
      }
    }
    return hits
  }

  private static func stands(_ entry: Entry, in words: [TextWord], at place: Int) -> Bool {
    guard place + entry.forms.count <= words.count else { return false }
    for (offset, forms) in entry.forms.enumerated().dropFirst() {
      let word = words[place + offset]
      guard word.gap == .joined, forms.contains(word.key) else { return false }
    }
    return true
  }

  /// How often phrases stand in `text`, but for those that are denied.
  public func count(in text: String) -> Int { hits(in: text).count { !$0.isDenied } }
}
