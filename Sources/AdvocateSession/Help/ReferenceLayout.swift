import AdvocateDiagnostics

/// How the texts of `help`, `forms` and `explain` stand on a screen.
///
/// Labels take columns 1 to 8 and text starts in column 9; in narrow windows text stands below its
/// label, and tables become lists.
enum ReferenceLayout {
  /// The columns from which on things stand side by side.
  static let wide = 60
  /// The columns that labels take.
  static let labelWidth = 8

  /// Whether things stand side by side in `width` columns.
  static func isWide(_ width: Int) -> Bool { width >= wide }

  /// `text` with what stands between back quotes in bold instead.
  static func marked(_ text: String) -> StyledText {
    var result = StyledText()
    for (place, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      result.append(String(part), place.isMultiple(of: 2) ? .plain : .bold)
    }
    return result
  }

  /// `text` in lines of `width` columns.
  static func paragraph(_ text: StyledText, width: Int) -> [StyledText] {
    TextLayout.wrap(text, width: width)
  }

  /// A script beside its label, its lines laid out as the formatter lays them out.
  static func script(_ lines: [String], label: String, width: Int) -> [StyledText] {
    guard !lines.isEmpty else { return [] }
    let indent = isWide(width) ? labelWidth : 2
    var result = isWide(width) ? [] : [StyledText.bold(label)]
    for (place, line) in lines.enumerated() {
      let inner = line.prefix { $0 == " " }.count
      let isLabelled = place == 0 && isWide(width)
      let head = isLabelled ? padded(.bold(label), to: labelWidth) : blanks(indent)
      result += TextLayout.wrap(
        StyledText(String(line.dropFirst(inner))), width: width, first: head + blanks(inner),
        indent: indent + inner + 4)
    }
    return result
  }

  /// Two pieces of text side by side, the second from column `column` on; in narrow windows the
  /// second stands below the first.
  static func row(
    _ left: StyledText, _ right: StyledText, column: Int, width: Int
  ) -> [StyledText] {
    guard isWide(width) else {
      return TextLayout.wrap(left, width: width, indent: 4)
        + (right.isEmpty
          ? [] : TextLayout.wrap(right, width: width, first: blanks(2), indent: 4))
    }
    guard !right.isEmpty else { return TextLayout.wrap(left, width: width, indent: 4) }
    // What is too long for its column has the row to itself.
    guard TextWidth.of(left.plain) + 1 < column else {
      return TextLayout.wrap(left, width: width, indent: 4)
        + TextLayout.wrap(right, width: width, first: blanks(column), indent: column)
    }
    return TextLayout.wrap(right, width: width, first: padded(left, to: column), indent: column)
  }

  /// `text` with blanks behind it up to `width` columns.
  static func padded(_ text: StyledText, to width: Int) -> StyledText {
    TextLayout.pad(text, to: width)
  }

  /// So many blanks.
  static func blanks(_ count: Int) -> StyledText {
    StyledText(String(repeating: " ", count: count))
  }
}
