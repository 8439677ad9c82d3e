/// Makes text from anywhere safe to write to a terminal.
public enum HarmlessText {
  /// `text` with every character that could steer a terminal or mislead the eye made visible.
  ///
  /// Control characters, bidirectional controls and invisible format characters become their
  /// code point in angle brackets, as in `<U+001B>`.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        result += visible(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The first character of `text` that a line may not hold, with its offset in bytes.
  public static func firstHarmful(in text: String) -> (scalar: Unicode.Scalar, span: SourceSpan)? {
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if scalar != "\t", isHarmful(scalar) { return (scalar, SourceSpan(offset, offset + length)) }
      offset += length
    }
    return nil
  }

  /// The code point of `scalar` as people look it up.
  public static func visible(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// Whether `scalar` is a control, a bidirectional control, or invisible without a use in text.
  ///
  /// The joiners U+200C, U+200D and U+034F and the selectors of a letter's form stay, since some
  /// scripts and emoji cannot be written without them.
  public static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B,
      0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE00FF,
      0xE01F0...0xE0FFF:
      true
    default: false
    }
  }
}

extension UTF8 {
  /// The number of bytes that `scalar` takes in UTF-8.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
