import AdvocateDiagnostics

/// Four named fields with the names of plans in them: two questions, each with two answers.
struct FourFields {
  /// A field and what lies in it.
  struct Field {
    var name: String
    var plans: [String] = []
  }

  /// What stands over the two columns.
  let columns: [String]
  /// What stands before the two rows.
  let rows: [String]
  /// The fields by row and column.
  var fields: [[Field]]

  private static let cell = 30
  private static let mostNames = 4

  /// The fields beside and below each other; in narrow windows one below the other.
  var drawing: View.Drawing { View.Drawing(wide: wide, narrow: narrow) }

  /// How many plans lie in each field, in words.
  var sentence: StyledText {
    if fields.joined().allSatisfy(\.plans.isEmpty) { return "No plan has a place yet." }
    let counts = fields.joined().map { field in
      "\(field.name): \(field.plans.isEmpty ? "none" : String(field.plans.count))"
    }
    return StyledText(Words.sentence(counts.joined(separator: ", ")) + ".")
  }

  private var wide: [StyledText] {
    let label = (rows.map { TextWidth.of($0) }.max() ?? 0) + 2
    func line(_ head: String, _ left: StyledText, _ right: StyledText) -> StyledText {
      let start = TextLayout.pad(StyledText(head), to: label)
      return TextLayout.pad(start + left, to: label + Self.cell) + " │ " + right
    }
    var lines = [line("", StyledText(columns[0]), StyledText(columns[1]))]
    for (row, pair) in fields.enumerated() {
      if row > 0 {
        let dashes = String(repeating: "─", count: Self.cell)
        let blanks = String(repeating: " ", count: label)
        lines.append(StyledText(blanks + dashes + "─┼─" + dashes))
      }
      let cells = pair.map { field in [StyledText.bold(field.name)] + names(field, Self.cell) }
      for place in 0..<(cells.map(\.count).max() ?? 0) {
        let texts = cells.map { place < $0.count ? $0[place] : StyledText() }
        lines.append(line(place == 0 ? rows[row] : "", texts[0], texts[1]))
      }
    }
    return lines
  }

  private var narrow: [StyledText] {
    var lines: [StyledText] = []
    for (row, pair) in fields.enumerated() {
      for (column, field) in pair.enumerated() {
        lines += TextLayout.wrap(
          "\(bold: field.name): \(rows[row]), \(columns[column])", width: 40, indent: 2)
        let inside = names(field, 38)
        lines += (inside.isEmpty ? ["none"] : inside).map { StyledText("  ") + $0 }
      }
    }
    return lines
  }

  private func names(_ field: Field, _ width: Int) -> [StyledText] {
    let isCut = field.plans.count > Self.mostNames
    let shown = field.plans.prefix(isCut ? Self.mostNames - 1 : Self.mostNames)
    var lines = shown.flatMap { TextLayout.wrap(StyledText($0), width: width, indent: 2) }
    if isCut { lines.append(StyledText("and \(field.plans.count - shown.count) more")) }
    return lines
  }
}
