public import AdvocateCharter
public import AdvocateEvaluation

/// Scores, points and shares in figures, as every screen writes them.
public enum ScoreText {
  /// The sign before what is taken away.
  public static let minus = "−"

  /// `score` shown whole, halves up, with the decimals that keep it on its side of every edge.
  public static func whole(_ score: Score, bands: [Band]) -> String {
    rounded(score, bands: bands, atLeast: 0)
  }

  /// `score` with one decimal, or more where one would stand on the wrong side of an edge; a
  /// score that is exactly whole has none.
  public static func precise(_ score: Score, bands: [Band]) -> String {
    let isWhole = (25 * score.balance) % score.inPlay == 0
    return rounded(score, bands: bands, atLeast: isWhole ? 0 : 1)
  }

  /// Scores that stand below or beside each other: whole, and all with a decimal where two would
  /// look alike or one would stand on the wrong side of an edge.
  public static func rows(_ scores: [Score], bands: [Band]) -> [String] {
    let wholes = scores.map { whole($0, bands: bands) }
    let areClear = scores.indices.allSatisfy { one in
      !wholes[one].contains(".")
        && scores.indices.allSatisfy { wholes[$0] != wholes[one] || scores[$0] == scores[one] }
    }
    return areClear ? wholes : scores.map { rounded($0, bands: bands, atLeast: 1) }
  }

  /// Both ends of a range of scores, as in `67 to 77`; one figure where both read alike.
  public static func range(_ range: ClosedRange<Score>, bands: [Band]) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    let ends = (whole(low, bands: bands), whole(high, bands: bands))
    if ends.0 != ends.1 { return "\(ends.0) to \(ends.1)" }
    if low == high { return ends.0 }
    let closer = (precise(low, bands: bands), precise(high, bands: bands))
    return closer.0 == closer.1 ? "about \(closer.0)" : "\(closer.0) to \(closer.1)"
  }

  /// Points given in halves, as in `4` or `2.5`.
  public static func points(halves: Int) -> String {
    let size = halves.magnitude
    return (halves < 0 ? minus : "") + String(size / 2) + (size % 2 == 1 ? ".5" : "")
  }

  /// The edge of a band, given in hundredths.
  public static func edge(hundredths: Int) -> String {
    decimal(hundredths, places: 2, keepsZeros: false)
  }

  /// The line of arithmetic that gives the score of `tally`; nil where there is none.
  public static func sum(_ tally: Tally, bands: [Band]) -> String? {
    guard let score = tally.score else { return nil }
    return "50 + 50 × (\(points(halves: tally.forHalves)) \(minus) "
      + "\(points(halves: tally.againstHalves))) ÷ \(tally.inPlay) = "
      + precise(score, bands: bands)
  }

  /// A share in words: `all`, `more than 99 in 100`, `63 in 100`, `fewer than 1 in 100`, `none`.
  public static func share(_ share: Double) -> String {
    // A share comes from sums of floating point, so what misses the whole by dust is the whole.
    if share >= 1 - 1e-12 { return "all" }
    if share <= 0 { return "none" }
    let hundredths = Int((share * 100).rounded())
    if hundredths >= 100 { return "more than 99 in 100" }
    return hundredths < 1 ? "fewer than 1 in 100" : "\(hundredths) in 100"
  }

  /// Shares of one whole in words, so that their figures add up to 100.
  public static func shares(_ shares: [Double]) -> [String] {
    zip(shares, hundredths(shares)).map { exact, figure in
      let alone = share(exact)
      return alone.contains(" in ") && (1..<100).contains(figure) && exact >= 0.005
        ? "\(figure) in 100" : alone
    }
  }

  /// Shares of one whole as hundredths that add up to 100.
  ///
  /// The hundredths that are missing go to those that lose most by rounding down.
  static func hundredths(_ shares: [Double]) -> [Int] {
    var figures = shares.map { Int(max(0, $0) * 100) }
    let byRest = shares.indices.sorted { one, other in
      let (left, right) = (
        shares[one] * 100 - Double(figures[one]), shares[other] * 100 - Double(figures[other])
      )
      // Of what rounding hurts alike the smaller first, so that equal shares stay equal.
      if abs(left - right) > 1e-9 { return left > right }
      return abs(shares[one] - shares[other]) > 1e-12 ? shares[one] < shares[other] : one < other
    }
    for place in byRest.prefix(max(0, 100 - figures.reduce(0, +))) { figures[place] += 1 }
    return figures
  }

  private static func rounded(_ score: Score, bands: [Band], atLeast fewest: Int) -> String {
    // Two different fractions over weights of this size part before the tenth decimal.
    let places = (fewest..<9).first { places in
      let value = scaled(score, places: places)
      return bands.allSatisfy { band in
        let isAbove = 100 * value >= band.from * powerOfTen(places)
        return isAbove == score.isAtLeast(hundredths: band.from)
      }
    }
    return decimal(scaled(score, places: places ?? 9), places: places ?? 9, keepsZeros: true)
  }

  /// The score in units of the last of `places` decimals, halves up.
  private static func scaled(_ score: Score, places: Int) -> Int {
    // The score is never below 0, so that the division rounds down.
    let numerator = (50 * score.inPlay + 25 * score.balance) * powerOfTen(places)
    return (2 * numerator + score.inPlay) / (2 * score.inPlay)
  }

  private static func decimal(_ value: Int, places: Int, keepsZeros: Bool) -> String {
    guard places > 0 else { return String(value) }
    let unit = powerOfTen(places)
    var fraction = String(value % unit)
    fraction = String(repeating: "0", count: places - fraction.count) + fraction
    while !keepsZeros, fraction.last == "0" { fraction.removeLast() }
    return String(value / unit) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func powerOfTen(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}
