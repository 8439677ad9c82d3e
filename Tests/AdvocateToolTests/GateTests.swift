import AdvocateTestSupport
import Testing

/// What `--fail-on` and `--baseline` let through.
@Suite struct GateTests {
  private let scripts: Scripts
  /// A rule of weight 4 on leaving, and one of weight 5 on telling: with no step to leave alone
  /// the score is 100, with a call 0, and a struggle is vetoed. With both there are ninths.
  private static let charter = """
    charter Kit

    fact leave
      scale none, step, call, struggle

    fact tell
      yes-no

    rule Leave
      weight 4
      veto when leave is struggle
      against when leave is call
      for when leave is none
      because they care

    rule Tell
      weight 5
      against when tell is no
      for when tell is yes
      because they care

    """

  init() throws {
    scripts = try Scripts()
    scripts.write(Self.charter, to: "k.advocate")
  }

  private func judge(_ words: String...) throws -> Tool.Result {
    try Tool.run(["judge", "--charter", "k.advocate"] + words, in: scripts.folder.path)
  }

  private func table(_ rows: String, to name: String = "t.csv") {
    scripts.write("action,leave,tell\n" + rows, to: name)
  }

  /// The exit status of judging `after` by what came of `before`, each a table's rows.
  private func status(
    _ before: String, _ after: String, _ words: String..., format: String = "csv"
  ) throws -> Int32 {
    table(before)
    _ = try judge("t.csv", "-o", "before.\(format)")
    table(after)
    let base = ["judge", "--charter", "k.advocate", "t.csv", "--baseline", "before.\(format)"]
    return try Tool.run(base + words, in: scripts.folder.path).status
  }

  // MARK: - Gates alone

  @Test(arguments: ["against", "vetoed", "below=1", "below=0"])
  func noGateAgainstLowVerdictsLetsAVetoThrough(_ gate: String) throws {
    table("A,struggle,yes\n")
    #expect(try judge("t.csv", "--fail-on", gate).status == 1)
    scripts.write("action A\nleave is struggle\ntell is yes\n", to: "a.advocate")
    #expect(try judge("a.advocate", "--fail-on", gate).status == 1)
  }

  @Test(
    arguments: ["text", "json", "jsonl", "csv", "markdown", "junit", "sarif", "github"],
    ["none", "full"])
  func aGroupThatIsRefusedRefusesThePlanInEveryFormat(_ format: String, _ explain: String) throws {
    // The worst-off group is the vetoed one; the other is against the customer and not settled.
    scripts.write(
      """
      action Plan
      leave is none
      for the ill: leave is struggle
      for members: leave is call

      """, to: "g.advocate")
    let result = try judge(
      "g.advocate", "--fail-on", "not-settled", "--format", format, "--explain", explain)
    #expect(result.status == 1)
    scripts.write(
      "action Plan\nleave is none\ntell is yes\nfor members: leave is step\n", to: "g.advocate")
    let fine = try judge("g.advocate", "--fail-on", "not-settled", "--format", format)
    #expect(fine.status == 0)
  }

  // MARK: - What came out before

  @Test(arguments: ["csv", "json", "jsonl"])
  func aRunPassesItsOwnBaseline(_ format: String) throws {
    // 4 and 5 of 9: 44.4444... and 55.5555..., which no six decimals hold.
    let rows = "A,none,no\nB,call,yes\nC,none,yes\nD,struggle,\nE,,\n=F,none,no\nA,call,no\n"
    #expect(try status(rows, rows, format: format) == 0)
    #expect(try status(rows, rows, "--explain", "full", format: format) == 0)
  }

  @Test(arguments: [
    ("none,", "call,", 1), ("none,", "struggle,", 1), ("call,", "struggle,", 1),
    ("call,", "none,", 0), ("struggle,", "call,", 0), ("struggle,", "struggle,", 0),
    // Within mixed: 55.5 and 44.4.
    ("call,yes", "none,no", 1), ("none,no", "call,yes", 0),
    // Silence counts as 50.
    ("none,", ",", 1), ("call,", ",", 0), (",", "call,", 1), (",", "struggle,", 1),
    (",", "none,", 0), ("struggle,", ",", 0), (",", ",", 0), (",", "none,no", 1),
    (",", "call,yes", 0),
  ])
  func worseIsALowerVerdictOrScore(_ before: String, _ after: String, _ expected: Int32) throws {
    #expect(try status("A,\(before)\n", "A,\(after)\n") == expected)
    #expect(try status("A,\(before)\n", "A,\(after)\n", "--explain", "full") == expected)
  }

  @Test func newActionsAreLeftToTheOtherGates() throws {
    let (before, after) = ("A,none,\n", "A,none,\nB,struggle,\n")
    #expect(try status(before, after) == 0)
    #expect(try status(before, after, "--fail-on", "vetoed") == 1)
    #expect(try status("A,struggle,\n", "A,struggle,\n", "--fail-on", "vetoed") == 0)
    #expect(try status("A,none,\n", "A,call,\n", "--fail-on", "vetoed") == 0)
    // Another action whose name only begins alike is none of its groups.
    let members = "A,none,\nSale for members,none,\n"
    #expect(try status(members, "A,none,\nSale,struggle,\n", "--explain", "full") == 0)
    // What could not be judged then counts as new.
    #expect(try status("A,none,\nB,nonsense,\n", after, "--fail-on", "vetoed") == 1)
  }

