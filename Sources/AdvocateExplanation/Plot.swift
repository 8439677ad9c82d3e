import AdvocateCharter
import AdvocateDiagnostics

/// Lines over time, or over any other number, drawn in signs of one column each.
///
/// Rows and columns are named by round numbers. A line is drawn where it stands in the middle of a
/// row, so a plot shows a shape and no figures: whoever draws one says beside it what it shows.
struct Plot {
  /// Which numbers count as round along the foot.
  enum Scale {
    /// 1, 2, 5, 10, 20, ...
    case decimal
    /// Days: weeks and months of 30 days rather than tens.
    case days
  }

  /// One line.
  struct Line {
    /// What it is drawn with.
    var sign: Character
    /// Its height at a place of the foot; nil where it has none.
    var height: (Double) -> Double?
  }

  /// One place that stands out.
  struct Mark {
    /// What it is drawn with.
    var sign: Character
    /// Where it is along the foot.
    var place: Double
    /// How high it is.
    var height: Double
  }

  /// Where the foot begins.
  var from: Double
  /// Where it ends at the least: it ends on a round number.
  var to: Double
  var scale = Scale.decimal
  /// What the numbers along the foot count.
  var unit = ""
  /// The lines, later ones over earlier ones.
  var lines: [Line]
  /// The marks, which stand over the lines.
  var marks: [Mark] = []
  /// How the number of a row is written.
  var rowText: (Number) -> String = { Plot.text($0) }

  /// A number with the sign for less than zero that all screens use.
  static func text(_ number: Number) -> String {
    (number.sign < 0 ? ScoreText.minus : "")
      + number.magnitude.decimal(places: 9, separator: ",")
  }

  /// The plot in at most `width` columns and `height` rows over the foot.
  func drawn(width: Int, height: Int) -> [StyledText] {
    let rows = rows(atMost: max(2, height))
    let labels = rows.numbers.map { rowText($0) }
    let labelWidth = labels.map { TextWidth.of($0) }.max() ?? 1
    let foot = foot(width: width - labelWidth - 2)
    var cells = rows.numbers.map { number in
      [Character](repeating: number.sign == 0 ? "─" : " ", count: foot.columns)
    }
    func set(_ sign: Character, column: Int, height: Double) {
      let row = rows.top - Self.whole(height / rows.step.approximate)
      cells[min(max(row, 0), cells.count - 1)][min(max(column, 0), foot.columns - 1)] = sign
    }
    for line in lines {
      for column in 0..<foot.columns {
        guard let height = line.height(foot.place(ofColumn: column)) else { continue }
        set(line.sign, column: column, height: height)
      }
    }
    for mark in marks { set(mark.sign, column: foot.column(of: mark.place), height: mark.height) }
    let drawn = zip(labels, cells).map { label, cells in
      TextLayout.padLeft(label, to: labelWidth) + " ┤" + String(cells)
    }
    return (drawn + foot.lines(indent: labelWidth + 1)).map { StyledText(Self.trimmed($0)) }
  }

  /// The nearest whole number; of numbers beyond all that can be drawn, one that is beyond it, too.
  private static func whole(_ number: Double) -> Int {
    Int(min(max(number.isNaN ? 0 : number, -1e12), 1e12).rounded())
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  // MARK: - Rows

  private struct Rows {
    /// What lies between two rows.
    var step: Number
    /// The multiples of it at the top and at the bottom.
    var top: Int
    var bottom: Int

    var numbers: [Number] {
      stride(from: top, through: bottom, by: -1).map { Number($0) * step }
    }
  }

  /// The finest round rows that hold all lines, and zero.
  private func rows(atMost most: Int) -> Rows {
    var heights = marks.map(\.height) + [0]
    for line in lines {
      heights += (0...400).compactMap { line.height(from + (to - from) * Double($0) / 400) }
    }
    let (low, high) = (heights.min() ?? 0, heights.max() ?? 0)
    for step in Self.roundNumbers(from: -6) {
      let size = step.approximate
      guard (high - low) / size < 1_000 else { continue }
      let (top, bottom) = (Self.whole(high / size), Self.whole(low / size))
      guard top - bottom < most else { continue }
      // A line at zero throughout still gets a row above it.
      return high == low
        ? Rows(step: Number(1), top: 1, bottom: 0) : Rows(step: step, top: top, bottom: bottom)
    }
    return Rows(step: Number(1), top: 1, bottom: 0)
  }

  /// 1, 2 and 5 with as many zeros before or behind them, from the `power` of ten on.
  private static func roundNumbers(from power: Int) -> [Number] {
    (power...18).flatMap { power in
      ["1", "2", "5"].compactMap { digit in
        power < 0
          ? Number(
            whole: "0", fraction: String(repeating: "0", count: -power - 1) + digit,
            isNegative: false)
          : Number(whole: digit, fraction: "", isNegative: false, shift: power)
      }
    }
  }

  // MARK: - The foot

  private struct Foot {
    var from: Double
    var step: Double
    var ticks: [String]
    /// The columns from one tick to the next.
    var gap: Double
    var columns: Int
    var unit: String
    var width: Int

    func place(ofColumn column: Int) -> Double { from + step * Double(column) / gap }

    func column(of place: Double) -> Int { Plot.whole((place - from) / step * gap) }

    func lines(indent: Int) -> [String] {
      var line = [Character](repeating: "─", count: columns)
      var names = ""
      for (place, tick) in ticks.enumerated() {
        let column = Int((Double(place) * gap).rounded())
        line[min(column, columns - 1)] = "┬"
        names = TextLayout.padRight(names, to: column) + tick
      }
      let blanks = String(repeating: " ", count: indent)
      let head = blanks + "└" + String(line)
      guard !unit.isEmpty else { return [head, blanks + " " + names] }
      if TextWidth.of(names) + 1 + TextWidth.of(unit) <= width {
        return [head, blanks + " " + names + " " + unit]
      }
      let room = max(0, indent + 1 + columns - TextWidth.of(unit))
      return [head, blanks + " " + names, String(repeating: " ", count: room) + unit]
    }
  }

  /// The finest round ticks whose names stand apart.
  private func foot(width: Int) -> Foot {
    let candidates: [Number]
    switch scale {
    case .decimal: candidates = Self.roundNumbers(from: -3)
    case .days:
      candidates =
        [1, 2, 5, 10, 15, 30, 60, 90, 180].map { Number($0) }
        + Self.roundNumbers(from: 0).map { $0 * Number(360) }
    }
    for candidate in candidates {
      let step = candidate.approximate
      let (first, last) = ((from / step).rounded(.down), (to / step).rounded(.up))
      guard last - first < Double(width) else { continue }
      let count = max(1, Int(last - first))
      let ticks = (0...count).map { Self.text(Number(Int(first) + $0) * candidate) }
      let longest = ticks.map { TextWidth.of($0) }.max() ?? 1
      // The last name begins below the end of the line, and its rest needs room behind it.
      let tail = ticks[count] + (width >= 60 && unit.count <= 6 ? " " + unit : "")
      let room = width - (TextWidth.of(tail) - 1)
      let gap = Double((room - 1) / count)
      guard gap >= Double(max(8, longest + 3)) || count == 1 else { continue }
      return Foot(
        from: first * step, step: step, ticks: ticks, gap: max(1, gap),
        columns: max(2, Int(gap) * count + 1), unit: unit, width: width)
    }
    return Foot(
      from: from, step: max(to - from, 1), ticks: [""], gap: Double(max(1, width - 1)),
      columns: max(2, width), unit: unit, width: width)
  }
}
