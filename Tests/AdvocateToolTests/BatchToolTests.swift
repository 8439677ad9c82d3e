import AdvocateTestSupport
import Foundation
import Testing

/// `advocate judge` of tables.
@Suite struct BatchToolTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    scripts.write(
      """
      action,effort to join,effort to leave,makes worse
      Phone to cancel,one step,a call,
      Cancel online,one step,one step,
      "Sale, one day",one step,a struggle,"the sale, support"
      Typing error,one step,a cal,
      =cmd,one step,one step,

      """, to: "plans.csv")
  }

  private func judge(_ words: String..., input: String = "") throws -> Tool.Result {
    try Tool.run(["judge"] + words, input: input, in: scripts.folder.path)
  }

  @Test func aTableIsSummedUp() throws {
    let result = try judge("plans.csv")
    #expect(result.status == 3)
    #expect(result.stdout.hasPrefix("plans.csv: 5 rows judged by customer first\n"))
    #expect(result.stdout.contains("Not judged: line 5."))
    #expect(result.stderr.contains("plans.csv, line 5   (explain 31)"))
    #expect(result.stderr.contains("column 3"))
  }

  @Test func severalFormatsAreWrittenAtOnce() throws {
    let result = try judge(
      "plans.csv", "-o", "out.csv", "-o", "out.jsonl", "-o", "out.json", "-o", "out.sarif", "-o",
      "out.xml", "-o", "out.md", "--format", "github")
    #expect(result.status == 3)
    #expect(
      scripts.text("out.csv").hasPrefix(
        """
        action,verdict,score,for,against,in play,problem
        Phone to cancel,against the customer,0,0,4,4,
        Cancel online,for the customer,100,4,0,4,

        """))
    #expect(scripts.text("out.csv").contains("\n'=cmd,for the customer,"))
    #expect(scripts.text("out.jsonl").split(separator: "\n").count == 5)
    let document = try JSONDocument(Array(scripts.text("out.json").utf8))
    #expect(document.actions.count == 5)
    let sarif = try JSONDocument(Array(scripts.text("out.sarif").utf8))
    let runs = sarif["runs"] as? [[String: Any]]
    let results = runs?.first?["results"] as? [[String: Any]]
    #expect(results?.map { $0["ruleId"] as? String } == ["verdict", "verdict", "not-judged"])
    #expect(scripts.text("out.md").split(separator: "\n").count == 7)
    let junit = scripts.text("out.xml")
    #expect(junit.contains("tests=\"5\" failures=\"2\" errors=\"1\""))
    #expect(junit.contains("<testcase name=\"Sale, one day\" classname=\"plans.csv\" time=\"0\">"))
    #expect(result.stdout.contains("::warning file=plans.csv,line=2,title=Phone to cancel::"))
  }

  @Test(arguments: ["none", "points", "short", "full"])
  func threadsChangeNothing(_ depth: String) throws {
    var table = "action,effort to join,effort to leave\n"
    let levels = ["one step", "few steps", "a form", "a call", "a struggle", "", "no such"]
    let count = depth == "none" || depth == "points" ? 60_000 : 40
    for number in 0..<count {
      table +=
        "plan \(number),\(levels[number % 6]),\(levels[number % 97 == 0 ? 6 : number / 6 % 6])\n"
    }
    scripts.write(table, to: "many.csv")
    let words = ["judge", "many.csv", "--explain", depth, "--format", "csv", "--threads"]
    let one = try Tool.run(words + ["1"], in: scripts.folder.path)
    let four = try Tool.run(words + ["4"], in: scripts.folder.path)
    #expect(one.status == 3 && four.status == 3)
    #expect(one.output == four.output)
    #expect(one.stdout.split(separator: "\n").count == count + 1)
  }

  @Test func standardInputCanBeATable() throws {
    let result = try judge(
      "-", "--input", "csv", "--format", "jsonl",
      input: "action;effort to join;effort to leave\nA;one step;a call\n")
    #expect(result.status == 0)
    #expect(
      result.stdout
        == "{\"action\":\"A\",\"verdict\":\"against the customer\",\"score\":0,\"for\":0,"
        + "\"against\":4,\"inPlay\":4}\n")
  }

  @Test func whatIsPackedIsUnpackedOnTheWayIn() throws {
    scripts.write([0x1F, 0x8B, 8, 0, 1, 2, 3], to: "a.csv.gz")
    let named = try judge("a.csv.gz")
    #expect(named.status == 2)
    #expect(named.stderr.contains("zcat a.csv.gz | advocate judge - --input csv"))
    let piped = try Tool.shell("$ADVOCATE judge - --input csv < a.csv.gz", in: scripts.folder.path)
    #expect(piped.status == 2 && piped.stderr.contains("zcat FILE | advocate judge -"))
    scripts.write("action A\neffort to leave is a call\n", to: "a.advocate")
    let way = "gzip -c a.advocate | zcat | $ADVOCATE judge - --format csv"
    let script = try Tool.shell(way, in: scripts.folder.path)
    let plain = try Tool.shell("$ADVOCATE judge a.advocate --format csv", in: scripts.folder.path)
    #expect(script.status == 0 && script.stdout == plain.stdout && !plain.stdout.isEmpty)
  }

  @Test func scriptsCanStandBesideTables() throws {
    scripts.write(Scripts.against, to: "plan.advocate")
    let result = try judge("plan.advocate", "plans.csv", "--format", "csv")
    #expect(result.status == 3)
    #expect(result.stdout.split(separator: "\n").count == 7)
  }

  @Test func onlyWhatCameOutWorseIsRefused() throws {
    let plans = "action,effort to join,effort to leave\nA,one step,"
    scripts.write(plans + "few steps\n", to: "a.csv")
    #expect(try judge("a.csv", "-o", "before.csv").status == 0)
    #expect(try judge("a.csv", "--baseline", "before.csv").status == 0)
    scripts.write(plans + "a struggle\n", to: "a.csv")
    #expect(try judge("a.csv", "--baseline", "before.csv").status == 1)
    #expect(try judge("a.csv", "--fail-on", "below=1").status == 1)
    #expect(try judge("a.csv", "--baseline", "a.csv").status == 2)
  }

  @Test func whatCannotBeReadOrWrittenIsStatus2() throws {
    #expect(try judge("none.csv").status == 2)
    #expect(try judge("plans.csv", "-o", "none/out.csv").status == 2)
    scripts.write("", to: "empty.csv")
    let empty = try judge("empty.csv")
    #expect(empty.status == 0 && empty.stdout.isEmpty && empty.stderr.contains("no action"))
    #expect(try judge("empty.csv", "--format", "json", "-o", "out.json").status == 0)
    #expect(scripts.text("out.json").isEmpty)
    scripts.write("one,two\n1,2\n", to: "foreign.csv")
    #expect(try judge("foreign.csv").status == 3)
  }
}
