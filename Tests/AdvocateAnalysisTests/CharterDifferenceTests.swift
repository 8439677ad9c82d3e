import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

struct CharterDifferenceTests {
  private static let verdicts =
    "  verdict good from 60\n  verdict fair from 40\n  verdict bad from 0"

  private func difference(_ before: String, _ after: String) -> CharterDifference {
    let (old, new) = (Script.read(before), Script.read(after))
    return CharterDifference(
      from: old.charter, to: new.charter, actions: [], readBy: old.charter)
  }

  private func word(_ verdict: Verdict, _ charter: Charter) -> String { verdict.name(in: charter) }

  /// Whether any world at all parts the two, which have the same facts in the same order.
  private func isParted(_ before: Charter, _ after: Charter) -> Bool {
    let (old, new) = (Evaluator(Program(before)), Evaluator(Program(after)))
    let said = before.facts.indices.filter { before.facts[$0].kind?.isSaid == true }
    let ways = said.map { Trial.readings(before.facts[$0], nil) }
    var choice = said.map { _ in 0 }
    while true {
      var world = before.facts.map { _ in Reading.untouched }
      for (place, fact) in said.enumerated() { world[fact] = ways[place][choice[place]] }
      old.fillComputed(&world)
      if word(old.judge(world).verdict, before) != word(new.judge(world).verdict, after) {
        return true
      }
      guard let next = choice.indices.last(where: { choice[$0] + 1 < ways[$0].count }) else {
        return false
      }
      choice[next] += 1
      for later in choice.indices where later > next { choice[later] = 0 }
    }
  }

  /// The witness as lines that are read anew by both charters must part them.
  private func holds(
    _ change: CharterDifference.Change, _ before: String, _ after: String
  ) -> Bool {
    let lines = change.before.action.statements.map { change.before.charter.text(of: $0) }
    let text = (["action told apart"] + lines + ["the rest is untouched"]).joined(separator: "\n")
    let (old, new) = (Script.read("\(before)\n\(text)"), Script.read("\(after)\n\(text)"))
    guard let one = old.actions.first, let other = new.actions.first, one.dropped.isEmpty,
      other.dropped.isEmpty
    else { return false }
    let first = Judge(Program(old.charter)).judge(one)
    let second = Judge(Program(new.charter)).judge(other)
    return first.verdictWord != second.verdictWord
      && first.verdictWord == change.before.verdictWord
      && second.verdictWord == change.after.verdictWord
  }

  @Test func answerIsThatOfAllWorlds() {
    var found = (same: 0, parted: 0)
    for seed in 0..<36 {
      var random = RandomScripts(seed)
      let rules = random.rules(1 + random.below(3))
      var changed = rules
      switch random.below(5) {
      case 0: changed.reverse()
      case 1: changed.append(rules[0])
      case 2: changed[0] = changed[0].map { $0.contains("weight") ? "  weight 3" : $0 }
      case 3: changed[0].append("  against when both is more than 3 and bought is 1")
      default: changed[changed.count - 1] = random.rule()
      }
      let before = Script.charter(rules, bands: Self.verdicts)
      let after = Script.charter(changed, bands: Self.verdicts)
      let expected = isParted(Script.read(before).charter, Script.read(after).charter)
      switch difference(before, after).answer {
      case .same:
        #expect(!expected, "seed \(seed)")
        found.same += 1
      case .witness(let change):
        #expect(expected, "seed \(seed)")
        #expect(holds(change, before, after), "seed \(seed)")
        found.parted += 1
      case .noneFound, .notComparable: Issue.record("not answered, seed \(seed)")
      }
    }
    #expect(found.same > 8)
    #expect(found.parted > 8)
  }

  @Test func namesAndOrderDoNotMatter() {
    for seed in 0..<10 {
      var random = RandomScripts(100 + seed)
      let rules = random.rules(4)
      let before = Script.charter(rules)
      let after = Script.charter(rules.reversed(), names: ["d", "c", "b", "a"])
      guard case .same = difference(before, after).answer else {
        Issue.record("seed \(seed)")
        continue
      }
    }
  }

  @Test func edgesThatNoScoreLiesBetweenAreTheSame() {
    let rules = [["  because so", "  for when effort is low", "  against when effort is high"]]
    let before = Script.charter(rules, bands: "  verdict good from 60\n  verdict bad from 0")
    let after = Script.charter(rules, bands: "  verdict good from 90\n  verdict bad from 0")
    let other = Script.charter(rules, bands: "  verdict good from 50\n  verdict bad from 0")
    guard case .same = difference(before, after).answer,
      case .witness(let change) = difference(before, other).answer
    else {
      Issue.record("wrong answer")
      return
    }
    #expect(change.before.tally.score == Score(balance: 0, inPlay: 1))
  }

  @Test func theBuiltInCharterIsTheSameAsItself() {
    let charter = BuiltInCharter.charter
    var turned = charter
    turned.rules.reverse()
    let same = CharterDifference(
      from: charter, to: turned, actions: [], readBy: charter)
    guard case .same = same.answer else {
      Issue.record("not the same")
      return
    }
    turned.rules[4].statedWeight = turned.rules[4].weight == 5 ? 1 : 5
    let other = CharterDifference(from: charter, to: turned, actions: [], readBy: charter)
    guard case .witness(let change) = other.answer else {
      Issue.record("no witness")
      return
    }
    #expect(change.before.verdictWord != change.after.verdictWord)
  }

  @Test func lostVetoesComeFirst() {
    let keep = ["  because so", "  weight 2", "  for when told is yes"]
    let veto = ["  because so", "  veto when effort is high"]
    let other = ["  because so", "  veto when effort is low"]
    var text = Script.charter([keep, veto])
    for (name, lines) in [
      ("a", "told is yes\n  effort is middle"), ("b", "told is yes\n  effort is low"),
      ("c", "told is yes\n  effort is high"),
    ] { text += "\naction \(name)\n  \(lines)\n  the rest is untouched" }
    let before = Script.read(text)
    let after = Script.read(Script.charter([keep, other])).charter
    let difference = CharterDifference(
      from: before.charter, to: after, actions: before.actions, readBy: before.charter)
    #expect(difference.judged == 3)
    #expect(difference.changes.map(\.before.action.name) == ["c", "b"])
    #expect(difference.changes[0].losesVeto)
    #expect(difference.changes[1].gainsVeto)
  }

  @Test func factsThatHoldSomethingElseAreNamed() {
    let rules = [["  because so", "  for when told is yes"]]
    let before = Script.charter(rules)
    let after = before.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "  yes-no" ? "  one of yes, no, perhaps" : String($0) }
      .joined(separator: "\n")
    guard case .notComparable(let facts) = difference(before, after).answer else {
      Issue.record("compared")
      return
    }
    #expect(facts == ["told"])
  }

  @Test func linesThatDoNotFitAreCounted() {
    let rules = [["  because so", "  for when told is yes"]]
    let before = Script.read(
      Script.charter(rules) + "\naction a\n  told is yes\n  bought is 3")
    var after = before.charter
    after.facts[3].name = "taken"
    let difference = CharterDifference(
      from: before.charter, to: after, actions: before.actions, readBy: before.charter)
    #expect(difference.misfits.map(\.lost) == [1])
    #expect(difference.changes.isEmpty)
    guard case .same = difference.answer else {
      Issue.record("told apart by a fact that no rule reads")
      return
    }
  }
}
