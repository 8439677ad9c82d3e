import AdvocateTestSupport
import Testing

/// The program at a terminal of its own, with a person's hands.
struct Desk {
  let terminal: PseudoTerminal
  let folder: TemporaryFolder

  /// Starts the program; the first prompt is there.
  init(
    _ arguments: [String] = [], folder: TemporaryFolder? = nil, changes: [String: String?] = [:],
    rows: Int = 60, columns: Int = 80
  ) throws {
    let folder = try #require(folder ?? TemporaryFolder())
    var environment: [String: String?] = [
      "ADVOCATE_HISTORY": folder.file("history"), "ADVOCATE_PAGER": "", "HOME": folder.path,
      "LANG": "C.UTF-8",
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
    ]
    environment.merge(changes) { $1 }
    terminal = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "cd \"$0\" && exec \"$@\"", folder.path, Tool.path] + arguments,
      environment: environment.compactMapValues { $0 }, rows: rows, columns: columns)
    self.folder = folder
    try #require(terminal.expect("> ", seconds: 20), "no prompt: \(terminal.transcript)")
  }

  /// Types a line and waits for the prompt that follows.
  func enter(
    _ line: String, then prompt: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    terminal.send(line + "\r")
    expect("\n" + prompt, sourceLocation: sourceLocation)
  }

  /// Waits for a text and reports its absence.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      terminal.expect(text, seconds: 20),
      "\(text.debugDescription) not in \(terminal.transcript.suffix(900))",
      sourceLocation: sourceLocation)
  }

  /// Waits until a row of the screen holds a text and reports its absence.
  func expectOnScreen(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      terminal.expectScreen(seconds: 20) { $0.shows(text) },
      "\(text) not on \(terminal.screen.lines)", sourceLocation: sourceLocation)
  }

  /// Leaves without saving.
  func leave(unsaved: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) {
    terminal.send("quit\r")
    if unsaved {
      expect("save> ", sourceLocation: sourceLocation)
      terminal.send("no\r")
    }
    #expect(terminal.wait(seconds: 20) == .exited(0), sourceLocation: sourceLocation)
  }
}

/// What the keys send.
enum Key {
  static let controlC = "\u{3}"
  static let controlD = "\u{4}"
  static let tab = "\t"
  static let up = "\u{1B}[A"

  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
