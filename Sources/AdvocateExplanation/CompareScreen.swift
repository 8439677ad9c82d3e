public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// Several actions side by side: a column an action, a row a rule.
public enum CompareScreen {
  /// The lines that show `comparison` in `width` columns.
  ///
  /// Where the names do not fit above the columns, the actions are numbered.
  public static func render(_ comparison: Comparison, width: Int) -> [StyledText] {
    var screen = ComparePage(comparison, width: width)
    if screen.isNamed { screen.named() } else { screen.numbered() }
    screen.page.blank()
    let sentences = ComparisonSentences(comparison, isNumbered: !screen.isNamed)
    for sentence in sentences.all { screen.page.paragraph(StyledText(sentence)) }
    screen.page.foot(comparison.judgements)
    return screen.page.lines
  }
}

private struct ComparePage {
  let comparison: Comparison
  let text: OutcomeText
  var page: Page

  init(_ comparison: Comparison, width: Int) {
    self.comparison = comparison
    text = OutcomeText(comparison.judgements)
    page = Page(width: width)
  }

  private var judgements: [Judgement] { comparison.judgements }
  private var places: Range<Int> { judgements.indices }

  // MARK: - Names above the columns

  private var labelWidth: Int {
    max(28, min(page.width * 2 / 5 + 1, page.width - 16 * judgements.count))
  }

  private var columnWidth: Int { (page.width - labelWidth) / max(1, judgements.count) }

  /// Whether every action has a column with its name above it.
  var isNamed: Bool { page.isWide && columnWidth >= 13 }

  private mutating func row(_ label: String, _ cells: [StyledText]) {
    let starts = places.map { labelWidth + $0 * columnWidth }
    page.columns([(StyledText(label), 0)] + zip(cells, starts).map { ($0, $1) })
  }

  mutating func named() {
    row("", judgements.map { StyledText($0.title) })
    row(
      "verdict",
      places.map { place in
        let word = text.word(place)
        return judgements[place].uncertainty.isSettled ? word : word + ", as told"
      })
    row("score", text.scores.map { StyledText($0) })
    let movements = places.map { text.movement($0) }
    if movements.contains(where: { !$0.isEmpty }) {
      row("can move", movements.map { StyledText($0.isEmpty ? "." : $0) })
    }
    page.blank()
    for rule in comparison.speakers {
      row(charter?.rules[rule].name ?? "", judgements.map { StyledText(said(rule, $0)) })
    }
    if !comparison.neutral.isEmpty {
      row(neutralLabel, places.map { StyledText(isAnyNeutralInPlay($0) ? "0" : ".") })
    }
    row(
      "for, against, in play",
      judgements.map(\.tally).map { tally in
        StyledText(
          "\(ScoreText.points(halves: tally.forHalves)), "
            + "\(ScoreText.points(halves: tally.againstHalves)), \(tally.inPlay)")
      })
  }

  private var charter: Charter? { judgements.first?.charter }

  private var neutralLabel: String {
    "\(Words.count(comparison.neutral.count, "rule")) said neither"
  }

  private func isAnyNeutralInPlay(_ place: Int) -> Bool {
    comparison.neutral.contains { judgements[place].sayings[$0] != .notInPlay }
  }

  /// What a rule says and the points that it brings; a point where it is not in play.
  private func said(_ rule: Int, _ judgement: Judgement) -> String {
    let points = ScoreText.points(halves: abs(judgement.halfPoints(ofRule: rule)))
    return switch judgement.sayings[rule] {
    case .notInPlay: "."
    case .neutral: "neither"
    case .for, .leansFor: "for \(points)"
    case .against, .leansAgainst: "against \(points)"
    case .veto: "veto \(points)"
    }
  }

  // MARK: - Numbers above the columns

  mutating func numbered() {
    let digits = String(judgements.count).count
    for place in places {
      let number = TextLayout.padLeft(String(place + 1), to: digits) + " "
      var outcome = text.word(place)
      if case .band = judgements[place].verdict { outcome += StyledText(", \(text.scores[place])") }
      if !judgements[place].uncertainty.isSettled { outcome += ", as told" }
      let name = StyledText(judgements[place].title)
      let movement = text.movement(place)
      if !movement.isEmpty { outcome += StyledText("; can move: \(movement)") }
      if page.width >= 36 {
        page.columns([
          (StyledText(number), 0), (name, digits + 1), (outcome, page.width * 6 / 10),
        ])
      } else {
        page.paragraph(StyledText(number) + name, hanging: digits + 1)
        page.paragraph(outcome, indent: digits + 1)
      }
    }
    table()
  }

  private struct Row {
    var label: String
    /// The points of each action, in halves; nil where the rule is not in play.
    var halves: [Int?]
    var isSigned = false
  }

  private var rows: [Row] {
    var rows = comparison.speakers.map { rule in
      let vetoed = places.filter { judgements[$0].sayings[rule] == .veto }.map { String($0 + 1) }
      let veto = vetoed.isEmpty ? "" : ": veto in \(Words.list(vetoed))"
      return Row(
        label: (charter?.rules[rule].name ?? "") + veto,
        halves: judgements.map {
          $0.sayings[rule] == .notInPlay ? nil : $0.halfPoints(ofRule: rule)
        }, isSigned: true)
    }
    if !comparison.neutral.isEmpty {
      rows.append(
        Row(label: neutralLabel, halves: places.map { isAnyNeutralInPlay($0) ? 0 : nil }))
    }
    rows.append(Row(label: "for", halves: judgements.map(\.tally.forHalves)))
    rows.append(Row(label: "against", halves: judgements.map(\.tally.againstHalves)))
    rows.append(Row(label: "in play", halves: judgements.map { 2 * $0.tally.inPlay }))
    return rows
  }

  private static func whole(_ row: Row, _ place: Int) -> String {
    guard let halves = row.halves[place] else { return "." }
    let sign = !row.isSigned || halves == 0 ? "" : halves > 0 ? "+" : ScoreText.minus
    return sign + String(Int(halves.magnitude) / 2)
  }

  private mutating func table() {
    let rows = rows
    let wholeWidth =
      rows.flatMap { row in places.map { Self.whole(row, $0).count } }.max() ?? 1
    let cell = wholeWidth + 4
    let perBlock = min(judgements.count, max(1, (page.width - 16) / cell))
    for start in stride(from: 0, to: judgements.count, by: perBlock) {
      let shown = start..<min(start + perBlock, judgements.count)
      let label = page.width - cell * shown.count
      let head = shown.map {
        TextLayout.padLeft(TextLayout.padLeft(String($0 + 1), to: wholeWidth) + "  ", to: cell)
      }
      if start > 0 { page.blank() }
      page.drawn(String(repeating: " ", count: label) + head.joined())
      for row in rows {
        let cells = shown.map { place in
          let isHalf = (row.halves[place] ?? 0) % 2 != 0
          let text = TextLayout.padLeft(Self.whole(row, place), to: wholeWidth)
          return TextLayout.padLeft(text + (isHalf ? ".5" : "  "), to: cell)
        }
        // The label may take more lines; the points stand beside the first.
        let lines = TextLayout.wrap(StyledText(row.label), width: label, indent: 2).map(\.plain)
        page.drawn(TextLayout.padRight(lines.first ?? "", to: label) + cells.joined())
        for line in lines.dropFirst() { page.drawn(line) }
      }
    }
  }
}
