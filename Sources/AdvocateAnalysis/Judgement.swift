public import AdvocateCharter
public import AdvocateEvaluation

/// What the open answers still allow.
public struct Uncertainty: Sendable, Equatable {
  /// The facts without an answer, or with a range for one; facts said to be text included.
  public var openFacts: [Int]
  /// The unsaid ones among the open facts.
  public var unsaidFacts: [Int]
  /// The open facts that some open rule reads, directly or through a computed fact.
  public var decidingFacts: [Int]
  /// The rules that do not say the same in all completions.
  public var openRules: [Int]
  /// The sum of the weights of the open rules.
  public var unheard: Int
  /// The open rules that veto in some completion.
  public var possibleVetoes: [Int]
  /// The lowest and highest score over all completions that have one.
  public var range: ClosedRange<Score>?
  /// The verdicts that some completion reaches: bands, the best first, then silent, then vetoed.
  public var reachable: [Verdict]
  /// The share of the possible answers that ends in each of `reachable`, in the same order.
  ///
  /// Worked out in floating point; the sum is 1 but for rounding. Empty where `isExact` is false.
  public var shares: [Double]
  /// Whether range and reachable verdicts are exact; otherwise they are bounds that hold all.
  public var isExact: Bool

  /// Whether only one verdict is reachable.
  public var isSettled: Bool { reachable.count == 1 }
}

/// Everything that is known of one action by one charter.
public struct Judgement: Sendable {
  /// The action.
  public var action: Action
  /// What it was judged by.
  public var program: Program
  /// What each fact holds as told, by its place in the charter.
  public var world: [Reading]
  /// What each rule says as told, by its place in the charter.
  public var sayings: [Saying]
  /// The sums as told.
  public var tally: Tally
  /// The verdict as told.
  public var verdict: Verdict
  /// What the open answers still allow.
  public var uncertainty: Uncertainty
  /// The facts that `the rest is untouched` filled.
  public var filled: [Int]
  /// The facts that must be said and are not.
  public var missing: [Int]
  /// The same for the other groups of customers, the worst-off first; this one is worse off than
  /// all of them.
  public var otherGroups: [Judgement] = []

  /// The charter that it was judged by.
  public var charter: Charter { program.charter }

  /// The rules that say anything but neutral, vetoes first, then by points, then as declared.
  public var speakers: [Int] {
    program.usedRules.filter { sayings[$0].speaks && isWeighed($0) }.sorted { left, right in
      let (one, other) = (key(left), key(right))
      return one == other ? left < right : one > other
    }
  }

  /// The points, in halves, that the rule at `rule` brings: above 0 for, below 0 against.
  public func halfPoints(ofRule rule: Int) -> Int {
    sayings[rule].halves * program.rules[rule].weight
  }

  // A rule that weighs nothing only vetoes: it counts for nothing else.
  private func isWeighed(_ rule: Int) -> Bool {
    program.rules[rule].weight > 0 || sayings[rule] == .veto
  }

  private func key(_ rule: Int) -> (Int, Int) {
    (sayings[rule] == .veto ? 1 : 0, abs(halfPoints(ofRule: rule)))
  }
}
