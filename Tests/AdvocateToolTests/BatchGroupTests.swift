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
}
