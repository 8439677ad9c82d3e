import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// A key as it stood in the line before, with its quotes.
struct JSONKey {
  var bytes: [UInt8]
  var column: BatchColumn
}

/// Lines that are JSON objects.
extension BatchWorker {
  func readObjects(_ base: UnsafeRawPointer, _ count: Int, firstLine: Int) {
    var offset = 0
    var line = firstLine
    while offset < count {
      if isQuick, let next = quickObject(base, offset, count, line) {
        offset = next
        line += 1
        continue
      }
      var end = offset
      while end < count, base.load(fromByteOffset: end, as: UInt8.self) != 0x0A { end += 1 }
      carefulObject(UnsafeRawBufferPointer(start: base + offset, count: end - offset), line)
      offset = end + 1
      line += 1
    }
  }

  // MARK: - The quick way

  @inline(__always)
  private static func skip(_ base: UnsafeRawPointer, _ offset: Int) -> Int {
    var offset = offset
    while true {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      guard byte == 0x20 || byte == 0x09 else { return offset }
      offset &+= 1
    }
  }

  /// Reads a line whose values are all known by now; nil where it holds something unusual.
  private func quickObject(
    _ base: UnsafeRawPointer, _ start: Int, _ count: Int, _ line: Int
  ) -> Int? {
    func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }
    guard let cells = cells.baseAddress else { return nil }
    var offset = Self.skip(base, start)
    guard byte(offset) == 0x7B else { return nil }
    cells.update(repeating: 0, count: self.cells.count)
    directWorld.begin()
    offset = Self.skip(base, offset &+ 1)
    var name = 0..<0
    var place = 0
    var said: UInt64 = 0
    var heard: UInt64 = 0
    saidCount = 0
    while true {
      guard byte(offset) == 0x22 else { return nil }
      let column: BatchColumn
      if place < keys.count, keys[place].isHere(base, offset) {
        column = keys[place].column
        offset &+= keys[place].bytes.count
      } else {
        guard let (key, end) = learnKey(base, offset, count, place) else { return nil }
        column = key
        offset = end
      }
      offset = Self.skip(base, offset)
      guard byte(offset) == 0x3A else { return nil }
      offset = Self.skip(base, offset &+ 1)
      guard let (value, end) = Self.token(base, offset, count) else { return nil }
      let isBare = byte(offset) != 0x22
      switch column {
      case .name:
        guard !isBare, name.isEmpty, !value.isEmpty, Self.isPlainName(base, value) else {
          return nil
        }
        name = value
      case .fact(let fact):
        guard setCell(of: fact, base, value, isBare) else { return nil }
        // Twice the same fact is for the careful way; the first 64 facts are told apart by bits.
        if fact < 64 {
          guard said &>> UInt64(fact) & 1 == 0 else { return nil }
          said |= 1 &<< UInt64(fact)
        } else if !noteSaidOnce(fact) {
          return nil
        }
      case .evidence(let fact):
        guard !isBare, Self.isPlainName(base, value), fact < 64,
          heard &>> UInt64(fact) & 1 == 0
        else { return nil }
        heard |= 1 &<< UInt64(fact)
      case .other:
        guard isBare ? Self.isWholeNumber(base, value) : Self.isPlainName(base, value) else {
          return nil
        }
      case .lost, .nameless: return nil
      }
      place &+= 1
      offset = Self.skip(base, end)
      if byte(offset) == 0x2C {
        offset = Self.skip(base, offset &+ 1)
      } else {
        break
      }
    }
    guard byte(offset) == 0x7D, !name.isEmpty else { return nil }
    offset = Self.skip(base, offset &+ 1)
    if byte(offset) == 0x0D { offset &+= 1 }
    guard offset >= count || byte(offset) == 0x0A,
      offset &- start <= BatchSplitter.longestRecord
    else { return nil }
    countUnsaid(said)
    blankCount = 0
    judgeCells(UnsafeRawBufferPointer(start: base + name.lowerBound, count: name.count), line: line)
    return offset &+ 1
  }

  func noteSaidOnce(_ fact: Int) -> Bool {
    for place in 0..<saidCount where blanks[place] == Int32(truncatingIfNeeded: fact) {
      return false
    }
    blanks[saidCount] = Int32(truncatingIfNeeded: fact)
    saidCount &+= 1
    return true
  }

  func countUnsaid(_ said: UInt64) {
    objectRows &+= 1
    var rest = said
    while rest != 0 {
      saidInObjects[rest.trailingZeroBitCount] &+= 1
      rest &= rest &- 1
    }
    for place in 0..<saidCount { saidInObjects[Int(blanks[place])] &+= 1 }
  }

  /// The same for an action whose unsaid facts are untouched.
  func countUntouched(_ said: UInt64) {
    restRows &+= 1
    var rest = said
    while rest != 0 {
      saidInRest[rest.trailingZeroBitCount] &+= 1
      rest &= rest &- 1
    }
    for place in 0..<saidCount { saidInRest[Int(blanks[place])] &+= 1 }
  }

  /// Whether the value is a number without sign, point or exponent, as JSON writes it.
  private static func isWholeNumber(_ base: UnsafeRawPointer, _ value: Range<Int>) -> Bool {
    let digits = UnsafeRawBufferPointer(start: base + value.lowerBound, count: value.count)
    return digits.allSatisfy { (0x30...0x39).contains($0) }
      && (digits.count == 1 || digits.first != 0x30)
  }

  /// Where the value at `offset` stands, without the quotes of a text, and where it ends.
  @inline(__always)
  private static func token(
    _ base: UnsafeRawPointer, _ offset: Int, _ count: Int
  ) -> (value: Range<Int>, end: Int)? {
    let first = base.load(fromByteOffset: offset, as: UInt8.self)
    if first == 0x22 {
      let end = ByteScan.first(base, from: offset &+ 1, to: count, quotes, backslashes)
      guard end < count, base.load(fromByteOffset: end, as: UInt8.self) == 0x22 else { return nil }
      return (offset &+ 1..<end, end &+ 1)
    }
    var end = offset
    if first == 0x5B {
      // A list without lists in it, which is what facts hold.
      var isInText = false
      while end < count {
        let byte = base.load(fromByteOffset: end, as: UInt8.self)
        if byte == 0x5C || byte == 0x0A || byte == 0x7B { return nil }
        if byte == 0x22 { isInText.toggle() }
        end &+= 1
        if byte == 0x5D, !isInText { return (offset..<end, end) }
      }
      return nil
    }
    while end < count {
      let byte = base.load(fromByteOffset: end, as: UInt8.self)
      if byte == 0x2C || byte == 0x7D || byte == 0x20 || byte == 0x0A || byte == 0x0D { break }
      if byte == 0x7B || byte == 0x22 { return nil }
      end &+= 1
    }
    return end > offset ? (offset..<end, end) : nil
  }

  private static let quotes = ByteScan.repeated(0x22)
  private static let backslashes = ByteScan.repeated(0x5C)

  private func learnKey(
    _ base: UnsafeRawPointer, _ offset: Int, _ count: Int, _ place: Int
  ) -> (column: BatchColumn, end: Int)? {
    guard let (text, end) = Self.token(base, offset, count), text.count <= 256,
      Self.isPlainName(base, text)
    else { return nil }
    let bytes = Array(UnsafeRawBufferPointer(start: base + offset, count: end - offset))
    let name = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    let column: BatchColumn
    if let known = columnsOfKeys[name] {
      column = known
    } else {
      column = BatchColumn(name, plan.reader)
      if columnsOfKeys.count < 4096 { columnsOfKeys[name] = column }
    }
    // What is not read is told of first, the careful way.
    if column == .other, !BatchColumn.isRemark(name), !toldNames.contains(name) { return nil }
    let key = JSONKey(bytes: bytes, column: column)
    if place < keys.count { keys[place] = key } else if place == keys.count { keys.append(key) }
    return (column, end)
  }

  @inline(__always)
  private func setCell(
    of fact: Int, _ base: UnsafeRawPointer, _ value: Range<Int>, _ isBare: Bool
  ) -> Bool {
    let (from, length) = (value.lowerBound, value.count)
    // A number in JSON has no zeros before it, and no sign of a percentage behind it.
    let isNumber =
      !isDirect[fact] && numbers[fact].form != .never
      && !(isBare
        && (numbers[fact].form == .share
          || length > 1 && base.load(fromByteOffset: from, as: UInt8.self) == 0x30
            && base.load(fromByteOffset: from + 1, as: UInt8.self) != 0x2E))
    if isNumber, let cell = numbers[fact].cell(base, from, length) {
      cells[fact] = cell
      return true
    }
    guard length > 0 else { return false }
    let key = ValueMemo.key(base, from, length, column: fact, isBare: isBare)
    if let cell = memo.cell(key, base, from) {
      if isDirect[fact] { takeDirect(fact, cell) } else { cells[fact] = cell }
      return true
    }
    return learn(fact, key, base, value, isBare)
  }

  private func learn(
    _ fact: Int, _ key: ValueMemo.Key, _ base: UnsafeRawPointer, _ value: Range<Int>,
    _ isBare: Bool
  ) -> Bool {
    let bytes = UnsafeRawBufferPointer(start: base + value.lowerBound, count: value.count)
    // A text that goes over the end of its line is none.
    guard bytes.allSatisfy({ $0 >= 0x20 }) else { return false }
    var text = String(validating: bytes, as: UTF8.self)
    if isBare {
      guard case .success(let read) = JSONReader.read(Array(bytes)[...]) else { return false }
      text = (try? read.field())?.text
    }
    guard let text,
      case .success(let statement?) = plan.reader.statement(
        text, ofFact: fact, at: SourceLocation(), fate: ""), statement.content != .unsaid
    else { return false }
    return keep(fact, key, base, value.lowerBound, statement.content)
  }
}

extension JSONKey {
  /// Whether these bytes stand at `offset`.
  @inline(__always)
  func isHere(_ base: UnsafeRawPointer, _ offset: Int) -> Bool {
    bytes.withUnsafeBytes { own in
      guard let key = own.baseAddress else { return false }
      var place = 0
      let count = own.count
      while place &+ 8 <= count {
        let same =
          key.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          == base.loadUnaligned(fromByteOffset: offset &+ place, as: UInt64.self)
        if !same { return false }
        place &+= 8
      }
      while place < count {
        let same =
          key.load(fromByteOffset: place, as: UInt8.self)
          == base.load(fromByteOffset: offset &+ place, as: UInt8.self)
        if !same { return false }
        place &+= 1
      }
      return true
    }
  }
}
