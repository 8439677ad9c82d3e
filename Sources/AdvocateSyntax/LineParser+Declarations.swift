import AdvocateDiagnostics

/// The lines inside charters, facts, phrases and ledgers.
extension LineParser {
  func charterLine() throws(SyntaxError) -> LineSyntax? {
    if starts("currency") { return .currency(try phrase(after: 1)) }
    if starts("lens") { return .lens(try phrase(after: 1)) }
    if starts("reason") { return try reasonLine() }
    guard starts("verdict") else { return nil }
    let reads = "verdict NAME from N"
    guard let from = words.lastIndex(where: { $0.key == "from" }), from > 1,
      let name = words[1..<from].phrase, let number = words[(from + 1)...].phrase
    else { throw .form(reads, words[...].phrase?.span ?? SourceSpan(0, 0)) }
    return .band(name: name, from: number)
  }

  /// The last `served by` parts a reason from what serves it.
  private func reasonLine() throws(SyntaxError) -> LineSyntax {
    let whole = try phrase(after: 1)
    let place = words.indices.dropFirst().last { place in
      words[place].key == "by" && words[place - 1].key == "served"
    }
    guard let place else { return .reason(whole, servedBy: nil) }
    guard let reason = words[1..<(place - 1)].phrase, let server = words[(place + 1)...].phrase
    else { throw .form("reason TEXT served by RULE", words[0].span) }
    return .reason(reason, servedBy: server)
  }

  func factLine() throws(SyntaxError) -> LineSyntax? {
    if starts("asks") { return .asks(try text(after: 1)) }
    for kind in LevelsSyntax.allCases where starts(kind.rawValue) {
      return .levels(kind, try levels(after: kind.rawValue.split(separator: " ").count))
    }
    if starts("number of") { return .number(unit: try phrase(after: 2)) }
    for kind in PlainKindSyntax.allCases where starts(kind.rawValue) {
      return try exactly(kind.rawValue, .plainKind(kind))
    }
    if starts("computed") { return .computed(try expression(after: 1)) }
    if starts("counts") {
      guard let place = words.lastIndex(where: { $0.key == "in" }), place > 1,
        let family = words[1..<place].phrase, let fact = words[(place + 1)...].phrase
      else { throw .form("counts PHRASES in FACT", words[0].span) }
      return .counts(phrases: family, fact: fact)
    }
    if starts("kind") { return .kind(try phrase(after: 1)) }
    if starts("first") { return try exactly("first", .first) }
    if starts("must be said") { return try exactly("must be said", .mustBeSaid) }
    if starts("means") { return .means(Array(words.dropFirst()), rest: try text(after: 1)) }
    return nil
  }

  func phrasesLine() throws(SyntaxError) -> LineSyntax? {
    if starts("says") { return .says(try phrase(after: 1)) }
    if starts("because") { return .because(try text(after: 1)) }
    if starts("instead") { return .instead(try text(after: 1)) }
    return nil
  }

  func ledgerLine() throws(SyntaxError) -> LineSyntax? {
    if starts("starts at") { return .startsAt(try phrase(after: 2)) }
    for side in LedgerSideSyntax.allCases {
      let word = side.rawValue
      if starts("\(word) fades never") {
        return try exactly("\(word) fades never", .neverFades(side))
      }
      if starts("\(word) halves every") {
        guard words.count == 5, ["day", "days"].contains(words[4].key) else {
          throw .form("\(word) halves every N days", words[..<3].phrase?.span ?? words[0].span)
        }
        return .halves(side, days: Phrase(words[3].text, words[3].span))
      }
      if starts(word) {
        throw .form("\(word) fades never, or: \(word) halves every N days", words[0].span)
      }
    }
    guard starts("on") else { return nil }
    let count = words.count > 1 && words[1].key == "day" ? 2 : 1
    guard let date = words.dropFirst().prefix(count).phrase,
      let action = words.dropFirst(1 + count).phrase
    else { throw .form("on DATE ACTION", words[0].span) }
    return .on(date: date, action: action)
  }

  /// Levels between commas.
  private func levels(after count: Int) throws(SyntaxError) -> [Phrase] {
    let whole = try phrase(after: count)
    var levels: [Phrase] = []
    var part: [Word] = []
    func flush(_ comma: SourceSpan) throws(SyntaxError) {
      guard let level = part.phrase else {
        throw .badLevels(.empty, Phrase(",", comma))
      }
      levels.append(try checked(level))
      part = []
    }
    for word in words.dropFirst(count) where !(word.isColon && part.isEmpty && levels.isEmpty) {
      var piece = word
      while let comma = piece.text.firstIndex(of: ",") {
        let head = String(piece.text[..<comma])
        let cut = piece.span.start + head.utf8.count
        if !head.isEmpty { part.append(Word(head, SourceSpan(piece.span.start, cut))) }
        try flush(SourceSpan(cut, cut + 1))
        let tail = String(piece.text[piece.text.index(after: comma)...])
        piece = Word(tail, SourceSpan(cut + 1, piece.span.end))
      }
      if !piece.text.isEmpty { part.append(piece) }
    }
    try flush(SourceSpan(whole.span.end, whole.span.end))
    if levels.count < 2 { throw .badLevels(.tooFew, whole) }
    if levels.count > Self.mostLevels { throw .badLevels(.tooMany, whole) }
    var seen: Set<String> = []
    for level in levels where !seen.insert(level.text.lowercased()).inserted {
      throw .badLevels(.double, level)
    }
    return levels
  }
}
