import AdvocateCharter
import AdvocateDiagnostics

/// The forms in which a batch can be written.
public enum BatchFormat: String, Sendable, CaseIterable {
  case csv
  case github
  case json
  case jsonl
  case junit
  case markdown
  case sarif
  case text

  /// The format that the ending of a file's name asks for; nil where it asks for none.
  public init?(endingOf path: String) {
    guard let point = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: point)...].lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "sarif": self = .sarif
    case "txt": self = .text
    case "xml": self = .junit
    default: return nil
    }
  }

  /// Whether the short accounts are written straight from the sums.
  var isQuick: Bool { self == .csv || self == .json || self == .jsonl }

  /// What stands before each action but the first.
  public var separator: String {
    switch self {
    case .json: ",\n    "
    case .sarif: ",\n        "
    default: ""
    }
  }
}
