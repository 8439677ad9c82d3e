import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateExplanationSamples
import Testing

@Suite struct OtherScreensTests {
  private static let judgedPhone = BruteForce.judge(SampleActions.phone)
  private static let judgedOpenPhone = BruteForce.judge(SampleActions.openPhone)
  private var phone: Judgement { Self.judgedPhone }
  private var openPhone: Judgement { Self.judgedOpenPhone }

  // MARK: why

  @Test func accountOfAnOpenAction() {
    let text = AccountScreen.render(openPhone, width: 80).shown
    #expect(
      text.hasPrefix(
        """
        Phone to cancel: 3 rules spoke, 2 said neither, 6 are not in play.

        Spoke                                                  evidence
        against 4   of 4  Leaving is as easy as joining
                          effort to leave is a call            mystery calls in October
                          effort to join is one step           our guess
                          because they hired us for a job and may hire another tomorrow

        """))
    #expect(
      text.hasSuffix(
        """

        Said neither
        neither 0   of 3  Trouble is passed to nobody
        neither 0   of 3  The years outweigh the quarter

        Open    6 rules wait for an answer: 19 of the charter's 38 points.
                No deceit for a signature: true as told
                Respected instead of used: would feel
                No weakness exploited: weakness used
                Help them to their own yes: method
                A fair gain per head: gain this quarter, customers touched
                Never on a craving: weakness used
                2 rules could still veto: No deceit for a signature and Never on a
                craving.

        Not in play
                service                         3 rules, 9 points
                independence                    1 rule, 3 points
                partnership                     2 rules, 7 points
                Every one by its name:  why all

        Not settled: of the possible answers, so many end in:
                mixed                           15 in 100
                against the customer            58 in 100
                vetoed                          27 in 100
                The score could still be 14 to 57, by the answers to: gain this quarter,
                customers touched, true as told, would feel and 2 more facts (why all
                names them).

        """))
  }

  @Test func accountOfEverythingNamesEveryRule() {
    for judgement in [phone, openPhone] {
      let text = AccountScreen.render(judgement, width: 80, everything: true).shown
      for rule in judgement.charter.rules { #expect(text.contains(rule.name)) }
    }
    let text = AccountScreen.render(phone, width: 80, everything: true).shown
    #expect(
      text.contains(
        """
                partnership                     2 rules, 7 points
                  Respected instead of used                                 5 points
                  A fair gain per head                                      2 points

        """))
    #expect(text.hasSuffix("\nSettled: no open answer can change the verdict.\n"))
  }

  // MARK: what if

  @Test func whatIfShowsOnlyWhatDiffers() {
    let then = BruteForce.judge(SampleActions.oneStep)
    #expect(
      WhatIfScreen.render(now: phone, then: then, changed: [2], width: 80).shown == """
                                        now                       what if
        effort to leave                 a call                    one step
        verdict                         against the customer      mixed
        score                           28                        49
        Leaving is as easy as joining   against 4                 for 4
        for, against, in play           0, 8.5, 19                4, 4.5, 19
        The other 4 rules say the same. Nothing is changed yet:  keep  or  drop

        """)
    let narrow = WhatIfScreen.render(now: phone, then: then, changed: [2], width: 40).shown
    #expect(
      narrow.hasPrefix(
        """
        effort to leave
          now      a call
          what if  one step
        verdict
          now      against the customer
          what if  mixed

        """))
  }

  @Test func whatIfWithoutAnyDifferenceSaysSo() {
    let text = WhatIfScreen.render(now: phone, then: phone, changed: [], width: 80).shown
    #expect(text.contains("All 5 rules say the same. Nothing is changed yet:  keep  or  drop\n"))
    #expect(!text.contains("in play"))
  }
}
