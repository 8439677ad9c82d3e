import AdvocateAnalysis
import AdvocateCharter

/// Amounts, shares and lengths of time as sentences and tables write them.
enum FigureText {
  /// `number` with commas and with no more digits behind the point than one reads: none from 100
  /// on, two below.
  static func number(_ number: Number) -> String {
    let size = number.magnitude
    let digits = size.decimal(places: size < Number(100) ? 2 : 0, separator: ",")
    return (number.sign < 0 && digits != "0" ? ScoreText.minus : "") + digits
  }

  /// An amount, in which cents are written in full or not at all.
  static func money(_ number: Number) -> String {
    let text = Self.number(number)
    guard let point = text.lastIndex(of: ".") else { return text }
    return text[point...].count == 2 ? text + "0" : text
  }

  /// `0.7` as `70%`, with one digit behind the point where it needs one.
  static func share(_ number: Number) -> String {
    let percent = number * Number(100)
    let digits = percent.magnitude.decimal(places: 1, separator: ",")
    return (percent.sign < 0 && digits != "0" ? ScoreText.minus : "") + digits + "%"
  }

  /// One figure, or both ends of a range as `A to B`.
  static func range(_ range: NumberRange, _ text: (Number) -> String) -> String {
    let (low, high) = (text(range.low), text(range.high))
    return low == high ? low : "\(low) to \(high)"
  }

  /// One figure, or both ends of a range as `between A and B`.
  static func between(_ range: NumberRange, _ text: (Number) -> String) -> String {
    let (low, high) = (text(range.low), text(range.high))
    return low == high ? low : "between \(low) and \(high)"
  }

  /// A length of time given in years, whatever its sign, in the unit that one would use: years
  /// from two years on, weeks from two weeks on, days below.
  static func time(years: NumberRange) -> String {
    let ends = NumberRange(years.low.magnitude, years.high.magnitude)
    let weeks = ends * NumberRange(LifetimeValue.weeksOfYear)
    if ends.high > Number(2) { return counted(ends, "year") }
    if weeks.high >= Number(2) { return counted(weeks, "week") }
    return counted(weeks * NumberRange(Number(7)), "day")
  }

  private static func counted(_ range: NumberRange, _ noun: String) -> String {
    let text = between(range) { number in
      number.sign != 0 && number.decimal(places: 1) == "0"
        ? "less than 0.1" : number.decimal(places: number < Number(10) ? 1 : 0, separator: ",")
    }
    return text == "1" ? "1 \(noun)" : "\(text) \(noun)s"
  }
}
