import AdvocateAnalysis
import AdvocateCharter
import Testing

/// Scores that were worked out by hand.
struct CalibrationTests {
  private func prediction(_ sure: Int?, _ cameTrue: Bool) -> RevealedPrediction {
    RevealedPrediction(said: "mixed", sure: sure, found: cameTrue ? "mixed" : "vetoed")
  }

  private func hundredths(_ value: Int) -> Number? { Number(value).divided(by: Number(100)) }

  @Test func onePredictionIsScoredByItsDistance() {
    // 0.3 x 0.3, 0.7 x 0.7, 0.1 x 0.1, 0.9 x 0.9, 0.5 x 0.5 whatever comes.
    #expect(prediction(70, true).score == hundredths(9))
    #expect(prediction(70, false).score == hundredths(49))
    #expect(prediction(90, true).score == hundredths(1))
    #expect(prediction(90, false).score == hundredths(81))
    #expect(prediction(50, true).score == hundredths(25))
    #expect(prediction(50, false).score == hundredths(25))
    #expect(prediction(99, false).score == Number(9801).divided(by: Number(10_000)))
    #expect(prediction(nil, true).score == nil)
  }

  @Test func severalAreScoredByTheirMean() {
    let calibration = Calibration(
      of: [
        prediction(70, true), prediction(72, false), prediction(90, true), prediction(95, true),
        prediction(50, false), prediction(nil, false),
      ])
    #expect(calibration.uncounted == 1)
    #expect(calibration.all.count == 5)
    #expect(calibration.all.cameTrue == 3)
    // (70 + 72 + 90 + 95 + 50) / 5 = 377 / 5; 3 of 5 are 60 in 100.
    #expect(calibration.all.meanSureness == Number(377).divided(by: Number(5)))
    #expect(calibration.all.percentTrue == Number(60))
    // 900 + 5184 + 100 + 25 + 2500 = 8709 ten-thousandths, over 5.
    #expect(calibration.all.score == Number(8709).divided(by: Number(50_000)))
    let groups = calibration.groups
    #expect(groups.map(\.sureness) == [50...59, 70...79, 90...99])
    #expect(groups.map(\.count) == [1, 2, 2])
    #expect(groups.map(\.cameTrue) == [0, 1, 2])
    #expect(groups[1].meanSureness == Number(71))
    // (25 + 100) / 20,000.
    #expect(groups[2].score == Number(125).divided(by: Number(20_000)))
  }

  @Test func nothingHasNoScore() {
    let none = Calibration(of: [prediction(nil, true)])
    #expect(none.groups.isEmpty)
    #expect(none.all.score == nil)
    #expect(none.all.meanSureness == nil)
  }
}
