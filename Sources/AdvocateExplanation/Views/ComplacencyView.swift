public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// Signs over all plans that customers are taken for granted, and what no plan says.
  public static func complacency(_ judgements: [Judgement]) -> View {
    guard let charter = judgements.first?.charter else { return View("complacency") }
    let groups = FactGroup.complacency.filter { !charter.places($0.facts).isEmpty }
    guard !groups.isEmpty else {
      return lacking("complacency", [.lossBlame, .leavers, .loyal], in: charter)
    }
    var view = View("complacency")
    view.say(
      "\(bold: "Taken for granted?") Over \(Words.count(judgements.count, "plan")), by number:")
    var rows: [[StyledText]] = []
    var silent: [Int] = []
    var count = 0
    for group in groups {
      for fact in charter.places(group.facts) {
        let against = numbers(judgements, fact) { $0 < 0 }
        let pro = numbers(judgements, fact) { $0 > 0 }
        count += against.count
        if judgements.allSatisfy({ !$0.world[fact].isTouched }) { silent.append(fact) }
        rows.append(
          [group.name, charter.facts[fact].name, shown(against), shown(pro)].map {
            StyledText($0)
          })
      }
    }
    // A group is named once, in the first of its rows.
    for place in rows.indices.reversed() where place > 0 && rows[place][0] == rows[place - 1][0] {
      rows[place][0] = StyledText()
    }
    view.parts.append(
      .table(
        Table(
          "signs",
          [("sign", "sign"), ("fact", "fact"), ("against", "against"), ("for", "for")], rows)))
    view.record("signsAgainst", .count(count))
    view.record("neverSaid", .list(silent.map { .text(charter.facts[$0].name) }))
    let plans = judgements.enumerated().map { "\($0.offset + 1) \($0.element.title)" }
    view.say(StyledText("The plans: \(Words.some(plans, 6, noun: "plan", hint: "list names"))."))
    let typed = silent.filter { charter.facts[$0].kind?.isSaid == true }
    if !silent.isEmpty {
      func text(_ shown: Int) -> StyledText {
        let names = Words.some(
          silent.map { charter.facts[$0].name }, shown, noun: "fact",
          hint: "look complacency as markdown names")
        return "No plan says anything of \(names): what nobody asks, nobody sees go wrong."
      }
      view.say(text(4), full: text(silent.count))
      view.ask(Array(typed.prefix(1)), "To begin with:", in: charter)
    }
    return view
  }

  private static func shown(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "·" : numbers.map(String.init).joined(separator: ", ")
  }

  /// The numbers of the plans in which a rule speaks on a side because of a fact.
  private static func numbers(
    _ judgements: [Judgement], _ fact: Int, _ isSide: (Int) -> Bool
  ) -> [Int] {
    judgements.indices.filter { place in
      let judgement = judgements[place]
      return judgement.speakers.contains {
        isSide(judgement.sayings[$0].halves) && judgement.causes(ofRule: $0).contains(fact)
      }
    }.map { $0 + 1 }
  }
}
