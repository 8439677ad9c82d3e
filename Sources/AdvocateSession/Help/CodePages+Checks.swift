/// The pages of what `check` finds in a charter.
extension CodePages {
  static let checkTexts: [CodeText] = [
    CodeText(
      100, "A rule that can never speak",
      """
      Whatever an action says, the rule stays neutral: none of its lines can hold within its \
      `only when`. So it adds weight to the middle and never a reason. Change what its lines ask \
      for, or drop it.
      """,
      wrong: charter(
        """
        rule Wait for them
          weight 2
          only when hours is less than 2
          against when hours is more than 5
          because their time is dear

        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """),
      right: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """)),
    CodeText(
      101, "A line that can never hold",
      """
      The tests of the line exclude each other, so no action can make it hold. Often two lines \
      were meant, each with one of the tests.
      """,
      wrong: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5 and hours is less than 2
          against when hours is more than 9
          because their time is dear
        """),
      right: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 9
          because their time is dear
        """)),
    CodeText(
      102, "Lines of both sides that can hold together",
      """
      One action can make a line for and a line against hold at once. Then the rule speaks \
      against, and the line for is lost without a word. Let one of the lines exclude the other; \
      the finding shows a case, as lines to type. A `veto when` line is meant to beat all others, \
      so it is no part of this.
      """,
      wrong: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 5
          against when hours is more than 2
          because their time is dear
        """),
      right: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """)),
    CodeText(
      103, "Two rules that always speak alike",
      """
      In every world that the two rules tell apart both say the same: one interest counts twice, \
      and the explanation names it twice. Keep one, with the weight that it deserves.
      """,
      wrong: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is at least 2
          because their time is dear

        rule No waiting
          weight 1
          against when hours is at least 2
          for when hours is less than 2
          because nobody likes to wait
        """),
      right: charter(
        """
        rule Quick help
          weight 3
          for when hours is less than 2
          against when hours is at least 2
          because their time is dear
        """)),
    CodeText(
      104, "Levels that no rule tells apart",
      """
      Whichever of these levels is said, every rule says the same, so a choice is asked for that \
      changes nothing. On a scale only neighbours are meant: one middle level that no rule \
      tests is an honest answer, two of them are the same answer twice. So it is with levels of \
      `one of`, and with levels of `any of` that no rule asks for. Facts that are compared with \
      each other share their levels, and count together.
      """,
      wrong: """
        charter Small shop
        fact care
          scale rude, cool, polite, warm
        rule Kind words
          weight 2
          for when care is warm
          against when care is rude
          because they remember how they were met
        """,
      right: """
        charter Small shop
        fact care
          scale rude, neither, warm
        rule Kind words
          weight 2
          for when care is warm
          against when care is rude
          because they remember how they were met
        """),
    CodeText(
      105, "A number that makes no difference",
      """
      A line compares a fact with this number, yet below, at and above it every rule says the \
      same: another line reaches farther, or both sides of it count alike. Leave the comparison \
      out, or let it count. The numbers that a computed fact is compared with are not looked at.
      """,
      wrong: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 1
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """),
      right: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """)),
    CodeText(
      106, "A fact that nothing reads",
      """
      No rule tests the fact, and no other fact is worked out from it, so whatever is said of it \
      counts for nothing. Let a rule test it, or leave it out. A text that must be said is there \
      for people, and no finding.
      """,
      wrong: charter(
        """
        fact colour of the sign
          one of red, blue

        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """),
      right: charter(
        """
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """)),
    CodeText(
      107, "A lens without weight",
      """
      No rule with a weight stands under the lens, so that side of the matter counts for nothing. \
      Give it a rule, or leave the lens out.
      """,
      wrong: """
        charter Small shop
          lens time
          lens money
        fact hours
          number of hours
        rule Quick help
          lens time
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """,
      right: """
        charter Small shop
          lens time
        fact hours
          number of hours
        rule Quick help
          lens time
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """),
    CodeText(
      108, "A verdict that no action can reach",
      """
      Of all actions that can be described none comes out with this verdict. Move the edge where \
      it begins, or let some rule speak on that side.
      """,
      wrong: """
        charter Small shop
          verdict splendid from 80
          verdict good from 60
          verdict poor from 0
        fact hours
          number of hours
        rule Quick help
          weight 2
          leans for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """,
      right: """
        charter Small shop
          verdict good from 60
          verdict poor from 0
        fact hours
          number of hours
        rule Quick help
          weight 2
          leans for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """),
    CodeText(
      109, "Too much to check",
      """
      The rule tells more cases apart than can be looked at one by one, or works with facts that \
      follow from several others, so something about it remains unknown. Nothing is wrong with \
      that, but a smaller rule can be checked in full: part it into rules that read fewer facts.
      """,
      wrong: """
        charter Small shop
          verdict fine from 50
          verdict poor from 0
        fact hours
          number of hours
        fact price
          number of coins
        fact bill
          computed price * hours
        fact gap
          computed price - hours
        rule Fair bill
          weight 2
          for when bill is 12 and gap is 1
          against when bill is more than 100
          because their time is dear
        """,
      right: """
        charter Small shop
          verdict fine from 50
          verdict poor from 0
        fact hours
          number of hours
        fact price
          number of coins
        fact bill
          computed price * hours
        rule Fair bill
          weight 2
          for when bill is less than 12
          against when bill is more than 100
          because their time is dear
        rule Fair price
          weight 2
          for when price is less than 4
          against when price is more than 9
          because their money is dear
        """),
    CodeText(
      110, "A rule that can speak only one way",
      """
      The rule can speak for an action but never against one, or the other way round. That may \
      well be meant, as where harm counts and its absence is no merit; it is told so that nobody \
      is surprised.
      """,
      wrong: """
        charter Small shop
          verdict fine from 50
          verdict poor from 0
        fact hours
          number of hours
        rule Quick help
          weight 2
          against when hours is more than 5
          because their time is dear
        """,
      right: """
        charter Small shop
          verdict fine from 50
          verdict poor from 0
        fact hours
          number of hours
        rule Quick help
          weight 2
          for when hours is less than 2
          against when hours is more than 5
          because their time is dear
        """),
  ]

  /// A small charter about hours, with `rules`.
  private static func charter(_ rules: String) -> String {
    "charter Small shop\n  verdict fine from 50\n  verdict poor from 0\n"
      + "fact hours\n  number of hours\n"
      + rules
  }
}
