/// What one attempt to read a line gave.
public enum LineReading: Sendable, Equatable {
  /// The bytes of the line without its end.
  case line([UInt8])
  /// Ctrl-C: the line is dropped.
  case cancelled
  /// Ctrl-D or end of input.
  case end
  /// The program was asked to stop, by the signal of this number.
  case terminated(signal: Int32)
}

/// One thing that may stand next, offered by Tab.
public struct CompletionItem: Sendable, Equatable {
  /// What to insert in place of the replaced characters.
  public var insertion: String
  /// One line of description.
  public var summary: String

  /// Makes an item.
  public init(insertion: String, summary: String) {
    self.insertion = insertion
    self.summary = summary
  }
}

/// Everything that may stand at the cursor.
public struct CompletionAnswer: Sendable, Equatable {
  /// How many Characters before the cursor the insertion replaces.
  public var replacedCharacters: Int
  /// What may stand there, in the order to show.
  public var items: [CompletionItem]

  /// Makes an answer.
  public init(replacedCharacters: Int, items: [CompletionItem]) {
    self.replacedCharacters = replacedCharacters
    self.items = items
  }
}

/// Where lines come from.
public protocol LineReader: AnyObject {
  /// Shows the prompt and waits for one line.
  func read(prompt: String) -> LineReading
}
