public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// Actions in the order in which they serve the customers.
public enum RankScreen {
  /// The lines that show `ranking` in `width` columns.
  public static func render(_ ranking: Ranking, width: Int) -> [StyledText] {
    var screen = RankPage(ranking, width: width)
    screen.rows()
    screen.foot()
    return screen.page.lines
  }
}

private struct RankPage {
  let ranking: Ranking
  let text: OutcomeText
  var page: Page

  init(_ ranking: Ranking, width: Int) {
    self.ranking = ranking
    text = OutcomeText(ranking.judgements)
    page = Page(width: width)
  }

  /// The number in the race; vetoed actions have none.
  private func number(_ place: Int) -> String {
    let digits = String(ranking.inRace).count
    return TextLayout.padLeft(place < ranking.inRace ? String(place + 1) : "", to: digits)
  }

  private func verdict(_ place: Int) -> StyledText {
    let judgement = ranking.judgements[place]
    let word = judgement.verdict.styledName(in: judgement.charter)
    return judgement.uncertainty.isSettled ? word : word + ", as told"
  }

  mutating func rows() {
    let judgements = ranking.judgements
    let against = PointsColumn(halves: judgements.map(\.tally.againstHalves))
    let words = judgements.map { TextWidth.of($0.verdict.name(in: $0.charter)) }
    let scoreWidth = max(5, text.scores.map { TextWidth.of($0) }.max() ?? 0)
    // Each column is set from the right; the names take what is left.
    let verdictAt = page.width - min(20, max(7, words.max() ?? 0))
    let againstAt = verdictAt - 2 - max(7, against.width)
    let moveAt = againstAt - 12
    let scoreAt = moveAt - 2 - scoreWidth
    let nameAt = number(0).count + 2
    guard page.isWide, scoreAt - 2 - nameAt >= 16 else { return list() }
    func right(_ text: String, from start: Int, to end: Int) -> StyledText {
      StyledText(TextLayout.padLeft(text, to: end - 2 - start))
    }
    page.columns([
      ("action", nameAt), (right("score", from: scoreAt, to: moveAt), scoreAt),
      ("can move", moveAt), (right("against", from: againstAt, to: verdictAt), againstAt),
      ("verdict", verdictAt),
    ])
    for (place, judgement) in judgements.enumerated() {
      let points = against.text(judgement.tally.againstHalves)
      page.columns([
        (StyledText(number(place)), 0), (StyledText(judgement.title), nameAt),
        (right(text.scores[place], from: scoreAt, to: moveAt), scoreAt),
        (StyledText(text.movement(place)), moveAt),
        (right(points, from: againstAt, to: verdictAt), againstAt), (verdict(place), verdictAt),
      ])
    }
  }

  /// A few lines for each action, where the window is too narrow for columns.
  private mutating func list() {
    let indent = number(0).count + 1
    for (place, judgement) in ranking.judgements.enumerated() {
      page.paragraph(
        StyledText("\(number(place)) ") + StyledText(judgement.title, .bold),
        hanging: indent)
      var line = judgement.verdict.styledName(in: judgement.charter)
      if case .band = judgement.verdict { line += StyledText(", \(text.scores[place])") }
      if !judgement.uncertainty.isSettled { line += ", as told" }
      line += StyledText(
        "; against \(ScoreText.points(halves: judgement.tally.againstHalves))")
      page.paragraph(line, indent: indent)
      if !text.movement(place).isEmpty {
        page.paragraph(StyledText("can move: \(text.movement(place))"), indent: indent)
      }
    }
  }

  mutating func foot() {
    var words = "Ordered by the lowest score still possible, so not knowing never helps; no score"
    words += text.canVeto ? " counts as 50, a veto still possible as below 0." : " counts as 50."
    if text.isBound { words += " Some ranges are bounds: what can come true is within them." }
    page.paragraph(StyledText(words))
    page.foot(ranking.judgements)
  }
}
