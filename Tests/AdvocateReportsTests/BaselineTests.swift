import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports
import AdvocateTestSupport
import Testing

/// What a file of earlier verdicts is taken for.
@Suite("Baselines")
struct BaselineTests {
  private func problem(_ text: String) -> BaselineProblem? {
    problem(Array(text.utf8))
  }

  private func problem(_ bytes: [UInt8]) -> BaselineProblem? {
    switch BatchBaseline.read(bytes, BuiltInCharter.charter) {
    case .success: nil
    case .failure(let problem): problem
    }
  }

  @Test(
    "A table is read as it was written, or as a spreadsheet saved it",
    arguments: [
      "action,verdict,score\nA,mixed,46.875\n",
      "\u{FEFF}action;verdict;score\r\nA;mixed;46,875\r\n;;\r\n",
      "\n\naction\tverdict\tscore\nA\tvetoed\t0\nB\tsilent\t\nC\tnot judged\t",
      "Action,Verdict,Score,note\n\"A, too\",mixed,50,\"two\nlines\"\n",
      "{\"action\":\"A\",\"verdict\":\"mixed\",\"score\":50}\r\n\r\n{\"action\":\"B\",\"verdict\":null}",
      "\u{FEFF}{\n \"charter\": \"X\",\n \"actions\": [{\"action\":\"A\",\"verdict\":\"silent\"}]\n}",
    ])
  func readable(_ text: String) { #expect(problem(text) == nil) }

  @Test("What cannot be compared is named with its place")
  func unreadable() {
    let head = "action,verdict,score\n"
    #expect(problem("hello\n") == .noVerdicts)
    #expect(problem("") == .noVerdicts)
    #expect(problem(head) == .noVerdicts)
    #expect(problem("{\"schema\": 1, \"actions\": []}") == .noVerdicts)
    #expect(problem("{}") == .nothingNamed(.line(1)))
    #expect(problem("{\"actions\": [{\"action\": \"A\"}]}") == .nothingNamed(.action(1)))
    #expect(problem(head + "A,mixed,50\nB,mix") == .damaged(line: 3))
    #expect(problem(head + "A,mixed,50\n\"B,mixed,50\n") == .damaged(line: 3))
    #expect(problem(head + "A,mixed,many\n") == .score("many", .line(2)))
    // As a spreadsheet reads 46.875 where points part thousands.
    #expect(problem(head + "A,mixed,46875\n") == .score("46875", .line(2)))
    let known = BuiltInCharter.charter.bands.map(\.name) + ["silent", "vetoed"]
    #expect(
      problem(head + "A,mixed,50\nB,great,90\n") == .verdict("great", .line(3), known: known))
    let document = "{\n  \"actions\": [\n    {\n      \"action\": \"A\",\n      \"verd"
    #expect(problem(document) == .damaged(line: 5))
    let line = "{\"action\":\"A\",\"verdict\":\"mixed\",\"score\":50}\n"
    #expect(problem(line + "{\"action\":\"B\",") == .damaged(line: 2))
    #expect(problem([0x1F, 0x8B, 8, 0]) == .file(.packed))
    #expect(problem([0xFF, 0xFE, 0x61, 0]) == .file(.wideText))
  }

  @Test("What is told names the file, the place and what is known")
  func words() {
    let problem = BaselineProblem.verdict("great", .line(3), known: ["mixed", "silent"])
    #expect(
      problem.sentence("old.csv").plain
        == "old.csv has the verdict \"great\" in line 3, and this charter gives none of that name. "
        + "It gives: mixed, silent. So nothing was judged.")
  }
}
