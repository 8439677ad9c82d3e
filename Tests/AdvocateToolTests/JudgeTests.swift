import AdvocateTestSupport
import Glibc
import Testing

/// `advocate judge`.
@Suite struct JudgeTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    scripts.write(Scripts.against, to: "against.advocate")
    scripts.write(Scripts.vetoed, to: "vetoed.advocate")
    scripts.write(Scripts.open, to: "open.advocate")
  }

  private func judge(_ words: String...) throws -> Tool.Result {
    try Tool.run(["judge"] + words, in: scripts.folder.path)
  }

  @Test func aVerdictIsExplained() throws {
    let result = try judge("against.advocate")
    #expect(result.status == 0)
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.hasPrefix("Phone to cancel is AGAINST THE CUSTOMER: 0 of 100\n"))
    #expect(result.stdout.contains("against 4   of 4  Leaving is as easy as joining\n"))
    #expect(result.stdout.contains("effort to leave is a call, effort to join is one step"))
    #expect(result.stdout.contains("50 + 50 × (0 − 4) ÷ 4 = 0\n"))
    #expect(result.stdout.contains("52 facts filled by: the rest is"))
  }

  @Test func explanationsComeInThreeSizes() throws {
    let none = try judge("--explain", "none", "against.advocate", "vetoed.advocate")
    #expect(
      none.stdout == """
        Phone to cancel is against the customer: 0 of 100
        Countdown timer is vetoed

        """)
    let short = try judge("--explain", "short", "against.advocate")
    let full = try judge("--explain", "full", "against.advocate")
    #expect(short.stdout.count < full.stdout.count)
    #expect(!short.stdout.contains("because") && full.stdout.contains("because"))
    #expect(try judge("against.advocate").stdout == full.stdout)
  }

  @Test func verdictsAreWrittenAsJSON() throws {
    let result = try judge(
      "--format", "json", "against.advocate", "vetoed.advocate", "open.advocate")
    #expect(result.status == 0)
    let document = try JSONDocument(result.output)
    #expect(document["schema"] as? Int == 1)
    #expect(document["charter"] as? String == "customer first")
    #expect(
      document.values("action", as: String.self)
        == ["Phone to cancel", "Countdown timer", "Refund late deliveries"])
    #expect(
      document.values("verdict", as: String.self)
        == ["against the customer", "vetoed", "for the customer"])
    #expect(document.values("settled", as: Bool.self) == [true, true, false])
    #expect(document.values("score", as: Double.self).first == 0)
    #expect(document.values("vetoes", as: [String].self)[1] == ["No deceit for a signature"])
    let location = document.actions[2]["location"] as? [String: Any]
    #expect(location?["file"] as? String == "open.advocate")
    #expect(location?["line"] as? Int == 1)
    for action in document.actions {
      let rules = action["rules"] as? [[String: Any]] ?? []
      #expect(rules.count == 52)
      let points = rules.reduce(into: (for: 0.0, against: 0.0)) { sum, rule in
        let says = rule["says"] as? String ?? ""
        let value = rule["points"] as? Double ?? 0
        if says.hasSuffix("for") { sum.for += value }
        if says.hasSuffix("against") || says == "veto" { sum.against -= value }
      }
      #expect(points.for == action["for"] as? Double, "\(action["action"] ?? "")")
      #expect(points.against == action["against"] as? Double, "\(action["action"] ?? "")")
    }
  }

  @Test func jsonComesInThreeSizes() throws {
    let none = try JSONDocument(
      try judge("--format", "json", "--explain", "none", "against.advocate").output)
    #expect(
      Set(none.actions.first?.keys.map { $0 } ?? [])
        == ["action", "verdict", "score", "for", "against", "inPlay"])
    let short = try judge("--format", "json", "--explain", "short", "against.advocate").output
    let rules = try JSONDocument(short).values("rules", as: [[String: Any]].self)
    #expect(rules.first?.count == 1)
  }

  @Test func theRestCanBeTakenAsUntouched() throws {
    let result = try judge("--format", "json", "--rest", "untouched", "open.advocate")
    let document = try JSONDocument(result.output)
    #expect(document.values("settled", as: Bool.self) == [true])
    #expect(document.values("filled", as: [String].self).first?.isEmpty == false)
  }

  @Test(arguments: [
    ("against", "against.advocate", 1), ("against", "vetoed.advocate", 1),
    ("against", "open.advocate", 0), ("vetoed", "vetoed.advocate", 1),
    ("vetoed", "against.advocate", 0), ("not-settled", "open.advocate", 1),
    ("not-settled", "against.advocate", 0),
  ])
  func aGateEndsWithStatus1(_ gate: String, _ file: String, _ status: Int32) throws {
    let result = try judge("--explain", "none", "--fail-on", gate, file)
    #expect(result.status == status)
    #expect(!result.stdout.isEmpty)
  }

  @Test func severalGatesAreJoined() throws {
    let words = ["--fail-on", "vetoed", "--fail-on", "against", "--explain", "none"]
    let result = try Tool.run(["judge"] + words + [scripts.path("against.advocate")])
    #expect(result.status == 1)
  }

  @Test func aGateLooksAtEveryGroupOfCustomers() throws {
    // Loyal: 2 of 2 for, and 50 + 50 x (2 - 5) / 7 = 29 should the price be higher: worst off. New:
    // 2 of 7 against, 36, whatever comes.
    scripts.write(
      """
      charter Shop
        lens money
      fact price
        scale lower, same, higher
      fact aid
        yes-no
      rule Fair price
        lens money
        weight 5
        for when price is lower
        against when price is higher
        because they pay it
      rule Help given
        lens money
        weight 2
        for when aid is yes
        against when aid is no
        because they came for it
      action Rise
        for new customers: price is same
        for new customers: aid is no
        for loyal customers: aid is yes
      """, to: "groups.advocate")
    let result = try judge("--explain", "none", "--fail-on", "against", "groups.advocate")
    let words = result.stdout.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(
      words == "Rise, for loyal customers, is, as told so far, for the customer: 100 of 100 "
        + "(the worst-off of 2 groups)")
    #expect(result.status == 1)
  }

  @Test func anotherCharterCanBeInForce() throws {
    scripts.write(
      """
      charter Bakery
        lens bread
        verdict good from 50
        verdict bad from 0

      fact taste
        scale worse, same, better

      rule The bread gets better
        lens bread
        weight 5
        for when taste is better
        against when taste is worse
        because they come for bread

      """, to: "bakery.advocate")
    scripts.write("action Longer rest for the dough\n  taste is better\n", to: "dough.advocate")
    let result = try judge("--charter", "bakery.advocate", "--explain", "none", "dough.advocate")
    #expect(result.status == 0)
    #expect(result.stdout == "Longer rest for the dough is good: 100 of 100\n")
    let shipped = try judge("--charter", "Customer First", "--explain", "none", "against.advocate")
    #expect(shipped.stdout == "Phone to cancel is against the customer: 0 of 100\n")
    let missing = try judge("--charter", "bakery.advocat", "against.advocate")
    #expect(missing.status == 2)
    #expect(missing.stderr == "There is no file bakery.advocat.\n")
    let unknown = try judge("--charter", "customer last", "against.advocate")
    #expect(unknown.status == 2)
    #expect(unknown.stderr.contains("No charter is called \"customer last\"."))
    #expect(unknown.stderr.contains("customer first"))
  }

  @Test func aBadLineInTheCharterCounts() throws {
    scripts.write("charter Bakery\n  lens bread\n  verdict good from much\n", to: "bad.advocate")
    let result = try judge("--charter", "bad.advocate", "against.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("bad.advocate, line 3"))
  }

  // MARK: - Where it is written

  @Test func verdictsGoToAFile() throws {
    let shown = try judge("against.advocate").stdout
    let result = try judge("against.advocate", "-o", "verdict.txt")
    #expect(result.status == 0)
    #expect(result.stdout.isEmpty && result.stderr.isEmpty)
    #expect(scripts.text("verdict.txt") == shown)
    let json = try judge("--format", "json", "against.advocate", "--output", "verdict.txt")
    #expect(json.status == 0)
    #expect(try JSONDocument(Array(scripts.text("verdict.txt").utf8)).actions.count == 1)
  }

  @Test func aFileThatCannotBeWrittenIsStatus2() throws {
    let missing = try judge("against.advocate", "-o", "no/verdict.txt")
    #expect(missing.status == 2)
    #expect(missing.stdout.isEmpty)
    #expect(missing.stderr == "no/verdict.txt could not be written: no such file or directory.\n")
    let folder = try judge("against.advocate", "-o", ".")
    #expect(folder.status == 2)
    #expect(folder.stderr == ". could not be written: it is a folder.\n")
  }

  @Test func aFailedWriteLeavesTheOldFileAsItWas() throws {
    scripts.write("old", to: "verdict.txt")
    let result = try Tool.shell(
      """
      (ulimit -f 0; trap '' XFSZ; \
      exec "$ADVOCATE" judge against.advocate -o verdict.txt 2>&1) | cat
      """,
      in: scripts.folder.path)
    #expect(result.stdout == "verdict.txt could not be written: file too large.\n")
    #expect(scripts.text("verdict.txt") == "old")
    #expect(try Tool.shell("ls", in: scripts.folder.path).stdout.contains("unfinished") == false)
  }

  @Test func aFullDiskUnderStandardOutputIsTold() throws {
    let result = try Tool.shell(
      "\"$ADVOCATE\" judge against.advocate >/dev/full", in: scripts.folder.path)
    #expect(result.status == 2)
    #expect(result.stderr == "The answer could not be written: no space left on device.\n")
  }

  @Test func aReaderWhoHasHeardEnoughIsNoFailure() throws {
    let line = "\"$ADVOCATE\" judge against.advocate; echo \"status $?\" >&2"
    let result = try Tool.shell("(\(line)) | head -n 1", in: scripts.folder.path)
    #expect(result.stdout == "Phone to cancel is AGAINST THE CUSTOMER: 0 of 100\n")
    #expect(result.stderr == "status 0\n")
  }

  @Test(arguments: [
    "judge against.advocate", "judge against.advocate --format csv", "check", "--help",
    "help tables", "answer rank against.advocate", "explain 31", "prompt <against.advocate",
  ])
  func anAnswerThatNobodyCanHearIsTold(_ words: String) throws {
    let result = try Tool.shell("\"$ADVOCATE\" \(words) >&-", in: scripts.folder.path)
    #expect(result.status == 2)
    #expect(result.stderr == "The answer could not be written: standard output is closed.\n")
  }

  @Test func noFileTakesThePlaceOfAClosedStream() throws {
    let result = try Tool.shell(
      "\"$ADVOCATE\" judge against.advocate -o verdict.txt <&- >&- 2>&-", in: scripts.folder.path)
    #expect(result.status == 0)
    #expect(scripts.text("verdict.txt").hasPrefix("Phone to cancel is AGAINST THE CUSTOMER"))
    #expect(scripts.text("against.advocate") == Scripts.against)
  }

  // MARK: - How it looks

  @Test(arguments: [["LC_ALL": "C"], ["LANG": "POSIX"], ["LANG": "de_DE.ISO-8859-1"]])
  func withoutUTF8AllIsASCII(_ environment: [String: String]) throws {
    for file in ["against.advocate", "vetoed.advocate", "open.advocate"] {
      let result = try Tool.run(["judge", scripts.path(file)], environment: environment)
      #expect(result.status == 0)
      #expect(result.output.allSatisfy { $0 < 0x80 }, "\(result.stdout)")
    }
    let bad = scripts.write("action Café ☕\n  moves the job is härder\n", to: "bad.advocate")
    let result = try Tool.run(["judge", bad], environment: environment)
    #expect((result.output + result.errors).allSatisfy { $0 < 0x80 }, "\(result.stderr)")
  }

  @Test func colourIsAskedFor() throws {
    #expect(!(try judge("against.advocate").stdout.contains("\u{1B}")))
    let always = try judge("--color", "always", "against.advocate")
    #expect(always.stdout.contains("\u{1B}[1;38;5;208mAGAINST"))
    let never = try judge("--color", "never", "against.advocate")
    #expect(never.stdout == (try judge("against.advocate").stdout))
    #expect(always.stdout.replacing(/\u{1B}\[[0-9;]*m/, with: "") == never.stdout)
    let file = try judge("against.advocate", "-o", "plain.txt")
    #expect(file.status == 0 && !scripts.text("plain.txt").contains("\u{1B}"))
  }

  @Test(arguments: [20, 40, 60, 80]) func itFitsTheWidth(_ columns: Int) throws {
    let result = try Tool.run(
      ["judge", scripts.path("against.advocate"), scripts.path("open.advocate")],
      environment: ["COLUMNS": "\(columns)"])
    for line in result.stdout.split(separator: "\n") {
      #expect(line.count <= columns, "\(line)")
    }
  }
}
