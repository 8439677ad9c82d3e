/// One row of a table, read by the letter of RFC 4180.
public struct CSVRecord: Sendable {
  /// A cell.
  public struct Cell: Sendable {
    /// What stands in it; nil where that is not text in UTF-8.
    public var text: String?
    /// Where it stands with its quotes, in bytes from the start of the row.
    var range: Range<Int>

    /// Whether nothing stands in it but blanks.
    var isBlank: Bool { text?.allSatisfy(\.isWhitespace) ?? false }
  }

  /// The cells.
  public private(set) var cells: [Cell] = []
  /// Where the next row starts.
  public private(set) var end: Int
  /// How many lines the row takes.
  public private(set) var lines = 1
  /// The column of a quote that is never closed, or that something follows; nil where all is well.
  public private(set) var badQuote: Int?

  /// Reads the row at `start`.
  init(_ base: UnsafeRawPointer, _ start: Int, _ count: Int, delimiter: UInt8) {
    end = start
    func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }
    var offset = start
    while true {
      var bytes: [UInt8] = []
      let first = offset - start
      if offset < count, byte(offset) == 0x22 {
        let opening = (offset: offset, lines: lines)
        offset += 1
        var isClosed = false
        let most = min(count, opening.offset + BatchSplitter.longestRecord)
        while offset < most, !isClosed {
          if byte(offset) == 0x22 {
            if offset + 1 < count, byte(offset + 1) == 0x22 {
              bytes.append(0x22)
              offset += 2
            } else {
              isClosed = true
              offset += 1
            }
          } else {
            if byte(offset) == 0x0A { lines += 1 }
            bytes.append(byte(offset))
            offset += 1
          }
        }
        let isFollowed =
          offset < count && byte(offset) != delimiter && byte(offset) != 0x0A
          && byte(offset) != 0x0D
        if !isClosed || isFollowed {
          // Only the line with the quote is given up.
          badQuote = cells.count
          lines = opening.lines
          offset = opening.offset
          bytes = []
          while offset < count, byte(offset) != 0x0A { offset += 1 }
        }
      } else {
        while offset < count, byte(offset) != delimiter, byte(offset) != 0x0A {
          bytes.append(byte(offset))
          offset += 1
        }
      }
      let isLast = offset >= count || byte(offset) != delimiter
      var last = offset - start
      if isLast, last > first, byte(offset - 1) == 0x0D { last -= 1 }
      if isLast, bytes.last == 0x0D { bytes.removeLast() }
      cells.append(Cell(text: String(validating: bytes, as: UTF8.self), range: first..<last))
      if isLast {
        while offset < count, byte(offset) != 0x0A { offset += 1 }
        end = min(count, offset + 1)
        return
      }
      offset += 1
    }
  }

  /// Reads the first row of `bytes`.
  public init(_ bytes: [UInt8], delimiter: UInt8) {
    self = bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return CSVRecord() }
      return CSVRecord(base, 0, bytes.count, delimiter: delimiter)
    }
  }

  private init() { end = 0 }
}
