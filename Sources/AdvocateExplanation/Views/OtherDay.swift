import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// A plan judged again as things would be on one day, and as they would be if we acted first.
///
/// On that day some facts are set aside, as if they were untouched, or hold something worse. If we
/// act first, the same facts hold what an open plan would say in their place.
struct OtherDay {
  /// One fact that would be otherwise.
  struct Part {
    var fact: Int
    /// What it would be on that day; nil where it stays.
    var then: Statement.Content?
    /// What an open plan would say; nil where there is nothing to say.
    var open: Value?
  }

  let judgement: Judgement
  let parts: [Part]
  /// The plan on that day; nil where it is as told.
  let then: Judgement?
  /// The plan if we acted first; nil where there is nothing to do.
  let opened: Judgement?

  init(_ judgement: Judgement, _ judge: Judge, _ parts: [Part]) {
    self.judgement = judgement
    self.parts = parts
    func judged(_ contents: [(Int, Statement.Content)]) -> Judgement? {
      contents.isEmpty
        ? nil : judge.judge(judgement.action, saying: Dictionary(contents) { $1 })
    }
    then = judged(parts.compactMap { part in part.then.map { (part.fact, $0) } })
    opened = judged(parts.compactMap { part in part.open.map { (part.fact, .value($0)) } })
  }

  /// The verdicts below each other, with the facts that make the difference.
  func table(then thenName: String, open openName: String) -> View.Table {
    var rows = [row("as told", judgement, "")]
    if let then { rows.append(row(thenName, then, Words.list(thenLines))) }
    if let opened {
      let words = ViewWords(judgement)
      let lines = parts.compactMap { part in part.open.map { words.line(part.fact, $0) } }
      rows.append(row(openName, opened, Words.list(lines)))
    }
    return View.Table("verdicts", [("case", ""), ("verdict", "verdict"), ("facts", "with")], rows)
  }

  /// Whether open answers could still change one of the verdicts.
  var isOpen: Bool {
    [judgement, then, opened].contains { $0?.uncertainty.isSettled == false }
  }

  private var thenLines: [String] {
    parts.compactMap { part in
      guard let then = part.then else { return nil }
      let name = judgement.charter.facts[part.fact].name
      return "\(name) \(judgement.charter.text(of: then, ofFact: part.fact))"
    }
  }

  private func row(_ name: String, _ judgement: Judgement, _ facts: String) -> [StyledText] {
    let outcome = judgement.verdict.outcome(judgement.tally.score, in: judgement.charter)
    return [StyledText(name), outcome, StyledText(facts)]
  }
}

extension View {
  /// Adds the verdicts below each other.
  mutating func say(_ day: OtherDay, then: String, open: String) {
    parts.append(.table(day.table(then: then, open: open)))
    if day.isOpen { say("Each is as told; open answers could still change it.") }
  }

  /// Records the verdicts of the other cases for programs.
  mutating func record(_ day: OtherDay, then: String, open: String) {
    let charter = day.judgement.charter
    record(then, .text((day.then ?? day.judgement).verdict.name(in: charter)))
    record(open, .text((day.opened ?? day.judgement).verdict.name(in: charter)))
  }
}
