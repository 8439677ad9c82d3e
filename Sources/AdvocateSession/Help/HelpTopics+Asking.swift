/// The topics of the commands that lead a person.
extension HelpTopics {
  static let asking: [HelpTopic] = [
    HelpTopic(
      "ask", or: ["interview", "questions", "answer"],
      forms: [
        .init("ask", "questions about the action at hand, the most decisive first"),
        .init("ask ACTION", "about another; a new name begins an action"),
        .init("2", "the answer of that number; its word will do, too"),
        .init("2, 4", "several answers, where several can hold"),
        .init("2 to 4", "a stretch: somewhere from the one to the other"),
        .init("roughly 250k", "a number, give or take; 10 to 20 is from 10 to 20"),
        .init("4 because EVIDENCE", "with how it is known"),
        .init("Enter", "not known: it stays open, and comes back only if it decides"),
        .init("u", "untouched: the plan does not change it; 0 does the same"),
        .init("back", "takes the last answer back and asks again"),
        .init("why this question", "the rules that wait for it, and where each answer could lead"),
        .init("stop", "ends the questions; ask goes on with them later"),
      ],
      """
      Each answer becomes a line of the action, as if it were typed: `undo` takes it back and \
      `save` writes it. Questions end by themselves as soon as no answer can change the verdict. \
      Other lines and commands may be typed between answers. In a file or a pipe the lines below \
      `ask` answer in the same way, and a line that sets another subject ends the questions.
      """,
      example: """
        action Phone to cancel
          effort to leave is a call
        ask
        """),
    HelpTopic(
      "lesson", or: ["lessons", "course", "learn"],
      forms: [
        .init("lesson", "the lessons there are, and how far you are"),
        .init("lesson 3", "begins that one, or goes on where it was left"),
        .init("lesson 3 again", "begins it anew"),
        .init("lesson FILE", "a lesson of somebody else's"),
        .init("lesson report", "what was done so far; as markdown for minutes"),
        .init("hint", "in a lesson: where to look, then what kind of line, then the line"),
        .init("skip", "in a lesson: shows the answer, and why"),
        .init("play", "in a lesson: a copy to try things on; back returns"),
        .init("take", "after a plan of your own: puts it among your own work"),
        .init("stop", "leaves the lesson and keeps the place"),
      ],
      """
      A lesson tells a little, asks for a guess and how sure you are, and has you type what shows \
      whether it was right. It tests what your lines do, however they are spelt, and goes on with \
      Enter only. Your own work is not touched.
      """,
      example: """
        lesson
        """),
    HelpTopic(
      "tour",
      forms: [
        .init("tour", "two minutes with an example: what is said, judged and changed"),
        .init("Enter", "takes the line that is prepared; any other line works, too"),
        .init("stop", "leaves the tour"),
      ],
      """
      The tour has its own example. Nothing of the work at hand is touched, and at the end the \
      example is gone unless it is kept.
      """,
      example: """
        tour
        """),
  ]
}
