import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax
import AdvocateTestSupport
import Testing

/// What is too much is told with its limit, and nothing takes long or overflows.
@Suite("Limits")
struct LimitTests {
  private func computed(_ count: Int, _ sum: (Int) -> String) -> String {
    let lines = (1...count).map { "fact c \($0)\n  computed \(sum($0 - 1))\n" }
    return "charter big\nfact c 0\n  money\n" + lines.joined()
  }

  @Test("A sum of 60 facts reads each of them once")
  func longSums() {
    let facts = (0..<60).map { "fact item \($0)\n  money\n" }.joined()
    let sum = (0..<60).map { "item \($0)" }.joined(separator: " + ")
    let script = ReadScript("charter big\n\(facts)fact sum\n  computed \(sum)\n")
    #expect(script.findings.isEmpty)
    guard case .computed(let expression)? = script.charter.facts.last?.kind else {
      Issue.record("the sum was not read")
      return
    }
    #expect(expression.facts == Array(0..<60))
  }

  @Test("Facts that each double the one before are refused where 200 parts are passed")
  func doubling() {
    // 2, 4, … 128 parts are within the limit; the eighth would have 256. Those that follow name a
    // fact that is worked out from nothing.
    let script = ReadScript(computed(8) { "c \($0) + c \($0)" })
    #expect(script.findings.map(\.id.number) == [17])
    #expect(script.findings[0].line?.text.trimming == "computed c 7 + c 7")
    let words = script.findings[0].sentences.map(\.plain).joined(separator: " ")
    #expect(words.contains("256 facts and numbers"))
    #expect(words.contains("at most 200"))
  }

  @Test("A word of brackets alone takes no longer than its length")
  func brackets() {
    let many = String(repeating: "(", count: 45_000) + "a" + String(repeating: ")", count: 45_000)
    let script = ReadScript("charter big\nfact a\n  money\nfact b\n  computed \(many)\n")
    #expect(script.findings.map(\.id.number) == [17])
  }

  @Test("Files that name files in great number are stopped")
  func bombs() {
    // Each of 15 files names the next ten times: 10 to the power of 15 without a limit.
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { name in
      guard let number = Int(name) else { return .failure(.missing) }
      let text = number < 15 ? String(repeating: "load \(number + 1)\n", count: 10) : "# end\n"
      return .success(Array(text.utf8))
    })
    reader.read(file: "0", into: &workspace)
    #expect(reader.diagnostics.contains { $0.sentences[0].plain.contains("at most 1,000 files") })
  }

  @Test("A file of which thousands of lines cannot be read is read to its end, and all are counted")
  func unreadable() {
    let bad = String(repeating: "nothing of this is known\n", count: 5_000)
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    reader.read(
      Array("\(bad)action Last\n  moves the job is harder\n".utf8), named: "many", into: &workspace)
    #expect(reader.diagnostics.count == 1_000)
    #expect(reader.untold == 4_000)
    #expect(workspace.actions.map(\.name) == ["Last"])
    #expect(workspace.actions[0].statements.count == 1)
  }

  @Test("Of thousands of lines that wait for one that failed all are counted, and few kept")
  func waiting() {
    let lines = String(repeating: "moves the job is harder\n", count: 3_000)
    let script = ReadScript("action\n\(lines)")
    #expect(script.findings.count == 1)
    let words = script.findings[0].sentences.map(\.plain).joined(separator: " ")
    #expect(words.contains("3000 lines"), "\(words)")
  }

  @Test("One rule, group or line too many is left out with the limit")
  func crowds() {
    let lines = (0...1_000).map { "  for when a is \($0)\n" }.joined()
    let rule = ReadScript("charter big\nfact a\n  money\nrule R\n  because x\n" + lines)
    #expect(rule.charter.rules[0].clauses.count == 1_000)
    #expect(
      rule.findings.first { $0.severity == .error }?.sentences[0].plain
        == "A rule has at most 1,000 lines that say when, and this would be one more.")
    let groups = (0...100).map { "  for group \($0): a is 3\n" }.joined()
    let action = ReadScript("charter big\nfact a\n  money\naction A\n" + groups)
    #expect(action.actions[0].groups.count == 100)
    #expect(action.findings.map(\.id.number) == [120])
  }

  @Test("Any number of returns ends a line, so that formatting twice is as formatting once")
  func manyReturns() {
    let once = ReadScript("odd words\r\r\n\r\r\r\nmore\r\r\n").formatted
    #expect(once == "odd words\n\nmore\n")
    let blanks = ReadScript("odd\rwords\r \r  \nmore\r \r\r\n").formatted
    #expect(blanks == "odd\rwords\nmore\n")
    #expect(ReadScript(blanks).formatted == blanks)
    #expect(ReadScript("\u{FEFF}\u{FEFF}\n \n\u{FEFF}odd\n").formatted == "odd\n")
    // Such a line is read as any other.
    #expect(ReadScript("charter of  mine\r\t \n").errors == [])
    #expect(ReadScript("charter of  mine\r\t \n").formatted == "charter of mine\n")
    #expect(ReadScript("action A\n\r \nodd\n").formatted == "action A\n  odd\n")
  }

  @Test(
    "Several colons are one, so that formatting twice is as formatting once",
    arguments: [
      ("action A\n  wait:: long", "  wait is long\n"),
      ("what if wait:: long", "what if wait is long\n"),
      ("action A\n  wait :: long", "  wait is long\n"),
      ("action A\n  wait is:: long", "  wait is long\n"),
      ("what if wait::: is long", "what if wait is is long\n"),
      ("action A\n  for new:: wait:: long", "  for new: wait is long\n"),
      ("action A\n  for new ::: wait = long", "  for new: wait is long\n"),
      ("rule R\n  for when wait:: long", "  for when wait is long\n"),
      ("weigh = = Wait 2", "weigh = = Wait 2\n"), ("use = = :: none", "use none\n"),
      ("action : :: X", "action X\n"), ("rule R\n  because = == :x", "  because :x\n"),
    ])
  func manyColons(_ typed: String, _ ending: String) {
    let charter = "charter C\nfact wait\n  scale short, long\n"
    let once = ReadScript(charter + typed).formatted
    #expect(once.hasSuffix(ending), "\(once)")
    #expect(ReadScript(once).formatted == once)
  }

  @Test("An accent without a letter before it does not push a line further each time")
  func looseAccents() {
    let once = ReadScript("charter big\n  \u{301}act of kindness\n").formatted
    #expect(ReadScript(once).formatted == once)
  }
}

extension String {
  fileprivate var trimming: String { String(drop { $0 == " " }) }
}
