public import AdvocateCharter
public import AdvocateEvaluation

/// The weight of one rule, nearest to its present one, at which the verdict as told turns.
///
/// All other weights stay. The score is between what the other rules give and the mark of this
/// one, and moves one way as its weight grows, so that each edge of the verdict's band is crossed
/// once at most; the crossing is the root of a linear equation, and exact.
public struct TippingWeight: Sendable, Equatable {
  /// On which side of the weight the other verdict lies.
  ///
  /// A band holds the score at which it begins, so that a better verdict is reached at the weight,
  /// and a worse one just past it.
  public enum Side: Sendable, Equatable {
    /// At every smaller weight, but not at this.
    case below
    /// At this weight and every smaller one.
    case atOrBelow
    /// At this weight and every greater one.
    case atOrAbove
    /// At every greater weight, but not at this.
    case above
  }

  /// The weight, 0 or more.
  public let weight: Number
  /// Where the other verdict lies: it holds near the weight, but further on a third may follow.
  public let side: Side
  /// The other verdict.
  public let verdict: Verdict

  /// Creates a tipping weight.
  public init(weight: Number, side: Side, verdict: Verdict) {
    self.weight = weight
    self.side = side
    self.verdict = verdict
  }
}

extension Judgement {
  /// The tipping weight of the rule at `rule`; of two equally near the lower.
  ///
  /// Nil where no weight of it turns the verdict, where the rule is not in play or only vetoes, and
  /// where the action is vetoed or no rule speaks.
  public func tippingWeight(ofRule rule: Int) -> TippingWeight? {
    let present = charter.rules[rule].weight
    guard case .band = verdict, sayings[rule] != .notInPlay, present > 0,
      charter.rules[rule].isUsed
    else { return nil }
    let halves = sayings[rule].halves
    let others = (balance: tally.balance - halves * present, inPlay: tally.inPlay - present)
    if others.inPlay == 0 {
      // Alone it always gives its own mark, unless it weighs nothing.
      return TippingWeight(weight: Number(0), side: .atOrBelow, verdict: .silent)
    }
    func crossing(_ edge: BandEdge) -> (weight: Number, isRising: Bool)? {
      let pull = edge.pull(halves: halves)
      let rest = 2500 * others.balance + (5000 - edge.hundredths) * others.inPlay
      guard let weight = Number(-rest).divided(by: Number(pull)), weight.sign >= 0 else {
        return nil
      }
      return (weight, pull > 0)
    }
    let bands = charter.bands
    var found: [TippingWeight] = []
    let (lower, upper) = edges
    if let upper, let (weight, isRising) = crossing(upper),
      let place = bands.firstIndex(where: { $0.from <= upper.hundredths })
    {
      found.append(
        TippingWeight(
          weight: weight, side: isRising ? .atOrAbove : .atOrBelow, verdict: .band(place)))
    }
    if let lower, let (weight, isRising) = crossing(lower), !isRising || weight.sign > 0,
      let place = bands.firstIndex(where: { $0.from < lower.hundredths })
    {
      found.append(
        TippingWeight(weight: weight, side: isRising ? .below : .above, verdict: .band(place)))
    }
    let now = Number(present)
    return found.min { one, other in
      let (near, far) = ((one.weight - now).magnitude, (other.weight - now).magnitude)
      return near == far ? one.weight < other.weight : near < far
    }
  }
}
