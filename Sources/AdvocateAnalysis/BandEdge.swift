import AdvocateCharter
import AdvocateEvaluation

/// A score at which one band ends and the better one begins, seen by the rules' weights.
///
/// Whether the score reaches the edge is linear in the weights: it does where the sum of weight
/// times pull over the rules in play is not below 0.
struct BandEdge: Sendable, Equatable {
  /// The score, in hundredths.
  let hundredths: Int

  /// How far one point of weight that speaks in so many halves, -2 to 2, lifts the score to the
  /// edge: its mark, in hundredths, less the edge.
  func pull(halves: Int) -> Int { 2500 * halves + 5000 - hundredths }
}

extension Judgement {
  /// The rules in play whose weight counts, in charter order: those that weigh 0 only veto.
  public var weighedRules: [Int] {
    program.usedRules.filter { sayings[$0] != .notInPlay && program.rules[$0].weight > 0 }
  }

  /// Where the band of the verdict begins, and where the next better one does; nil at the ends,
  /// and for both where the verdict is no band.
  var edges: (lower: BandEdge?, upper: BandEdge?) {
    guard case .band(let place) = verdict else { return (nil, nil) }
    let bands = charter.bands
    let lower = place < bands.count - 1 ? BandEdge(hundredths: bands[place].from) : nil
    return (lower, place > 0 ? BandEdge(hundredths: bands[place - 1].from) : nil)
  }
}
