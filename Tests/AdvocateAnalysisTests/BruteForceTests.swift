import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// Random charters and actions, judged by the product and by trying every completion.
@Suite("Against brute force")
struct BruteForceTests {
  static let batches = 0..<8
  static let casesInBatch = 400
  static let limit = 4000

  @Test(
    "Verdict, range, reachable verdicts, shares and open rules are what brute force finds",
    arguments: batches)
  func agrees(batch: Int) throws {
    var charters = RandomCharters(seed: UInt64(1000 + batch))
    var skipped = 0
    var exact = 0
    for _ in 0..<Self.casesInBatch {
      let sample = try Case(charters.next())
      guard let brute = BruteForce(sample.action, by: sample.charter, limit: Self.limit) else {
        skipped += 1
        continue
      }
      let judged = sample.judged()
      if judged.uncertainty.isExact { exact += 1 }
      let differences = Comparison(judged, brute).differences
      #expect(differences == [], "\(sample.sketch.script)")
    }
    #expect(skipped * 100 < Self.casesInBatch * 5)
    #expect(exact * 100 > Self.casesInBatch * 80)
  }

  @Test("A tiny budget gives bounds that hold what brute force finds", arguments: batches)
  func boundsHold(batch: Int) throws {
    var charters = RandomCharters(seed: UInt64(5000 + batch))
    var budget = AnalysisBudget()
    (budget.table, budget.steps, budget.cells) = (4, 10, 8)
    var bounded = 0
    for _ in 0..<Self.casesInBatch / 4 {
      let sample = try Case(charters.next())
      guard let brute = BruteForce(sample.action, by: sample.charter, limit: Self.limit) else {
        continue
      }
      let judged = sample.judged(budget: budget)
      if !judged.uncertainty.isExact { bounded += 1 }
      let differences = Comparison(judged, brute, isBudgetTiny: true).differences
      #expect(differences == [], "\(sample.sketch.script)")
    }
    #expect(bounded > 0)
  }
}

/// Where a judgement and brute force differ, in words.
struct Comparison {
  private(set) var differences: [String] = []

  init(_ judged: Judgement, _ brute: BruteForce, isBudgetTiny: Bool = false) {
    let found = judged.uncertainty
    expect(judged.sayings, brute.told.sayings, "sayings as told")
    expect(judged.tally.forHalves, brute.told.halvesFor, "points for")
    expect(judged.tally.againstHalves, brute.told.halvesAgainst, "points against")
    expect(judged.tally.inPlay, brute.told.inPlay, "weight in play")
    expect(judged.verdict, brute.told.verdict, "verdict as told")
    if !found.reachable.contains(judged.verdict) { differences.append("verdict not reachable") }
    if found.isSettled != (found.reachable.count == 1) { differences.append("settled") }
    if !brute.isSampled, !isBudgetTiny, !found.isExact { differences.append("not exact") }
    if found.isExact, !brute.isSampled {
      compareExactly(found, brute, judged.charter)
    } else {
      compareBounds(found, brute)
    }
  }

  private mutating func expect<Thing: Equatable>(_ found: Thing, _ wanted: Thing, _ what: String) {
    if found != wanted { differences.append("\(what): \(found), brute force: \(wanted)") }
  }

  private mutating func compareExactly(
    _ found: Uncertainty, _ brute: BruteForce, _ charter: Charter
  ) {
    let verdicts = charter.bands.indices.map { Verdict.band($0) } + [.silent, .vetoed]
    let reachable = verdicts.filter { brute.shares[$0] != nil }
    expect(found.reachable, reachable, "reachable")
    expect(found.range?.lowerBound.number, brute.lowest?.number, "lowest score")
    expect(found.range?.upperBound.number, brute.highest?.number, "highest score")
    expect(found.openRules, brute.openRules, "open rules")
    expect(found.possibleVetoes, brute.possibleVetoes, "possible vetoes")
    let unheard = brute.openRules.reduce(0) { $0 + BruteWorld.weight(of: charter.rules[$1]) }
    expect(found.unheard, unheard, "unheard points")
    let shares = reachable.map { brute.shares[$0] ?? 0 }
    let isNear =
      found.shares.count == shares.count
      && zip(found.shares, shares).allSatisfy { abs($0 - $1) < 1e-9 }
    if !isNear { differences.append("shares: \(found.shares), brute force: \(shares)") }
  }

  /// What is a bound, or held against samples, holds at least what brute force found.
  private mutating func compareBounds(_ found: Uncertainty, _ brute: BruteForce) {
    for verdict in brute.shares.keys where !found.reachable.contains(verdict) {
      differences.append("\(verdict) is reachable")
    }
    if let lowest = brute.lowest, let highest = brute.highest {
      if let range = found.range {
        if BruteForce.isLess(lowest, range.lowerBound)
          || BruteForce.isLess(range.upperBound, highest)
        {
          differences.append("range \(range) does not hold \(lowest) to \(highest)")
        }
      } else {
        differences.append("no range, brute force: \(lowest) to \(highest)")
      }
    }
    for rule in brute.openRules where !found.openRules.contains(rule) {
      differences.append("rule \(rule) is open")
    }
    for rule in brute.possibleVetoes where !found.possibleVetoes.contains(rule) {
      differences.append("rule \(rule) can veto")
    }
  }
}
