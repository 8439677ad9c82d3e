public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// The verdict again as if customers knew all of it tomorrow, and how they would feel.
  public static func foundOut(_ judgement: Judgement, _ judge: Judge) -> View {
    let charter = judgement.charter
    let known: [NamedFact] = [.learnsOf, .feel, .truth, .weakness]
    guard !charter.places(known).isEmpty else { return lacking("found out", known, in: charter) }
    let words = ViewWords(judgement)
    var view = View("found out")
    view.record(judgement)
    view.say("\(bold: judgement.title), if customers knew all of it tomorrow:")
    view.parts.append(.table(answers(words)))
    let day = OtherDay(judgement, judge, hidings(in: judgement))
    let blind = blindness(of: judgement)
    if day.parts.isEmpty {
      view.say("As told, nothing in it is hidden. It stays \(words.outcome).")
    } else {
      view.say(day, then: "found out", open: "if we tell it first")
    }
    view.record(day, then: "foundOut", open: "toldFirst")
    view.record("needsThemNotToKnow", .list(blind.map { .text($0) }))
    view.say(
      blind.isEmpty
        ? "As told, it does not need them not to know."
        : "\(bold: "It would not work any more"): it needs \(Words.list(blind)).")
    let silent = charter.places([.learnsOf, .feel]).filter { !judgement.world[$0].isTouched }
    view.ask(silent, "Not said yet:", in: charter)
    return view
  }

  /// The questions of the day on which all is known, with what is told.
  private static func answers(_ words: ViewWords) -> Table {
    let questions: [(NamedFact, String)] = [
      (.learnsOf, "They learn of it"), (.feel, "They would feel"),
      (.show, "We would let them watch"), (.truth, "What we told them was"),
    ]
    let rows = questions.compactMap { fact, question in
      words.charter.place(fact).map { place -> [StyledText] in
        let isSaid = words.judgement.world[place].isTouched
        let evidence = isSaid ? words.facts.evidence(place) ?? "" : ""
        return [question, words.facts.value(place), evidence].map { StyledText($0) }
      }
    }
    return Table("answers", [("question", ""), ("answer", ""), ("evidence", "")], rows)
  }

  /// What is hidden as told, what finding it out would make of that, and what an open plan would
  /// say in its place.
  private static func hidings(in judgement: Judgement) -> [OtherDay.Part] {
    let charter = judgement.charter
    func level(_ name: String, _ fact: Int) -> Value? {
      charter.level(name, of: fact).map { .level($0) }
    }
    var parts: [OtherDay.Part] = []
    if let truth = charter.place(.truth), judgement.isAtMost(.truth, "incomplete") {
      parts.append(.init(fact: truth, open: level("true", truth)))
    }
    if let earnings = charter.place(.earnings), judgement.holds(.earnings, "no") {
      parts.append(.init(fact: earnings, open: level("yes", earnings)))
    }
    if let weakness = charter.place(.weakness),
      case .value(.levels(let held)) = judgement.world[weakness]
    {
      let blind = ["forgetting", "confusion"].compactMap { charter.level($0, of: weakness) }
      let rest = blind.reduce(held) { $0 & ~(1 << UInt64($1)) }
      if rest != held {
        let nothing = charter.level("nothing", of: weakness).map { UInt64(1) << UInt64($0) }
        let open = rest == 0 ? nothing : rest
        parts.append(.init(fact: weakness, open: open.map { .levels($0) }))
      }
    }
    // Whatever is hidden comes out on that day.
    if let learns = charter.place(.learnsOf),
      !parts.isEmpty || judgement.isAtMost(.learnsOf, "in small print")
    {
      let isWorst = judgement.holds(.learnsOf, "by finding out")
      let isOpen =
        judgement.level(.learnsOf) != nil && !judgement.isAtMost(.learnsOf, "in small print")
      parts.append(
        .init(
          fact: learns,
          then: isWorst ? nil : level("by finding out", learns).map { .value($0) },
          open: isOpen ? nil : level("told plainly", learns)))
    }
    return parts
  }

  /// What only works while they do not know, in words.
  private static func blindness(of judgement: Judgement) -> [String] {
    var needs: [String] = []
    if judgement.holds(.weakness, "forgetting") { needs.append("that they lose track") }
    if judgement.holds(.weakness, "confusion") { needs.append("that they cannot see through it") }
    if judgement.isAtMost(.truth, "slanted") {
      needs.append("that they take what we tell them for the whole truth")
    }
    if judgement.holds(.takes, "data") || judgement.holds(.takes, "money") {
      needs.append("that they do not notice what is taken")
    }
    return needs
  }
}
