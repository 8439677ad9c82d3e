import AdvocateDiagnostics
import AdvocateSyntax

/// The lines inside rules.
extension Workspace {
  mutating func ruleLine(
    _ syntax: LineSyntax, of place: Int, _ line: SourceLine, _ outcome: inout LineOutcome
  ) throws(CharterError) -> LineSyntax {
    switch syntax {
    case .lens(let name):
      let lens = try Self.resolve(name, .lens, among: charter.lenses)
      charter.rules[place].lens = lens
      return .lens(name.renamed(charter.lenses[lens]))
    case .weight(let typed):
      let weight = try Self.weight(typed)
      charter.rules[place].statedWeight = weight
      return .weight(typed.renamed("\(weight)"))
    case .onlyWhen(let tests):
      guard charter.rules[place].scope.isEmpty else {
        throw .secondScope(line.span(ofWords: 2))
      }
      let (checked, canonical) = try self.tests(tests, &outcome)
      charter.rules[place].scope = checked
      return .onlyWhen(canonical)
    case .clause(let side, let tests):
      let (checked, canonical) = try self.tests(tests, &outcome)
      let kind: Clause.Side =
        switch side {
        case .for: .for
        case .leansFor: .leansFor
        case .leansAgainst: .leansAgainst
        case .against: .against
        case .veto: .veto
        }
      if !charter.rules[place].clauses.contains(where: { $0.side == kind && $0.tests == checked }) {
        try Crowd.ruleLines.check(charter.rules[place].clauses.count, line.span(ofWords: 1))
        charter.rules[place].clauses.append(
          Clause(side: kind, tests: checked, location: line.location))
      }
      return .clause(side, canonical)
    case .because(let text): charter.rules[place].reason = text.text
    case .source(let text): charter.rules[place].source = text.text
    case .note(let text): charter.rules[place].notes.append(text.text)
    default: break
    }
    return syntax
  }

  private func tests(
    _ syntax: [TestSyntax], _ outcome: inout LineOutcome
  ) throws(CharterError) -> ([Test], [TestSyntax]) {
    var checker = TestChecker(charter, factPlaces: factPlaces)
    let tests = try checker.tests(syntax)
    if checker.sawLevelNumber { outcome.tidyings.insert(.levelNumber) }
    let canonical = zip(syntax, tests).map { written, test in
      var written = written
      written.fact = written.fact.renamed(charter.facts[test.fact].name)
      written.operands = zip(written.operands, test.operands).map { phrase, operand in
        switch operand {
        case .value(let value): phrase.renamed(charter.text(of: value, ofFact: test.fact))
        case .fact(let other): phrase.renamed(charter.facts[other].name)
        }
      }
      return written
    }
    return (tests, canonical)
  }

  /// A weight from 1 to 5.
  static func weight(_ typed: Phrase) throws(CharterError) -> Int {
    guard let weight = Int(typed.text), (1...5).contains(weight) else {
      throw .weightOutside(typed)
    }
    return weight
  }
}
