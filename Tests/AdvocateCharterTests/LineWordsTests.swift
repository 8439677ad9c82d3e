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
}
