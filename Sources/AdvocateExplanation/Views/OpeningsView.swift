public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// Deeds that the plan leaves out and that would speak for it, those that bring most first.
  public static func openings(_ judgement: Judgement, _ judge: Judge) -> View {
    let words = ViewWords(judgement)
    let openings = Opening.all(of: words, judge)
    var view = View("openings")
    view.record(judgement)
    view.record("openings", .count(openings.count))
    guard !openings.isEmpty else {
      view.say("\(bold: judgement.title): no single deed more would speak for it.")
      return view
    }
    view.say(
      """
      \(bold: judgement.title), \(words.outcome): \
      \(Words.count(openings.count, "deed")) that it leaves out would speak for it.
      """)
    view.parts.append(.table(table(openings.prefix(most), words)))
    let rest = openings.count - most
    if rest > 0 {
      view.say(StyledText("and \(Words.count(rest, "more deed")) that would bring no more."))
    }
    let against = words.judgement.tally.againstHalves
    if against > 0 {
      view.say(
        """
        None of them mends a harm: the \(ScoreText.points(halves: against)) points against stay. \
        First:  \(bold: "look reframe")
        """)
    }
    return view
  }

  private static let most = 7

  private static func table(_ openings: ArraySlice<Opening>, _ words: ViewWords) -> Table {
    Table(
      "deeds",
      columns: [
        .init("line", "one deed more"), .init("points", "for", isRight: true),
        .init("verdict", "then"), .init("rule", "rule"),
      ],
      rows: openings.map { opening in
        [
          .init(StyledText(words.line(opening.fact, opening.value))),
          .init(
            StyledText(ScoreText.points(halves: opening.halves)), .points(halves: opening.halves)),
          .init(words.outcome(opening.trial)),
          .init(StyledText(words.judgement.name(ofRule: opening.rule))),
        ]
      })
  }
}

/// A deed that the plan does not name, at the value that brings most points for.
private struct Opening {
  let fact: Int
  let value: Value
  let trial: Trial
  /// The points, in halves, that it adds on the side for.
  let halves: Int
  /// The rule that speaks for then.
  let rule: Int

  static func all(of words: ViewWords, _ judge: Judge) -> [Opening] {
    let deeds = judge.changeableFacts.filter {
      words.charter.facts[$0].nature == .deed && !words.judgement.world[$0].isTouched
    }
    let openings = deeds.compactMap { best($0, words, judge) }
    return openings.sorted { one, other in
      one.halves == other.halves ? one.fact < other.fact : one.halves > other.halves
    }
  }

  /// The value of a fact that adds most points for and none against, the first of several.
  private static func best(_ fact: Int, _ words: ViewWords, _ judge: Judge) -> Opening? {
    let now = words.judgement.tally
    let good = judge.sweep(of: fact, in: words.judgement).trials.filter {
      $0.tally.forHalves > now.forHalves && $0.tally.againstHalves <= now.againstHalves
        && $0.tally.isBetter(than: now)
    }
    var best: Trial?
    for trial in good where trial.tally.forHalves > (best?.tally.forHalves ?? 0) { best = trial }
    guard let best, let value = best.change?.value,
      let rule = words.judgement.program.usedRules.first(where: {
        best.sayings[$0].halves > max(0, words.judgement.sayings[$0].halves)
      })
    else { return nil }
    return Opening(
      fact: fact, value: value, trial: best, halves: best.tally.forHalves - now.forHalves,
      rule: rule)
  }
}
