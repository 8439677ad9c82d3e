public import AdvocateDiagnostics
public import AdvocateSyntax

/// One way that a line can read, beside a line that does.
public struct LineForm: Sendable, Equatable {
  /// The form, with words in capitals where names and values go.
  public let form: String
  /// A line that reads so.
  public let example: String
  /// Whether the overview shows it.
  let isMain: Bool

  init(_ form: String, _ example: String, main: Bool = false) {
    self.form = form
    self.example = example
    isMain = main
  }
}

/// The forms of all lines, by the subject that they belong to.
public enum LineForms {
  /// The kinds of subjects, in the order in which a newcomer meets them.
  public static let kinds: [SubjectKind] = [
    .action, .rule, .fact, .phrases, .charter, .expect, .ledger,
  ]

  /// The kind of subject that `typed` names.
  public static func find(_ typed: String) -> SubjectKind? {
    let word = typed.lowercased()
    return SubjectKind(rawValue: word) ?? kinds.first { "\($0.rawValue)s" == word }
  }

  /// The kind of subject that a misspelt word is near to.
  public static func nearest(to typed: String) -> String? {
    NearestName.find(typed, among: kinds.map(\.rawValue))
  }

  /// What `forms` shows: the lines that are used most, of every kind, on one screen.
  public static func overview(width: Int) -> [StyledText] {
    let lines = kinds.flatMap { kind in
      table(kind, forms(of: kind).filter(\.isMain), column: 42, width: width)
    }
    let remark = """
      `forms action`, `forms rule` and so on show all lines of one kind; ? at a line's end shows \
      what fits.
      """
    return lines + ReferenceLayout.paragraph(ReferenceLayout.marked(remark), width: width)
  }

  /// What `forms action` and the like show: every line of one kind.
  public static func lines(of kind: SubjectKind, width: Int) -> [StyledText] {
    let forms = forms(of: kind)
    var lines = table(kind, forms, column: 42, width: width)
    if let remark = remark(on: kind) {
      lines += ReferenceLayout.paragraph(ReferenceLayout.marked(remark), width: width)
    }
    return lines
  }

  private static func table(
    _ kind: SubjectKind, _ forms: [LineForm], column: Int, width: Int
  ) -> [StyledText] {
    var lines: [StyledText] = []
    let label = StyledText.bold(kind.rawValue)
    guard ReferenceLayout.isWide(width) else {
      lines.append(label)
      for form in forms {
        for (text, indent) in [(form.form, 2), (form.example, 4)] {
          lines += TextLayout.wrap(
            StyledText(text), width: width, first: ReferenceLayout.blanks(indent),
            indent: indent + 2)
        }
      }
      return lines
    }
    for (place, form) in forms.enumerated() {
      let head =
        place == 0
        ? ReferenceLayout.padded(label, to: ReferenceLayout.labelWidth)
        : ReferenceLayout.blanks(ReferenceLayout.labelWidth)
      lines += ReferenceLayout.row(
        head + StyledText(form.form), StyledText(form.example), column: column, width: width)
    }
    return lines
  }

  /// What the forms alone do not tell.
  private static func remark(on kind: SubjectKind) -> String? {
    switch kind {
    case .action:
      "Behind each value may stand \"because\" and how it is known. Facts: `list facts`."
    case .charter:
      """
      Facts, rules and phrases that follow belong to the charter in force. A reason for wanting \
      customers is served by a rule, a lens or a fact.
      """
    case .expect:
      "Verdicts are those of the charter, \"vetoed\", and \"silent\" where no rule speaks."
    case .fact: "A fact has one kind: one of the lines from `scale` to `counts`."
    case .ledger:
      """
      A date reads 2026-11-21, or: day 45. One ledger has dates or days, not both. `ledger` alone \
      shows the balance.
      """
    case .phrases: nil
    case .rule:
      """
      Each alternative gets a line of its own; "and" joins the tests in a line. In place of VALUE \
      a \
      FACT of the same kind may stand.
      """
    }
  }
}
