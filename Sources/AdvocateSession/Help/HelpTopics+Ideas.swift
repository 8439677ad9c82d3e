/// The topics of subjects and ideas.
extension HelpTopics {
  static let subjects: [HelpTopic] = [
    HelpTopic(
      "action", or: ["actions"],
      forms: [
        .init("action NAME", "begins a plan, or goes back to one")
      ],
      """
      An action is a plan, said in lines: `action` and its name, then a line for each thing that \
      is true of it. `forms action` shows every kind of line in it.
      """,
      example: """
        action Phone to cancel
          job is stop paying for something no longer used
          effort to leave is a call because mystery calls in October
          the rest is untouched
        judge
        """),
    HelpTopic(
      "fact", or: ["facts", "level", "levels"],
      forms: [
        .init("fact NAME", "begins one thing that can be known of an action")
      ],
      """
      A fact is one thing that can be known of an action, such as "effort to leave". The charter \
      declares it, with the question behind it and the levels or numbers that it may hold. `list \
      facts` shows all of them.
      """,
      example: """
        fact mood in the shop
          asks How do people feel when they walk out?
          scale sour, calm, merry
        action Play music
          mood in the shop is merry
        """),
    HelpTopic(
      "rule", or: ["rules"],
      forms: [
        .init("rule NAME", "begins one interest of the customer")
      ],
      """
      A rule is one interest of the customer. Its lines tell when it speaks for or against an \
      action, its weight how much it counts, and its reason why a customer would care. Without a \
      reason it is not used.
      """,
      example: """
        rule Leaving takes no courage
          weight 3
          against when effort to leave is a call
          against when effort to leave is a struggle
          because nobody should have to argue their way out
        """),
    HelpTopic(
      "phrases",
      forms: [
        .init("phrases NAME", "begins words to listen for in a text")
      ],
      """
      Phrases are words to listen for in a text, such as talk of owning customers. A fact can \
      count them, and a rule can test the count.
      """,
      example: """
        phrases hurry talk
          says only today
          says last chance
          because patient people choose better
        fact hurry words
          counts hurry talk in our words
        """),
    HelpTopic(
      "expect", or: ["expectation", "expectations"],
      forms: [.init("expect ACTION", "begins what the verdict on it has to be")],
      """
      The lines below it name the verdict, the score, or what single rules say. When one does not \
      hold, the run of a file ends with exit status 1. So a charter can be changed without \
      turning an old verdict unseen.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a struggle
        expect Phone to cancel
          verdict is against the customer
          against Leaving is as easy as joining
        """),
    HelpTopic(
      "ledger", or: ["ledgers"],
      forms: [
        .init("ledger NAME", "begins a ledger, or returns to it; deeds go below it"),
        .init("ledger", "the balance over time, and what it takes to come back"),
        .init("ledger what if without DEED", "the same without a deed"),
        .init("ledger what if ACTION on DATE", "the same with one deed more"),
      ],
      """
      Good is soon forgotten and a wrong is not, so what was good halves every so many days, and \
      what was bad stays unless the ledger says otherwise. A deed counts ten times its points for \
      less those against, by the weight in play: from -10 to 10, and -20 for a veto. Days read \
      `day 45` or `2026-03-01`.
      """,
      example: """
        action Refund late deliveries
          past wrong is mends all
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        ledger Trust
          good halves every 30 days
          bad fades never
          on day 1 Refund late deliveries
          on day 45 Phone to cancel
        ledger
        ledger what if without Phone to cancel
        """),
  ]

