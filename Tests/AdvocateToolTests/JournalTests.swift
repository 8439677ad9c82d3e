import AdvocateTestSupport
import Foundation
import Testing

/// The journal from the command line, from pipes and at a terminal.
@Suite(.serialized) struct JournalTests {
  private let folder: TemporaryFolder
  private var environment: [String: String] { ["ADVOCATE_JOURNAL": folder.file("journal.db")] }

  init() throws { folder = try #require(TemporaryFolder()) }

  private static let plan = "action Phone to cancel\neffort to leave is a call\n"

  private func type(_ lines: String) throws -> Tool.Result {
    try Tool.run([], input: Self.plan + lines, environment: environment)
  }

  private func journal(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["journal"] + arguments, environment: environment)
  }

  /// The decisions as the program lists them, read by another hand.
  private func decisions() throws -> [[String: Any]] {
    let result = try journal("list", "--format", "json")
    #expect(result.status == 0, "\(result.stderr)")
    let document = try JSONDocument(result.output)
    return document["journal"] as? [[String: Any]] ?? []
  }

  @Test func whatAPipeKeepsIsShownFromTheCommandLine() throws {
    #expect(try journal().stdout.contains("The journal is empty"))
    let lines = "journal go ahead expecting fewer calls sure 70\noverride because it is late\n"
    #expect(try type(lines).status == 0)
    // The same script once more keeps nothing twice.
    #expect(try type(lines).status == 0)
    let shown = try journal("show", "1")
    #expect(shown.status == 0)
    #expect(shown.stdout.contains("go ahead, against the verdict. Because it is late."))
    #expect(shown.stdout.contains("Expected, 70 sure: fewer calls."))
    #expect(try decisions().compactMap { $0["number"] as? Int } == [1])
    #expect(try journal("review", "due").stdout.contains("Next: 1 Phone to cancel"))
    #expect(try journal("report").stdout.contains("### 1 Phone to cancel"))
    let report = folder.file("report.md")
    #expect(try journal("report", "-o", report).stdout == "")
    #expect(TemporaryFolder.contents(of: report)?.isEmpty == false)
  }

  @Test func aPipeIsNotAsked() throws {
    _ = try type("journal go ahead expecting fewer calls sure 70 review in 0 days\n")
    let result = try type("journal\nreview\njudge\n")
    #expect(result.stdout.contains("asks at the prompt only"))
    #expect(result.stdout.contains("Waiting for a review"))
    #expect(result.stdout.contains("AGAINST THE CUSTOMER"))
  }

  @Test func wrongUsageIsStatus2() throws {
    let missing = try journal("show", "9")
    #expect(missing.status == 2)
    #expect(missing.stderr.contains("There is no decision 9"))
    #expect(missing.stdout == "")
    #expect(try journal("show", "nine").status == 2)
    #expect(try journal("replay", "--charter", folder.file("none.advocate")).status == 2)
  }

  @Test func aVerdictThatTurnsIsStatus1() throws {
    #expect(try type("journal leave it\n").status == 0)
    #expect(try journal("replay").status == 0)
    let charter = folder.file("other.advocate")
    let text = "use customer first\ndrop Leaving is as easy as joining\n"
    TemporaryFolder.write(Array(text.utf8), to: charter)
    let replay = try journal("replay", "--charter", charter)
    #expect(replay.status == 1)
    #expect(replay.stdout.contains("Leaving is as easy as joining"))
    #expect(replay.stdout.contains("gone now"))
  }

  @Test func aDamagedFileIsStatus2AndTheSessionGoesOn() throws {
    let bytes = Array("This is a letter and no journal at all.".utf8)
    TemporaryFolder.write(bytes, to: folder.file("journal.db"))
    #expect(try journal().status == 2)
    let result = try type("journal go ahead\njudge\n")
    #expect(result.status == 2)
    #expect(result.stdout.contains("damaged"))
    #expect(result.stdout.contains("AGAINST THE CUSTOMER"))
    #expect(TemporaryFolder.contents(of: folder.file("journal.db")) == bytes)
  }

  @Test func aFullDiskLosesNothingThatWasKept() throws {
    #expect(try type("journal go ahead expecting one sure 70\n").status == 0)
    let before = try #require(TemporaryFolder.contents(of: folder.file("journal.db")))
    let script = folder.file("script")
    // Another charter makes the file grow.
    let text = Self.plan + "weigh Leaving is as easy as joining 1\njournal leave it\njudge\n"
    TemporaryFolder.write(Array(text.utf8), to: script)
    let limit = before.count / 512
    let result = try Tool.shell(
      "trap '' XFSZ; ulimit -f \(limit); \"$ADVOCATE\" < \"\(script)\"", environment: environment)
    #expect(result.stdout.contains("was not kept"), "\(result.stdout)")
    #expect(result.stdout.contains("AGAINST THE CUSTOMER"))
    #expect(result.status == 2)
    #expect(try decisions().count == 1)
  }

