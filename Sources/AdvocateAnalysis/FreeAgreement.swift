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
  /// The share under which the verdict stays, and whether that is all but what has no volume.
  public let agreement: Agreement
  /// The share that ends in each band, the best first; 0 only for bands that have none, which is
  /// decided exactly.
  public let shares: [Double]
}

extension Judgement {
  /// The agreement over all weightings whatsoever; nil where no rule speaks, and where the action
  /// is vetoed, since then weights do not matter.
  ///
  /// Complexity: the square of the number of rules in play for each edge.
  public var freeAgreement: FreeAgreement? {
    guard case .band(let verdict) = verdict else { return nil }
    let halves = weighedRules.map { sayings[$0].halves }
    let edges = charter.bands.dropLast().map { BandEdge(hundredths: $0.from) }
    // The share that comes to each band or a better one.
    let reached: [Double] =
      edges.map { edge in SimplexCut.share(atLeastZero: halves.map { edge.pull(halves: $0) }) }
      + [1]
    let bands = charter.bands.indices.filter { place in
      hasVolume(
        halves, from: place < edges.count ? edges[place] : nil,
        to: place > 0 ? edges[place - 1] : nil
      )
    }
    let shares = charter.bands.indices.map { place -> Double in
      guard bands.contains(place) else { return 0 }
      guard bands.count > 1 else { return 1 }
      let share = reached[place] - (place > 0 ? reached[place - 1] : 0)
      return min(max(share, Double.leastNonzeroMagnitude), 1.0.nextDown)
    }
    return FreeAgreement(
      agreement: Agreement(
        share: shares[verdict], isUnanimous: bands == [verdict], ruleCount: halves.count),
      shares: shares)
  }

  /// Whether more than what only touches the edges of a band lies within it.
  ///
  /// Every mean of the marks is the score of some weighting, so that only their ends count.
  private func hasVolume(_ halves: [Int], from lower: BandEdge?, to upper: BandEdge?) -> Bool {
    guard let least = halves.min(), let greatest = halves.max() else { return false }
    let above = lower?.pull(halves: greatest) ?? 1
    let isBelow = (upper?.pull(halves: least) ?? -1) < 0
    return isBelow && (above > 0 || above == 0 && least == greatest)
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
    // The shares of the first few rising rules, none to all, against the falling ones so far: with
    // none of those the sum is never below 0, with them alone it always is.
    var shares = [0.0] + [Double](repeating: 1, count: up.count)
    for fall in down {
      for (place, rise) in up.enumerated() {
        shares[place + 1] = (rise * shares[place + 1] + fall * shares[place]) / (rise + fall)
      }
    }
    return shares[up.count]
  }
}
