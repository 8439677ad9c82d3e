public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// What an action is to each group of customers, the worst-off first, and what would lift those.
  public static func groups(_ judgement: Judgement, _ judge: Judge) -> View {
    var view = View("groups")
    view.record("action", .text(judgement.action.name))
    guard let worst = judgement.group else {
      view.parts.append(.data(table([], facts: [])))
      view.sayHowToTellOfGroups(judgement)
      return view
    }
    view.record("worstOff", .text(worst))
    view.say("\(bold: judgement.action.name), group by group, the worst-off first:")
    view.parts.append(.table(table(judgement.eachGroup, facts: judgement.factsApart)))
    if judgement.otherGroups.isEmpty {
      view.say("Shown is one group: \(bold: worst).")
    } else {
      view.say(
        """
        Worst off: \(bold: worst). The lowest score still possible counts first, then the verdict \
        as told, so that nobody stands hidden behind another.
        """)
    }
    view.sayLift(judgement, judge)
    return view
  }

  private static func table(_ groups: [Judgement], facts: [Int]) -> Table {
    let columns: [Table.Column] = [
      .init("group", "group"), .init("verdict", "verdict"),
      .init("score", "score", isRight: true), .init("range", "can move"),
      .init("lines", "what is so for them"),
    ]
    let text = OutcomeText(groups)
    return Table(
      "groups", columns: columns,
      rows: groups.enumerated().map { place, judgement in
        let charter = judgement.charter
        let lines = facts.map { FactText(judgement: judgement).line($0) }
        let word = judgement.verdict.styledName(in: charter)
        let range = judgement.uncertainty.range
        return [
          .init(StyledText(judgement.group ?? "", .bold), .text(judgement.group ?? "")),
          .init(
            judgement.uncertainty.isSettled ? word : word + ", as told",
            .text(judgement.verdictWord)),
          .init(
            StyledText(text.scores[place]),
            judgement.tally.score.map { .number($0.number) } ?? .absent),
          .init(
            StyledText(text.movement(place).isEmpty ? "·" : text.movement(place)),
            range.map { .list([.number($0.lowerBound.number), .number($0.upperBound.number)]) }
              ?? .absent),
          .init(
            StyledText(lines.isEmpty ? "·" : lines.joined(separator: ", ")),
            .list(lines.map { .text($0) })),
        ]
      })
  }

  /// The nearest change that leads the worst-off group to a better verdict.
  private mutating func sayLift(_ judgement: Judgement, _ judge: Judge) {
    guard let flips = judge.flips(of: judgement) else {
      return say("Nothing needs to lift them: no verdict is better.")
    }
    let words = FlipText(judgement)
    guard let flip = flips.nearest.first else { return say(StyledText(words.refusal(flips))) }
    let lines = words.lines(flip)
    record("lift", .list(lines.map { .text($0) }))
    say("What would lift them to " + words.outcome(flip) + ":")
    parts.append(.lines(lines))
  }

  /// Lines that would set a group apart.
  private mutating func sayHowToTellOfGroups(_ judgement: Judgement) {
    let charter = judgement.charter
    say("\(bold: judgement.action.name) is the same to all customers: no line names a group.")
    let causes = judgement.speakers.flatMap { judgement.causes(ofRule: $0) }
    let others = charter.facts.indices.filter {
      charter.facts[$0].kind?.isSaid == true && charter.facts[$0].kind != .text
        && judgement.program.isRead[$0]
    }
    var facts: [Int] = []
    for fact in causes + others
    where charter.facts[fact].kind?.isSaid == true && !facts.contains(fact) && facts.count < 2 {
      facts.append(fact)
    }
    guard !facts.isEmpty else { return }
    say("Where it is something else to some of them, say so:")
    let groups = ["new customers", "loyal customers"]
    parts.append(
      .list(zip(groups, facts).map { StyledText("for \($0): ") + charter.typing($1) }))
  }
}

extension View {
  /// Says that a view shows one group of several.
  public mutating func sayWorstOff(_ judgement: Judgement) {
    guard let group = judgement.group, !judgement.otherGroups.isEmpty else { return }
    say(GroupText.shown(group))
  }
}

/// Sentences that tell for which group of customers something is shown.
public enum GroupText {
  /// The sentence below an answer about one action.
  public static func shown(_ group: String) -> StyledText {
    "Shown for the worst-off group: \(bold: group). To see each:  \(bold: "look groups")"
  }

  /// The sentence below an answer about several actions; nil where none of them names groups.
  public static func several(_ judgements: [Judgement]) -> StyledText? {
    guard judgements.contains(where: { !$0.otherGroups.isEmpty }) else { return nil }
    return """
      A plan that names groups of customers is judged by the worst-off of them, which stands \
      behind its name.
      """
  }
}
