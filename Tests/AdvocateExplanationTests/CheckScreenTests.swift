import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import Testing

/// What `check` and coverage look like.
struct CheckScreenTests {
  private static let script = """
    charter Small shop
      verdict fine from 50
      verdict poor from 0
    fact hours
      number of hours
    rule Quick help
      weight 2
      for when hours is less than 5
      against when hours is more than 2
      because their time is dear
    """

  private func charter(_ script: String) -> Charter {
    var workspace = Workspace(charter: Charter(name: "none"), usedAs: "none")
    for (place, text) in script.split(separator: "\n").enumerated() {
      let line = SourceLine(file: "shop", number: place + 1, text: String(text))
      _ = workspace.read(line, isTyped: false)
    }
    return workspace.charter
  }

  private func plain(_ lines: [StyledText]) -> String {
    OutputStyle(width: 72).render(lines)
  }

  @Test func findingsStandWithTheirLineAndACase() {
    let charter = charter(Self.script)
    let check = CharterCheck(Program(charter))
    #expect(
      plain(CheckScreen.render(check, of: charter, width: 72)) == """
        shop, line 9   (explain 102)
          against when hours is more than 2
        Quick help can speak both ways at once: "for when hours is less than 5"
        holds together with "against when hours is more than 2", and then the
        rule speaks against.
        Let one of the lines exclude the other. Both hold here:
          action A case for Quick help
            hours is 4
            the rest is untouched

        Small shop: 1 rule, 2 lines and 1 fact checked, 1 warning.

        """)
  }

  @Test func nothingToMendTakesOneLine() {
    let charter = charter(
      Self.script.replacing("less than 5", with: "at most 2"))
    let check = CharterCheck(Program(charter))
    #expect(
      plain(CheckScreen.render(check, of: charter, width: 72))
        == "Small shop: 1 rule, 2 lines and 1 fact checked, nothing to mend.\n")
  }

  @Test func everyFindingIsWorded() {
    let charter = charter(Self.script)
    let contents: [CharterFinding.Content] = [
      .ruleNeverSpeaks(rule: 0), .lineNeverHolds(rule: 0, line: 0),
      .bothSidesHold(rule: 0, pro: 0, contra: 1, more: 2), .rulesSpeakAlike(rule: 0, earlier: 0),
      .thresholdWithoutEffect(fact: 0, number: Number(2), rule: 0, line: 1),
      .factUnread(fact: 0), .verdictOutOfReach(band: 0),
      .ruleTooLarge(rule: 0, isSampled: true), .ruleTooLarge(rule: 0, isSampled: false),
      .pairTooLarge(rule: 0, earlier: 0), .tooManyPairs(rule: 0),
      .ruleOneSided(rule: 0, isFor: true),
    ]
    for content in contents {
      let diagnostic = CharterFinding(content: content).diagnostic(in: charter)
      #expect(!diagnostic.sentences.isEmpty)
      #expect(CharterFinding.allIDs.contains(diagnostic.id))
    }
  }

  @Test func coverageAddsUp() {
    let charter = charter(Self.script)
    let program = Program(charter)
    let coverage = Coverage(of: [Judge(program).judge(.doNothing)], by: program)
    #expect(
      plain(CoverageScreen.summary(coverage, width: 72)) == """
        Tried so far: 0 of 1 rule, in 0 of their 2 ways.
        The heaviest not tried: Quick help.

        """)
    #expect(
      plain(CoverageScreen.render(coverage, cases: coverage.cases(limit: 1), width: 72)) == """
        Coverage of Small shop: 0 of 1 rule tried, 0%
          ways of the rules  0 of  2    0%
          verdicts           1 of  3   33%
          sides of numbers   0 of  6    0%
          together           1 of 11    9%
        The heaviest not tried: Quick help.

        Not tried (with the lines in which it stands)
          shop:6 Quick help: for (8), against (9)
          hours beside 5: below, on, above
          hours beside 2: below, on, above
          verdicts: fine, poor

        To paste: each tries something new; the expectation says what is so
        today.

        action A case for the verdict fine
          hours is 1
          the rest is untouched
        expect A case for the verdict fine
          verdict is fine

        """)
  }
}
