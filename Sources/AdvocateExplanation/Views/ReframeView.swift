public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// Each fact that speaks against a plan, turned into the nearest value that speaks for it.
  public static func reframe(_ judgement: Judgement, _ judge: Judge) -> View {
    let words = ViewWords(judgement)
    let turns = Turn.all(of: words, judge)
    var view = View("reframe")
    view.record(judgement)
    guard !words.against.isEmpty else {
      view.say(
        "\(bold: judgement.title): no rule speaks against it, so nothing is to be turned.")
      view.say("What good is still unseen:  \(bold: "look openings \(judgement.title)")")
      return view
    }
    view.say("\(bold: judgement.title), \(words.outcome), with each objection as a question:")
    view.parts.append(.list(turns.prefix(most).map { $0.text(words) }))
    if turns.count > most {
      view.say(StyledText("and \(Words.count(turns.count - most, "more question")) of the kind."))
    }
    view.parts.append(.data(table(turns, words)))
    view.sayAll(turns, words, judge)
    let stuck = words.against.filter { rule in !turns.contains { $0.rules.contains(rule) } }
    if !stuck.isEmpty {
      view.say(StyledText("No single fact turns: \(words.named(stuck))."))
    }
    if let first = turns.first {
      view.say("Try one on a copy:  \(bold: "what if \(words.line(first.fact, first.value))")")
    }
    return view
  }

  private static let most = 5

  private static func table(_ turns: [Turn], _ words: ViewWords) -> Table {
    Table(
      "questions",
      [("fact", "fact"), ("now", "as told"), ("then", "turned"), ("verdict", "verdict")],
      turns.map { turn in
        [
          StyledText(words.charter.facts[turn.fact].name),
          StyledText(words.facts.value(turn.fact)),
          StyledText(words.charter.text(of: turn.value, ofFact: turn.fact)),
          words.outcome(turn.trial),
        ]
      })
  }

  private mutating func sayAll(_ turns: [Turn], _ words: ViewWords, _ judge: Judge) {
    guard turns.count > 1 else { return }
    let readings = Dictionary(turns.map { ($0.fact, Reading.value($0.value)) }) { first, _ in first
    }
    let trial = judge.trial(of: words.judgement, with: readings)
    record("allTurned", .text(trial.verdict.name(in: words.charter)))
    let all = turns.count == 2 ? "Both" : "All \(turns.count)"
    say("\(all) at once: " + words.outcome(trial) + ".")
  }
}

/// A fact that makes rules object, and the nearest value with which one of them speaks for.
private struct Turn {
  let fact: Int
  let value: Value
  let trial: Trial
  /// The rules that object because of it.
  let rules: [Int]
  /// Whether one of them speaks for the plan then, rather than merely being silent.
  let speaksFor: Bool

  /// The turns of the facts behind all objections, the heaviest objection first.
  static func all(of words: ViewWords, _ judge: Judge) -> [Turn] {
    var turns: [Turn] = []
    for rule in words.against {
      for cause in words.facts.sources(of: words.judgement.causes(ofRule: rule))
      where !turns.contains(where: { $0.fact == cause }) && isFree(cause, words) {
        let rules = words.against.filter {
          words.facts.sources(of: words.judgement.causes(ofRule: $0)).contains(cause)
        }
        if let turn = nearest(cause, rule, rules, words, judge) { turns.append(turn) }
      }
    }
    return turns
  }

  /// What simply is so cannot be thought otherwise.
  private static func isFree(_ fact: Int, _ words: ViewWords) -> Bool {
    words.charter.facts[fact].nature != .given
  }

  /// The nearest value with which `rule` speaks for, or else with which it objects no more.
  private static func nearest(
    _ fact: Int, _ rule: Int, _ rules: [Int], _ words: ViewWords, _ judge: Judge
  ) -> Turn? {
    let trials = judge.sweep(of: fact, in: words.judgement).trials
    let best = trials.filter { $0.verdict != .vetoed || words.judgement.verdict == .vetoed }
    func first(_ isGood: (Saying) -> Bool) -> Trial? {
      let good = best.filter { isGood($0.sayings[rule]) }
      return good.min { ($0.change?.steps ?? 0) < ($1.change?.steps ?? 0) }
    }
    let speaking = first { $0.halves > 0 }
    guard let trial = speaking ?? first({ $0.halves == 0 }), let change = trial.change else {
      return nil
    }
    return Turn(
      fact: fact, value: change.value, trial: trial, rules: rules, speaksFor: speaking != nil)
  }

  /// The question, and what it would lead to.
  func text(_ words: ViewWords) -> StyledText {
    let declaration = words.charter.facts[fact]
    let level = words.charter.text(of: value, ofFact: fact)
    let now = words.facts.value(fact)
    let question =
      declaration.nature == .deed
      ? "What if \(declaration.name) were \(level), instead of \(now)?"
      : "What would it take until \(declaration.name) is \(level), instead of \(now)?"
    let ending = speaksFor ? "" : ", with one objection less"
    return "\(bold: question) Then " + words.outcome(trial) + StyledText("\(ending).")
  }
}
