import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension VerdictPage {
  // MARK: How sure, and what is unknown

  /// What the open answers can still do, how much it leans on weights, and how facts are known.
  mutating func sure() {
    page.blank()
    var text: StyledText
    if uncertainty.isSettled {
      text = "Settled: no open answer can change it."
    } else {
      text = StyledText("Not settled", .bold) + ": \(waiting). \(couldStillBe)"
    }
    if let firmness = SureText.firmness(judgement) { text += StyledText(" \(firmness)") }
    if let known = evidence { text += StyledText(" \(known)") }
    if judgement.verdict == .silent, charter.totalWeight > 0 {
      text += " None of the charter's \(Words.count(charter.totalWeight, "point")) is in play."
    }
    page.block("Sure", text)
  }

  /// `49 facts are unsaid, and 48 of the charter's 52 rules wait for them`.
  private var waiting: String {
    let (unsaid, ranged) = (judgement.unsaidFacts.count, judgement.rangedFacts.count)
    var parts: [String] = []
    if unsaid > 0 {
      parts.append("\(Words.count(unsaid, "fact")) \(Words.verb(unsaid, "is", "are")) unsaid")
    }
    if ranged > 0 {
      let subject = unsaid > 0 ? "\(ranged)" : Words.count(ranged, "fact")
      parts.append("\(subject) \(Words.verb(ranged, "is", "are")) only roughly known")
    }
    let rules = uncertainty.openRules.count
    let all = judgement.program.usedRules.count
    let share =
      rules == all && all > 1
      ? "\(all == 2 ? "both" : "all \(all)") rules of the charter"
      : "\(rules) of the charter's \(Words.count(all, "rule"))"
    let pronoun = unsaid + ranged == 1 ? "it" : "one of them"
    let verb = Words.verb(rules, "waits", "wait")
    return parts.joined(separator: ", ")
      + ", and \(share) \(verb) for \(pronoun)"
  }

  /// The other verdicts that open answers can bring about.
  private var couldStillBe: String {
    let others = uncertainty.reachable.filter { $0 != judgement.verdict }
    let names = others.filter { $0 != .silent }.map { $0.name(in: charter) }
    let could = uncertainty.isExact ? "It could still be" : "It could at most still be"
    var text = names.isEmpty ? "" : "\(could) \(Words.list(names, "or"))."
    if others.contains(.silent) {
      text +=
        names.isEmpty
        ? "It could still be that no rule speaks." : " Or it could be that no rule speaks."
    }
    return text
  }

  /// How many of the facts behind the speaking rules are our guess; nil where there are none.
  private var evidence: String? {
    let behind = facts.sources(of: judgement.speakers.flatMap { judgement.causes(ofRule: $0) })
    let guesses = behind.count { judgement.action.statement(of: $0)?.evidence == nil }
    switch (guesses, behind.count) {
    case (_, 0): return nil
    case (0, 1): return "The 1 fact behind it has evidence."
    case (0, 2): return "Both facts behind it have evidence."
    case (2, 2): return "Both facts behind it: our guess."
    case (0, let all): return "All \(all) facts behind it have evidence."
    case (1, 1): return "The 1 fact behind it: our guess."
    case (let some, let all) where some == all: return "All \(all) facts behind it: our guess."
    case (let some, let all): return "\(some) of the \(all) facts behind it: our guess."
    }
  }
}
