import AdvocateCharter
import AdvocateEvaluation
import Testing

@testable import AdvocateExplanation

@Suite struct ScoreBarTests {
  private func bar(
    _ score: Score, bands: [Band] = Charter.usualBands, width: Int = 80,
    range: ClosedRange<Score>? = nil
  ) -> [String] {
    ScoreBar(score: score, range: range, bands: bands, width: width).lines
  }

  private func score(_ hundredths: Int) -> Score {
    Score(balance: (hundredths - 5000) / 25, inPlay: 100)
  }

  @Test func theDotStaysOnItsSideOfAnEdge() {
    // 59.75 falls on the place of the edge at 60, and stands left of it.
    #expect(bar(score(5975))[0].contains("●┼"))
    #expect(bar(score(6025))[0].contains("┼●"))
    // Exactly on the edge it stands on the edge.
    let onEdge = bar(score(6000))[0]
    #expect(onEdge.count { $0 == "┼" } == 1)
    #expect(onEdge.prefix { $0 != "●" }.count == 43)
  }

  @Test func bothEndsAreReached() {
    #expect(bar(score(0))[0].hasPrefix("0 ├●"))
    #expect(bar(score(10_000))[0].hasSuffix("●┤ 100"))
  }

  @Test func theRangeCoversTheDotAndTheEdges() {
    let line = bar(score(5000), range: score(2000)...score(9000))[0]
    #expect(
      line == "0 ├─────────────══════════════╪══════●═════╪════════════════════───────┤ 100")
  }

  @Test func anyNumberOfBandsIsDrawn() {
    let one = bar(score(5000), bands: [Band(name: "fine", from: 0)])
    #expect(!one[0].contains("┼"))
    #expect(one[1].contains("fine"))
    let five = [
      Band(name: "great", from: 8000), Band(name: "good", from: 6000),
      Band(name: "fair", from: 4000), Band(name: "poor", from: 2050), Band(name: "bad", from: 0),
    ]
    #expect(
      bar(score(5000), bands: five) == [
        "0 ├──────────────┼────────────┼──────●─────┼─────────────┼─────────────┤ 100",
        "         bad     20.5   poor  40    fair   60    good    80    great",
      ])
  }

  @Test(arguments: [20, 21, 30, 40, 59, 60, 80, 200]) func noLineIsWiderThanAsked(width: Int) {
    for hundredths in stride(from: 0, through: 10_000, by: 25) {
      for line in bar(score(hundredths), width: width) { #expect(line.count <= width) }
    }
  }
}
