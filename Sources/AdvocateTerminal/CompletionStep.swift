import AdvocateSession

/// What a press of Tab does with an answer.
enum CompletionStep: Equatable {
  /// Nothing may stand here, as far as anyone knows.
  case nothing
  /// Put a text in place of so many characters before the cursor.
  case insert(String, replacing: Int)
  /// Show what may stand here.
  case list([String])

  /// How many items a list shows.
  static let listLimit = 8

  /// Chooses: the only item, else what all items begin with, else the list of them.
  init(_ answer: CompletionAnswer, before: String, columns: Int) {
    let replaced = min(max(answer.replacedCharacters, 0), before.count)
    let typed = String(before.suffix(replaced))
    guard let first = answer.items.first else {
      self = .nothing
      return
    }
    let common = answer.items.dropFirst().reduce(first.insertion) { common, item in
      String(zip(common, item.insertion).prefix { $0 == $1 }.map(\.0))
    }
    let gains = answer.items.count == 1 ? common != typed : common.count > typed.count
    self =
      gains
      ? .insert(CompletionStep.harmless(common), replacing: replaced)
      : .list(CompletionStep.rows(answer.items, columns: columns))
  }

  private static func rows(_ items: [CompletionItem], columns: Int) -> [String] {
    let shown = items.prefix(listLimit).map { item in
      (name: trimmed(harmless(item.insertion)), summary: harmless(item.summary))
    }
    let widest = shown.map { CellLayout.width(of: $0.name) }.max() ?? 0
    let nameWidth = min(widest, max(columns / 2, 8))
    var rows = shown.map { item in
      let name = CellLayout.fit(item.name, width: nameWidth)
      let padding = String(repeating: " ", count: nameWidth - CellLayout.width(of: name))
      let row = item.summary.isEmpty ? "  \(name)" : "  \(name)\(padding)  \(item.summary)"
      return CellLayout.fit(row, width: columns - 1)
    }
    if items.count > listLimit { rows.append("  \(items.count - listLimit) more") }
    return rows
  }

  private static func harmless(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isHarmless)))
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
