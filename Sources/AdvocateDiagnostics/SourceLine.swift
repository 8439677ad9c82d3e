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
