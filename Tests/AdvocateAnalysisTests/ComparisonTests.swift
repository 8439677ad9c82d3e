import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

struct ComparisonTests {
  // Another suite of this target has a helper of the same name.
  private typealias Comparison = AdvocateAnalysis.Comparison

  private struct Seen {
    var isNeverWorse = true
    var isAlwaysBetter = true
    var isBackwardNeverWorse = true
    var isBackwardAlwaysBetter = true
  }

  /// Marks from -1 for a veto, over all completions that the two share.
  private func seen(_ left: Judgement, _ right: Judgement) -> Seen? {
    let evaluator = Evaluator(left.program)
    let (open, others) = (Trial.open(left), Trial.open(right))
    let shared = open.filter { one in others.contains { $0 == (one.fact, one.told, $0.readings) } }
      .map(\.fact)
    let own = others.filter { !shared.contains($0.fact) }
    let size = (open + own).reduce(1) { min($0 * $1.readings.count, 1_000_000) }
    guard size <= 4_000 else { return nil }
    func marks(_ world: [Reading]) -> [Int] {
      var world = world
      evaluator.fillComputed(&world)
      return evaluator.judge(world).sayings.enumerated().map { rule, saying in
        let weighs = left.charter.rules[rule].weight > 0
        switch saying {
        case .veto: return -1
        case .against: return weighs ? 0 : 50
        case .leansAgainst: return weighs ? 25 : 50
        case .leansFor: return weighs ? 75 : 50
        case .for: return weighs ? 100 : 50
        case .neutral, .notInPlay: return 50
        }
      }
    }
    var seen = Seen()
    func fill(_ place: Int, _ one: [Reading], _ other: [Reading]) {
      var (one, other) = (one, other)
      if place < open.count {
        let (fact, _, readings) = open[place]
        for reading in readings {
          one[fact] = reading
          if shared.contains(fact) { other[fact] = reading }
          fill(place + 1, one, other)
        }
      } else if place < open.count + own.count {
        let (fact, _, readings) = own[place - open.count]
        for reading in readings {
          other[fact] = reading
          fill(place + 1, one, other)
        }
      } else {
        let pairs = zip(marks(one), marks(other))
        if pairs.contains(where: { $0 < $1 }) { seen.isNeverWorse = false }
        if pairs.contains(where: { $0 > $1 }) { seen.isBackwardNeverWorse = false }
        if pairs.allSatisfy({ $0 <= $1 }) { seen.isAlwaysBetter = false }
        if pairs.allSatisfy({ $0 >= $1 }) { seen.isBackwardAlwaysBetter = false }
      }
    }
    fill(0, left.world, right.world)
    return seen
  }

  private func near(_ random: inout RandomScripts, _ action: [String]) -> [String] {
    var near = action
    for fact in ["effort", "told", "bought"] where random.below(2) == 0 {
      near.removeAll { $0.hasPrefix("  \(fact) ") }
      near += random.action().filter { $0.hasPrefix("  \(fact) ") }
    }
    return near
  }

  @Test func dominanceIsThatOfAllSharedCompletions() {
    var found = (pairs: 0, dominances: 0, open: 0)
    for seed in 0..<260 {
      var random = RandomScripts(seed)
      let rules = random.rules(1 + random.below(3))
      let action = random.action()
      let judgements = Script.judge(rules, [action, near(&random, action)])
      guard let seen = seen(judgements[0], judgements[1]) else { continue }
      let comparison = Comparison(judgements)
      let forward = seen.isNeverWorse && seen.isAlwaysBetter
      let backward = seen.isBackwardNeverWorse && seen.isBackwardAlwaysBetter
      #expect(comparison.dominance[0][1] == (forward ? .dominates : .doesNot), "seed \(seed)")
      #expect(comparison.dominance[1][0] == (backward ? .dominates : .doesNot), "seed \(seed)")
      found.pairs += 1
      if forward || backward {
        found.dominances += 1
        if !judgements[0].uncertainty.openRules.isEmpty { found.open += 1 }
      }
    }
    #expect(found.pairs > 150)
    #expect(found.dominances > 20)
    #expect(found.open > 3)
  }

