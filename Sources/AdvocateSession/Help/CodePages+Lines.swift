/// The pages of what can be wrong with a line by itself.
extension CodePages {
  static let lineTexts: [CodeText] = [
    CodeText(
      18, "A command that this edition does not have",
      """
      Some words are kept for commands of other editions, so that no fact of a charter ever starts \
      with them. This edition does not run them. `help` shows the commands that it has.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is a call
        forget the call
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        judge Phone to cancel
        """),
    CodeText(
      19, "A question mark in a file",
      """
      At the prompt a line that ends in a blank and `?` asks what may stand there, and changes \
      nothing. In a file nobody reads the answer, so the line is left out. In free text, such as \
      a reason, a question mark is text like any other.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is ?
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        """),
    CodeText(
      79, "A line for a group that lacks a part",
      """
      A line inside an action that begins with `for` says what is so for one group of customers. \
      It names the group, then comes a colon, and behind the colon a fact line like any other. \
      What holds for all groups, such as `the rest is untouched`, stands without a group.
      """,
      wrong: """
        action Phone to cancel
          for loyal customers effort to leave is a call
        """,
      right: """
        action Phone to cancel
          for loyal customers: effort to leave is a call
        """),
    CodeText(
      1, "A line that is not text",
      """
      The line holds bytes that stand for no letter in UTF-8, so nobody can say which words were \
      meant. A line that might be misread is left out rather than guessed at. Save the file as \
      UTF-8 in the program that it was written with. Such a byte is shown as �.
      """,
      wrong: """
        action Sunday opening
          effort to leave is one step because the caf� asked for it
        """,
      right: """
        action Sunday opening
          effort to leave is one step because the café asked for it
        """),
    CodeText(
      2, "A character that cannot be seen",
      """
      The line holds a character that takes no room on the screen or turns the text around, so \
      that what is read would differ from what is seen. Such characters often come along with \
      text from a web page. Type the marked place again by hand.
      """,
      wrong: """
        action Phone to cancel
          job is stop pay\u{200B}ing
        """,
      right: """
        action Phone to cancel
          job is stop paying
        """),
    CodeText(
      3, "A line that is too long",
      """
      A line may have 100,000 bytes, which is about forty pages of text. A longer one is mostly a \
      file of another sort, or one whose line ends were lost. Part it into several lines. \
      In the example the points stand for many more words.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is a call because it all began when ... and so on
        """,
      right: """
        action Phone to cancel
          effort to leave is a call because it all began with a strike
        """),
    CodeText(
      4, "A line that starts with an unknown word",
      """
      The first word decides what a line is, and no line starts like this one. Where it is near a \
      word such as `action` or `rule`, it was meant to set the subject, so the lines below it \
      wait rather than join the subject above. Mend the first word; `forms` shows every kind of \
      line.
      """,
      wrong: """
        acton Phone to cancel
          effort to leave is a call
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        """),
    CodeText(
      5, "A name is missing",
      """
      Words such as `action`, `rule` and `fact` begin something, and what they begin has a name. \
      Without it the lines below would belong to nothing. Write the name on the same line.
      """,
      wrong: """
        action
          effort to leave is a call
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        """),
    CodeText(
      6, "A name that holds a reserved word",
      """
      A few words part the pieces of a line, such as "is", "and", "or", "when", "because" and \
      "between". If a name held one, the line could be cut in two ways, and it would be read as \
      something that nobody said. Say the name without that word.
      """,
      wrong: """
        fact time it takes
          scale none, a day or two, a week
        """,
      right: """
        fact time it takes
          scale none, some days, a week
        """),
    CodeText(
      7, "A line below the wrong subject",
      """
      Each kind of line belongs to one kind of subject: a weight to a rule, a question to a fact. \
      The subject is the last line above that began something. Move the line, or write the \
      subject line above it first.
      """,
      wrong: """
        action Phone to cancel
          weight 4
        """,
      right: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """),
    CodeText(
      8, "A fact with no action to belong to",
      """
      A line with "is" says something of an action, and here no action is the subject. A fact \
      that floats free could end up in the wrong plan. Write `action` and its name above the \
      line.
      """,
      wrong: """
        effort to leave is a call
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        """),
    CodeText(
      9, "The word \"or\" inside a line",
      """
      With both "and" and "or" in a line, two people can hear two different rules in it. So "or" \
      is left out of the language. Each alternative gets a line of its own: when any of the lines \
      holds, the rule speaks.
      """,
      wrong: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a call or a struggle
          because they may hire another tomorrow
        """,
      right: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a call
          against when effort to leave is a struggle
          because they may hire another tomorrow
        """),
    CodeText(
      10, "A test that compares nothing",
      """
      A test names a fact, compares it and names a value. Without a word such as "is", "is at \
      least" or "includes", nobody can tell where the name ends and the value begins. Write the \
      word between the two.
      """,
      wrong: """
        rule Leaving is easy
          weight 4
          against when effort to leave a call
          because they may hire another tomorrow
        """,
      right: """
        rule Leaving is easy
          weight 4
          against when effort to leave is a call
          because they may hire another tomorrow
        """),
    CodeText(
      11, "The end of a line is missing",
      """
      The line starts well and stops before it says anything: a value, a name or a reason is \
      missing. Nothing is filled in by guess. Write the line to its end.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is
        """,
      right: """
        action Phone to cancel
          effort to leave is a call
        """),
    CodeText(
      12, "A range with one end",
      """
      A range names its lower end, then "and", then its upper end. With one end alone it could \
      mean up to there, or from there on. Write both ends.
      """,
      wrong: """
        action Phone to cancel
          years they stay is between 2
        """,
      right: """
        action Phone to cancel
          years they stay is between 2 and 4
        """),
    CodeText(
      13, "Two statements on one line",
      """
      A line inside an action says one thing, so that each thing can be changed, traced and taken \
      back by itself. If two values are possible, a range says so. Otherwise write two lines.
      """,
      wrong: """
        action Phone to cancel
          can keep up is yes and effort to leave is a call
        """,
      right: """
        action Phone to cancel
          can keep up is yes
          effort to leave is a call
        """),
    CodeText(
      14, "A comparison inside an action",
      """
      Rules compare; an action says what is so. A line with "is at least" would leave open what \
      holds, and the score needs a value. Say the value, or the range in which it lies.
      """,
      wrong: """
        action Phone to cancel
          effort to leave is at least a form
        """,
      right: """
        action Phone to cancel
          effort to leave is between a form and a struggle
        """),
    CodeText(
      15, "A line that starts well and goes on otherwise",
      """
      The first words belong to a known kind of line, and the rest does not fit it. What such a \
      line looks like stands in the message, with words in capitals where names and values go. \
      Write it in that order.
      """,
      wrong: """
        action Phone to cancel
          the rest stays untouched
        """,
      right: """
        action Phone to cancel
          the rest is untouched
        """),
    CodeText(
      16, "A list of levels that does not work",
      """
      The levels of a fact are at least two and at most 60, each named once, with commas between \
      them. An empty place, a double or a single level would leave an answer without a meaning. \
      Write the list again.
      """,
      wrong: """
        fact noise next door
          scale none, , loud
        """,
      right: """
        fact noise next door
          scale none, some, loud
        """),
    CodeText(
      17, "A sum that cannot be worked out",
      """
      A computed fact is worked out from facts and numbers, with + - * / and round brackets, and \
      blanks around each sign. Here a part, a sign or a bracket is missing, or there are too \
      many: at most 60 beside or within each other, and 200 facts and numbers with those of the \
      computed facts in it. Mend the marked place, or part the sum into two facts.
      """,
      wrong: """
        fact margin over their stay
          computed margin per customer *
        """,
      right: """
        fact margin over their stay
          computed margin per customer * years they stay
        """),
  ]
}
