public import AdvocateDiagnostics

extension SyntaxError {
  /// The kind of finding.
  public var id: DiagnosticID {
    switch self {
    case .badEncoding: DiagnosticID(1, "encoding")
    case .harmfulCharacter: DiagnosticID(2, "hidden-character")
    case .lineTooLong: DiagnosticID(3, "line-too-long")
    case .unknownLine: DiagnosticID(4, "unknown-line")
    case .missingName: DiagnosticID(5, "missing-name")
    case .reservedWord: DiagnosticID(6, "reserved-word")
    case .misplaced: DiagnosticID(7, "misplaced-line")
    case .factWithoutAction: DiagnosticID(8, "fact-without-action")
    case .alternative: DiagnosticID(9, "or-in-line")
    case .testWithoutRelation: DiagnosticID(10, "missing-is")
    case .missingAfter: DiagnosticID(11, "missing-part")
    case .betweenWithoutEnd: DiagnosticID(12, "between-without-end")
    case .twoStatements: DiagnosticID(13, "two-on-one-line")
    case .comparisonInStatement: DiagnosticID(14, "comparison-in-action")
    case .form: DiagnosticID(15, "line-form")
    case .badLevels: DiagnosticID(16, "levels")
    case .badExpression: DiagnosticID(17, "expression")
    case .notInThisEdition: DiagnosticID(18, "not-in-this-edition")
    case .asking: DiagnosticID(19, "question-in-file")
    case .groupLine: DiagnosticID(79, "group-line")
    }
  }

  /// The smallest part of the line that is meant; nil for the whole line.
  public var span: SourceSpan? {
    switch self {
    case .badEncoding(let span), .harmfulCharacter(_, let span), .missingName(_, let span),
      .alternative(let span, _), .missingAfter(_, let span), .twoStatements(let span, _),
      .comparisonInStatement(_, let span), .form(_, let span), .badExpression(_, let span),
      .asking(let span), .groupLine(_, let span):
      span
    case .reservedWord(let word, let name): Self.span(of: word, in: name)
    case .unknownLine(let phrase, _), .notInThisEdition(let phrase), .misplaced(let phrase, _, _),
      .factWithoutAction(let phrase, _), .testWithoutRelation(let phrase),
      .betweenWithoutEnd(let phrase), .badLevels(_, let phrase):
      phrase.span
    case .lineTooLong: nil
    }
  }

  /// The bytes of `word` alone, where `name` stands in its line as it stands here.
  private static func span(of word: String, in name: Phrase) -> SourceSpan {
    guard name.text.utf8.count == name.span.length else { return name.span }
    let (wanted, text) = (Array(" \(word) ".utf8), Array(" \(name.text.lowercased()) ".utf8))
    guard text.count == name.span.length + 2, wanted.count <= text.count else { return name.span }
    for start in 0...(text.count - wanted.count)
    where text[start..<(start + wanted.count)].elementsEqual(wanted) {
      return SourceSpan(name.span.start + start, name.span.start + start + word.utf8.count)
    }
    return name.span
  }

  /// The finding on `line`, which meets `fate`.
  public func diagnostic(on line: SourceLine, fate: LineFate) -> Diagnostic {
    var sentences = [what(fate)]
    sentences.append(fate.sentence)
    if let cure { sentences.append(cure) }
    return Diagnostic(
      id: id, severity: .error, line: line, span: span, sentences: sentences,
      suggestions: suggestions, replacement: replacement(of: line))
  }

  /// The lines that `line` was certainly meant to be.
  private func replacement(of line: SourceLine) -> [String] {
    switch self {
    case .unknownLine(let word, let near?) where NearestName.isSlip(word.text, for: near):
      line.replacing(word.span, by: near).map { [$0] } ?? []
    case .twoStatements(_, let lines): lines
    default: []
    }
  }

