public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// What a meeting came to, for its minutes.
public struct Minutes: Sendable {
  /// One plan that the meeting was about.
  public struct Plan: Sendable {
    /// What it is called.
    public var name: String
    /// Its lines.
    public var lines: [String]
    /// What the charter says of it; nil where that was not revealed.
    public var judgement: Judgement?
    /// What would turn the verdict, and what is still asked; nil where it was not revealed.
    public var outlook: Outlook?
    /// Whether it is not there any more.
    public var isGone: Bool

    /// Creates the part about one plan.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - lines: its lines.
    ///   - judgement: what the charter says of it; nil where that was not revealed.
    ///   - outlook: what would turn the verdict, and what is still asked.
    ///   - isGone: whether it is not there any more.
    public init(
      name: String, lines: [String], judgement: Judgement?, outlook: Outlook?,
      isGone: Bool = false
    ) {
      (self.name, self.lines, self.isGone) = (name, lines, isGone)
      (self.judgement, self.outlook) = (judgement, outlook)
    }
  }

  /// An open question and who takes it along.
  public struct Owned: Sendable, Equatable {
    /// The question.
    public var question: String
    /// A role, or whatever word the room said; nil where nobody took it.
    public var owner: String?

    /// Creates an open question.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - owner: who takes it along; nil where nobody did.
    public init(question: String, owner: String?) {
      (self.question, self.owner) = (question, owner)
    }
  }

  /// The plans, in the order in which they were asked about.
  public var plans: [Plan] = []
  /// What was voted on, in order.
  public var ballots: [Ballot] = []
  /// The open questions.
  public var questions: [Owned] = []
  /// What became of weights that were challenged, a sentence each.
  public var challenges: [String] = []
  /// The written objections.
  public var dissent: [String] = []
  /// What was written down looking back from a year on.
  public var premortem: [String] = []
  /// What was decided about the plans, as the journal keeps it.
  public var decisions: [Decision] = []
  /// When it is looked at again; nil where nobody said.
  public var review: String?

  /// Creates minutes that hold nothing yet.
  public init() {}
}

extension View {
  /// The minutes of a meeting.
  public static func minutes(_ minutes: Minutes) -> View {
    var view = View("minutes")
    let names = minutes.plans.map(\.name)
    view.parts.append(.heading("Minutes: \(names.isEmpty ? "no plan" : Words.list(names))"))
    for plan in minutes.plans { view.sayPlan(plan, isOnly: minutes.plans.count == 1) }
    view.sayVotes(minutes.ballots)
    view.sayQuestions(minutes.questions)
    view.sayList("Challenges", minutes.challenges, none: "No weight was challenged.")
    view.sayList("Objections, before anyone spoke", minutes.dissent, none: "None was written down.")
    if !minutes.premortem.isEmpty {
      view.sayList("A year on they have moved on, because", minutes.premortem, none: "")
    }
    view.parts.append(.heading("Decision"))
    for decision in minutes.decisions { view.sayDecision(decision) }
    let override = minutes.decisions.compactMap(\.override).first
    view.record("override", override.map { .text($0) } ?? .absent)
    let review = minutes.review ?? minutes.decisions.map(\.reviewOn).min()?.text
    view.record("review", review.map { .text($0) } ?? .absent)
    view.say(
      review.map { "To be looked at again on \(bold: $0)." }
        ?? "No date for a second look was said. To set one:  minutes review 2027-03-01")
    return view
  }

  private mutating func sayDecision(_ decision: Decision) {
    say("\(bold: decision.action): \(bold: decision.course.rawValue)\(decision.against).")
    if let reason = decision.override { say("Decided so because \(reason).") }
    if let expected = decision.expected { say(StyledText(expected)) }
  }

  private mutating func sayPlan(_ plan: Minutes.Plan, isOnly: Bool) {
    parts.append(.heading(isOnly ? "What was said of it" : "What was said of \(plan.name)"))
    if plan.isGone {
      return say("It was taken out since, so its lines and its verdict do not stand here.")
    }
    if plan.lines.isEmpty {
      say("Nothing yet.")
    } else {
      parts.append(.list(plan.lines.map { StyledText($0) }))
    }
    parts.append(.heading(isOnly ? "What the charter says" : "What the charter says of it"))
    guard let judgement = plan.judgement else {
      return say(
        "As its lines and the weights are now, it was not revealed, so it does not stand here.")
    }
    let words = ViewWords(judgement)
    say(StyledText(Words.sentence(words.outcome.plain) + "."))
    let rules = judgement.speakers
    parts.append(
      .list(
        rules.map { rule in
          let halves = judgement.halfPoints(ofRule: rule)
          let side = judgement.sayings[rule] == .veto ? "veto" : halves < 0 ? "against" : "for"
          return """
            \(side) \(words.points(rule)): \(bold: judgement.name(ofRule: rule)), since \
            \(words.causes(rule))
            """
        }))
    if rules.isEmpty { say("No rule spoke.") }
    sayTurns(plan, judgement)
  }

  private mutating func sayTurns(_ plan: Minutes.Plan, _ judgement: Judgement) {
    guard let flips = plan.outlook?.flips else { return }
    let text = FlipText(judgement)
    parts.append(.heading("What would turn it"))
    guard !flips.nearest.isEmpty else { return say(StyledText(text.refusal(flips))) }
    parts.append(
      .list(
        flips.nearest.map { flip in
          StyledText(Words.list(text.lines(flip)) + ": ") + text.outcome(flip)
        }))
  }

  private mutating func sayVotes(_ ballots: [Ballot]) {
    parts.append(.heading("Votes"))
    guard !ballots.isEmpty else { return say("Nothing was put to the room.") }
    for (number, ballot) in ballots.enumerated() {
      let usual =
        ballot.kind == .verdict
        ? "What will the charter say of \(ballot.plan)" : "What would you do about \(ballot.plan)"
      let about = ballot.question ?? usual
      let condition = ballot.supposed.isEmpty ? "" : ", if \(Words.list(ballot.supposed))"
      let mark = about.last == "?" ? "" : "?"
      say(.bold(about + condition + mark))
      if ballot.hands == nil {
        say("No hands were counted.")
      } else {
        parts.append(.table(Self.handsOnly(ballot, number + 1)))
      }
      if let outcome = ballot.outcome { say("The charter: \(outcome).") }
    }
  }

  /// The hands as figures alone.
  private static func handsOnly(_ ballot: Ballot, _ number: Int) -> Table {
    var columns: [Table.Column] = [
      .init("letter", "letter"), .init("answer", "answer"),
      .init("first", "first", isRight: true),
    ]
    if ballot.second != nil { columns.append(.init("second", "after pairs", isRight: true)) }
    return Table(
      "votes_\(number)", columns: columns,
      rows: ballot.options.enumerated().map { place, option in
        let text = option + (ballot.found == place ? " (the charter)" : "")
        return [.init(StyledText(Ballot.letter(place))), .init(StyledText(text))]
          + [ballot.first, ballot.second].compactMap(\.self).map { hands in
            .init(StyledText(String(hands[place])), .count(hands[place]))
          }
      })
  }

  private mutating func sayQuestions(_ questions: [Minutes.Owned]) {
    sayList(
      "Still open",
      questions.map { open in
        open.owner.map { "\(open.question) (\($0) finds out)" }
          ?? "\(open.question) (nobody finds out yet)"
      },
      none: "No open question decides it.")
  }

  private mutating func sayList(_ heading: String, _ points: [String], none: String) {
    parts.append(.heading(heading))
    if points.isEmpty { return say(StyledText(none)) }
    parts.append(.list(points.map { StyledText($0) }))
  }
}
