public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// Why customers are wanted, and which of the reasons the judged actions serve.
  public static func purpose(_ charter: Charter, _ judgements: [Judgement]) -> View {
    let survey = PurposeSurvey(charter, judgements)
    var view = View("purpose")
    view.record("missing", .count(max(0, PurposeSurvey.wanted - survey.rows.count)))
    view.say("Why \(bold: charter.name) wants customers:")
    view.parts.append(.table(table(survey, charter, judgements)))
    view.tellOnlySaid(survey, charter, hasActions: !judgements.isEmpty)
    view.tellMoney(survey)
    return view
  }

  private static func table(
    _ survey: PurposeSurvey, _ charter: Charter, _ judgements: [Judgement]
  ) -> Table {
    func names(_ places: [Int], else none: String) -> Table.Cell {
      let names = places.map { judgements[$0].title }
      let shown = names.prefix(3).joined(separator: ", ")
      let more = names.count > 3 ? " and \(names.count - 3) more" : ""
      return .init(
        StyledText(names.isEmpty ? none : shown + more), .list(names.map { .text($0) }))
    }
    var columns: [Table.Column] = [.init("reason", "reason")]
    if judgements.isEmpty {
      columns.append(.init("shownBy", "what would show it"))
    } else {
      columns += [.init("servedBy", "served by"), .init("opposedBy", "worked against by")]
    }
    return Table(
      "reasons", columns: columns,
      rows: survey.rows.map { row in
        let head = Table.Cell(StyledText(row.purpose.text))
        guard judgements.isEmpty else {
          return [
            head, names(row.serving, else: "said, not shown"),
            names(row.opposing, else: "none"),
          ]
        }
        let rules = row.rules.map { charter.rules[$0].name }
        let text = rules.isEmpty ? "nothing yet" : rules.joined(separator: ", ")
        return [head, .init(StyledText(text), .list(rules.map { .text($0) }))]
      })
  }

  private mutating func tellOnlySaid(
    _ survey: PurposeSurvey, _ charter: Charter, hasActions: Bool
  ) {
    let untied = survey.rows.filter(\.rules.isEmpty)
    let said = survey.rows.filter { $0.isOnlySaid && !$0.rules.isEmpty }
    if hasActions, !said.isEmpty {
      parts.append(.heading("Said, not shown"))
      parts.append(
        .list(
          said.map { row in
            let ways = row.rules.prefix(2).compactMap { charter.rules[$0].best(in: charter) }
            return StyledText(
              "\(row.purpose.text): no action here serves it. One would, with: "
                + ways.joined(separator: "; or: "))
          }))
    }
    if let first = untied.first {
      say(
        """
        No rule stands behind \(bold: untied.map(\.purpose.text).joined(separator: "; ")), so \
        nothing could ever show it. A rule, a lens or a fact is tied to it like this, below \
        "charter \(charter.name)":
        """)
      parts.append(.lines(["reason \(first.purpose.text) served by (its name)"]))
    }
  }

  private mutating func tellMoney(_ survey: PurposeSurvey) {
    let names = survey.money.map { "\"\($0.text)\"" }.joined(separator: ", ")
    record("money", .list(survey.money.map { .text($0.text) }))
    say(
      StyledText(
        (names.isEmpty ? "Money" : "\(names): that is money, which")
          + " is everybody's first answer and is set aside here: it comes back to those whose "
          + "other answers are true."))
    let missing = PurposeSurvey.wanted - survey.rows.count
    if missing > 0 {
      say(
        """
        \(missing == 1 ? "One more answer is" : "\(missing) more answers are") wanted: \
        \(bold: "purpose ask") asks for \(missing == 1 ? "it" : "them").
        """)
    }
  }
}

extension Rule {
  /// The line that speaks most for an action, as tests.
  func best(in charter: Charter) -> String? {
    let clause =
      clauses.first { $0.side == .for } ?? clauses.first { $0.side == .leansFor }
    return clause.map { charter.text(of: $0.tests) }
  }

  /// The line that speaks most against an action.
  func worst(in charter: Charter) -> String? {
    let sides: [Clause.Side] = [.veto, .against, .leansAgainst]
    let clause = sides.lazy.compactMap { side in clauses.first { $0.side == side } }.first
    return clause.map { charter.text(of: $0.tests) }
  }
}
