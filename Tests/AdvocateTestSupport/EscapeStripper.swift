/// Takes control sequences out of what a program writes to a terminal.
struct EscapeStripper {
  private enum State { case text, escape, control, command, designation }
  private var state = State.text
  private var pending: [UInt8] = []

  /// The text that a byte completes, mostly itself or nothing.
  mutating func take(_ byte: UInt8) -> String {
    switch state {
    case .text:
      if byte == 0x1B {
        state = .escape
        return flush()
      }
      pending.append(byte)
      guard let text = String(validating: pending, as: UTF8.self) else {
        return pending.count >= 4 ? flush() : ""
      }
      pending = []
      return text
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .control
      case UInt8(ascii: "]"): state = .command
      case UInt8(ascii: "("), UInt8(ascii: ")"): state = .designation
      default: state = .text
      }
    case .control: if (0x40...0x7E).contains(byte) { state = .text }
    case .command: if byte == 0x07 || byte == 0x1B { state = byte == 0x07 ? .text : .designation }
    case .designation: state = .text
    }
    return ""
  }

  private mutating func flush() -> String {
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self)
  }
}
