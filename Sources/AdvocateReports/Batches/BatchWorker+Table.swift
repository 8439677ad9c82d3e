import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Rows of tables.
extension BatchWorker {
  /// What the quick way through a row came to.
  private enum RowEnd {
    /// The row was judged; the next one starts here.
    case judged(next: Int)
    /// The row holds something that only the careful way can read.
    case unusual
  }

  /// How a column is read.
  private struct Column {
    enum Role: UInt8 { case skipped, blank, name, fact, number, direct }
    var role: Role
    var fact: Int
  }

  func readTable(_ base: UnsafeRawPointer, _ count: Int, firstLine: Int, _ delimiter: UInt8) {
    let columns = source.columns.map { column -> Column in
      switch column {
      case .name: Column(role: .name, fact: 0)
      case .fact(let fact) where isDirect[fact]: Column(role: .direct, fact: fact)
      case .fact(let fact):
        Column(role: numbers[fact].form == .never ? .fact : .number, fact: fact)
      case .evidence, .other: Column(role: .skipped, fact: 0)
      case .lost, .nameless: Column(role: .blank, fact: 0)
      }
    }
    evidenceColumns = [:]
    for (place, column) in source.columns.enumerated() {
      if case .evidence(let fact) = column { evidenceColumns[fact] = place }
    }
    tableRows = 0
    defer { countMissingColumns() }
    var offset = 0
    var line = firstLine
    while offset < count {
      let first = base.load(fromByteOffset: offset, as: UInt8.self)
      if first == 0x0A || (first == 0x0D && Self.byte(base, offset + 1, count) == 0x0A) {
        offset += first == 0x0A ? 1 : 2
        line += 1
        continue
      }
      if isQuick, case .judged(let next) = quickRow(base, offset, count, columns, delimiter, line) {
        offset = next
        line += 1
        tableRows &+= 1
        continue
      }
      let row = CSVRecord(base, offset, count, delimiter: delimiter)
      record = UnsafeRawBufferPointer(start: base + offset, count: row.end - offset)
      shownLine = nil
      carefulRow(row, line)
      offset = row.end
      line += row.lines
    }
  }

  /// Counts the facts that no column is about: every quick row leaves them unsaid.
  private func countMissingColumns() {
    guard tableRows > 0 else { return }
    var isThere = [Bool](repeating: false, count: unsaidInTables.count)
    for case .fact(let fact) in source.columns { isThere[fact] = true }
    for fact in isThere.indices where !isThere[fact] { unsaidInTables[fact] += tableRows }
  }

  @inline(__always)
  static func byte(_ base: UnsafeRawPointer, _ offset: Int, _ count: Int) -> UInt8 {
    offset < count ? base.load(fromByteOffset: offset, as: UInt8.self) : 0x0A
  }

  /// Reads a row without making anything of its cells but numbers; gives up where it cannot.
  private func quickRow(
    _ base: UnsafeRawPointer, _ start: Int, _ count: Int, _ columns: [Column],
    _ delimiter: UInt8, _ line: Int
  ) -> RowEnd {
    let (commas, feeds) = (ByteScan.repeated(delimiter), ByteScan.repeated(0x0A))
    var offset = start
    var name = 0..<0
    blankCount = 0
    directWorld.begin()
    let last = columns.count - 1
    for place in 0...last {
      var from = offset
      var end: Int
      if base.load(fromByteOffset: offset, as: UInt8.self) == 0x22 {
        from += 1
        end = from
        while end < count {
          let byte = base.load(fromByteOffset: end, as: UInt8.self)
          if byte == 0x22 || byte == 0x0A { break }
          end &+= 1
        }
        guard end < count, base.load(fromByteOffset: end, as: UInt8.self) == 0x22 else {
          return .unusual
        }
        offset = end + 1
        if offset < count, base.load(fromByteOffset: offset, as: UInt8.self) == 0x0D {
          offset += 1
        }
      } else {
        end = ByteScan.first(base, from: offset, to: count, commas, feeds)
        offset = end
        if place == last, end > from, base.load(fromByteOffset: end - 1, as: UInt8.self) == 0x0D {
          end -= 1
        }
      }
      // What ends a cell must be what is due: a delimiter, or behind the last one a line's end.
      if place < last {
        guard offset < count, base.load(fromByteOffset: offset, as: UInt8.self) == delimiter else {
          return .unusual
        }
        offset += 1
      } else if offset < count {
        guard base.load(fromByteOffset: offset, as: UInt8.self) == 0x0A else { return .unusual }
        offset += 1
      }
      let column = columns[place]
      switch column.role {
      case .skipped: break
      case .blank: guard end == from else { return .unusual }
      case .name:
        name = from..<end
        guard Self.isPlainName(base, name) else { return .unusual }
      case .fact, .number, .direct:
        guard setCell(of: column.fact, base, from, end - from, column.role == .number) else {
          return .unusual
        }
      }
    }
    guard !name.isEmpty, offset - start <= BatchSplitter.longestRecord else { return .unusual }
    judgeCells(UnsafeRawBufferPointer(start: base + name.lowerBound, count: name.count), line: line)
    return .judged(next: offset)
  }

  /// Puts the fact into the cell of its value; false where the value cannot be read.
  @inline(__always)
  private func setCell(
    of fact: Int, _ base: UnsafeRawPointer, _ from: Int, _ length: Int, _ isNumber: Bool
  ) -> Bool {
    if length == 0 {
      cells[fact] = 0
      noteBlank(fact)
      return true
    }
    if isNumber, let cell = numbers[fact].cell(base, from, length) {
      cells[fact] = cell
      return true
    }
    let key = ValueMemo.key(base, from, length, column: fact, isBare: false)
    if let cell = memo.cell(key, base, from) {
      if isDirect[fact] { takeDirect(fact, cell) } else { cells[fact] = cell }
      return true
    }
    return learn(fact, key, base, from, length)
  }

  private func learn(
    _ fact: Int, _ key: ValueMemo.Key, _ base: UnsafeRawPointer, _ from: Int, _ length: Int
  ) -> Bool {
    let bytes = UnsafeRawBufferPointer(start: base + from, count: length)
    guard let text = String(validating: bytes, as: UTF8.self),
      case .success(let statement?) = plan.reader.statement(
        text, ofFact: fact, at: SourceLocation(), fate: ""), statement.content != .unsaid
    else { return false }
    return keep(fact, key, base, from, statement.content)
  }
}

extension BatchWorker {
  /// Whether the name at `range` can be taken as it stands, without blanks cut off or put in.
  @inline(__always)
  static func isPlainName(_ base: UnsafeRawPointer, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, base.load(fromByteOffset: range.lowerBound, as: UInt8.self) != 0x20,
      base.load(fromByteOffset: range.upperBound - 1, as: UInt8.self) != 0x20
    else { return range.isEmpty }
    var high: UInt64 = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let rest = range.upperBound &- offset
      let word = ByteScan.low(ByteScan.word(base, offset), rest)
      let filled = rest >= 8 ? word : word | ~ByteScan.low(.max, rest) & 0x2020_2020_2020_2020
      high |= word
      // A byte below 32 borrows from its high bit.
      if (filled &- 0x2020_2020_2020_2020) & ~filled & 0x8080_8080_8080_8080 != 0 { return false }
      offset &+= 8
    }
    if high & 0x8080_8080_8080_8080 == 0 { return true }
    let bytes = UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    guard let name = String(validating: bytes, as: UTF8.self) else { return false }
    return name.contains { !$0.isWhitespace }
  }
}