  /// What stands there, and what was expected.
  private func what(_ fate: LineFate) -> StyledText {
    switch self {
    case .badEncoding: "This line holds bytes that are not text in UTF-8."
    case .harmfulCharacter(let code, _):
      "This line holds \(code), a character that cannot be seen and could mislead."
    case .lineTooLong(let bytes):
      "This line has \(bytes) bytes; a line may have \(LineText.longestLine)."
    case .unknownLine(let word, let near?) where near == word.text.lowercased():
      "\"\(word.text)\" alone starts no line. These words do:  \(bold: Self.starts(near))"
    case .unknownLine(let word, let near?):
      "No line here starts with \"\(word.text)\". It is near \(bold: near)."
    case .unknownLine(let word, nil):
      "No line here starts with \"\(word.text)\"."
    case .notInThisEdition(let word):
      "This edition has no \(bold: word.text.lowercased()); the word is kept for it."
    case .missingName(let keyword, _): "A name is missing after \(bold: keyword)."
    case .reservedWord(let word, _): reserved(word)
    case .misplaced(let word, let owners, let current): misplaced(word, owners, current)
    case .factWithoutAction(_, nil): "This line has no action to belong to."
    case .factWithoutAction(_, let current?):
      "This line describes an action, but it stands below \(article(current))."
    case .alternative: "\"or\" is not used inside a line: with \"and\" it can be heard two ways."
    case .testWithoutRelation(let phrase):
      "In \"\(phrase.text)\" no word compares: a test reads FACT is VALUE."
    case .missingAfter(let words, _): "Something is missing after \"\(words)\"."
    case .betweenWithoutEnd: "A range has two ends: between (low) and (high)."
    case .twoStatements: "One line says one thing: \"and\" and \"or\" join nothing here."
    case .comparisonInStatement(let words, _):
      "\"\(words)\" compares; a line inside an action says what is so."
    case .form(let form, _) where form == form.lowercased():
      "A line that starts like this reads, word for word:  \(bold: form)"
    case .form(let form, _): "A line that starts like this reads:  \(bold: form)"
    case .badLevels(let problem, let phrase): levels(problem, phrase)
    case .badExpression(let problem, _): expression(problem)
    case .asking: "A \(bold: "?") at a line's end asks what may stand there, at the prompt only."
    case .groupLine(let problem, _): group(problem)
    }
  }

  /// The starts of lines, of any subject, that begin with `word` and go on.
  private static func starts(_ word: String) -> String {
    let forms = SubjectKind.allCases.flatMap(LineParser.innerForms) + LineParser.commandWords
    return forms.filter { $0.hasPrefix(word + " ") }.joined(separator: ", ")
  }

  private func reserved(_ word: String) -> StyledText {
    switch word {
    case "and": "\"and\" joins tests, so a name cannot hold it."
    case "or": "\"or\" is kept out of lines, so a name cannot hold it."
    case "because": "\"because\" begins a reason, so a name cannot hold it."
    default: "\"\(word)\" parts the pieces of a line, so a name cannot hold it."
    }
  }

  private func misplaced(
    _ word: Phrase, _ owners: [SubjectKind], _ current: SubjectKind?
  ) -> StyledText {
    let homes = owners.map { article($0) }.joined(separator: " or ")
    let here = current.map { "the subject is \(article($0))" } ?? "no subject is set"
    return "A line with \(bold: word.text.lowercased()) stands below \(homes); here \(here)."
  }

  private func levels(_ problem: LevelProblem, _ phrase: Phrase) -> StyledText {
    switch problem {
    case .empty: "Between two commas a level is missing."
    case .double: "The level \"\(phrase.text)\" stands here twice."
    case .tooFew: "There is one level only; a fact can be told by two or more."
    case .tooMany: "These are more than \(LineParser.mostLevels) levels."
    }
  }

