import AdvocateSession

/// One row of the list that Tab shows.
struct ListRow: Equatable {
  /// What would be inserted, with the space before it.
  var name: String
  /// The rest of the row.
  var rest = ""

  /// The row in plain letters.
  var plain: String { name + rest }

  /// The row with its name standing out.
  var styled: String { name.isEmpty ? rest : Escape.bold + name + Escape.plain + rest }
}

/// What may stand at the cursor, shown a page at a time.
struct CompletionList: Equatable {
  /// The most items of a page.
  static let pageLimit = 8

  /// The line that the list was made for, and its cursor.
  let before: String
  let after: String
  private let headline: String?
  private let items: [CompletionItem]
  private var first = 0
  private var shown = 0

  init(_ answer: CompletionAnswer, before: String, after: String) {
    self.before = before
    self.after = after
    headline = answer.headline.map(String.withoutControls)
    items = answer.items.map { item in
      CompletionItem(
        insertion: .withoutControls(item.insertion).trimmedEnd,
        summary: .withoutControls(item.summary))
    }
  }

  /// Goes to the next page; after the last one comes the first again.
  mutating func turn() {
    first += shown
    if first >= items.count { first = 0 }
  }

  /// The rows of the present page, empty if not even one item has room.
  ///
  /// - Parameters:
  ///   - columns: the width of the window; the last column stays free.
  ///   - limit: the most rows.
  mutating func rows(columns: Int, limit: Int) -> [ListRow] {
    let width = columns - 1
    let heading = (headline.map { CellLayout.wrap($0, width: width) } ?? []).map {
      ListRow(name: "", rest: $0)
    }
    let room = limit - heading.count
    let left = items.count - first
    // the row that says what is left out takes room, too
    shown = min(left, CompletionList.pageLimit, room)
    if shown < left { shown = min(shown, room - 1) }
    guard shown > 0 else { return [] }
    let page = items[first..<first + shown]
    var rows = heading + CompletionList.table(page, width: width)
    let rest = left - shown
    if rest > 0 { rows.append(ListRow(name: "", rest: "  and \(rest) more; Tab shows them")) }
    return rows.map { row in
      let name = CellLayout.fit(row.name, width: width)
      let rest = CellLayout.fit(row.rest, width: width - CellLayout.width(of: name))
      return ListRow(name: name, rest: rest)
    }
  }

  private static func table(_ page: ArraySlice<CompletionItem>, width: Int) -> [ListRow] {
    let widest = page.map { CellLayout.width(of: $0.insertion) }.max() ?? 0
    let nameWidth = min(widest, max(width / 2, 8))
    return page.map { item in
      let name = CellLayout.fit(item.insertion, width: nameWidth)
      guard !item.summary.isEmpty else { return ListRow(name: "  " + name) }
      let padding = String(repeating: " ", count: nameWidth - CellLayout.width(of: name))
      return ListRow(name: "  " + name, rest: "\(padding)  \(item.summary)")
    }
  }
}

extension String {
  /// A text without what must not reach a terminal.
  static func withoutControls(_ text: String) -> String {
    String(UnicodeScalarView(text.unicodeScalars.filter(\.isHarmless)))
  }

  /// The text without the blanks at its end.
  var trimmedEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
