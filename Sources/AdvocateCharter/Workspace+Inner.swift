import AdvocateDiagnostics
import AdvocateSyntax

/// The lines inside charters, phrases, expectations and ledgers, and the way to the others.
extension Workspace {
  /// Takes a line that belongs to the subject, and gives it in canonical form.
  mutating func inner(
    _ syntax: LineSyntax, _ line: SourceLine, isTyped: Bool, _ outcome: inout LineOutcome
  ) throws(LineError) -> LineSyntax {
    do {
      let canonical: LineSyntax
      switch subject {
      case .action(let place):
        return try actionLine(syntax, of: place, line, isTyped: isTyped, &outcome)
      case .charter: return try charterLine(syntax)
      case .expect(let place): canonical = try expectationLine(syntax, of: place, line)
      case .fact(let place): canonical = try factLine(syntax, of: place, line)
      case .ledger(let place): canonical = try ledgerLine(syntax, of: place)
      case .phrases(let place): return try phrasesLine(syntax, of: place)
      case .rule(let place): canonical = try ruleLine(syntax, of: place, line, &outcome)
      case nil: return syntax
      }
      mendSubject(by: line, isTyped: isTyped)
      return canonical
    } catch let error as LineError {
      throw error
    } catch let error as CharterError {
      throw .charter(error)
    } catch {
      return syntax
    }
  }

  /// Lines that could not be read are no longer missing once they are said again.
  ///
  /// A line that a subject has only once is said again by any of its kind; another one by a line
  /// that is near, and only at the prompt, where lines are mended.
  private mutating func mendSubject(by line: SourceLine, isTyped: Bool) {
    guard isSubjectIncomplete else { return }
    let text = line.text.trimmed
    let form = text.prefix { $0 != " " }.lowercased()
    func isMissing(_ dropped: SourceLine) -> Bool {
      let old = dropped.text.trimmed
      if Self.saidOnce.contains(form), old.prefix(while: { $0 != " " }).lowercased() == form {
        return false
      }
      return !(isTyped && NearestName.areNear(old, text))
    }
    switch subject {
    case .expect(let place): expectations[place].dropped.removeAll { !isMissing($0) }
    case .fact(let place): charter.facts[place].dropped.removeAll { !isMissing($0) }
    case .ledger(let place): ledgers[place].dropped.removeAll { !isMissing($0) }
    case .rule(let place): charter.rules[place].dropped.removeAll { !isMissing($0) }
    case .action, .charter, .phrases, nil: break
    }
  }

  /// Whether a line of the subject could not be read and may be said again.
  private var isSubjectIncomplete: Bool {
    switch subject {
    case .expect(let place): !expectations[place].dropped.isEmpty
    case .fact(let place): !charter.facts[place].dropped.isEmpty
    case .ledger(let place): !ledgers[place].dropped.isEmpty
    case .rule(let place): !charter.rules[place].dropped.isEmpty
    case .action, .charter, .phrases, nil: false
    }
  }

  /// The words of lines that a subject has once.
  private static let saidOnce: Set<String> = [
    "asks", "bad", "because", "good", "kind", "lens", "only", "scale", "score", "source", "starts",
    "verdict", "weight",
  ]

  private mutating func charterLine(_ syntax: LineSyntax) throws -> LineSyntax {
    switch syntax {
    case .currency(let code):
      charter.currency = code.text.uppercased()
      return .currency(code.renamed(charter.currency))
    case .lens(let name):
      if let place = charter.lenses.firstIndex(where: { $0.lowercased() == name.text.lowercased() })
      {
        return .lens(name.renamed(charter.lenses[place]))
      }
      try Crowd.lenses.check(charter.lenses.count, name.span)
      charter.lenses.append(name.text)
    case .band(let name, let from):
      let hundredths = try Self.hundredths(from)
      let folded = name.text.lowercased()
      let others = charter.declaredBands.filter { $0.name.lowercased() != folded }
      if let other = others.first(where: { $0.from == hundredths }) {
        throw CharterError.bandTaken(from, by: other.name)
      }
      try Crowd.verdicts.check(others.count, name.span)
      charter.declaredBands = others
      charter.declaredBands.append(Band(name: name.text, from: hundredths))
    case .note(let text): charter.notes.append(text.text)
    case .reason(let text, let server): return try reasonLine(text, server)
    default: break
    }
    return syntax
  }

  /// A score in hundredths of a point.
  private static func hundredths(_ typed: Phrase) throws(CharterError) -> Int {
    guard let number = try? ValueReader.number(typed, fact: "", .plain) else {
      throw .badBand(typed)
    }
    let scaled = number * Number(100)
    guard scaled >= Number(0), scaled <= Number(10_000),
      let value = Int(scaled.decimal(places: 0)), Number(value) == scaled
    else { throw .badBand(typed) }
    return value
  }

