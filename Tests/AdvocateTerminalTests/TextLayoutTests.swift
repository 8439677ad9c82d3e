import Testing

@testable import AdvocateTerminal

@Suite struct TextLayoutTests {
  init() { TextEncoding.useUTF8() }

  @Test(arguments: [
    ("", 10, 0, 0), ("abc", 10, 0, 3), ("0123456789", 10, 1, 0), ("日本", 10, 0, 4),
    ("012345678日", 10, 1, 2), ("e\u{301}x", 10, 0, 2), ("a\u{1}b", 10, 0, 4), ("a\t", 20, 0, 8),
  ])
  func textLands(_ text: String, _ columns: Int, _ row: Int, _ column: Int) {
    var layout = CellLayout(columns: columns)
    layout.advance(over: text)
    #expect((layout.row, layout.column) == (row, column))
  }

  @Test(arguments: [
    ("short> ", 80, "short> "),
    ("A very long name of an action> ", 40, "A very long name …> "),
    ("bad\u{1B}[31m\u{202E}> ", 80, "bad[31m> "),
    ("", 80, ""),
  ])
  func promptsFit(_ text: String, _ columns: Int, _ shown: String) {
    let prompt = PromptText(text, columns: columns)
    #expect(prompt.plain == shown)
    #expect(prompt.literal(styled: false) == shown)
  }

  @Test func aStyledPromptEndsInWhatIsVisible() {
    let prompt = PromptText("é> ", columns: 80)
    #expect(prompt.literal(styled: true) == "\u{1}\u{1B}[1m\u{1}é>\u{1}\u{1B}[0m\u{1} ")
    #expect(prompt.shown(styled: true) == "\u{1B}[1mé> \u{1B}[0m")
  }

  @Test(
    arguments: [
      ("", [], ""), ("a", [], "a"), ("a\n", ["a"], ""), ("a\r\nb\rc\nd", ["a", "b", "c"], "d"),
      ("\r\n\r\n", ["", ""], ""), ("\r\r", ["", ""], ""), ("a\u{0}\u{9B}b\tc", [], "ab c"),
      ("a\u{2028}b", [], "a b"),
    ] as [(String, [String], String)])
  func pastesAreCut(_ text: String, _ lines: [String], _ remainder: String) {
    let pasted = PastedText(text.unicodeScalars)
    #expect(pasted.lines == lines)
    #expect(pasted.remainder == remainder)
  }

  @Test func aWalkKeepsWhatWasTyped() {
    var walk = HistoryWalk(LineHistory(limit: 10, lines: ["a", "b"]))
    #expect(walk.newer(leaving: "draft") == nil)
    #expect(walk.older(leaving: "draft") == "b")
    #expect(walk.older(leaving: "b!") == "a")
    #expect(walk.older(leaving: "a") == nil)
    #expect(walk.newer(leaving: "a") == "b!")
    #expect(walk.newer(leaving: "b!") == "draft")
  }

  @Test func aSearchGoesBothWays() {
    var search = HistorySearch(LineHistory(limit: 10, lines: ["Été", "b", "ÉTÉ 2"]))
    for scalar in "été".unicodeScalars { search.type(scalar) }
    #expect(search.match == "ÉTÉ 2")
    search.older()
    #expect(search.match == "Été")
    search.older()
    #expect(search.match == "Été" && !search.found)
    search.newer()
    #expect(search.match == "ÉTÉ 2" && search.found)
    search.type("x")
    #expect(!search.found)
    search.removeLast()
    #expect(search.match == "ÉTÉ 2" && search.found)
  }
}
