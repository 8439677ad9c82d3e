public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// What rests on our guess, by how much the verdict hangs on it, with the cheapest next source.
  public static func listen(_ judgement: Judgement, _ judge: Judge) -> View {
    let words = ViewWords(judgement)
    let readable = Set(judge.changeableFacts)
    let said = judgement.action.statements.filter { statement in
      statement.content != .unsaid && readable.contains(statement.fact)
    }
    let guesses = said.filter { $0.evidence == nil && $0.content != .untouched }.map(\.fact)
    let sweeps = judge.sweeps(of: guesses, in: judgement)
    var view = View("listen")
    view.record(judgement)
    view.record("guesses", .count(guesses.count))
    view.record("facts", .count(said.count))
    guard !said.isEmpty else {
      view.say("\(bold: judgement.title) says no fact yet that a rule reads.")
      view.ask(
        Array(judge.changeableFacts.prefix(3)), "It begins with lines such as:", in: words.charter)
      return view
    }
    if guesses.isEmpty {
      view.say(
        """
        \(bold: judgement.title): each of its \(Words.count(said.count, "fact")) says how \
        it is known.
        """
      )
    } else {
      view.say(
        """
        \(bold: judgement.title), \(words.outcome): \(guesses.count) of \
        \(Words.count(said.count, "fact")) \(Words.verb(guesses.count, "is", "are")) our guess.
        """)
      view.parts.append(.table(table(sweeps, words)))
      if sweeps.count > mostGuesses {
        let rest = sweeps.count - mostGuesses
        view.say(
          "\(rest) more \(rest > 1 ? "guesses" : "guess") would move the score no farther.")
      }
    }
    view.sayFilled(judgement, judge)
    if let first = sweeps.first {
      let line = words.facts.line(first.fact)
      view.say("When you know, add how you know:  \(bold: "\(line) because ...")")
    }
    return view
  }

  private static let mostGuesses = 6

  private static func table(_ sweeps: [FactSweep], _ words: ViewWords) -> Table {
    Table(
      "guesses",
      [("fact", "our guess"), ("ifWrong", "if it is wrong"), ("source", "cheapest next source")],
      sweeps.prefix(mostGuesses).map { sweep in
        [
          StyledText(words.facts.line(sweep.fact)), consequence(sweep, words),
          StyledText(CheapSource.of(sweep.fact, in: words.charter)),
        ]
      })
  }

  /// The verdicts and scores that other values of the fact lead to.
  private static func consequence(_ sweep: FactSweep, _ words: ViewWords) -> StyledText {
    let bands = words.charter.bands
    let range = sweep.range.map { ScoreText.range($0, bands: bands) } ?? "no score"
    let others = sweep.otherVerdicts
    guard !others.isEmpty else { return StyledText("\(range), no turn") }
    var text = StyledText("\(range); ")
    for (place, verdict) in others.enumerated() {
      text += StyledText(place == 0 ? "" : " or ") + verdict.styledName(in: words.charter)
    }
    return text
  }

  /// What the line `the rest is untouched` takes for granted.
  private mutating func sayFilled(_ judgement: Judgement, _ judge: Judge) {
    let readable = Set(judge.changeableFacts)
    let filled = judgement.filled.filter { readable.contains($0) }
    guard !filled.isEmpty else { return }
    let turning = judge.sweeps(of: filled, in: judgement).filter { !$0.turns.isEmpty }
    record("filled", .count(filled.count))
    record("filledThatTurn", .list(turning.map { .text(judgement.charter.facts[$0.fact].name) }))
    let names = turning.prefix(3).map { judgement.charter.facts[$0.fact].name }
    let rest = turning.count - names.count
    let shown = Words.list(names + (rest > 0 ? ["\(rest) more"] : []))
    let stand = Words.verb(filled.count, "stands", "stand")
    let ending =
      turning.isEmpty
      ? "None could turn the verdict by itself."
      : "By itself, \(turning.count == 1 ? "this could" : "each of \(turning.count) could") turn "
        + "the verdict: \(shown)."
    say(
      StyledText(
        "\(Words.count(filled.count, "fact")) \(stand) as the untouched rest. \(ending)"))
  }
}

/// Where to learn about a fact at the least cost.
enum CheapSource {
  /// The cheapest source for the fact at `place`, by what kind of fact it is.
  static func of(_ place: Int, in charter: Charter) -> String {
    let fact = charter.facts[place]
    switch fact.nature {
    case .given: return "our own records"
    case .deed:
      return fact.kind?.isNumeric == true
        ? "our own records" : "go through it once yourself, as they must"
    case .outcome:
      return fact.kind?.isNumeric == true
        ? "our figures of the last such change"
        : "their complaints and reviews, then ask five of them"
    case .view: return "show the plan to one customer"
    }
  }
}

extension Judge {
  /// What other values of `facts` do, those first that can turn the verdict, then by how far they
  /// move the score.
  func sweeps(of facts: [Int], in judgement: Judgement) -> [FactSweep] {
    facts.map { sweep(of: $0, in: judgement) }.sorted { one, other in
      let (left, right) = (one.otherVerdicts.count, other.otherVerdicts.count)
      if (left == 0) != (right == 0) { return left > 0 }
      return one.span == other.span ? one.fact < other.fact : other.span < one.span
    }
  }
}
