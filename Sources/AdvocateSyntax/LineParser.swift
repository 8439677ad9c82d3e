import AdvocateDiagnostics

/// Reads one line as what it says; never throws, and knows no name that people declare.
public struct LineParser: Sendable {
  /// The most levels that a fact may have.
  public static let mostLevels = Limits.mostLevels

  let line: LineText
  let subject: SubjectKind?

  private init(_ text: String, subject: SubjectKind?) {
    line = LineText(text)
    self.subject = subject
  }

  var words: [Word] { line.words }

  /// The words of `text`, cut as the parser cuts them: without a bullet and quotation marks.
  public static func words(of text: String) -> [Word] { LineText(text).words }

  /// Reads `bytes`, a line without its end, below a subject of the kind `subject`.
  public static func read(_ bytes: some Collection<UInt8>, subject: SubjectKind?) -> ParsedLine {
    guard bytes.count <= LineText.longestLine else {
      return ParsedLine(result: .failure(.lineTooLong(bytes: bytes.count)), tidyings: [])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let offset = firstBadByte(Array(bytes))
      return ParsedLine(
        result: .failure(.badEncoding(SourceSpan(offset, offset + 1))), tidyings: [])
    }
    return read(text, subject: subject)
  }

  /// Reads `text`, a line without its end, below a subject of the kind `subject`.
  public static func read(_ text: String, subject: SubjectKind?) -> ParsedLine {
    if text.utf8.count > LineText.longestLine {
      return ParsedLine(result: .failure(.lineTooLong(bytes: text.utf8.count)), tidyings: [])
    }
    if let harmful = HarmlessText.firstHarmful(in: text) {
      let code = HarmlessText.visible(harmful.scalar)
      return ParsedLine(
        result: .failure(.harmfulCharacter(code: code, harmful.span)), tidyings: [])
    }
    let parser = LineParser(text, subject: subject)
    do {
      let syntax = try parser.parse()
      return ParsedLine(result: .success(syntax), tidyings: parser.tidyings(of: syntax))
    } catch {
      return ParsedLine(result: .failure(error), tidyings: parser.line.tidyings)
    }
  }

  /// The offset of the first byte that does not continue valid UTF-8.
  private static func firstBadByte(_ bytes: [UInt8]) -> Int {
    var low = 0
    var high = bytes.count
    // Validity of prefixes is monotone but for a character cut at the end, at most 3 bytes.
    while high - low > 4 {
      let middle = (low + high) / 2
      let isValid = (0..<4).contains { cut in
        String(validating: bytes[..<max(0, middle - cut)], as: UTF8.self) != nil
      }
      if isValid { low = middle } else { high = middle }
    }
    for end in max(0, low - 4)...bytes.count
    where String(validating: bytes[..<end], as: UTF8.self) == nil {
      let isCut = (1...3).contains { more in
        end + more <= bytes.count
          && String(validating: bytes[..<(end + more)], as: UTF8.self) != nil
      }
      if !isCut { return max(0, end - 1) }
    }
    return 0
  }

  /// Quotation marks in free text stay, so only the words that names and values are made of count.
  private func tidyings(of syntax: LineSyntax) -> Set<Tidying> {
    var tidyings = line.tidyings
    switch syntax {
    case .blank, .comment, .asks, .because, .instead, .source, .says, .note, .means,
      .command("journal", _), .command("mirror", _), .command("override", _),
      .command("purpose", _), .command("review", _):
      tidyings.remove(.quotationMarks)
    case .statement(let statement):
      // The colon behind a group's name is no sign for `is`.
      let own = words.drop { $0.span.start < statement.fact.span.start }
      let isSign = own.first { $0.isCopula || $0.endsInColon }.map { $0.key != "is" } ?? false
      if isSign { tidyings.insert(.sign) }
      if statement.rest.text.contains("\"") { tidyings.remove(.quotationMarks) }
    default: break
    }
    return tidyings
  }

