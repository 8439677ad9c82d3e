import AdvocateTestSupport
import Testing

/// `advocate test`.
@Suite struct ExpectationTests {
  private let scripts: Scripts

  init() throws { scripts = try Scripts() }

  private func test(_ names: String...) throws -> Tool.Result {
    try Tool.run(["test"] + names, in: scripts.folder.path)
  }

  @Test func whatHoldsPasses() throws {
    scripts.write(
      Scripts.against + """
        expect Phone to cancel
          verdict is against the customer
          score is from 0 to 10
          against Leaving is as easy as joining
          neutral The job gets easier
          worse than do nothing
          settled

        """, to: "plan.advocate")
    let result = try test("plan.advocate")
    #expect(result.status == 0, "\(result.stdout)")
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.contains("passed  Phone to cancel"))
    #expect(result.stdout.contains("6 of 6"))
  }

  @Test func whatDoesNotHoldFailsAndSaysWhy() throws {
    scripts.write(
      Scripts.against + "expect Phone to cancel\n  verdict is mixed\n  settled\n",
      to: "plan.advocate")
    let result = try test("plan.advocate")
    #expect(result.status == 1)
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.contains("FAILED  Phone to cancel"))
    #expect(result.stdout.contains("1 of 2"))
    #expect(result.stdout.contains("plan.advocate, line 7"))
    #expect(result.stdout.contains("verdict is against the customer"))
  }

  @Test func severalFilesAreCountedTogether() throws {
    for name in ["one.advocate", "other.advocate"] {
      scripts.write(Scripts.against + "expect Phone to cancel\n  settled\n", to: name)
    }
    let result = try test("one.advocate", "other.advocate")
    #expect(result.status == 0)
    #expect(result.stdout.contains("one.advocate\n") && result.stdout.contains("other.advocate\n"))
    #expect(result.stdout.contains("2 actions, 2 lines"))
  }

  @Test func nothingExpectedIsToldAndNoFailure() throws {
    scripts.write(Scripts.against, to: "plan.advocate")
    let result = try test("plan.advocate")
    #expect(result.status == 0)
    #expect(result.stdout.isEmpty)
    #expect(result.stderr == "plan.advocate expects nothing: it has no expect block.\n")
  }

  @Test func anUnreadExpectationIsNoPass() throws {
    scripts.write(
      Scripts.against + "expect Phone to cancel\n  settled\n  verdict is awful\n",
      to: "plan.advocate")
    let result = try test("plan.advocate")
    #expect(result.status == 3)
    #expect(!result.stdout.contains("passed"), "\(result.stdout)")
    #expect(result.stderr.contains("A verdict is one of: for the customer, mixed,"))
  }

  @Test func anExpectationOfNoActionIsAFinding() throws {
    scripts.write(Scripts.against + "expect Fone\n  settled\n", to: "plan.advocate")
    let result = try test("plan.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("No action is called \"Fone\"."))
    #expect(result.stderr.contains("so is the line below it"))
  }

  @Test func aMissingFileIsWrongUsage() throws {
    #expect(try test("nothing.advocate").status == 2)
  }
}
