import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

/// Which rule is named where a verdict turns, worked out by hand.
struct DecisionReplayTests {
  /// What turns where the rules are `before` on the day of a decision and `after` now.
  private func cause(_ before: String, _ after: String) throws -> DecisionReplay.Cause? {
    func judged(_ rules: String) throws -> Judgement {
      let charter = try CharterScript.workspace(
        """
        charter Small shop
        verdict good from 60
        verdict middling from 27
        verdict bad from 0
        fact hours
          number of hours
        fact price
          money
        fact care
          scale rude, neither, warm
        \(rules)
        """
      ).charter
      let workspace = try CharterScript.workspace(
        "action One\nhours is 12\nprice is 120", on: charter)
      return Judge(Program(charter)).judge(workspace.actions[0])
    }
    let (then, now) = (try judged(before), try judged(after))
    let day = CalendarDay(number: 20_000)
    let decision = Decision(
      day: day, action: "One", lines: [], charter: "Small shop",
      told: Decision.Told(verdict: then.verdictWord, isSettled: true, score: nil),
      course: .leaveIt, isAgainst: false, reviewOn: day)
    return DecisionReplay(decision, now: now, before: then, lost: 0).cause
  }

  private func rules(hours: Int, price: Int, care: String = "") -> String {
    """
    rule Enough hours
      weight \(hours)
      for when hours is at least 10
      because people need time
    rule Fair price
      weight \(price)
      against when price is more than 100
      because people count
    \(care)
    """
  }

  @Test func aRuleThatPushedTheOtherWayIsNotNamed() throws {
    // From 2 for and 5 against, 29, to 1 for and 3 against, 25: worse, though the price, whose
    // points changed more, counts less against it than before.
    let cause = try cause(rules(hours: 2, price: 5), rules(hours: 1, price: 3))
    #expect(cause == .weight("Enough hours", before: 2, after: 1))
  }

  @Test func theSameSayingIsToldWithItsWeights() throws {
    // From 1 for and 1 against, 50, to 1 for and 5 against, 17.
    let cause = try cause(rules(hours: 1, price: 1), rules(hours: 1, price: 5))
    #expect(cause == .weight("Fair price", before: 1, after: 5))
  }

  @Test func aRuleThatIsNewIsNamedThoughItSaysNothing() throws {
    // From 1 for, 100, to 1 for of 6 in play, 58: the new rule brings no point, only weight.
    let old = "rule Enough hours\nfor when hours is at least 10\nbecause people need time\n"
    let new =
      old + "rule Cheap\nweight 5\nfor when price is less than 100\nbecause people count\n"
    #expect(try cause(old, new) == .rule("Cheap", before: nil, after: .neutral))
  }

  @Test func aVetoThatComesIsNamedFirst() throws {
    let care = "rule No traps\nveto when price is more than 110\nbecause people trust\n"
    let cause = try cause(rules(hours: 3, price: 3), rules(hours: 1, price: 5, care: care))
    #expect(cause == .rule("No traps", before: nil, after: .veto))
  }

  @Test func fromSilenceTheHeaviestIsNamed() throws {
    let old = "rule Warm care\nfor when care is warm\nbecause people feel\n"
    #expect(
      try cause(old, rules(hours: 1, price: 5)) == .rule("Fair price", before: nil, after: .against)
    )
  }
}
