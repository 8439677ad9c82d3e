/// What a person sees: the cells of a terminal after all that was written to it.
///
/// Knows the sequences a line editor uses and passes over the rest. A resize keeps the rows as
/// they are; terminals that reflow do better.
public struct TerminalScreen: Equatable, Sendable {
  private struct Cell: Equatable {
    var text = " "
    var style: [Int] = []
  }

  /// The row of the cursor, 0 at the top.
  public private(set) var row = 0
  /// The column of the cursor, 0 at the left.
  public private(set) var column = 0
  /// How many times the bell rang.
  public private(set) var bells = 0

  private var rows: Int
  private var columns: Int
  private var cells: [[Cell]]
  private var style: [Int] = []
  private var wrapPending = false
  private var sequence: [UInt8] = []
  private var character: [UInt8] = []

  /// Makes an empty screen.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The rows as text, without the blanks at their ends, down to the last row in use.
  public var lines: [String] {
    var lines = cells.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The stretches of the screen that are not in plain letters, each with the numbers that select
  /// its look, from the top left to the bottom right; blanks count only between them.
  public var styled: [String] {
    var stretches: [(style: [Int], text: String)] = []
    for row in cells {
      var last: [Int] = []
      for cell in row {
        if !cell.style.isEmpty {
          if cell.style == last, var stretch = stretches.popLast() {
            stretch.text += cell.text
            stretches.append(stretch)
          } else {
            stretches.append((cell.style, cell.text))
          }
        }
        last = cell.style
      }
    }
    return stretches.map { stretch in
      stretch.style.map(String.init).joined(separator: ";") + " " + stretch.text
    }
  }

  /// True if some row holds the text.
  public func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  mutating func resize(rows: Int, columns: Int) {
    while cells.count > rows { cells.removeFirst() }
    while cells.count < rows { cells.append([]) }
    cells = cells.map { row in
      Array(row.prefix(columns)) + Array(repeating: Cell(), count: max(0, columns - row.count))
    }
    self.rows = rows
    self.columns = columns
    row = min(row, rows - 1)
    column = min(column, columns - 1)
    wrapPending = false
  }

  mutating func take(_ byte: UInt8) {
    if !sequence.isEmpty {
      sequence.append(byte)
      takeSequence()
      return
    }
    switch byte {
    case 0x1B: sequence = [byte]
    case 0x07: bells += 1
    case 0x08: move(toColumn: column - 1)
    case 0x09: move(toColumn: min((column / 8 + 1) * 8, columns - 1))
    case 0x0A: lineFeed()
    case 0x0D: move(toColumn: 0)
    case 0..<0x20, 0x7F: break
    default:
      character.append(byte)
      guard let text = String(validating: character, as: UTF8.self) else {
        if character.count >= 4 { character = [] }
        return
      }
      character = []
      for scalar in text.unicodeScalars { put(scalar) }
    }
  }

  // MARK: Text

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = TerminalScreen.width(of: scalar)
    if width == 0 {
      let target = wrapPending ? column : max(column - 1, 0)
      cells[row][target].text.unicodeScalars.append(scalar)
      return
    }
    if wrapPending || column + width > columns {
      move(toColumn: 0)
      lineFeed()
    }
    cells[row][column] = Cell(text: String(scalar), style: style)
    if width == 2, column + 1 < columns {
      cells[row][column + 1] = Cell(text: "", style: style)
    }
    if column + width >= columns {
      column = columns - 1
      wrapPending = true
    } else {
      column += width
    }
  }

  private mutating func lineFeed() {
    wrapPending = false
    if row + 1 < rows {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(blankRow)
    }
  }

  private var blankRow: [Cell] { Array(repeating: Cell(), count: columns) }

  private mutating func move(toColumn target: Int) {
    column = min(max(target, 0), columns - 1)
    wrapPending = false
  }

  private mutating func move(toRow target: Int) {
    row = min(max(target, 0), rows - 1)
    wrapPending = false
  }

  // MARK: Sequences

  private mutating func takeSequence() {
    guard sequence.count >= 2 else { return }
    guard sequence[1] == UInt8(ascii: "[") else {
      // two bytes, or three for a choice of character set
      let isDesignation = sequence[1] == UInt8(ascii: "(") || sequence[1] == UInt8(ascii: ")")
      if !isDesignation || sequence.count == 3 { sequence = [] }
      return
    }
    guard sequence.count >= 3, let final = sequence.last, (0x40...0x7E).contains(final) else {
      return
    }
    let text = String(decoding: sequence[2..<sequence.count - 1], as: UTF8.self)
    sequence = []
    if text.hasPrefix("?") || text.hasPrefix(">") { return }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    run(Unicode.Scalar(final), numbers)
  }

  private mutating func run(_ final: Unicode.Scalar, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(first, 1)
    switch final {
    case "A": move(toRow: row - count)
    case "B": move(toRow: row + count)
    case "C": move(toColumn: column + count)
    case "D": move(toColumn: column - count)
    case "G": move(toColumn: count - 1)
    case "d": move(toRow: count - 1)
    case "H", "f":
      move(toRow: count - 1)
      move(toColumn: max(numbers.count > 1 ? numbers[1] : 1, 1) - 1)
    case "m":
      for number in numbers { style = number == 0 ? [] : style + [number] }
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "P":
      let kept = cells[row].prefix(column) + cells[row].dropFirst(column + count)
      cells[row] = Array((kept + blankRow).prefix(columns))
    case "@":
      let blanks = Array(repeating: Cell(), count: count)
      cells[row].insert(contentsOf: blanks, at: column)
      cells[row] = Array(cells[row].prefix(columns))
    default: break
    }
  }

  private mutating func eraseScreen(_ mode: Int) {
    switch mode {
    case 0:
      eraseLine(0)
      for below in cells.indices where below > row { cells[below] = blankRow }
    case 2, 3: for index in cells.indices { cells[index] = blankRow }
    default: break
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? column..<columns : mode == 1 ? 0..<column + 1 : 0..<columns
    for index in range { cells[row][index] = Cell() }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70,
      0xFF00..<0xFF61, 0x1F300..<0x1FB00:
      2
    default: 1
    }
  }
}
