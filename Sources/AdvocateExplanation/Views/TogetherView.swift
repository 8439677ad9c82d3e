public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// What part customers have in a plan, and what one step more would bring.
  public static func together(_ judgement: Judgement, _ judge: Judge) -> View {
    let charter = judgement.charter
    let groups = FactGroup.partnership.filter { !charter.places($0.facts).isEmpty }
    guard !groups.isEmpty else {
      return lacking("together", [.evidence, .role, .voice], in: charter)
    }
    let words = ViewWords(judgement)
    var rows: [[StyledText]] = []
    var first: (fact: Int, step: Step)?
    for group in groups {
      for (place, fact) in charter.places(group.facts).enumerated() {
        let step = Step(fact, words, judge)
        if let step, first.map({ $0.step.halves < step.halves }) ?? true { first = (fact, step) }
        rows.append([
          StyledText(place == 0 ? group.name : ""),
          StyledText("\(charter.facts[fact].name): \(words.facts.value(fact))"),
          signed(halves(of: fact, judgement)),
          step.map {
            StyledText("\(charter.text(of: $0.value, ofFact: fact)): ") + result($0.trial, words)
          } ?? "·",
        ])
      }
    }
    var view = View("together")
    view.record(judgement)
    view.say("\(bold: judgement.title), \(words.outcome): what part do customers have in it?")
    view.parts.append(
      .table(
        Table(
          "parts",
          [
            ("part", ""), ("asTold", "as told"), ("points", "points"), ("step", "one step more"),
          ], rows)))
    if judgement.isAtMost(.voice, "slanted") {
      view.say("A stage for praise alone is none: people hear what is missing.")
    }
    if let first {
      view.say("The step that brings most:  \(bold: words.line(first.fact, first.step.value))")
    } else {
      view.say("No single step more would bring a point.")
    }
    return view
  }

  /// The points, in halves, of the rules that speak because of a fact.
  private static func halves(of fact: Int, _ judgement: Judgement) -> Int {
    judgement.speakers.filter { judgement.causes(ofRule: $0).contains(fact) }
      .reduce(0) { $0 + judgement.halfPoints(ofRule: $1) }
  }

  /// The verdict where it turns, and otherwise the score alone.
  private static func result(_ trial: Trial, _ words: ViewWords) -> StyledText {
    guard trial.verdict == words.judgement.verdict, let score = trial.tally.score else {
      return words.outcome(trial)
    }
    return StyledText("score \(ScoreText.whole(score, bands: words.charter.bands))")
  }

  /// The nearest value of a fact that brings points.
  private struct Step {
    let value: Value
    let trial: Trial
    let halves: Int

    init?(_ fact: Int, _ words: ViewWords, _ judge: Judge) {
      let now = words.judgement.tally
      let better = judge.sweep(of: fact, in: words.judgement).trials.filter {
        $0.tally.balance > now.balance && $0.tally.isBetter(than: now)
      }
      let nearest = better.min { ($0.change?.steps ?? 0) < ($1.change?.steps ?? 0) }
      guard let nearest, let value = nearest.change?.value else { return nil }
      self.value = value
      trial = nearest
      halves = nearest.tally.balance - now.balance
    }
  }
}
