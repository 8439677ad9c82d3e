import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateExplanationSamples
import Testing

@Suite struct CatalogueTests {
  private let charter = SampleCharter.charter

  @Test func listsActions() {
    let actions = [
      SampleActions.phone, SampleActions.openPhone, SampleActions.countdown, SampleActions.paint,
    ].map { BruteForce.judge($0) }
    #expect(
      CatalogueScreens.actions(actions, width: 90).shown == """
        1  Phone to cancel                  6 facts    against the customer, 28
        2  Phone to cancel                  6 facts    against the customer, 28, as told so far
        3  Countdown timer                  7 facts    vetoed
        4  Repaint the office               1 fact     no rule speaks

        """)
    #expect(
      CatalogueScreens.actions([], width: 80).shown
        == "There is no action yet. To begin:  action NAME\n")
  }

  @Test func listsRulesByLens() {
    var charter = charter
    charter.rules[10].reason = nil
    charter.rules[1].lens = nil
    #expect(
      CatalogueScreens.rules(charter, width: 60).shown == """
        service: 3 rules, 12 points, 1 more not used
         4  Trouble is passed to nobody                   weight 3
         6  No deceit for a signature                     weight 5
         8  No weakness exploited                         weight 4
        11  Never on a craving                            not used

        independence: 2 rules, 7 points
         1  Leaving is as easy as joining                 weight 4
         9  Help them to their own yes                    weight 3

        partnership: 4 rules, 14 points
         3  We would let them watch                       weight 4
         5  The years outweigh the quarter                weight 3
         7  Respected instead of used                     weight 5
        10  A fair gain per head                          weight 2

        no lens: 1 rule, 5 points
         2  The job gets easier                           weight 5

        """)
  }

  @Test func listsFactsWithTheirKinds() {
    let text = CatalogueScreens.facts(charter, width: 80).shown
    #expect(text.hasPrefix(" 1  job                         text\n"))
    #expect(
      text.contains(
        """
         2  effort to join              scale one step, few steps, a form, a call, a
                                        struggle

        """))
    #expect(
      text.contains(
        " 8  gain per head               computed gain this quarter / customers touched\n"))
    #expect(text.contains("11  weakness used               any of nothing, hurry, craving\n"))
  }

  @Test func showsOneFact() {
    #expect(
      CatalogueScreens.fact(charter, 2, width: 80).shown == """
        effort to leave: What does leaving take?
                a scale, from low to high:
                1  one step             one click, no reason asked
                2  few steps
                3  a form
                4  a call               somebody has to be talked round
                5  a struggle
                kind deed
        Read by Leaving is as easy as joining

        """)
  }

  @Test func aFactIsReadThroughWhatIsWorkedOutFromIt() {
    let touched = CatalogueScreens.fact(charter, SampleCharter.Fact.touched.rawValue, width: 80)
    #expect(touched.shown.hasSuffix("kind given\nRead by A fair gain per head\n"))
    let job = CatalogueScreens.fact(charter, SampleCharter.Fact.job.rawValue, width: 80)
    #expect(job.shown.hasSuffix("kind given, first, must be said\nRead by no rule\n"))
  }

  @Test func showsOneRuleAsItsLines() {
    #expect(
      CanonicalLines.rule(0, of: charter) == [
        "rule Leaving is as easy as joining", "lens independence", "weight 4",
        "for when effort to leave is one step",
        "leans for when effort to leave is at most few steps and effort to leave is at most"
          + " effort to join",
        "leans against when effort to leave is a call",
        "against when effort to leave is more than effort to join",
        "against when effort to leave is a struggle",
        "because they hired us for a job and may hire another tomorrow",
        "source Your Customers Don't Actually Belong To You",
      ])
    #expect(
      CatalogueScreens.rule(charter, 10, width: 80).shown == """
        rule Never on a craving
          lens service
          veto when weakness used includes craving
          because a craving is not a wish
        Its weight is 0, since it only vetoes.

        """)
  }

  @Test func writesExpressionsWithTheBracketsTheyNeed() {
    var charter = Charter(name: "sums")
    charter.facts = ["a", "b", "c"].map {
      var fact = FactDeclaration(name: $0, location: SourceLocation())
      fact.kind = .money
      return fact
    }
    func text(_ expression: Expression) -> String? {
      var fact = FactDeclaration(name: "d", location: SourceLocation())
      fact.kind = .computed(expression)
      var extended = charter
      extended.facts.append(fact)
      return CanonicalLines.kind(ofFact: 3, in: extended)
    }
    let (a, b, c) = (Expression.fact(0), Expression.fact(1), Expression.fact(2))
    #expect(text(.operation(.multiply, a, .operation(.subtract, b, c))) == "computed a * (b - c)")
    #expect(text(.operation(.subtract, a, .operation(.subtract, b, c))) == "computed a - (b - c)")
    #expect(text(.operation(.subtract, .operation(.subtract, a, b), c)) == "computed a - b - c")
    #expect(text(.operation(.add, .operation(.multiply, a, b), c)) == "computed a * b + c")
    #expect(text(.operation(.divide, .operation(.add, a, b), c)) == "computed (a + b) / c")
    #expect(text(.operation(.add, a, .operation(.divide, b, c))) == "computed a + b / c")
  }

  @Test func summarisesTheCharter() {
    #expect(
      CatalogueScreens.charterSummary(charter, width: 80).shown == """
        sample: 11 rules, 38 points, 12 facts; money in EUR

        Verdicts
                for the customer                from 60
                mixed                           from 40
                against the customer            from 0
                vetoed                          whatever the score

        Lenses
                service                         4 rules, 12 points
                success                         1 rule, 5 points
                independence                    2 rules, 7 points
                partnership                     4 rules, 14 points

        """)
  }
}
