import AdvocateDiagnostics

/// Text as a cell of a table that any spreadsheet can open without running it.
public enum SafeCSV {
  /// `text` as a cell: what could steer a terminal is made visible, what a spreadsheet would take
  /// for a formula has an apostrophe before it, and quotes stand around what needs them.
  public static func field(_ text: String) -> String {
    let text = shown(text)
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B }) else {
      let isPadded = text.utf8.first == 0x20 || text.utf8.last == 0x20
      return isPadded ? "\"\(text)\"" : text
    }
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" { result += "\"" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }

  /// What a cell for `text` holds, without the quotes that may stand around it. It stays as it is
  /// when it is put into a cell again.
  static func shown(_ text: String) -> String {
    let text = HarmlessText.of(text)
    guard let first = text.utf8.first, isFormulaSign(first) || isWideSign(text), !isNumber(text)
    else { return text }
    return "'" + text
  }

  private static func isFormulaSign(_ byte: UInt8) -> Bool {
    byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 0x09 || byte == 0x0D
  }

  /// Whether `text` begins with a wide form of such a sign, which East Asian editions of
  /// spreadsheets take for the sign.
  private static func isWideSign(_ text: String) -> Bool {
    switch text.unicodeScalars.first?.value {
    case 0xFF0B, 0xFF0D, 0xFF1D, 0xFF20: true
    default: false
    }
  }

  /// Whether `text` is a plain number, which no spreadsheet runs.
  private static func isNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if digits.first == 0x2D || digits.first == 0x2B { digits = digits.dropFirst() }
    let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// Whether `bytes`, a name, can be copied into a cell as they stand.
  @inline(__always)
  static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, !isFormulaSign(first), first != 0x20,
      bytes[bytes.count - 1] != 0x20
    else { return false }
    return ByteScan.isPlain(bytes, 0x2C2C_2C2C_2C2C_2C2C, 0x3B3B_3B3B_3B3B_3B3B)
  }
}