  @Test func betterByAnotherRuleInEachCompletionIsBetter() {
    // Whatever the effort is, one of the two rules speaks for the first, and never the same.
    let rules = [
      ["  because so", "  for when effort is at least middle and told is yes"],
      ["  because so", "  for when effort is low and told is yes"],
    ]
    let open = "  effort is between low and high"
    let judgements = Script.judge(rules, [[open, "  told is yes"], [open, "  told is no"]])
    #expect(Comparison(judgements).dominance[0][1] == .dominates)
    // Where the two may take different effort, the sure gain is gone.
    let other = "  effort is between low and middle"
    let apart = Script.judge(rules, [[open, "  told is yes"], [other, "  told is no"]])
    #expect(Comparison(apart).dominance[0][1] == .dominates)
    let unlike = Script.judge(rules, [[open, "  told is yes"], [other, "  told is yes"]])
    #expect(Comparison(unlike).dominance[0][1] == .doesNot)
  }

  @Test func aVetoIsWorseThanAgainst() {
    let rules = [
      ["  because so", "  weight 3", "  veto when told is yes", "  against when told is no"]
    ]
    let judgements = Script.judge(rules, [["  told is no"], ["  told is yes"]])
    let comparison = Comparison(judgements)
    #expect(comparison.dominance[0][1] == .dominates)
    #expect(comparison.dominance[1][0] == .doesNot)
    #expect(comparison.betterRules(0, than: 1) == 1)
  }

  /// A rule that comes into play without a word lowers the score, so that the better one may rank
  /// behind: dominance orders scores only among actions with the same rules in play.
  @Test func dominanceAloneDoesNotOrderScores() {
    let rules = [
      ["  because so", "  weight 5", "  for when told is yes"],
      ["  because so", "  weight 5", "  for when effort is high"],
      ["  because so", "  weight 1", "  leans for when bought is 1"],
    ]
    let judgements = Script.judge(
      rules,
      [
        ["  told is yes", "  effort is low", "  bought is 1", "  the rest is untouched"],
        ["  told is yes", "  the rest is untouched"],
      ])
    #expect(Comparison(judgements).dominance[0][1] == .dominates)
    #expect(Ranking(judgements).judgements[0].action.name == "plan 2")
  }

  @Test func dominanceOrdersScoresWithTheSameRulesInPlay() {
    var count = 0
    for seed in 0..<400 {
      var random = RandomScripts(3000 + seed)
      let rules = random.rules(2)
      let action = random.action() + ["  the rest is untouched"]
      let judgements = Script.judge(
        rules, [action, near(&random, action) + ["  the rest is untouched"]])
      func inPlay(_ judgement: Judgement) -> [Bool] {
        judgement.sayings.map { $0 != .notInPlay }
      }
      guard judgements.allSatisfy({ $0.uncertainty.isSettled && $0.verdict != .vetoed }),
        judgements.allSatisfy({ $0.uncertainty.openRules.isEmpty }),
        inPlay(judgements[0]) == inPlay(judgements[1]),
        Comparison(judgements).dominance[0][1] == .dominates
      else { continue }
      count += 1
      #expect(Ranking(judgements).judgements[0].action.name == "plan 1")
    }
    #expect(count > 5)
  }

  // MARK: - Weights

  @Test(arguments: 0..<80) func sharesAreThoseOfAllWeightings(seed: Int) {
    var random = RandomScripts(7000 + seed)
    let rules = random.rules(1 + random.below(5))
    let judgements = Script.judge(rules, (0..<(2 + random.below(2))).map { _ in random.action() })
    let rulesThatCount = judgements[0].program.usedRules.filter { rule in
      judgements[0].charter.rules[rule].weight > 0
        && judgements.contains { $0.sayings[rule] != .notInPlay }
    }
    var won = judgements.map { _ in 0 }
    var level = 0
    var total = 1
    for _ in rulesThatCount { total *= 5 }
    for number in 0..<total {
      var rest = number
      var weights: [Int: Int] = [:]
      for rule in rulesThatCount {
        weights[rule] = rest % 5 + 1
        rest /= 5
      }
      let heights = judgements.map { judgement -> Number in
        if judgement.verdict == .vetoed { return Number(-1) }
        var (marks, sum) = (0, 0)
        for (rule, weight) in weights where judgement.sayings[rule] != .notInPlay {
          marks += weight * (50 + 25 * judgement.sayings[rule].halves)
          sum += weight
        }
        return Number(marks).divided(by: Number(sum)) ?? Number(50)
      }
      let best = heights.max()
      let first = heights.indices.filter { heights[$0] == best }
      if first.count == 1 { won[first[0]] += 1 } else { level += 1 }
    }
    let shares = Comparison(judgements).weightings
    #expect(shares.method == .exact)
    #expect(shares.rules == rulesThatCount.count)
    for (place, count) in won.enumerated() {
      #expect(abs(shares.first[place] - Double(count) / Double(total)) < 1e-12)
    }
    #expect(abs(shares.level - Double(level) / Double(total)) < 1e-12)
  }

