import AdvocateTestSupport
import Testing

/// The demonstration program on a pseudo-terminal.
struct Demo {
  let terminal: PseudoTerminal
  let folder: TemporaryFolder

  static let prompt = "demo> "

  /// Starts the program and waits for its first prompt.
  init(
    _ changes: [String: String?] = [:], folder: TemporaryFolder? = nil, rows: Int = 24,
    columns: Int = 80
  ) throws {
    let folder = try #require(folder ?? TemporaryFolder())
    var environment: [String: String?] = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "HOME": folder.path, "DEMO_HISTORY": folder.file("state/history"),
    ]
    environment.merge(changes) { $1 }
    terminal = try PseudoTerminal.spawn(
      BuiltProduct.path(of: "TerminalDemo"), environment: environment.compactMapValues { $0 },
      rows: rows, columns: columns)
    self.folder = folder
    try #require(terminal.expect(Demo.prompt), "no prompt: \(terminal.transcript)")
  }

  /// Types a text and Enter, and waits for the answer and the next prompt.
  func enter(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    terminal.send(text + "\r")
    expect("GOT[\(text.count)]: \(text)", sourceLocation: sourceLocation)
    expect(Demo.prompt, sourceLocation: sourceLocation)
  }

  /// Waits for a text and reports its absence.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      terminal.expect(text), "\(text.debugDescription) not in \(terminal.transcript.suffix(400))",
      sourceLocation: sourceLocation)
  }

  /// Waits until a row of the screen holds a text and reports its absence.
  func expectOnScreen(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      terminal.expectScreen { $0.shows(text) }, "\(text) not on \(terminal.screen.lines)",
      sourceLocation: sourceLocation)
  }

  /// Drops the line and leaves.
  func drop(sourceLocation: SourceLocation = #_sourceLocation) {
    terminal.send(Key.controlC)
    expect("CANCELLED", sourceLocation: sourceLocation)
    expect(Demo.prompt, sourceLocation: sourceLocation)
    leave(sourceLocation: sourceLocation)
  }

  /// Leaves by Ctrl-D at the prompt.
  func leave(sourceLocation: SourceLocation = #_sourceLocation) {
    terminal.send(Key.controlD)
    expect("END", sourceLocation: sourceLocation)
    #expect(terminal.wait() == .exited(0), sourceLocation: sourceLocation)
  }
}

/// What the keys send.
enum Key {
  static let backspace = "\u{7F}"
  static let controlA = "\u{1}"
  static let controlC = "\u{3}"
  static let controlD = "\u{4}"
  static let controlE = "\u{5}"
  static let controlG = "\u{7}"
  static let controlK = "\u{B}"
  static let controlL = "\u{C}"
  static let controlR = "\u{12}"
  static let controlT = "\u{14}"
  static let controlU = "\u{15}"
  static let controlUnderscore = "\u{1F}"
  static let controlW = "\u{17}"
  static let controlY = "\u{19}"
  static let controlZ = "\u{1A}"
  static let altF = "\u{1B}f"
  static let controlLeft = "\u{1B}[1;5D"
  static let controlRight = "\u{1B}[1;5C"
  static let delete = "\u{1B}[3~"
  static let down = "\u{1B}[B"
  static let end = "\u{1B}[F"
  static let enter = "\r"
  static let home = "\u{1B}[H"
  static let left = "\u{1B}[D"
  static let right = "\u{1B}[C"
  static let tab = "\t"
  static let up = "\u{1B}[A"

  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
