@testable import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

@Suite struct WeightsAgreementTests {
  /// How many of all ways to weigh from 1 to 5 keep `told`, counted one by one.
  private func counted(_ sample: WeightSample, _ told: Verdict) -> (kept: Int, all: Int) {
    var weights = [Int](repeating: 1, count: sample.parts.count)
    var kept = 0
    var all = 0
    while true {
      all += 1
      if sample.verdict(weights) == told { kept += 1 }
      guard let place = weights.firstIndex(where: { $0 < 5 }) else { return (kept, all) }
      for lower in 0..<place { weights[lower] = 1 }
      weights[place] += 1
    }
  }

  /// One for and one against, mixed from 40 to 60. Of the 25 ways the 5 with equal weights give 50;
  /// 4 : 5 and 5 : 4 give 44.4 and 55.6, 3 : 4 and 4 : 3 give 42.9 and 57.1; 2 : 3 gives just 40,
  /// which is mixed, and 3 : 2 exactly 60, which is not; all others are further out. 10 of 25 stay.
  @Test func byHand() {
    let sample = WeightSample(
      parts: [.init(weight: 1, saying: .for), .init(weight: 1, saying: .against)],
      bands: Charter.usualBands)
    let agreement = sample.judgement.agreement
    #expect(abs((agreement?.share ?? 0) - 0.4) < 1e-15)
    #expect(agreement?.isUnanimous == false)
    #expect(agreement?.ruleCount == 2)
  }

  @Test func asCountedOneByOne() {
    var random = SeededRandom(state: 3)
    var unanimous = 0
    for _ in 0..<2000 {
      let sample = WeightSample.random(&random, rules: 1...(random.below(12) == 0 ? 6 : 4))
      let judgement = sample.judgement
      let (kept, all) = counted(sample, judgement.verdict)
      guard let agreement = judgement.agreement else {
        Issue.record("none for \(sample)")
        continue
      }
      // With so few rules only two divisions and their difference round.
      #expect(abs(agreement.share - Double(kept) / Double(all)) < 1e-15, "\(sample)")
      #expect(agreement.isUnanimous == (kept == all), "\(sample)")
      #expect(agreement.ruleCount == sample.parts.count)
      unanimous += agreement.isUnanimous ? 1 : 0
    }
    #expect(unanimous > 100 && unanimous < 1900)
  }

  @Test func theWeightsAsTheyAreDoNotMatter() {
    var random = SeededRandom(state: 4)
    for _ in 0..<200 {
      var sample = WeightSample.random(&random, rules: 1...20)
      let before = sample.judgement
      for place in sample.parts.indices { sample.parts[place].weight *= 2 }
      let doubled = sample.judgement
      #expect(before.verdict == doubled.verdict)
      #expect(before.agreement == doubled.agreement)
      #expect(before.freeAgreement == doubled.freeAgreement)
      #expect(before.firmness == doubled.firmness)
    }
  }

  /// The same by a plain convolution over all sums of many rules, in another order of additions.
  @Test func asConvolvedRuleByRule() {
    var random = SeededRandom(state: 5)
    for _ in 0..<3 {
      let sample = WeightSample.random(&random, rules: 23...32)
      let judgement = sample.judgement
      var ways: [Int: [Int: Double]] = [0: [0: 1]]
      for part in sample.parts {
        var next: [Int: [Int: Double]] = [:]
        for (sum, row) in ways {
          for weight in 1...5 {
            for (whole, share) in row {
              next[sum + weight * WeightSample.mark(part.saying), default: [:]][
                whole + weight, default: 0] += share / 5
            }
          }
        }
        ways = next
      }
      var kept = 0.0
      for (sum, row) in ways {
        for (whole, share) in row {
          let place = sample.bands.firstIndex { 100 * sum >= $0.from * whole }
          if .band(place ?? sample.bands.count - 1) == judgement.verdict { kept += share }
        }
      }
      #expect(abs((judgement.agreement?.share ?? -1) - kept) < 1e-11, "\(sample)")
    }
  }

