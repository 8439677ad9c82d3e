/// Reads JSON by the letter of RFC 8259, and says where it is none.
struct JSONReader {
  /// What was read. Numbers stay as they were written.
  indirect enum Value: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([Value])
    case object([Member])
  }

  /// A member of an object.
  struct Member: Equatable {
    var name: String
    var value: Value
    /// Where the name stands with its quotes, in bytes from the start of the text.
    var nameRange: Range<Int>
    /// Where the value stands.
    var range: Range<Int>
  }

  /// Where and why something is no JSON.
  struct Problem: Error, Equatable {
    /// The offset in bytes.
    var offset: Int
    /// What stands there or is missing, as the beginning of a sentence.
    var what: String
  }

  private let bytes: ArraySlice<UInt8>
  private var offset: Int
  private static let deepest = 64

  /// The one value that `bytes` hold.
  static func read(_ bytes: ArraySlice<UInt8>) -> Result<Value, Problem> {
    var reader = JSONReader(bytes)
    do throws(Problem) {
      let value = try reader.value(depth: 0)
      reader.skipBlanks()
      if reader.offset < bytes.endIndex { throw reader.problem("Something follows the object") }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  private func problem(_ what: String) -> Problem {
    Problem(offset: place, what: what)
  }

  /// How many bytes were read.
  private var place: Int { offset - bytes.startIndex }

  private var next: UInt8? { offset < bytes.endIndex ? bytes[offset] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      offset += 1
    }
  }

  private mutating func value(depth: Int) throws(Problem) -> Value {
    guard depth < Self.deepest else { throw problem("Lists stand too deep in each other") }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw problem("The line ends where a value is due")
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(Problem) -> Value {
    guard bytes[offset...].starts(with: word.utf8) else { throw problem("This is no value") }
    offset += word.utf8.count
    return value
  }

  private mutating func object(_ depth: Int) throws(Problem) -> Value {
    var members: [Member] = []
    offset += 1
    skipBlanks()
    if next == UInt8(ascii: "}") {
      offset += 1
      return .object([])
    }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw problem("A name in quotes is due") }
      let nameStart = place
      let name = try string()
      let nameRange = nameStart..<place
      skipBlanks()
      guard next == UInt8(ascii: ":") else { throw problem("A colon is due") }
      offset += 1
      skipBlanks()
      let start = place
      let value = try value(depth: depth + 1)
      members.append(Member(name: name, value: value, nameRange: nameRange, range: start..<place))
      skipBlanks()
      switch next {
      case UInt8(ascii: ","): offset += 1
      case UInt8(ascii: "}"):
        offset += 1
        return .object(members)
      default: throw problem("A comma or the closing brace is due")
      }
    }
  }

  private mutating func array(_ depth: Int) throws(Problem) -> Value {
    var values: [Value] = []
    offset += 1
    skipBlanks()
    if next == UInt8(ascii: "]") {
      offset += 1
      return .array([])
    }
    while true {
      values.append(try value(depth: depth + 1))
      skipBlanks()
      switch next {
      case UInt8(ascii: ","): offset += 1
      case UInt8(ascii: "]"):
        offset += 1
        return .array(values)
      default: throw problem("A comma or the closing bracket is due")
      }
    }
  }

  private mutating func number() throws(Problem) -> Value {
    let start = offset
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    if next == UInt8(ascii: "-") { offset += 1 }
    let whole = offset
    while isDigit(next) { offset += 1 }
    let isBare = offset == whole || (bytes[whole] == 0x30 && offset > whole + 1)
    if isBare {
      offset = start
      throw problem("This is no value")
    }
    if next == UInt8(ascii: ".") {
      offset += 1
      guard isDigit(next) else { throw problem("A digit is due") }
      while isDigit(next) { offset += 1 }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      guard isDigit(next) else { throw problem("A digit is due") }
      while isDigit(next) { offset += 1 }
    }
    if next == UInt8(ascii: "%") { throw problem("A percentage stands in quotes") }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  // MARK: - Text

  private mutating func string() throws(Problem) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else {
          throw problem("The text before this is not UTF-8")
        }
        offset += 1
        return result
      case UInt8(ascii: "\\"):
        offset += 1
        try escape(into: &text)
      case 0..<0x20: throw problem("A control character stands in a text")
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw problem("The line ends inside a text")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
    guard let byte = next else { throw problem("The line ends inside a text") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if unit & 0xFC00 == 0xD800, next == UInt8(ascii: "\\"), offset + 1 < bytes.endIndex,
        bytes[offset + 1] == UInt8(ascii: "u")
      {
        offset += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw problem("Half a character stands here") }
        unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(unit) else { throw problem("Half a character stands here") }
      text += Array(String(scalar).utf8)
    default: throw problem("This sign is never written with a backslash")
    }
  }

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4,
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      digits.first != UInt8(ascii: "+")
    else { throw problem("Four digits are due") }
    offset += 4
    return unit
  }
}
