public import AdvocateDiagnostics

/// Where in a table something is called by a name.
public enum BatchPlace: Sendable, Equatable {
  /// In the header, in this column.
  case column(Int)
  /// As a member of an object.
  case member
}

/// What can be wrong with a table, or with one of its records.
public enum BatchError: Error, Sendable, Equatable {
  /// A quote is never closed, or something follows it in its cell.
  case quote(column: Int)
  /// A row has another number of cells than the header.
  case cells(found: Int, expected: Int)
  /// A cell is no text in UTF-8.
  case notText(column: Int)
  /// A line is no JSON object.
  case notAnObject(column: Int, what: String)
  /// A column or member names no fact; whether it seems to be meant for one.
  case noFact(name: String, BatchPlace, near: String?, isNear: Bool)
  /// A column has no name, and something stands in it.
  case nameless(column: Int)
  /// A column or member names what another one does.
  case again(name: String, BatchPlace)
  /// A column or member is about a fact that follows from others.
  case follows(name: String, BatchPlace)
  /// A table has no header.
  case noHeader
  /// The value of a member says nothing that can be read.
  case value(name: String, raw: String)
  /// The value of a member is an object with a member that says nothing there, or says it again.
  case part(String, of: String)
  /// A name of an action is a list or an object.
  case actionName(raw: String)
  /// A record is longer than all that is read.
  case tooLong

  /// The kind of finding.
  public var id: DiagnosticID {
    switch self {
    case .quote: DiagnosticID(90, "quote-open")
    case .cells: DiagnosticID(91, "cells-missing")
    case .notText: DiagnosticID(92, "cell-not-text")
    case .notAnObject: DiagnosticID(93, "json-line")
    case .noFact, .nameless: DiagnosticID(94, "column-without-fact")
    case .again: DiagnosticID(95, "column-again")
    case .follows: DiagnosticID(96, "column-follows")
    case .noHeader: DiagnosticID(97, "header-missing")
    case .value, .part, .actionName: DiagnosticID(98, "json-value")
    case .tooLong: DiagnosticID(99, "row-too-long")
    }
  }

  /// Every kind of finding of this sort.
  public static let allIDs: [DiagnosticID] = [
    BatchError.quote(column: 0), .cells(found: 0, expected: 0), .notText(column: 0),
    .notAnObject(column: 0, what: ""), .nameless(column: 0), .again(name: "", .member),
    .follows(name: "", .member), .noHeader, .value(name: "", raw: ""), .tooLong,
  ].map(\.id)

  /// Whether something is left out because of it: what is about nothing that is judged is not.
  private var severity: Severity {
    if case .noFact(_, _, _, false) = self { .warning } else { .error }
  }

  /// The finding in a line of a file.
  ///
  /// - Parameters:
  ///   - file: the file as the person named it.
  ///   - line: the number of the line.
  ///   - text: the line.
  ///   - span: the part of it that is meant.
  public func diagnostic(
    file: String?, line: Int, text: String = "", span: SourceSpan? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, line: SourceLine(file: file, number: line, text: text),
      span: span, sentences: sentences)
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
    case .noFact(let name, let place, let near, let isNear):
      [
        """
        \(Self.subject(name, place)) is the name of no fact, so it is not \
        read.\(near.map { " Did you mean \($0)?" } ?? "")
        """,
        isNear ? Self.everyRow : Self.remark(name, place),
      ]
    case .nameless(let column):
      ["Column \(column) has no name, so what stands in it is not read.", Self.everyRow]
    case .again(let name, .column(let column)):
      ["Column \(column) names \(bold: HarmlessText.of(name)) again, so it is not read."]
    case .again(let name, .member):
      [
        """
        The member \(bold: HarmlessText.of(name)) says again what another one says, and nobody \
        knows which of them counts. The row is not judged.
        """
      ]
    case .follows(let name, let place):
      ["\(Self.subject(name, place)) is not read: it follows from other facts.", Self.everyRow]
    case .noHeader:
      [
        "The table has no header, so nothing of it was read.",
        "Its first row names a column each: action, then facts, as in: action,effort to leave",
      ]
    case .value(let name, let raw):
      [
        """
        \(Self.clipped(raw)) says nothing of \(HarmlessText.of(name)) that can be read. The row is \
        not judged.
        """,
        """
        A value is a text, a number, true, false, a list of these, or an object, as in: \
        {"between": [3, 5], "because": "we asked"}
        """,
      ]
    case .part(let part, let name):
      [
        """
        \(Self.clipped(part)) says nothing in the value of \(HarmlessText.of(name)). The row is \
        not judged.
        """,
        "Such an object holds one of value, roughly and between, and because.",
      ]
    case .actionName(let raw):
      [
        """
        The name of an action is a text or a number. \(Self.clipped(raw)) is neither. The row is \
        not judged.
        """
      ]
    case .tooLong:
      ["This row is longer than 1 MB, so it is not judged."]
    }
  }

  private static let everyRow: StyledText =
    "The verdict of each row in which it holds something says so."

  private static func subject(_ name: String, _ place: BatchPlace) -> StyledText {
    switch place {
    case .column(let column): "Column \(column), \(bold: HarmlessText.of(name)),"
    case .member where name.isEmpty: "A member without a name"
    case .member: "The member \(bold: HarmlessText.of(name))"
    }
  }

  private static func remark(_ name: String, _ place: BatchPlace) -> StyledText {
    let kind = place == .member ? "member" : "column"
    return """
      A \(kind) of remarks has a name that begins with note, as in: note \(HarmlessText.of(name))
      """
  }

  /// The beginning of `text`, as people see it.
  static func clipped(_ text: String) -> String {
    let beginning = String(text.prefix(61))
    return HarmlessText.of(beginning.count > 60 ? String(beginning.prefix(57)) + "..." : beginning)
  }

  private static func count(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }
}
