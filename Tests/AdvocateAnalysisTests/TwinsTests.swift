import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

/// Twins, judged again from the lines that are shown.
struct TwinsTests {
  private static let judge = Judge(Program(BuiltInCharter.charter))

  /// The verdict on a case as its lines are read, and whether it is settled.
  private func reread(_ twin: Twins.Twin, _ charter: Charter) throws -> Judgement {
    let lines = twin.action.lines(in: charter).joined(separator: "\n")
    let workspace = try CharterScript.workspace(lines, on: charter)
    let action = try #require(workspace.actions.first)
    return Judge(Program(charter)).judge(action)
  }

  @Test(arguments: [UInt64(1), 2, 40])
  func twinsOfTheBuiltInCharterDifferInOneFactAndInVerdict(seed: UInt64) throws {
    let charter = BuiltInCharter.charter
    let search = TwinSearch(Self.judge)
    var without: [String] = []
    for rule in charter.rules.indices {
      guard let twins = search.twins(ofRule: rule, seed: seed) else {
        without.append(charter.rules[rule].name)
        continue
      }
      let (one, two) = (try reread(twins.first, charter), try reread(twins.second, charter))
      let name = charter.rules[rule].name
      #expect(one.verdict == twins.first.verdict, "\(name)")
      #expect(two.verdict == twins.second.verdict, "\(name)")
      #expect(one.verdict != two.verdict, "\(name)")
      #expect(one.uncertainty.isSettled && two.uncertainty.isSettled, "\(name)")
      #expect(one.sayings[rule] != two.sayings[rule], "\(name)")
      // Each says something of the same facts, and only one line is another.
      let lines = [twins.first, twins.second].map { $0.action.lines(in: charter).dropFirst() }
      #expect(lines[0].count == lines[1].count, "\(name)")
      #expect(zip(lines[0], lines[1]).count { $0 != $1 } == 1, "\(name)")
      // Nobody plans for a thousandth of a customer.
      #expect(!lines.joined().contains { $0.contains(" 0.00") || $0.contains(" -0.00") }, "\(name)")
      // Without the rule they would be judged alike.
      var less = charter
      less.rules[rule].clauses = []
      let other = Judge(Program(less))
      #expect(
        other.judge(one.action).verdict == other.judge(two.action).verdict, "\(name)")
    }
    #expect(without.isEmpty, "no twins: \(without)")
  }

  @Test func theSameSeedGivesTheSameTwins() {
    let search = TwinSearch(Self.judge)
    #expect(search.rounds(4, seed: 3) == search.rounds(4, seed: 3))
    #expect(search.rounds(4, seed: 3).map(\.rule) != search.rounds(4, seed: 4).map(\.rule))
    #expect(Set(search.rounds(6, seed: 5).map(\.rule)).count == 6)
  }

  /// One rule with one fact of three levels: only the edge between neutral and the rest is left.
  @Test func ofASmallCharterTheClosestPairIsTaken() throws {
    let charter = try CharterScript.charter(
      """
      charter Small shop
        verdict good from 60
        verdict fair from 40
        verdict bad from 0
      rule Warmth
        for when care is warm
        against when care is rude
        because people remember it
      """)
    let search = TwinSearch(Judge(Program(charter)))
    for seed in UInt64(0)..<8 {
      let twins = try #require(search.twins(ofRule: 0, seed: seed))
      let lines = Set(twins.ownLines(in: charter))
      // Rude and warm differ, too, yet lie two levels apart.
      #expect(
        lines == ["care is rude", "care is neither"]
          || lines == ["care is neither", "care is warm"])
      #expect(twins.sharedLines(in: charter).isEmpty)
      #expect(twins.verdictWithout == .silent)
      // The lower level is the worse one: 0 or 50 below 50 or 100.
      let worse = twins.worse == 1 ? twins.first : twins.second
      let better = twins.worse == 1 ? twins.second : twins.first
      #expect((worse.score?.number ?? Number(0)) < (better.score?.number ?? Number(0)))
    }
  }

  @Test func aRuleThatTurnsNothingHasNoTwins() throws {
    // Every score of this charter ends in the same verdict.
    let charter = try CharterScript.charter(
      """
      charter Small shop
        verdict any from 0
      rule Warmth
        for when care is warm
        against when care is rude
        because people remember it
      """)
    #expect(TwinSearch(Judge(Program(charter))).twins(ofRule: 0, seed: 1) == nil)
  }
}
