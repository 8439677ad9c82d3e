import AdvocateDiagnostics

/// What was put right while a line was read.
public enum Tidying: String, Sendable, CaseIterable, Comparable {
  /// A bullet before the line was left out.
  case bullet
  /// A level's number was read as the level.
  case levelNumber
  /// Quotation marks were left out.
  case quotationMarks
  /// A sign was read as `is`.
  case sign

  /// The natural order.
  public static func < (left: Tidying, right: Tidying) -> Bool { left.rawValue < right.rawValue }
}

/// One line cut into words.
public struct LineText: Sendable {
  /// The longest line that is read, in bytes.
  public static let longestLine = Limits.longestLine

  /// The line as typed.
  public let text: String
  /// Its words.
  public let words: [Word]
  /// The offset just past its last visible character.
  let end: Int
  /// What was put right.
  public internal(set) var tidyings: Set<Tidying> = []

  /// Cuts `text` into words, leaving bullets and quotation marks out.
  init(_ text: String) {
    self.text = text
    if let plain = Self.plainWords(text) {
      (words, end) = plain
      return
    }
    var words: [Word] = []
    var tidyings: Set<Tidying> = []
    var part = ""
    var start = 0
    var offset = 0
    func flush(at end: Int) {
      if !part.isEmpty { words.append(Word(part, SourceSpan(start, end))) }
      part = ""
    }
    var end = 0
    for scalar in text.unicodeScalars {
      let width = scalar.utf8Width
      switch scalar {
      case " ", "\t", "\u{A0}", "\u{202F}":
        flush(at: offset)
      case _ where Self.quotationMarks.contains(scalar): tidyings.insert(.quotationMarks)
      case "=":
        flush(at: offset)
        words.append(Word("=", SourceSpan(offset, offset + width)))
      default:
        if part.isEmpty { start = offset }
        part.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
      }
      offset += width
      if scalar != " ", scalar != "\t" { end = offset }
    }
    flush(at: offset)
    if let first = words.first, words.count > 1,
      ["-", "*", "\u{2022}", "\u{2013}", "\u{00B7}", "\u{25E6}", "\u{2023}"].contains(first.text)
    {
      words.removeFirst()
      tidyings.insert(.bullet)
    }
    self.words = words
    self.end = end
    self.tidyings = tidyings
  }

  /// The words of a line of plain letters, digits and signs in which nothing is put right, and
  /// where its last visible character ends; nil for any other line. Most lines are such.
  private static func plainWords(_ text: String) -> (words: [Word], end: Int)? {
    var copy = text
    return copy.withUTF8 { bytes in
      var words: [Word] = []
      var (start, end) = (-1, 0)
      for (offset, byte) in bytes.enumerated() {
        if byte == 0x20 {
          if start >= 0 { words.append(Word(plain: bytes[start..<offset], at: start)) }
          start = -1
          continue
        }
        // Quotation marks and signs for `is`, and all that is not ASCII, are for the careful way.
        guard byte > 0x20, byte < 0x7F, byte != 0x22, byte != 0x3D else { return nil }
        if start < 0 { start = offset }
        end = offset + 1
      }
      if start >= 0 { words.append(Word(plain: bytes[start...], at: start)) }
      if let first = words.first, words.count > 1, first.text == "-" || first.text == "*" {
        return nil
      }
      return (words, end)
    }
  }

  private static let quotationMarks: Set<Unicode.Scalar> = [
    "\"", "\u{AB}", "\u{BB}", "\u{2018}", "\u{201C}", "\u{201D}", "\u{201E}",
  ]

  /// The text as typed from the word at `place` to the end, for free text; nil when there is none.
  func rest(from place: Int) -> Phrase? {
    guard words.indices.contains(place) else { return nil }
    let bytes = text.utf8
    let start = Self.opening(of: words[place].span.start, in: text)
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    let to = bytes.index(bytes.startIndex, offsetBy: end)
    let piece = String(text[from..<to])
    return Phrase(piece.replacingTabs, SourceSpan(start, end))
  }

  /// Where the text begins whose first word stands at `start`: opening quotation marks belong to
  /// the text that they open.
  fileprivate static func opening(of start: Int, in text: String) -> Int {
    let bytes = text.utf8
    var start = start
    let before = text[..<bytes.index(bytes.startIndex, offsetBy: start)].unicodeScalars
    for scalar in before.reversed() {
      guard quotationMarks.contains(scalar) else { break }
      start -= scalar.utf8Width
    }
    return start
  }
}

extension Phrase {
  /// The text from `word` on, which stands in it, with the quotation marks that open it; the text
  /// is as it was typed.
  public func text(from word: Word) -> String {
    let place = min(max(0, word.span.start - span.start), text.utf8.count)
    return String(
      decoding: text.utf8.dropFirst(LineText.opening(of: place, in: text)), as: UTF8.self)
  }
}

extension String {
  fileprivate var replacingTabs: String {
    utf8.contains(9) ? String(map { $0 == "\t" ? " " : $0 }) : self
  }
}

extension Unicode.Scalar {
  fileprivate var utf8Width: Int {
    switch value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
