public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// Every rule with every fact that it read: what `why` answers.
public enum AccountScreen {
  /// The lines of the account of `judgement` in `width` columns.
  ///
  /// With `everything` the rules that did not speak are named one by one, with what they read.
  public static func render(
    _ judgement: Judgement, width: Int, everything: Bool = false
  ) -> [StyledText] {
    var account = AccountPage(judgement, width: width, everything: everything)
    account.heading()
    account.spoke()
    account.neither()
    account.open()
    account.quiet()
    account.chances()
    return account.page.lines
  }
}

private struct AccountPage {
  let judgement: Judgement
  let facts: FactText
  let everything: Bool
  let rows: PointRows
  var page: Page

  init(_ judgement: Judgement, width: Int, everything: Bool) {
    self.judgement = judgement
    self.everything = everything
    facts = FactText(judgement: judgement)
    rows = PointRows(judgement)
    page = Page(width: width)
    page.nameColumn = rows.nameColumn
  }

  var charter: Charter { judgement.charter }
  var uncertainty: Uncertainty { judgement.uncertainty }

  mutating func heading() {
    let notices = Notice.all(judgement)
    for notice in notices { page.paragraph(StyledText(notice.text), hanging: 2) }
    page.blank()
    let (spoke, neither) = (judgement.speakers.count, judgement.neutralRules.count)
    let quiet = judgement.quietRules.count
    let counts = [
      "\(Words.count(spoke, "rule")) spoke", "\(neither == 0 ? "none" : "\(neither)") said neither",
      quiet == 0 ? "none is not in play" : "\(quiet) \(Words.verb(quiet, "is", "are")) not in play",
    ]
    page.paragraph(
      StyledText(judgement.title, .bold) + ": " + StyledText(counts.joined(separator: ", "))
        + ".")
  }

  mutating func spoke() {
    guard !judgement.speakers.isEmpty else { return }
    page.blank()
    if page.isWide {
      page.columns([(StyledText("Spoke", .bold), 0), ("evidence", evidenceColumn)])
    } else {
      page.paragraph(StyledText("Spoke", .bold))
    }
    for rule in judgement.speakers {
      rows.append(rule, StyledText(judgement.name(ofRule: rule), .bold), to: &page)
      for fact in factsRead(rule) { factRow(fact) }
      if let reason = charter.rules[rule].reason { page.detail(StyledText("because \(reason)")) }
    }
    page.sum(of: judgement.tally, bands: charter.bands)
  }

  mutating func neither() {
    let neutral = judgement.neutralRules
    guard !neutral.isEmpty else { return }
    page.blank()
    page.paragraph(StyledText("Said neither", .bold))
    for rule in neutral {
      page.row(
        "neither", rows.points.text(0), of: String(charter.rules[rule].weight),
        StyledText(judgement.name(ofRule: rule)))
      if everything { for fact in factsRead(rule) { factRow(fact) } }
    }
  }

  /// The rules that wait for an answer, which may be in any of the other lists as well.
  mutating func open() {
    let rules = uncertainty.openRules
    guard !rules.isEmpty else { return }
    page.blank()
    let points = "\(uncertainty.unheard) of the charter's \(charter.totalWeight) points"
    page.block(
      "Open",
      StyledText(
        "\(Words.count(rules.count, "rule")) \(Words.verb(rules.count, "waits", "wait")) for"
          + " an answer: \(points)."))
    if everything || rules.count <= 6 {
      for rule in rules {
        let waitsFor = judgement.program.factsOfRule[rule].flatMap(facts.inputs)
          .filter { uncertainty.openFacts.contains($0) }.distinct.map { charter.facts[$0].name }
        page.body(
          StyledText("\(judgement.name(ofRule: rule)): \(waitsFor.joined(separator: ", "))"))
      }
    } else {
      lensCounts(rules)
    }
    let vetoes = uncertainty.possibleVetoes
    if !vetoes.isEmpty {
      let names = Words.list(vetoes.map { judgement.name(ofRule: $0) })
      page.body(StyledText("\(Words.count(vetoes.count, "rule")) could still veto: \(names)."))
    }
  }

