import AdvocateDiagnostics

/// Collects the lines of one screen and keeps them within the width.
///
/// Everything goes through `TextLayout.wrap`, which also makes it harmless.
struct Page {
  /// The columns that lines may take.
  let width: Int
  /// The lines so far.
  private(set) var lines: [StyledText] = []
  /// The column, from 0, at which rule names start on wide pages.
  var nameColumn = 18

  static let labelWidth = 8

  init(width: Int) { self.width = max(width, 20) }

  /// Whether text stands beside its label rather than below it.
  var isWide: Bool { width >= 60 }

  /// One empty line, unless there is one already or nothing above it.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append(StyledText()) }
  }

  /// Text from the left edge, or `indent` columns from it.
  mutating func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    let first = StyledText(String(repeating: " ", count: indent))
    lines += TextLayout.wrap(text, width: width, first: first, indent: hanging ?? indent)
  }

  /// A line that is known to be harmless and to fit.
  mutating func drawn(_ line: String) { lines.append(StyledText(line)) }

  /// Lines that are drawn: whoever drew them kept them within the width and harmless.
  mutating func drawn(_ drawing: [StyledText]) { lines += drawing }

  /// A label, and text beside it; on narrow pages the text follows and wraps below.
  mutating func block(_ label: String, _ text: StyledText, bold: Bool = true) {
    let style = bold ? StyledText.Style.bold : .plain
    guard isWide else {
      return paragraph(StyledText(label, style) + StyledText(bold ? "  " : " ") + text)
    }
    let gap = String(repeating: " ", count: max(1, Self.labelWidth - TextWidth.of(label)))
    lines += TextLayout.wrap(
      text, width: width, first: StyledText(label, style) + StyledText(gap),
      indent: Self.labelWidth)
  }

  /// Text that belongs to the block above.
  mutating func body(_ text: StyledText) {
    paragraph(text, indent: isWide ? Self.labelWidth : 0)
  }

  /// Something that can be typed, never parted from its first words by the layout of the text.
  mutating func invitation(_ text: String, _ typed: String) {
    body(StyledText("\(text)  \(typed)"))
  }

  /// A row of points, with a rule's name or a count behind it.
  mutating func row(_ label: String, _ points: String, of weight: String, _ name: StyledText) {
    let head = TextLayout.padRight(label, to: Self.labelWidth) + points + " of " + weight
    if isWide {
      lines += TextLayout.wrap(
        name, width: width, first: StyledText(TextLayout.padRight(head, to: nameColumn)),
        indent: nameColumn)
    } else {
      paragraph(StyledText(head))
      paragraph(name, indent: 2)
    }
  }

  /// Text that belongs to the row above.
  mutating func detail(_ text: StyledText) {
    paragraph(text, indent: isWide ? nameColumn : 2)
  }

  /// Two texts side by side, each wrapped in its own column; on narrow pages one below the other.
  mutating func pair(_ left: StyledText, _ right: StyledText, indent: Int, column: Int) {
    guard isWide else {
      paragraph(left, indent: 2, hanging: 4)
      if !right.isEmpty { paragraph(right, indent: 4) }
      return
    }
    columns([(left, indent), (right, column)])
  }

  /// A name and a figure in their own columns; on narrow pages on one line.
  mutating func entry(_ name: StyledText, _ figure: StyledText, column: Int, deeper: Int = 0) {
    guard isWide else {
      return paragraph(name + ": " + figure, indent: 2 + deeper, hanging: 4 + deeper)
    }
    columns([(name, Self.labelWidth + deeper), (figure, column)])
  }

  /// Texts that each start at their own column and wrap within it.
  mutating func columns(_ cells: [(text: StyledText, start: Int)]) {
    let wrapped = cells.enumerated().map { place, cell in
      let end = place + 1 < cells.count ? cells[place + 1].start - 2 : width
      return TextLayout.wrap(cell.text, width: max(8, end - cell.start))
    }
    for row in 0..<(wrapped.map(\.count).max() ?? 0) {
      var line = StyledText()
      for (place, cell) in cells.enumerated() {
        guard row < wrapped[place].count, !wrapped[place][row].isEmpty else { continue }
        line = TextLayout.pad(line, to: cell.start) + wrapped[place][row]
      }
      lines.append(line)
    }
  }
}

/// Points of several rows, aligned at the decimal point.
struct PointsColumn {
  private let wholeWidth: Int

  init(halves: [Int]) {
    wholeWidth = halves.map { String($0.magnitude / 2).count }.max() ?? 1
  }

  /// The columns that each text takes.
  var width: Int { wholeWidth + 2 }

  /// `halves` without a sign: the row's label tells the side.
  func text(_ halves: Int) -> String {
    let size = Int(halves.magnitude)
    let whole = TextLayout.padLeft(String(size / 2), to: wholeWidth)
    return whole + (size % 2 == 1 ? ".5" : "  ")
  }
}
