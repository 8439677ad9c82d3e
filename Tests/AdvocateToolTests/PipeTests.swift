import AdvocateTestSupport
import Testing

/// The program without a terminal: lines on standard input are answered like typed ones.
@Suite struct PipeTests {
  @Test func actionsAreJudgedAtTheEnd() throws {
    let result = try Tool.shell(
      "printf 'action X\\neffort to leave is a call\\nthe rest is untouched\\n' | \"$ADVOCATE\"")
    #expect(result.status == 0)
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.hasPrefix("X is AGAINST THE CUSTOMER: 25 of 100\n"))
  }

  /// Of a pipe nothing is left for a second look.
  @Test func aPipeThatAScriptLoadsIsReadOnce() throws {
    let scripts = try Scripts()
    scripts.write(
      "load /dev/stdin\naction T\n  effort to leave is a form\n", to: "loads.advocate")
    let result = try Tool.shell(
      """
      printf 'action S\\n  effort to leave is a call\\n' \
        | "$ADVOCATE" judge loads.advocate --format csv --explain none
      """, in: scripts.folder.path)
    #expect(result.status == 0)
    #expect(result.stdout.contains("\nS,against the customer,25,0,2,4,,\nT,mixed,50,0,0,4,,\n"))
  }

  @Test func whatAsksIsAnsweredInItsPlace() throws {
    let input = Scripts.against + "judge\nwhat if effort to leave is one step\nkeep\njudge\n"
    let result = try Tool.run([], input: input)
    #expect(result.status == 0)
    let heads = result.stdout.matches(of: /(?m)^Phone to cancel is ([A-Z ]+):/).map { $0.1 }
    #expect(heads == ["AGAINST THE CUSTOMER", "FOR THE CUSTOMER"])
    #expect(result.stdout.contains("Nothing is changed yet:  keep  or  drop\n"))
    #expect(!result.stdout.contains("charter>") && !result.stdout.contains("Advocate"))
  }

  @Test func findingsGoToStandardError() throws {
    let result = try Tool.run([], input: "action X\nefort to leave is a call\njudge\n")
    #expect(result.status == 3)
    #expect(result.stdout.contains("1 line of this action was left out"))
    #expect(
      result.stderr == """
        standard input, line 2   (explain 20)
          efort to leave is a call
          ^^^^^^^^^^^^^^
        No fact is called "efort to leave". The nearest is effort to leave.
        The line is left out, and action X is marked incomplete.

        """)
  }

  @Test func anExpectationThatDoesNotHoldIsStatus1() throws {
    let block = "expect Phone to cancel\n  verdict is mixed\n"
    let result = try Tool.run([], input: Scripts.against + block)
    #expect(result.status == 1)
    #expect(result.stdout.hasPrefix("It does not hold: verdict is mixed was expected;"))
    let holds = try Tool.run([], input: Scripts.against + "expect Phone to cancel\n  settled\n")
    #expect(holds.status == 0)
  }

  @Test func standardInputIsAFileLikeOthers() throws {
    let result = try Tool.run(["judge", "--explain", "none", "-"], input: Scripts.against)
    #expect(result.stdout == "Phone to cancel is against the customer: 0 of 100\n")
    let empty = try Tool.run(["judge", "-"])
    #expect(empty.status == 0)
    #expect(empty.stderr == "standard input holds no action, so nothing was judged.\n")
  }

  @Test func nothingOnStandardInputIsNoFailure() throws {
    let empty = try Tool.run([])
    #expect(empty.status == 0)
    #expect(empty.output.isEmpty && empty.errors.isEmpty)
    let closed = try Tool.shell("\"$ADVOCATE\" <&-")
    #expect(closed.status == 0)
    #expect(closed.output.isEmpty && closed.errors.isEmpty)
    #expect(try Tool.shell("\"$ADVOCATE\" judge - <&-").status == 0)
  }

  @Test func aReaderWhoLeavesEndsItQuietly() throws {
    let lines = String(repeating: "list facts\n", count: 400)
    let folder = try #require(TemporaryFolder())
    TemporaryFolder.write(Array(lines.utf8), to: folder.file("lines"))
    let result = try Tool.shell(
      "(\"$ADVOCATE\" <lines; echo \"status $?\" >&2) | head -n 1", in: folder.path)
    #expect(result.stdout == " 1  job                         text\n")
    #expect(result.stderr == "status 0\n")
  }

  @Test func namedFilesAreLoadedFirst() throws {
    let scripts = try Scripts()
    scripts.write(Scripts.against, to: "plan.advocate")
    let result = try Tool.run(
      ["prompt", "plan.advocate"], input: "judge\n", in: scripts.folder.path)
    #expect(result.status == 0)
    #expect(result.stdout.hasPrefix("Phone to cancel is AGAINST THE CUSTOMER: 0 of 100\n"))
    let bare = try Tool.run(["plan.advocate"], input: "judge\n", in: scripts.folder.path)
    #expect(bare.stdout == result.stdout)
  }

  @Test func workIsSavedWhereAsked() throws {
    let scripts = try Scripts()
    let result = try Tool.run(
      [], input: Scripts.against + "save plan.advocate\n", in: scripts.folder.path)
    #expect(result.status == 0)
    #expect(result.stdout.hasPrefix("Saved 1 action in plan.advocate.\n"))
    #expect(scripts.text("plan.advocate") == Scripts.against)
  }

  @Test func bytesOfAnyKindAreAnswered() throws {
    var bytes: [UInt8] = Array("action A\n".utf8)
    var state: UInt32 = 20_260_101
    for _ in 0..<20_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      bytes.append(UInt8(truncatingIfNeeded: state >> 24))
    }
    let result = try Tool.run(
      Tool.path, [], input: bytes, environment: [:], in: nil)
    #expect(result.status == 3)
    expectHarmless(result)
  }
}
