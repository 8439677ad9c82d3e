import AdvocateCharter
import AdvocateDiagnostics
import Testing

/// What may be put right without asking, and what may not.
@Suite struct ScriptMenderTests {
  private func mend(_ text: String) -> ScriptMender {
    ScriptMender(
      text, named: "plan", in: BuiltInCharter.workspace(), files: { _ in .failure(.missing) })
  }

  @Test(arguments: [
    ("acton Night desk", "action Night desk"),
    ("  efort to leave is a call", "  effort to leave is a call"),
    ("\tEffort To Laeve is a call", "\teffort to leave is a call"),
    ("  moves the job is easer", "  moves the job is easier"),
    ("  moves teh job is haredr", "  moves the job is harder"),
    (
      "  effort to leave is a call and moves the job is harder",
      "  effort to leave is a call\n  moves the job is harder"
    ),
  ])
  func aSlipIsPutRight(wrong: String, right: String) {
    let head = wrong.hasPrefix("acton") ? "" : "action Phone to cancel\n"
    let mended = mend(head + wrong + "\n  contact is nearer\n")
    #expect(mended.text == head + right + "\n  contact is nearer\n")
    #expect(mended.changes.map(\.line.number) == [head.isEmpty ? 1 : 2])
    #expect(mended.changes.flatMap(\.replacement) == right.split(separator: "\n").map(String.init))
  }

  /// Near is not enough where the meaning would be another one.
  @Test(arguments: [
    "moves the job is faster", "effort to leave is short", "effort to leave is a call or a form",
    "people have to phone", "value is less", "effort to leave is 9", "judge it",
  ])
  func whatAPersonHasToTellStays(line: String) {
    let script = "action Phone to cancel\n  \(line)\n  contact is nearer\n"
    let mended = mend(script)
    #expect(mended.text == script)
    #expect(mended.changes.isEmpty)
  }

  @Test func aLineThatStaysWrongKeepsItsOwnWords() {
    let script = "action Phone to cancel\n  efort to leave is faster\n"
    #expect(mend(script).text == script)
  }

  @Test func theRestStaysByteForByte() {
    let script =
      "\u{FEFF}action Phone to cancel\r\n\r\n   # Why,  and how\r\n\tEFFORT to leave = 4\r\n"
      + "efort to join is one step\r\nnote  two  blanks"
    let mended = mend(script)
    #expect(
      mended.text
        == "\u{FEFF}action Phone to cancel\r\n\r\n   # Why,  and how\r\n\tEFFORT to leave = 4\r\n"
        + "effort to join is one step\r\nnote  two  blanks")
    #expect(mended.changes.map(\.line.number) == [5])
  }

  @Test func anEmptyScriptAndOneWithoutSlipsStay() {
    for script in ["", "\n", "action A\n", "action A\n  contact is nearer"] {
      #expect(mend(script).text == script)
    }
  }

  /// Lines below a misspelt subject join the right plan once it is mended.
  @Test func linesBelowAMendedSubjectAreMendedToo() {
    let mended = mend("action A\n  contact is nearer\nacton B\n  moves the job is easer\n")
    #expect(mended.text == "action A\n  contact is nearer\naction B\n  moves the job is easier\n")
  }

  @Test func mendingTwiceChangesNothingMore() {
    let once = mend("acton A\n  efort to leave is a call and contact is neerer\n")
    let again = mend(once.text)
    #expect(again.text == once.text)
    #expect(again.changes.isEmpty)
  }
}
