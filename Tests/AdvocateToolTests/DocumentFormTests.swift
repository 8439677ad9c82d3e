import AdvocateTestSupport
import Foundation
import Testing

/// Verdicts have one form, whatever they are judged from and wherever they are written.
@Suite struct DocumentFormTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    scripts.write(
      """
      action,effort to join,effort to leave,makes worse
      Phone to cancel,one step,a call,
      Cancel online,one step,one step,
      Typing error,one step,a cal,
      Too short,one step
      ,,,
      "Sale, ""one"" day",one step,a struggle,"the sale, support"

      """, to: "plans.csv")
    scripts.write(
      """
      {"action": "Phone to cancel", "effort to join": "one step", "effort to leave": "a call"}
      {"action": "Typing error", "effort to leave": "a cal"}
      no object

      """, to: "plans.jsonl")
    scripts.write(
      Scripts.against + Scripts.vetoed + Scripts.open
        + """
        action Price rise
          value for money is less
          for loyal customers: treats loyal customers is much worse
          for new customers: value for money is more
          the rest is untouched
        action Half told
          effort to join is one step
          weather is fine
          effort to leave is one step
        action Worse half told
          effort to join is one step
          effort to leave is a call
            effort to stay is huge

        """, to: "plans.advocate")
  }

  private func judge(_ words: [String]) throws -> Tool.Result {
    try Tool.run(["judge"] + words, in: scripts.folder.path)
  }

  static let files = [
    ["plans.csv"], ["plans.jsonl"], ["plans.advocate"], ["plans.advocate", "plans.csv"],
  ]

  @Test(arguments: files, ["none", "points", "short", "full"])
  func everyDocumentKeepsToTheSchema(_ files: [String], _ depth: String) throws {
    let schema = try SchemaChecker(Tool.run(["help", "json"]).stdout)
    let words = files + ["--explain", depth]
    let result = try judge(words + ["--format", "json"])
    #expect(result.status == 3)
    let document = try JSONSerialization.jsonObject(with: Data(result.output))
    #expect(schema.complaints(about: document) == [])
    // One output is no other document than two.
    #expect(try judge(words + ["-o", "one.json"]).status == 3)
    #expect(try judge(words + ["-o", "two.json", "-o", "two.jsonl"]).status == 3)
    #expect(scripts.text("one.json") == result.stdout)
    #expect(scripts.text("two.json") == result.stdout)
    // A line holds what an action of the document holds.
    let actions = try #require((document as? [String: Any])?["actions"] as? [NSDictionary])
    let lines = try scripts.text("two.jsonl").split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
    }
    #expect(lines == actions)
  }

  @Test(arguments: ["none", "points", "short", "full"])
  func aGroupStandsBesideTheNameOfItsAction(_ depth: String) throws {
    let words = ["plans.advocate", "--explain", depth, "-o"]
    #expect(try judge(words + ["out.csv", "-o", "out.json", "-o", "out.md"]).status == 3)
    let document = try JSONDocument(Array(scripts.text("out.json").utf8))
    let rise = try #require(document.actions.first { $0["action"] as? String == "Price rise" })
    #expect(rise["group"] as? String == "loyal customers")
    #expect((rise["groups"] as? [Any])?.count == 2)
    let rows = scripts.text("out.csv").split(separator: "\n")
    #expect(rows[0].hasPrefix("action,") && rows[0].hasSuffix(",group,problem"))
    let commas = rows[0].split(separator: ",").count
    #expect(rows[4].hasPrefix("Price rise,against the customer,12.5,"))
    #expect(rows[4].hasSuffix(",loyal customers,"))
    for row in rows where !row.contains("\"") {
      #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == commas)
    }
    #expect(rows[5].hasSuffix(",,1 line left out"))
    #expect(
      scripts.text("out.md").contains(
        "| Price rise | against the customer (for loyal customers, the worst-off group) | 12.5 "))
  }

  @Test(
    arguments: ["csv", "github", "json", "jsonl", "junit", "markdown", "sarif"],
    ["none", "points", "full"])
  func noVerdictHidesThatALineWasLeftOut(_ format: String, _ depth: String) throws {
    let result = try judge(["plans.advocate", "--explain", depth, "--format", format])
    #expect(result.status == 3)
    // One of the two is for the customer, the other against.
    #expect(result.stdout.matches(of: /left out/).count >= 2, "\(result.stdout)")
  }

  @Test func programsLearnWhichLineWasLeftOut() throws {
    let words = ["plans.advocate", "--explain", "none", "-o", "a.sarif", "-o", "a.xml", "--format"]
    let result = try judge(words + ["github"])
    let start = "::error file=plans.advocate,line="
    #expect(result.stdout.contains(start + "20,col=3,title=Half told::1 line of this action was"))
    #expect(result.stdout.contains(start + "25,col=5,title=Worse half told::1 line of this"))
    let against = "title=Worse half told::against the customer: 0 of 100 (1 line left out)\n"
    #expect(result.stdout.contains(against))
    let sarif = try JSONDocument(Array(scripts.text("a.sarif").utf8))
    let results = try #require(
      (sarif["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    let left = results.filter { $0["ruleId"] as? String == "line-left-out" }
    let regions = left.map { result -> [String: Int]? in
      let place = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"]
      return (place as? [String: Any])?["region"] as? [String: Int]
    }
    #expect(
      regions == [["startLine": 20, "startColumn": 3], ["startLine": 25, "startColumn": 5]])
    // Four are against or vetoed; of the other two one is told for its line alone.
    let junit = scripts.text("a.xml")
    #expect(junit.contains("tests=\"6\" failures=\"4\" errors=\"1\""))
    #expect(
      junit.contains(
        "<error type=\"line-left-out\" message=\"for the customer: 100 of 100 (1 line left out)\"/>"
      ))
  }

  @Test func nothingIsRankedWithoutSayingThatALineWasLeftOut() throws {
    for line in ["rank", "compare 5 with 6", "flip 5"] {
      let result = try Tool.run(
        ["answer", line + " as json", "plans.advocate"], in: scripts.folder.path)
      #expect(result.stdout.contains("\"line-left-out\""), "\(line)")
    }
  }

  @Test func aBadRowIsToldWithItsLine() throws {
    #expect(try judge(["plans.csv", "-o", "a.xml", "-o", "a.md"]).status == 3)
    let words = "the header has 4 cells. The row is not judged. (line 5"
    #expect(scripts.text("a.xml").contains(words))
    #expect(scripts.text("a.md").contains(words))
  }
}
