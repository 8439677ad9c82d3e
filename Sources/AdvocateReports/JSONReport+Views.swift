import AdvocateCharter
import AdvocateDiagnostics
public import AdvocateExplanation

extension JSONReport {
  /// A view as one JSON document: its figures, then its tables, then what it says in words.
  ///
  /// - Parameters:
  ///   - view: what is to be told.
  ///   - charter: what the charter in force is called.
  public static func document(_ view: View, charter: String?) -> JSONValue {
    var members = head(charter) + [.init("view", .string(view.name))]
    members += view.figures.map { .init($0.name, value($0.value)) }
    var says: [JSONValue] = []
    for part in view.parts {
      switch part {
      case .table(let table), .data(let table): members.append(.init(table.name, rows(table)))
      case .paragraph(let text), .shortened(_, let text): says.append(.string(text.plain))
      case .list(let points): says += points.map { .string($0.plain) }
      case .marked(let marked): members.append(.init("sentences", sentences(marked)))
      case .lines(let lines): says += lines.map { .string($0) }
      case .heading, .drawing, .sheet: break
      }
    }
    return .object(members + [.init("says", .array(says))])
  }

  private static func sentences(_ marked: View.Marked) -> JSONValue {
    .array(
      marked.sentences.map { sentence in
        let bytes = Array(sentence.text.utf8)
        let marks = sentence.marks.map { mark -> JSONValue in
          let words = String(
            decoding: bytes[mark.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
          return .object([.init("words", .string(words)), .init("kind", .string(mark.kind))])
        }
        return .object([
          .init("place", sentence.place.map { .string($0) } ?? .null),
          .init("text", .string(sentence.text)), .init("marks", .array(marks)),
        ])
      })
  }

  private static func rows(_ table: View.Table) -> JSONValue {
    .array(
      table.rows.map { row in
        .object(
          zip(table.columns, row).map { column, cell in
            .init(column.key, value(cell.figure))
          })
      })
  }

  private static func value(_ figure: View.Figure) -> JSONValue {
    switch figure {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .truth(let truth): .bool(truth)
    case .list(let list): .array(list.map(value))
    case .absent: .null
    }
  }
}
