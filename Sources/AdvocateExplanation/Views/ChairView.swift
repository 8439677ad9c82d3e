public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// The verdict as those would say it whom the plan is for, sentence by sentence.
  public static func chair(_ judgement: Judgement, _ judge: Judge) -> View {
    let words = ViewWords(judgement)
    var view = View("chair")
    view.record(judgement)
    view.say("The chair of those whom \(bold: judgement.title) is for, and what they say:")
    view.say(opening(words))
    let vetoes = words.against.filter { judgement.sayings[$0] == .veto }
    let objections = words.against.filter { judgement.sayings[$0] != .veto }
    var points = vetoes.prefix(most).map { sentence($0, words) }
    points += objections.prefix(most).map { sentence($0, words) }
    points += words.pro.prefix(most).map { sentence($0, words) }
    if !points.isEmpty { view.parts.append(.list(points)) }
    let rest = words.against.count + words.pro.count - points.count
    if rest > 0 {
      view.say(StyledText("We could say \(Words.count(rest, "thing")) more (why names them)."))
    }
    view.sayQuestions(words, judge)
    view.sayWish(words, judge)
    return view
  }

  private static let most = 3

  /// The verdict, by how far up it stands among the charter's verdicts.
  private static func opening(_ words: ViewWords) -> StyledText {
    let judgement = words.judgement
    let outcome = words.outcome
    let stand: StyledText
    switch judgement.verdict.tone(in: words.charter) {
    case .vetoed: stand = "No. Whatever else you offer, this you must not do to us: "
    case .favourable: stand = "Do it. We would be better served: "
    case .adverse: stand = "Not like this. It is made at our cost: "
    case .middling:
      stand =
        judgement.verdict == .silent
        ? "You have told us nothing that we could answer: " : "We are of two minds: "
    }
    return stand + outcome + "."
  }

  /// What a rule says, with the facts that make it speak and the reason behind it.
  private static func sentence(_ rule: Int, _ words: ViewWords) -> StyledText {
    let lead: String
    switch words.judgement.sayings[rule] {
    case .veto: lead = "This ends it"
    case .against: lead = "This drives us away"
    case .leansAgainst: lead = "This we bear for now"
    case .leansFor: lead = "This we like"
    case .for: lead = "For this we stay"
    case .neutral, .notInPlay: lead = "This leaves us cold"
    }
    let reason =
      words.charter.rules[rule].reason.map { ", because \(CustomerVoice.of($0))." } ?? "."
    return "\(lead): \(bold: words.causes(rule))" + StyledText(reason)
  }

  /// What they would ask before they say more.
  private mutating func sayQuestions(_ words: ViewWords, _ judge: Judge) {
    let questions = judge.questions(about: words.judgement).prefix(2).compactMap {
      words.charter.facts[$0.fact].question
    }
    guard !questions.isEmpty else { return }
    let asked = questions.map { CustomerVoice.of($0) }.joined(separator: " ")
    say(StyledText("Before we can say more, tell us: \(asked)"))
    record("asks", .list(questions.map { .text(CustomerVoice.of($0)) }))
  }

  /// The smallest change after which they would be for it, or else the smallest that helps.
  ///
  /// Nobody asks for a lesser wrong, so that a veto is only lifted all the way.
  private mutating func sayWish(_ words: ViewWords, _ judge: Judge) {
    let judgement = words.judgement
    let best = judge.flips(of: judgement, to: .band(0))?.nearest.first
    let next =
      judgement.verdict == .vetoed ? nil : judge.flips(of: judgement)?.nearest.first
    guard let first = best ?? next else { return }
    let text = FlipText(words.judgement)
    let lines = Words.list(text.lines(first))
    record("wish", .list(text.lines(first).map { .text($0) }))
    say("What we ask of you: \(bold: lines). Then we would say: " + text.outcome(first) + ".")
  }
}
