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
  /// A line to show above the items, such as the question that they answer.
  public var headline: String?

  /// Makes an answer.
  public init(replacedCharacters: Int, items: [CompletionItem], headline: String? = nil) {
    self.replacedCharacters = replacedCharacters
    self.items = items
    self.headline = headline
  }
}

/// What a stretch of a line is, so that it can be coloured while it is typed.
public enum WordRole: Sendable, Equatable, CaseIterable {
  /// A word that the language reserves in its place: a command, a line's first word, `is`, `and`.
  case reserved
  /// The name of a fact that the charter knows.
  case fact
  /// A level, a number, yes or no: what a fact may be.
  case value
  /// The name of an action, a rule, a lens, a charter, a topic, a file.
  case name
  /// Free text: evidence, reasons, comments.
  case text
  /// A name that nothing bears.
  case unknown
}

/// A stretch of a line and what it is.
public struct MarkedWord: Sendable, Equatable {
  /// Where it stands, in UTF-8 bytes of the line.
  public var bytes: Range<Int>
  /// What it is.
  public var role: WordRole

  /// Makes a mark.
  public init(bytes: Range<Int>, role: WordRole) {
    self.bytes = bytes
    self.role = role
  }
}

/// Where lines come from.
public protocol LineReader: AnyObject {
  /// Whether lines are shown without colours, suggestions and lists that move while they are
  /// typed; readers that know none of these pass over it.
  var isPlain: Bool { get set }

  /// Shows the prompt and waits for one line.
  ///
  /// - Parameters:
  ///   - prompt: what stands before the line.
  ///   - beginning: text that the line begins with, to be edited further, where the reader can
  ///     offer that; readers without an editor pass over it.
  func read(prompt: String, beginning: String) -> LineReading

  /// Whether a person sees what a line begins with; false for readers without an editor.
  var showsBeginnings: Bool { get }

  /// Whether what the next line begins with is only offered: Enter takes it, keys that edit change
  /// it, and anything else that is typed or pasted first takes its place.
  var isBeginningOffered: Bool { get set }

  /// True while lines of a long paste remain, which are read without being shown one by one.
  var isPasting: Bool { get }

  /// True while lines of any paste remain.
  var hasPastedLines: Bool { get }
}

extension LineReader {
  /// False: most readers know no pastes.
  public var isPasting: Bool { false }

  /// True while lines of a long paste remain.
  public var hasPastedLines: Bool { isPasting }

  /// False: there is no editor.
  public var showsBeginnings: Bool { false }

  /// False, and stays so: nothing is offered.
  public var isBeginningOffered: Bool {
    get { false }
    set {}
  }

  /// True, and stays so: a reader without an editor draws nothing.
  public var isPlain: Bool {
    get { true }
    set {}
  }

  /// Shows the prompt and waits for one line that begins empty.
  public func read(prompt: String) -> LineReading { read(prompt: prompt, beginning: "") }
}
