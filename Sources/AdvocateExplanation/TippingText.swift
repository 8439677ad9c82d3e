import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// Where other weights of one rule turn the verdict, in words.
enum TippingText {
  /// The weights at which the verdict is another: `below 1.25`, `at 15 or more`.
  static func weights(_ tipping: TippingWeight) -> String {
    let weight = figure(tipping.weight)
    return switch tipping.side {
    case .below: "below \(weight)"
    case .atOrBelow: tipping.weight.sign == 0 ? "at 0" : "at \(weight) or less"
    case .atOrAbove: "at \(weight) or more"
    case .above: "above \(weight)"
    }
  }

  /// What other weights of the rule at `rule` do to the verdict; nil where weights do not matter to
  /// it, or it not to them.
  static func sentence(_ judgement: Judgement, rule: Int) -> String? {
    guard judgement.verdict != .silent, judgement.weighedRules.contains(rule) else { return nil }
    if judgement.verdict == .vetoed { return "No weight changes a veto." }
    let verdict = judgement.uncertainty.isSettled ? "the verdict" : "the verdict as told"
    guard let tipping = judgement.tippingWeight(ofRule: rule) else {
      return "No other weight of this rule alone turns \(verdict)."
    }
    let weights = Words.sentence(weights(tipping))
    if tipping.verdict == .silent { return "\(weights) no rule speaks." }
    return "\(weights) \(verdict) turns to \(tipping.verdict.name(in: judgement.charter))."
  }

  /// A weight with at most three digits behind the point, and a word where that is not all of it.
  private static func figure(_ weight: Number) -> String {
    let shown = weight.decimal(places: 3, separator: ",")
    return shown == weight.exactDecimal ? shown : "about \(shown)"
  }
}
