/// The topics of the commands.
extension HelpTopics {
  static let commands: [HelpTopic] = [
    HelpTopic(
      "judge",
      forms: [
        .init("judge", "the verdict on the action at hand"),
        .init("judge ACTION", "on another: its name, number, or a part that fits only one"),
        .init("judge all", "on every action so far"),
      ],
      """
      The verdict stands on one screen: the score, the rules that spoke with the lines that made \
      them speak, and what is still unknown. Nothing is changed by it.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        judge
        """),
    HelpTopic(
      "why",
      forms: [
        .init("why", "the rules that spoke, each with the values that it read"),
        .init("why all", "every rule, also those that said nothing"),
        .init("why RULE", "one rule, line by line, with yes or no"),
      ],
      """
      Every number of a verdict leads back to a rule and to a line that somebody said. Whoever \
      can read this screen can write a rule.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        why
        why Leaving is as easy as joining
        """),
    HelpTopic(
      "flip",
      forms: [
        .init("flip", "the smallest changes that lead to the next better verdict"),
        .init("flip to VERDICT", "the smallest that lead to this one"),
        .init("flip N", "says the lines of change N"),
        .init("flip more", "shows all that were found"),
        .init("flip ACTION", "the same for another action"),
      ],
      """
      What the plan touches already comes first, then what it would have to add. What you can do \
      comes before what you would have to show. A change of mind is never offered.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
          moves the job is harder
          the rest is untouched
        flip
        flip to for the customer
        """),
    HelpTopic(
      "what if",
      forms: [
        .init("what if FACT is VALUE", "the verdict on a copy, beside the verdict now"),
        .init("what if FACT is VALUE and FACT is VALUE", "the same with two changes"),
      ],
      """
      It shows only what would differ, and changes nothing. Afterwards `keep` makes the change, \
      and `drop` leaves it.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
        what if effort to leave is one step
        drop
        """),
    HelpTopic(
      "weigh",
      forms: [
        .init("weigh", "which rules turn the verdict, weighed otherwise, and where"),
        .init("weigh freely", "how many of all weightings whatsoever agree with the verdict"),
        .init("weigh RULE N", "another weight, from 1 to 5, and the verdicts it turns"),
      ],
      """
      A weight is an opinion, so it can be tried before it is changed. Afterwards `keep` makes \
      the change, and `drop` leaves it. In a file the line sets the weight.
      """,
      example: """
        action Phone to cancel
          effort to leave is a struggle
        weigh
        weigh freely
        weigh Leaving is as easy as joining 1
        drop
        """),
    HelpTopic(
      "keep",
      forms: [.init("keep", "makes the change that was tried last")],
      "It follows `what if` or `weigh`. Later, `undo` takes it back.",
      example: """
        action Phone to cancel
          effort to leave is a call
        what if effort to leave is one step
        keep
        """),
    HelpTopic(
      "drop",
      forms: [
        .init("drop", "leaves the change that was tried last"),
        .init("drop NAME", "takes out an action, a rule, or a fact of the action at hand"),
        .init("drop unread", "forgets the lines that could not be read"),
      ],
      "What is dropped is gone from the work and from the next save; `undo` brings it back.",
      example: """
        action Phone to cancel
          effort to leave is a call
        drop effort to leave
        undo
        """),
    HelpTopic(
      "copy",
      forms: [.init("copy ACTION as NAME", "a second version with the same lines")],
      "Change the copy with fact lines, and judge both: the first stays as it is.",
      example: """
        action Phone to cancel
          effort to leave is a call
        copy Phone to cancel as Cancel in one step
          effort to leave is one step
        judge all
        """),
    HelpTopic(
      "rename",
      forms: [.init("rename ACTION as NAME", "another name for an action")],
      "What is expected of the action goes along.",
      example: """
        action Phone to cancel
          effort to leave is a call
        rename Phone to cancel as Leave by phone
        """),
    HelpTopic(
      "transcript",
      forms: [
        .init("transcript FILE", "records what is typed and answered, from the next line on"),
        .init("transcript off", "ends the record"),
        .init("transcript", "says whether there is one"),
      ],
      """
      The typed lines stand in the file as they are, the answers between them as remarks, so \
      that `advocate FILE` runs the session again. Lines that were refused, and those that save or \
      leave, are remarks, too.
      """,
      example: """
        transcript meeting.advocate
        action Phone to cancel
          effort to leave is a call
        transcript off
        """),
    HelpTopic(
      "undo",
      forms: [.init("undo", "takes back the last line that had an effect, and says what changed")],
      """
      Typed again, it goes back further. A line that could not be read and is named by the verdict \
      counts, too. To come forward again there is `redo`.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
          effort to leave is a form
        undo
        """),
    HelpTopic(
      "recover",
      forms: [
        .init("recover", "brings back the work of a session that was ended from outside"),
        .init("recover N", "of several, the one of this number; recover all brings back each"),
        .init("recover drop", "forgets it; of several:  recover drop N"),
      ],
      """
      What is not saved is also kept in a private file, line by line. When the program is killed, \
      the window is closed or the power fails, that file stays, and the next start says so. \
      Nothing comes back by itself. Leaving with `quit` takes the file away.
      """,
      example: """
        recover
        """),
    HelpTopic(
      "redo",
      forms: [.init("redo", "makes the change again that undo took back")],
      "After a new change there is nothing left to make again.",
      example: """
        action Phone to cancel
          effort to leave is a call
        undo
        redo
        """),
    HelpTopic(
      "list",
      forms: [
        .init("list", "what there is, in short"),
        .init("list actions", "the actions, with numbers"),
        .init("list rules", "the rules of the charter, with numbers"),
        .init("list facts", "the facts, with what each may hold"),
        .init("list charter", "the charter in force: its verdicts and its lenses"),
      ],
      "A number or a part of a name will do wherever a whole name will, if it fits only one.",
      example: """
        list facts
        list rules
        """),
    HelpTopic(
      "show",
      forms: [
        .init("show", "the lines of the action at hand"),
        .init("show NAME", "the lines of an action, a rule or a fact"),
      ],
      "The lines stand as they are saved, and can be typed or pasted as they stand.",
      example: """
        show effort to leave
        show Leaving is as easy as joining
        """),
    HelpTopic(
      "save",
      forms: [
        .init("save FILE", "writes actions and changes to a file"),
        .init("save", "writes to the file of the last save or load"),
      ],
      """
      A saved file is plain text in the lines that are typed here. It is written beside the old \
      one and takes its place when it is whole; a file of another name is never replaced unasked.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
        save phone.advocate
        """),
    HelpTopic(
      "load",
      forms: [.init("load FILE", "runs the lines of a file, as if they were typed")],
      "What is there stays, and the file's lines are added to it.",
      example: """
        action Phone to cancel
          effort to leave is a call
        save phone.advocate
        load phone.advocate
        """),
    HelpTopic(
      "use",
      forms: [
        .init("use NAME", "a charter that ships inside the program: customer first"),
        .init("use FILE", "the charter of a file"),
      ],
      """
      The charter comes into force, and the lines of all actions are read again. Below a \
      `charter` line it is the start of a charter of one's own.
      """,
      example: """
        use customer first
        """),
    HelpTopic(
      "check",
      forms: [.init("check", "looks the charter in force over: its rules, lines and facts")],
      """
      It tells of lines that can never hold, rules that can never speak or say the same, facts, \
      levels and numbers that make no difference, and verdicts that no action can reach. Where a \
      case can show it, the case stands there as lines to type.
      """,
      example: """
        check
        """),
    HelpTopic(
      "clear",
      forms: [.init("clear", "empties the screen; nothing that was said is lost")],
      "Ctrl-L does the same in the middle of a line.",
      example: """
        clear
        """),
    HelpTopic(
      "explain",
      forms: [
        .init("explain NUMBER", "what a message means, with an example and its mended form"),
        .init("explain NAME", "the same by name, as in unknown-fact"),
      ],
      "The number stands in the message.",
      example: """
        explain 20
        explain unknown-fact
        """),
    HelpTopic(
      "forms",
      forms: [
        .init("forms", "the kinds of lines, each beside an example that runs"),
        .init("forms KIND", "all lines of one kind: action, rule, fact, charter, ..."),
      ],
      "Words in capitals stand for names and values; the others are typed as they stand.",
      example: """
        forms
        forms rule
        """),
    HelpTopic(
      "help",
      forms: [
        .init("help", "the words for what one may want"),
        .init("help TOPIC", "a command or an idea, with an example that runs"),
      ],
      "A nearly right topic is offered, never guessed.",
      example: """
        help judge
        help veto
        """),
    HelpTopic(
      "plain",
      forms: [
        .init("plain on", "no colours while a line is typed, no suggestions, lists as plain text"),
        .init("plain off", "brings them back"),
      ],
      "For screen readers and slow lines. What is answered stays the same, word for word.",
      example: """
        plain on
        plain off
        """),
    HelpTopic(
      "quit", or: ["exit", "leave"],
      forms: [.init("quit", "leaves; work that is not saved is offered for saving first")],
      """
      Ctrl-D on an empty line does the same. It asks once: yes, another file name, no, or stay. \
      Ctrl-D once more leaves the work for the next start, where `recover` brings it back.
      """,
      example: """
        quit
        """),
  ]
}
