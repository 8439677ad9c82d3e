import AdvocateDiagnostics
import AdvocateSession
import Testing

/// Lines at the edge of what numbers and dates can be are answered as any others.
@Suite("Edges")
struct EdgeTests {
  private func answers(_ lines: [String]) -> String {
    var session = Session(files: .none, isTyped: true)
    return lines.map { line in
      session.respond(to: line).pieces.map { piece in
        switch piece {
        case .lines(let lines): lines.map(\.plain).joined(separator: "\n")
        case .finding(let finding): finding.sentences.map(\.plain).joined(separator: "\n")
        }
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static let nines = String(repeating: "9", count: 30)
  private static let action = ["action A", "effort to leave is a call", "the rest is untouched"]

  @Test("A ledger of huge sums over ten thousand years is drawn")
  func hugeLedger() {
    let text = answers(
      Self.action + [
        "ledger L", "starts at \(Self.nines)", "bad halves every \(Self.nines) days",
        "good halves every 0.\(String(repeating: "0", count: 28))1 days", "on 0001-01-01 A",
        "on 9999-12-31 A", "ledger", "ledger what if without A",
      ])
    #expect(text.contains("more than any sum"))
    #expect(text.contains("As supposed"))
  }

  @Test("A ledger that starts below zero by all measure says what cannot lift it")
  func deepLedger() {
    let text = answers([
      "charter small", "fact a", "yes-no", "rule R", "weight 1", "for when a is yes", "because x",
      "action A", "a is yes", "ledger L", "starts at -\(Self.nines)",
      "good halves every \(Self.nines) days", "on day 3 A", "ledger",
    ])
    #expect(text.contains("does not lift it above zero, nor do a"))
  }

  @Test("Many deeds of one action are counted without judging it each time")
  func manyDeeds() {
    let text = answers(
      Self.action + ["ledger L"] + (0..<3_000).map { "on day \($0) A" } + ["ledger"])
    #expect(text.contains("The last 16 of its 3000 deeds"))
  }
}
