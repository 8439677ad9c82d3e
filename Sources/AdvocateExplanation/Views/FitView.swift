public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// All plans by whether we are good at it and whether people want it: four fields.
  public static func fit(_ judgements: [Judgement]) -> View {
    guard let charter = judgements.first?.charter else { return View("fit") }
    guard let skill = charter.place(.skill), let choice = charter.place(.choice) else {
      return lacking("fit", [.skill, .choice], in: charter)
    }
    var fields = FourFields(
      columns: ["they did not ask", "they said yes"], rows: ["level or better", "others better"],
      fields: [
        [.init(name: "ask first"), .init(name: "serve them")],
        [.init(name: "leave them alone"), .init(name: "refer or learn")],
      ])
    var view = View("fit")
    var rows: [[StyledText]] = []
    var unplaced: [Judgement] = []
    var lost: [String] = []
    for judgement in judgements {
      let text = FactText(judgement: judgement)
      var name = "none"
      if let good = judgement.level(.skill), let wish = judgement.level(.choice) {
        let row = good >= (charter.level("level", of: skill) ?? 2) ? 0 : 1
        let column = wish >= (charter.level("opted in", of: choice) ?? 3) ? 1 : 0
        fields.fields[row][column].plans.append(judgement.title)
        name = fields.fields[row][column].name
        if row == 1 || column == 0, let time = timeLost(judgement) { lost.append(time) }
      } else {
        unplaced.append(judgement)
      }
      rows.append(
        [judgement.title, text.value(skill), text.value(choice), name].map {
          StyledText($0)
        })
    }
    view.say("\(bold: "All plans"), by our skill and by how customers come to be in it:")
    view.parts.append(.drawing(fields.drawing))
    view.parts.append(
      .data(
        Table(
          "plans",
          [("action", "plan"), ("skill", "our skill"), ("choice", "choice"), ("field", "field")],
          rows)))
    view.say(fields.sentence)
    view.record("timeLost", .list(lost.map { .text($0) }))
    if !lost.isEmpty { view.say(StyledText("Time lost on both sides: \(Words.list(lost)).")) }
    if let first = fields.fields[1].flatMap(\.plans).first {
      view.say("What to say where others are better:  \(bold: "look refer \(first)")")
    }
    if let first = unplaced.first {
      let rest = unplaced.count - 1
      let others = rest > 0 ? " and \(Words.count(rest, "other plan"))" : ""
      let silent = [skill, choice].filter { !first.world[$0].isTouched }
      view.ask(
        silent, "Not placed: \(first.title)\(others). To place the first:", in: charter)
    }
    return view
  }

  /// The time that a plan takes from people whom it should not take it from.
  private static func timeLost(_ judgement: Judgement) -> String? {
    guard let time = judgement.charter.place(.time), judgement.isAtMost(.time, "takes minutes")
    else { return nil }
    let text = FactText(judgement: judgement)
    let whom = judgement.number(.touched).map { number in
      " from each of \(number.decimal(places: 0, separator: ","))"
    }
    return "\(judgement.title) \(text.value(time))\(whom ?? " from each")"
  }
}

extension View {
  /// What we could say to people whom another would serve better, and what each would bring.
  public static func refer(_ judgement: Judgement, _ judge: Judge) -> View {
    let charter = judgement.charter
    guard let elsewhere = charter.place(.elsewhere) else {
      return lacking("refer", [.elsewhere], in: charter)
    }
    let words = ViewWords(judgement)
    let trials = judge.sweep(of: elsewhere, in: judgement).trials
    let rules = judgement.program.usedRules.filter {
      judgement.program.inputs(ofRule: $0).contains(elsewhere)
    }
    var view = View("refer")
    view.record(judgement)
    view.say(
      "\(bold: judgement.title): what do we say to a person whom another would serve better?")
    var rows: [[StyledText]] = []
    for level in charter.facts[elsewhere].levels.indices {
      let name = charter.facts[elsewhere].levels[level]
      let trial = trials.first { $0.change?.value == .level(level) }
      let sayings = trial?.sayings ?? judgement.sayings
      let halves = rules.reduce(0) { $0 + sayings[$1].halves * charter.rules[$1].weight }
      rows.append([
        StyledText(trial == nil ? "\(name) (as told)" : name), signed(halves),
        trial.map { words.outcome($0) } ?? words.outcome,
      ])
    }
    view.parts.append(
      .table(
        Table("answers", [("says", "we say"), ("points", "points"), ("verdict", "verdict")], rows)))
    if let reason = rules.first.flatMap({ charter.rules[$0].reason }) {
      view.say(StyledText("Because \(reason)."))
    }
    if let skill = charter.place(.skill) {
      view.say(StyledText("Our own skill at it, as told: \(words.facts.value(skill))."))
    }
    view.say(
      """
      Whom to tell: those whose job lies where we are behind. What to tell: who does it better, \
      how to reach them, what we can still do, and that we earn nothing by saying so.
      """)
    return view
  }

  /// Points with the side that they are on.
  static func signed(_ halves: Int) -> StyledText {
    StyledText(
      halves == 0
        ? "·" : "\(halves > 0 ? "for" : "against") \(ScoreText.points(halves: abs(halves)))")
  }
}
