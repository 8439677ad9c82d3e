public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateEvaluation

/// Which actions of a batch are refused.
public struct BatchGates: Sendable {
  /// The outcomes that are refused, by their codes.
  public var codes: Set<Int> = []
  /// Whether an action is refused that open answers could still turn.
  public var refusesUnsettled = false
  /// The score below which an action is refused, and so is what is vetoed.
  public var below: Number?
  /// What came out before; then only what came out worse is refused.
  public var baseline: BatchBaseline?

  /// Creates gates that let everything through.
  public init() {}

  /// Whether anything can be refused.
  public var isOpen: Bool { !hasWord && baseline == nil }

  /// Whether something is refused whatever came out before.
  var hasWord: Bool { !codes.isEmpty || refusesUnsettled || below != nil }

  /// The gate of one word: an outcome, `not-settled`, or `below=N`. A veto is worse than any
  /// verdict, so that it passes neither `against` nor `below=N`.
  ///
  /// - Returns: whether there is such a gate.
  public mutating func close(_ word: String, _ charter: Charter) -> Bool {
    let vetoed = charter.bands.count + 1
    switch word {
    case "against": codes.formUnion([charter.bands.count - 1, vetoed])
    case "vetoed": codes.insert(vetoed)
    case "not-settled": refusesUnsettled = true
    default:
      guard word.hasPrefix("below=") else { return false }
      let parts = word.dropFirst(6).split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count),
        let number = Number(
          whole: parts[0], fraction: parts.count > 1 ? parts[1] : "", isNegative: false),
        number <= Number(100)
      else { return false }
      below = number
      codes.insert(vetoed)
    }
    return true
  }

  /// Whether `judgement`, alone, does not pass, whatever it was before.
  public func refuses(_ judgement: Judgement) -> Bool {
    let code = judgement.verdict.code(among: judgement.charter.bands)
    return refuses(judgement.tally.score, code: code)
      || (refusesUnsettled && !judgement.uncertainty.isSettled)
  }

  /// Whether an outcome is refused, whatever it was before.
  func refuses(_ score: Score?, code: Int) -> Bool {
    if codes.contains(code) { return true }
    guard let below, let score else { return false }
    return score.number < below
  }
}
