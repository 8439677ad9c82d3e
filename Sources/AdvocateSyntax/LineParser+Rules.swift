public import AdvocateDiagnostics

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
    guard let found = try Self.relation(in: words) else {
      let end = words.firstIndex { $0.key == "and" } ?? words.endIndex
      throw .testWithoutRelation(words[..<end].phrase ?? Phrase("", SourceSpan(0, 0)))
    }
    guard let fact = found.name.phrase else {
      throw .form("FACT \(found.relation.rawValue) VALUE", found.span)
    }
    let (operands, rest) = try self.operands(
      words[found.words.upperBound...], found.relation, found.span, fact: fact)
    return (
      TestSyntax(
        fact: fact, relation: found.relation, relationSpan: found.span, operands: operands),
      rest
    )
  }

  /// The words that compare in the first test of a line.
  public struct RelationPlace: Sendable {
    /// How the fact is compared.
    public var relation: RelationSyntax
    /// The words of the relation, by their places; empty for a colon at the end of the name.
    public var words: Range<Int>
    /// The bytes that they take.
    public var span: SourceSpan
    /// The words of the fact's name.
    public var name: [Word]
  }

  /// Finds the words that compare in the first test of `words`; nil where none does.
  public static func relation(
    in words: ArraySlice<Word>
  ) throws(SyntaxError) -> RelationPlace? {
    guard
      let place = words.firstIndex(where: {
        $0.isCopula || $0.endsInColon || $0.key == "includes" || $0.key == "include"
          || $0.key == "and"
      }), words[place].key != "and" || words[place].endsInColon
    else { return nil }
    var found = RelationPlace(
      relation: .is, words: place..<(place + 1), span: words[place].span,
      name: Array(words[..<place]))
    switch words[place].key {
    case "includes": found.relation = .includes
    case "include":
      guard place - 2 >= words.startIndex, words[place - 1].key == "not",
        words[place - 2].key == "does"
      else { throw .form("FACT does not include LEVEL", words[place].span) }
      found.relation = .doesNotInclude
      found.name.removeLast(2)
      found.words = (place - 2)..<(place + 1)
      found.span = words[place - 2].span.joined(with: found.span)
    default:
      if words[place].endsInColon, !words[place].isCopula {
        found.name.append(words[place].withoutColon)
        found.words = (place + 1)..<(place + 1)
      }
      let rest = words[(place + 1)...].prefix(2).map(\.key)
      for (form, keys) in relationTails where rest.starts(with: keys) {
        found.relation = form
        found.words = found.words.lowerBound..<(place + 1 + keys.count)
        found.span = found.span.joined(with: words[found.words.upperBound - 1].span)
      }
    }
    return found
  }

  /// The words that may stand behind `is` in a test, and what they make of it.
  private static let relationTails: [(RelationSyntax, [String])] = RelationSyntax.allCases
    .compactMap { relation in
      let words = relation.rawValue.split(separator: " ").map(String.init)
      return words.first == "is" && words.count > 1 ? (relation, Array(words.dropFirst())) : nil
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
