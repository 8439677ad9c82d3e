public import AdvocateDiagnostics

extension View {
  /// The lines that show the view in `width` columns.
  public func render(width: Int) -> [StyledText] {
    var page = Page(width: width)
    let shown = parts.filter { if case .data = $0 { false } else { true } }
    for (place, part) in shown.enumerated() {
      if place > 0, part.standsApart(from: shown[place - 1]) { page.blank() }
      switch part {
      case .paragraph(let text), .shortened(let text, _): page.paragraph(text)
      case .heading(let text): page.paragraph(.bold(text))
      case .list(let points):
        for point in points { page.paragraph("  " + point, hanging: 4) }
      case .table(let table), .sheet(let table): table.show(on: &page)
      case .data: continue
      case .drawing(let drawing):
        page.drawn(page.width >= drawing.wideWidth ? drawing.wide : drawing.narrow)
      case .marked(let marked): marked.show(on: &page)
      case .lines(let lines):
        for line in lines { page.paragraph(StyledText(line), indent: 2, hanging: 6) }
      }
    }
    return page.lines
  }
}

extension View.Part {
  /// Whether an empty line parts this part from the one above it.
  fileprivate func standsApart(from above: View.Part) -> Bool {
    switch (above, self) {
    case (.heading, _): false
    case (_, .heading), (_, .drawing), (.drawing, _), (_, .table), (.table, _): true
    case (_, .sheet), (.sheet, _): true
    case (_, .marked), (.marked, _): true
    default: false
    }
  }
}

extension View.Table {
  /// Columns where they fit; otherwise a few lines for each row.
  fileprivate func show(on page: inout Page) {
    guard let widths = widths(in: page.width) else { return list(on: &page) }
    var starts: [Int] = []
    var start = 0
    for width in widths {
      starts.append(start)
      start += width + 2
    }
    if columns.contains(where: { !$0.heading.isEmpty }) {
      page.columns(
        columns.indices.map { place in
          (aligned(StyledText(columns[place].heading), place, widths[place]), starts[place])
        })
    }
    for row in rows {
      page.columns(
        columns.indices.map { (aligned(row[$0].text, $0, widths[$0]), starts[$0]) })
    }
  }

  private func aligned(_ text: StyledText, _ column: Int, _ width: Int) -> StyledText {
    guard columns[column].isRight else { return text }
    let gap = width - TextWidth.of(text.plain)
    return StyledText(String(repeating: " ", count: max(0, gap))) + text
  }

  /// The widths of the columns, of which one or two of words may be narrower than their words;
  /// nil where even so they do not fit.
  private func widths(in width: Int) -> [Int]? {
    let natural = columns.indices.map { column in
      ([columns[column].heading] + rows.map { $0[column].text.plain })
        .map { TextWidth.of($0) }.max() ?? 0
    }
    var widths = natural
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    // The last column of words gives way first, then the names of the rows.
    let yielding = columns.indices.reversed().filter { !columns[$0].isRight }
    for column in yielding where excess > 0 {
      let least = min(natural[column], column == 0 ? 16 : 20)
      let given = min(excess, natural[column] - least)
      widths[column] -= given
      excess -= given
    }
    return excess > 0 ? nil : widths
  }

  /// A few lines for each row: its name, and below it what stands under each heading, without
  /// cells that hold nothing.
  private func list(on page: inout Page) {
    for row in rows {
      // A row without a name belongs to the one above it.
      if let name = row.first?.text, !name.isEmpty { page.paragraph(name, hanging: 2) }
      for column in columns.indices.dropFirst() where !row[column].isBlank {
        let heading = columns[column].heading
        let label = heading.isEmpty ? StyledText() : StyledText(heading + ": ")
        page.paragraph(label + row[column].text, indent: 2, hanging: 4)
      }
    }
  }
}

extension View.Table.Cell {
  /// Whether nothing stands in it but the point that marks an empty cell.
  fileprivate var isBlank: Bool { text.isEmpty || text.plain == "·" }
}
