import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension VerdictPage {
  // MARK: Why

  /// The rules that spoke by size, the neutral ones as a count, and the sum that they give.
  mutating func why() {
    guard judgement.tally.inPlay > 0 || !judgement.speakers.isEmpty else { return }
    page.blank()
    let inPlay = "\(judgement.tally.inPlay) of the charter's \(charter.totalWeight) in play"
    page.block("Why", StyledText("points of weight, \(inPlay)"))
    let rows = PointRows(judgement)
    page.nameColumn = rows.nameColumn
    var full = rulesInFull - min(vetoes.count, 3)
    for rule in judgement.speakers {
      let isVeto = judgement.sayings[rule] == .veto
      // A veto has its own block, with its fact and its reason.
      let isTold = isVeto && vetoes.prefix(3).contains(rule)
      let isInFull = !isVeto && full > 0
      if isInFull { full -= 1 }
      speakerRow(rule, rows, isInFull: isInFull, withCauses: !isTold)
    }
    neutralRow(rows)
    page.sum(of: judgement.tally, bands: charter.bands)
  }

  private mutating func speakerRow(
    _ rule: Int, _ rows: PointRows, isInFull: Bool, withCauses: Bool
  ) {
    let name = judgement.name(ofRule: rule)
    if isInFull {
      rows.append(rule, StyledText(name, .bold), to: &page)
      page.detail(StyledText(causes(rule)))
      if let reason = charter.rules[rule].reason { page.detail(StyledText("because \(reason)")) }
      return
    }
    let whole = "\(name): \(causes(rule))"
    // On a wide page a rule keeps to its line; `why` has what does not fit.
    let room = page.width - page.nameColumn
    let fits = !page.isWide || TextWidth.of(HarmlessText.of(whole)) <= room
    rows.append(rule, StyledText(withCauses && fits ? whole : name), to: &page)
  }

  private mutating func neutralRow(_ rows: PointRows) {
    let neutral = judgement.neutralRules
    guard !neutral.isEmpty else { return }
    let weight = neutral.reduce(0) { $0 + charter.rules[$1].weight }
    let names = neutral.map { judgement.name(ofRule: $0) }
    if page.isWide {
      let room = page.width - page.nameColumn
      let text = Words.fitted(names, noun: "rule", hint: "why names", room: room)
      page.row("neither", rows.points.text(0), of: String(weight), StyledText(text))
    } else {
      let head = "neither " + rows.points.text(0) + " of \(weight)  "
      page.paragraph(
        StyledText(head + Words.count(neutral.count, "rule") + " (why)"), hanging: 2)
    }
  }
}

/// How the points of one judgement stand in rows below each other.
struct PointRows {
  let judgement: Judgement
  let points: PointsColumn
  let nameColumn: Int

  init(_ judgement: Judgement) {
    self.judgement = judgement
    points = PointsColumn(halves: judgement.speakers.map { judgement.halfPoints(ofRule: $0) } + [0])
    let neutral = judgement.neutralRules.reduce(0) { $0 + judgement.charter.rules[$1].weight }
    let weights = judgement.speakers.map { judgement.charter.rules[$0].weight } + [neutral]
    let digits = weights.map { String($0).count }.max() ?? 1
    nameColumn = max(18, Page.labelWidth + points.width + 4 + digits + 1)
  }

  /// The side on which a rule speaks, as the label of its row.
  func label(_ rule: Int) -> String {
    switch judgement.sayings[rule] {
    case .for, .leansFor: "for"
    case .against, .leansAgainst: "against"
    case .veto: "veto"
    case .neutral: "neither"
    case .notInPlay: "none"
    }
  }

  /// Appends the row of `rule` to `page`.
  func append(_ rule: Int, _ text: StyledText, to page: inout Page) {
    page.row(
      label(rule), points.text(judgement.halfPoints(ofRule: rule)),
      of: String(judgement.charter.rules[rule].weight), text)
  }
}

extension Page {
  /// The sums of `tally`, and the line of arithmetic that gives its score.
  mutating func sum(of tally: Tally, bands: [Band]) {
    let sides =
      "\(ScoreText.points(halves: tally.forHalves)) for, "
      + "\(ScoreText.points(halves: tally.againstHalves)) against, of \(tally.inPlay) in play"
    guard let sum = ScoreText.sum(tally, bands: bands) else { return body(StyledText(sides)) }
    let whole = "\(sides):   \(sum)"
    if isWide, Self.labelWidth + TextWidth.of(whole) <= width { return body(StyledText(whole)) }
    body(StyledText(sides + (isWide ? ":" : "")))
    body(StyledText(sum))
  }
}
