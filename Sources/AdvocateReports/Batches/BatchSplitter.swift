import AdvocateDiagnostics

/// Cuts files into chunks of whole records.
public enum BatchSplitter {
  /// The longest record that is waited for; a quote that stays open for longer is a mistake.
  public static let longestRecord = Limits.longestRecord

  /// Where the last whole record among the first `count` of `bytes` ends; 0 where none does.
  public static func end(of bytes: [UInt8], _ count: Int, _ form: BatchSource.Form) -> Int {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      if case .csv(let delimiter) = form, ByteScan.contains(0x22, base, count) {
        return lastRecord(base, count, delimiter)
      }
      if form == .script { return lastAction(buffer, count) }
      return (buffer[..<count].lastIndex(of: 0x0A) ?? -1) + 1
    }
  }

  /// Where the last line begins that begins an action.
  private static func lastAction(_ buffer: UnsafeRawBufferPointer, _ count: Int) -> Int {
    var end = count
    while let feed = buffer[..<end].lastIndex(of: 0x0A) {
      if buffer[(feed + 1)..<count].starts(with: "action ".utf8) { return feed + 1 }
      end = feed
    }
    return 0
  }

  /// Goes through the quotes, of which only those at the start of a cell open anything, and takes
  /// each as the reader of rows does, so that both agree on where rows end.
  private static func lastRecord(
    _ base: UnsafeRawPointer, _ count: Int, _ delimiter: UInt8
  ) -> Int {
    func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }
    func lineEnd(_ offset: Int) -> Int {
      var offset = offset
      while offset < count, byte(offset) != 0x0A { offset += 1 }
      return offset
    }
    var end = 0
    var offset = 0
    var isCellStart = true
    while offset < count {
      let sign = byte(offset)
      if sign == 0x22, isCellStart {
        guard let closing = closingQuote(base, offset, count) else {
          // Where the quote is not closed in time the row ends with its line.
          guard count - offset > longestRecord else { return end }
          offset = lineEnd(offset)
          isCellStart = false
          continue
        }
        // What follows decides, and is not there yet.
        guard closing + 1 < count else { return end }
        switch byte(closing + 1) {
        case delimiter, 0x0A: offset = closing + 1
        case 0x0D: offset = lineEnd(closing + 1)
        // Something follows the quote: the row ends with the line in which it opened.
        default: offset = lineEnd(offset)
        }
        isCellStart = false
        continue
      }
      if sign == 0x0A { end = offset + 1 }
      isCellStart = sign == delimiter || sign == 0x0A
      offset += 1
    }
    return end
  }

  /// Where the quote ends that opens at `start`; nil where that is farther away than any record is
  /// long, so that the end is the same wherever a file is cut.
  private static func closingQuote(
    _ base: UnsafeRawPointer, _ start: Int, _ count: Int
  ) -> Int? {
    var offset = start + 1
    while offset < min(count, start + longestRecord) {
      if base.load(fromByteOffset: offset, as: UInt8.self) == 0x22 {
        guard offset + 1 < count else { return offset }
        if base.load(fromByteOffset: offset + 1, as: UInt8.self) != 0x22 { return offset }
        offset += 1
      }
      offset += 1
    }
    return nil
  }

  /// How many lines end in the first `count` of `bytes`.
  public static func lines(in bytes: [UInt8], _ count: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { ByteScan.lines($0, count) } ?? 0
    }
  }
}
