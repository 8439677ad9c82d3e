public import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// Lists of what there is: actions, rules, facts, and the charter as a whole.
public enum CatalogueScreens {
  /// The actions with their numbers, how much is said of them, and their verdicts.
  ///
  /// - Parameters:
  ///   - judgements: what the charter says of each.
  ///   - held: the places of those whose verdicts are not told.
  ///   - width: the columns that lines may take.
  public static func actions(
    _ judgements: [Judgement], held: Set<Int> = [], width: Int
  ) -> [StyledText] {
    var page = Page(width: width)
    guard !judgements.isEmpty else {
      page.paragraph("There is no action yet. To begin:  action NAME")
      return page.lines
    }
    let digits = String(judgements.count).count
    for (place, judgement) in judgements.enumerated() {
      let number = TextLayout.padLeft(String(place + 1), to: digits)
      let name = StyledText(judgement.title, .bold)
      let said = judgement.action.statements.count { $0.content != .unsaid }
      let verdict = held.contains(place) ? "held" : verdictText(judgement)
      let count = StyledText(said == 0 ? "none said" : Words.count(said, "fact"))
      if page.isWide {
        let (facts, word) = (page.width * 2 / 5, page.width * 2 / 5 + 11)
        page.columns([
          (StyledText(number), 0), (name, digits + 2), (count, facts), (verdict, word),
        ])
      } else {
        page.paragraph(StyledText("\(number)  ") + name, hanging: digits + 2)
        page.paragraph(count + ", " + verdict, indent: digits + 2)
      }
    }
    let told = judgements.indices.filter { !held.contains($0) }.map { judgements[$0] }
    page.foot(told)
    return page.lines
  }

  private static func verdictText(_ judgement: Judgement) -> StyledText {
    var verdict = judgement.verdict.styledName(in: judgement.charter)
    if case .band = judgement.verdict, let score = judgement.tally.score {
      verdict += StyledText(", \(ScoreText.whole(score, bands: judgement.charter.bands))")
    }
    return judgement.uncertainty.isSettled ? verdict : verdict + ", as told so far"
  }

  /// The rules by lens, with their numbers and weights.
  public static func rules(_ charter: Charter, width: Int) -> [StyledText] {
    var page = Page(width: width)
    let digits = String(charter.rules.count).count
    for (lens, name) in charter.lensNames {
      let inLens = charter.rules.indices.filter { charter.rules[$0].lens == lens }
      guard !inLens.isEmpty else { continue }
      page.blank()
      page.paragraph(StyledText(name, .bold) + ": " + StyledText(charter.counts(inLens)))
      for place in inLens {
        let rule = charter.rules[place]
        let number = TextLayout.padLeft(String(place + 1), to: digits)
        let weight = rule.isUsed ? "weight \(rule.weight)" : "not used"
        if page.isWide {
          page.columns([
            (StyledText(number), 0), (StyledText(rule.name), digits + 2),
            (StyledText(weight), page.width - 10),
          ])
        } else {
          page.paragraph(StyledText("\(number)  \(rule.name), \(weight)"), hanging: digits + 2)
        }
      }
    }
    if page.lines.isEmpty { page.paragraph("This charter has no rule yet.") }
    return page.lines
  }

  /// The facts with their numbers and what they can hold.
  public static func facts(_ charter: Charter, width: Int) -> [StyledText] {
    var page = Page(width: width)
    let digits = String(charter.facts.count).count
    for (place, fact) in charter.facts.enumerated() {
      let number = TextLayout.padLeft(String(place + 1), to: digits)
      let kind = StyledText(CanonicalLines.kind(ofFact: place, in: charter) ?? "no kind yet")
      if page.isWide {
        page.columns([
          (StyledText(number), 0), (StyledText(fact.name, .bold), digits + 2),
          (kind, page.width * 2 / 5),
        ])
      } else {
        page.paragraph(StyledText("\(number)  ") + .bold(fact.name), hanging: digits + 2)
        page.paragraph(kind, indent: digits + 2)
      }
    }
    if page.lines.isEmpty { page.paragraph("This charter has no fact yet.") }
    return page.lines
  }

  /// The charter's name, bands, lenses and totals.
  public static func charterSummary(_ charter: Charter, width: Int) -> [StyledText] {
    var page = Page(width: width)
    page.paragraph(
      StyledText(charter.name, .bold) + ": "
        + StyledText("\(charter.counts(Array(charter.rules.indices))), ")
        + StyledText("\(Words.count(charter.facts.count, "fact")); money in \(charter.currency)"))
    page.blank()
    page.paragraph(.bold("Verdicts"))
    for (place, band) in charter.bands.enumerated() {
      page.entry(
        StyledText(band.name, .verdict(charter.tone(ofBand: place))),
        StyledText("from \(ScoreText.edge(hundredths: band.from))"),
        column: page.width / 2)
    }
    page.entry(
      StyledText("vetoed", .verdict(.vetoed)), "whatever the score",
      column: page.width / 2)
    let lenses = charter.lensNames.map { lens, name in
      (name, charter.rules.indices.filter { charter.rules[$0].lens == lens })
    }.filter { !$0.1.isEmpty }
    if !lenses.isEmpty {
      page.blank()
      page.paragraph(.bold("Lenses"))
      for (name, rules) in lenses {
        page.entry(
          StyledText(name), StyledText(charter.counts(rules)),
          column: page.width / 2)
      }
    }
    for note in charter.notes { page.block("note", StyledText(note), bold: false) }
    return page.lines
  }
}

extension Charter {
  /// `4 rules, 15 points`; rules that are not used are named apart.
  func counts(_ places: [Int]) -> String {
    let used = places.filter { rules[$0].isUsed }
    let weight = used.reduce(0) { $0 + rules[$1].weight }
    let unused = places.count - used.count
    let points = "\(Words.count(used.count, "rule")), \(Words.count(weight, "point"))"
    return unused == 0 ? points : "\(points), \(unused) more not used"
  }
}