  @Test func aHomeThatCannotBeWrittenIsNoEnd() throws {
    let file = folder.file("file")
    TemporaryFolder.write([], to: file)
    let result = try Tool.run(
      [], input: Self.plan + "journal go ahead\njudge\n",
      environment: ["XDG_DATA_HOME": file])
    #expect(result.stdout.contains("was not kept"))
    #expect(result.stdout.contains("AGAINST THE CUSTOMER"))
  }

  @Test func harmfulTextInAFileIsShownAsWhatItIs() throws {
    #expect(try type("journal go ahead expecting fewer calls sure 70\n").status == 0)
    // The same number of bytes, so that the file stays whole.
    let path = folder.file("journal.db")
    var bytes = try #require(TemporaryFolder.contents(of: path))
    let place = try #require(bytes.firstRange(of: Array("fewer calls".utf8)))
    bytes.replaceSubrange(place, with: Array("few\u{1B}[31mlls".utf8))
    TemporaryFolder.write(bytes, to: path)
    for format in ["text", "markdown", "json"] {
      let shown = try journal("show", "1", "--format", format)
      #expect(shown.status == 0)
      #expect(!shown.output.contains(0x1B))
      #expect(shown.stdout.contains("<U+001B>") || shown.stdout.contains("\\<U+001B\\>"))
    }
  }

  @Test func theReviewIsCalledForAtTheStart() throws {
    #expect(
      try type("journal go ahead expecting fewer calls sure 70 review in 0 days\n").status == 0)
    let desk = try Desk(changes: ["ADVOCATE_JOURNAL": folder.file("journal.db")])
    desk.expectOnScreen("1 decision waits for a review: type  review")
    desk.enter("review", then: "review> ")
    desk.enter("2", then: "review> ")
    desk.expectOnScreen("Did it come true: fewer calls?")
    desk.enter("yes", then: "charter> ")
    desk.expectOnScreen("1 of 1 expectation came true")
    desk.leave()
  }

  // MARK: - Kills and sessions side by side

  @Test func sessionsSideBySideKeepAll() throws {
    var commands: [String] = []
    for writer in 0..<3 {
      let lines = (0..<12).map { "journal go ahead expecting \(writer) \($0) sure 60\n" }
      let script = folder.file("script\(writer)")
      TemporaryFolder.write(Array((Self.plan + lines.joined()).utf8), to: script)
      commands.append("\"$ADVOCATE\" < \"\(script)\" > \"\(script).out\"")
    }
    // A pipe in which nothing flows: all run at once, and the shell waits for all.
    let result = try Tool.shell(commands.joined(separator: " | "), environment: environment)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(try decisions().compactMap { $0["number"] as? Int } == Array(1...36))
  }

  /// However often the program is killed while it writes, what it has told as kept is there, and
  /// whole. It is killed a moment after it told of some decision. The variable `ADVOCATE_KILL_RUNS` says how often that is tried.
  @Test func aKillLosesNothingThatWasToldAsKept() throws {
    let stated = ProcessInfo.processInfo.environment["ADVOCATE_KILL_RUNS"]
    let runs = stated.flatMap { Int($0) } ?? 24
    var random = SeededGenerator(seed: 7)
    var told = 0
    for run in 0..<runs {
      let lines = (0..<60).map { step in
        "journal go ahead expecting run \(run) step \(step) sure 60\n"
          + "override because reason \(run) step \(step)\n"
      }
      let script = folder.file("script")
      TemporaryFolder.write(Array((Self.plan + lines.joined()).utf8), to: script)
      let (steps, pause) = (random.number(0...5), Double(random.number(0...60)) / 1_000)
      _ = try Tool.shell(
        """
        cd "\(folder.path)"; : > out; "$ADVOCATE" < script > out & writer=$!; tries=0
        while [ $(grep -c decision out) -lt \(steps) ] && [ $tries -lt 999 ]; do
          sleep 0.01; tries=$((tries + 1))
        done
        sleep \(pause); kill -9 $writer; sleep 0.02
        """, environment: environment)
      let answers = TemporaryFolder.contents(of: folder.file("out")) ?? []
      let numbers = String(decoding: answers, as: UTF8.self).matches(of: /decision (\d+)/)
      told = max(told, numbers.compactMap { Int($0.1) }.max() ?? 0)
      if run % 8 == 7 || run + 1 == runs { try checkWhole(told) }
    }
    #expect(told > runs)
  }

  /// The file is whole: every decision that was told is there, with its own reason or with none.
  private func checkWhole(_ told: Int) throws {
    let found = try decisions()
    let numbers = found.compactMap { $0["number"] as? Int }
    #expect(numbers == Array(1...max(1, numbers.count)))
    #expect(numbers.count >= told)
    // Only the very last write of each run may be on the disk and not told.
    let report = try journal("report", "--format", "json")
    let document = try JSONDocument(report.output)
    #expect(document["unreadable"] as? Int == 0)
    let says = (document["says"] as? [String] ?? []).joined(separator: "\n")
    let reasons = says.matches(
      of: /Because reason (\d+ step \d+)\.[^§]*?sure: run (\d+ step \d+)\./)
    #expect(reasons.count > numbers.count / 2)
    for match in reasons { #expect(match.1 == match.2) }
  }
}
