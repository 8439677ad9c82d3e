public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// The points of an action by the families of its rules: a profile beside one score.
  ///
  /// A family in which no rule speaks keeps its row: silence is information.
  public static func lenses(_ judgement: Judgement) -> View {
    let rows = LensRow.all(of: judgement)
    var view = View("lenses")
    view.recordName(judgement)
    view.say("\(bold: judgement.title), by lens:")
    let bars = LensBars(rows)
    view.parts.append(.drawing(Drawing(wide: bars.wide(), narrow: bars.narrow())))
    view.parts.append(.data(table(rows)))
    if let key = bars.key { view.say(StyledText(key)) }
    let (most, least) = (judgement.strongest(.for), judgement.strongest(.against))
    view.say(StyledText("Most for: \(most ?? "nothing"). Most against: \(least ?? "nothing")."))
    return view
  }

  private static func table(_ rows: [LensRow]) -> Table {
    let columns: [Table.Column] = [
      .init("lens", "lens"), .init("against", "against", isRight: true),
      .init("for", "for", isRight: true), .init("inPlay", "in play", isRight: true),
      .init("ofTotal", "of all", isRight: true),
    ]
    return Table(
      "lenses", columns: columns,
      rows: rows.map { row in
        [
          .init(StyledText(row.name)),
          .init(StyledText(ScoreText.points(halves: row.against)), .points(halves: row.against)),
          .init(StyledText(ScoreText.points(halves: row.pro)), .points(halves: row.pro)),
          .init(StyledText(String(row.inPlay)), .count(row.inPlay)),
          .init(StyledText(String(row.total)), .count(row.total)),
        ]
      })
  }
}

/// What the rules of one lens say together; points in halves.
private struct LensRow {
  var name: String
  var pro = 0
  var against = 0
  var inPlay = 0
  var total = 0

  static func all(of judgement: Judgement) -> [LensRow] {
    let charter = judgement.charter
    var rows = charter.lenses.map { LensRow(name: $0) } + [LensRow(name: "no lens")]
    for place in judgement.program.usedRules {
      let rule = charter.rules[place]
      let row = rule.lens ?? charter.lenses.count
      let halves = judgement.halfPoints(ofRule: place)
      rows[row].pro += max(0, halves)
      rows[row].against += max(0, -halves)
      rows[row].inPlay += judgement.sayings[place] == .notInPlay ? 0 : rule.weight
      rows[row].total += rule.weight
    }
    if rows.last?.total == 0 { rows.removeLast() }
    return rows
  }
}

/// Bars to both sides of a middle line, a block for a point where there is room for that.
private struct LensBars {
  private static let barWidth = 8

  let rows: [LensRow]

  init(_ rows: [LensRow]) { self.rows = rows }

  /// The most points, in halves, on one side of one lens.
  private var most: Int { rows.flatMap { [$0.pro, $0.against] }.max() ?? 0 }

  /// A line for each lens: its bars, and beside them in words what they show.
  func wide() -> [StyledText] {
    let names = names(atMost: 20)
    let points = PointsColumn(halves: rows.flatMap { [$0.pro, $0.against] })
    let plays = rows.map { String($0.inPlay).count }.max() ?? 1
    let head = TextLayout.padLeft("against │ for", to: names + 2 + 8 + 6)
    return [StyledText(head)]
      + rows.map { row in
        let figures =
          points.text(row.against) + " against, " + points.text(row.pro) + " for, of "
          + TextLayout.padLeft(String(row.inPlay), to: plays) + " in play"
        return StyledText(TextLayout.padRight(bars(row, names), to: names + 24) + figures)
      }
  }

  /// Two lines for each lens: its bars, and below them what they show.
  func narrow() -> [StyledText] {
    let names = names(atMost: 14)
    return rows.flatMap { row in
      let figures =
        "  \(ScoreText.points(halves: row.against)) against, "
        + "\(ScoreText.points(halves: row.pro)) for, of \(row.inPlay)"
      return [StyledText(bars(row, names)), StyledText(figures)]
    }
  }

  /// Halves that one block stands for: as few as fit.
  private static func scale(_ most: Int, _ width: Int) -> Int {
    max(2, (most + width - 1) / width)
  }

  /// What a block stands for, where that is not one point.
  var key: String? {
    let scale = Self.scale(most, Self.barWidth)
    return scale == 2 ? nil : "A block stands for \(ScoreText.points(halves: scale)) points."
  }

  private func names(atMost most: Int) -> Int {
    min(rows.map { TextWidth.of($0.name) }.max() ?? 0, most)
  }

  private func bars(_ row: LensRow, _ names: Int) -> String {
    let width = Self.barWidth
    let scale = Self.scale(most, width)
    let name = TextLayout.wrap(StyledText(row.name), width: max(8, names)).first?.plain ?? ""
    let left = TextLayout.padLeft(Self.bar(row.against, scale, "▐", isLeft: true), to: width)
    let right = Self.bar(row.pro, scale, "▌", isLeft: false)
    return TextLayout.padRight(name, to: names) + "  " + left + " │ " + right
  }

  private static func bar(_ halves: Int, _ scale: Int, _ part: String, isLeft: Bool) -> String {
    let whole = String(repeating: "█", count: halves / scale)
    guard halves % scale * 2 >= scale else { return whole }
    return isLeft ? part + whole : whole + part
  }
}

extension Judgement {
  fileprivate enum Side { case `for`, against }

  /// The rule that brings the most points on a side, with the points; nil where none does.
  fileprivate func strongest(_ side: Side) -> String? {
    let sign = side == .for ? 1 : -1
    let best = program.usedRules.max { one, other in
      let (left, right) = (sign * halfPoints(ofRule: one), sign * halfPoints(ofRule: other))
      return left == right ? one > other : left < right
    }
    guard let best, sign * halfPoints(ofRule: best) > 0 else { return nil }
    let points = ScoreText.points(halves: abs(halfPoints(ofRule: best)))
    return "\(charter.rules[best].name), \(points)"
  }
}
