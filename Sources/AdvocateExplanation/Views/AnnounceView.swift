public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// A draft to announce a plan: claims with what they rest on, and what customers will ask.
  public static func announce(_ judgement: Judgement) -> View {
    let words = ViewWords(judgement)
    let good = Claim.all(of: words.pro, words)
    let bad = Claim.all(of: words.against, words).filter { claim in
      !good.contains { $0.fact == claim.fact }
    }
    var view = View("announce")
    view.record(judgement)
    view.parts.append(.heading("Draft: \(judgement.title)"))
    let texts = judgement.charter.facts.indices.filter { judgement.charter.facts[$0].mustBeSaid }
    for fact in texts where judgement.world[fact].isTouched {
      let name = judgement.charter.facts[fact].name
      view.say(StyledText("For those whose \(name) is: \(words.facts.value(fact))."))
    }
    view.parts.append(
      .heading(good.isEmpty ? "Good news: none, no rule speaks for it" : "Good news"))
    view.show(good, "claims", words)
    if !bad.isEmpty {
      view.parts.append(.heading("What they will ask"))
      view.show(bad, "questions", words, asksForMeaning: true)
    }
    view.sayDuty(good, bad, words)
    return view
  }

  private static let mostClaims = 6

  private mutating func show(
    _ claims: [Claim], _ name: String, _ words: ViewWords, asksForMeaning: Bool = false
  ) {
    guard !claims.isEmpty else { return }
    let charter = words.charter
    var points: [StyledText] = []
    for claim in claims.prefix(Self.mostClaims) {
      let fact = charter.facts[claim.fact]
      var text =
        asksForMeaning
        ? StyledText("\(fact.question ?? "What about \(fact.name)?") ") : StyledText()
      let said = asksForMeaning ? Words.sentence(claim.value) : claim.line
      text += .bold(said)
      if let meaning = claim.meaning { text += StyledText(": \(meaning)") }
      text += StyledText(" [\(claim.evidence)]")
      points.append(text)
    }
    let rest = claims.count - points.count
    if rest > 0 { points.append(StyledText("and \(rest) more (why names them)")) }
    parts.append(.list(points))
    parts.append(
      .data(
        Table(
          name, [("fact", "fact"), ("value", "as told"), ("evidence", "evidence")],
          claims.map { claim in
            [charter.facts[claim.fact].name, claim.value, claim.evidence].map { StyledText($0) }
          })))
  }

  /// How many claims may be printed, and what to do about the rest.
  private mutating func sayDuty(_ good: [Claim], _ bad: [Claim], _ words: ViewWords) {
    let guesses = good.filter(\.isGuess)
    record("claimsWithEvidence", .count(good.count - guesses.count))
    record("claimsOnGuess", .count(guesses.count))
    if !good.isEmpty {
      let proven = good.count - guesses.count
      say(
        guesses.isEmpty
          ? "Every claim says what it rests on."
          : """
          \(proven) of \(Words.count(good.count, "claim")) \(Words.verb(proven, "rests", "rest")) \
          on evidence. Our guess is not to be printed:  \(bold: "look listen")
          """)
    }
    if !bad.isEmpty {
      say("If an answer cannot be printed, change the plan:  \(bold: "look reframe")")
    }
    if good.isEmpty, bad.isEmpty {
      say("No rule speaks about it yet, so there is nothing to announce and nothing to hide.")
    }
  }
}

/// A fact that makes rules speak, as it would be printed.
private struct Claim {
  let fact: Int
  let line: String
  let value: String
  let meaning: String?
  let evidence: String

  var isGuess: Bool { evidence == "our guess" }

  /// The facts behind what `rules` say, each once.
  static func all(of rules: [Int], _ words: ViewWords) -> [Claim] {
    var facts: [Int] = []
    for rule in rules {
      for fact in words.judgement.causes(ofRule: rule) where !facts.contains(fact) {
        facts.append(fact)
      }
    }
    return facts.map { fact in
      var meaning: String?
      if case .value(.level(let level)) = words.judgement.world[fact] {
        meaning = words.charter.facts[fact].meanings[level]
      }
      return Claim(
        fact: fact, line: words.facts.line(fact), value: words.facts.value(fact),
        meaning: meaning, evidence: words.facts.evidence(fact) ?? "our guess")
    }
  }
}
