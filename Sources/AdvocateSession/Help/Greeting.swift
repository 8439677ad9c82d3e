public import AdvocateCharter
public import AdvocateDiagnostics

/// The lines before the first prompt.
public enum Greeting {
  /// What this is and three ways to begin, at the first start ever; one line at later ones.
  public static func lines(isFirst: Bool, charter: Charter, width: Int) -> [StyledText] {
    guard isFirst else {
      let rules = charter.rules.count { $0.isUsed }
      return TextLayout.wrap(
        """
        \(bold: "Advocate"), charter \(charter.name): \(rules) rules. help shows the way, quit \
        leaves.
        """,
        width: width)
    }
    var lines = TextLayout.wrap(
      "\(bold: "Advocate") speaks for the people who are not in the room: your customers.",
      width: width)
    lines += TextLayout.wrap(
      "You say what you plan to do; it says what that does to them, and why.", width: width)
    lines += TextLayout.wrap("Three ways to begin:", width: width)
    let ways = [
      ("ask", "it asks, you choose an answer: a few minutes"),
      ("action Phone to cancel", "describe a plan yourself, one line at a time"),
      ("tour", "see it on an example first: two minutes"),
    ]
    for (typed, meaning) in ways {
      if width >= 72 {
        let first = TextLayout.pad("  " + StyledText.bold(typed), to: 27)
        lines += TextLayout.wrap(StyledText(meaning), width: width, first: first, indent: 27)
      } else {
        lines += TextLayout.wrap("\(bold: typed): \(meaning)", width: width, first: "  ", indent: 4)
      }
    }
    return lines
  }
}
