import AdvocateTestSupport
import Testing

/// `advocate check --fix`.
@Suite struct MendTests {
  private static let slips = "action Phone to cancel\n  efort to leave is a call\n"
  private static let mended = "action Phone to cancel\n  effort to leave is a call\n"

  @Test func aDryRunShowsAndChangesNothing() throws {
    let scripts = try Scripts()
    scripts.write(Self.slips, to: "plan.advocate")
    let result = try Tool.run(
      ["check", "--fix", "--dry-run", "plan.advocate"], in: scripts.folder.path)
    #expect(result.status == 3)
    #expect(
      result.stdout.hasPrefix(
        """
        plan.advocate, line 2
          was  efort to leave is a call
          is   effort to leave is a call
        plan.advocate: 1 line would be put right.

        """))
    #expect(scripts.text("plan.advocate") == Self.slips)
  }

  @Test func slipsArePutRightInPlace() throws {
    let scripts = try Scripts()
    scripts.write(Self.slips, to: "plan.advocate")
    let result = try Tool.run(["check", "--fix", "plan.advocate"], in: scripts.folder.path)
    #expect(result.status == 0)
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.contains("plan.advocate: 1 line put right.\n"))
    #expect(scripts.text("plan.advocate") == Self.mended)
    let again = try Tool.run(["check", "--fix", "plan.advocate"], in: scripts.folder.path)
    #expect(again.stdout.contains("plan.advocate: nothing to put right.\n"))
  }

  @Test(arguments: [
    ["check", "--dry-run", "plan.advocate"], ["check", "--fix", "-"], ["check", "--fix"],
    ["check", "--fix", "--format", "json", "plan.advocate"],
  ])
  func wrongUseIsSaid(words: [String]) throws {
    let result = try Tool.run(words, input: "")
    #expect(result.status == 2)
    #expect(result.stderr.contains("--fix"))
  }
}
