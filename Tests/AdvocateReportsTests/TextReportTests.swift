import AdvocateExplanation
import AdvocateExplanationSamples
import AdvocateReports
import Testing

@Suite struct TextReportTests {
  private let judgements = [SampleActions.phone, SampleActions.openPhone, SampleActions.paint]
    .map { BruteForce.judge($0) }

  @Test func oneLineAnActionWithoutExplanation() {
    #expect(
      TextReport.render(judgements, width: 80, explain: .none).shown == """
        Phone to cancel is against the customer: 28 of 100
        Phone to cancel is, as told so far, against the customer: 28 of 100
        No rule speaks about Repaint the office: no verdict, and no score.

        """)
  }

  @Test func screensArePartedByOneEmptyLine() {
    let screens = judgements.map { VerdictScreen.render($0, width: 80).shown }
    #expect(
      TextReport.render(judgements, width: 80, explain: .full).shown
        == screens.joined(separator: "\n"))
    #expect(TextReport.render([], width: 80).isEmpty)
  }

  @Test func shortTakesTheShortScreens() {
    let text = TextReport.render(judgements, width: 80, explain: .short).shown
    #expect(!text.contains("because"))
    #expect(text.contains("= 27.6"))
  }
}
