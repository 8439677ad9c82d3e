/// What `help` says about the journal.
extension HelpTopics {
  static let deciding: [HelpTopic] = [
    HelpTopic(
      "journal", or: ["journals", "decision", "decisions"],
      forms: [
        .init("journal", "asks what is decided about the plan at hand, and keeps it"),
        .init("journal ACTION", "the same for another plan"),
        .init("journal go ahead expecting TEXT sure N review in N weeks", "the same on one line"),
        .init(
          "journal go ahead on ACTION expecting TEXT sure N review on DATE",
          "with a plan and a day"),
        .init(
          "journal go ahead changed expecting TEXT sure N review in N weeks",
          "it is done, but not as described"),
        .init("journal leave it on ACTION expecting TEXT sure N", "it is not done"),
        .init("journal go ahead override because TEXT", "although the verdict is against it"),
        .init("journal list", "all that is kept"),
        .init("journal show N", "one decision in full"),
        .init("journal remove N", "takes it out; the same line twice"),
        .init("journal replay", "judges all anew by the charter in force: what turns"),
        .init("journal report", "all in full; as markdown for a file"),
      ],
      """
      A decision is kept with the lines of the plan, the charter, the verdict as told, what is \
      expected, and how sure of it somebody is, from 50 to 99. All but what is decided may be left \
      out. Without a day the review is due in 30 days. Questions that Ctrl-C breaks off go on \
      with the next `journal`. The same line twice on one day is kept once; only a reason may be \
      added to it. The journal is a private file; ADVOCATE_JOURNAL=FILE before advocate names \
      another.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        journal go ahead changed expecting fewer calls by spring, sure 70, review in 6 weeks
        journal list
        """),
    HelpTopic(
      "review", or: ["reviews"],
      forms: [
        .init("review", "asks about the decisions whose day has come, one by one"),
        .init("review list", "which they are, which come next, and how often you were right"),
        .init("review N went TEXT, came true", "the answer on one line"),
        .init("review N went TEXT, came partly true", "the same, and not counted"),
        .init("review N went TEXT, did not come true", "the same, and counted as wrong"),
      ],
      """
      How it went is `as expected`, `better`, `worse` or your own words. Whether what was expected \
      came true is asked apart, since much can go well for other reasons; on one line it stands \
      behind a comma. From that come the Brier \
      score and how often each degree of sureness came true, as `help predict` explains them. What \
      came partly true is told and not counted. A second review takes the place of the first.
      """,
      example: """
        review list
        """),
    HelpTopic(
      "precedents", or: ["precedent", "like cases"],
      forms: [
        .init("precedents", "the earlier decisions that are nearest to the plan at hand"),
        .init("precedents ACTION", "the same for another plan"),
      ],
      """
      Two plans are as near as the share of facts in which they are alike. A fact counts where one \
      of the two says it and a rule in force reads it; it is alike where no rule can tell what the \
      two say apart. "7 of 9 facts alike" is all there is to it, and what differs is named, the \
      facts that carry most weight first. Where four in five are alike, it is one case: if the \
      verdicts differ, or one was done and the other left, that is said.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        precedents
        """),
    HelpTopic(
      "override", or: ["against the verdict"],
      forms: [
        .init("override because TEXT", "why the decision that was kept last goes against it"),
        .init("override N because TEXT", "the same for another decision"),
      ],
      """
      A verdict advises; people decide. Going ahead unchanged with what is vetoed or gets the \
      worst verdict, and leaving what gets the best, goes against it. The reason is kept beside \
      the decision, and a review shows later who was right.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        journal go ahead
        override because the call is needed until the new page is there
        """),
  ]
}
