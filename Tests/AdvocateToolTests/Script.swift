import AdvocateTestSupport
import Testing

/// Scripts for the tests, in a folder of their own.
struct Scripts {
  let folder: TemporaryFolder

  init() throws { folder = try #require(TemporaryFolder()) }

  /// Where a file of this name is.
  func path(_ name: String) -> String { folder.file(name) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) -> String { write(Array(text.utf8), to: name) }

  /// Writes bytes and gives the path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) -> String {
    TemporaryFolder.write(bytes, to: path(name))
    return path(name)
  }

  /// The text of a file; empty where there is none.
  func text(_ name: String) -> String {
    String(decoding: TemporaryFolder.contents(of: path(name)) ?? [], as: UTF8.self)
  }

  /// An action that is settled against the customer.
  static let against = """
    action Phone to cancel
      job is stop paying for something no longer used
      effort to join is one step
      effort to leave is a call because mystery calls in October
      the rest is untouched

    """

  /// An action that is vetoed.
  static let vetoed = """
    action Countdown timer
      job is a flight home
      true as told is a false picture
      the rest is untouched

    """

  /// An action of which too little is said.
  static let open = """
    action Refund late deliveries
      job is a parcel in time
      moves the job is easier

    """
}

/// Checks that what came from the program steers no terminal and hides nothing.
func expectHarmless(_ result: Tool.Result, sourceLocation: SourceLocation = #_sourceLocation) {
  expectHarmless(result.output, "standard output", sourceLocation: sourceLocation)
  expectHarmless(result.errors, "standard error", sourceLocation: sourceLocation)
}

/// Checks that bytes are text that steers no terminal and hides nothing.
///
/// Unicode itself says which characters these are.
func expectHarmless(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    Issue.record("\(name) is not UTF-8", sourceLocation: sourceLocation)
    return
  }
  let found = text.unicodeScalars.filter { $0 != "\n" && isHidden($0) }
  let isHarmless = found.isEmpty
  #expect(
    isHarmless,
    """
    U+\(found.prefix(5).map { String($0.value, radix: 16) }.joined(separator: ", ")) in \(name): \
    \(text.debugDescription.prefix(2_000))
    """, sourceLocation: sourceLocation)
}

/// Whether a character is a control, turns the reading order, or cannot be seen, but for those
/// that scripts and emoji cannot be written without.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x034F, 0x180B...0x180D, 0x180F, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: false
  default:
    scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .lineSeparator
      || scalar.properties.generalCategory == .paragraphSeparator
  }
}
