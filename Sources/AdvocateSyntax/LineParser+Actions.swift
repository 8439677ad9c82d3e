import AdvocateDiagnostics

/// The lines inside actions and expectations, and commands.
extension LineParser {
  func actionLine() throws(SyntaxError) -> LineSyntax? {
    if let statement = try groupStatement(of: words[...]) { return .statement(statement) }
    guard starts("the rest") else { return nil }
    guard words.count == 4, words[2].key == "is" || words[2].text == "=",
      words[3].key == "untouched"
    else { throw .form("the rest is untouched", words[..<2].phrase?.span ?? words[0].span) }
    return .restIsUntouched
  }

  /// A line that names a fact and says something of it; nil where no word parts the two.
  func statement(of words: ArraySlice<Word>) -> StatementSyntax? {
    guard let place = words.firstIndex(where: { $0.isCopula || $0.endsInColon }) else {
      return nil
    }
    var name = Array(words[..<place])
    if words[place].endsInColon, !words[place].isCopula {
      name.append(words[place].withoutColon)
    }
    guard let fact = name.phrase else { return nil }
    let rest = words[(place + 1)...]
    let isToEnd = rest.endIndex == self.words.endIndex
    let raw = isToEnd ? line.rest(from: place + 1) : rest.phrase
    return StatementSyntax(
      fact: fact, rest: raw ?? Phrase("", SourceSpan(words[place].span.end, words[place].span.end)),
      words: Array(rest))
  }

  /// What `statement` says of a fact that is not free text.
  public static func content(
    of statement: StatementSyntax
  ) throws(SyntaxError) -> ContentSyntax {
    var words = statement.words[...]
    var evidence: String?
    if let place = words.firstIndex(where: { $0.key == "because" }) {
      guard words.index(after: place) < words.endIndex else {
        throw .missingAfter("because", words[place].span)
      }
      evidence = statement.rest.text(from: words[place + 1])
      words = words[..<place]
    }
    guard let first = words.first else {
      throw .missingAfter("\(statement.fact.text) is", statement.rest.span)
    }
    let form = try form(words, first, fact: statement.fact)
    return ContentSyntax(form: form, evidence: evidence)
  }

  private static func form(
    _ words: ArraySlice<Word>, _ first: Word, fact: Phrase
  ) throws(SyntaxError) -> ContentSyntax.Form {
    switch first.key {
    case "untouched" where words.count == 1: return .untouched
    case "unsaid" where words.count == 1: return .unsaid
    case "roughly":
      guard let number = words.dropFirst().phrase else {
        throw .missingAfter("roughly", first.span)
      }
      return .roughly(number)
    case "between":
      let rest = words.dropFirst()
      guard let place = rest.firstIndex(where: { $0.key == "and" }),
        let low = rest[..<place].phrase, let high = rest[(place + 1)...].phrase
      else { throw .betweenWithoutEnd(rest.phrase ?? Phrase(first.text, first.span)) }
      return .between(low, high)
    case "not":
      throw .comparisonInStatement("is not", first.span)
    default:
      let pair = words.prefix(2).map(\.key).joined(separator: " ")
      if Keyword.reservedPairs.contains(pair) {
        throw .comparisonInStatement("is \(pair)", words.prefix(2).phrase?.span ?? first.span)
      }
      return .value(try oneValue(words, fact: fact))
    }
  }

  private static func oneValue(
    _ words: ArraySlice<Word>, fact: Phrase
  ) throws(SyntaxError) -> Phrase {
    if let place = words.firstIndex(where: { ["and", "or"].contains($0.key) }) {
      let left = words[..<place].phrase?.text ?? ""
      let right = words[(place + 1)...].phrase?.text ?? ""
      let isStatement = words[(place + 1)...].contains { $0.isCopula }
      let second = isStatement ? right : "\(fact.text) is \(right)"
      throw .twoStatements(
        words[place].span,
        instead: words[place].key == "and" && isStatement
          ? ["\(fact.text) is \(left)", second] : [])
    }
    return words.phrase ?? fact
  }

  func expectationLine() throws(SyntaxError) -> LineSyntax? {
    if starts("verdict is") || starts("verdict =") || starts("verdict") {
      let count = words.count > 1 && words[1].isCopula ? 2 : 1
      return .expectation(.verdict(try phrase(after: count)))
    }
    if starts("score") {
      guard words.count == 6, words[2].key == "from", words[4].key == "to" else {
        throw .form("score is from N to N", words[0].span)
      }
      return .expectation(
        .score(
          from: Phrase(words[3].text, words[3].span), to: Phrase(words[5].text, words[5].span)))
    }
    if starts("settled") { return try exactly("settled", .expectation(.settled)) }
    if starts("not settled") { return try exactly("not settled", .expectation(.notSettled)) }
    if starts("better than") { return .expectation(.betterThan(try phrase(after: 2))) }
    if starts("worse than") { return .expectation(.worseThan(try phrase(after: 2))) }
    for form in ExpectationSyntax.RuleExpectation.allCases where starts(form.rawValue) {
      let count = form.rawValue.split(separator: " ").count
      return .expectation(.rule(form, try phrase(after: count)))
    }
    return nil
  }