  static let ideas: [HelpTopic] = [
    HelpTopic(
      "verdict", or: ["verdicts"],
      """
      The charter cuts the scores from 0 to 100 into verdicts. In "customer first" these are "for \
      the customer" from 60, "mixed" from 40, and "against the customer" below. A veto makes it \
      "vetoed", whatever the score, and where no rule is in play there is no verdict at all.
      """,
      example: """
        action Phone to cancel
          effort to leave is a struggle
        judge
        """),
    HelpTopic(
      "score", or: ["scores", "points"],
      """
      Each rule in play gives a mark: 100 for, 75 leans for, 50 neither, 25 leans against, 0 \
      against. The score is the average of the marks, each counted by the rule's weight. In \
      points: 50 + 50 * (points for - points against) / (weights in play). The screen prints that \
      sum, so it can be checked by hand.
      """,
      example: """
        action Phone to cancel
          effort to leave is a struggle
          moves the job is easier
        judge
        """),
    HelpTopic(
      "weights", or: ["weight"],
      """
      A rule weighs from 1 to 5. With 5 the relation stands or falls, with 1 it is a sign. \
      Weights are opinions: `weigh` tries another one, and shows which verdicts turn with it.
      """,
      example: """
        action Phone to cancel
          effort to leave is a struggle
        weigh Leaving is as easy as joining 2
        """),
    HelpTopic(
      "veto", or: ["vetoed", "vetoes"],
      """
      A veto is kept for what no gain may outweigh, such as money taken without a yes. When one \
      veto line of a rule holds, the action is vetoed, and no score lifts that.
      """,
      example: """
        action Charge for the gift
          takes unasked is money
        judge
        """),
    HelpTopic(
      "unknown", or: ["unsaid", "untouched", "the rest", "rest", "the rest is untouched"],
      """
      What is unsaid is unknown: never a no, and never zero. Untouched says that the action does \
      not change a fact, so no test on it holds. The line `the rest is untouched` says so of \
      every fact without a line, except those that must be said. `FACT is unsaid` opens a fact \
      again.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
          moves the job is untouched
          would feel is unsaid
          the rest is untouched
        """),
    HelpTopic(
      "evidence", or: ["because", "our guess"],
      """
      Behind "because" a line tells how its fact is known. A line without it counts as "our \
      guess", and the verdict says so. Evidence never changes the score: it shows how well a \
      verdict stands.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call because mystery calls in October
        why
        """),
    HelpTopic(
      "settled", or: ["not settled", "as told"],
      """
      The verdict is given as told: unsaid facts count as untouched for now. It is settled when \
      no answer that is still open can change it. Otherwise the screen names the verdicts that it \
      could still be, and the question that decides most.
      """,
      example: """
        action Phone to cancel
          effort to leave is a struggle
        judge
          the rest is untouched
        judge
        """),
    HelpTopic(
      "charter", or: ["charters"],
      forms: [
        .init("charter NAME", "begins a set of rules of your own")
      ],
      """
      A charter is a set of rules, with the facts that they read and the verdicts that scores \
      lead to. The charter "customer first" ships inside the program and is in force at the \
      start. `use` takes another, and `charter` begins one.
      """,
      example: """
        charter Our shop
          use customer first
        rule The door is open
          lens service
          weight 2
          for when way to tell us is built in
          because people come back to where they are heard
        """),
    HelpTopic(
      "lens", or: ["lenses"],
      """
      A lens is a family of rules that look at an action from one side. The charter "customer \
      first" has five: purpose, service, success, independence and partnership. Lenses sort rules \
      and never change a score.
      """,
      example: """
        rule The door is open
          lens service
          weight 2
          for when way to tell us is built in
          because people come back to where they are heard
        """),
    HelpTopic(
      "files", or: ["file"],
      """
      Files end in .advocate and hold the lines that are typed here, as plain text in UTF-8. Each \
      file stands for itself: its charter is "customer first" unless it says `use` or `charter`. \
      A file that another file names is looked for beside that other file.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
        save phone.advocate
        load phone.advocate
        """),
    HelpTopic(
      "keys", or: ["key", "keyboard"],
      forms: [
        .init("Tab", "what may come next; or the rest of it, where one thing fits"),
        .init("?", "the same as a list, behind a blank at the end of a line, with Enter"),
        .init("Right, End", "take the grey words that stand ahead, where there are any"),
        .init("Up, Down", "the lines typed before, to mend or to run again"),
        .init("Ctrl-R", "searches them; once more goes further back"),
        .init("Ctrl-A, Ctrl-E", "to the start or the end of the line; also Home, End"),
        .init("Alt-B, Alt-F", "a word back, a word on"),
        .init("Ctrl-W", "takes out the word before the cursor"),
        .init("Ctrl-K, Ctrl-U", "take out what follows the cursor, or the line"),
        .init("Ctrl-Y", "puts back what was taken out last"),
        .init("Ctrl-_", "takes the last edit of the line back"),
        .init("Ctrl-C", "drops the line, or gives up an answer that takes long; never the work"),
        .init("Ctrl-D", "leaves, on an empty line"),
        .init("Ctrl-L", "clears the screen and keeps the line"),
        .init("Ctrl-Z", "sets the program aside; fg brings it back"),
      ],
      """
      A line is complete when Enter is pressed: no line waits for a second one. Many lines can \
      be pasted at once, also with the prompts before them, as they were copied from a screen. \
      More than eight are read in silence, and what needs a look is shown at the end. \
      `plain on` does without colours and grey words.
      """),
    HelpTopic(
      "exit status", or: ["exit statuses", "status"],
      forms: [
        .init("0", "all is well"),
        .init("1", "an expectation, or a gate that was asked for, did not hold"),
        .init("2", "the command line could not be used, or a file could not be read"),
        .init("3", "some lines were left out; what could be judged was judged"),
      ],
      "When files are run from a command line, this number tells other programs how it went."),
    HelpTopic(
      "tables", or: ["table", "batch", "batches", "csv", "jsonl", "formats", "sarif", "junit"],
      forms: [
        .init("advocate judge plans.csv", "judges every row, and sums them up"),
        .init("advocate judge plans.csv -o out.csv", "writes a verdict for each row"),
        .init("advocate judge - --input csv", "reads standard input; also: jsonl, advocate"),
        .init("advocate judge plans.csv --fail-on against", "status 1 if one is, or is vetoed"),
        .init("advocate judge plans.csv --baseline out.csv", "status 1 if one came out worse"),
        .init("advocate judge --help", "all formats and gates"),
      ],
      """
      Outside the prompt, thousands of actions can come as a table. Files that end in `.csv` or \
      `.tsv` have a row for each action: one column is called `action`, the others are called as \
      facts are, and a blank cell says nothing. Columns whose names begin with `note` hold \
      remarks. Files that end in `.jsonl` have an object on each line. The ending of what `-o` \
      names decides what is written: `.csv`, `.json`, `.jsonl`, `.md`, `.sarif`, `.txt`, or `.xml` \
      for JUnit. A packed file is unpacked on the way in, as in: `zcat plans.csv.gz | advocate \
      judge - --input csv`
      """),
  ]
}
