import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

@Suite struct TippingWeightTests {
  private func fraction(_ top: Int, _ bottom: Int) -> Number {
    Number(top).divided(by: Number(bottom)) ?? Number(0)
  }

  /// Leaving 4 for, easier 5 and watching 4 half against, 6 more say neither; mixed from 40 to 60.
  ///
  /// The score is 50 + 50 (4 - 4.5) / 19 = 48.7. Were leaving to weigh w, it would be
  /// 50 + 50 (w - 4.5) / (15 + w), which is 40 where 50 (w - 4.5) = -10 (15 + w), so 60 w = 75 and
  /// w = 1.25; it is 60 where 40 w = 375, so w = 9.375. 1.25 is nearer to 4. Were watching to weigh
  /// w, it would be 50 + 50 (1.5 - w / 2) / (15 + w): 40 where 15 w = 225, so w = 15.
  @Test func byHand() {
    let judgement = WeightSample(
      parts: [
        .init(weight: 4, saying: .for), .init(weight: 5, saying: .leansAgainst),
        .init(weight: 4, saying: .leansAgainst), .init(weight: 3, saying: .neutral),
        .init(weight: 3, saying: .neutral),
      ], bands: Charter.usualBands
    ).judgement
    let against = Verdict.band(2)
    #expect(
      (0..<5).map(judgement.tippingWeight) == [
        TippingWeight(weight: fraction(5, 4), side: .below, verdict: against),
        TippingWeight(weight: Number(16), side: .above, verdict: against),
        TippingWeight(weight: Number(15), side: .above, verdict: against), nil, nil,
      ])
  }

  /// At 40 exactly the verdict is mixed, so any more against turns it; at 60 exactly it turns.
  @Test func bandsBeginAtTheirEdge() {
    let onTheEdge = WeightSample(
      parts: [.init(weight: 2, saying: .for), .init(weight: 3, saying: .against)],
      bands: Charter.usualBands
    ).judgement
    #expect(onTheEdge.verdict == .band(1))
    #expect(
      onTheEdge.tippingWeight(ofRule: 0)
        == TippingWeight(weight: Number(2), side: .below, verdict: .band(2)))
    #expect(
      onTheEdge.tippingWeight(ofRule: 1)
        == TippingWeight(weight: Number(3), side: .above, verdict: .band(2)))
    // 50 + 50 (w - 1) / (w + 1) is 60 at w = 1.5; at 1 it is 50, and 40 at 2/3, which is nearer.
    let even = WeightSample(
      parts: [.init(weight: 1, saying: .for), .init(weight: 1, saying: .against)],
      bands: Charter.usualBands
    ).judgement
    #expect(
      even.tippingWeight(ofRule: 0)
        == TippingWeight(weight: fraction(2, 3), side: .below, verdict: .band(2)))
    #expect(
      even.tippingWeight(ofRule: 1)
        == TippingWeight(weight: fraction(2, 3), side: .atOrBelow, verdict: .band(0)))
  }

  /// Two half for, weighing 1 each, and one of weight 2 against: with w instead of 2 the score is
  /// 150 / (2 + w), which is 37.5 now, 50 at 1 and 30 at 3; both are 1 away.
  @Test func ofTwoEquallyNearTheLower() {
    let sample = WeightSample(
      parts: [
        .init(weight: 2, saying: .against), .init(weight: 1, saying: .leansFor),
        .init(weight: 1, saying: .leansFor),
      ],
      bands: [
        Band(name: "good", from: 5000), Band(name: "fair", from: 3000), Band(name: "bad", from: 0),
      ])
    #expect(
      sample.judgement.tippingWeight(ofRule: 0)
        == TippingWeight(weight: Number(1), side: .atOrBelow, verdict: .band(0)))
  }

  @Test func aRuleAloneTurnsOnlyToSilence() {
    let alone = WeightSample(parts: [.init(weight: 3, saying: .for)], bands: Charter.usualBands)
    #expect(
      alone.judgement.tippingWeight(ofRule: 0)
        == TippingWeight(weight: Number(0), side: .atOrBelow, verdict: .silent))
  }

  @Test func noneWhereWeightsDoNotMatter() {
    let vetoed = WeightSample(
      parts: [.init(weight: 3, saying: .for), .init(weight: 1, saying: .veto)],
      bands: Charter.usualBands)
    #expect(vetoed.judgement.tippingWeight(ofRule: 0) == nil)
    #expect(vetoed.judgement.tippingWeight(ofRule: 1) == nil)
    let silent = WeightSample(parts: [], bands: Charter.usualBands)
    #expect(silent.judgement.verdict == .silent)
  }

  // MARK: Brute force

  /// All weights are taken times this, so that every weight of the scan is whole.
  private static let steps = 60

  /// The first weight, in steps and going away from the present one, with another verdict.
  private func scanned(_ sample: WeightSample, _ rule: Int, _ told: Verdict) -> [Int] {
    var weights = sample.parts.map { $0.weight * Self.steps }
    let present = weights[rule]
    func turns(_ weight: Int) -> Bool {
      weights[rule] = weight
      return sample.verdict(weights) != told
    }
    return [
      stride(from: present, through: 0, by: -1).first(where: turns),
      stride(from: present, through: 40 * Self.steps, by: 1).first(where: turns),
    ].compactMap { $0 }
  }

  @Test func asScannedInSmallSteps() {
    var random = SeededRandom(state: 1)
    var seen: [TippingWeight.Side: Int] = [:]
    for _ in 0..<250 {
      let sample = WeightSample.random(&random, rules: 1...6)
      let judgement = sample.judgement
      #expect(judgement.verdict == sample.verdict(sample.parts.map(\.weight)))
      for rule in sample.parts.indices {
        let found = judgement.tippingWeight(ofRule: rule)
        let scanned = scanned(sample, rule, judgement.verdict)
        let present = sample.parts[rule].weight * Self.steps
        guard let found else {
          #expect(scanned.isEmpty, "\(sample), \(rule)")
          continue
        }
        seen[found.side, default: 0] += 1
        let inSteps = found.weight * Number(Self.steps)
        guard let nearest = scanned.map({ abs($0 - present) }).min() else {
          #expect(inSteps > Number(40 * Self.steps) || inSteps.isTooNarrow, "\(sample), \(rule)")
          continue
        }
        // The scan finds the same to within one step, or a step past what it cannot hit.
        let distance = (inSteps - Number(present)).magnitude
        #expect(distance <= Number(nearest), "\(sample), \(rule): \(found), \(scanned)")
        #expect(distance + Number(1) >= Number(nearest), "\(sample), \(rule): \(found), \(scanned)")
        expectTurn(sample, rule, judgement.verdict, found)
      }
    }
    for side in [TippingWeight.Side.below, .atOrBelow, .atOrAbove, .above] {
      #expect((seen[side] ?? 0) > 20, "\(side)")
    }
  }

  /// At the weight and a little to both sides of it, the verdict is what the side says, exactly.
  private func expectTurn(
    _ sample: WeightSample, _ rule: Int, _ told: Verdict, _ found: TippingWeight
  ) {
    // The denominator divides the distance of the rule's mark from the edge that is crossed.
    let mark = 100 * WeightSample.mark(sample.parts[rule].saying)
    let distances = [1] + sample.bands.map { abs(mark - $0.from) }
    guard let scale = distances.first(where: { $0 > 0 && (found.weight * Number($0)).isWhole })
    else {
      Issue.record("no scale for \(found)")
      return
    }
    let fine = 1000 * scale
    guard let tip = (found.weight * Number(fine)).whole else { return }
    func verdict(_ weight: Int) -> Verdict {
      var weights = sample.parts.map { $0.weight * fine }
      weights[rule] = weight
      return sample.verdict(weights)
    }
    switch found.side {
    case .below:
      #expect(verdict(tip) == told && verdict(tip - 1) == found.verdict, "\(sample), \(found)")
    case .atOrBelow:
      #expect(verdict(tip) == found.verdict && verdict(tip + 1) == told, "\(sample), \(found)")
    case .atOrAbove:
      #expect(
        verdict(tip) == found.verdict && (tip == 0 || verdict(tip - 1) == told),
        "\(sample), \(found)")
    case .above:
      #expect(verdict(tip) == told && verdict(tip + 1) == found.verdict, "\(sample), \(found)")
    }
  }

  @Test func doublingAllWeightsDoublesIt() {
    var random = SeededRandom(state: 2)
    for _ in 0..<300 {
      var sample = WeightSample.random(&random, rules: 1...8)
      let single = sample.judgement
      for place in sample.parts.indices { sample.parts[place].weight *= 2 }
      let double = sample.judgement
      for rule in sample.parts.indices {
        let expected = single.tippingWeight(ofRule: rule).map {
          TippingWeight(weight: $0.weight * Number(2), side: $0.side, verdict: $0.verdict)
        }
        #expect(double.tippingWeight(ofRule: rule) == expected)
      }
    }
  }
}

extension Number {
  /// The value as a machine integer, where it is whole and fits.
  fileprivate var whole: Int? { Int(decimal(places: 0)).flatMap { Number($0) == self ? $0 : nil } }

  fileprivate var isWhole: Bool { whole != nil }

  /// Whether a scan in whole steps cannot be expected to hit it.
  fileprivate var isTooNarrow: Bool { self < Number(1) }
}
