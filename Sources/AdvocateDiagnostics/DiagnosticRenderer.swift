/// Lays a finding out for people.
public enum DiagnosticRenderer {
  /// Where the line of a finding can be seen already.
  public enum Place: Sendable, Equatable {
    /// Just above, typed after a prompt of so many columns: only the mark is drawn.
    case typed(afterColumns: Int)
    /// Nowhere yet: the place and the line are repeated.
    case unseen
  }

  /// The lines that show `diagnostic` in `width` columns.
  public static func render(
    _ diagnostic: Diagnostic, place: Place, width: Int
  ) -> [StyledText] {
    var lines: [StyledText] = []
    if let line = diagnostic.line {
      switch place {
      case .typed(let columns):
        if let span = diagnostic.span {
          let mark = underline(line.text, span)
          // A line that wrapped at the terminal's edge has no single row to point at.
          if columns + TextWidth.of(line.text) <= width {
            lines.append(StyledText(String(repeating: " ", count: columns) + mark))
          }
        }
      case .unseen:
        lines.append(heading(diagnostic, line))
        lines += quoted(line.text, diagnostic.span, width: width)
      }
    }
    for sentence in diagnostic.sentences {
      lines += TextLayout.wrap(sentence, width: width)
    }
    for suggestion in diagnostic.suggestions {
      lines += TextLayout.wrap(
        StyledText(suggestion), width: width, first: StyledText("  "), indent: 4)
    }
    return lines
  }

  private static func heading(_ diagnostic: Diagnostic, _ line: SourceLine) -> StyledText {
    var text = StyledText(line.file ?? "standard input", .bold)
    if line.number > 0 { text.append(", line \(line.number)") }
    if diagnostic.severity != .remark { text.append("   (explain \(diagnostic.id.number))") }
    return text
  }

  /// The line with a mark under the part that is meant; a long line is cut around that part.
  private static func quoted(_ text: String, _ span: SourceSpan?, width: Int) -> [StyledText] {
    let room = max(width - 2, 16)
    guard TextWidth.of(text) > room else {
      var lines = [StyledText("  " + text)]
      if let span { lines.append(StyledText("  " + underline(text, span))) }
      return lines
    }
    // Only the neighbourhood of the part is looked at: the line may be megabytes long.
    let bytes = Array(text.utf8)
    let start = span?.start ?? 0
    var from = max(0, start - room / 3)
    while from > 0, from < bytes.count, bytes[from] & 0xC0 == 0x80 { from -= 1 }
    let prefix = from > 0 ? "... " : ""
    let visible = room - prefix.count - 4
    var piece = String(decoding: bytes[from..<min(bytes.count, from + 4 * room)], as: UTF8.self)
    piece = clip(piece, to: visible)
    let isCut = from + piece.utf8.count < bytes.count
    var lines = [StyledText("  " + prefix + piece + (isCut ? " ..." : ""))]
    if let span {
      let shifted = SourceSpan(
        min(max(0, span.start - from), piece.utf8.count),
        min(max(0, span.end - from), piece.utf8.count))
      lines.append(
        StyledText("  " + String(repeating: " ", count: prefix.count) + underline(piece, shifted)))
    }
    return lines
  }

  private static func clip(_ text: String, to width: Int) -> String {
    var result = ""
    var column = 0
    for character in text {
      column += TextWidth.of(HarmlessText.of(String(character)))
      if column > width { break }
      result.append(character)
    }
    return result
  }

  /// Blanks and carets that stand under the bytes of `span` in `text`.
  private static func underline(_ text: String, _ span: SourceSpan) -> String {
    let bytes = Array(text.utf8)
    let start = min(span.start, bytes.count)
    let end = min(max(span.end, start), bytes.count)
    func columns(_ range: Range<Int>) -> Int {
      TextWidth.of(HarmlessText.of(String(decoding: bytes[range], as: UTF8.self)))
    }
    return String(repeating: " ", count: columns(0..<start))
      + String(repeating: "^", count: max(1, columns(start..<end)))
  }
}