  @Test func manyRulesAreDrawnWithASeed() {
    // Twelve rules, each of which is in play for two of three plans in turn.
    let facts = ["effort is low", "told is yes", "bought is 1"]
    let rules = (0..<12).map { number in
      [
        "  because so", "  weight 2", "  for when \(facts[number % 3])",
        "  against when \(["effort is high", "told is no", "bought is 2"][number % 3])",
      ]
    }
    let judgements = Script.judge(
      rules,
      [
        ["  effort is low", "  told is no", "  bought is 3"],
        ["  effort is middle", "  told is yes", "  bought is 2"],
        ["  effort is high", "  told is no", "  bought is 1"],
        ["  effort is low", "  told is no", "  bought is 3"],
      ].map { $0 + ["  the rest is untouched"] })
    let shares = Comparison(Array(judgements.prefix(3))).weightings
    guard case .sampled(let count, let seed) = shares.method else {
      Issue.record("was counted")
      return
    }
    #expect(count == WeightingShares.drawn)
    #expect(seed == WeightingShares.seed)
    #expect(abs(shares.first.reduce(shares.level, +) - 1) < 1e-12)
    let again = Comparison(Array(judgements.prefix(3))).weightings
    #expect(again == shares)
    // The exact share of one against another lies within the error of a draw of all three.
    let turned = Comparison(
      Script.judge(
        rules.reversed(),
        [
          ["  effort is low", "  told is no", "  bought is 3"],
          ["  effort is middle", "  told is yes", "  bought is 2"],
          ["  effort is high", "  told is no", "  bought is 1"],
        ].map { $0 + ["  the rest is untouched"] })
    ).weightings
    #expect(turned == shares)
  }

  @Test func vetoedPlansNeverComeFirst() {
    let rules = [
      ["  because so", "  weight 3", "  veto when told is yes", "  against when told is no"]
    ]
    let judgements = Script.judge(rules, [["  told is no"], ["  told is yes"], ["  told is yes"]])
    let shares = Comparison(judgements).weightings
    #expect(shares.first == [1, 0, 0])
    let both = Comparison(Array(judgements.suffix(2))).weightings
    #expect(both.level == 1)
  }

  // MARK: - Rows

  @Test func rowsThatDifferMostComeFirst() {
    let rules = [
      ["  because so", "  weight 2", "  for when told is yes"],
      ["  because so", "  weight 5", "  for when told is yes", "  against when told is no"],
      ["  because so", "  weight 4", "  for when effort is low"],
      ["  because so", "  veto when told is no"],
      ["  because so", "  weight 3", "  for when bought is 9"],
      ["  because so", "  weight 3", "  for when sold is 9"],
    ]
    let judgements = Script.judge(
      rules,
      [
        ["  told is yes", "  effort is low", "  bought is 1", "  the rest is untouched"],
        ["  told is no", "  effort is low", "  the rest is untouched"],
      ])
    let comparison = Comparison(judgements)
    #expect(comparison.speakers == [3, 1, 0, 2])
    #expect(comparison.neutral == [4])
  }

  @Test(arguments: 0..<10) func namesAndOrderOfRulesDoNotMatter(seed: Int) {
    var random = RandomScripts(5000 + seed)
    let rules = random.rules(4)
    let actions = (0..<3).map { _ in random.action() }
    let one = Comparison(Script.judge(rules, actions))
    let other = Comparison(Script.judge(rules.reversed(), actions))
    #expect(one.dominance == other.dominance)
    #expect(one.weightings == other.weightings)
  }
}
