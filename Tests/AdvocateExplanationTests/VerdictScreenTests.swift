import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateExplanationSamples
import Testing

@Suite struct VerdictScreenTests {
  private func screen(
    _ action: Action, width: Int = 80, depth: VerdictScreen.Depth = .full
  ) -> String {
    VerdictScreen.render(BruteForce.judge(action), width: width, depth: depth).shown
  }

  @Test func settled() {
    #expect(
      screen(SampleActions.phone) == """
        Phone to cancel is AGAINST THE CUSTOMER: 28 of 100
        0 ├───────────────────●───────┼────────────┼───────────────────────────┤ 100
               against the customer   40   mixed   60     for the customer

        Sure    Settled: no open answer can change it. Firm: 99 in 100 ways to weigh its
                5 rules say the same. 3 of the 4 facts behind it: our guess.

        Why     points of weight, 19 of the charter's 38 in play
        against 4   of 4  Leaving is as easy as joining
                          effort to leave is a call, effort to join is one step
                          because they hired us for a job and may hire another tomorrow
        against 2.5 of 5  The job gets easier
                          moves the job is harder
                          because they came to get something done, and what we sell is
                          only the way there
        against 2   of 4  We would let them watch
                          would show customer is reluctantly
                          because a plan that is made for someone can be shown to that
                          someone
        neither 0   of 6  Trouble is passed to nobody and The years outweigh the quarter
                0 for, 8.5 against, of 19 in play:   50 + 50 × (0 − 8.5) ÷ 19 = 27.6

        Unknown Nothing that matters: 1 fact is only roughly known. 5 facts filled by:
                the rest is untouched

        """)
  }

  @Test func unsettled() {
    let lines = screen(SampleActions.openPhone).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.prefix(8).joined(separator: "\n") == """
        Phone to cancel is, as told so far, AGAINST THE CUSTOMER: 28 of 100
        0 ├─────────══════════●═══════╪═══════════─┼───────────────────────────┤ 100
               against the customer   40   mixed   60     for the customer

        Sure    Not settled: 5 facts are unsaid, 1 is only roughly known, and 6 of the
                charter's 11 rules wait for one of them. It could still be mixed or
                vetoed. 3 of the 4 facts behind it: our guess.

        """)
    #expect(
      lines.suffix(6).joined(separator: "\n") == """

        Unknown Unheard: 19 of the charter's 38 points. The score could still be 14 to
                57. 2 rules could still veto: No deceit for a signature and Never on a
                craving.
                Does it change nothing else? Then type:  the rest is untouched

        """)
  }

  @Test func vetoed() {
    #expect(
      screen(SampleActions.countdown) == """
        Countdown timer is VETOED

        Veto    No deceit for a signature
                true as told is a false picture
                because a yes to a false picture was never given to us
                No score lifts a veto. Without it: 6 of 100, against the customer.

        Sure    Settled: no open answer can change it. Firm: no weight changes a veto.
                All 5 facts behind it: our guess.

        Why     points of weight, 24 of the charter's 38 in play
        veto    5   of 5  No deceit for a signature
        against 5   of 5  Respected instead of used
                          would feel is used
                          because people come back to those who respect them
        against 4   of 4  We would let them watch
                          would show customer is never
                          because a plan that is made for someone can be shown to that
                          someone
        against 4   of 4  No weakness exploited: weakness used is hurry
        against 3   of 3  Help them to their own yes: method is pressures
        neither 0   of 3  The years outweigh the quarter and Never on a craving
                0 for, 21 against, of 24 in play:   50 + 50 × (0 − 21) ÷ 24 = 6.3

        Unknown Nothing that matters. 4 facts filled by: the rest is untouched

        """)
  }

  @Test func silent() {
    #expect(
      screen(SampleActions.paint) == """
        No rule speaks about Repaint the office: no verdict, and no score.
                As told, it touches nobody we serve. That is neither a yes nor a no.

        Sure    Settled: no open answer can change it. None of the charter's 38 points
                is in play.

        Unknown Nothing that matters. 10 facts filled by: the rest is untouched

        """)
  }

  @Test func silentSoFar() {
    var action = SampleActions.paint
    action.statements.append(
      Statement(
        fact: SampleCharter.Fact.truth.rawValue, content: .unsaid, evidence: nil,
        location: SourceLocation()))
    #expect(
      screen(action) == """
        So far no rule speaks about Repaint the office: no verdict, and no score.
                What is told puts no rule in play. That is neither a yes nor a no.

        Sure    Not settled: 1 fact is unsaid, and 1 of the charter's 11 rules waits for
                it. It could still be for the customer, mixed or vetoed. None of the
                charter's 38 points is in play.

        Unknown Unheard: 5 of the charter's 38 points. The score could still be 0 to
                100. 1 rule could still veto: No deceit for a signature. 9 facts filled
                by: the rest is untouched

        """)
  }

  @Test func twoVetoesAreBothToldBeforeAnyNumber() {
    var action = SampleActions.countdown
    action.statements[1].content = .value(.levels(0b110))
    #expect(
      screen(action).hasPrefix(
        """
        Countdown timer is VETOED

        Veto    No deceit for a signature
                true as told is a false picture
                because a yes to a false picture was never given to us
                Never on a craving
                weakness used is hurry, craving
                because a craving is not a wish
                No score lifts a veto. Without them: 6 of 100, against the customer.

        Sure    Settled: no open answer can change it. Firm: no weight changes a veto.
                All 5 facts behind it: our guess.

        Why     points of weight, 24 of the charter's 38 in play
        veto    5   of 5  No deceit for a signature
        veto    0   of 0  Never on a craving
        against 5   of 5  Respected instead of used
                          would feel is used
                          because people come back to those who respect them
        against 4   of 4  We would let them watch: would show customer is never

        """))
  }

  @Test func settledOnANarrowPage() {
    #expect(
      screen(SampleActions.phone, width: 40) == """
        Phone to cancel is
        AGAINST THE CUSTOMER: 28 of 100
        0 ├─────────●──┼──────┼────────────┤ 100
              against  40     60    for

        Sure  Settled: no open answer can change
        it. Firm: 99 in 100 ways to weigh its 5
        rules say the same. 3 of the 4 facts
        behind it: our guess.

        Why  points of weight, 19 of the
        charter's 38 in play
        against 4   of 4
          Leaving is as easy as joining
          effort to leave is a call, effort to
          join is one step
          because they hired us for a job and
          may hire another tomorrow
        against 2.5 of 5
          The job gets easier
          moves the job is harder
          because they came to get something
          done, and what we sell is only the way
          there
        against 2   of 4
          We would let them watch
          would show customer is reluctantly
          because a plan that is made for
          someone can be shown to that someone
        neither 0   of 6  2 rules (why)
        0 for, 8.5 against, of 19 in play
        50 + 50 × (0 − 8.5) ÷ 19 = 27.6

        Unknown  Nothing that matters: 1 fact is
        only roughly known. 5 facts filled by:
        the rest is untouched

        """)
  }

  @Test func unsettledOnANarrowPage() {
    let text = screen(SampleActions.openPhone, width: 40)
    #expect(
      text.hasPrefix(
        """
        Phone to cancel is, as told so far,
        AGAINST THE CUSTOMER: 28 of 100
        0 ├────═════●══╪══════┼────────────┤ 100
              against  40     60    for

        Sure  Not settled: 5 facts are unsaid, 1
        is only roughly known, and 6 of the
        charter's 11 rules wait for one of them.
        It could still be mixed or vetoed. 3 of
        the 4 facts behind it: our guess.

        """))
    #expect(
      text.hasSuffix(
        """

        Unknown  Unheard: 19 of the charter's 38
        points. The score could still be 14 to
        57. 2 rules could still veto: No deceit
        for a signature and Never on a craving.
        Does it change nothing else? Then type:
        the rest is untouched

        """))
  }

  @Test func vetoedOnANarrowPage() {
    #expect(
      screen(SampleActions.countdown, width: 40).hasPrefix(
        """
        Countdown timer is VETOED

        Veto  No deceit for a signature
        true as told is a false picture
        because a yes to a false picture was
        never given to us
        No score lifts a veto. Without it: 6 of
        100, against the customer.

        Sure  Settled: no open answer can change
        it. Firm: no weight changes a veto. All
        5 facts behind it: our guess.

        Why  points of weight, 24 of the
        charter's 38 in play
        veto    5   of 5
          No deceit for a signature
        against 5   of 5
          Respected instead of used
          would feel is used

        """))
  }

  @Test func onANarrowPageEveryRuleKeepsItsFacts() {
    #expect(
      screen(SampleActions.countdown, width: 40).contains(
        """
        against 4   of 4
          No weakness exploited: weakness used
          is hurry
        against 3   of 3
          Help them to their own yes: method is
          pressures
        neither 0   of 3  2 rules (why)
        0 for, 21 against, of 24 in play
        50 + 50 × (0 − 21) ÷ 24 = 6.3

        """))
  }

  @Test func oneSentence() {
    #expect(
      screen(SampleActions.phone, depth: .sentence)
        == "Phone to cancel is against the customer: 28 of 100\n")
    var action = SampleActions.countdown
    action.dropped = [DroppedLine(line: SourceLine(text: "metod is helps"), fact: nil)]
    #expect(
      screen(action, depth: .sentence) == "Countdown timer is vetoed (1 line of it was left out)\n")
  }

  @Test func shortTellsNoRuleInFull() {
    let text = screen(SampleActions.phone, depth: .short)
    #expect(text.contains("against 2.5 of 5  The job gets easier: moves the job is harder\n"))
    #expect(!text.contains("because"))
    #expect(text.contains("= 27.6"))
  }

  @Test func verdictWordsCarryTheirTone() {
    let lines = VerdictScreen.render(BruteForce.judge(SampleActions.phone), width: 80)
    let words = lines[0].runs.filter { $0.style == .verdict(.adverse) }.map(\.text)
    #expect(words == ["AGAINST THE CUSTOMER"])
    #expect(lines[0].runs.first?.style == .bold)
    let veto = VerdictScreen.render(BruteForce.judge(SampleActions.countdown), width: 80)
    #expect(veto[0].runs.last?.text == "VETOED")
    #expect(veto[0].runs.last?.style == .verdict(.vetoed))
  }
}
