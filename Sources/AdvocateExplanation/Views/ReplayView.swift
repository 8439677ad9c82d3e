import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics

/// A moment in which it shows why customers are wanted.
public enum PurposeMoment: String, Sendable, CaseIterable {
  /// A customer complains.
  case complaint
  /// Something is to be sold.
  case sale
}

extension View {
  /// A complaint, or a talk that is to sell something, under each reason for wanting customers.
  ///
  /// - Parameters:
  ///   - moment: which of the two it is.
  ///   - text: what was said.
  ///   - charter: the charter with the reasons.
  public static func replay(_ moment: PurposeMoment, _ text: String, _ charter: Charter) -> View {
    var view = View("purpose")
    view.record("moment", .text(moment.rawValue))
    let reading = moment == .sale ? Mirror(charter).read(text) : nil
    view.quote(text, reading, charter)
    var rows: [[Table.Cell]] = []
    for row in PurposeSurvey(charter, []).rows {
      view.parts.append(.heading("If the reason is: \(row.purpose.text)"))
      let rules = Array(row.rules.prefix(3))
      guard !rules.isEmpty else {
        view.say("No rule stands behind it, so it asks nothing and answers nothing.")
        continue
      }
      view.parts.append(.list(rules.map { point(charter.rules[$0], charter) }))
      rows += rules.map { data(charter.rules[$0], under: row.purpose, charter) }
    }
    let columns = ["reason", "question", "would", "wouldNot", "because"]
    view.parts.append(.heading("If the reason is money alone"))
    view.say(StyledText(moment.money.question + " " + moment.money.answer))
    view.record(
      "money", .list([.text(moment.money.question), .text(moment.money.answer)]))
    view.record(
      "underEachReason",
      .list(
        rows.map { row in
          .list(zip(columns, row).map { .text("\($0): \($1.text.plain)") })
        }))
    let facts = moment.facts.compactMap { name in charter.facts.first { $0.name == name } }
    if !facts.isEmpty {
      view.say("What you then do is said of an action like this, and judged:")
      view.parts.append(
        .lines(facts.compactMap { fact in fact.levels.last.map { "\(fact.name) is \($0)" } }))
    }
    return view
  }

  private mutating func quote(_ text: String, _ reading: MirrorReading?, _ charter: Charter) {
    guard let reading, reading.total > 0 else { return say(StyledText("\"\(text)\"")) }
    let families = Mirror(charter).families
    parts.append(
      .marked(
        Marked(
          reading.sentences.map { sentence in
            .init(
              place: nil, text: sentence.text,
              marks: sentence.marks.map { .init(range: $0.range, kind: families[$0.family].name) })
          })))
    say("The underlined words speak of what we want; \(bold: "mirror") tells what to say instead.")
  }

  private static func point(_ rule: Rule, _ charter: Charter) -> StyledText {
    var text = StyledText(rule.questions(in: charter))
    if let best = rule.best(in: charter) { text += StyledText(" Its answer: \(best).") }
    if let worst = rule.worst(in: charter) { text += StyledText(" Never: \(worst).") }
    if let reason = rule.reason { text += StyledText(" Because \(reason).") }
    return text
  }

  private static func data(
    _ rule: Rule, under purpose: Purpose, _ charter: Charter
  ) -> [Table.Cell] {
    [
      purpose.text, rule.questions(in: charter), rule.best(in: charter) ?? "",
      rule.worst(in: charter) ?? "", rule.reason ?? "",
    ].map { .init(StyledText($0)) }
  }
}

extension Rule {
  /// The questions behind the facts that it reads, two at most.
  fileprivate func questions(in charter: Charter) -> String {
    let questions = facts.prefix(2).map { fact in
      charter.facts[fact].question ?? "What of this: \(charter.facts[fact].name)?"
    }
    return questions.joined(separator: " ")
  }
}

extension PurposeMoment {
  /// What money alone asks and answers.
  fileprivate var money: (question: String, answer: String) {
    switch self {
    case .complaint:
      (
        "It asks: what does this cost us, and do we have to pay it?",
        "Its answer: as little as ends the talk."
      )
    case .sale:
      (
        "It asks: how much can be had, how soon, and what else can be added?",
        "Its answer: whatever gets the signature."
      )
    }
  }

  /// The facts that say how it was met, where the charter has them.
  fileprivate var facts: [String] {
    switch self {
    case .complaint: ["complaint answer", "past wrong"]
    case .sale: ["method", "true as told", "points elsewhere"]
    }
  }
}
