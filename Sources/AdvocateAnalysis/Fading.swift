import AdvocateCharter

/// What is left of a deed after so many days: 2 to the power of minus the days by the half-life.
enum Fading {
  /// The share that is left after `days`, which are not below 0; all where it never fades.
  ///
  /// Whole half-lives are halved exactly. The part of one that remains goes through the series of
  /// e to the power of x, whose terms below the last digit of a machine number are left out, so
  /// that every machine comes to the same share, to about 16 digits.
  static func share(days: Double, halfLife: Double?) -> Double {
    guard let halfLife, days > 0 else { return 1 }
    let halves = days / halfLife
    guard halves < 1_000 else { return 0 }
    let whole = halves.rounded(.down)
    let exponent = (whole - halves) * 0.693_147_180_559_945_309_4
    var (term, sum) = (1.0, 1.0)
    for place in 1..<20 {
      term *= exponent / Double(place)
      sum += term
    }
    return Double(sign: .plus, exponent: -Int(whole), significand: sum)
  }
}
