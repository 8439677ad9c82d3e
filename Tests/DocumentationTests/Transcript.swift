import AdvocateDiagnostics
import AdvocateSession

/// What a session answers to the lines that are typed in a transcript.
struct Transcript {
  /// The whole transcript as it comes out.
  private(set) var actual: [String] = []
  /// The session after its last line.
  let session: Session

  /// Types the lines of `block` to `session`.
  init(_ block: Document.Block, in session: Session) {
    let pages = Pages(typed: block.lines.compactMap(Self.typed))
    let style = OutputStyle(width: 80)
    var loop = Loop(
      session: session, reader: pages, style: { style },
      showAnswer: { pages.show($0) }, showFinding: { pages.show($0) }, clearScreen: {})
    _ = loop.run()
    self.session = loop.session
    actual = pages.lines
  }

  /// What was typed on `line`; nil when the line is part of an answer.
  static func typed(_ line: String) -> String? {
    let prompt =
      #/(?:charter|room|save|waiting(?: \(\d+\))?|.+ \(\d+\)|(?:rule|fact|expect|ledger) .+)> ?/#
    guard let match = line.prefixMatch(of: prompt) else { return nil }
    return String(line[match.range.upperBound...])
  }
}

/// Gives typed lines one by one, and keeps them with their prompts and the answers.
///
/// A class, since the loop owns its reader while the answers are kept.
private final class Pages: LineReader {
  private(set) var lines: [String] = []
  private var typed: ArraySlice<String>

  init(typed: [String]) { self.typed = typed[...] }

  /// True: an empty line stands for Enter on the line that is prepared.
  var showsBeginnings: Bool { true }

  func read(prompt: String, beginning: String) -> LineReading {
    guard let line = typed.popFirst() else { return .terminated(signal: 0) }
    lines.append(line.isEmpty ? String(prompt.dropLast()) : prompt + line)
    return .line(Array(line.utf8))
  }

  func show(_ text: String) -> Bool {
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      String($0)
    }
    return true
  }
}
