/// What `help` says about the words that are used, and the reasons behind them.
extension HelpTopics {
  static let words: [HelpTopic] = [
    HelpTopic(
      "mirror",
      forms: [
        .init("mirror TEXT", "the words in it that speak of owning, holding or using people"),
        .init("mirror ACTION", "the same for all that an action says in free words"),
        .init("mirror", "the same for the action at hand"),
        .init("mirror file NAME", "the same for a file; of a long one only what was found"),
      ],
      """
      Whoever talks of people as property soon treats them so, and is the last to notice. What is \
      found is underlined, with a better wording for each kind of talk. What a clause denies, as \
      in "we never lock anyone in", is left out. The phrases stand in the charter: `forms phrases`.
      """,
      example: """
        mirror We own our customers. Once locked in, they will not leave.
        """),
    HelpTopic(
      "purpose", or: ["reason", "reasons"],
      forms: [
        .init("purpose", "the charter's reasons, and which of the plans serve them"),
        .init("purpose ask", "asks four times why we want customers, and keeps the answers"),
        .init("purpose complaint TEXT", "a complaint, under each reason"),
        .init("purpose sale TEXT", "what is said to sell something, under each reason"),
      ],
      """
      Money is everybody's first answer, so it is set aside, with all its other names; the next \
      three decide how people are met. A reason that no plan serves is said, not shown. What \
      serves a reason is a line of the charter: `forms charter`.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
          contact is nearer
        purpose
        purpose complaint The parcel came a week late.
        """),
  ]
}
