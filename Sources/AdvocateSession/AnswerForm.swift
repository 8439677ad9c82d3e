import AdvocateSyntax

extension Session {
  /// `line` with a form behind it in which it is to be answered, where its answer can have one and
  /// the line names none.
  ///
  /// - Parameters:
  ///   - line: the line, as it would be typed.
  ///   - form: the form: `text`, `json` or `markdown`.
  public static func line(_ line: String, inForm form: String) -> String {
    guard
      case .success(.command(let word, let argument)) = LineParser.read(line, subject: nil).result,
      AnswerForm.ends(word, argument), AnswerForm.parted(argument).rest == argument
    else { return line }
    return "\(line) as \(form)"
  }
}

/// How an answer is told.
enum AnswerForm: String, CaseIterable {
  /// A screen for people.
  case text
  /// One JSON document.
  case json
  /// Markdown, for minutes and pages.
  case markdown

  /// The commands that end in `as json`, `as markdown` or `as text` where another form is wanted.
  static let commands: Set<String> = [
    "check", "compare", "difference", "flip", "journal", "judge", "ledger", "lesson", "lifetime",
    "look", "mirror", "precedents", "predict", "purpose", "quiz", "rank", "review", "twins",
    "weigh", "why",
  ]

  /// Whether the form may stand behind `argument`, and is no part of a text.
  static func ends(_ word: String, _ argument: Phrase?) -> Bool {
    let first = argument?.text.split(separator: " ").first?.lowercased() ?? ""
    switch word {
    case "journal": return ["as", "list", "replay", "report", "show"].contains(first)
    case "review": return ["as", "due", "list"].contains(first)
    default: return commands.contains(word)
    }
  }

  /// `argument` parted from the form at its end.
  static func parted(_ argument: Phrase?) -> (rest: Phrase?, form: AnswerForm) {
    guard let argument else { return (nil, .text) }
    let words = argument.text.split(separator: " ")
    guard words.count >= 2, words[words.count - 2].lowercased() == "as",
      let form = AnswerForm(rawValue: words[words.count - 1].lowercased())
    else { return (argument, .text) }
    let rest = words.dropLast(2).joined(separator: " ")
    return (rest.isEmpty ? nil : Phrase(rest, argument.span), form)
  }
}
