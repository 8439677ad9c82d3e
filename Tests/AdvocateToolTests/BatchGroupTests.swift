import AdvocateTestSupport
import Testing

/// Plans that name groups of customers are judged by the worst-off, in every format.
@Suite struct BatchGroupTests {
  @Test(arguments: ["csv", "jsonl", "json", "markdown", "text"], ["none", "points", "full"])
  func noGroupIsHiddenBehindAnother(_ format: String, _ explain: String) throws {
    let scripts = try Scripts()
    // Loyal customers: against 4 and 2 of 8, which is 12.5; new ones: for 2 of 4, which is 75.
    scripts.write(
      """
      action Price rise
        value for money is less
        for loyal customers: treats loyal customers is much worse
        for new customers: value for money is more
        the rest is untouched

      """, to: "rise.advocate")
    let result = try Tool.run(
      ["judge", "--format", format, "--explain", explain, "rise.advocate"], in: scripts.folder.path)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.contains("loyal customers") || format == "text" && explain == "points")
    #expect(result.stdout.contains("12.5") || format == "text")
    #expect(!result.stdout.contains("25,0,2,4"))
  }

  /// New customers are worst off, since they could be deceived, and yet pass; old ones do not:
  /// against 2 of the 3 points in play, 50 + 50 × (0 − 2) ÷ 3.
  @Test(arguments: ["github", "junit", "markdown", "sarif"])
  func aGateNamesTheGroupThatItRefuses(_ format: String) throws {
    let scripts = try Scripts()
    scripts.write(
      """
      charter Two groups
        verdict good from 60
        verdict bad from 0
      fact speed
        one of slow, fast
      fact lies
        yes-no
      rule Quick
        weight 2
        for when speed is fast
        against when speed is slow
        because they wait
      rule Honest
        weight 1
        veto when lies is yes
        because they believe us
      action Plan
        for new: speed is fast
        for new: lies is unsaid
        for old: speed is slow
        for old: lies is no

      """, to: "plan.advocate")
    func judge(_ gate: String) throws -> Tool.Result {
      try Tool.run(
        ["judge", "--format", format, "--fail-on", gate, "plan.advocate"], in: scripts.folder.path)
    }
    let refused = try judge("against")
    #expect(refused.status == 1)
    #expect(
      refused.stdout.contains("(for new, the worst-off group; refused for old: bad, 16.67)"),
      "\(refused.stdout)")
    // What is not settled is the worst-off group itself.
    let open = try judge("not-settled")
    #expect(open.status == 1)
    #expect(open.stdout.contains("(for new, the worst-off group)"), "\(open.stdout)")
  }
}
