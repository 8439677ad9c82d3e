import AdvocateCharter
import AdvocateEvaluation

/// Several actions side by side, judged by one charter.
public struct Comparison: Sendable {
  /// The most actions that are compared at once.
  public static let mostActions = 8

  /// The actions, in the order given.
  public let judgements: [Judgement]
  /// The rules that speak in any of them, by their places: those that differ most first, a veto
  /// before all points, then those that bring most, then as declared.
  public let speakers: [Int]
  /// The rules with a weight that are in play in some of them, and speak in none.
  public let neutral: [Int]
  /// For each action, how it stands to each other one, in the order of the actions.
  public let dominance: [[Dominance]]
  /// Which comes first, over all ways to weigh the rules.
  public let weightings: WeightingShares

  /// Compares `judgements`, all by one charter.
  public init(_ judgements: [Judgement], budget: AnalysisBudget = AnalysisBudget()) {
    self.judgements = judgements
    let program = judgements.first?.program ?? Program(Charter(name: ""))
    func speaks(_ rule: Int, _ judgement: Judgement) -> Bool {
      let saying = judgement.sayings[rule]
      return saying == .veto || saying.speaks && program.charter.rules[rule].weight > 0
    }
    let spoken = program.usedRules.filter { rule in judgements.contains { speaks(rule, $0) } }
    func key(_ rule: Int) -> [Int] {
      let points = judgements.map { $0.halfPoints(ofRule: rule) }
      let vetoes = judgements.count { $0.sayings[rule] == .veto }
      let spread = (points.max() ?? 0) - (points.min() ?? 0)
      return [
        vetoes > 0 && vetoes < judgements.count ? 1 : 0, spread,
        points.map { abs($0) }.max() ?? 0,
      ]
    }
    let keys = Dictionary(uniqueKeysWithValues: spoken.map { ($0, key($0)) })
    speakers = spoken.sorted { left, right in
      let (one, other) = (keys[left] ?? [], keys[right] ?? [])
      return one == other ? left < right : other.lexicographicallyPrecedes(one)
    }
    neutral = program.usedRules.filter { rule in
      program.charter.rules[rule].weight > 0 && !spoken.contains(rule)
        && judgements.contains { $0.sayings[rule] != .notInPlay }
    }
    var dominance = judgements.map { _ in judgements.map { _ in Dominance.doesNot } }
    for one in judgements.indices {
      for other in judgements.indices where other > one && !Interruption.isRequested {
        let check = DominanceCheck(judgements[one], judgements[other], budget: budget)
        dominance[one][other] = check.forward
        dominance[other][one] = check.backward
      }
    }
    self.dominance = dominance
    weightings = WeightingShares(of: judgements)
  }

  /// The number of rules on which the action at `one` is better as told than that at `other`.
  public func betterRules(_ one: Int, than other: Int) -> Int {
    guard let program = judgements.first?.program else { return 0 }
    return program.usedRules.count { rule in
      let weight = program.charter.rules[rule].weight
      return judgements[one].sayings[rule].goodness(weight: weight)
        > judgements[other].sayings[rule].goodness(weight: weight)
    }
  }
}
