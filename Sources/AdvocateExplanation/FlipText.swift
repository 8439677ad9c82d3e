import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// The words for changes that turn a verdict.
struct FlipText {
  let judgement: Judgement
  private let facts: FactText

  init(_ judgement: Judgement) {
    self.judgement = judgement
    facts = FactText(judgement: judgement)
  }

  /// Each change as the line that says it.
  func lines(_ flip: Flip) -> [String] {
    flip.changes.map { change in
      (judgement.group.map { "for \($0): " } ?? "")
        + "\(judgement.charter.facts[change.fact].name) is \(value(change))"
    }
  }

  /// What a change leads to, as written behind `is`.
  func value(_ change: Flip.Change) -> String {
    judgement.charter.text(of: change.to, ofFact: change.fact)
  }

  /// What the fact was.
  func before(_ change: Flip.Change) -> String {
    change.from.isTouched ? "was \(facts.value(change.fact))" : "was \(unknown(change.fact))"
  }

  private func unknown(_ fact: Int) -> String {
    judgement.uncertainty.unsaidFacts.contains(fact) ? "unsaid" : "untouched"
  }

  /// What it takes: a deed is done, an outcome has to be shown.
  func demand(_ change: Flip.Change) -> String {
    judgement.charter.facts[change.fact].nature == .deed
      ? "you can do this" : "show what tells us so"
  }

  /// The verdict and the score that it leads to.
  func outcome(_ flip: Flip) -> StyledText {
    let word = flip.verdict.styledName(in: judgement.charter)
    guard let score = flip.score, flip.verdict != .vetoed else { return word }
    return word + StyledText(", \(ScoreText.whole(score, bands: judgement.charter.bands))")
  }

  /// Why nothing leads to the wanted verdict.
  func refusal(_ flips: Flips) -> String {
    let goal = flips.wanted.name(in: judgement.charter)
    let names = flips.obstacles.map { judgement.charter.rules[$0].name }
    let shown = Words.some(names, 3, noun: "rule", hint: "why names")
    let way = names.isEmpty ? "" : " In the way: \(shown)."
    if flips.isCutShort { return "None of the changes tried leads to \(goal).\(way)" }
    return flips.isPossible
      ? "No change of up to three facts leads to \(goal).\(way)"
      : "No change can lead to \(goal).\(way)"
  }
}
