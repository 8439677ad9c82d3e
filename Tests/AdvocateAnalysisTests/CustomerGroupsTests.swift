import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// What an action is to several groups of customers, worked out by hand.
///
/// A price counts 3 and aid counts 2: a score is 50, and 50 times the balance by what is in play.
@Suite("Verdicts for groups of customers")
struct CustomerGroupsTests {
  private static let charter = """
    charter Shop
    fact price
    scale lower, same, higher
    fact aid
    yes-no
    fact fraud
    yes-no
    rule Fair price
    weight 3
    for when price is lower
    against when price is higher
    because they pay it
    rule Help given
    weight 2
    for when aid is yes
    against when aid is no
    because they came for it
    rule No fraud
    weight 1
    veto when fraud is yes
    because it is theirs

    """

  private func judged(_ lines: String, charter: String = charter) throws -> Judgement {
    var workspace = Workspace(charter: Charter(name: "none"), usedAs: "none")
    for line in (charter + "action Rise\n" + lines).split(separator: "\n") {
      let outcome = workspace.read(SourceLine(text: String(line)), isTyped: false)
      #expect(outcome.diagnostics.allSatisfy { $0.severity != .error }, "\(line)")
    }
    return Judge(Program(workspace.charter)).judge(try #require(workspace.actions.first))
  }

  /// The groups, the worst-off first, with their scores.
  private func scores(_ lines: String) throws -> [String] {
    try judged(lines).eachGroup.map { judgement in
      let score = judgement.tally.score?.number.decimal(places: 0) ?? "none"
      return "\(judgement.group ?? "all") \(judgement.verdict == .vetoed ? "vetoed" : score)"
    }
  }

  @Test("Two groups: lower and helped 100, higher and helped 40")
  func twoGroups() throws {
    // (3 + 2) of 5 is 100; (2 - 3) of 5 is 50 - 10.
    #expect(
      try scores(
        """
        aid is yes
        fraud is untouched
        for new customers: price is lower
        for loyal customers: price is higher
        """) == ["loyal customers 40", "new customers 100"])
  }

  @Test("Those whom no line sets apart are a group, where the shared lines tell of them")
  func everyoneElse() throws {
    // Neither for nor against of 3, and 2 for: 50 + 50 * 2 / 5 is 70.
    #expect(
      try scores(
        """
        aid is yes
        price is same
        fraud is untouched
        for loyal customers: price is higher
        """) == ["loyal customers 40", "everyone else 70"])
  }

  @Test("A veto for one group vetoes the plan")
  func veto() throws {
    let told = try judged(
      """
      aid is yes
      price is lower
      fraud is untouched
      for loyal customers: fraud is yes
      """)
    #expect(told.verdict == .vetoed)
    #expect(told.group == "loyal customers")
    #expect(told.otherGroups.map(\.verdict) == [.band(0)])
    #expect(told.factsApart.map { told.charter.facts[$0].name } == ["fraud"])
  }

  @Test("Not knowing never helps: who can still come out lower is worse off")
  func lowestFirst() throws {
    // Loyal: 2 for of 2 is 100 as told, and 40 with a higher price. New: 3 for, 2 against of 5, 60.
    let told = try judged(
      """
      fraud is untouched
      for new customers: price is lower
      for new customers: aid is no
      for loyal customers: aid is yes
      """)
    #expect(told.group == "loyal customers")
    #expect(told.tally.score?.number == Number(100))
    #expect(told.uncertainty.range?.lowerBound.number == Number(40))
    #expect(told.otherGroups.map(\.tally.score?.number) == [Number(60)])
  }

  @Test("An action without groups is judged as ever, and no group is named")
  func noGroups() throws {
    let told = try judged("aid is yes\nfraud is untouched\n")
    #expect(told.group == nil)
    #expect(told.otherGroups.isEmpty)
    #expect(told.title == "Rise")
    #expect(told.tally.score?.number == Number(100))
  }

  @Test("A judged group is the action with the group's lines in place")
  func overridesOfRandomActions() throws {
    var charters = RandomCharters(seed: 71)
    var random = SeededGenerator(seed: 72)
    for _ in 0..<120 {
      let one = try Case(charters.next())
      guard let moved = one.action.statements.randomElement(using: &random) else { continue }
      var plan = one.action
      plan.statements.removeAll { $0.fact == moved.fact }
      var own = moved
      own.group = "some"
      plan.say(own)
      var open = moved
      open.content = .unsaid
      open.group = "others"
      plan.say(open)
      let judge = Judge(Program(one.charter))
      let groups = judge.judge(plan).eachGroup
      #expect(groups.count == 2)
      // What is lowest really is: no group can come out lower than the first.
      #expect(groups.allSatisfy { groups[0].worst <= $0.worst || groups[0].isVetoedForSure })
      let alone = judge.judge(one.action)
      let some = try #require(groups.first { $0.group == "some" })
      #expect(some.verdict == alone.verdict)
      #expect(some.tally == alone.tally)
      #expect(some.uncertainty.range == alone.uncertainty.range)
      #expect(some.uncertainty.reachable == alone.uncertainty.reachable)
      // A group that says nothing new changes nothing for the others.
      var again = moved
      again.group = "third"
      plan.say(again)
      let more = judge.judge(plan).eachGroup
      for group in groups {
        let same = try #require(more.first { $0.group == group.group })
        #expect(same.tally == group.tally && same.verdict == group.verdict)
        #expect(same.uncertainty == group.uncertainty)
      }
    }
  }

  @Test("Charters are compared for the same groups")
  func otherCharter() throws {
    let told = try judged("aid is yes\nfraud is untouched\nfor loyal customers: price is higher\n")
    // The same rules, with the facts at other places.
    let moved = Self.charter.replacing("charter Shop\n", with: "charter Shop\nfact mood\nyes-no\n")
    let after = try judged("aid is yes\n", charter: moved).charter
    var plan = told.action
    plan.group = nil
    plan.statements.removeAll { told.charter.facts[$0.fact].name == "price" }
    var own = try #require(told.action.statement(of: 0))
    own.group = "loyal customers"
    plan.say(own)
    let difference = CharterDifference(
      from: told.charter, to: after, actions: [plan], readBy: told.charter)
    #expect(difference.changes.isEmpty)
    #expect(difference.judged == 1)
  }
}
