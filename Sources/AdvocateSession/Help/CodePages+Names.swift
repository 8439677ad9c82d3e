/// The pages of names that are not known, not clear or not free.
extension CodePages {
  static let nameTexts: [CodeText] = [
    CodeText(
      20, "A name that no fact has",
      """
      Only facts that the charter declares can be said of an action, since no rule would read \
      another. A misspelt name is never bent to the nearest one: that could say something untrue. \
      Mend the name, or find it in `list facts`.
      """,
      wrong: """
        action Phone to cancel
          efort to leave is a call
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        """),
    CodeText(
      21, "A name that no rule has",
      """
      The line speaks of a rule that the charter does not hold. A rule is called by its whole \
      name, its number in `list rules`, or a part that fits only one.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is a struggle
        expect Phone to cancel
          against Free to walk away
        """,
      right: """
        action Phone to cancel
          effort to leave is a struggle
        expect Phone to cancel
          against Leaving is as easy as joining
        """),
    CodeText(
      22, "A name that no action has",
      """
      The line speaks of an action that was not described so far. An action is called by its \
      whole name, its number in `list actions`, or a part that fits only one. Describe it first, \
      or mend the name.
      """,
      wrong: """
        action Phone to cancel
        expect Telephone
          settled
        """,
      right: """
        action Phone to cancel
        expect Phone to cancel
          settled
        """),
    CodeText(
      23, "A name that no charter has",
      """
      A line with `use` takes a charter that ships inside the program, such as "customer first", \
      or one from a file. No charter and no file has this name. For a file, write its whole name \
      with its ending.
      """,
      wrong: """
        use customer frist
        """,
      right: """
        use customer first
        """),
    CodeText(
      24, "A name that no lens has",
      """
      A lens is a family of rules, and a rule joins one that its charter has declared. A misspelt \
      lens would otherwise become a family of its own, unseen. Mend the name, or declare the lens \
      with a `lens` line below `charter`.
      """,
      wrong: """
        rule Leaving is easy
          lens freedom
          weight 4
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """,
      right: """
        rule Leaving is easy
          lens independence
          weight 4
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """),
    CodeText(
      25, "A name that no family of phrases has",
      """
      A fact that counts phrases names the family that it counts, as a `phrases` line has \
      declared it. Mend the name, or declare the family above.
      """,
      wrong: """
        fact talk of owning
          counts owning talk in our words
        """,
      right: """
        fact talk of owning
          counts ownership talk in our words
        """),
    CodeText(
      26, "A name that fits several",
      """
      A part of a name will do as long as it fits only one, and here it fits more. Which one is \
      meant is never guessed. Say more of the name, or the number that the message shows.
      """,
      wrong: """
        action Phone to cancel
        action Phone to renew
        expect Phone
          settled
        """,
      right: """
        action Phone to cancel
        action Phone to renew
        expect Phone to cancel
          settled
        """),
    CodeText(
      27, "A comma in a name",
      """
      Commas part the levels in a list, so the name of a fact holds none. Otherwise a list could \
      be read in two ways. Say the name without the comma.
      """,
      wrong: """
        fact waiting time, on average
          number of hours
        """,
      right: """
        fact usual waiting time
          number of hours
        """),
    CodeText(
      28, "A name that starts like another line",
      """
      Inside an action a line starts with a fact or with a word such as `list`, `show` or `note`. \
      A fact whose name started with such a word would make one line two things. Put another word \
      first.
      """,
      wrong: """
        fact list price
          money
        """,
      right: """
        fact price in the list
          money
        """),
    CodeText(
      29, "A name that a level has",
      """
      In a test a fact is compared with a level or with another fact. If both had one name, \
      nobody could tell which is meant. Give the fact another name.
      """,
      wrong: """
        fact a call
          yes-no
        """,
      right: """
        fact needs a call
          yes-no
        """),
    CodeText(
      30, "A name that is taken",
      """
      A copy is a new action, and one with this name is there. To write over it without a word \
      would lose work. Choose another name, or `drop` the old action first.
      """,
      wrong: """
        action Phone to cancel
        action Cancel in one step
        copy Phone to cancel as Cancel in one step
        """,
      right: """
        action Phone to cancel
        copy Phone to cancel as Cancel in one step
        """),
  ]
}
