import AdvocateTestSupport
import Testing

/// Meetings from the command line.
@Suite struct RoomTests {
  @Test func aPreparedFileRunsThroughAPipe() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("case.advocate")
    let lines = [
      "# Say who is here.", "action Plan", "effort to join is one step",
      "effort to leave is a call",
    ]
    TemporaryFolder.write(Array(lines.joined(separator: "\n").utf8), to: path)
    let result = try Tool.run(["room", path], input: "judge\npoll\nvotes 1 2 3\nreveal\n")
    #expect(result.status == 0)
    #expect(result.stdout.contains("Say who is here."))
    #expect(result.stdout.contains("judge could give"))
    let parts = result.stdout.split(separator: "THE CHARTER SAYS:")
    #expect(parts.count == 2)
    #expect(!parts[0].contains("AGAINST"))
    // Leaving is harder than joining, and nothing speaks for it: 0 of 100.
    #expect(parts.last?.contains("C, AGAINST THE CUSTOMER, 0 of 100") == true)
    #expect(!result.stdout.contains("\u{1B}"))
  }

  @Test func aPlanIsShownAtOnce() throws {
    let result = try Tool.run(["room", "--plan", "90"], input: "next\n")
    #expect(result.stdout.contains("90 MINUTES"))
    #expect(result.stdout.contains("BEGIN   2 minutes, from 0 to 2 of 90"))
  }

  @Test func wrongUsageIsStatus2() throws {
    #expect(try Tool.run(["room", "nothing.advocate"], input: "").status == 2)
    #expect(try Tool.run(["room", "--plan", "60"], input: "").status == 2)
  }
}
