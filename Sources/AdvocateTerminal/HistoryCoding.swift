/// One line of history as one line of a file: a JSON string.
enum HistoryCoding {
  /// The bytes that stand for a line, without a line end.
  static func encode(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = [quote]
    for byte in line.utf8 {
      switch byte {
      case quote, backslash: bytes += [backslash, byte]
      case 0..<0x20, 0x7F:
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return bytes + [quote]
  }

  /// The line that bytes stand for, nil if they are not one whole JSON string.
  static func decode(_ bytes: some Collection<UInt8>) -> String? {
    guard bytes.count >= 2, bytes.first == quote else { return nil }
    var input = bytes.dropFirst().makeIterator()
    var output: [UInt8] = []
    while let byte = input.next() {
      switch byte {
      case quote:
        // INVARIANT: the closing quote is the last byte; anything after it is a torn line.
        return input.next() == nil ? String(validating: output, as: UTF8.self) : nil
      case 0..<0x20: return nil
      case backslash:
        guard let scalar = escape(&input) else { return nil }
        output += Array(String(scalar).utf8)
      default: output.append(byte)
      }
    }
    return nil
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let digits = Array("0123456789abcdef".utf8)

  private static func escape(_ input: inout some IteratorProtocol<UInt8>) -> Unicode.Scalar? {
    switch input.next() {
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "u"): unicodeEscape(&input)
    case quote: "\""
    case backslash: "\\"
    case UInt8(ascii: "/"): "/"
    default: nil
    }
  }

  private static func unicodeEscape(
    _ input: inout some IteratorProtocol<UInt8>
  ) -> Unicode.Scalar? {
    guard let first = unit(&input) else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard input.next() == backslash, input.next() == UInt8(ascii: "u"),
      let second = unit(&input), (0xDC00..<0xE000).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func unit(_ input: inout some IteratorProtocol<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = input.next(),
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
