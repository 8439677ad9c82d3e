import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics

/// What is said of the balance of a ledger.
struct LedgerWords {
  let balance: LedgerBalance
  /// The stretches of days below zero.
  let below: [LedgerBalance.Stretch]
  /// A date of the kind that it writes: a day from the start, or a calendar date.
  private let kind: LedgerDate

  /// Creates the words for a balance; where it holds no deed, dates are written as in `kind`.
  init(_ balance: LedgerBalance, kind: LedgerDate? = nil) {
    self.balance = balance
    below = balance.below
    self.kind = balance.deeds.first?.date ?? kind ?? .day(0)
  }

  // MARK: - Figures

  /// A balance to a tenth; one that is nearly zero says on which side it is.
  static func tenth(_ value: Double) -> String {
    let tenths = (abs(value) * 10).rounded()
    guard tenths < 1e15 else { return (value < 0 ? ScoreText.minus : "") + "more than any sum" }
    guard tenths > 0 else {
      // Sums in machine numbers miss zero by dust.
      return abs(value) < 1e-9 ? "0.0" : value < 0 ? "just below 0" : "just above 0"
    }
    let whole = Int(tenths)
    return (value < 0 ? ScoreText.minus : "") + "\(whole / 10).\(whole % 10)"
  }

  /// What a deed counts, with its sign, to a tenth.
  static func signed(_ amount: Number) -> String {
    (amount.sign > 0 ? "+" : "") + tenth(amount.approximate)
  }

  /// A balance for programs, to six digits behind the point.
  static func figure(_ value: Double) -> View.Figure {
    guard abs(value) < 1e12 else { return .absent }
    return Number(Int((value * 1_000_000).rounded())).divided(by: Number(1_000_000))
      .map { .number($0) } ?? .absent
  }

  /// A day as the ledger writes days.
  func date(_ day: Int) -> String {
    kind.moved(to: day).text
  }

  /// How the ledger fades.
  static func terms(_ balance: LedgerBalance) -> String {
    func fading(_ word: String, _ days: Number?) -> String {
      guard let days else { return "\(word) fades never" }
      return "\(word) halves every \(days == Number(1) ? "day" : days.exactDecimal + " days")"
    }
    let start =
      balance.start.sign == 0
      ? "" : ", starts at \(signed(balance.start).replacingPlus) which stays"
    return fading("good", balance.goodHalfLife) + ", " + fading("bad", balance.badHalfLife) + start
  }

  // MARK: - The state

  /// The last day that is drawn: so far behind the last deed that what is good has faded to less
  /// than a fifth, and behind the day on which the balance falls below zero.
  var end: Int {
    let days = balance.goodHalfLife.map { min($0.approximate, 3_600) } ?? 30
    var end = Double(balance.lastDay) + max(2.5 * days, 15)
    if let stretch = below.last, Double(stretch.from - balance.lastDay) <= 12 * days {
      end = max(end, Double(stretch.from) + days)
    }
    // Months of 30 days; a short ledger ends on a ten.
    let length = end - Double(balance.firstDay)
    let unit = length > 50 ? 30.0 : 10.0
    return balance.firstDay + Int((length / unit).rounded(.up) * unit)
  }

  /// When the balance is below zero, and what it comes to.
  var state: StyledText { state(at: end) }

  /// The same, up to a day.
  func state(at end: Int) -> StyledText {
    let final = "\(Self.tenth(balance.balance(on: end))) on \(date(end))"
    guard let last = below.last else {
      let days = balance.limit >= 0 ? "Never below zero" : "Not below zero"
      return "\(bold: days); \(final)\(cause(isBelow: false))."
    }
    var parts = below.suffix(3).map { stretch in
      guard let until = stretch.until else { return "from \(date(stretch.from))" }
      let days = until - stretch.from
      return days == 1
        ? "on \(date(stretch.from))"
        : "from \(date(stretch.from)) to \(date(until - 1)) (\(days) days)"
    }
    if below.count > 3 { parts.insert("\(below.count - 3) times before", at: 0) }
    let days = "Below zero \(Words.list(parts))"
    return "\(bold: days); \(final)\(cause(isBelow: last.until == nil))."
  }

  /// Why it ends as it does, in a few words.
  private func cause(isBelow: Bool) -> String {
    let hasGood = balance.deeds.contains { $0.amount.sign > 0 }
    guard isBelow, hasGood, balance.goodHalfLife != nil, balance.badHalfLife == nil else {
      return ""
    }
    return ", since good fades and bad stays"
  }

  // MARK: - The way back

  /// What it takes to come back above zero, or to stay there.
  var returning: [StyledText] {
    guard let last = below.last, last.until == nil else { return [] }
    guard let best = balance.bestDeed else {
      return [
        """
        No deed here is good, so there is none to do again. To try one:  ledger what if \
        (an action) on \(date(end))
        """
      ]
    }
    var sentences: [StyledText] = []
    let deed = "\(best.action) (\(Self.signed(best.amount)))"
    let due = last.from - 1
    if due > balance.lastDay {
      sentences.append(
        """
        One more deed like \(deed) on \(date(due)), the last day that is not below zero, holds it \
        \(held(from: due, best)).
        """)
    }
    sentences.append(lift(best, deed, after: last.from, isFirst: sentences.isEmpty))
    if let goodHalfLife = balance.goodHalfLife, goodHalfLife.sign > 0 {
      sentences.append(longRun(best))
    }
    return sentences
  }

