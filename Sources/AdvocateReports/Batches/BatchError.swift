public import AdvocateDiagnostics

/// What can be wrong with a table, or with one of its records.
public enum BatchError: Sendable, Equatable {
  /// A quote is never closed, or something follows it in its cell.
  case quote(column: Int)
  /// A row has another number of cells than the header.
  case cells(found: Int, expected: Int)
  /// A cell is no text in UTF-8.
  case notText(column: Int)
  /// A line is no JSON object.
  case notAnObject(column: Int, what: String)
  /// A column or member names no fact.
  case noFact(name: String, column: Int, near: String?)
  /// A column names what another one does.
  case columnAgain(name: String, column: Int)
  /// A column is about a fact that follows from others.
  case follows(name: String, column: Int)
  /// A table has no header.
  case noHeader

  /// The kind of finding.
  public var id: DiagnosticID {
    switch self {
    case .quote: DiagnosticID(90, "quote-open")
    case .cells: DiagnosticID(91, "cells-missing")
    case .notText: DiagnosticID(92, "cell-not-text")
    case .notAnObject: DiagnosticID(93, "json-line")
    case .noFact: DiagnosticID(94, "column-without-fact")
    case .columnAgain: DiagnosticID(95, "column-again")
    case .follows: DiagnosticID(96, "column-follows")
    case .noHeader: DiagnosticID(97, "header-missing")
    }
  }

  /// Every kind of finding of this sort.
  public static let allIDs: [DiagnosticID] = [
    BatchError.quote(column: 0), .cells(found: 0, expected: 0), .notText(column: 0),
    .notAnObject(column: 0, what: ""), .noFact(name: "", column: 0, near: nil),
    .columnAgain(name: "", column: 0), .follows(name: "", column: 0), .noHeader,
  ].map(\.id)

  /// The finding in a line of a file.
  public func diagnostic(file: String?, line: Int, text: String = "") -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, line: SourceLine(file: file, number: line, text: text),
      sentences: sentences)
  }

  func diagnostic(_ worker: BatchWorker, _ line: Int) -> Diagnostic {
    diagnostic(file: worker.source.file, line: line)
  }

  private var sentences: [StyledText] {
    switch self {
    case .quote(let column):
      [
        "The quote that opens column \(column) is not closed as it should be.",
        "The row is not judged. Close the quote; a quote inside a cell is written twice.",
      ]
    case .cells(let found, let expected):
      [
        """
        This row has \(Self.count(found)), and the header has \(Self.count(expected)). The row is \
        not judged.
        """,
        "A cell that holds the sign between cells, as in `sale, support`, needs quotes around it.",
      ]
    case .notText(let column):
      ["Column \(column) holds bytes that are no text in UTF-8. The row is not judged."]
    case .notAnObject(let column, let what):
      [
        "\(what), at column \(column). The line is not judged.",
        "Each line is one object, as in: {\"action\": \"Sale\", \"choice\": \"pressed\"}",
      ]
    case .noFact(let name, let column, let near):
      [
        """
        Column \(column), \(bold: HarmlessText.of(name)), is the name of no fact, so it is not \
        read.\(near.map { " Did you mean \($0)?" } ?? "")
        """
      ]
    case .columnAgain(let name, let column):
      ["Column \(column) names \(bold: HarmlessText.of(name)) again, so it is not read."]
    case .follows(let name, let column):
      [
        """
        Column \(column), \(bold: HarmlessText.of(name)), is not read: it follows from other facts.
        """
      ]
    case .noHeader:
      [
        "The table has no header, so nothing of it was read.",
        "Its first row names a column each: action, then facts, as in: action,effort to leave",
      ]
    }
  }

  private static func count(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }
}
