public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics

/// Earlier decisions about like actions.
extension View {
  /// The most precedents that are told.
  public static let mostPrecedents = 5

  /// The nearest earlier decisions, and where like cases got unlike verdicts.
  ///
  /// - Parameters:
  ///   - judgement: the action at hand.
  ///   - title: what it is called.
  ///   - precedents: earlier decisions, the nearest first.
  ///   - unreadable: how many entries could not be read.
  public static func precedents(
    _ judgement: Judgement, called title: String, _ precedents: [Precedent], unreadable: Int = 0
  ) -> View {
    var view = View("precedents")
    let near = Array(precedents.prefix(mostPrecedents))
    let words = PrecedentWords(judgement)
    guard !near.isEmpty else {
      view.say(
        "No earlier decision has a fact in common with \(bold: title).")
      view.sayUnreadable(unreadable)
      view.record("precedents", .count(0))
      return view
    }
    view.say(
      """
      \(bold: title) is \(judgement.verdictWord) now. The nearest earlier decisions, by \
      the facts that \(judgement.charter.name) reads:
      """)
    view.parts.append(.list(near.map { words.told($0) }))
    for warning in words.warnings(near) { view.say(warning) }
    view.sayLost(near.filter { $0.lost > 0 }.map(\.decision))
    view.sayUnreadable(unreadable)
    view.record("precedents", .count(precedents.count))
    view.parts.append(.data(words.table(precedents)))
    return view
  }
}

/// What is said of precedents of one action.
private struct PrecedentWords {
  /// The most differences that are named.
  private static let mostDifferences = 3

  let judgement: Judgement

  init(_ judgement: Judgement) { self.judgement = judgement }

  func told(_ precedent: Precedent) -> StyledText {
    let decision = precedent.decision
    let likeness = precedent.likeness
    let facts = Words.count(likeness.compared, "fact")
    let differences = likeness.differences.isEmpty ? "." : ", differs in \(differing(likeness))."
    let went = decision.review.map { " It went: \($0.went)." } ?? ""
    return """
      \(bold: "\(decision.number) \(decision.action)"), \(decision.day.text): \
      \(likeness.alike) of \(facts) alike\(differences) Verdict then: \(decision.told.verdict). \
      Decided: \(decision.decided).\(went)
      """
  }

  /// The facts in which two cases differ, with what each says.
  private func differing(_ likeness: Likeness) -> String {
    let shown = likeness.differences.prefix(Self.mostDifferences).map { difference in
      let group = difference.group.map { " for \($0)" } ?? ""
      let (here, there) = (
        value(difference.first, difference), value(difference.second, difference)
      )
      return "\(name(difference))\(group) (\(there), here \(here))"
    }
    let rest = likeness.differences.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private func name(_ difference: Likeness.Difference) -> String {
    judgement.charter.facts[difference.fact].name
  }

  /// What is said of a fact, without `is`.
  private func value(
    _ content: Statement.Content, _ difference: Likeness.Difference
  ) -> String {
    let text = judgement.charter.text(of: content, ofFact: difference.fact)
    return Words.clipped(text.hasPrefix("is ") ? String(text.dropFirst(3)) : text, to: 40)
  }

  /// Where like cases got unlike verdicts, or were decided differently.
  func warnings(_ precedents: [Precedent]) -> [StyledText] {
    let like = precedents.filter(\.likeness.isOneCase)
    var warnings: [StyledText] = like.compactMap { precedent in
      let decision = precedent.decision
      guard decision.told.verdict != judgement.verdictWord else { return nil }
      let names = precedent.likeness.differences.map(name)
      let cause =
        names.isEmpty
        ? decision.charter == judgement.charter.name
          ? "No fact that counts sets them apart: the charter has changed since."
          : "No fact that counts sets them apart: that was by \(decision.charter)."
        : "What sets them apart: \(Words.list(names))."
      return """
        \(bold: "Like cases, unlike verdicts:") \(decision.number) \(decision.action) was \
        \(decision.told.verdict), this is \(judgement.verdictWord). \(cause)
        """
    }
    let done = like.filter { $0.decision.course != .leaveIt }.map { String($0.decision.number) }
    let left = like.filter { $0.decision.course == .leaveIt }.map { String($0.decision.number) }
    if !done.isEmpty, !left.isEmpty {
      warnings.append(
        """
        \(bold: "Like cases, decided differently:") \(Words.list(done)) went ahead, \
        \(Words.list(left)) \(Words.verb(left.count, "was", "were")) left.
        """)
    }
    return warnings
  }

  func table(_ precedents: [Precedent]) -> View.Table {
    View.Table(
      "nearest",
      columns: [
        .init("number", "number", isRight: true), .init("action", "plan"),
        .init("alike", "alike", isRight: true), .init("compared", "compared", isRight: true),
        .init("differs", "differs in"), .init("verdict", "verdict"),
        .init("decision", "decision"), .init("oneCase", "like"),
      ],
      rows: precedents.map { precedent in
        let (decision, likeness) = (precedent.decision, precedent.likeness)
        let names = likeness.differences.map(name)
        return [
          .init(StyledText(String(decision.number)), .count(decision.number)),
          .init(StyledText(decision.action)),
          .init(StyledText(String(likeness.alike)), .count(likeness.alike)),
          .init(StyledText(String(likeness.compared)), .count(likeness.compared)),
          .init(StyledText(names.joined(separator: ", ")), .list(names.map { .text($0) })),
          .init(StyledText(decision.told.verdict)),
          .init(StyledText(decision.course.rawValue)),
          .init(StyledText(likeness.isOneCase ? "yes" : "no"), .truth(likeness.isOneCase)),
        ]
      })
  }
}
