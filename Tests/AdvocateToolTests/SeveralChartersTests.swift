import AdvocateTestSupport
import Testing

/// Every file is judged by its own charter, in every format and whatever stands beside it.
@Suite struct SeveralChartersTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    scripts.write("action,effort to leave\nX,a call\n", to: "one.csv")
    scripts.write(Self.ours, to: "ours.advocate")
    scripts.write("use ours.advocate\naction Y\n  wait is long\n", to: "y.advocate")
    scripts.write("action Z\n  effort to leave is one step\n", to: "z.advocate")
  }

  private static let ours = """
    charter Ours
      verdict good from 50
      verdict bad from 0
    fact wait
      scale short, long
    rule No long wait
      weight 3
      for when wait is short
      against when wait is long
      because their day is short, too

    """

  private func judge(_ words: String) throws -> Tool.Result {
    try Tool.shell("\"$ADVOCATE\" judge \(words)", in: scripts.folder.path)
  }

  @Test(arguments: ["csv", "jsonl", "markdown", "github", "junit", "sarif", "json"])
  func filesTogetherGiveWhatEachGivesAlone(_ format: String) throws {
    let names = ["one.csv", "y.advocate", "z.advocate", "y.advocate"]
    for order in [names, names.reversed()] {
      let gate = format == "csv" || format == "jsonl" ? "" : " --fail-on against"
      let words = " --explain none --format \(format)\(gate)"
      let together = try judge(order.joined(separator: " ") + words)
      #expect(together.status == (gate.isEmpty ? 0 : 1))
      #expect(together.stderr == "")
      var rest = together.stdout[...]
      // A table alone has no column for groups.
      for verdict in order.map({ Self.verdicts[$0, default: ""] }) {
        let found = try #require(rest.firstRange(of: verdict), "\(together.stdout)")
        rest = rest[found.upperBound...]
      }
    }
  }

  /// What tells a verdict in all formats but those that list only what is refused.
  private static let verdicts = ["one.csv": "X", "y.advocate": "Y", "z.advocate": ""]

  @Test func aTableDoesNotTakeTheCharterOfItsNeighbour() throws {
    for words in ["one.csv y.advocate", "y.advocate one.csv", "ours.advocate one.csv"] {
      let result = try judge("\(words) --format csv --explain none")
      #expect(result.status == 0)
      #expect(result.stdout.contains("\nX,against the customer,25,0,2,4,,\n"), "\(result.stdout)")
      #expect(result.stdout.contains("Y,bad,0,0,3,3") == words.contains("y.advocate"))
    }
    let hint = try judge("ours.advocate one.csv --format csv").stderr
    #expect(hint.contains("by its charter: --charter ours.advocate"))
    let result = try judge("one.csv --charter ours.advocate --format csv")
    #expect(result.stdout.contains("\nX,silent,"))
  }

  @Test func gatesHoldForEveryFile() throws {
    let result = try judge("z.advocate y.advocate one.csv -o v.json -o v.csv --fail-on against")
    #expect(result.status == 1)
    #expect(result.stdout.contains("3 files: 3 rows judged by 2 charters\n"))
    #expect(result.stdout.contains("Refused: 2 by what was asked for: Y, X.\n"))
    #expect(scripts.text("v.json").contains("\"charter\": null"))
    #expect(scripts.text("v.csv").contains("Z,for the customer,100,4,0,4,,"))
  }

  @Test(arguments: [
    ["--explain points --format csv", "--explain points makes a column of each rule"],
    ["--explain none --format csv --baseline z.csv", "--baseline sets verdicts by one charter"],
  ])
  func whatNeedsOneCharterSaysSo(_ example: [String]) throws {
    _ = try judge("z.advocate -o z.csv")
    let result = try judge("z.advocate y.advocate \(example[0])")
    #expect(result.status == 2)
    #expect(result.stdout == "")
    let told = result.stderr.replacing("\n", with: " ")
    #expect(told.contains("y.advocate is judged by another charter than z.advocate"))
    #expect(told.contains(example[1]))
  }

  @Test(arguments: ["e.csv", "e.advocate"]) func nothingPassesNoGate(_ file: String) throws {
    scripts.write(file == "e.csv" ? "action,effort to leave\n" : "# nothing yet\n", to: file)
    scripts.write("stale", to: "old.json")
    let result = try judge("\(file) --fail-on against -o old.json")
    #expect(result.status == 2)
    #expect(result.stderr.contains("old.json stays as it is: nothing was judged.\n"))
    #expect(result.stderr.contains("nothing passed what was asked for"))
    #expect(scripts.text("old.json") == "stale")
    #expect(try judge(file).status == 0)
  }
}
