@testable import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Foundation
import Testing

@Suite struct WeightsFreeAgreementTests {
  /// One for and one against: the score is the share of the weight that is for, so that the bands
  /// from 60, 40 and 0 take 40, 20 and 40 in 100 of all weightings.
  @Test func byHand() {
    let judgement = WeightSample(
      parts: [.init(weight: 1, saying: .for), .init(weight: 1, saying: .against)],
      bands: Charter.usualBands
    ).judgement
    let free = judgement.freeAgreement
    for (share, expected) in zip(free?.shares ?? [], [0.4, 0.2, 0.4]) {
      #expect(abs(share - expected) < 1e-15)
    }
    #expect(abs((free?.agreement.share ?? 0) - 0.2) < 1e-15)
  }

  /// Where all pulls differ, the share is the sum of p^(n-1) / product of (p - q), over the pulls p
  /// above 0 and all others q: the closed form by divided differences, in exact fractions.
  @Test func asTheClosedFormWherePullsDiffer() {
    var random = SeededRandom(state: 6)
    for _ in 0..<300 {
      var pulls: Set<Int> = []
      for _ in 0..<(1 + random.below(10)) { pulls.insert(random.below(15_000) - 7500) }
      pulls.remove(0)
      let numbers = pulls.sorted().map { Number($0) }
      var share = Number(0)
      for pull in numbers where pull.sign > 0 {
        var term = Number(1)
        for other in numbers where other != pull {
          term = (term * pull).divided(by: pull - other) ?? Number(0)
        }
        share = share + term
      }
      guard !numbers.isEmpty else { continue }
      let found = SimplexCut.share(atLeastZero: pulls.sorted())
      #expect(abs(found - share.approximate) < 1e-14, "\(pulls.sorted())")
    }
  }

  /// Uniform weightings are independent exponentials over their sum.
  @Test func asSampled() {
    var random = SeededRandom(state: 7)
    let samples = 20_000
    for _ in 0..<12 {
      let sample = WeightSample.random(&random, rules: 2...9)
      let judgement = sample.judgement
      var counts = [Int](repeating: 0, count: sample.bands.count)
      for _ in 0..<samples {
        var (sum, whole) = (0.0, 0.0)
        for part in sample.parts {
          let weight = -log(random.fraction())
          sum += weight * Double(WeightSample.mark(part.saying))
          whole += weight
        }
        // A mean that is a mark but for rounding is on the edge that it touches.
        let place = sample.bands.firstIndex { 100 * sum >= (Double($0.from) - 1e-7) * whole }
        counts[place ?? sample.bands.count - 1] += 1
      }
      let shares = judgement.freeAgreement?.shares ?? []
      #expect(shares.count == counts.count)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
      for (share, count) in zip(shares, counts) {
        // Five standard errors, and a little for what was never drawn.
        let error = 5 * (share * (1 - share) / Double(samples)).squareRoot() + 1e-3
        #expect(abs(share - Double(count) / Double(samples)) < error, "\(sample)")
      }
    }
  }

  @Test func unanimousOnlyWhereNoRuleAloneLeavesTheBand() {
    var random = SeededRandom(state: 8)
    for _ in 0..<500 {
      let sample = WeightSample.random(&random, rules: 1...5)
      let judgement = sample.judgement
      guard let free = judgement.freeAgreement?.agreement else { continue }
      #expect(free.isUnanimous == (free.share == 1))
      // With three or more rules, all but one next to nothing.
      let extremes = sample.parts.indices.map { rule in
        sample.verdict(sample.parts.indices.map { $0 == rule ? 1_000_000_000 : 1 })
      }
      #expect(free.isUnanimous == extremes.allSatisfy { $0 == judgement.verdict }, "\(sample)")
    }
  }
}