  /// One deed more on a day: a half-life before the end of what is drawn.
  private func lift(
    _ best: LedgerBalance.Deed, _ deed: String, after first: Int, isFirst: Bool
  ) -> StyledText {
    let days = balance.goodHalfLife.map { Int(min($0.approximate, 3_600).rounded(.up)) } ?? 30
    let day = max(first, end - days, balance.lastDay)
    let depth = -balance.balance(on: day)
    let size = best.amount.approximate
    let subject = isFirst ? "One more deed like \(deed)" : "One more such deed"
    if size >= depth {
      return "\(subject) on \(date(day)) lifts it above zero \(held(from: day, best))."
    }
    guard depth / size < 1e9 else {
      return "\(subject) on \(date(day)) does not lift it above zero, nor do a thousand million."
    }
    let count = Int((depth / size - 1e-9).rounded(.up))
    return """
      \(subject) on \(date(day)) does not lift it above zero: that takes \(count) of them on that \
      day.
      """
  }

  /// The last day to which one more deed holds the balance.
  private func held(from day: Int, _ best: LedgerBalance.Deed) -> String {
    var more = best
    more.date = best.date.moved(to: day)
    let stretches = balance.with(balance.deeds + [more]).below
    guard let next = stretches.first(where: { $0.until.map { $0 > day } ?? true }) else {
      return "for good"
    }
    return "until \(date(next.from - 1))"
  }

  private func longRun(_ best: LedgerBalance.Deed) -> StyledText {
    switch balance.longRunDays(of: best.amount) {
    case nil where balance.limit < 0:
      "In the long run not even one such deed every day holds it there."
    case nil: "Since bad fades too, it comes ever closer to zero by itself."
    case 1: "In the long run one such deed every day holds it there."
    case let days?: "In the long run one such deed every \(days) days holds it there."
    }
  }

  // MARK: - Kindness

  /// How long ago, at the last deed, something good was done that nobody had asked for.
  func unasked(_ isKnown: Bool) -> StyledText {
    let goods = balance.deeds.filter { $0.amount.sign > 0 }
    guard let good = goods.last else { return "There is no good deed in it yet." }
    guard isKnown else { return "The last good deed: \(good.action), \(since(good))." }
    guard let unasked = balance.lastUnaskedDeed else {
      return """
        No good deed here is said to be unasked. The line for it, below the action:  \
        \(Judgement.unaskedFact) is yes
        """
    }
    return "The last good deed that nobody had asked for: \(unasked.action), \(since(unasked))."
  }

  private func since(_ deed: LedgerBalance.Deed) -> String {
    let days = balance.lastDay - deed.date.number
    let when = "on \(deed.date.text)"
    return switch days {
    case 0: "\(when), the day of the last entry"
    case 1: "\(when), a day before the last entry"
    default: "\(when), \(days) days before the last entry"
    }
  }
}

extension String {
  fileprivate var replacingPlus: String { hasPrefix("+") ? String(dropFirst()) : self }
}

/// The balance of one ledger or two over the days.
struct LedgerPlot {
  /// The balances, each with the sign that draws it.
  let lines: [(balance: LedgerBalance, sign: Character)]
  let end: Int

  private var first: LedgerBalance { lines[0].balance }
  private var start: Int { lines.map(\.balance.firstDay).min() ?? 0 }
  private var isDay: Bool { first.deeds.first?.date.isDay ?? true }

  /// Dates are counted from the first of them.
  private var shift: Int { isDay ? 0 : start }

  /// The drawing for wide windows and for narrow ones.
  var drawing: View.Drawing {
    View.Drawing(
      wide: plot.drawn(width: 72, height: 8), narrow: plot.drawn(width: 40, height: 8))
  }

  private var plot: Plot {
    let shift = Double(shift)
    return Plot(
      from: Double(start) - shift, to: Double(end) - shift, scale: .days,
      unit: isDay ? "days" : "days after \(LedgerWords(first).date(start))",
      lines: lines.map { line in
        Plot.Line(sign: line.sign) { line.balance.balance(at: $0 + shift) }
      })
  }

  /// The balances every so many days, for programs.
  var points: View.Table {
    let step = max(1, (end - start) / 12)
    let words = LedgerWords(first)
    let names = lines.count == 1 ? ["balance"] : ["asItIs", "asSupposed"]
    let headings = lines.count == 1 ? ["balance"] : ["as it is", "as supposed"]
    return View.Table(
      "overTime",
      columns: [.init("on", isDay ? "day" : "date")]
        + zip(names, headings).map { .init($0, $1, isRight: true) },
      rows: stride(from: start, through: end, by: step).map { day in
        [.init(StyledText(words.date(day)))]
          + lines.map { line in
            let value = line.balance.balance(on: day)
            return .init(StyledText(LedgerWords.tenth(value)), LedgerWords.figure(value))
          }
      })
  }
}
