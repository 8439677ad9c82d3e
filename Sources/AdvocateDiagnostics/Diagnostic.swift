/// How much a finding matters.
public enum Severity: String, Sendable, Comparable {
  /// Worth knowing; nothing was left out.
  case remark
  /// Read, but probably not as meant.
  case warning
  /// Something was left out.
  case error

  /// The natural order.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .remark: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The stable number of a kind of finding, which `explain` takes.
public struct DiagnosticID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number that people type.
  public let number: Int
  /// A short name for machines, in kebab case.
  public let name: String

  /// Creates the identity of a kind of finding.
  public init(_ number: Int, _ name: String) {
    self.number = number
    self.name = name
  }

  /// The text for people.
  public var description: String { "\(number) \(name)" }

  /// The natural order.
  public static func < (left: DiagnosticID, right: DiagnosticID) -> Bool {
    left.number < right.number
  }
}

/// One finding for the person: what, where, what became of the line, and what to type.
public struct Diagnostic: Sendable, Equatable {
  /// The kind of finding.
  public var id: DiagnosticID
  /// How much it matters.
  public var severity: Severity
  /// The line it is about; nil when it is about a whole file or the command line.
  public var line: SourceLine?
  /// The smallest part of the line that is meant; nil for the whole line.
  public var span: SourceSpan?
  /// The sentences, one paragraph each: what stands there, what became of it, what to do.
  public var sentences: [StyledText]
  /// Lines that can be typed as they stand.
  public var suggestions: [String]
  /// The lines that the whole line was certainly meant to be, where a slip of the fingers or two
  /// statements on one line are all that is wrong with it; empty where a person has to tell.
  public var replacement: [String]

  /// Creates a finding.
  public init(
    id: DiagnosticID, severity: Severity, line: SourceLine?, span: SourceSpan? = nil,
    sentences: [StyledText], suggestions: [String] = [], replacement: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.line = line
    self.span = span
    self.sentences = sentences
    self.suggestions = suggestions
    self.replacement = replacement
  }

  /// The column of its line at which what is meant begins, from 1, in the units of UTF-16 that
  /// other programs count by; nil where the whole line is meant.
  public var column: Int? {
    guard let span, let text = line?.text, span.start <= text.utf8.count else { return nil }
    return String(decoding: text.utf8.prefix(span.start), as: UTF8.self).utf16.count + 1
  }
}
