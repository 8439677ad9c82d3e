/// What `help` says about views and the forms of answers.
extension HelpTopics {
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
      from another chair. It never changes a verdict.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
          moves the job is harder
        look lenses
        """),
    HelpTopic(
      "as",
      or: ["as json", "as markdown", "json", "markdown"],
      forms: [
        .init("COMMAND as json", "the same answer as a JSON document, for programs"),
        .init("COMMAND as markdown", "the same answer for minutes and pages"),
      ],
      """
      These commands take it: check, compare, difference, flip, judge, look, rank, weigh, why. \
      The words `as json` stand at the end of the line.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
        look lenses as markdown
        """),
  ]
}
