/// A prompt in the forms that the terminal and libedit want.
struct PromptText: Equatable {
  /// What the reader sees.
  let plain: String

  /// Takes a prompt of any origin: controls go, and it leaves room to type.
  init(_ text: String, columns: Int) {
    let printable = String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isHarmless)))
    let limit = max(columns / 2, 8)
    guard CellLayout.width(of: printable) > limit else {
      plain = printable
      return
    }
    // the end says what the prompt is (`>`), so the middle goes
    let ending = String(printable.suffix(2))
    let room = limit - CellLayout.width(of: ending)
    plain = CellLayout.fit(String(printable.dropLast(2)), width: room) + ending
  }

  /// The bytes for the terminal, bold if styled.
  func shown(styled: Bool) -> String {
    styled && !plain.isEmpty ? "\u{1B}[1m\(plain)\u{1B}[0m" : plain
  }

  /// The bytes for libedit, which must know what takes no room.
  ///
  /// INVARIANT: each literal is followed by a visible character; libedit loses one at the very
  /// end, and the boldness would spill into the typed text.
  func literal(styled: Bool) -> String {
    guard styled, plain.count > 1, let last = plain.last else { return plain }
    return "\u{1}\u{1B}[1m\u{1}\(plain.dropLast())\u{1}\u{1B}[0m\u{1}\(last)"
  }
}

extension Unicode.Scalar {
  /// True for what may reach a terminal: no controls, nothing that turns the reading order, and
  /// nothing that cannot be seen but joiners and the selectors of a letter's form.
  var isHarmless: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: false
    case 0x2028, 0x2029: false
    case 0xAD, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x2060...0x206F, 0x3164: false
    case 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: false
    case 0xE0000...0xE00FF, 0xE01F0...0xE0FFF: false
    default: true
    }
  }
}