  /// The words that start commands which this edition runs.
  public static let commandWords = [
    "ask", "challenge", "check", "clear", "compare", "copy", "difference", "drop", "explain",
    "flip", "forms", "help", "journal", "judge", "keep", "lesson", "lifetime", "list", "load",
    "look", "mirror", "override", "plain", "precedents", "predict", "purpose", "quit", "quiz",
    "rank", "recover", "redo", "rename", "review", "room", "save", "show", "tour", "transcript",
    "twins", "undo", "use", "weigh", "what if", "why",
  ]

  /// Whether lines of some command begin with `word`, in lower case.
  public static func beginsCommand(_ word: String) -> Bool {
    commandWords.contains { $0 == word || $0.hasPrefix(word + " ") }
  }

  /// `ledger` alone, `ledger as FORM` and `ledger what if` show a ledger; with a name behind it the
  /// word begins one.
  func ledgerCommand() -> LineSyntax? {
    guard starts("ledger") else { return nil }
    let isForm = words.count == 3 && words[1].key == "as"
    guard words.count == 1 || isForm || starts("ledger what if") else { return nil }
    return .command("ledger", words.dropFirst().phrase)
  }

  func commandLine() throws(SyntaxError) -> LineSyntax? {
    guard let first = words.first else { return nil }
    switch first.key {
    case "use": return .use(try phrase(after: 1))
    case "load": return .load(try phrase(after: 1))
    case "what":
      guard words.count > 1, words[1].key == "if" else { return nil }
      return .whatIf(try supposed())
    case "weigh" where words.count == 1 || words[1].key == "freely" || words[1].key == "as":
      return .command("weigh", words.dropFirst().phrase)
    case "weigh":
      guard words.count > 2, let rule = words[1..<(words.count - 1)].phrase,
        let last = words.last
      else { throw .form("weigh RULE N", first.span) }
      return .weigh(rule: rule, weight: Phrase(last.text, last.span))
    case "journal", "mirror", "override", "purpose", "review":
      return .command(first.key, line.rest(from: 1))
    case "exit" where words.count == 1: return .command("quit", nil)
    case let word where Self.commandWords.contains(word):
      return .command(word, words.dropFirst().phrase)
    default: return nil
    }
  }

  /// The statements of a `what if` line, joined by `and`.
  private func supposed() throws(SyntaxError) -> [StatementSyntax] {
    guard words.count > 2 else {
      throw .missingAfter("what if", words[..<2].phrase?.span ?? words[0].span)
    }
    var statements: [StatementSyntax] = []
    var rest = words[2...]
    while !rest.isEmpty {
      // A group's name may hold `and`, which joins nothing there.
      let isGroup = rest.first?.key == "for"
      let start = isGroup ? rest.firstIndex(where: \.endsGroup) ?? rest.startIndex : rest.startIndex
      let end = Self.endOfStatement(rest[start...])
      guard
        let statement = try groupStatement(of: rest[..<end]) ?? statement(of: rest[..<end])
      else {
        throw .testWithoutRelation(rest[..<end].phrase ?? Phrase("", words[0].span))
      }
      statements.append(statement)
      rest = rest[end...].dropFirst()
    }
    return statements
  }

  /// The place of the `and` that ends the first statement of `words`; one after `between` does not.
  public static func endOfStatement(_ words: ArraySlice<Word>) -> Int {
    var isBetween = false
    for place in words.indices {
      if words[place].key == "between" { isBetween = true }
      guard words[place].key == "and" else { continue }
      if isBetween { isBetween = false } else { return place }
    }
    return words.endIndex
  }

  // MARK: - What may start a line

  /// The words that start the lines inside a subject of `kind`; facts start those of an action.
  public static func innerForms(_ kind: SubjectKind) -> [String] {
    switch kind {
    case .action: ["for", "the rest is untouched"]
    case .charter: ["currency", "lens", "reason", "verdict"]
    case .expect:
      [
        "against", "better than", "for", "neutral", "not settled", "score is", "settled",
        "verdict is", "vetoed by", "worse than",
      ]
    case .fact:
      [
        "any of", "asks", "computed", "counts", "first", "kind", "means", "money", "must be said",
        "number of", "one of", "percent", "scale", "text", "yes-no",
      ]
    case .ledger: ["bad", "good", "on", "starts at"]
    case .phrases: ["because", "instead", "says"]
    case .rule:
      [
        "against when", "because", "for when", "leans against when", "leans for when", "lens",
        "only when", "source", "veto when", "weight",
      ]
    }
  }

  static func innerWords(_ kind: SubjectKind) -> [String] {
    innerForms(kind).map { String($0.prefix { $0 != " " }) } + ["note"]
  }
}
