import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import Testing

@Suite struct ScoreTextTests {
  /// Half points of balance, weights in play, the score as shown, and as the sum line shows it.
  static let scores: [(balance: Int, inPlay: Int, whole: String, precise: String)] = [
    (-17, 19, "28", "27.6"),
    (0, 7, "50", "50"),
    (2, 1, "100", "100"),
    (-2, 1, "0", "0"),
    // 62.5 and 37.5: halves go up.
    (1, 2, "63", "62.5"),
    (-1, 2, "38", "37.5"),
    // 59.68 would round to the 60 at which another verdict starts; so would 39.74 to 40.
    (12, 31, "59.7", "59.7"),
    (-16, 39, "39.7", "39.7"),
    // 59.96 needs the second decimal, in the sum line too.
    (249, 625, "59.96", "59.96"),
    // On the edge itself, and a little above it, a whole number is on the right side.
    (2, 5, "60", "60"),
    (13, 32, "60", "60.2"),
    (-2, 5, "40", "40"),
    // Not exactly 50, so that the sum line keeps its decimal.
    (1, 1000, "50", "50.0"),
  ]

  @Test(arguments: scores) func showsScores(
    balance: Int, inPlay: Int, whole: String, precise: String
  ) {
    let score = Score(balance: balance, inPlay: inPlay)
    #expect(ScoreText.whole(score, bands: Charter.usualBands) == whole)
    #expect(ScoreText.precise(score, bands: Charter.usualBands) == precise)
  }

  @Test func neverStandsOnTheWrongSideOfAnEdge() {
    let bands = [6000, 5950, 4040, 4000, 0].map { Band(name: "\($0)", from: $0) }
    for inPlay in 1...60 {
      for balance in (-2 * inPlay)...(2 * inPlay) {
        let score = Score(balance: balance, inPlay: inPlay)
        let shown = ScoreText.whole(score, bands: bands)
        let parts = shown.split(separator: ".")
        let number = Number(
          whole: parts[0], fraction: parts.count > 1 ? parts[1] : "", isNegative: false)
        let hundredths = (number ?? Number(-1)) * Number(100)
        for band in bands {
          #expect(
            (hundredths >= Number(band.from)) == score.isAtLeast(hundredths: band.from),
            "\(balance) over \(inPlay) is shown as \(shown)")
        }
      }
    }
  }

  @Test func oddEdgesTakeDecimalsToo() {
    let bands = [Band(name: "good", from: 6040), Band(name: "bad", from: 0)]
    // 60.41 is above the edge, and 60 would not be; 60.37 is below it, and 60.4 would not be.
    #expect(ScoreText.whole(Score(balance: 1041, inPlay: 2500), bands: bands) == "60.4")
    #expect(ScoreText.whole(Score(balance: 1037, inPlay: 2500), bands: bands) == "60")
    #expect(ScoreText.precise(Score(balance: 1037, inPlay: 2500), bands: bands) == "60.37")
    #expect(ScoreText.edge(hundredths: 6040) == "60.4")
    #expect(ScoreText.edge(hundredths: 6005) == "60.05")
    #expect(ScoreText.edge(hundredths: 4000) == "40")
  }

  @Test(arguments: [
    (8, "4"), (5, "2.5"), (1, "0.5"), (0, "0"), (-5, "−2.5"), (-8, "−4"), (42, "21"),
  ])
  func showsPoints(halves: Int, text: String) {
    #expect(ScoreText.points(halves: halves) == text)
  }

  @Test func showsRanges() {
    let bands = Charter.usualBands
    func score(_ hundredths: Int) -> Score { Score(balance: (hundredths - 5000) / 25, inPlay: 100) }
    #expect(ScoreText.range(score(6700)...score(7700), bands: bands) == "67 to 77")
    #expect(ScoreText.range(score(6700)...score(6700), bands: bands) == "67")
    // Whole numbers would read alike, so that the decimal parts them.
    #expect(ScoreText.range(score(6675)...score(6725), bands: bands) == "66.8 to 67.3")
  }

  @Test(arguments: [
    (1.0, "all"), (0.9999, "more than 99 in 100"), (0.994, "99 in 100"), (0.63, "63 in 100"),
    (0.006, "1 in 100"), (0.004, "fewer than 1 in 100"), (0.0, "none"),
  ])
  func showsShares(share: Double, text: String) {
    #expect(ScoreText.share(share) == text)
  }

  @Test func sharesOfOneWholeAddUp() {
    // Each alone would round to 34, 34 and 33, which is 101.
    #expect(ScoreText.shares([0.336, 0.336, 0.328]) == ["34 in 100", "33 in 100", "33 in 100"])
    #expect(ScoreText.shares([1, 0]) == ["all", "none"])
    #expect(ScoreText.shares([0.998, 0.002]) == ["more than 99 in 100", "fewer than 1 in 100"])
  }

  @Test func oneStyleHasNoGaps() {
    let wrapped = TextLayout.wrap("is \(bold: "against the customer")", width: 40)
    let text = OutputStyle(width: 40, isStyled: true).render(wrapped[0])
    #expect(text == "is \u{1B}[1magainst the customer\u{1B}[0m")
  }
}
