public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// What speaks for and against a plan in each stage that customers go through.
  public static func stages(_ judgement: Judgement) -> View {
    let charter = judgement.charter
    let groups = FactGroup.stages.filter { !charter.places($0.facts).isEmpty }
    guard !groups.isEmpty else { return lacking("stages", [.truth, .choice, .moves], in: charter) }
    let words = ViewWords(judgement)
    var rows = groups.map { StageRow(name: $0.name, facts: charter.places($0.facts)) }
    rows.append(StageRow(name: "all through", facts: []))
    for rule in judgement.speakers {
      let causes = judgement.causes(ofRule: rule)
      // A rule belongs where the first of the facts behind it belongs.
      let stage = causes.lazy.compactMap { cause in
        rows.firstIndex { $0.facts.contains(cause) }
      }.first
      rows[stage ?? rows.count - 1].rules.append(rule)
    }
    if rows.last?.rules.isEmpty == true { rows.removeLast() }
    var view = View("stages")
    view.record(judgement)
    view.say("\(bold: judgement.title), stage by stage:")
    view.parts.append(.table(table(rows, words)))
    view.sayStages(rows, words)
    let silent = rows.filter { row in
      !row.facts.isEmpty && row.facts.allSatisfy { !judgement.world[$0].isTouched }
    }
    view.record("silentStages", .list(silent.map { .text($0.name) }))
    if !silent.isEmpty {
      let names = Words.list(silent.map(\.name))
      let facts = silent.compactMap { row in row.facts.first { judgement.program.isRead[$0] } }
      view.ask(
        Array(facts.prefix(2)), "Nothing is told of \(names). If it changes something there:",
        in: charter)
    }
    return view
  }

  private static func table(_ rows: [StageRow], _ words: ViewWords) -> Table {
    Table(
      "stages",
      columns: [
        .init("stage", ""), .init("against", "against", isRight: true),
        .init("for", "for", isRight: true), .init("rules", "what speaks"),
      ],
      rows: rows.map { row in
        let (against, pro) = (row.halves(words, -1), row.halves(words, 1))
        let names = row.rules.map { words.judgement.name(ofRule: $0) }
        let shown = Words.some(names, 3, noun: "rule", hint: "why names")
        return [
          .init(StyledText(row.name)),
          .init(
            StyledText(against == 0 ? "·" : ScoreText.points(halves: against)),
            .points(halves: against)),
          .init(StyledText(pro == 0 ? "·" : ScoreText.points(halves: pro)), .points(halves: pro)),
          .init(StyledText(shown), .list(names.map { .text($0) })),
        ]
      })
  }

  /// Whether good and bad stand in different stages, and where it is made worse.
  private mutating func sayStages(_ rows: [StageRow], _ words: ViewWords) {
    let good = rows.filter { $0.halves(words, 1) > 0 && $0.halves(words, -1) == 0 }
    let bad = rows.filter { $0.halves(words, -1) > 0 && $0.halves(words, 1) == 0 }
    if !good.isEmpty, !bad.isEmpty {
      let goodNames = Words.list(good.map(\.name))
      say(
        """
        \(bold: "The stages pull apart"): all speaks for it at \(goodNames), and against it at \
        \(Words.list(bad.map(\.name))). What helps in one place is taken back in another.
        """)
    }
    let judgement = words.judgement
    guard let worse = judgement.charter.place(.makesWorse), judgement.world[worse].isTouched,
      !judgement.holds(.makesWorse, "nothing")
    else { return }
    say(StyledText("Said to be made worse: \(words.facts.value(worse))."))
  }
}

/// A stage, its facts and the rules that speak because of them.
private struct StageRow {
  let name: String
  let facts: [Int]
  var rules: [Int] = []

  /// The points, in halves, on the side of `sign`.
  func halves(_ words: ViewWords, _ sign: Int) -> Int {
    rules.reduce(0) { $0 + max(0, sign * words.judgement.halfPoints(ofRule: $1)) }
  }
}
