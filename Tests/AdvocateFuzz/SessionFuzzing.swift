import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession

/// Gives lines to a session, as at the prompt, and lays its answers out.
enum SessionFuzzing {
  /// The most lines of one input.
  private static let mostLines = 6
  private static let longestLine = 100

  private nonisolated(unsafe) static let files = SessionFiles(
    read: { $0 == "small" ? .success(Array(FuzzCharter.script.utf8)) : .failure(.missing) },
    write: { _, _ in nil }, append: { _, _ in nil }, exists: { $0 == "small" })

  private nonisolated(unsafe) static let begun: Session = {
    var session = Session(files: files, isTyped: true, width: 60)
    for line in FuzzCharter.script.split(separator: "\n") { _ = session.respond(to: String(line)) }
    // Most is said, since what open answers allow takes most of the time; a line can open more.
    for line in [
      "action First", "effort to leave is a call", "gain is roughly 5", "visits is 3",
      "share is 10%", "words is we win", "open is north",
    ] {
      _ = session.respond(to: line)
    }
    return session
  }()

  static func run(_ bytes: [UInt8]) {
    var session = begun
    session.width = bytes.count % 3 == 0 ? 20 : 60
    for line in bytes.split(separator: 10).prefix(mostLines) {
      let response = session.respond(to: Array(line.prefix(longestLine)))
      show(response, after: session.prompt, width: session.width)
      if response.isOver { return }
    }
    show(session.end(), after: session.prompt, width: session.width)
  }

  private static func show(_ response: Response, after prompt: String, width: Int) {
    let style = OutputStyle(width: width)
    for piece in response.pieces {
      switch piece {
      case .lines(let lines):
        if style.render(lines).unicodeScalars.contains(where: {
          $0 != "\n" && HarmlessText.isHarmful($0)
        }) {
          found("an answer holds a character that steers: \(style.render(lines).debugDescription)")
        }
      case .finding(let finding):
        _ = style.render(DiagnosticRenderer.render(finding, place: .unseen, width: width))
      }
    }
  }
}