  private func parse() throws(SyntaxError) -> LineSyntax {
    guard let first = words.first else { return .blank }
    if first.text.hasPrefix("#") { return .comment(commentText()) }
    if let question = LineQuestion.mark(in: words, subject: subject) { throw .asking(question) }
    if let command = ledgerCommand() { return command }
    if let kind = SubjectKind(rawValue: first.key) {
      let name = try name(from: 1, after: first)
      return .subject(kind, kind == .fact ? try checked(name) : name)
    }
    if first.key == "copy" { return .copy(try name(from: 1, after: first)) }
    if let inner = try innerLine() { return inner }
    if let command = try commandLine() { return command }
    if first.key != "what", Keyword.commands.contains(first.key) {
      throw .notInThisEdition(Phrase(first.text, first.span))
    }
    if let statement = (try? groupStatement(of: words[...])) ?? statement(of: words[...]) {
      guard subject == .action else {
        if statement.group == nil, let error = misplacement() { throw error }
        throw .factWithoutAction(fact: statement.fact, current: subject)
      }
      return .statement(statement)
    }
    if let error = misplacement() { throw error }
    throw .unknownLine(word: Phrase(first.text, first.span), near: nearWord(first))
  }

  private func commentText() -> String {
    let text = line.rest(from: 0)?.text ?? ""
    return String(text.drop { $0 == "#" || $0 == " " })
  }

  private func innerLine() throws(SyntaxError) -> LineSyntax? {
    if subject != nil, starts("note") { return .note(try text(after: 1)) }
    return switch subject {
    case .action: try actionLine()
    case .charter: try charterLine()
    case .expect: try expectationLine()
    case .fact: try factLine()
    case .ledger: try ledgerLine()
    case .phrases: try phrasesLine()
    case .rule: try ruleLine()
    case nil: nil
    }
  }

  /// The word that `word` is near to, among those that may start a line here.
  private func nearWord(_ word: Word) -> String? {
    let inner = subject.map(Self.innerWords) ?? []
    let commands = Self.commandWords.map { String($0.prefix { $0 != " " }) }
    let near = NearestName.find(word.key, among: Keyword.subjects + inner + commands)
    return near == "what" ? "what if" : near
  }

  /// The line is an inner line of other kinds of subjects.
  private func misplacement() -> SyntaxError? {
    guard let first = words.first else { return nil }
    let owners = SubjectKind.allCases.filter { kind in
      kind != subject && kind != .action
        && Self.innerForms(kind).contains { starts($0) }
    }
    guard !owners.isEmpty else { return nil }
    return .misplaced(Phrase(first.text, first.span), belongsTo: owners, current: subject)
  }

  // MARK: - Pieces

  /// Whether the line starts with the words of `form`; a colon may stand behind the last.
  func starts(_ form: String) -> Bool {
    // Most forms part at the first word, which is cheap to see.
    guard let first = words.first, form.utf8.starts(with: first.key.utf8) else { return false }
    let wanted = form.split(separator: " ")
    guard words.count >= wanted.count else { return false }
    for (place, word) in wanted.enumerated() {
      let typed = words[place]
      let key = place == wanted.count - 1 ? typed.key : typed.text.lowercased()
      if key != word { return false }
    }
    return true
  }

  /// The free text behind the first `count` words.
  func text(after count: Int) throws(SyntaxError) -> Phrase {
    var place = count
    while words.indices.contains(place), words[place].isColon || words[place].text == "=" {
      place += 1
    }
    guard let text = line.rest(from: place) else {
      let keyword = words[..<count].phrase
      throw .missingAfter(keyword?.text.lowercased() ?? "", keyword?.span ?? SourceSpan(0, 0))
    }
    return text
  }

  /// The words from `place` on as a phrase.
  func phrase(after count: Int) throws(SyntaxError) -> Phrase {
    var place = count
    while words.indices.contains(place), words[place].isColon || words[place].text == "=" {
      place += 1
    }
    guard let phrase = words[min(place, words.count)...].phrase else {
      let keyword = words[..<count].phrase
      throw .missingAfter(keyword?.text.lowercased() ?? "", keyword?.span ?? SourceSpan(0, 0))
    }
    return phrase
  }

  private func name(from place: Int, after keyword: Word) throws(SyntaxError) -> Phrase {
    var place = place
    while words.indices.contains(place), words[place].isColon { place += 1 }
    guard let phrase = words[place...].phrase else {
      throw .missingName(keyword: keyword.key, keyword.span)
    }
    return phrase
  }

  /// The whole line must be these words, and nothing else.
  func exactly(_ form: String, _ syntax: LineSyntax) throws(SyntaxError) -> LineSyntax {
    let count = form.split(separator: " ").count
    if words.count > count, let extra = words[count...].phrase { throw .form(form, extra.span) }
    return syntax
  }

  /// `phrase`, unless a reserved word stands in it.
  func checked(_ phrase: Phrase) throws(SyntaxError) -> Phrase {
    if let word = Keyword.firstReserved(in: phrase.text) {
      throw .reservedWord(word, name: phrase)
    }
    return phrase
  }
}
