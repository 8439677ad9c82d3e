import AdvocateCharter
import AdvocateEvaluation

/// How much a verdict leans on answers, weights and single rules, in one word.
public enum Firmness: String, Sendable, CaseIterable {
  /// No rule speaks, so there is nothing to lean.
  case none
  /// Open answers can still change the verdict.
  case open
  /// Other weights hardly change it.
  case firm
  /// Fewer than three rules spoke.
  case thin
  /// A little change of weights changes it.
  case onTheEdge = "on the edge"
  /// It holds, but other weights can change it.
  case leaning
}

extension Judgement {
  /// The firmness of the verdict as told: the first that holds of none (silent), open (not
  /// settled), firm (vetoed), thin (fewer than three rules spoke), on the edge (agreement under
  /// 70%, or within 3 of a band's edge), firm (agreement at least 95%, and at least 10 from every
  /// edge), and leaning.
  public var firmness: Firmness { firmness(agreement) }

  /// The same where the agreement is known already.
  ///
  /// - Parameter agreement: what `agreement` gives for this judgement.
  public func firmness(_ agreement: @autoclosure () -> Agreement?) -> Firmness {
    guard verdict != .silent else { return .none }
    guard uncertainty.isSettled else { return .open }
    guard verdict != .vetoed else { return .firm }
    guard speakers.count >= 3 else { return .thin }
    // No share of ways, a whole number over a power of 5, is 70% or 95% exactly.
    let share = agreement()?.share ?? 0
    if share < 0.7 || isWithin(hundredths: 300) { return .onTheEdge }
    return share >= 0.95 && !isWithin(hundredths: 1000, orAt: false) ? .firm : .leaning
  }

  /// Whether some edge between two bands is as near as `hundredths`, or nearer; exact.
  private func isWithin(hundredths: Int, orAt isEndCounted: Bool = true) -> Bool {
    guard let score = tally.score else { return false }
    return charter.bands.dropLast().contains { band in
      let pull = BandEdge(hundredths: band.from).pull(halves: 0)
      let distance = abs(pull * score.inPlay + 2500 * score.balance)
      let limit = hundredths * score.inPlay
      return isEndCounted ? distance <= limit : distance < limit
    }
  }
}
