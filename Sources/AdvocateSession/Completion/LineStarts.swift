import AdvocateSyntax

/// The forms of lines by the words that they begin with, from the tables of `forms` and `help`.
enum LineStarts {
  /// The words that begin commands, with the one that stands for another.
  static let commands = Set(LineParser.commandWords + ["exit"])

  /// The forms of the line that sets a subject.
  static func subject(_ kind: SubjectKind) -> [LinePattern] { subjects[kind] ?? [] }

  /// The forms of the lines below a subject of `kind` that begin with words of the language.
  static func inner(_ kind: SubjectKind?) -> [LinePattern] { kind.flatMap { inners[$0] } ?? [] }

  /// The forms of a command.
  static func command(_ word: String) -> [LinePattern] { commandForms[word] ?? [] }

  /// The line that says that nothing else changes.
  static let rest = [LinePattern("the rest is untouched", "the action changes nothing else")]

  /// Whether `word` alone begins a line below a subject of `kind`.
  static func isWhole(_ word: String, _ kind: SubjectKind?) -> Bool {
    commands.contains(word) || SubjectKind(rawValue: word) != nil
      || inner(kind).contains { $0.start.first == word && $0.start.count == 1 }
  }

  private static let subjects = Dictionary(
    uniqueKeysWithValues: SubjectKind.allCases.map { kind in
      (kind, LineForms.forms(of: kind).prefix(1).map(pattern))
    })

  private static let inners = Dictionary(
    uniqueKeysWithValues: SubjectKind.allCases.map { kind in
      let forms = LineForms.forms(of: kind).dropFirst().map(pattern)
      return (
        kind,
        forms.filter { form in
          guard let first = form.start.first else { return false }
          return !commands.contains(first) && first != "the"
            && (kind != .action || first != Keyword.group)
        }
      )
    })

  private static let commandForms = Dictionary(
    uniqueKeysWithValues: commands.map { word in
      let forms = HelpTopics.find(word)?.forms ?? []
      let own = forms.map { LinePattern($0.form, $0.gloss) }.filter { $0.start.first == word }
      return (word, own)
    })

  private static func pattern(_ form: LineForm) -> LinePattern {
    LinePattern(form.form, "as in: \(form.example)")
  }

  // MARK: - Offered at a line's start

  /// The commands in the order in which they are offered: the everyday ones first.
  static let offeredCommands: [String] = {
    let everyday = [
      "ask", "judge", "why", "flip", "what if", "compare", "rank", "weigh", "list", "show", "load",
      "save", "undo", "help", "forms", "lesson",
    ]
    let all = LineParser.commandWords
    return everyday.filter(all.contains) + all.filter { !everyday.contains($0) }
  }()

  /// The words that begin subjects, in the order in which a newcomer meets them.
  static let offeredSubjects = LineForms.kinds.map(\.rawValue)
}