  @Test func whatIsNewOrGoneIsTold() throws {
    table("A,none,\nB,none,\nC,none,\nD,none,\nE,none,\n")
    _ = try judge("t.csv", "-o", "before.csv")
    table("A,none,\nX,call,\n")
    let result = try judge("t.csv", "--baseline", "before.csv")
    #expect(result.status == 0)
    #expect(
      result.stderr == """
        4 actions of before.csv are not among what was judged: B, C, D and 1 more.
        1 action is new beside before.csv: X.

        """)
  }

  @Test func aNameThatComesTwiceIsHeldAgainstItsOwn() throws {
    let rows = "A,none,\nA,call,\n"
    #expect(try status(rows, rows) == 0)
    #expect(try status(rows, "A,call,\nA,none,\n") == 1)
    #expect(try status(rows, "A,none,\nA,struggle,\n") == 1)
    #expect(try status("A,none,\n", rows) == 1)
  }

  @Test(arguments: ["csv", "json", "jsonl"])
  func namesAreFoundAgainHoweverTheyAreWritten(_ format: String) throws {
    for name in ["＝x", "\u{202E}y", "=z", "'=w", "-5", "@", "\"a, b\"", "Café", "\" s \""] {
      #expect(try status("\(name),none,\n", "\(name),none,\n", format: format) == 0, "\(name)")
      #expect(try status("\(name),none,\n", "\(name),call,\n", format: format) == 1, "\(name)")
    }
  }

  @Test(arguments: ["csv", "json", "jsonl"])
  func anotherGroupMayBecomeTheWorstOff(_ format: String) throws {
    let ill = "action Plan\nleave is none\nfor the ill: leave is call\nfor members: leave is none\n"
    let members = "action Plan\nleave is none\nfor the ill: leave is none\nfor members: leave is "
    scripts.write(ill, to: "g.advocate")
    _ = try judge("g.advocate", "-o", "before.\(format)", "--explain", "none")
    scripts.write(members + "call\n", to: "g.advocate")
    let same = try judge("g.advocate", "--baseline", "before.\(format)", "--explain", "none")
    #expect(same.status == 0 && same.stderr.isEmpty)
    scripts.write(members + "struggle\n", to: "g.advocate")
    #expect(try judge("g.advocate", "--baseline", "before.\(format)").status == 1)
    scripts.write("action Plan\nleave is none\nfor guests: leave is struggle\n", to: "g.advocate")
    #expect(try judge("g.advocate", "--baseline", "before.\(format)").status == 1)
  }

  @Test func theSameDocumentAloneAndAmongOthersNamesGroupsAlike() throws {
    scripts.write("action Plan\nleave is none\nfor the ill: leave is call\n", to: "g.advocate")
    _ = try judge("g.advocate", "-o", "alone.json", "--explain", "none")
    _ = try judge("g.advocate", "-o", "o.json", "-o", "o.csv", "--explain", "none")
    #expect(scripts.text("alone.json") == scripts.text("o.json"))
    #expect(scripts.text("o.json").contains("\"action\": \"Plan\",\n      \"group\": \"the ill\""))
  }

  @Test func aBaselineThatComparesNothingIsStatus2() throws {
    table("A,none,\n")
    let verdicts = "action,verdict,score\n"
    for (text, words) in [
      (verdicts + "A,brilliant,90\n", "verdict \"brilliant\" in line 2"),
      (verdicts + "A,mix", "cut off or damaged in line 2"), ("{}", "names no action"),
      (verdicts + "B,mixed,50\n", "None of the actions judged here stands in before.csv"),
    ] {
      scripts.write(text, to: "before.csv")
      let result = try judge("t.csv", "--baseline", "before.csv")
      #expect(result.status == 2)
      #expect(result.stderr.contains(words))
      #expect(result.stderr.contains("advocate judge t.csv -o"))
    }
    scripts.write([0x1F, 0x8B, 8, 0, 1, 2, 3], to: "before.csv.gz")
    let packed = try judge("t.csv", "--baseline", "before.csv.gz")
    #expect(packed.status == 2)
    #expect(
      packed.stderr.contains("zcat before.csv.gz | advocate judge t.csv --baseline -"))
  }

  @Test func aBaselineCanComeThroughAPipe() throws {
    table("A,none,\n")
    _ = try judge("t.csv", "-o", "before.csv")
    table("A,call,\n")
    let command = "\"$ADVOCATE\" judge --charter k.advocate"
    let piped = try Tool.shell(
      "gzip -c before.csv | zcat | \(command) t.csv --baseline -", in: scripts.folder.path)
    #expect(piped.status == 1)
    let both = try Tool.shell("\(command) - --baseline - <t.csv", in: scripts.folder.path)
    #expect(both.status == 2 && both.stderr.contains("name a file for the other"))
  }

  @Test func aBaselineOfAnotherCharterIsTold() throws {
    table("A,none,\n")
    _ = try judge("t.csv", "-o", "before.json")
    let other = scripts.text("before.json").replacing("\"Kit\"", with: "\"Old kit\"")
    scripts.write(other, to: "before.json")
    let result = try judge("t.csv", "--baseline", "before.json")
    #expect(result.status == 0)
    #expect(
      result.stderr
        == "before.json was judged by the charter Old kit, and this run is judged by Kit.\n")
  }
}
