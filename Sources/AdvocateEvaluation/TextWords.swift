/// A word of a text in the form in which words are compared.
public struct TextWord: Sendable, Equatable {
  /// What stands between a word and the one before it.
  public enum Gap: Int, Sendable, Comparable {
    /// Blanks, a hyphen, quotation marks: a phrase may go on.
    case joined
    /// A comma, a dash, a bracket: a phrase ends.
    case clause
    /// A full stop or an empty line.
    case sentence

    /// The natural order.
    public static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// The word in lower case; `can't` is told as two words, `can` and `not`.
  public var key: String
  /// Its bytes in the text.
  public var range: Range<Int>
  /// What stands before it.
  public var gap = Gap.joined
  /// Whether a quotation ends before it.
  var closesQuotation = false
  /// Whether a quotation begins before it.
  var opensQuotation = false
}

/// Cuts a text into words, in one pass.
public struct TextWords {
  /// The words in order.
  public private(set) var words: [TextWord] = []

  private var word = ""
  private var start = 0
  private var end = 0
  private var hasApostrophe = false
  private var gap = TextWord.Gap.sentence
  private var isFullStop = false
  private var newlines = 0
  private var sawBlank = true
  private var isDash = false
  private var opens = false
  private var closes = false

  /// The words of `text`.
  public static func of(_ text: String) -> [TextWord] {
    var reader = TextWords()
    var offset = 0
    for scalar in text.unicodeScalars {
      reader.take(scalar, at: offset)
      offset += UTF8.width(scalar)
    }
    reader.flush()
    return reader.words
  }

  private mutating func take(_ scalar: Unicode.Scalar, at offset: Int) {
    if Self.isOfWord(scalar) {
      if word.isEmpty { begin(scalar, at: offset) }
      if hasApostrophe {
        word.append("'")
        hasApostrophe = false
      }
      if scalar.value < 0x80 {
        word.unicodeScalars.append(scalar.lowerCaseASCII)
      } else {
        word += scalar.properties.lowercaseMapping
      }
      end = offset + UTF8.width(scalar)
      return
    }
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return  // Nobody sees them.
    case 0x27, 0x2018, 0x2019, 0x2BC, 0xFF07:
      if !word.isEmpty, !hasApostrophe {
        hasApostrophe = true
        return
      }
    default: break
    }
    let isAtWord = !word.isEmpty
    flush()
    part(scalar, isAtWord: isAtWord)
  }

  /// Takes what parts words.
  private mutating func part(_ scalar: Unicode.Scalar, isAtWord: Bool) {
    let wasBlank = sawBlank
    sawBlank = false
    switch scalar {
    case " ", "\t", "\r", "\u{A0}", "\u{202F}", "\u{2009}", "\u{3000}":
      sawBlank = true
      if isDash { raise(.clause) }
      if isFullStop { raise(.sentence) }
    case "\n", "\u{2028}", "\u{85}":
      sawBlank = true
      newlines += 1
      if isDash { raise(.clause) }
      if isFullStop || newlines > 1 { raise(.sentence) }
    case "-", "\u{2010}", "\u{2011}", "\u{2013}":
      isDash = wasBlank || isDash
      if isDash, newlines > 0 { raise(.clause) }
    case ".", "!", "?", "\u{2026}":
      isFullStop = true
      raise(.clause)
    case "\u{3002}", "\u{FF01}", "\u{FF1F}": raise(.sentence)
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}":
      if wasBlank || scalar == "\u{201C}" || scalar == "\u{201E}" || scalar == "\u{AB}" {
        opens = true
        sawBlank = true
      } else {
        closes = true
      }
    case "'", "\u{2018}", "\u{2019}", "_", "`", "$", "\u{20AC}", "\u{A3}", "%", "&": break
    case "*", "#", "\u{2022}", ">":
      if newlines > 0 || words.isEmpty { raise(.sentence) }
    default: raise(.clause)
    }
  }

  private mutating func raise(_ gap: TextWord.Gap) { self.gap = max(self.gap, gap) }

  private mutating func begin(_ scalar: Unicode.Scalar, at offset: Int) {
    start = offset
    // A full stop that a small letter follows ends an abbreviation.
    if gap == .sentence, isFullStop, newlines < 2, scalar.properties.isLowercase {
      gap = .clause
    }
  }

  private mutating func flush() {
    guard !word.isEmpty else { return }
    let range = start..<end
    for key in Self.spelledOut(word) {
      words.append(
        TextWord(
          key: key, range: range, gap: gap, closesQuotation: closes, opensQuotation: opens))
      (gap, closes, opens) = (.joined, false, false)
    }
    word = ""
    hasApostrophe = false
    (isFullStop, isDash, sawBlank) = (false, false, false)
    newlines = 0
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value)
        || (0x30...0x39).contains(value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
      return value != 0x2BC
    default: return false
    }
  }

  // MARK: - Short forms

  /// The words that a short form stands for.
  private static func spelledOut(_ word: String) -> [String] {
    if let words = shortForms[word] { return words }
    guard let place = word.utf8.lastIndex(of: UInt8(ascii: "'")) else { return [word] }
    if word.hasSuffix("n't") { return [String(word.dropLast(3)), "not"] }
    let head = String(word[..<place])
    switch word[word.index(after: place)...] {
    case "d": return [head, "would"]
    case "ll": return [head, "will"]
    case "m": return [head, "am"]
    case "re": return [head, "are"]
    case "s": return [head]
    case "ve": return [head, "have"]
    default: return [word]
    }
  }

  private static let shortForms: [String: [String]] = [
    "ain't": ["is", "not"], "arent": ["are", "not"], "can't": ["can", "not"],
    "cannot": ["can", "not"], "cant": ["can", "not"], "couldnt": ["could", "not"],
    "didnt": ["did", "not"], "doesnt": ["does", "not"], "dont": ["do", "not"],
    "isnt": ["is", "not"], "shan't": ["shall", "not"], "shouldnt": ["should", "not"],
    "wasnt": ["was", "not"], "won't": ["will", "not"], "wont": ["will", "not"],
    "wouldnt": ["would", "not"],
  ]
}

extension Unicode.Scalar {
  fileprivate var lowerCaseASCII: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }
}
