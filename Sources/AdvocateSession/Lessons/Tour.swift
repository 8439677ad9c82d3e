import AdvocateDiagnostics

/// The first-run tour: an example plan, and a line to type at each step.
struct Tour {
  /// One step: what is told, and the line that is prepared.
  struct Step {
    /// What is told before the line.
    let text: StyledText
    /// The line that Enter takes.
    let line: String
    /// The beginnings of lines that do the same, in lower case.
    let beginnings: [String]

    init(_ text: StyledText, _ line: String, or beginnings: String...) {
      self.text = text
      self.line = line
      self.beginnings = beginnings
    }

    /// Whether `typed` does what the step is about.
    func isDone(by typed: String) -> Bool {
      let folded = typed.lowercased()
      return folded == line.lowercased() || beginnings.contains { folded.hasPrefix($0) }
    }
  }

  /// The plan of the example.
  static let example = "Phone to cancel"

  /// What is known of it when the tour begins.
  static let exampleLines = [
    "action Phone to cancel",
    "job is stop paying for something no longer used",
    "effort to join is one step",
    "moves the job is harder",
    "would show customer is reluctantly",
  ]

  /// The step at hand, from 0.
  var step = 0

  /// The step at hand; nil at the end, where the example is kept or left.
  var current: Step? { Self.steps.indices.contains(step) ? Self.steps[step] : nil }

  static let steps: [Step] = [
    Step(
      """
      A plan is told in plain lines, one for each thing that is true of it. Of this one four are \
      said: people join it in one step. To leave it they have to phone, which is the fifth line. \
      Enter takes it.
      """, "effort to leave is a call", or: "effort to leave is", "effort to leave ="),
    Step(
      """
      It is taken: the count in the prompt is the receipt. What nobody says is unknown, never a \
      no. This plan changes nothing else, and that can be said, too.
      """, "the rest is untouched"),
    Step(
      "That is enough for a verdict, and judge tells it.", "judge", or: "judge"),
    Step(
      """
      Read it from the top: the verdict, how sure it is, why, and what would turn it. Each rule \
      names the lines that made it speak, and the points add up to the score. One level deeper \
      stands the rule itself.
      """, "why Leaving is as easy as joining", or: "why"),
    Step(
      """
      Whoever reads this can argue with it: with a fact, a line or a weight. Now try a change \
      before you make it. Nothing is changed by what if; afterwards keep makes the change, and \
      drop leaves it.
      """, "what if effort to leave is one step", or: "what if"),
    Step(
      "flip looks by itself for the smallest changes that lead to a better verdict.", "flip",
      or: "flip"),
  ]

  /// How to go on with a plan of one's own.
  static let ending: StyledText = """
    That is all there is to it: say, judge, ask why, change. For your own plan type \
    \(bold: "ask"), and it asks one question after the other; or \(bold: "action") and a name, and \
    describe it yourself. \(bold: "lesson 1") goes on in ten minutes, \(bold: "help") shows the \
    rest.
    """
}
