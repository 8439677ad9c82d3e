public import AdvocateDiagnostics

/// Some words of a line: a name, a value, or a piece of text.
public struct Phrase: Sendable, Equatable {
  /// The words, parted by single blanks.
  public var text: String
  /// The bytes of the line that they take.
  public var span: SourceSpan

  /// Creates a phrase.
  public init(_ text: String, _ span: SourceSpan) {
    self.text = text
    self.span = span
  }

  /// The same place with other words, as when a name is written as it was declared.
  public func renamed(_ text: String) -> Phrase { Phrase(text, span) }
}

/// One word of a line.
public struct Word: Sendable, Equatable {
  /// The word as typed, without quotation marks.
  public var text: String
  /// The word in lower case, without colons at its end; a word of colons alone is one colon.
  public var key: String
  /// The bytes of the line that it takes.
  public var span: SourceSpan

  init(_ text: String, _ span: SourceSpan) {
    self.text = text
    self.span = span
    var key = text.lowercased()
    while key.count > 1, key.last == ":" { key.removeLast() }
    self.key = key
  }

  /// Creates a word of visible ASCII characters that stand at `start`.
  init(plain bytes: Slice<UnsafeBufferPointer<UInt8>>, at start: Int) {
    text = String(decoding: bytes, as: UTF8.self)
    span = SourceSpan(start, start + bytes.count)
    let hasColon = bytes.count > 1 && bytes.last == 0x3A
    let hasCapital = bytes.contains { $0 &- 0x41 < 26 }
    guard hasColon || hasCapital else {
      key = text
      return
    }
    var small = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    while small.count > 1, small.last == 0x3A { small.removeLast() }
    key = String(decoding: small, as: UTF8.self)
  }

  /// Whether it stands for `is`: the word itself, or a sign that people use for it.
  public var isCopula: Bool { key == "is" || text == "=" || isColon }

  /// Whether it is a colon by itself, or several.
  public var isColon: Bool { key == ":" }

  /// Whether a colon at its end stands for `is`.
  public var endsInColon: Bool { !isColon && text.last == ":" }

  /// The word without the colons at its end.
  public var withoutColon: Word {
    guard endsInColon else { return self }
    var word = self
    while word.text.last == ":" {
      word.text.removeLast()
      word.span.end -= 1
    }
    return word
  }
}

extension [Word] {
  /// The words as one phrase; nil when there are none.
  public var phrase: Phrase? { self[...].phrase }
}

extension ArraySlice<Word> {
  /// The words as one phrase; nil when there are none.
  public var phrase: Phrase? {
    guard let first, let last else { return nil }
    return Phrase(
      map(\.text).joined(separator: " "), first.span.joined(with: last.span))
  }
}
