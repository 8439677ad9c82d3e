public import AdvocateCharter
import AdvocateEvaluation

/// Whether what a person expects of an action is so.
public enum ExpectationCheck {
  /// Whether `expectation` holds of `judgement`; `other` is the action that it is compared with.
  public static func holds(
    _ expectation: Expectation, of judgement: Judgement, other: Judgement? = nil
  ) -> Bool {
    func saying(_ rule: Int) -> Saying { judgement.sayings[rule] }
    switch expectation.content {
    case .verdict(let name): return judgement.verdictWord == name
    case .score(let from, let to):
      guard let score = judgement.tally.score else { return false }
      return score.isAtLeast(hundredths: from) && !isAbove(score, hundredths: to)
    case .vetoedBy(let rule): return saying(rule) == .veto
    case .speaksFor(let rule): return saying(rule).halves > 0
    case .speaksAgainst(let rule): return saying(rule).halves < 0
    case .neutral(let rule): return !saying(rule).speaks
    case .settled: return judgement.uncertainty.isSettled
    case .notSettled: return !judgement.uncertainty.isSettled
    case .betterThan: return other.map { isBetter(judgement, than: $0) } ?? false
    case .worseThan: return other.map { isBetter($0, than: judgement) } ?? false
    }
  }

  /// The action that an expectation compares with; nil for those that stand alone.
  public static func comparedAction(_ expectation: Expectation) -> String? {
    switch expectation.content {
    case .betterThan(let name), .worseThan(let name): name
    default: nil
    }
  }

  private static func isAbove(_ score: Score, hundredths: Int) -> Bool {
    // score > h, that is: h > score does not hold and they differ.
    (5000 - hundredths) * score.inPlay + 2500 * score.balance > 0
  }

  /// Whether `left` comes out better as told: a veto is worst, and no score counts as 50.
  public static func isBetter(_ left: Judgement, than right: Judgement) -> Bool {
    let (isLeftVetoed, isRightVetoed) = (left.verdict == .vetoed, right.verdict == .vetoed)
    if isLeftVetoed || isRightVetoed { return !isLeftVetoed && isRightVetoed }
    let middle = Score(balance: 0, inPlay: 1)
    return (left.tally.score ?? middle) > (right.tally.score ?? middle)
  }
}

extension Judgement {
  /// The verdict as told, as `expect` writes it: `silent` where no rule speaks.
  public var verdictWord: String {
    verdict == .silent ? "silent" : verdict.name(in: charter)
  }
}
