import CLibedit

/// Where text lands on a terminal, by the rules libedit draws it with.
///
/// A pure function of the columns and the text, used to find the cursor again before something
/// is drawn around the input.
struct CellLayout: Equatable {
  /// Rows below the one where the prompt starts.
  var row = 0
  /// Columns from the left edge.
  var column = 0
  /// How wide the terminal is.
  let columns: Int

  init(columns: Int) { self.columns = max(columns, 2) }

  /// Moves on past a text.
  mutating func advance(over text: some StringProtocol) {
    for scalar in text.unicodeScalars { advance(over: scalar) }
  }

  /// Moves on past one scalar.
  mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\t" {
      repeat { place(width: 1) } while column & 7 != 0
      return
    }
    let width = Int(clibedit_width(scalar.value))
    if width >= 0 {
      place(width: width)
    } else {
      // drawn as several narrow characters: ^A or \U+200E
      for _ in 0..<CellLayout.width(of: scalar) { place(width: 1) }
    }
  }

  /// Moves to where the next scalar would be drawn: a wide one does not fit at the margin.
  mutating func settle(before scalar: Unicode.Scalar?) {
    guard let scalar, clibedit_width(scalar.value) > 1, column + 2 > columns else { return }
    row += 1
    column = 0
  }

  private mutating func place(width: Int) {
    if column + width > columns {
      row += 1
      column = 0
    }
    column += width
    if column >= columns {
      row += 1
      column = 0
    }
  }

  /// The columns one scalar takes when libedit draws it.
  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x20 || scalar.value == 0x7F { return 2 }
    let width = Int(clibedit_width(scalar.value))
    return width >= 0 ? width : (scalar.value > 0xFFFF ? 8 : 7)
  }

  /// The columns a text takes on one endless line.
  static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// A text cut into rows at its spaces; a word wider than a row is shortened.
  static func wrap(_ text: String, width limit: Int) -> [String] {
    var rows: [String] = []
    for word in text.split(separator: " ") {
      let word = fit(String(word), width: limit)
      if let row = rows.last, width(of: row) + 1 + width(of: word) <= limit {
        rows[rows.count - 1] += " " + word
      } else {
        rows.append(word)
      }
    }
    return rows
  }

  /// As much of the beginning of a text as fits, with an ellipsis if some had to go.
  static func fit(_ text: String, width limit: Int) -> String {
    guard width(of: text) > limit else { return text }
    guard limit > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in text {
      used += width(of: String(character))
      if used > limit { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
