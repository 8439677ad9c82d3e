import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension VerdictPage {
  // MARK: What is unknown, and what would turn it

  mutating func unknown() {
    page.blank()
    let sentences = uncertainty.isSettled ? settledUnknown : openUnknown
    let text = StyledText(sentences.joined(separator: " "))
    if let question = outlook?.questions.first {
      ask(question)
      page.body(text)
    } else {
      page.block("Unknown", text)
    }
    guard !uncertainty.isSettled, !judgement.unsaidFacts.isEmpty else { return }
    if !judgement.action.restIsUntouched {
      page.invitation("Does it change nothing else? Then type:", "the rest is untouched")
    }
  }

  /// The question that decides most, and how its answer is said.
  private mutating func ask(_ question: NextQuestion) {
    let fact = charter.facts[question.fact]
    page.block("Unknown", StyledText(fact.question ?? fact.name, .bold))
    let answers = fact.levels.isEmpty ? "..." : "(\(Words.list(fact.levels, "or")))"
    page.body(StyledText("This answer decides most. It is said as:  \(fact.name) is \(answers)"))
  }

  /// The smallest change that leads to the next better verdict.
  mutating func turns() {
    guard let flips = outlook?.flips else { return }
    page.blank()
    if judgement.verdict == .silent {
      return page.block(
        "Turns", "If it does touch them, say how: \(bold: "list facts") shows what can be said.")
    }
    let text = FlipText(judgement)
    guard let best = flips.best.first else {
      return page.block("Turns", StyledText(text.refusal(flips)))
    }
    let lead: StyledText = uncertainty.isSettled ? "It would be " : "As told, it would be "
    let more = best.isMend ? "" : " (it adds what was not said)"
    let typed = text.lines(best).joined(separator: ", ")
    page.block("Turns", lead + text.outcome(best) + StyledText(", with:  \(typed)\(more)"))
    page.body("\(bold: "flip") shows what else would do.")
  }

  private var settledUnknown: [String] {
    let (unsaid, ranged) = (judgement.unsaidFacts.count, judgement.rangedFacts.count)
    var sentences: [String] = []
    if unsaid + ranged == 0 {
      sentences.append(
        judgement.filled.isEmpty ? "Nothing: every fact is said." : "Nothing that matters.")
    } else {
      var parts: [String] = []
      if unsaid > 0 {
        parts.append("\(Words.count(unsaid, "fact")) \(Words.verb(unsaid, "is", "are")) unsaid")
      }
      if ranged > 0 {
        parts.append(
          "\(Words.count(ranged, "fact")) \(Words.verb(ranged, "is", "are")) only roughly known")
      }
      sentences.append("Nothing that matters: \(Words.list(parts)).")
      if let movement { sentences.append(movement) }
    }
    if let filling { sentences.append(filling) }
    return sentences
  }

  private var openUnknown: [String] {
    var sentences = [
      uncertainty.unheard == charter.totalWeight
        ? charter.totalWeight == 1
          ? "Unheard: the only point of the charter."
          : "Unheard: all \(charter.totalWeight) points of the charter."
        : "Unheard: \(uncertainty.unheard) of the charter's"
          + " \(Words.count(charter.totalWeight, "point"))."
    ]
    if let movement { sentences.append(movement) }
    let vetoes = uncertainty.possibleVetoes
    if !vetoes.isEmpty {
      let names = vetoes.map { judgement.name(ofRule: $0) }
      let shown = Words.some(names, 2, noun: "rule", hint: "why names")
      sentences.append(
        "\(Words.sentence(Words.count(vetoes.count, "rule"))) could still veto: \(shown).")
    }
    if let filling { sentences.append(filling) }
    return sentences
  }

  /// How far the score can still move; nil where it cannot.
  private var movement: String? {
    guard let range = uncertainty.range, range.lowerBound != range.upperBound else { return nil }
    let could = uncertainty.isExact ? "could still be" : "could at most still be"
    return "The score \(could) \(ScoreText.range(range, bands: charter.bands))."
  }

  private var filling: String? {
    let count = judgement.filled.count
    return count > 0 ? "\(Words.count(count, "fact")) filled by: the rest is untouched" : nil
  }
}
