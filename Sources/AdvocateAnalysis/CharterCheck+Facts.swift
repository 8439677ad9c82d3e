import AdvocateCharter
import AdvocateEvaluation

/// Facts, levels and numbers that make no difference, and rules that say the same.
extension CheckSearch {
  mutating func checkFacts() {
    let read = readFacts
    for (fact, declaration) in charter.facts.enumerated() {
      guard let kind = declaration.kind else { continue }
      guard read.contains(fact) else {
        if kind != .text || !declaration.mustBeSaid { add(.factUnread(fact: fact)) }
        continue
      }
      guard !kind.levels.isEmpty, program.isRead[fact] else { continue }
      for levels in levelsAlike(of: fact, kind) { add(.levelsAlike(fact: fact, levels: levels)) }
    }
  }

  /// The facts that some rule in use or some other fact reads.
  private var readFacts: Set<Int> {
    var read = Set(charter.facts.indices.filter { program.isRead[$0] })
    for fact in charter.facts {
      switch fact.kind {
      case .computed(let expression): read.formUnion(expression.facts)
      case .counts(_, let text): read.insert(text)
      default: break
      }
    }
    return read
  }

  // MARK: - Levels

  /// The groups of levels of a fact that no rule tells apart: neighbours on a scale, any of others.
  private func levelsAlike(of fact: Int, _ kind: FactKind) -> [[Int]] {
    // Facts that are compared with each other share their levels, so each may need them.
    let facts = program.comparedFacts(with: fact).union([fact])
    let readers = surveys.filter { !facts.isDisjoint(with: program.factsOfRule[$0.rule]) }
    guard readers.allSatisfy({ $0.isExact }) else { return [] }
    let levels = kind.levels.indices
    func areApart(_ low: Int, _ high: Int) -> Bool {
      facts.contains { fact in
        let pair = RuleSurvey.LevelPair(fact: fact, low: min(low, high), high: max(low, high))
        return readers.contains { $0.levels.contains(pair) }
      }
    }
    if case .anyOf(let names) = kind {
      // One level that changes nothing is an honest "something else"; two are one answer twice.
      let idle = levels.filter { !areApart($0, $0) && names[$0].lowercased() != "nothing" }
      return idle.count > 1 ? [idle] : []
    }
    var groups: [[Int]] = []
    for level in levels {
      let isScale = kind.isOrdered
      let fitting = groups.firstIndex { group in
        guard let last = group.last, !areApart(last, level) else { return false }
        return !isScale || last == level - 1
      }
      if let fitting { groups[fitting].append(level) } else { groups.append([level]) }
    }
    return groups.filter { $0.count > 1 }
  }

  // MARK: - Thresholds

  /// Reports the numbers that stand in a rule first and make no difference to any.
  mutating func checkThresholds(_ survey: RuleSurvey) {
    for (threshold, line) in RuleSurvey.thresholds(of: charter.rules[survey.rule], in: charter) {
      guard program.expressions[threshold.fact] == nil, !isToldOf(line, survey) else { continue }
      let users = (users[threshold] ?? []).map { surveys[$0] }
      guard users.first?.rule == survey.rule,
        users.allSatisfy({ $0.isExact && !$0.thresholds.contains(threshold) })
      else { continue }
      add(
        .thresholdWithoutEffect(
          fact: threshold.fact, number: threshold.number, rule: survey.rule, line: line))
    }
  }

  /// Whether another finding tells of the line already, from which the number's fate follows.
  private func isToldOf(_ line: Int?, _ survey: RuleSurvey) -> Bool {
    guard survey.sayings.keys.contains(where: \.speaks) else { return true }
    guard let line else { return false }
    return survey.lines[line] == nil
      || survey.clashes.contains { $0.pro == line || $0.contra == line }
  }

  // MARK: - Rules that say the same

  /// What came of comparing a rule with those before it.
  enum Likeness {
    /// It says the same as an earlier one, by its place among the surveys.
    case earlier(Int)
    /// It and an earlier one tell too many worlds apart together.
    case tooLarge(Int)
    /// There were too many pairs from this rule on.
    case notCompared
  }

  /// For each rule that says the same as one before it, the first such; by place among the surveys.
  func earlierRulesAlike() -> [Int: Likeness] {
    var alike: [Int: Likeness] = [:]
    // Rules that read nothing in common, or that do not say the same things, cannot be alike.
    var kinds: [Set<Saying>: [Int]] = [:]
    var pairs = 0
    for (place, survey) in surveys.enumerated() {
      let sayings = Set(survey.sayings.keys)
      guard survey.isExact, sayings.contains(where: \.speaks) else { continue }
      for earlier in kinds[sayings] ?? [] where !areApart(surveys[earlier].rule, survey.rule) {
        pairs += 1
        guard pairs <= Self.mostPairs else {
          alike[place] = .notCompared
          return alike
        }
        switch speakAlike(surveys[earlier].rule, survey.rule) {
        case true?: alike[place] = .earlier(earlier)
        case nil: alike[place] = .tooLarge(earlier)
        case false?: continue
        }
        break
      }
      kinds[sayings, default: []].append(place)
    }
    return alike
  }

  private func areApart(_ one: Int, _ other: Int) -> Bool {
    Set(program.inputs(ofRule: one)).isDisjoint(with: program.inputs(ofRule: other))
  }

  /// Whether two rules say the same in every world; nil where there are too many worlds.
  private func speakAlike(_ one: Int, _ other: Int) -> Bool? {
    var own = charter
    own.rules = [charter.rules[one], charter.rules[other]]
    let probe = Program(own)
    guard let worlds = RuleWorlds(probe, budget: budget), worlds.isExact else { return nil }
    let evaluator = Evaluator(probe)
    var isAlike = true
    worlds.forEach { _, world in
      isAlike =
        evaluator.saying(ofRule: 0) { world[$0] } == evaluator.saying(ofRule: 1) { world[$0] }
      return isAlike
    }
    return isAlike
  }
}
