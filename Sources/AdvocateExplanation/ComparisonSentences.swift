import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// What the columns of a comparison come to, in words.
struct ComparisonSentences {
  private let comparison: Comparison
  private let isNumbered: Bool

  init(_ comparison: Comparison, isNumbered: Bool) {
    self.comparison = comparison
    self.isNumbered = isNumbered
  }

  /// The sentences: which action is better by every rule, and what the weights decide.
  var all: [String] { (dominances + [unknown, weights]).filter { !$0.isEmpty } }

  private func name(_ place: Int) -> String {
    isNumbered ? String(place + 1) : comparison.judgements[place].title
  }

  private func isOpen(_ places: [Int]) -> Bool {
    places.contains { !comparison.judgements[$0].uncertainty.openRules.isEmpty }
  }

  // MARK: - Rule by rule

  private var dominances: [String] {
    comparison.judgements.indices.compactMap { worse in
      let better = comparison.judgements.indices.filter {
        comparison.dominance[$0][worse] == .dominates
      }
      guard !better.isEmpty else { return nil }
      let isOpen = isOpen([worse] + better)
      let parts = better.enumerated().map { place, one in
        let count = comparison.betterRules(one, than: worse)
        let rules = place == 0 || isNumbered ? Words.count(count, "rule") : "\(count)"
        return isNumbered
          ? "\(name(one)) beats \(name(worse)): better on \(rules), worse on none"
          : "\(name(one)) is better on \(rules), worse on none"
      }
      let end = isOpen ? ", whatever the open answers are." : "."
      return (isNumbered ? "" : "Beside \(name(worse)), ") + parts.joined(separator: "; ") + end
    }
  }

  private var unknown: String {
    let indices = comparison.judgements.indices
    let count = indices.reduce(0) { sum, one in
      sum
        + indices.count { other in
          one < other
            && (comparison.dominance[one][other] == .notKnown
              || comparison.dominance[other][one] == .notKnown)
        }
    }
    guard count > 0 else { return "" }
    return "Whether one is better on every rule is not known for \(Words.count(count, "pair")): "
      + "too many open answers hang together."
  }

  // MARK: - Weights

  private var weights: String {
    let shares = comparison.weightings
    let contenders = shares.contenders
    let names = contenders.map(name)
    if comparison.judgements.allSatisfy({ $0.verdict == .vetoed }) {
      return "All are vetoed, and no weight lifts a veto."
    }
    guard contenders.count > 1 else {
      let isSure = comparison.judgements.allSatisfy { $0.uncertainty.openRules.isEmpty }
      return names.isEmpty
        ? "" : "\(isSure ? "" : "As told, ")\(names[0]) comes first, however the rules are weighed."
    }
    if shares.level == 1 {
      return "\(Words.list(names)) are level, however the rules are weighed."
    }
    let lead = isOpen(contenders) ? "As told, weights decide" : "Weights decide"
    let figures = Self.figures(contenders.map { shares.first[$0] } + [shares.level])
    let ways = "of 100 ways to weigh the rules"
    var text = "\(Words.list(names, "or"))? \(lead): "
    if contenders.count == 2, figures[0] == figures[1] {
      text += "each comes first in \(figures[0]) \(ways)"
    } else {
      text += "\(names[0]) comes first in \(figures[0]) \(ways)"
      for (name, figure) in zip(names, figures).dropFirst() { text += ", \(name) in \(figure)" }
    }
    if shares.level > 0 {
      let last = figures[contenders.count]
      let other = Int(last) == nil ? "in \(last)" : "in the other \(last)"
      text +=
        contenders.count == 2 ? ", and \(other) they are level" : ", and \(other) some are level"
    }
    text += "."
    if case .sampled(let count, let seed) = shares.method {
      text += " Found by drawing \(Words.count(count, "way")), from seed \(seed): "
      text += "each figure may be off by 1."
    }
    return text
  }

  /// Shares as figures that add up to 100; those too small or too great to show say so.
  static func figures(_ shares: [Double]) -> [String] {
    return zip(shares, ScoreText.hundredths(shares)).map { share, figure in
      if share <= 0 { return "none" }
      if figure == 0 { return "fewer than 1" }
      return figure >= 100 && share < 1 ? "more than 99" : "\(figure)"
    }
  }
}
