import AdvocateDiagnostics

/// The lines inside actions that hold for one group of customers.
extension LineParser {
  /// A line that begins with `for`: the group up to the first colon, and behind it what is said.
  ///
  /// - Returns: nil where the line does not begin so.
  func groupStatement(of words: ArraySlice<Word>) throws(SyntaxError) -> StatementSyntax? {
    guard let first = words.first, first.key == "for" else { return nil }
    if first.endsInColon { throw .groupLine(.noName, first.span) }
    let rest = words.dropFirst()
    if let second = rest.first, second.text.lowercased() == "when" {
      let keyword = Phrase("for when", first.span.joined(with: second.span))
      throw .misplaced(keyword, belongsTo: [.rule], current: subject)
    }
    guard let place = rest.firstIndex(where: { $0.endsGroup || $0.isCopula }),
      rest[place].endsGroup
    else { throw .groupLine(.noColon, rest.phrase?.span ?? first.span) }
    guard let group = Self.group(rest[...place]) else {
      throw .groupLine(.noName, rest[place].span)
    }
    let said = rest[(place + 1)...]
    if said.prefix(2).map(\.key) == ["the", "rest"] {
      throw .groupLine(.theRest, said.phrase?.span ?? first.span)
    }
    guard var statement = statement(of: said) else {
      throw .groupLine(.noFact, said.phrase?.span ?? rest[place].span)
    }
    statement.group = group
    return statement
  }

  /// The name of a group, which ends in a colon; nil where nothing stands before the colon.
  private static func group(_ words: ArraySlice<Word>) -> Phrase? {
    var name = Array(words)
    guard let last = name.popLast() else { return nil }
    if last.endsInColon { name.append(last.withoutColon) }
    return name.phrase
  }

  /// The group that `text` names behind `for`, and the fact behind its colon.
  ///
  /// - Returns: nil where it does not begin with `for` and a name; without a colon all is the name.
  public static func groupAndFact(in text: String) -> (group: String, fact: String?)? {
    let words = words(of: text)
    guard words.first?.text.lowercased() == "for", words.count > 1 else { return nil }
    let rest = words[1...]
    guard let place = rest.firstIndex(where: \.endsGroup) else {
      return rest.phrase.map { ($0.text, nil) }
    }
    return group(rest[...place]).map { ($0.text, rest[(place + 1)...].phrase?.text) }
  }
}

extension Word {
  /// Whether it ends the name of a group: a colon, or a word with one at its end.
  public var endsGroup: Bool { isColon || endsInColon && !isCopula }
}
