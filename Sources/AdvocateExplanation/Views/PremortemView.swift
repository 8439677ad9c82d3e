public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// A year on, customers have moved on: why, by what speaks against the plan and by what nobody
  /// looked at.
  public static func premortem(_ judgement: Judgement) -> View {
    let words = ViewWords(judgement)
    var view = View("premortem")
    view.record(judgement)
    view.say(
      "A year has passed. Those whom \(bold: judgement.title) was for have moved on. Why?")
    view.sayKnown(words)
    view.sayUnseen(words)
    return view
  }

  private static let most = 4

  /// What was known and done all the same.
  private mutating func sayKnown(_ words: ViewWords) {
    let charter = words.charter
    let rules = words.against
    parts.append(.heading(rules.isEmpty ? "We knew of nothing against it" : "We knew, and did it"))
    parts.append(
      .list(
        rules.prefix(Self.most).map { rule in
          let weight =
            words.judgement.sayings[rule] == .veto ? "veto" : "\(words.points(rule)) against"
          let reason = charter.rules[rule].reason ?? charter.rules[rule].name
          return "\(bold: words.causes(rule)) (\(weight)): \(reason)"
        }))
    let rest = rules.count - Self.most
    if rest > 0 { say(StyledText("and \(Words.count(rest, "more rule")) (why names them)")) }
    parts.append(
      .data(
        Table(
          "known", [("rule", "rule"), ("says", "says"), ("facts", "facts")],
          rules.map { rule in
            [
              words.judgement.name(ofRule: rule), words.judgement.sayings[rule].words,
              words.causes(rule),
            ].map { StyledText($0) }
          })))
  }

  /// What could have spoken against it, had somebody asked.
  private mutating func sayUnseen(_ words: ViewWords) {
    let judgement = words.judgement
    let charter = words.charter
    let isOpen = Set(judgement.uncertainty.openRules)
    // A rule that is silent only because nothing is said of its facts, and that can object.
    let unseen = judgement.program.usedRules.filter { rule in
      let canObject = charter.rules[rule].clauses.contains { $0.side.saying.halves < 0 }
      return canObject && !judgement.sayings[rule].speaks
        && (isOpen.contains(rule) || judgement.sayings[rule] == .notInPlay)
        && unanswered(rule, words) != nil
    }
    let order = unseen.sorted { one, other in
      let (left, right) = (rank(one, isOpen, charter), rank(other, isOpen, charter))
      return left == right ? one < other : right.lexicographicallyPrecedes(left)
    }
    record("unseen", .list(order.map { .text(charter.rules[$0].name) }))
    guard !order.isEmpty else { return say("Every rule that could object was asked.") }
    let open = order.count { isOpen.contains($0) }
    let asked = order.count - open
    parts.append(
      .heading(open > 0 ? "We never asked" : "We said that it changes nothing there"))
    parts.append(
      .list(
        order.prefix(Self.most).map { rule in
          let fact = unanswered(rule, words) ?? 0
          let question = charter.facts[fact].question ?? "What of \(charter.facts[fact].name)?"
          return StyledText(
            "\(question) (\(charter.rules[rule].name), weight \(weight(rule, charter)))")
        }))
    let rest = order.count - min(order.count, Self.most)
    let others = rest > 0 ? "and \(Words.count(rest, "more rule")) of the kind. " : ""
    let filled =
      asked > 0 && open > 0
      ? "\(Words.count(asked, "rule")) \(Words.verb(asked, "is", "are")) silent because the rest "
        + "is said to be untouched. " : ""
    if !(others + filled).isEmpty { say(StyledText(Words.sentence(others + filled))) }
    if let fact = order.first.flatMap({ unanswered($0, words) }) {
      ask([fact], "While it is still a plan, say:", in: charter)
    }
  }

  private func weight(_ rule: Int, _ charter: Charter) -> String {
    let rule = charter.rules[rule]
    return rule.clauses.contains { $0.side == .veto }
      ? "\(rule.weight), can veto" : "\(rule.weight)"
  }

  /// Open rules come first, then those that can veto, then the heavy ones.
  private func rank(_ rule: Int, _ isOpen: Set<Int>, _ charter: Charter) -> [Int] {
    let canVeto = charter.rules[rule].clauses.contains { $0.side == .veto }
    return [isOpen.contains(rule) ? 1 : 0, charter.rules[rule].weight, canVeto ? 1 : 0]
  }

  /// The first fact of a rule that nobody has said.
  private func unanswered(_ rule: Int, _ words: ViewWords) -> Int? {
    words.facts.sources(of: words.judgement.program.factsOfRule[rule]).first {
      !words.judgement.world[$0].isTouched && words.charter.facts[$0].kind?.isSaid == true
    }
  }
}
