import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// The smallest changes that turn a verdict, against those found by trying all changes.
@Suite("Flips")
struct FlipTests {
  static let batches = 0..<6
  static let casesInBatch = 200
  static let limit = 1500

  @Test("Flips are the changes that brute force finds, in its order", arguments: batches)
  func agrees(batch: Int) throws {
    var charters = RandomCharters(seed: UInt64(9000 + batch))
    var random = SeededGenerator(seed: UInt64(9100 + batch))
    var compared = 0
    while compared < Self.casesInBatch {
      let sample = try Case(charters.next())
      let judge = Judge(Program(sample.charter))
      let judged = judge.judge(sample.action)
      var wanted: Verdict?
      if random.chance(50) { wanted = .band(random.number(0...sample.charter.bands.count - 1)) }
      let flips = judge.flips(of: judged, to: wanted)
      guard let goal = goal(judged.verdict, wanted, sample.charter) else {
        #expect(flips == nil, "\(sample.sketch.script)")
        continue
      }
      guard let flips else {
        Issue.record("no flips to band \(goal)\n\(sample.sketch.script)")
        continue
      }
      let check = FlipComparison(flips, judged, judge)
      let brute = FlipBruteForce(
        sample.action, by: sample.charter, goal: goal, limit: Self.limit)
      guard let differences = check.differences(brute) else { continue }
      compared += 1
      #expect(flips.wanted == .band(goal))
      #expect(differences == [], "to band \(goal)\n\(sample.sketch.script)")
    }
  }

  /// The band that is wanted; nil when the verdict is as good already.
  private func goal(_ verdict: Verdict, _ wanted: Verdict?, _ charter: Charter) -> Int? {
    switch (verdict, wanted) {
    case (.band(let now), .band(let wanted)?): now <= wanted ? nil : wanted
    case (_, .band(let wanted)?): wanted
    case (.band(let now), _): now == 0 ? nil : now - 1
    case (.silent, _): 0
    case (.vetoed, _): charter.bands.count - 1
    }
  }
}
