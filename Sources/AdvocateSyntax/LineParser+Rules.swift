import AdvocateDiagnostics

/// The lines inside rules, and the tests in them.
extension LineParser {
  func ruleLine() throws(SyntaxError) -> LineSyntax? {
    if starts("lens") { return .lens(try phrase(after: 1)) }
    if starts("weight") { return .weight(try phrase(after: 1)) }
    if starts("because") { return .because(try text(after: 1)) }
    if starts("source") { return .source(try text(after: 1)) }
    if starts("only when") { return .onlyWhen(try tests(after: 2)) }
    for side in SideSyntax.allCases {
      let form = side.rawValue + " when"
      if starts(form) {
        return .clause(side, try tests(after: form.split(separator: " ").count))
      }
    }
    if starts("when") {
      throw .form("for when TESTS, against when TESTS, or: only when TESTS", words[0].span)
    }
    return nil
  }

  private func tests(after count: Int) throws(SyntaxError) -> [TestSyntax] {
    let keyword = words[..<count].phrase
    guard words.count > count else {
      throw .missingAfter(keyword?.text.lowercased() ?? "", keyword?.span ?? words[0].span)
    }
    let body = words[count...]
    if let place = body.firstIndex(where: { $0.key == "or" }) {
      throw .alternative(
        words[place].span, instead: alternatives(body, keyword: keyword?.text.lowercased() ?? ""))
    }
    var tests: [TestSyntax] = []
    var rest = body
    while !rest.isEmpty {
      let (test, left) = try self.test(rest)
      tests.append(test)
      rest = left
      if let joint = rest.first {
        // A test ends at `and` or at the line's end.
        rest = rest.dropFirst()
        if rest.isEmpty { throw .missingAfter("and", joint.span) }
      }
    }
    return tests
  }

  /// The first test of `words`, and what stands behind it from `and` on.
  private func test(
    _ words: ArraySlice<Word>
  ) throws(SyntaxError) -> (TestSyntax, ArraySlice<Word>) {
    guard
      let place = words.firstIndex(where: {
        $0.isCopula || $0.endsInColon || $0.key == "includes" || $0.key == "include"
          || $0.key == "and"
      }), words[place].key != "and" || words[place].endsInColon
    else {
      let end = words.firstIndex { $0.key == "and" } ?? words.endIndex
      throw .testWithoutRelation(words[..<end].phrase ?? Phrase("", SourceSpan(0, 0)))
    }
    var nameEnd = place
    var relation = RelationSyntax.is
    var relationSpan = words[place].span
    var operandStart = place + 1
    var colonName: Word?
    switch words[place].key {
    case "includes": relation = .includes
    case "include":
      guard place - 2 >= words.startIndex, words[place - 1].key == "not",
        words[place - 2].key == "does"
      else { throw .form("FACT does not include LEVEL", words[place].span) }
      relation = .doesNotInclude
      nameEnd = place - 2
      relationSpan = words[place - 2].span.joined(with: relationSpan)
    default:
      if words[place].endsInColon, !words[place].isCopula {
        var word = words[place]
        word.text.removeLast()
        colonName = word
      }
      let rest = words[operandStart...].prefix(2).map(\.key)
      let forms: [(RelationSyntax, [String])] = [
        (.isNot, ["not"]), (.atLeast, ["at", "least"]), (.atMost, ["at", "most"]),
        (.moreThan, ["more", "than"]), (.lessThan, ["less", "than"]), (.between, ["between"]),
      ]
      for (form, keys) in forms where rest.starts(with: keys) {
        relation = form
        operandStart += keys.count
        relationSpan = relationSpan.joined(with: words[operandStart - 1].span)
      }
    }
    let nameWords = Array(words[..<nameEnd]) + (colonName.map { [$0] } ?? [])
    guard let fact = nameWords.phrase else {
      throw .form("FACT \(relation.rawValue) VALUE", relationSpan)
    }
    let (operands, rest) = try self.operands(
      words[operandStart...], relation, relationSpan, fact: fact)
    return (
      TestSyntax(fact: fact, relation: relation, relationSpan: relationSpan, operands: operands),
      rest
    )
  }

  private func operands(
    _ words: ArraySlice<Word>, _ relation: RelationSyntax, _ relationSpan: SourceSpan, fact: Phrase
  ) throws(SyntaxError) -> ([Phrase], ArraySlice<Word>) {
    let end = words.firstIndex { $0.key == "and" } ?? words.endIndex
    guard let first = words[..<end].phrase else {
      throw .missingAfter("\(fact.text) \(relation.rawValue)", relationSpan)
    }
    guard relation == .between else { return ([first], words[end...]) }
    guard end < words.endIndex else { throw .betweenWithoutEnd(first) }
    let rest = words[(end + 1)...]
    let secondEnd = rest.firstIndex { $0.key == "and" } ?? rest.endIndex
    guard let second = rest[..<secondEnd].phrase else { throw .betweenWithoutEnd(first) }
    return ([first, second], rest[secondEnd...])
  }

  /// The lines that say the alternatives of a line with `or`, one each.
  private func alternatives(_ words: ArraySlice<Word>, keyword: String) -> [String] {
    let parts = words.split { $0.key == "or" }
    guard parts.count > 1, let first = parts.first else { return [] }
    let copula = first.lastIndex { $0.isCopula || $0.key == "includes" }
    let stem = copula.map { first[...$0] }
    return parts.map { part in
      let isWhole = part.contains { $0.isCopula || $0.key == "includes" || $0.key == "include" }
      let words = (isWhole ? [] : Array(stem ?? [])) + Array(part)
      return keyword + " " + words.map(\.text).joined(separator: " ")
    }
  }
}
