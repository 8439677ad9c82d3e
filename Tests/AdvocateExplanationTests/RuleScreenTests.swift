import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateExplanationSamples
import Testing

@Suite struct RuleScreenTests {
  private static let judgedPhone = BruteForce.judge(SampleActions.phone)
  private static let judgedOpenPhone = BruteForce.judge(SampleActions.openPhone)
  private var phone: Judgement { Self.judgedPhone }
  private var openPhone: Judgement { Self.judgedOpenPhone }

  @Test func whatIsUntouchedDoesNotHold() {
    #expect(
      RuleScreen.render(phone, rule: 5, width: 80).shown == """
        No deceit for a signature, lens service: not in play, weight 5
                true as told is untouched          the rest is untouched
        no      veto           true as told is a false picture
        no      for            true as told is true with its drawbacks
                Each of its lines reads something unsaid or untouched, so it has nothing
                to say.
        because a yes to a false picture was never given to us
        weight  5

        """)
  }

  @Test func theScopeIsShownFirst() {
    var charter = SampleCharter.charter
    let steps = { (level: Int) in
      Test(
        fact: SampleCharter.Fact.leave.rawValue, relation: .atLeast,
        operands: [.value(.level(level))])
    }
    charter.rules[1].scope = [steps(2)]
    let inside = RuleScreen.render(
      BruteForce.judge(SampleActions.phone, by: charter), rule: 1, width: 80)
    #expect(
      inside.shown.hasPrefix(
        """
        The job gets easier, lens success: leans against, 2.5 of 5 points
                effort to leave is a call          because mystery calls in October
                moves the job is harder            our guess
        yes     only when      effort to leave is at least a form
        yes     leans against  moves the job is harder
        no      for            moves the job is easier

        """))
    charter.rules[1].scope = [steps(4)]
    let outside = RuleScreen.render(
      BruteForce.judge(SampleActions.phone, by: charter), rule: 1, width: 80)
    #expect(
      outside.shown.contains(
        """
        no      only when      effort to leave is at least a struggle
        yes     leans against  moves the job is harder
        no      for            moves the job is easier
                Its only when line does not hold, so it has nothing to say.

        """))
  }

  @Test func whereBothSidesHoldAgainstCounts() {
    var charter = SampleCharter.charter
    charter.rules[1].clauses[0].tests = charter.rules[1].clauses[1].tests
    charter.rules[1].statedWeight = nil
    charter.rules[1].notes = ["said in a workshop"]
    let text = RuleScreen.render(
      BruteForce.judge(SampleActions.phone, by: charter), rule: 1, width: 80
    ).shown
    #expect(text.contains("leans against, 0.5 of 1 point\n"))
    #expect(text.contains("        2 lines hold, and against goes before for.\n"))
    #expect(
      text.hasSuffix(
        """

        weight  1, since no line says one. No other weight of this rule alone turns the
                verdict.
        note    said in a workshop

        """))
    charter.rules[1].reason = nil
    let unused = RuleScreen.render(
      BruteForce.judge(SampleActions.phone, by: charter), rule: 1, width: 80
    ).shown
    #expect(unused.hasPrefix("The job gets easier, lens success: not used\n"))
    #expect(unused.contains("        It takes no part in verdicts: it has no reason.\n"))
  }

  @Test func aRuleThatSpokeShowsEveryLine() {
    #expect(
      RuleScreen.render(phone, rule: 0, width: 80).shown == """
        Leaving is as easy as joining, lens independence: against, 4 of 4 points
                effort to leave is a call          because mystery calls in October
                effort to join is one step         our guess
        yes     leans against  effort to leave is a call
        yes     against        effort to leave is more than effort to join
        no      for            effort to leave is one step
        no      leans for      effort to leave is at most few steps (no)
                               and effort to leave is at most effort to join (no)
        no      against        effort to leave is a struggle
                2 lines hold, and the stronger one counts.
        because they hired us for a job and may hire another tomorrow
        source  Your Customers Don't Actually Belong To You
        weight  4. No other weight of this rule alone turns the verdict.

        """)
  }

  @Test func aRuleThatWaitsSaysWhatItCouldSay() {
    #expect(
      RuleScreen.render(openPhone, rule: 5, width: 80).shown == """
        No deceit for a signature, lens service: not in play, weight 5
                true as told is unsaid
        not known  veto           true as told is a false picture
        not known  for            true as told is true with its drawbacks
                Each of its lines reads something unsaid or untouched, so it has nothing
                to say.
                Open answers could still make it say: for, neither or veto.
        because a yes to a false picture was never given to us
        weight  5

        """)
  }

  @Test func openSayingsAgreeWithTryingEverything() {
    // Every rule without worked-out facts, in an action where all that it reads is open but for
    // the effort to join.
    let evaluator = Evaluator(openPhone.program)
    for rule in evaluator.program.usedRules where rule != SampleCharter.Rule.fair.rawValue {
      var action = Action(name: "All open", location: SourceLocation())
      action.restIsUntouched = true
      action.statements = [SampleActions.phone.statements[1]]
      for fact in evaluator.program.factsOfRule[rule] where fact != 1 {
        action.statements.append(
          Statement(fact: fact, content: .unsaid, evidence: nil, location: SourceLocation()))
      }
      let judgement = BruteForce.judge(action)
      let text = RuleScreen.render(judgement, rule: rule, width: 200).shown
      let charter = judgement.charter
      var said = Set<Saying>()
      // The rules of the sample read two facts at most.
      let facts = charter.rules[rule].facts
      let first = values(charter, facts[0])
      let second = facts.count > 1 && facts[1] != 1 ? values(charter, facts[1]) : [nil]
      for one in first {
        for other in second {
          var world = judgement.world
          world[facts[0]] = one ?? .untouched
          if facts.count > 1, facts[1] != 1 { world[facts[1]] = other ?? .untouched }
          said.insert(evaluator.saying(ofRule: rule) { world[$0] })
        }
      }
      said.remove(judgement.sayings[rule])
      let line = text.split(separator: "\n").first { $0.contains("could still make it say: ") }
      let listed = line?.split(separator: ": ").last?.dropLast() ?? ""
      let words = listed.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
      let expected = said.map { $0 == .neutral ? "neither" : $0.words }
      #expect(Set(words) == Set(expected), "\(charter.rules[rule].name)")
    }
  }

  private func values(_ charter: Charter, _ fact: Int) -> [Reading?] {
    let levels = charter.facts[fact].levels
    guard !levels.isEmpty else {
      return [nil] + [-1, 0, 7, 500_001, 1_000_001].map { .value(.number(Number($0))) }
    }
    if case .anyOf = charter.facts[fact].kind {
      return [nil] + [0b001, 0b010, 0b100, 0b110].map { .value(.levels($0)) }
    }
    return [nil] + levels.indices.map { .value(.level($0)) }
  }

  @Test func aRangeIsShownAsSaidAndAsTaken() {
    var action = SampleActions.phone
    action.statements[3].content = .between(.level(0), .level(1))
    let judgement = BruteForce.judge(action)
    #expect(
      RuleScreen.render(judgement, rule: 1, width: 80).shown.hasPrefix(
        """
        The job gets easier, lens success: leans against, 2.5 of 5 points
                moves the job is between harder    our guess
                and same, taken as harder
        yes     leans against  moves the job is harder
        no      for            moves the job is easier
                Open answers could still make it say: neither.

        """))
    #expect(
      VerdictScreen.render(judgement, width: 80).shown.contains(
        "\n                  moves the job is between harder and same\n"))
  }

  @Test func aComputedFactIsShownWithWhatItWasComputedFrom() {
    var action = SampleActions.phone
    action.statements.append(
      Statement(
        fact: SampleCharter.Fact.touched.rawValue, content: .value(.number(Number(1200))),
        evidence: "the books", location: SourceLocation()))
    let judgement = BruteForce.judge(action)
    let text = VerdictScreen.render(judgement, width: 80).shown
    // Not one of the first three, and what it was worked out from does not fit on its line.
    #expect(text.contains("\nagainst 2   of 2  A fair gain per head\nneither"))
    #expect(
      RuleScreen.render(judgement, rule: 9, width: 80).shown.hasPrefix(
        """
        A fair gain per head, lens partnership: against, 2 of 2 points
                gain per head is about 208.333,    worked out
                worked out from gain this quarter
                is roughly 250,000 and customers
                touched is 1,200
        yes     against        gain per head is more than 100

        """))
    // Its inputs count among the facts behind the verdict, with their evidence.
    #expect(
      text.replacing("\n        ", with: " ").contains("4 of the 6 facts behind it: our guess."))
    action.statements.removeSubrange(1...4)
    #expect(
      VerdictScreen.render(BruteForce.judge(action), width: 80).shown.contains(
        """
        against 2   of 2  A fair gain per head
                          gain per head is about 208.333, worked out from gain this
                          quarter is roughly 250,000 and customers touched is 1,200
                          because what is fair can be told to each of them

        """))
  }
}
