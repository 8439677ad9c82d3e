import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// A question mark at a line's end, and the words that choose how lines are shown.
extension Session {
  /// The most things that one answer lists.
  private static let mostItems = 40

  /// What may be answered to the question that is open; nil where none is.
  var answers: (headline: String?, items: [CompletionItem])? {
    if question == nil, let interview { return answers(to: interview) }
    return switch question {
    case .leaving(let file)?:
      (
        "Save before leaving?",
        [
          CompletionItem(insertion: "yes", summary: "saves as \(file), and leaves"),
          CompletionItem(insertion: "no", summary: "leaves without saving"),
          CompletionItem(insertion: "stay", summary: "goes on as before"),
        ]
      )
    case .quiz(let quiz)?: answers(to: quiz)
    case .journal(let interview)?: Self.answers(to: interview)
    case .review(let interview)?: Self.answers(to: interview)
    case .naming?, .purpose?, nil: nil
    }
  }

  private func answers(to quiz: Quiz) -> (headline: String?, items: [CompletionItem]) {
    let stop = CompletionItem(insertion: "stop", summary: "leaves the quiz")
    guard quiz.current?.asksVerdicts == false else {
      return ("Two numbers, that of case 1 first, as in: 2 1", [stop])
    }
    return (
      "Which is worse for the customer?",
      [
        CompletionItem(insertion: "1", summary: "case 1"),
        CompletionItem(insertion: "2", summary: "case 2"), stop,
      ]
    )
  }

  private func answers(
    to interview: Interview
  ) -> (headline: String?, items: [CompletionItem]) {
    let words = [
      CompletionItem(insertion: "back", summary: "takes the last answer back"),
      CompletionItem(insertion: "why this question", summary: "what hangs on it"),
      CompletionItem(insertion: "stop", summary: "no more questions"),
    ]
    guard let place = interview.fact else {
      let items = [
        CompletionItem(insertion: "no", summary: "the rest is untouched"),
        CompletionItem(insertion: "yes", summary: "the other questions follow"),
      ]
      return (nil, items + words)
    }
    let fact = workspace.charter.facts[place]
    let levels = fact.levels.enumerated().map { level, name in
      CompletionItem(insertion: name, summary: fact.meanings[level] ?? "")
    }
    let untouched = CompletionItem(
      insertion: "untouched", summary: "the action does not change it")
    return (fact.question, levels + [untouched] + words)
  }

  /// What stands before the question mark of a line that asks; nil for any other line.
  ///
  /// In free text a question mark is text.
  func asked(_ text: String) -> String? {
    // Most lines are no questions, which is cheap to see.
    guard text.utf8.last(where: { $0 != 32 && $0 != 9 }) == UInt8(ascii: "?"),
      HarmlessText.firstHarmful(in: text) == nil
    else { return nil }
    let words = LineParser.words(of: text)
    guard let mark = LineQuestion.trailing(words) else { return nil }
    let before = Completer.piece(text, 0, mark.start)
    if words.count == 1 { return before }
    // Lines that wait for another are taken as they are.
    guard question == nil, interview == nil, workspace.waiting == nil else { return nil }
    if LineQuestion.mark(in: words, subject: workspace.subjectKind) != nil { return before }
    guard workspace.subjectKind == .action, words[0].text.hasPrefix("#") == false else {
      return nil
    }
    let outline = LineOutliner.outline(of: before, in: workspace)
    return outline.pieces.contains { $0.role == .text } ? nil : before
  }

  /// Shows what may stand at the end of `typed`, which the next line then begins with.
  mutating func answerWhatMayStand(_ typed: String, _ response: inout Response) {
    var typed = String(typed.drop { $0 == " " || $0 == "\t" })
    let completer = Completer(self)
    var offer = completer.offer(typed)
    // "to le ?" asks about a word that is half typed.
    let shorter = typed.trimmingBlanks
    if offer.items.isEmpty, shorter != typed {
      let other = completer.offer(shorter)
      let last = shorter.suffix(other.replacedCharacters).lowercased()
      if other.items.contains(where: { $0.insertion.trimmingBlanks.lowercased() != last }) {
        (offer, typed) = (other, shorter)
      }
    }
    response.beginning = typed
    if let headline = offer.headline { response.say(StyledText(headline), width: width) }
    guard !offer.items.isEmpty else {
      if offer.headline == nil { response.say(nothingToAdd(typed), width: width) }
      return
    }
    let names = offer.items.prefix(Self.mostItems).enumerated().map { place, item in
      let number = place < offer.levels ? "\(place + 1) " : ""
      return number + item.insertion.trimmingBlanks
    }
    let widest = names.map { TextWidth.of($0) }.max() ?? 0
    let column = min(widest + 5, max(width / 2, 12))
    for (name, item) in zip(names, offer.items) {
      let row = ReferenceLayout.row(
        ReferenceLayout.blanks(2) + .bold(name), StyledText(item.summary), column: column,
        width: width)
      response.show(row)
    }
    if offer.items.count > Self.mostItems {
      response.say("  and \(offer.items.count - Self.mostItems) more", width: width)
    }
  }

  private func nothingToAdd(_ typed: String) -> StyledText {
    if case .success = LineParser.read(typed, subject: workspace.subjectKind).result {
      return "Nothing has to follow: Enter takes the line as it stands."
    }
    return "Nothing that is known may stand here. \(bold: "forms") shows every kind of line."
  }

  /// Answers `plain on` and `plain off`.
  mutating func plain(_ argument: String?, _ response: inout Response) {
    switch argument?.lowercased() {
    case "on":
      response.plain = true
      response.say(
        """
        Plain: no colours while typing, no suggestions, lists as plain text. \
        \(bold: "plain off") brings them back.
        """, width: width)
    case "off":
      response.plain = false
      response.say(
        "Colours, suggestions and lists are back. \(bold: "plain on") does without.", width: width)
    default:
      response.say(
        "\(bold: "plain on") shows lines without colours, \(bold: "plain off") with them.",
        width: width)
    }
  }
}
