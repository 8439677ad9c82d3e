import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateExplanationSamples
import Testing

@Suite struct NoticeTests {
  private func lines(_ judgement: Judgement) -> [String] {
    VerdictScreen.render(judgement, width: 80).map(\.plain)
  }

  @Test func aLineThatWasLeftOutComesBeforeTheVerdict() {
    var action = SampleActions.phone
    action.dropped = [
      DroppedLine(
        line: SourceLine(file: "cancel.advocate", number: 9, text: "metod is helps"), fact: 11)
    ]
    let lines = lines(BruteForce.judge(action))
    #expect(
      lines[0]
        == "1 line of this action was left out: cancel.advocate, line 9: metod is helps; the")
    #expect(lines[1] == "  verdict does not count it.")
    #expect(lines[2] == "")
    #expect(lines[3].hasPrefix("Phone to cancel is AGAINST THE CUSTOMER"))
  }

  @Test func manyLinesThatWereLeftOutAreCounted() {
    var action = SampleActions.phone
    action.dropped = (1...4).map {
      DroppedLine(line: SourceLine(number: $0, text: "line \($0)"), fact: nil)
    }
    let judgement = BruteForce.judge(action)
    #expect(lines(judgement)[0].hasPrefix("4 lines of this action were left out; the verdict"))
    let account = AccountScreen.render(judgement, width: 80).shown
    for number in 1...4 { #expect(account.contains("line \(number): line \(number);")) }
  }

  @Test func aFewLinesThatWereLeftOutAreNamed() {
    var action = SampleActions.phone
    action.dropped = ["metod is helps", "no  such   line"].map {
      DroppedLine(line: SourceLine(text: $0), fact: nil)
    }
    let lines = lines(BruteForce.judge(action))
    #expect(
      lines[0] == "2 lines of this action were left out; the verdict counts none of them:")
    #expect(lines[1...3] == ["  metod is helps", "  no such line", ""])
  }

  @Test func otherScreensTellWhichActionsLackLines() {
    func judgements(_ dropped: [Int]) -> [Judgement] {
      dropped.enumerated().map { place, count in
        var action = SampleActions.phone
        action.name = "Plan \(place + 1)"
        action.dropped = (0..<count).map {
          DroppedLine(line: SourceLine(text: "line \($0)"), fact: nil)
        }
        return BruteForce.judge(action)
      }
    }
    func told(_ dropped: [Int]) -> String? { LeftOutText.of(judgements(dropped))?.plain }
    #expect(told([]) == nil)
    #expect(told([0, 0]) == nil)
    #expect(
      told([0, 1]) == "1 line of Plan 2 was left out and not counted here; why Plan 2 names it.")
    #expect(
      told([3, 0])
        == "3 lines of Plan 1 were left out and not counted here; why Plan 1 names them.")
    let ending = "were left out and not counted here; why Plan 1 names those of the first."
    #expect(told([1, 1, 2]) == "4 lines of Plan 1, Plan 2 and Plan 3 \(ending)")
    #expect(told([1, 1, 1, 1]) == "4 lines of Plan 1, Plan 2, Plan 3 and 1 other action \(ending)")
    #expect(told([1, 1, 1, 1, 1, 0])?.contains("and 2 other actions were") == true)
  }

  @Test func whatMustBeSaidIsAskedFor() {
    var action = SampleActions.phone
    action.statements.removeFirst()
    let text = VerdictScreen.render(BruteForce.judge(action), width: 80).shown
    #expect(
      text.contains(
        """

        Notice  job must be said and is not. The question: What are these customers
                trying to get done?

        Sure    Settled
        """))
  }

  @Test func rulesOutOfUseAreCountedAndNamedInWhy() {
    var charter = SampleCharter.charter
    charter.rules[5].reason = nil
    charter.rules[6].clauses = []
    charter.rules[7].dropped = [SourceLine(text: "weight 10")]
    let judgement = BruteForce.judge(SampleActions.phone, by: charter)
    let text = VerdictScreen.render(judgement, width: 80).shown
    #expect(text.contains("Notice  2 rules of the charter are not used (why names them).\n"))
    #expect(text.contains("        1 rule of the charter is incomplete (why names it).\n"))
    #expect(text.contains("19 of the charter's 28 in play"))
    let account = AccountScreen.render(judgement, width: 80).shown
    #expect(account.contains("No deceit for a signature is not used: it has no reason.\n"))
    #expect(account.contains("Respected instead of used is not used: it has no when line.\n"))
    #expect(account.contains("No weakness exploited is incomplete: a line was left out.\n"))
  }

  @Test func aBoundSaysAtMost() {
    var judgement = BruteForce.judge(SampleActions.openPhone)
    judgement.uncertainty.isExact = false
    judgement.uncertainty.shares = []
    let text = VerdictScreen.render(judgement, width: 80).shown.replacing("\n        ", with: " ")
    #expect(text.contains("It could at most still be mixed or vetoed."))
    #expect(text.contains("The score could at most still be 14 to 57."))
    #expect(Notice.all(judgement).map(\.code) == [.bound])
    #expect(!AccountScreen.render(judgement, width: 80).shown.contains("in 100"))
  }

  @Test func aVerdictWithNothingToNoticeHasNone() {
    #expect(Notice.all(BruteForce.judge(SampleActions.phone)).isEmpty)
  }
}
