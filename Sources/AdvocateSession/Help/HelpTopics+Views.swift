/// What `help` says about views and the forms of answers.
extension HelpTopics {
  /// A topic for each view, from what the view says of itself.
  static let eachView: [HelpTopic] = LookView.all.map { view in
    let action = view.make.takesAction ? " ACTION" : ""
    let others = view.otherNames.map { "`look \($0)`" }.joined(separator: ", ")
    return HelpTopic(
      "look \(view.name)", or: view.otherNames.map { "look \($0)" },
      forms: [.init("look \(view.name)\(action)", view.summary)],
      view.reason + (others.isEmpty ? "" : " The same view answers to \(others)."),
      example: view.example)
  }

  static let views: [HelpTopic] = [
    HelpTopic(
      "look",
      forms: [
        .init("look", "the views there are"),
        .init("look VIEW", "the plan at hand, or all plans, from that side"),
        .init("look VIEW ACTION", "another plan"),
      ],
      """
      A view shows what a single verdict cannot: a profile, a map of plans, a question asked \
      from another chair. It never changes a verdict. `help look VIEW` says why one would look, \
      and gives an example.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
          moves the job is harder
        look lenses
        """),
    HelpTopic(
      "lifetime",
      forms: [
        .init("lifetime", "what the quarter gains against what the years bring or cost"),
        .init("lifetime ACTION", "the same of another plan"),
        .init("lifetime at 5% interest", "the same with another yearly interest than 10%"),
        .init("lifetime at 80% retention", "what a customer is worth when so many stay each year"),
      ],
      """
      A quarter is won in a day, and the years it may cost are lost one person at a time: so both \
      are written into one sum. It takes five facts, and each may be a range. The figure to \
      remember is the time: how much sooner people may leave before the gain is eaten.
      """,
      example: """
        action Phone to cancel
          gain this quarter is 250k
          customers touched is 20,000
          margin per customer is 60
          years they stay is 4
          years they would stay is 3.5
        lifetime
        lifetime at 80% retention and 5% interest
        """),
    HelpTopic(
      "as",
      or: ["as json", "as markdown", "json", "markdown"],
      forms: [
        .init("COMMAND as json", "the same answer as a JSON document, for programs"),
        .init("COMMAND as markdown", "the same answer for minutes and pages"),
      ],
      """
      These commands take it: check, compare, difference, flip, journal, judge, ledger, lifetime, \
      look, mirror, precedents, predict, purpose, rank, review list, weigh, why. The words \
      `as json` stand at the end of the line.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
        look lenses as markdown
        """),
  ]
}
