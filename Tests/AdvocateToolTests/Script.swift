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

/// Checks that text which came from the program steers no terminal.
func expectHarmless(_ result: Tool.Result, sourceLocation: SourceLocation = #_sourceLocation) {
  for text in [result.stdout, result.stderr] {
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
      let turns =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      #expect(!isControl && !turns, "U+\(scalar.value) in \(text)", sourceLocation: sourceLocation)
    }
  }
}
