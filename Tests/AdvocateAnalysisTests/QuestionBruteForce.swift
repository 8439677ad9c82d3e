import AdvocateCharter
import AdvocateEvaluation
import Glibc

/// What each answer would leave in doubt, found by judging every completion.
struct QuestionBruteForce {
  /// The open facts that some rule reads and of which an answer, together with those to the numbers
  /// that they are compared with, can change what it says; each with the expected entropy in bits.
  private(set) var doubts: [Int: Double] = [:]
  /// Whether only one verdict can be reached.
  let isSettled: Bool
  private let action: Action
  private let charter: Charter

  /// Judges every completion of `action`; nil when there are more than `limit`, or only samples.
  init?(_ action: Action, by charter: Charter, limit: Int) {
    let completions = Completions(action, by: charter)
    guard completions.count <= Double(limit), !completions.isSampled else { return nil }
    (self.action, self.charter) = (action, charter)
    let facts = Self.facts(of: Array(charter.rules.indices), completions)
    var sayings = [Set<Saying>](repeating: [], count: charter.rules.count)
    var verdicts: Set<Verdict> = []
    var masses = facts.map { _ in [[Int]: [Verdict: Double]]() }
    var turned: [Int: Set<Int>] = [:]
    var firstSayings = completions.groups.map { _ in [[Int]: [Saying]]() }
    completions.forEachChoice { world, mass, choice in
      let outcome = completions.brute.judge(world)
      for (rule, saying) in outcome.sayings.enumerated() { sayings[rule].insert(saying) }
      for group in choice.indices {
        var others = choice
        others[group] = 0
        let first = firstSayings[group][others]
        if first == nil { firstSayings[group][others] = outcome.sayings }
        for (rule, saying) in outcome.sayings.enumerated() where first.map({ $0[rule] }) != saying {
          if first != nil { turned[rule, default: []].insert(group) }
        }
      }
      verdicts.insert(outcome.verdict)
      for (place, fact) in facts.enumerated() where mass > 0 {
        let answer = completions.answer(to: fact, in: world)
        masses[place][answer, default: [:]][outcome.verdict, default: 0] += mass
      }
    }
    isSettled = verdicts.count == 1
    if isSettled { return }
    let openRules = sayings.indices.filter { sayings[$0].count > 1 }
    let deciding = openRules.flatMap { rule in
      let groups = turned[rule, default: []].map { completions.groups[$0][0].holdings }
      let moved = groups.joined().map { Self.asked($0.fact, completions) }
      return Self.facts(of: [rule], completions).filter { moved.contains($0) }
    }
    for fact in Set(deciding) {
      guard let place = facts.firstIndex(of: fact) else { continue }
      doubts[fact] = masses[place].values.reduce(0) { $0 + Self.entropy($1) }
    }
  }

  /// The open facts, texts for what is counted in them, on which `rules` rest.
  private static func facts(of rules: [Int], _ completions: Completions) -> [Int] {
    let read = completions.leaves(Set(rules.flatMap { completions.charter.rules[$0].facts }))
    return Set(read.filter { completions.open.contains($0) }.map { asked($0, completions) })
      .sorted()
  }

  /// The fact that is asked for: of a count the text.
  private static func asked(_ fact: Int, _ completions: Completions) -> Int {
    if case .counts(_, let text) = completions.charter.facts[fact].kind { text } else { fact }
  }

  /// The entropy of the verdicts of one answer, times the part of all answers that it is.
  private static func entropy(_ masses: [Verdict: Double]) -> Double {
    let all = masses.values.reduce(0, +)
    return masses.values.filter { $0 > 0 }.reduce(0) { $0 - $1 * log2($1 / all) }
  }

  /// What is wrong with asking in this order, in words.
  func differences(_ found: [(fact: Int, doubt: Double)]) -> [String] {
    var result: [String] = []
    if found.map(\.fact).sorted() != doubts.keys.sorted() {
      result.append("asks \(found.map(\.fact)), brute force: \(doubts.keys.sorted())")
      return result
    }
    for (place, one) in found.enumerated() {
      let doubt = doubts[one.fact] ?? 0
      if abs(one.doubt - doubt) > 1e-9 {
        result.append("doubt of \(one.fact): \(one.doubt), brute force: \(doubt)")
      }
      for other in found[(place + 1)...] where !isRight(one.fact, before: other.fact) {
        result.append("\(one.fact) stands before \(other.fact), brute force: \(doubts)")
      }
    }
    return result
  }

  private func isRight(_ one: Int, before other: Int) -> Bool {
    let (oneIsFirst, otherIsFirst) = (charter.facts[one].isFirst, charter.facts[other].isFirst)
    if oneIsFirst != otherIsFirst { return oneIsFirst }
    let gap = (doubts[other] ?? 0) - (doubts[one] ?? 0)
    // So near the tolerance that rounding decides, either order is right.
    if abs(abs(gap) - 1e-9) < 1e-10 { return true }
    if abs(gap) > 1e-9 { return gap > 0 }
    let (oneIsRange, otherIsRange) = (isRange(one), isRange(other))
    return oneIsRange == otherIsRange ? one < other : otherIsRange
  }

  private func isRange(_ fact: Int) -> Bool {
    switch action.statement(of: fact)?.content {
    case .between, .roughly: true
    default: false
    }
  }
}
