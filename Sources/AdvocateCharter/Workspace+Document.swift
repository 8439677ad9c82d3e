import AdvocateDiagnostics
public import AdvocateSyntax

/// The workspace as lines that bring it back.
extension Workspace {
  /// Everything as a canonical script: the charter's own lines, actions, expectations, ledgers.
  public var document: String {
    var lines: [Formatter.Line] = []
    if case .used(let name) = origin, name != BuiltInCharter.name || !charterLines.isEmpty {
      lines.append(.command("use \(name)"))
    }
    lines += charterLines
    for action in actions { lines += Self.lines(of: action, charter) }
    for block in expectations where !block.expectations.isEmpty {
      lines.append(.subject("expect \(block.title)"))
      lines += block.notes.map { .inner("note \($0)") }
      lines += block.expectations.map { .inner($0.text) }
    }
    for ledger in ledgers { lines += Self.lines(of: ledger) }
    return Formatter.document(lines)
  }

  /// The lines that bring `action` back.
  public static func lines(of action: Action, _ charter: Charter) -> [Formatter.Line] {
    var lines: [Formatter.Line] = [.subject("action \(action.name)")]
    lines += action.allStatements.map { .inner(line(of: $0, charter)) }
    lines += action.notes.map { .inner("note \($0)") }
    if action.restIsUntouched { lines.append(.inner("the rest is untouched")) }
    lines += action.dropped.map { .unread($0.line.text.trimmed) }
    return lines
  }

  private static func lines(of ledger: Ledger) -> [Formatter.Line] {
    func fading(_ side: String, _ days: Number?) -> String {
      days.map { "\(side) halves every \($0.exactDecimal) days" } ?? "\(side) fades never"
    }
    var lines: [Formatter.Line] = [.subject("ledger \(ledger.name)")]
    lines.append(.inner("starts at \(ledger.start.exactDecimal)"))
    lines.append(.inner(fading("good", ledger.goodHalfLife)))
    lines.append(.inner(fading("bad", ledger.badHalfLife)))
    lines += ledger.notes.map { .inner("note \($0)") }
    lines += ledger.entries.map { .inner("on \($0.date.text) \($0.action)") }
    return lines
  }
}

extension Workspace {
  /// Whether its lines declare a charter or change the one that they use.
  public var hasOwnCharter: Bool { origin == .own || !charterLines.isEmpty }
}
