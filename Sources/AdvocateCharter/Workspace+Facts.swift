import AdvocateDiagnostics
import AdvocateSyntax

/// The lines inside facts.
extension Workspace {
  mutating func factLine(
    _ syntax: LineSyntax, of place: Int, _ line: SourceLine
  ) throws(CharterError) -> LineSyntax {
    switch syntax {
    case .asks(let text): charter.facts[place].question = text.text
    case .levels(let kind, let levels): try setLevels(kind, levels, of: place, line)
    case .plainKind(let kind):
      let new: FactKind =
        switch kind {
        case .money: .money
        case .percent: .percent
        case .text: .text
        case .yesNo: .yesNo
        }
      try setKind(new, of: place, line)
    case .number(let unit): try setKind(.number(unit: unit.text), of: place, line)
    case .computed(let expression):
      let (checked, canonical) = try self.expression(expression, of: place)
      let parts = checked.size(partCount)
      if parts > Limits.largestExpression {
        throw .expressionTooLarge(
          fact: charter.facts[place].name, parts: parts, line.span(ofWords: 1))
      }
      try setKind(.computed(checked), of: place, line)
      return .computed(canonical)
    case .counts(let family, let fact): return try counts(family, fact, of: place, line)
    case .kind(let nature):
      guard let known = FactNature(rawValue: nature.text.lowercased()) else {
        throw .unknownNature(nature)
      }
      charter.facts[place].nature = known
      return .kind(nature.renamed(known.rawValue))
    case .first: charter.facts[place].isFirst = true
    case .mustBeSaid: charter.facts[place].mustBeSaid = true
    case .means(let words, let rest): return try means(words, rest, of: place)
    case .note(let text): charter.facts[place].notes.append(text.text)
    default: break
    }
    return syntax
  }

  private mutating func setLevels(
    _ kind: LevelsSyntax, _ levels: [Phrase], of place: Int, _ line: SourceLine
  ) throws(CharterError) {
    for level in levels {
      if let other = factPlaces[level.text.lowercased()] {
        throw .levelIsFact(level: level, fact: charter.facts[other].name)
      }
    }
    let names = levels.map(\.text)
    let new: FactKind =
      switch kind {
      case .scale: .scale(names)
      case .oneOf: .oneOf(names)
      case .anyOf: .anyOf(names)
      }
    try setKind(new, of: place, line)
    for name in names { levelNames.insert(name.lowercased()) }
  }

  /// A fact that rules or actions read keeps its kind: its levels stand in their lines.
  private mutating func setKind(
    _ kind: FactKind, of place: Int, _ line: SourceLine
  ) throws(CharterError) {
    let old = charter.facts[place].kind
    if let old, old != kind {
      let isTested = charter.rules.contains { rule in
        rule.facts.contains(place)
      }
      let isSaid = actions.contains { $0.allStatements.contains { $0.fact == place } }
      let isInput = charter.facts.contains { $0.kind?.reads(place) == true }
      if isTested || isSaid || isInput {
        throw .kindInUse(fact: charter.facts[place].name, line.span(ofWords: 1))
      }
      charter.facts[place].meanings = [:]
    }
    charter.facts[place].kind = kind
  }

  private mutating func counts(
    _ family: Phrase, _ text: Phrase, of place: Int, _ line: SourceLine
  ) throws(CharterError) -> LineSyntax {
    let families = charter.phraseFamilies.map(\.name)
    let familyPlace = try Self.resolve(family, .phrases, among: families)
    let checker = TestChecker(charter, factPlaces: factPlaces)
    let textPlace = try checker.fact(text)
    guard case .text = charter.facts[textPlace].kind else {
      throw .countsNeedsText(fact: charter.facts[textPlace].name, text.span)
    }
    try setKind(
      .counts(phrases: families[familyPlace], inFact: textPlace), of: place, line)
    return .counts(
      phrases: family.renamed(families[familyPlace]),
      fact: text.renamed(charter.facts[textPlace].name))
  }

  private mutating func means(
    _ words: [Word], _ rest: Phrase, of place: Int
  ) throws(CharterError) -> LineSyntax {
    let fact = charter.facts[place]
    // Where one level begins another, the longest that fits is meant.
    let fitting = fact.levels.indices.filter { level in
      let keys = fact.levels[level].lowercased().split(separator: " ").map(String.init)
      return keys.count < words.count && words.prefix(keys.count).map(\.key) == keys
    }
    guard let level = fitting.max(by: { fact.levels[$0].count < fact.levels[$1].count }) else {
      let name = words.first.map { Phrase($0.text, $0.span) } ?? rest
      throw .meansWithoutLevel(fact: fact.name, name, levels: fact.levels)
    }
    let count = fact.levels[level].split(separator: " ").count
    let text = rest.text(from: words[count])
    charter.facts[place].meanings[level] = text
    return .means(words, rest: rest.renamed("\(fact.levels[level]) \(text)"))
  }

  // MARK: - Expressions

  /// How many facts and numbers the fact at `place` stands for in a sum.
  private func partCount(_ place: Int) -> Int {
    // INVARIANT: what was declared before is within the limit itself, so that this is quick.
    guard case .computed(let expression) = charter.facts[place].kind else { return 1 }
    return expression.size(partCount)
  }

  private func expression(
    _ syntax: ExpressionSyntax, of place: Int
  ) throws(CharterError) -> (Expression, ExpressionSyntax) {
    switch syntax {
    case .operation(let sign, let left, let right):
      let (one, oneText) = try expression(left, of: place)
      let (other, otherText) = try expression(right, of: place)
      let join = Expression.Operator(rawValue: sign) ?? .add
      return (.operation(join, one, other), .operation(sign, oneText, otherText))
    case .operand(let phrase):
      if let fact = factPlaces[phrase.text.lowercased()] {
        let declaration = charter.facts[fact]
        if fact >= place { throw .readsItself(fact: declaration.name, phrase.span) }
        guard declaration.kind?.isNumeric == true else {
          throw .notNumeric(fact: declaration.name, phrase.span)
        }
        return (.fact(fact), .operand(phrase.renamed(declaration.name)))
      }
      return try number(phrase)
    }
  }

  private func number(
    _ phrase: Phrase
  ) throws(CharterError) -> (Expression, ExpressionSyntax) {
    var text = phrase.text
    let isPercent = text.last == "%"
    if isPercent { text.removeLast() }
    guard let first = text.first, first.isNumber || "-−+.".contains(first) else {
      throw .unknown(
        .fact, phrase, near: NearestName.find(phrase.text, among: charter.facts.lazy.map(\.name)))
    }
    let value = try ValueReader.number(phrase.renamed(text.trimmed), fact: "", .plain)
    let share = isPercent ? value.divided(by: Number(100)) ?? value : value
    let canonical = phrase.renamed(value.exactDecimal + (isPercent ? "%" : ""))
    return (.number(share), .operand(canonical))
  }
}

extension FactKind {
  /// Whether the value follows from the fact at `place`.
  func reads(_ place: Int) -> Bool {
    switch self {
    case .computed(let expression): expression.facts.contains(place)
    case .counts(_, let text): text == place
    default: false
    }
  }
}
