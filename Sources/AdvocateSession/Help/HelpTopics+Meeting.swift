/// What `help` says about meetings.
extension HelpTopics {
  static let meeting: [HelpTopic] = [
    HelpTopic(
      "room", or: ["workshop", "meeting", "facilitator"],
      forms: [
        .init("room", "opens the room: one keyboard, one screen, many people"),
        .init("room plan 45", "one case, three polls, one change, one line to keep"),
        .init("room plan 90", "three lessons, then two cases of the room's own"),
        .init("room off", "leaves it; room goes on with it"),
        .init("room new", "begins another"),
      ],
      """
      In a room no verdict and no number is told before `reveal`; a command that would tell one \
      says so. Screens hold 18 lines of 72 columns, and what is longer waits for Enter. The words \
      of the room: `poll`, `votes`, `revote`, `reveal`, `challenge`, `roles`, `dissent`, \
      `premortem`, `owner`, `checkpoint`, `back to`, `replay`, `next`, `minutes`, `blank`, \
      `bigger pause`. Each has its help, as in: help poll
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        room
        """),
    HelpTopic(
      "poll", or: ["poll do", "poll off"],
      forms: [
        .init("poll", "what will the charter say of the plan at hand? it has an answer"),
        .init("poll do", "what would you do? no answer is right or wrong"),
        .init("poll do ONE / OTHER", "the same with the room's own answers"),
        .init("poll off", "drops the question"),
      ],
      """
      A word of the room. Vote alone, hands up, and type the hands with `votes`. After \
      `what if` the question is about the change that is tried. The first question about a \
      verdict locks the weights.
      """),
    HelpTopic(
      "votes", or: ["revote", "hands"],
      forms: [
        .init("votes 4 9 2", "the hands for A, for B, for C"),
        .init("votes A 4 C 9", "the same by letters"),
        .init("revote", "asks once more after the talk; the next votes stand beside the first"),
      ],
      """
      A word of the room. Where the most frequent answer has 35 to 70 in 100 of the hands, two \
      minutes in pairs help most; under that a smaller case, above it the verdict. Which answer is \
      right is never told before `reveal`.
      """),
    HelpTopic(
      "reveal", or: ["held"],
      forms: [
        .init("reveal", "what the charter says, beside the hands"),
        .init("reveal ACTION", "the same of another plan"),
      ],
      """
      A word of the room. From then on `judge`, `why`, `flip` and `look chair` work for that plan, \
      until one of its facts or a weight changes. After `poll do` it sets the room beside the \
      charter, and asks what must give way: a fact, a weight, or the mind.
      """),
    HelpTopic(
      "challenge", or: ["accept", "drop because", "lock weights", "unlock weights", "lock"],
      forms: [
        .init("challenge RULE is N", "would it be right at another weight? hands decide"),
        .init("challenge RULE", "what it weighs, and why"),
        .init("accept because TEXT", "takes the weight, where more than half want it"),
        .init("drop because TEXT", "leaves it as it is"),
        .init("lock weights", "nobody changes one; the first poll does that, too"),
        .init("unlock weights", "they may change again, once no question is open"),
      ],
      """
      A word of the room. The change is tried on a copy, and the plans that it turns are listed, \
      as far as they were revealed. What the room decides is written into the rule as a `note`, \
      with the hands and the reason and without names, so that it is saved with the charter.
      """,
      example: """
        challenge Leaving is as easy as joining is 3
        """),
    HelpTopic(
      "roles", or: ["dissent", "voices"],
      forms: [
        .init("roles", "five people to speak as, each with a question"),
        .init("dissent", "written objections before anyone speaks, one a line"),
        .init("premortem", "a year on they have moved on: one reason each"),
      ],
      """
      Words of the room. `back` takes the last line out, `stop` or an empty line ends what is \
      written down; all of it goes into the minutes, without names. Whoever is highest \
      in rank votes last. `look chair` speaks the verdict as a \
      customer, once it was revealed.
      """),
    HelpTopic(
      "checkpoint", or: ["back to", "replay"],
      forms: [
        .init("checkpoint NAME", "marks how things stand"),
        .init("back to NAME", "goes back there; votes and objections stay"),
        .init("replay FILE", "plays a prepared file: Enter takes the next line"),
        .init("replay again", "from its first line; replay off stops it"),
      ],
      """
      Words of the room. Between two prepared lines the room may say lines of its own. In a pipe \
      nobody presses Enter, so all lines come at once. A prepared file may hold words of the room, \
      too.
      """),
    HelpTopic(
      "next", or: ["plans of a room"],
      forms: [
        .init("room plan 45", "shows the program, with its minutes"),
        .init("next", "the next step: what to do, how long, what to type"),
        .init("room plan", "where the room stands"),
      ],
      "A word of the room. The minutes are told, and not measured: whoever leads looks at a clock."
    ),
    HelpTopic(
      "minutes", or: ["owner"],
      forms: [
        .init("minutes", "facts, votes, rules, open questions, objections, challenges"),
        .init("minutes FILE", "writes them as Markdown"),
        .init("minutes review DATE", "when to look again: 2027-03-01, or in 6 weeks"),
        .init("owner", "the open questions, with numbers"),
        .init("owner N is WHO", "who takes one along, by a role or any word"),
      ],
      """
      Words of the room. A verdict that was not revealed does not stand in the minutes. `quit` and \
      `room new` say so where no file holds what the meeting came to.
      """),
    HelpTopic(
      "blank", or: ["bigger pause", "smaller pause"],
      forms: [
        .init("blank", "hides the screen; Enter shows it again"),
        .init("bigger pause", "each line waits for Enter"),
        .init("smaller pause", "answers come page by page again"),
      ],
      "Words of the room, for when all should look up."),
  ]
}
