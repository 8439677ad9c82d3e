/// The pages of what is worth knowing, and of files.
extension CodePages {
  static let remarkTexts: [CodeText] = [
    CodeText(
      70, "Lines that waited were left out",
      """
      A line that was to begin something could not be read, so the lines typed below it waited \
      for it. Then something else began, and they were left out rather than given to the wrong \
      subject. Press Up to fetch them back, mended line first.
      """,
      wrong: """
        acton Phone to cancel
          effort to leave is a call
        action Refund late deliveries
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        action Refund late deliveries
        """),
    CodeText(
      71, "A rule that never speaks",
      """
      The rule has no line that tells when it speaks, so it will never say anything. It is kept, \
      and counts for nothing. Add a line with `for when`, `against when` or `veto when`.
      """,
      wrong: """
        rule Leaving is easy
          weight 4
          because they may hire another tomorrow
        """,
      right: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """),
    CodeText(
      72, "A rule without a reason",
      """
      A verdict tells why each rule spoke, and this rule has no reason to tell. So it is not used \
      until it has one. Add a line with `because`: why would a customer care?
      """,
      wrong: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a struggle
        """,
      right: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """),
    CodeText(
      73, "A rule without a weight",
      """
      A rule that says nothing of its weight counts 1, the least. It is told here in case more \
      was meant: add a weight from 1 to 5.
      """,
      wrong: """
        rule Leaving is easy
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """,
      right: """
        rule Leaving is easy
          weight 1
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """),
    CodeText(
      74, "A fact without a kind",
      """
      No line tells what the fact is answered with, so nothing can be said of it and no rule can \
      read it. Add one: `scale`, `one of`, `any of`, `yes-no`, `number of`, `money`, `percent`, \
      `text`, `computed` or `counts`.
      """,
      wrong: """
        fact fee for leaving
          asks What does it cost to leave?
        """,
      right: """
        fact fee for leaving
          asks What does it cost to leave?
          money
        """),
    CodeText(
      75, "A fact said twice",
      """
      Two lines of one action say different things of the same fact. The later one counts, as if \
      somebody had changed their mind. Leave out the one that no longer holds.
      """,
      wrong: """
        action Phone to cancel
          moves the job is harder
          moves the job is easier
        """,
      right: """
        action Phone to cancel
          moves the job is easier
        """),
    CodeText(
      76, "An action that was there before",
      """
      The file begins an action whose name is known, so its lines are added to that action. If a \
      second version was meant, `copy` gives it a name of its own.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is a call
        action Phone to cancel
          moves the job is harder
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
          moves the job is harder
        """),
    CodeText(
      77, "Only the charter was taken",
      """
      A line with `use` takes the charter of a file and nothing else, and this file holds \
      actions, too. To have the actions as well, write `load` and the name of the file.
      """,
      wrong: """
        # plan.advocate holds an action.
        use plan.advocate
        """,
      right: """
        # plan.advocate holds an action.
        load plan.advocate
        """),
    CodeText(
      78, "Lines that do not fit another charter",
      """
      Another charter came into force, and it has no such fact or no such level as some lines of \
      the actions name. Those lines are set aside and their actions marked incomplete; nothing is \
      bent to fit. Say the lines again in the words of the new charter.
      """,
      wrong: """
        fact colour
          one of red, blue
        action Paint the shop
          colour is red
        use customer first
        """,
      right: """
        use customer first
        fact colour
          one of red, blue
        action Paint the shop
          colour is red
        """),
  ]

  static let fileTexts: [CodeText] = [
    CodeText(
      80, "A file that is not there",
      """
      No file has this name in the folder where it was looked for. A file that another file names \
      is looked for beside that other file. Mend the name; its ending belongs to it.
      """,
      wrong: """
        load plan.advocat
        """,
      right: """
        load plan.advocate
        """),
    CodeText(
      81, "A folder in place of a file",
      """
      The name is that of a folder, and lines stand in files. Name the file, or all files in the \
      folder, as the message shows.
      """,
      wrong: """
        load plans
        """,
      right: """
        load plans/phone.advocate
        """),
    CodeText(
      82, "A file that could not be read",
      """
      The file is there, and the system did not let it be read; its own words stand in the \
      message. Often the file belongs to somebody else, or the disk is gone. Or it is too large: \
      what has to be read as a whole may have 100 million bytes, a text for mirror 20 million. A \
      script for judge may have any length, as long as all lines below its first action are about \
      one action each and no name comes twice.
      """,
      wrong: """
        # This one belongs to somebody else.
        load board/plan.advocate
        """,
      right: """
        # They put a copy where you may read it.
        load shared/plan.advocate
        """),
    CodeText(
      83, "A file that is not text",
      """
      The file holds bytes that no text in UTF-8 holds: a picture, a spreadsheet, or text saved \
      in another way. It was left out whole, since half of it would mislead. Save it as plain \
      text in UTF-8.
      """,
      wrong: """
        load plan.docx
        """,
      right: """
        # The same, saved as plain text in UTF-8.
        load plan.advocate
        """),
    CodeText(
      84, "A file that names itself",
      """
      A file may name another with `use` or `load`, and by way of others this one came back to \
      itself. Read again and again, it would never end. Take one of the lines that make the \
      circle out.
      """,
      wrong: """
        # These are the lines of all.advocate.
        load plan.advocate
        load all.advocate
        """,
      right: """
        # These are the lines of all.advocate.
        load plan.advocate
        """),
    CodeText(
      85, "Files within files, too deep",
      """
      A file may name a file that names a file, at most 16 deep. Deeper than that nobody can \
      follow what counts. And one file may name at most 1,000 files, with those that they name. \
      Bring some of them together in one file.
      """,
      wrong: """
        # week-1.advocate loads week-2.advocate, and so on for a year.
        load week-1.advocate
        """,
      right: """
        # One file loads them all, and they load no other.
        load week-1.advocate
        load week-2.advocate
        load week-3.advocate
        """),
    CodeText(
      86, "A table in place of a script",
      """
      A table has a row for each action, and its name ends in .csv, .tsv, .jsonl or .ndjson. A \
      script has lines that begin with action, fact or another word. `advocate judge` reads both, \
      as in: `advocate judge plans.csv`. All else is there for scripts, and nothing of the table \
      was read.
      """,
      wrong: """
        load plans.csv
        """,
      right: """
        load plan.advocate
        """),
    CodeText(
      120, "Too many of one thing",
      """
      A charter has at most 10,000 facts and 10,000 rules, a rule at most 1,000 lines that say \
      when it speaks, an action at most 100 groups of customers, and a ledger 10,000 deeds. A \
      session at the prompt holds 20,000 actions; a file that is judged may hold any number. More \
      of these nobody can read, and the program would become slow. The finding says what to do \
      instead. In the example the points stand for the lines between.
      """,
      wrong: """
        action Price rise
          for shop 1: value for money is less
          for shop 2: value for money is less
          ...
          for shop 101: value for money is less
        """,
      right: """
        action Price rise
          for small shops: value for money is less
          for large shops: value for money is more
        """),
  ]
}
