/// Reads JSON by the letter of RFC 8259, and says where it is none.
struct JSONReader {
  /// What was read. Numbers stay as they were written.
  indirect enum Value: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([Value])
    case object([(name: String, value: Value)])

    static func == (left: Value, right: Value) -> Bool {
      switch (left, right) {
      case (.null, .null): true
      case (.bool(let one), .bool(let other)): one == other
      case (.number(let one), .number(let other)), (.string(let one), .string(let other)):
        one == other
      case (.array(let one), .array(let other)): one == other
      case (.object(let one), .object(let other)):
        one.map(\.name) == other.map(\.name) && one.map(\.value) == other.map(\.value)
      default: false
      }
    }
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
    Problem(offset: offset - bytes.startIndex, what: what)
  }

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
    var members: [(name: String, value: Value)] = []
    offset += 1
    skipBlanks()
    if next == UInt8(ascii: "}") {
      offset += 1
      return .object([])
    }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw problem("A name in quotes is due") }
      let name = try string()
      skipBlanks()
      guard next == UInt8(ascii: ":") else { throw problem("A colon is due") }
      offset += 1
      members.append((name, try value(depth: depth + 1)))
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

extension JSONReader.Value {
  /// The member called `name`.
  subscript(name: String) -> JSONReader.Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// What a cell would say that says the same; nil for nothing, and an empty text for what has no
  /// form.
  var field: (text: String, evidence: String?)? {
    switch self {
    case .null: return nil
    case .bool(let value): return (value ? "yes" : "no", nil)
    case .number(let number): return (Self.plain(number), nil)
    case .string(let text): return (text, nil)
    case .array(let values):
      let parts = values.map { $0.field?.text ?? "" }
      return (parts.joined(separator: ", "), nil)
    case .object(let members):
      let evidence = self["because"]?.text
      for (name, value) in members {
        switch (name, value) {
        case ("value", _): return (value.field?.text ?? "", evidence)
        case ("roughly", _): return ("roughly \(value.field?.text ?? "")", evidence)
        case ("between", .array(let ends)) where ends.count == 2:
          let (low, high) = (ends[0].field?.text ?? "", ends[1].field?.text ?? "")
          return ("between \(low) and \(high)", evidence)
        default: continue
        }
      }
      return ("{}", nil)
    }
  }

  /// A number without an exponent.
  private static func plain(_ number: String) -> String {
    guard let place = number.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(number[number.index(after: place)...].drop { $0 == "+" }),
      abs(exponent) <= 30
    else { return number }
    var digits = number[..<place]
    let isNegative = digits.first == "-"
    if isNegative { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    var all = String(parts[0]) + fraction
    var point = parts[0].count + exponent
    if point <= 0 {
      all = String(repeating: "0", count: 1 - point) + all
      point = 1
    }
    if point > all.count { all += String(repeating: "0", count: point - all.count) }
    let cut = all.index(all.startIndex, offsetBy: point)
    let rest = all[cut...]
    return (isNegative ? "-" : "") + all[..<cut] + (rest.isEmpty ? "" : "." + rest)
  }
}
