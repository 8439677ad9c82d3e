import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

struct RankingTests {
  private func height(_ tally: Tally, _ verdict: Verdict) -> Number {
    if verdict == .vetoed { return Number(-1) }
    return tally.score?.number ?? Number(50)
  }

  private func height(_ standing: Standing) -> Number {
    switch standing {
    case .vetoed: Number(-1)
    case .score(let score): score.number
    }
  }

  @Test(arguments: 0..<60) func worstIsTheLowestOfAllCompletions(seed: Int) {
    var random = RandomScripts(seed)
    let judgement = Script.judge(random.rules(2 + random.below(3)), [random.action()])[0]
    var lowest: Number?
    Trial.forEachCompletion(of: judgement) { _, tally, verdict in
      let own = height(tally, verdict)
      lowest = lowest.map { min($0, own) } ?? own
    }
    #expect(judgement.uncertainty.isExact)
    #expect(height(judgement.worst) == lowest)
  }

  @Test(arguments: 0..<20) func orderIsThatOfTheKeys(seed: Int) {
    var random = RandomScripts(500 + seed)
    let rules = random.rules(4)
    let actions = (0..<7).map { _ in random.action() }
    let judgements = Script.judge(rules, actions)
    let ranking = Ranking(judgements)
    // The keys as numbers, the name last: plan 1 to plan 7.
    func key(_ judgement: Judgement) -> [Number] {
      let settled = judgement.uncertainty.reachable == [.vetoed]
      return [
        Number(settled ? 1 : 0), Number(0) - height(judgement.worst),
        Number(0) - height(judgement.tally, judgement.verdict),
        Number(judgement.tally.againstHalves),
      ]
    }
    let expected = judgements.sorted {
      let (one, other) = (key($0), key($1))
      return one == other
        ? $0.action.name < $1.action.name
        : one.lexicographicallyPrecedes(other)
    }
    #expect(ranking.judgements.map(\.action.name) == expected.map(\.action.name))
    #expect(ranking.inRace == judgements.count { key($0)[0] == Number(0) })
  }

  @Test(arguments: 0..<10) func namesAndOrderOfRulesDoNotMatter(seed: Int) {
    var random = RandomScripts(900 + seed)
    let rules = random.rules(4)
    let actions = (0..<5).map { _ in random.action() }
    let names = Ranking(Script.judge(rules, actions)).judgements.map(\.action.name)
    let turned = Ranking(Script.judge(rules.reversed(), actions)).judgements.map(\.action.name)
    #expect(names == turned)
  }

  @Test func notKnowingNeverHelps() {
    let rule = ["  because so", "  for when effort is low", "  against when effort is high"]
    let judgements = Script.judge(
      [rule], [["  effort is low"], ["  effort is between low and high"], ["  told is yes"]])
    let names = Ranking(judgements).judgements.map(\.action.name)
    #expect(names == ["plan 1", "plan 2", "plan 3"])
    // An unsaid effort may be high as one between low and high may; as told, the one between is 50
    // like the other, and neither has points against, so that the name decides.
    #expect(judgements[1].worst == judgements[2].worst)
  }

  @Test func equalNamesKeepTheirOrder() {
    let rule = ["  because so", "  for when effort is low"]
    var judgements = Script.judge([rule], [["  effort is low"], ["  effort is low"]])
    judgements[0].action.name = "Same"
    judgements[1].action.name = "Same"
    judgements[1].action.notes = ["second"]
    #expect(Ranking(judgements).judgements.map(\.action.notes) == [[], ["second"]])
  }
}
