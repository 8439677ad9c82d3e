/// The pages of rules, facts, charters, expectations, ledgers and copies that are declared wrongly.
extension CodePages {
  static let declarationTexts: [CodeText] = [
    CodeText(
      49, "A weight outside 1 to 5",
      """
      Weights run from 1 to 5, so that no single rule can drown the others and every score can be \
      checked by hand. For something that no gain may outweigh there is `veto when`.
      """,
      wrong: """
        rule No door is locked
          weight 10
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """,
      right: """
        rule No door is locked
          veto when effort to leave is a struggle
          because they may hire another tomorrow
        """),
    CodeText(
      50, "A second line with \"only when\"",
      """
      A line with `only when` says where a rule applies at all, and a rule has one such line, so \
      that two of them need not be put together in the head. Join both with "and".
      """,
      wrong: """
        rule A gain is shared
          weight 2
          only when gain this quarter is more than 0
          only when customers touched is more than 100
          for when value for money is more
          because a gain on both sides lasts
        """,
      right: """
        rule A gain is shared
          weight 2
          only when gain this quarter is more than 0 and customers touched is more than 100
          for when value for money is more
          because a gain on both sides lasts
        """),
    CodeText(
      51, "A new kind for a fact in use",
      """
      Rules and actions hold levels or numbers of this fact, and with another kind their lines \
      would lose their meaning. Declare a fact with another name for what is new.
      """,
      wrong: """
        fact effort to leave
          scale easy, hard
        """,
      right: """
        fact trouble with leaving
          scale easy, hard
        """),
    CodeText(
      52, "A level with the name of a fact",
      """
      In a test a fact is compared with a level or with another fact. If both had one name, \
      nobody could tell which is meant. Give the level another name.
      """,
      wrong: """
        fact talk at the counter
          one of job, price
        """,
      right: """
        fact talk at the counter
          one of their job, price
        """),
    CodeText(
      53, "A kind of fact that does not exist",
      """
      A line with `kind` says what sort of thing a fact is: a deed, an outcome, a view or a \
      given. Deeds can be decided, outcomes only hoped for, so they are treated apart. Choose one \
      of the four.
      """,
      wrong: """
        fact mood in the shop
          scale sour, calm, merry
          kind result
        """,
      right: """
        fact mood in the shop
          scale sour, calm, merry
          kind outcome
        """),
    CodeText(
      54, "A meaning without a level",
      """
      A line with `means` tells what one level looks like in practice, so it starts with a level \
      of its fact. The levels are declared first, the meanings below them.
      """,
      wrong: """
        fact mood in the shop
          scale sour, calm, merry
          means happy people hum at the till
        """,
      right: """
        fact mood in the shop
          scale sour, calm, merry
          means merry people hum at the till
        """),
    CodeText(
      55, "A sum over something without numbers",
      """
      Sums are worked out from numbers, money, percentages and counts, and this fact holds none \
      of them. Use a fact that holds a number.
      """,
      wrong: """
        fact hours lost
          computed effort to leave * 2
        """,
      right: """
        fact hours lost
          computed customers touched * 2
        """),
    CodeText(
      56, "A sum over itself, or over what comes later",
      """
      A computed fact is worked out from facts that are declared before it, never from itself or \
      from later ones: there would be no place to begin. Name the facts that it comes from, and \
      declare them above.
      """,
      wrong: """
        fact margin of all
          computed margin of all * customers touched
        """,
      right: """
        fact margin of all
          computed margin per customer * customers touched
        """),
    CodeText(
      57, "Phrases counted in something other than a text",
      """
      Phrases are counted in what somebody wrote, so a line with `counts` names a fact that holds \
      a text. This one holds something else. Name a text.
      """,
      wrong: """
        fact talk of owning
          counts ownership talk in effort to leave
        """,
      right: """
        fact talk of owning
          counts ownership talk in our words
        """),
    CodeText(
      58, "A verdict that starts nowhere",
      """
      A verdict of a charter starts at a score, and scores run from 0 to 100 with at most two \
      decimals. Beyond that the verdict could never be reached. Give it a score between these \
      ends.
      """,
      wrong: """
        charter Fair trade
          verdict fair from 120
        """,
      right: """
        charter Fair trade
          verdict fair from 60
          verdict unfair from 0
        """),
    CodeText(
      59, "Two verdicts from the same score",
      """
      Each score has one verdict, so no two verdicts start at the same score. Give one of them \
      another start, or leave it out.
      """,
      wrong: """
        charter Fair trade
          verdict fair from 60
          verdict good from 60
        """,
      right: """
        charter Fair trade
          verdict good from 60
          verdict unfair from 0
        """),
    CodeText(
      60, "A line with \"use\" that comes late",
      """
      Below a `charter` line, `use` takes all facts and rules of another charter as a start. \
      After own facts and rules it would have to mix two sets, and one name could mean two \
      things. Move the line up to the `charter` line.
      """,
      wrong: """
        charter Fair trade
        fact mood in the shop
          scale sour, calm, merry
        charter Fair trade
          use customer first
        """,
      right: """
        charter Fair trade
          use customer first
        fact mood in the shop
          scale sour, calm, merry
        """),
  ]

