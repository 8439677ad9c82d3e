/// The topics of the commands that set things side by side.
extension HelpTopics {
  static let comparing: [HelpTopic] = [
    HelpTopic(
      "compare",
      forms: [
        .init("compare ACTION with ACTION", "two actions side by side, rule by rule"),
        .init("compare ACTION, ACTION, ACTION", "up to eight of them"),
        .init("compare ACTION", "one action beside do nothing"),
        .init("compare", "all actions so far"),
      ],
      """
      The rules on which they differ most come first. Below stands which action is better on some \
      rule and worse on none, whatever the open answers are, and how often each comes first over \
      all ways to weigh the rules from 1 to 5. The action `do nothing` is always at hand.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        copy Phone to cancel as Cancel in one step
          effort to leave is one step
        compare Phone to cancel with Cancel in one step with do nothing
        """),
    HelpTopic(
      "difference",
      forms: [
        .init("difference CHARTER with CHARTER", "the verdicts that change from one to the other"),
        .init("difference CHARTER", "from that one to the charter in force"),
      ],
      """
      A charter is named as by `use`: customer first, or a file; the one that judges now is called \
      in force. Vetoes that no longer hold come first. Then it says whether any action at all \
      changes its verdict, with the lines of one that does.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
        drop Leaving is as easy as joining
        difference customer first with in force
        """),
    HelpTopic(
      "rank",
      forms: [.init("rank", "all actions in order, the best first")],
      """
      The lowest score that is still possible decides, so not knowing never helps; no score counts \
      as 50. Actions that are vetoed for sure come last, without a place. The action `do nothing` \
      takes part.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        copy Phone to cancel as Cancel in one step
          effort to leave is one step
        rank
        """),
  ]
}
