import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax
import AdvocateTestSupport
import Testing

/// Most lines are cut into words in a short way, which has to come to the same as the long one.
@Suite("Words of a line")
struct LineWordsTests {
  @Test("A tab at the end, which takes the long way, changes no word")
  func bothWays() {
    var random = SeededGenerator(seed: 41)
    let signs = Array("aBz09 :-*'=.,?\"  ").map { String($0) }
    for _ in 0..<5_000 {
      let text = (0..<random.number(0...14)).map { _ in random.pick(signs, else: "a") }.joined()
      #expect(LineParser.words(of: text) == LineParser.words(of: text + "\t"), "\(text)")
    }
  }

  @Test("Words are cut at blanks, with their places; a colon and capitals are no part of the key")
  func words() {
    let words = LineParser.words(of: " Effort to: is A:")
    #expect(words.map(\.text) == ["Effort", "to:", "is", "A:"])
    #expect(words.map(\.key) == ["effort", "to", "is", "a"])
    #expect(words.map(\.span.start) == [1, 8, 12, 15])
    #expect(words.map(\.span.end) == [7, 11, 14, 17])
  }

  @Test("Quotation marks stay in free text, also in front of its first word")
  func quotationMarks() {
    let text = """
      charter C

      fact wait
        asks Is it "long"?
        scale short, long
        means short a "low" thing
        means long “two” things

      action A
        wait is long because "we asked them"
        for new: wait is short because “x” y
        note "remark" of ours

      """
    let script = ReadScript(text)
    #expect(script.formatted == text)
    #expect(script.charter.facts[0].meanings == [0: #"a "low" thing"#, 1: "“two” things"])
    #expect(script.actions[0].statements[0].evidence == #""we asked them""#)
  }
}