  static let expectationTexts: [CodeText] = [
    CodeText(
      62, "A verdict that the charter does not know",
      """
      A charter names its verdicts, and two are always at hand: "vetoed", and "silent" where no \
      rule speaks. Any other word could never come true. Choose one from the message.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is a struggle
        expect Phone to cancel
          verdict is bad
        """,
      right: """
        action Phone to cancel
          effort to leave is a struggle
        expect Phone to cancel
          verdict is against the customer
        """),
    CodeText(
      63, "A score outside 0 to 100",
      """
      Scores run from 0 to 100, and in a stretch of scores the lower end comes first. Otherwise \
      no score could lie in it. Mend the numbers, or swap them.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is a struggle
        expect Phone to cancel
          score is from 40 to 0
        """,
      right: """
        action Phone to cancel
          effort to leave is a struggle
        expect Phone to cancel
          score is from 0 to 40
        """),
    CodeText(
      64, "A date in another form",
      """
      A date is written with the year first, 2026-11-21, or as a number of days: "day 45". Other \
      forms are read differently from country to country. The day must also exist in its month.
      """,
      wrong: """
        action Phone to cancel
        ledger Trust
          on 21/11/2026 Phone to cancel
        """,
      right: """
        action Phone to cancel
        ledger Trust
          on 2026-11-21 Phone to cancel
        """),
    CodeText(
      65, "Dates and days in one ledger",
      """
      A ledger counts either calendar dates or days from its start. With both, nobody could say \
      which deed came first. Write all its lines in one of the two forms.
      """,
      wrong: """
        action Phone to cancel
        ledger Trust
          on day 1 Phone to cancel
          on 2026-11-21 Phone to cancel
        """,
      right: """
        action Phone to cancel
        ledger Trust
          on day 1 Phone to cancel
          on day 45 Phone to cancel
        """),
    CodeText(
      66, "Days that are not above zero",
      """
      What fades in a ledger halves every so many days, and the number of days is above 0. At 0 \
      all would be gone at once. For something that never fades, say so: "bad fades never".
      """,
      wrong: """
        ledger Trust
          good halves every 0 days
        """,
      right: """
        ledger Trust
          good halves every 30 days
        """),
    CodeText(
      67, "A copy without two names",
      """
      A copy needs the action that it is made from and a name of its own, with "as" between them. \
      Under the same name it would be no second version.
      """,
      wrong: """
        action Phone to cancel
        copy Phone to cancel
        """,
      right: """
        action Phone to cancel
        copy Phone to cancel as Cancel in one step
        """),
  ]
}
