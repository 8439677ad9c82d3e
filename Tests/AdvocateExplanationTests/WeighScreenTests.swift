import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateExplanationSamples
import Testing

@Suite struct WeighScreenTests {
  private func rules(_ action: Action, width: Int = 80) -> String {
    WeighScreen.rules(BruteForce.judge(action), width: width).shown
  }

  private func freely(_ action: Action, width: Int = 80) -> String {
    WeighScreen.freely(BruteForce.judge(action), width: width).shown
  }

  /// What the sample charter says of the action with rules weighed anew, by their places.
  private func judgement(_ action: Action, _ weights: [Int: Int]) -> Judgement {
    var charter = SampleCharter.charter
    for (rule, weight) in weights { charter.rules[rule].statedWeight = weight }
    return BruteForce.judge(action, by: charter)
  }

  /// 1.25, 15 and 16 as worked out by hand in the tests of tipping weights.
  @Test func theRulesThatTurnTheVerdictTheNearestFirst() {
    #expect(
      rules(SampleActions.oneStep) == """
        Cancel in one step is mixed, 49: 90 in 100 ways to weigh its 5 rules agree.
                                        weight   the verdict turns
        Leaving is as easy as joining      4     below 1.25   to against the customer
        We would let them watch            4     above 15     to against the customer
        The job gets easier                5     above 16     to against the customer
        No weight of the 2 other rules turns it. Weights run from 1 to 5.

        """)
    #expect(
      rules(SampleActions.oneStep, width: 40) == """
        Cancel in one step is mixed, 49: 90 in
          100 ways to weigh its 5 rules agree.
        Leaving is as easy as joining, weight 4
          below 1.25, to against the customer
        We would let them watch, weight 4
          above 15, to against the customer
        The job gets easier, weight 5
          above 16, to against the customer
        No weight of the 2 other rules turns it.
        Weights run from 1 to 5.

        """)
  }

  /// Two rules that say neither pull to 50 and turn it at 26.5 each: 40 is where 50 - 8.5 * 50 / W
  /// is 40, so at W = 42.5 instead of 19.
  @Test func neutralRulesPullToTheMiddle() {
    #expect(
      rules(SampleActions.phone) == """
        Phone to cancel is against the customer, 28: 99 in 100 ways to weigh its 5 rules
          agree.
                                        weight   the verdict turns
        Trouble is passed to nobody        3     at 26.5 or more   to mixed
        The years outweigh the quarter     3     at 26.5 or more   to mixed
        No weight of the 3 other rules turns it. Weights run from 1 to 5.

        """)
    #expect(
      rules(SampleActions.phone, width: 60) == """
        Phone to cancel is against the customer, 28: 99 in 100 ways
          to weigh its 5 rules agree.
                                weight   the verdict turns
        Trouble is passed to       3     at 26.5 or more, to mixed
        nobody
        The years outweigh the     3     at 26.5 or more, to mixed
        quarter
        No weight of the 3 other rules turns it. Weights run from 1
        to 5.

        """)
  }

  @Test func noRuleTurnsIt() {
    var action = SampleActions.phone
    action.statements.removeLast()
    #expect(
      rules(action) == """
        Phone to cancel is against the customer, 17: every way to weigh its 3 rules
          agrees.
        No weight of one rule alone turns the verdict. Weights run from 1 to 5.

        """)
    action.statements.removeSubrange(3...)
    #expect(
      rules(action) == """
        Phone to cancel is against the customer, 0: every weight of its only rule
          agrees.
                                        weight   the verdict turns
        Leaving is as easy as joining      4     at 0   no rule speaks
        Weights run from 1 to 5.

        """)
    #expect(
      freely(action) == """
        Phone to cancel is against the customer, 0: all weightings of its only rule
          agree.
          for the customer              none
          mixed                         none
          against the customer          all
        A rule may weigh anything here, from nothing to all there is, every mixture
        alike.

        """)
  }

  @Test func vetoedAndSilentHaveNothingToWeigh() {
    for text in [rules(SampleActions.countdown), freely(SampleActions.countdown)] {
      #expect(text == "Countdown timer is vetoed: no weight changes a veto.\n")
    }
    for text in [rules(SampleActions.paint), freely(SampleActions.paint)] {
      #expect(text == "No rule speaks about Repaint the office: there is nothing to weigh.\n")
    }
  }

  @Test func whatIsNotSettledIsWeighedAsTold() {
    let start = "Phone to cancel is, as told so far, against the customer, 28: "
    #expect(rules(SampleActions.openPhone, width: 120).hasPrefix(start + "99 in 100 ways"))
    #expect(freely(SampleActions.openPhone, width: 120).hasPrefix(start))
    let rule = RuleScreen.render(BruteForce.judge(SampleActions.openPhone), rule: 3, width: 80)
    #expect(
      rule.last?.plain == "weight  3. At 26.5 or more the verdict as told turns to mixed.")
  }

  @Test func allWeightings() {
    #expect(
      freely(SampleActions.oneStep) == """
        Cancel in one step is mixed, 49: 63 in 100 weightings of its 5 rules agree.
          for the customer              18 in 100
          mixed                         63 in 100
          against the customer          19 in 100
        A rule may weigh anything here, from nothing to all there is, every mixture
        alike.
        With weights from 1 to 5, 90 in 100 ways to weigh its 5 rules agree (weigh).

        """)
    #expect(
      freely(SampleActions.oneStep, width: 40) == """
        Cancel in one step is mixed, 49: 63 in
          100 weightings of its 5 rules agree.
          for the customer: 18 in 100
          mixed: 63 in 100
          against the customer: 19 in 100
        A rule may weigh anything here, from
        nothing to all there is, every mixture
        alike.
        With weights from 1 to 5, 90 in 100 ways
        to weigh its 5 rules agree (weigh).

        """)
  }

  // MARK: The sentence in the block Sure

  @Test func firmnessInItsFixedWords() {
    #expect(
      SureText.firmness(BruteForce.judge(SampleActions.phone))
        == "Firm: 99 in 100 ways to weigh its 5 rules say the same.")
    #expect(
      SureText.firmness(BruteForce.judge(SampleActions.oneStep))
        == "Leaning: 90 in 100 ways to weigh its 5 rules say the same.")
    #expect(SureText.firmness(BruteForce.judge(SampleActions.openPhone)) == nil)
    #expect(SureText.firmness(BruteForce.judge(SampleActions.paint)) == nil)
    #expect(
      SureText.firmness(BruteForce.judge(SampleActions.countdown))
        == "Firm: no weight changes a veto.")
  }

  @Test func onTheEdgeSaysHowNear() {
    #expect(
      SureText.firmness(judgement(SampleActions.oneStep, [0: 1]))
        == "On the edge: the score is 0.9 from the edge at 40, and 4 in 100 ways to weigh its 5"
        + " rules say the same.")
    #expect(
      SureText.firmness(judgement(SampleActions.oneStep, [0: 2]))
        == "On the edge: the score is 2.6 from the edge at 40, and 90 in 100 ways to weigh its 5"
        + " rules say the same.")
    // 2 for, and 1.5 and 0.5 against.
    var charter = SampleCharter.charter
    charter.rules[0].statedWeight = 2
    charter.rules[1].statedWeight = 3
    charter.rules[2].statedWeight = 1
    charter.declaredBands = [Band(name: "good", from: 5000), Band(name: "bad", from: 0)]
    #expect(
      SureText.firmness(BruteForce.judge(SampleActions.oneStep, by: charter))
        == "On the edge: the score is exactly 50, where a band begins, and 55 in 100 ways to"
        + " weigh its 5 rules say the same.")
  }

  @Test func thin() {
    var action = SampleActions.phone
    action.statements.removeSubrange(4...)
    #expect(
      SureText.firmness(BruteForce.judge(action))
        == "Thin: only 2 rules spoke, and every way to weigh its 2 rules says the same.")
    action.statements.removeSubrange(3...)
    #expect(
      SureText.firmness(BruteForce.judge(action))
        == "Thin: only 1 rule spoke, and every weight of its only rule says the same.")
  }

  // MARK: The weight of one rule

  @Test func aRuleSaysWhatOtherWeightsDo() {
    func last(_ judgement: Judgement, _ rule: Int) -> String? {
      RuleScreen.render(judgement, rule: rule, width: 80).last?.plain
    }
    let oneStep = BruteForce.judge(SampleActions.oneStep)
    #expect(
      last(oneStep, 1) == "weight  5. Above 16 the verdict turns to against the customer.")
    #expect(last(oneStep, 4) == "weight  3. No other weight of this rule alone turns the verdict.")
    #expect(last(oneStep, 5) == "weight  5")
    let vetoed = BruteForce.judge(SampleActions.countdown)
    #expect(last(vetoed, 6) == "weight  5. No weight changes a veto.")
    #expect(last(vetoed, 10) == "weight  0, since it only vetoes")
  }
}
