public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateEvaluation

/// What was found where something was expected.
public enum ExpectationText {
  /// What is so of `judgement`, in the form of `expectation`; `other` is what it is compared with.
  public static func found(
    _ expectation: Expectation, _ judgement: Judgement, other: Judgement? = nil
  ) -> String {
    switch expectation.content {
    case .verdict: "verdict is \(outcome(judgement))"
    case .score: score(judgement)
    case .vetoedBy(let rule), .speaksFor(let rule), .speaksAgainst(let rule), .neutral(let rule):
      "\(judgement.charter.rules[rule].name) is \(judgement.sayings[rule].words)"
    case .settled: "not settled: could still be \(reachable(judgement))"
    case .notSettled: "settled"
    case .betterThan, .worseThan:
      "\(outcome(judgement)); \(other.map { "\($0.title): \(outcome($0))" } ?? "")"
    }
  }

  /// The verdict with its score.
  public static func outcome(_ judgement: Judgement) -> String {
    guard let score = judgement.tally.score, judgement.verdict != .vetoed else {
      return judgement.verdictWord
    }
    return "\(judgement.verdictWord), \(ScoreText.whole(score, bands: judgement.charter.bands))"
  }

  private static func score(_ judgement: Judgement) -> String {
    guard let score = judgement.tally.score else { return "no score, since no rule speaks" }
    return "score is \(ScoreText.precise(score, bands: judgement.charter.bands))"
  }

  private static func reachable(_ judgement: Judgement) -> String {
    Words.list(
      judgement.uncertainty.reachable.filter { $0 != judgement.verdict }
        .map { $0.name(in: judgement.charter) }, "or")
  }
}
