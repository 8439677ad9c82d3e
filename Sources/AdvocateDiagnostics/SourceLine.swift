/// One line of input, and where it stands.
public struct SourceLine: Sendable, Equatable {
  /// The file as the person named it; nil at the prompt.
  public var file: String?
  /// The number of the line, from 1; 0 where lines have no numbers.
  public var number: Int
  /// The line itself, without its end.
  public var text: String

  /// Creates a line of a file, or one typed at the prompt when `file` is nil.
  public init(file: String? = nil, number: Int = 0, text: String) {
    self.file = file
    self.number = number
    self.text = text
  }

  /// The place alone, for values that only remember where they came from.
  public var location: SourceLocation { SourceLocation(file: file, line: number) }

  /// The line with `span` of it replaced by `text`; nil where the span lies outside.
  public func replacing(_ span: SourceSpan, by text: String) -> String? {
    let bytes = Array(self.text.utf8)
    guard span.start <= span.end, span.end <= bytes.count else { return nil }
    return String(
      validating: bytes[..<span.start] + Array(text.utf8) + bytes[span.end...], as: UTF8.self)
  }

  /// The bytes that its first `count` words take; a lone sign before them, as in a list, is none.
  public func span(ofWords count: Int) -> SourceSpan {
    let words = text.split { $0 == " " || $0 == "\t" }
    let isLone = words.first.map { $0.count == 1 && $0.allSatisfy { !$0.isLetter } } ?? false
    let kept = words.dropFirst(isLone ? 1 : 0).prefix(count)
    guard let first = kept.first, let last = kept.last else { return SourceSpan(0, 0) }
    return SourceSpan(
      text.utf8.distance(from: text.startIndex, to: first.startIndex),
      text.utf8.distance(from: text.startIndex, to: last.endIndex))
  }
}

/// A file and a line in it, for people.
public struct SourceLocation: Sendable, Equatable, Hashable {
  /// The file as the person named it; nil at the prompt.
  public var file: String?
  /// The number of the line, from 1; 0 where lines have no numbers.
  public var line: Int

  /// Creates a place in a file, or at the prompt when `file` is nil.
  public init(file: String? = nil, line: Int = 0) {
    self.file = file
    self.line = line
  }
}
