public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// The smallest changes that lead to a verdict, the best first.
public enum FlipScreen {
  /// The lines that show `flips` of `judgement` in `width` columns.
  ///
  /// `isFull`: whether all changes are shown, rather than the best three.
  public static func render(
    _ judgement: Judgement, _ flips: Flips, width: Int, isFull: Bool = false
  ) -> [StyledText] {
    var screen = FlipPage(judgement, flips, width: width)
    screen.heading()
    screen.list(isFull: isFull)
    screen.page.leftOut([judgement])
    return screen.page.lines
  }
}

private struct FlipPage {
  private let flips: Flips
  private let text: FlipText
  var page: Page

  init(_ judgement: Judgement, _ flips: Flips, width: Int) {
    self.flips = flips
    text = FlipText(judgement)
    page = Page(width: width)
  }

  mutating func heading() {
    guard let first = flips.best.first else {
      page.paragraph(StyledText(text.refusal(flips)))
      return
    }
    let goal = flips.wanted.styledName(in: text.judgement.charter)
    switch first.changes.count {
    case 1: page.paragraph("Wanted: " + goal + ". One change is enough:")
    case 2: page.paragraph("Wanted: " + goal + ". No single change is enough; two at once are:")
    default:
      page.paragraph("Wanted: " + goal + ". Not even two changes are enough; three at once are:")
    }
  }

  mutating func list(isFull: Bool) {
    let all = isFull ? flips.best : flips.nearest
    let shown = all.prefix(isFull ? 40 : 3)
    for (place, flip) in shown.enumerated() { entry(place + 1, flip) }
    guard let first = shown.first else { return }
    let rest = flips.best.count - shown.count
    if rest > 0 {
      let more = flips.isCutShort ? "more than \(rest)" : "\(rest)"
      let kind = flips.mends.isEmpty || isFull ? "change" : "change that adds something new"
      let plural = flips.mends.isEmpty || isFull ? "changes" : "changes that add something new"
      let isMendLeft = flips.mends.count > shown.count
      let words =
        rest == 1 ? (isMendLeft ? "other change" : kind) : isMendLeft ? "other changes" : plural
      page.paragraph(
        isFull
          ? StyledText("and \(more) \(words)")
          : "\(more) \(words) would also do: \(bold: "flip more")")
    }
    page.paragraph(
      "\(bold: "flip 1") does the first."
        + StyledText(first.isMend ? "" : " It adds what was not said."))
  }

  private mutating func entry(_ number: Int, _ flip: Flip) {
    var head = StyledText("\(number)  ") + text.outcome(flip)
    if flip.onlySilences { head += "   only silences an objection" }
    page.paragraph(head, hanging: 3)
    let lines = text.lines(flip)
    let column = min(max((lines.map { TextWidth.of($0) }.max() ?? 0) + 8, 37), page.width / 2 + 8)
    for (line, change) in zip(lines, flip.changes) {
      if page.isWide {
        page.columns([
          (StyledText(line), 5), (StyledText(text.before(change)), column),
          (StyledText(text.demand(change)), column + 20),
        ])
      } else {
        page.paragraph(StyledText(line), indent: 3)
        page.paragraph(StyledText("\(text.before(change)), \(text.demand(change))"), indent: 5)
      }
    }
  }
}
