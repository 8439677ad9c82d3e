public import AdvocateDiagnostics

/// The question mark at a line's end that asks what may stand in its place.
///
/// In free text a question mark is text: in remarks, reasons, evidence and questions, once a word
/// of them stands there.
public enum LineQuestion {
  /// The words behind which the rest of a line is free text, below a subject of the kind `subject`.
  private static func textForms(_ subject: SubjectKind?) -> [[String]] {
    switch subject {
    case .action: [["note"]]
    case .charter, .expect, .ledger: [["note"]]
    case .fact: [["note"], ["asks"], ["means"]]
    case .phrases: [["note"], ["because"], ["says"]]
    case .rule: [["note"], ["because"], ["source"]]
    case nil: []
    }
  }

  /// Where the question mark of a line stands that asks; nil for any other line.
  ///
  /// Lines about facts whose value is free text cannot be told from others by their words, so
  /// question marks behind `is` are left to those who know the facts.
  public static func mark(in words: [Word], subject: SubjectKind?) -> SourceSpan? {
    guard let span = trailing(words) else { return nil }
    let before = words.dropLast()
    guard let first = before.first else { return span }
    if first.text.hasPrefix("#") { return nil }
    for form in textForms(subject)
    where before.count > form.count && before.prefix(form.count).map(\.key) == form {
      return nil
    }
    let isFactLine = subject == .action && !Keyword.startsAnotherLine(first.key)
    if isFactLine, before.contains(where: { $0.isCopula || $0.endsInColon }) { return nil }
    return span
  }

  /// Where the question mark stands that is the last word of a line; nil where none is.
  public static func trailing(_ words: [Word]) -> SourceSpan? {
    words.last.flatMap { $0.text == "?" ? $0.span : nil }
  }
}
