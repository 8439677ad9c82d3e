public import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// How much a verdict leans on the weights, in the fixed words for it.
public enum SureText {
  /// The sentence for the block Sure; nil where no rule speaks, and where open answers can still
  /// change the verdict, which is said there already.
  public static func firmness(_ judgement: Judgement) -> String? {
    guard judgement.uncertainty.isSettled else { return nil }
    if judgement.verdict == .vetoed { return "Firm: no weight changes a veto." }
    guard let agreement = judgement.agreement else { return nil }
    let ways = ways(agreement, verb: "say the same", ofAll: "says the same")
    switch judgement.firmness(agreement) {
    case .none, .open: return nil
    case .firm: return "Firm: \(ways)."
    case .leaning: return "Leaning: \(ways)."
    case .thin:
      let spoke = judgement.speakers.count
      return "Thin: \(spoke > 0 ? "only " : "")\(Words.count(spoke, "rule")) spoke, and \(ways)."
    case .onTheEdge:
      return "On the edge: \(nearness(judgement).map { "\($0), and " } ?? "")\(ways)."
    }
  }

  /// `90 in 100 ways to weigh its 5 rules agree`, with `verb` for agree, and for agrees where every
  /// way does.
  static func ways(_ agreement: Agreement, verb: String, ofAll one: String) -> String {
    let count = agreement.ruleCount
    guard agreement.isUnanimous else {
      // Rounding is not let over the limits of firmness.
      let share = agreement.share
      let limit = [70, 95].first { 100 * share < Double($0) && 100 * share >= Double($0) - 0.5 }
      let figure = limit.map { "fewer than \($0) in 100" } ?? self.share(agreement)
      return "\(figure) ways to weigh its \(Words.count(count, "rule")) \(verb)"
    }
    let what =
      count == 1 ? "every weight of its only rule" : "every way to weigh its \(count) rules"
    return "\(what) \(one)"
  }

  /// A share of weightings in figures; `all` only where it is, however near it comes.
  static func share(_ agreement: Agreement) -> String {
    agreement.isUnanimous ? "all" : ScoreText.share(min(agreement.share, 1 - 1e-9))
  }

  /// How near the score stands to an edge within 3 of it; nil where there is none.
  private static func nearness(_ judgement: Judgement) -> String? {
    guard let score = judgement.tally.score?.number else { return nil }
    let distances = judgement.charter.bands.dropLast().map { band in
      let edge = Number(band.from).divided(by: Number(100)) ?? Number(0)
      return (away: (score - edge).magnitude, edge: ScoreText.edge(hundredths: band.from))
    }
    guard let nearest = distances.min(by: { $0.away < $1.away }), nearest.away <= Number(3) else {
      return nil
    }
    if nearest.away.sign == 0 { return "the score is exactly \(nearest.edge), where a band begins" }
    let away = nearest.away.decimal(places: 1)
    return "the score is \(away == "0" ? "less than 0.1" : away) from the edge at \(nearest.edge)"
  }
}