  private mutating func phrasesLine(
    _ syntax: LineSyntax, of place: Int
  ) throws -> LineSyntax {
    switch syntax {
    case .says(let phrase):
      if !charter.phraseFamilies[place].phrases.contains(phrase.text) {
        try Crowd.phrases.check(charter.phraseFamilies[place].phrases.count, phrase.span)
        charter.phraseFamilies[place].phrases.append(phrase.text)
      }
    case .because(let text): charter.phraseFamilies[place].reason = text.text
    case .instead(let text): charter.phraseFamilies[place].wording = text.text
    case .note(let text): charter.phraseFamilies[place].notes.append(text.text)
    default: break
    }
    return syntax
  }

  // MARK: - Expectations

  private mutating func expectationLine(
    _ syntax: LineSyntax, of place: Int, _ line: SourceLine
  ) throws -> LineSyntax {
    if case .note(let text) = syntax { expectations[place].notes.append(text.text) }
    guard case .expectation(let expectation) = syntax else { return syntax }
    let (content, canonical) = try checked(expectation)
    let text = Formatter.text(of: .expectation(canonical))
    expectations[place].expectations.append(
      Expectation(content: content, text: text, location: line.location))
    return .expectation(canonical)
  }

  /// Reads one line of what is expected once more.
  ///
  /// - Returns: whether it fits the charter in force.
  mutating func expect(_ line: SourceLine, inBlock place: Int) -> Bool {
    guard case .success(let syntax) = LineParser.read(line.text, subject: .expect).result else {
      return false
    }
    return (try? expectationLine(syntax, of: place, line)) != nil
  }

  private func checked(
    _ expectation: ExpectationSyntax
  ) throws(CharterError) -> (Expectation.Content, ExpectationSyntax) {
    switch expectation {
    case .verdict(let name):
      let verdicts = charter.bands.map(\.name) + ["vetoed", "silent"]
      guard let verdict = verdicts.first(where: { $0.lowercased() == name.text.lowercased() })
      else { throw .unknownVerdict(name, verdicts: verdicts) }
      return (.verdict(verdict), .verdict(name.renamed(verdict)))
    case .score(let from, let to):
      guard let low = try? Self.hundredths(from), let high = try? Self.hundredths(to), low <= high
      else { throw .badScore(Phrase("", from.span.joined(with: to.span))) }
      return (.score(from: low, to: high), expectation)
    case .rule(let form, let name):
      let place = try rule(name)
      let canonical = name.renamed(charter.rules[place].name)
      let content: Expectation.Content =
        switch form {
        case .against: .speaksAgainst(rule: place)
        case .for: .speaksFor(rule: place)
        case .neutral: .neutral(rule: place)
        case .vetoedBy: .vetoedBy(rule: place)
        }
      return (content, .rule(form, canonical))
    case .settled: return (.settled, expectation)
    case .notSettled: return (.notSettled, expectation)
    case .betterThan(let name):
      let other = try comparedAction(name)
      return (.betterThan(action: other), .betterThan(name.renamed(other)))
    case .worseThan(let name):
      let other = try comparedAction(name)
      return (.worseThan(action: other), .worseThan(name.renamed(other)))
    }
  }

  /// The name of an action to compare with; `do nothing` is always at hand.
  private func comparedAction(_ name: Phrase) throws(CharterError) -> String {
    if actionPlaces[name.text.lowercased()] == nil,
      name.text.lowercased() == Action.doNothing.name
    {
      return Action.doNothing.name
    }
    return actions[try action(name)].name
  }

  // MARK: - Ledgers

  private mutating func ledgerLine(_ syntax: LineSyntax, of place: Int) throws -> LineSyntax {
    switch syntax {
    case .startsAt(let typed):
      ledgers[place].start = try ValueReader.number(typed, fact: "starts at", .plain)
      return .startsAt(typed.renamed(ledgers[place].start.exactDecimal))
    case .halves(let side, let typed):
      guard let days = try? ValueReader.number(typed, fact: "", .plain), days.sign > 0 else {
        throw CharterError.badDays(typed)
      }
      setHalfLife(days, side, of: place)
      return .halves(side, days: typed.renamed(days.exactDecimal))
    case .neverFades(let side): setHalfLife(nil, side, of: place)
    case .on(let date, let name):
      let when = try Self.date(date)
      let action = actions[try action(name)].name
      if let first = ledgers[place].entries.first, first.date.isDay != when.isDay {
        throw CharterError.datesAndDays(date)
      }
      try Crowd.deeds.check(ledgers[place].entries.count, name.span)
      ledgers[place].entries.append(Ledger.Entry(date: when, action: action))
      return .on(date: date.renamed(when.text), action: name.renamed(action))
    case .note(let text): ledgers[place].notes.append(text.text)
    default: break
    }
    return syntax
  }

  private mutating func setHalfLife(_ days: Number?, _ side: LedgerSideSyntax, of place: Int) {
    if side == .good {
      ledgers[place].goodHalfLife = days
    } else {
      ledgers[place].badHalfLife = days
    }
  }

  private static func date(_ typed: Phrase) throws(CharterError) -> LedgerDate {
    guard let date = LedgerDate(typed.text) else { throw .badDate(typed) }
    return date
  }
}
