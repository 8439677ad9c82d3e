/// The pages of values that a fact cannot hold.
extension CodePages {
  static let valueTexts: [CodeText] = [
    CodeText(
      61, "A fact without a value",
      """
      The line is the name of a fact and nothing else, so it is not said what holds. A fact line \
      goes on with "is" and a value; a fact that is not known is best left out.
      """,
      wrong: """
        action Phone to cancel
          effort to leave
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        """),
    CodeText(
      31, "A level that the fact does not have",
      """
      The fact is answered with one of a few levels, and this is none of them. The rules were \
      written for these levels, so another word would be heard by none. Choose the level that \
      comes nearest; the message lists them.
      """,
      wrong: """
        action Phone to cancel
          would show customer is maybe
        """,
      right: """
        action Phone to cancel
          would show customer is if asked
        """),
    CodeText(
      32, "A level number beyond the levels",
      """
      A level may be given by its number, counted from 1, and the fact has fewer levels than this \
      number. Give a number that it has, or the name of the level.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is 9
        """,
      right: """
        action Phone to cancel
          effort to leave is a struggle
        """),
    CodeText(
      33, "Neither yes nor no",
      """
      The fact takes yes or no and nothing between them. If the answer is not known, leave the \
      line out: what is unsaid counts as unknown, and the verdict shows what hangs on it.
      """,
      wrong: """
        action Phone to cancel
          can keep up is sure
        """,
      right: """
        action Phone to cancel
          can keep up is yes
        """),
    CodeText(
      34, "A percentage without its sign",
      """
      Without the sign, 0.4 can be less than one in a hundred or forty of them. A hundredfold \
      slip would go unseen. Write the sign.
      """,
      wrong: """
        action Phone to cancel
          share for existing is 0.4
        """,
      right: """
        action Phone to cancel
          share for existing is 40%
        """),
    CodeText(
      35, "A number in other than digits",
      """
      Numbers are written with digits, with commas at thousands and a point before decimals: 40k, \
      2m, 1,250.50. Other ways of writing differ from country to country and could be misread. \
      For an estimate write "roughly" before the number.
      """,
      wrong: """
        action Phone to cancel
          gain this quarter is two million
        """,
      right: """
        action Phone to cancel
          gain this quarter is roughly 2m
        """),
    CodeText(
      36, "A number with too many digits",
      """
      A number has at most 30 digits, which is enough to count the grains of sand on all beaches. \
      More digits than that come from a slip or a double paste. Write the number again.
      """,
      wrong: """
        action Phone to cancel
          customers touched is 1000000000000000000000000000000
        """,
      right: """
        action Phone to cancel
          customers touched is 20,000
        """),
    CodeText(
      37, "A count below zero",
      """
      The fact counts something, and nothing can be counted below zero. Money and percentages may \
      be negative, counts may not. Leave the minus out, or choose the fact that was meant.
      """,
      wrong: """
        action Phone to cancel
          years they stay is -2
        """,
      right: """
        action Phone to cancel
          years they stay is 2
        """),
    CodeText(
      38, "Money in another currency",
      """
      All money in a charter is in one currency, since sums in two cannot be compared and rates \
      change by the day. Turn the amount into the charter's currency first; its sign may be left \
      out.
      """,
      wrong: """
        action Phone to cancel
          gain this quarter is USD 40k
        """,
      right: """
        action Phone to cancel
          gain this quarter is EUR 37k
        """),
    CodeText(
      39, "The level \"nothing\" beside another",
      """
      The fact may hold several levels, and the level called "nothing" says that none of the \
      others holds. So it stands alone. Leave it out, or leave the others out.
      """,
      wrong: """
        action Countdown timer
          weakness used is nothing, hurry
        """,
      right: """
        action Countdown timer
          weakness used is hurry
        """),
    CodeText(
      40, "A fact that follows from others",
      """
      The fact is worked out from other facts or counted in a text, so nobody says it: it could \
      come to disagree with them. Say the facts that it follows from.
      """,
      wrong: """
        action Phone to cancel
          ownership words is 2
        """,
      right: """
        action Phone to cancel
          our words is we own our customers
        """),
    CodeText(
      41, "The word \"roughly\" with a level",
      """
      The word "roughly" means from 80% to 125% of a number, and levels have no percentages. Name \
      the level, or the stretch of levels in which it lies.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is roughly a call
        """,
      right: """
        action Phone to cancel
          effort to leave is between a form and a call
        """),
    CodeText(
      42, "A range without an order",
      """
      A range runs from a lower value to a higher one, and the levels of this fact have no low or \
      high. Name one level, or leave the fact unsaid as long as it is open.
      """,
      wrong: """
        action Phone to cancel
          loss blamed on is between ourselves and outside causes
        """,
      right: """
        action Phone to cancel
          loss blamed on is outside causes
        """),
    CodeText(
      43, "A range from high to low",
      """
      In a range the lower end comes first. The other way round no value lies in it, and whether \
      the ends or the numbers were swapped is not for the program to say. Swap them.
      """,
      wrong: """
        action Phone to cancel
          years they stay is between 4 and 2
        """,
      right: """
        action Phone to cancel
          years they stay is between 2 and 4
        """),
    CodeText(
      44, "A fact that no line has given a kind",
      """
      A fact is answered with levels, a number, money, a text or the like, and no line has told \
      which. Until then no answer fits it. Write the kind below the fact line.
      """,
      wrong: """
        fact fee for leaving
        action Phone to cancel
          fee for leaving is 20
        """,
      right: """
        fact fee for leaving
          money
        action Phone to cancel
          fee for leaving is 20
        """),
  ]

  static let testTexts: [CodeText] = [
    CodeText(
      45, "Two facts that cannot be compared",
      """
      A test may compare two facts with each other if both are numbers, or have the same levels. \
      Steps against hours have no more and no less. Compare with a value, or with a fact of the \
      same kind.
      """,
      wrong: """
        rule Leaving is easy
          weight 4
          against when effort to leave is more than years they stay
          because they may hire another tomorrow
        """,
      right: """
        rule Leaving is easy
          weight 4
          against when effort to leave is more than effort to join
          because they may hire another tomorrow
        """),
    CodeText(
      46, "More or less without an order",
      """
      The levels of this fact are kinds, none higher than another, so "at least", "at most", \
      "more than" and "less than" say nothing of it. Test with "is" or "is not", and write a line \
      for each level.
      """,
      wrong: """
        rule Look inward first
          weight 2
          against when loss blamed on is at least outside causes
          because an excuse keeps us from learning
        """,
      right: """
        rule Look inward first
          weight 2
          against when loss blamed on is outside causes
          against when loss blamed on is the customer
          because an excuse keeps us from learning
        """),
    CodeText(
      47, "The word \"includes\" with a fact of one value",
      """
      The word "includes" asks whether a level is among several, and this fact holds one value at \
      a time. Test it with "is" or "is not".
      """,
      wrong: """
        rule Leaving is easy
          weight 4
          against when effort to leave includes a call
          because they may hire another tomorrow
        """,
      right: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a call
          because they may hire another tomorrow
        """),
    CodeText(
      48, "A test on free text",
      """
      The words of a text can be put in endless ways, so a rule that tested them would hear one \
      way and miss the rest. Count phrases in the text instead, and test the count.
      """,
      wrong: """
        rule No talk of owning
          weight 1
          against when our words is we own our customers
          because nobody owns a person who can walk away
        """,
      right: """
        rule No talk of owning
          weight 1
          against when ownership words is at least 1
          because nobody owns a person who can walk away
        """),
  ]
}
