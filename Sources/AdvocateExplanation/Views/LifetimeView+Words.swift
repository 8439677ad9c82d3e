import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics

/// What is said of a sum over the years: when the gain is eaten, and what to expect.
struct LifetimeWords {
  let value: LifetimeValue
  let change: NumberRange
  let left: NumberRange

  private var gain: NumberRange { value.inputs.gain }

  /// When what the quarter gains is eaten, or what it costs is won back.
  var breakEven: StyledText {
    let sum = """
      \(FigureText.range(gain.magnitude, FigureText.money)) ÷ \
      \(FigureText.range(value.perYear, FigureText.money)) a year
      """
    let time = FigureText.time(years: value.breakEvenYears)
    switch gain.sign {
    case 0: return "The quarter brings nothing that the years could eat."
    case nil:
      return """
        The quarter may cost or gain, so there is no one time after which it is eaten (\(sum)).
        """
    case -1:
      return "The cost is won back if people stay \(bold: time) longer (\(sum))."
    default:
      if let years = value.inputs.years, value.breakEvenYears.low > years.now.high {
        return """
          Even if all of them left today the gain would not be eaten: that takes \(time) (\(sum)), \
          and they stay \(FigureText.between(years.now, FigureText.number)) years.
          """
      }
      return "\(bold: "The gain is eaten if people leave \(time) sooner") (\(sum))."
    }
  }

  /// What the plan expects, and what follows.
  var outcome: StyledText { StyledText("\(expectation), \(result).") }

  private var expectation: String {
    switch change.sign {
    case 0: return "You expect them to stay as long as today"
    case nil where change.low.sign < 0 && change.high.sign > 0:
      let sooner = FigureText.time(years: NumberRange(change.low))
      let longer = FigureText.time(years: NumberRange(change.high))
      return "You expect anything from \(sooner) sooner to \(longer) longer"
    default:
      let word = change.low.sign < 0 ? "sooner" : "longer"
      return "You expect \(FigureText.time(years: change)) \(word)"
    }
  }

  private var result: String {
    let isSooner = change.low.sign < 0
    switch (left.sign, gain.sign) {
    case (1, -1): return "so the cost is won back"
    case (1, 1): return isSooner ? "so a part of the gain is left" : "so both gain"
    case (1, _): return "so something is left over"
    case (-1, -1): return isSooner ? "so both are lost" : "so the cost is not won back"
    case (-1, 1): return "so the gain is lost"
    case (-1, _): return "so more is lost than gained"
    case (0, _): return "so nothing is left over and nothing is lost"
    default: return "so it can go either way"
    }
  }
}

/// What is left over, against the weeks by which people leave sooner.
struct LifetimePlot {
  let value: LifetimeValue
  let change: NumberRange

  /// The weeks sooner that the plan expects, and those that eat the gain; the latter only where
  /// both fit into one picture.
  private var plan: NumberRange { (NumberRange(Number(0)) - change).inWeeks }

  private var breakEven: NumberRange? {
    let weeks = value.breakEvenYears.inWeeks
    let farthest = max(
      plan.low.magnitude, plan.high.magnitude, LifetimeValue.weeksOfYear)
    let isNear = max(weeks.low.magnitude, weeks.high.magnitude) <= farthest * Number(8)
    return isNear ? weeks : nil
  }

  /// What is left over after so many weeks sooner.
  private func left(_ weeks: Number) -> NumberRange {
    let years = weeks.divided(by: LifetimeValue.weeksOfYear) ?? Number(0)
    return value.inputs.gain - value.perYear * NumberRange(years)
  }

  /// The drawing for wide windows and for narrow ones.
  func drawing(_ currency: String) -> View.Drawing {
    let title = StyledText("left over, \(currency)")
    return View.Drawing(
      wide: [title] + plot.drawn(width: 64, height: 9),
      narrow: [title] + plot.drawn(width: 40, height: 7))
  }

  private var plot: Plot {
    let places = [plan.low, plan.high, breakEven?.low, breakEven?.high].compactMap {
      $0?.approximate
    }
    let low = min(0, places.min() ?? 0)
    // With nothing to mark but today, half a year shows where the line goes.
    let high = places.allSatisfy { $0 == 0 } ? 26 : max(0, places.max() ?? 0)
    let margin = max((high - low) / 8, 1)
    let year = LifetimeValue.weeksOfYear.approximate
    func line(_ gain: Number, _ perYear: Number, _ other: Number) -> Plot.Line {
      Plot.Line(sign: "●") { weeks in
        // Below 0 weeks people stay longer, and more a year is more.
        gain.approximate - (weeks < 0 ? other : perYear).approximate * weeks / year
      }
    }
    let gain = value.inputs.gain
    let perYear = value.perYear
    let isOne = gain.isOne && perYear.isOne
    let lines =
      isOne
      ? [line(gain.low, perYear.low, perYear.low)]
      : [
        line(gain.low, perYear.high, perYear.low), line(gain.high, perYear.low, perYear.high),
      ]
    var marks = (breakEven.map { [$0.low, $0.high] } ?? []).map {
      Plot.Mark(sign: "×", place: $0.approximate, height: 0)
    }
    for weeks in [plan.low, plan.high] {
      for end in isOne ? [left(weeks).low] : [left(weeks).low, left(weeks).high] {
        marks.append(
          Plot.Mark(sign: "◆", place: weeks.approximate, height: end.approximate))
      }
    }
    return Plot(
      from: low < 0 ? low - margin : 0, to: high + margin, unit: "weeks sooner", lines: lines,
      marks: marks, rowText: Self.short)
  }

  /// `250k` rather than `250,000`, as one may type it.
  private static func short(_ number: Number) -> String {
    let size = number.magnitude
    let sign = number.sign < 0 ? ScoreText.minus : ""
    for (unit, letter) in [(1_000_000, "m"), (1000, "k")] where size >= Number(unit) {
      guard let part = size.divided(by: Number(unit)) else { continue }
      return sign + part.decimal(places: 3, separator: ",") + letter
    }
    return Plot.text(number)
  }

  /// What the signs of the drawing mean.
  var key: StyledText {
    let event = value.inputs.gain.isCost ? "the cost is won back" : "the gain is eaten"
    let cross = breakEven == nil ? "" : "× where \(event), "
    var text = "\(cross)◆ where the plan stands."
    if breakEven == nil { text += " Where \(event) lies beyond the drawing." }
    if (breakEven?.low ?? plan.low).sign < 0 || plan.low.sign < 0 {
      text += " Weeks below 0 are weeks longer."
    }
    if !value.inputs.gain.isOne || !value.perYear.isOne {
      text += " The lower line is the worst that the ranges allow, the upper one the best."
    }
    return StyledText(text)
  }

  /// The figures that the drawing shows, for programs.
  var points: View.Table {
    let weeks = [Number(0)] + (breakEven.map { [$0.low, $0.high] } ?? []) + [plan.low, plan.high]
    var seen: [Number] = []
    for week in weeks.sorted() where !seen.contains(week) { seen.append(week) }
    return View.Table(
      "leftOverByWeeks",
      columns: [
        .init("weeksSooner", "weeks sooner", isRight: true),
        .init("leftOver", "left over", isRight: true),
      ],
      rows: seen.map { week in
        let amount = left(week)
        return [
          .init(StyledText(FigureText.number(week)), .number(week)),
          .init(StyledText(FigureText.range(amount, FigureText.money)), .range(amount)),
        ]
      })
  }
}