  private func expression(_ problem: ExpressionProblem) -> StyledText {
    switch problem {
    case .missingOperand: "A fact or a number is missing here."
    case .missingOperator: "A sign (+ - * /) is missing here."
    case .missingBracket: "A round bracket has no partner."
    case .tooDeep:
      """
      This expression is too long: it has more than \(Limits.deepestExpression) brackets within \
      brackets or signs beside each other. Part it into several facts.
      """
    }
  }

  private func group(_ problem: GroupProblem) -> StyledText {
    switch problem {
    case .noColon: "A line for one group of customers has a colon behind the group's name."
    case .noName: "Between \(bold: "for") and the colon the name of a group is missing."
    case .noFact: "Behind the group's colon a line that says a fact is missing."
    case .theRest: "\(bold: "the rest is untouched") holds for all groups, so it names none."
    }
  }

  private func article(_ kind: SubjectKind) -> String {
    switch kind {
    case .action: "an action"
    case .expect: "expect"
    case .phrases: "phrases"
    default: "a \(kind.rawValue)"
    }
  }

  /// Words that mean something within a lesson only.
  private static let lessonWords: Set = ["guess", "hint", "play", "skip"]

  /// What to do, where that is not plain from what was said.
  private var cure: StyledText? {
    switch self {
    case .unknownLine(let word, nil) where Self.lessonWords.contains(word.text.lowercased()):
      "It is a word of the lessons. \(bold: "lesson") lists them, \(bold: "lesson 1") begins one."
    case .unknownLine(_, nil):
      "A new plan begins with: \(bold: "action") (its name). \(bold: "forms") shows every line."
    case .factWithoutAction:
      "Start with: \(bold: "action") (its name). \(bold: "forms") shows every kind of line."
    case .alternative(_, let lines) where !lines.isEmpty: "Each alternative gets its own line:"
    case .comparisonInStatement:
      "Say the value itself, or a range: is between (low) and (high)."
    case .twoStatements(_, let lines) where !lines.isEmpty: "Each statement gets its own line:"
    case .twoStatements:
      "Say one value. A range reads: between (low) and (high). Several levels stand after commas."
    case .reservedWord(_, let name): shorter(name)
    case .asking: "Finish the line, or try it at the prompt first."
    case .groupLine(.theRest, _): "Type it without a group:  \(bold: "the rest is untouched")"
    case .groupLine: "It reads:  \(bold: "for GROUP: FACT is VALUE")"
    default: nil
    }
  }

  private func shorter(_ name: Phrase) -> StyledText? {
    guard name.text.lowercased().contains(" and ") else { return nil }
    let words = name.text.split(separator: " ").filter { $0.lowercased() != "and" }
    guard let last = words.last, words.count > 1 else { return nil }
    let joined = words.dropLast().joined(separator: " ") + "-" + last
    return "Try: \(bold: joined), or another name."
  }

  private var suggestions: [String] {
    switch self {
    case .alternative(_, let lines), .twoStatements(_, let lines): lines
    default: []
    }
  }

  /// Every kind of finding of this stage.
  public static let allIDs: [DiagnosticID] = {
    let span = SourceSpan(0, 0)
    let phrase = Phrase("", span)
    let all: [SyntaxError] = [
      .badEncoding(span), .harmfulCharacter(code: "", span), .lineTooLong(bytes: 0),
      .unknownLine(word: phrase, near: nil), .notInThisEdition(phrase),
      .missingName(keyword: "", span),
      .reservedWord("", name: phrase), .misplaced(phrase, belongsTo: [], current: nil),
      .factWithoutAction(fact: phrase, current: nil), .alternative(span, instead: []),
      .testWithoutRelation(phrase), .missingAfter("", span), .betweenWithoutEnd(phrase),
      .twoStatements(span, instead: []), .comparisonInStatement("", span), .form("", span),
      .badLevels(.empty, phrase), .badExpression(.tooDeep, span),
      .asking(span), .groupLine(.noName, span),
    ]
    return all.map(\.id)
  }()
}
