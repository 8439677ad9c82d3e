import AdvocateCharter
import AdvocateEvaluation

/// How a verdict as told fares over all weightings whatsoever of its rules.
///
/// All divisions of one total weight among the rules are equally likely: the uniform distribution
/// on the simplex. The share of them that reaches a score is the volume of a simplex cut by a
/// half-space, by the recursion of Varsi ("The multidimensional content of the frustum of the
/// simplex", Pacific Journal of Mathematics 46, 1973) and Ali ("Content of the frustum of a
/// simplex", the same 48, 1973).
public struct FreeAgreement: Sendable, Equatable {
  /// The share under which the verdict stays, and whether it does so everywhere.
  public let agreement: Agreement
  /// The share that ends in each band, the best first.
  public let shares: [Double]
}

extension Judgement {
  /// The agreement over all weightings whatsoever; nil where no rule speaks, and where the action
  /// is vetoed, since then weights do not matter.
  ///
  /// Complexity: the square of the number of rules in play for each edge.
  public var freeAgreement: FreeAgreement? {
    guard case .band(let place) = verdict else { return nil }
    let rules = weighedRules
    let halves = rules.map { sayings[$0].halves }
    let edges = charter.bands.dropLast().map { BandEdge(hundredths: $0.from) }
    let reached: [Double] =
      edges.map { edge in
        SimplexCut.share(atLeastZero: halves.map { edge.pull(halves: $0) })
      } + [1]
    let better = [0] + reached.dropLast()
    let shares = zip(reached, better).map { max(0, $0 - $1) }
    let (lower, upper) = self.edges
    // Weightings leave the band as soon as one rule alone would, since the others may weigh next to
    // nothing. Those that only touch the better band have no volume.
    let isUnanimous =
      (lower.map { edge in halves.allSatisfy { edge.pull(halves: $0) >= 0 } } ?? true)
      && (upper.map { edge in
        let pulls = halves.map { edge.pull(halves: $0) }
        return pulls.allSatisfy { $0 <= 0 } && pulls.contains { $0 < 0 }
      } ?? true)
    let share =
      isUnanimous ? 1 : min(max(shares[place], Double.leastNonzeroMagnitude), 1.0.nextDown)
    return FreeAgreement(
      agreement: Agreement(share: share, isUnanimous: isUnanimous, ruleCount: rules.count),
      shares: shares)
  }
}

/// A simplex cut by a half-space through the origin of its weights.
enum SimplexCut {
  /// The share of all weightings, 0 or more with sum 1, under which the sum of weight times pull is
  /// not below 0.
  ///
  /// Every step is a weighted mean of two earlier shares: nothing cancels, so that the relative
  /// error is below 4 times the number of pulls times 2^-53.
  static func share(atLeastZero pulls: [Int]) -> Double {
    let up = pulls.filter { $0 >= 0 }.map(Double.init)
    let down = pulls.filter { $0 < 0 }.map { -Double($0) }
    // Step by step the shares for one more falling rule, of all so far and of each first few
    // rising ones.
    var shares = [Double](repeating: 0, count: up.count + 1)
    // With rising rules alone the sum is never below 0; with falling ones alone always.
    for place in shares.indices.dropFirst() { shares[place] = 1 }
    for fall in down {
      for (place, rise) in up.enumerated() {
        shares[place + 1] = (rise * shares[place + 1] + fall * shares[place]) / (rise + fall)
      }
    }
    return shares[up.count]
  }
}
