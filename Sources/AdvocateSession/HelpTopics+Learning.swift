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
        """)
  ]
}
