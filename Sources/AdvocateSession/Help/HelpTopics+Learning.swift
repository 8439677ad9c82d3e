/// What `help` says about the commands that teach.
extension HelpTopics {
  static let learning: [HelpTopic] = [
    HelpTopic(
      "predict", or: ["prediction", "calibration", "brier score"],
      forms: [
        .init("predict VERDICT sure N", "what the verdict will be, and from 50 to 99 how sure"),
        .init("predict VERDICT", "the same, revealed but not counted"),
        .init("predict", "how sure you were, beside how often it came true"),
      ],
      """
      Whoever commits before the verdict is told learns more from it. `judge` reveals what was \
      predicted, and so does any other line that tells the verdict; a change to the plan before \
      that takes it back. A plan that is not settled counts by its verdict as told. The Brier \
      score is the distance between how sure you were and what came, as a fraction, times itself: \
      70 sure and true is 0.3 times 0.3, so 0.09; 70 sure and wrong is 0.7 times 0.7, so 0.49. \
      0 is best. What is revealed at the prompt is kept in a private file beside the history; \
      from files and pipes nothing is kept.
      """,
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        predict mixed sure 70
        judge
        predict
        """),
    HelpTopic(
      "twins", or: ["borderline", "seed"],
      forms: [
        .init("twins RULE", "two short cases that this rule alone sets apart"),
        .init("twins RULE seed N", "the same two every time"),
        .init("twins", "the same by a rule that the seed chooses"),
      ],
      """
      Twins differ in one line and get different verdicts; without the rule both would get the \
      same. Their lines can be typed or pasted as they stand. A seed is a number that stands for \
      a choice: the same one gives the same twins, on any machine. Where none is said the next \
      one is taken, from 1.
      """,
      example: """
        twins Leaving is as easy as joining seed 3
        """),
    HelpTopic(
      "quiz",
      forms: [
        .init("quiz", "five rounds of twins: which is worse, or what verdict each gets"),
        .init("quiz N seed N", "so many rounds, and the same ones every time"),
        .init("quiz N seed N as markdown", "the questions on paper, with the answers at the end"),
        .init("stop", "leaves the quiz"),
      ],
      """
      Answers are numbers; an empty line passes. After each answer stand both verdicts, the rule \
      that sets the two apart and its reason, and at the end how many were right. Whoever leads a \
      workshop prints the rounds, and asks the same ones at the prompt.
      """,
      example: """
        quiz 3 seed 7
        """),
  ]
}