  @Test func vetoedAndSilent() {
    let vetoed = WeightSample(
      parts: [.init(weight: 3, saying: .for), .init(weight: 1, saying: .veto)],
      bands: Charter.usualBands
    ).judgement
    #expect(vetoed.agreement == Agreement(share: 1, isUnanimous: true, ruleCount: 2))
    #expect(vetoed.freeAgreement == nil)
    let silent = WeightSample(parts: [], bands: Charter.usualBands).judgement
    #expect(silent.agreement == nil)
    #expect(silent.freeAgreement == nil)
  }

  @Test func aRuleThatOnlyVetoesIsNotWeighed() {
    let plain = WeightSample(
      parts: [.init(weight: 1, saying: .for), .init(weight: 2, saying: .against)],
      bands: Charter.usualBands)
    var guarded = plain
    guarded.parts.insert(.init(weight: 0, saying: .neutral), at: 1)
    let judgement = guarded.judgement
    #expect(judgement.weighedRules == [0, 2])
    #expect(judgement.agreement == plain.judgement.agreement)
    #expect(judgement.freeAgreement == plain.judgement.freeAgreement)
    #expect(judgement.tippingWeight(ofRule: 1) == nil)
    #expect(judgement.tippingWeight(ofRule: 2) == plain.judgement.tippingWeight(ofRule: 1))
  }

  @Test func thousandsOfRulesNeitherOverflowNorTakeLong() {
    let parts = (0..<3000).map {
      WeightSample.Part(weight: 3, saying: [.for, .neutral, .against, .leansFor][$0 % 4])
    }
    var bands = Charter.usualBands
    // The score is 56.25, and the mean of so many weights strays little from it.
    let far = WeightSample(parts: parts, bands: bands).judgement.agreement
    #expect(far?.isUnanimous == false)
    #expect((far?.share ?? 0) > 0.999_999)
    bands[0].from = 5625
    let half = WeightSample(parts: parts, bands: bands).judgement.agreement?.share ?? 0
    #expect(half > 0.49 && half < 0.51)
  }
}

@Suite struct FirmnessTests {
  private func firmness(_ parts: [(Int, Saying)], bands: [Band] = Charter.usualBands) -> Firmness {
    WeightSample(parts: parts.map { .init(weight: $0.0, saying: $0.1) }, bands: bands)
      .judgement.firmness
  }

  @Test func inTheOrderOfTheirNames() {
    #expect(firmness([]) == .none)
    #expect(firmness([(3, .veto)]) == .firm)
    #expect(firmness([(5, .for), (5, .for), (5, .neutral)]) == .thin)
    #expect(firmness([(5, .for), (5, .for), (5, .for)]) == .firm)
    // 60 exactly.
    #expect(firmness([(2, .for), (1, .for), (2, .against)]) == .onTheEdge)
    #expect(
      firmness([(4, .for), (5, .leansAgainst), (4, .leansAgainst), (3, .neutral), (3, .neutral)])
        == .leaning)
  }

  @Test func openBeforeAllButSilence() {
    let sample = WeightSample(
      parts: [.init(weight: 3, saying: .for), .init(weight: 3, saying: .veto)],
      bands: Charter.usualBands)
    var action = sample.judgement.action
    let charter = sample.judgement.charter
    action.statements[1].content = .unsaid
    #expect(Judge(Program(charter)).judge(action).firmness == .open)
    action.statements[0].content = .untouched
    #expect(Judge(Program(charter)).judge(action).firmness == .none)
  }

  /// All rules say the same, so that every way agrees and only the edges count: the score is 75.
  @Test(arguments: [
    (7500, Firmness.onTheEdge), (7200, .onTheEdge), (7199, .leaning), (6501, .leaning),
    (6500, .firm), (7800, .onTheEdge), (7801, .leaning), (8499, .leaning), (8500, .firm),
  ]) func nearnessCountsItsEnds(edge: Int, expected: Firmness) {
    let bands = [Band(name: "high", from: edge), Band(name: "low", from: 0)]
    #expect(firmness([(1, .leansFor), (2, .leansFor), (5, .leansFor)], bands: bands) == expected)
  }

  /// The lowest band begins at 0, where nothing ends.
  @Test func theLowestBandHasNoEdge() {
    #expect(firmness([(1, .against), (2, .against), (5, .against)]) == .firm)
  }
}
