public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// A copy of an action beside the original: only what differs.
public enum WhatIfScreen {
  /// The lines that set `then` beside `now` in `width` columns.
  ///
  /// Both are judged by one charter; `changed` are the facts that differ, by their places.
  public static func render(
    now: Judgement, then: Judgement, changed: [Int], width: Int
  ) -> [StyledText] {
    var screen = WhatIfPage(now: now, then: then, width: width)
    screen.heading()
    for fact in changed { screen.fact(fact) }
    screen.verdict()
    screen.rules()
    return screen.page.lines
  }
}

private struct WhatIfPage {
  let now: Judgement
  let then: Judgement
  var page: Page

  init(now: Judgement, then: Judgement, width: Int) {
    self.now = now
    self.then = then
    page = Page(width: width)
  }

  var charter: Charter { now.charter }

  mutating func heading() {
    if page.isWide { row("", "now", "what if") }
  }

  mutating func fact(_ fact: Int) {
    let before = FactText(judgement: now).value(fact)
    let after = FactText(judgement: then).value(fact)
    row(charter.facts[fact].name, StyledText(before), StyledText(after))
  }

  mutating func verdict() {
    row("verdict", word(now), word(then))
    row("score", StyledText(score(now)), StyledText(score(then)))
  }

  mutating func rules() {
    let inPlay = now.program.usedRules.filter {
      now.sayings[$0] != .notInPlay || then.sayings[$0] != .notInPlay
    }
    let turned = inPlay.filter { now.sayings[$0] != then.sayings[$0] }
    for rule in turned {
      row(charter.rules[rule].name, StyledText(said(rule, now)), StyledText(said(rule, then)))
    }
    if now.tally != then.tally {
      row("for, against, in play", StyledText(sums(now)), StyledText(sums(then)))
    }
    let same = inPlay.count - turned.count
    let rest =
      same == 0
      ? ""
      : same == 1
        ? "1 \(turned.isEmpty ? "" : "other ")rule says the same. "
        : "\(turned.isEmpty ? "All" : "The other") \(same) rules say the same. "
    let asked = "Nothing is changed yet:  keep  or  drop"
    guard let leftOut = LeftOutText.of([now]) else {
      return page.paragraph(StyledText(rest + asked))
    }
    if !rest.isEmpty { page.paragraph(StyledText(rest)) }
    page.paragraph(leftOut)
    page.paragraph(StyledText(asked))
  }

  private func word(_ judgement: Judgement) -> StyledText {
    let word = judgement.verdict.styledName(in: charter)
    return judgement.uncertainty.isSettled ? word : word + " as told so far"
  }

  private func score(_ judgement: Judgement) -> String {
    judgement.tally.score.map { ScoreText.whole($0, bands: charter.bands) } ?? "none"
  }

  private func said(_ rule: Int, _ judgement: Judgement) -> String {
    let points = ScoreText.points(halves: abs(judgement.halfPoints(ofRule: rule)))
    return switch judgement.sayings[rule] {
    case .notInPlay: "not in play"
    case .neutral: "neither"
    case .for, .leansFor: "for \(points)"
    case .against, .leansAgainst: "against \(points)"
    case .veto: "veto \(points)"
    }
  }

  private func sums(_ judgement: Judgement) -> String {
    let tally = judgement.tally
    return "\(ScoreText.points(halves: tally.forHalves)), "
      + "\(ScoreText.points(halves: tally.againstHalves)), \(tally.inPlay)"
  }

  private mutating func row(_ label: String, _ before: StyledText, _ after: StyledText) {
    if page.isWide {
      let first = page.width * 2 / 5
      let second = first + (page.width - first) * 26 / 48
      page.columns([(StyledText(label), 0), (before, first), (after, second)])
    } else {
      page.paragraph(StyledText(label))
      page.paragraph(StyledText("now      ") + before, indent: 2, hanging: 4)
      page.paragraph(StyledText("what if  ") + after, indent: 2, hanging: 4)
    }
  }
}