  mutating func quiet() {
    let rules = judgement.quietRules
    guard !rules.isEmpty else { return }
    page.blank()
    page.paragraph(StyledText("Not in play", .bold))
    lensCounts(rules, names: everything)
    if !everything { page.body("Every one by its name:  why all") }
  }

  /// The verdicts that can come out, each with its share of the possible answers.
  mutating func chances() {
    page.blank()
    if uncertainty.isSettled {
      page.paragraph(StyledText("Settled", .bold) + ": no open answer can change the verdict.")
    } else {
      page.paragraph(StyledText("Not settled", .bold) + ": " + StyledText(outlook))
      if uncertainty.shares.count == uncertainty.reachable.count {
        let shares = ScoreText.shares(uncertainty.shares)
        for (verdict, share) in zip(uncertainty.reachable, shares) {
          page.entry(
            verdict.styledName(in: charter), StyledText(share),
            column: min(40, page.width / 2))
        }
      } else {
        for verdict in uncertainty.reachable { page.body(verdict.styledName(in: charter)) }
      }
    }
    guard let range = uncertainty.range, range.lowerBound != range.upperBound else { return }
    let could = uncertainty.isExact ? "could still be" : "could at most still be"
    let makers = uncertainty.decidingFacts.map { charter.facts[$0].name }
    let shown = everything ? makers.count : min(makers.count, 4)
    let facts = Words.some(makers, shown, noun: "fact", hint: "why all names")
    page.body(
      StyledText(
        "The score \(could) \(ScoreText.range(range, bands: charter.bands)), by the answers to:"
          + " \(facts)."))
  }

  // MARK: Parts

  private var outlook: String {
    uncertainty.shares.isEmpty
      ? "as told or as answered it is at most one of:" : "of the possible answers, so many end in:"
  }

  private var evidenceColumn: Int {
    page.nameColumn + (page.width - page.nameColumn) * 37 / 62
  }

  /// The facts of a rule that were touched or are open; the untouched ones say nothing.
  private func factsRead(_ rule: Int) -> [Int] {
    judgement.program.factsOfRule[rule].filter {
      judgement.world[$0].isTouched || uncertainty.unsaidFacts.contains($0)
    }
  }

  private mutating func factRow(_ fact: Int) {
    page.pair(
      StyledText(facts.exactLine(fact)), StyledText(facts.evidence(fact) ?? ""),
      indent: page.nameColumn, column: evidenceColumn)
  }

  /// How many of `rules` each lens has, and where asked for their names below.
  private mutating func lensCounts(_ rules: [Int], names: Bool = false) {
    for (lens, name) in charter.lensNames {
      let inLens = rules.filter { charter.rules[$0].lens == lens }
      guard !inLens.isEmpty else { continue }
      let weight = inLens.reduce(0) { $0 + charter.rules[$1].weight }
      page.entry(
        StyledText(name),
        StyledText("\(Words.count(inLens.count, "rule")), \(Words.count(weight, "point"))"),
        column: min(40, page.width / 2))
      guard names else { continue }
      for rule in inLens {
        page.entry(
          StyledText(judgement.name(ofRule: rule)),
          StyledText(Words.count(charter.rules[rule].weight, "point")), column: page.width - 12,
          deeper: 2)
      }
    }
  }
}

extension Charter {
  /// The lenses by place, and last a name for the rules that have none.
  var lensNames: [(lens: Int?, name: String)] {
    lenses.enumerated().map { ($0.offset, $0.element) } + [(nil, "no lens")]
  }
}

extension [Int] {
  /// Each number once, in the order of first appearance.
  var distinct: [Int] {
    var seen = Set<Int>()
    return filter { seen.insert($0).inserted }
  }
}
