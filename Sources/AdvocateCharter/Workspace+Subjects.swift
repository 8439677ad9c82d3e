import AdvocateDiagnostics
import AdvocateSyntax

/// The lines that set a subject, and what is told when one is left.
extension Workspace {
  mutating func take(
    _ syntax: LineSyntax, _ line: SourceLine, isTyped: Bool, _ outcome: inout LineOutcome
  ) throws(LineError) {
    switch syntax {
    case .blank, .comment: outcome.canonical = syntax
    case .subject(let kind, let name):
      try begin(kind, name, line, isTyped: isTyped, &outcome)
    case .copy(let names): try copy(names, line, &outcome)
    case .use(let name):
      outcome.canonical = syntax
      outcome.request = .use(name)
    case .load(let name):
      outcome.canonical = syntax
      outcome.request = .load(name)
    case .weigh(let rule, let weight):
      let place = try charterError { () throws(CharterError) in try self.rule(rule) }
      let value = try charterError { () throws(CharterError) in try Self.weight(weight) }
      outcome.canonical = .weigh(
        rule: rule.renamed(charter.rules[place].name), weight: weight.renamed("\(value)"))
      outcome.request = .weigh(rule: place, weight: value)
    case .whatIf(let statements):
      outcome.canonical = syntax
      outcome.request = .whatIf(statements)
    case .command(let word, let argument):
      outcome.canonical = syntax
      outcome.request = .command(word, argument)
    default:
      let canonical = try inner(syntax, line, isTyped: isTyped, &outcome)
      outcome.canonical = canonical
      outcome.didChange = true
      if isCharterSubject { noteCharterLine(Formatter.line(canonical)) }
    }
  }

  private func charterError<Result>(
    _ body: () throws(CharterError) -> Result
  ) throws(LineError) -> Result {
    do { return try body() } catch { throw .charter(error) }
  }

  /// Whether the next line says something of the charter.
  var isCharterSubject: Bool {
    switch subject {
    case .charter, .fact, .rule, .phrases: true
    default: false
    }
  }

  mutating func noteCharterLine(_ line: Formatter.Line) {
    charterLines.append(line)
    charterRevision += 1
    changeCount += 1
  }

  private mutating func begin(
    _ kind: SubjectKind, _ name: Phrase, _ line: SourceLine, isTyped: Bool,
    _ outcome: inout LineOutcome
  ) throws(LineError) {
    // Before another charter takes the place of the one that the subject belongs to.
    closeSubject(&outcome)
    let target: (Subject, isNew: Bool, name: String)
    do {
      target = try destination(kind, name, line)
    } catch {
      throw .charter(error)
    }
    endWaiting(isTyped: isTyped, &outcome)
    if kind == .charter, target.isNew { beginCharter(target.name, line, &outcome) }
    subject = target.0
    isSubjectNew = target.isNew
    outcome.canonical = .subject(kind, name.renamed(target.name))
    outcome.didChange = true
    if isCharterSubject, let canonical = outcome.canonical {
      noteCharterLine(Formatter.line(canonical))
    }
    outcome.changes.append(
      target.isNew ? .began(kind, name: target.name) : .returned(kind, name: target.name))
    if !isTyped, !target.isNew, kind == .action {
      outcome.diagnostics.append(CharterRemark.returned(target.name).diagnostic(on: line))
    }
  }

  private mutating func destination(
    _ kind: SubjectKind, _ name: Phrase, _ line: SourceLine
  ) throws(CharterError) -> (Subject, isNew: Bool, name: String) {
    let folded = name.text.lowercased()
    switch kind {
    case .action:
      if let place = actionPlaces[folded] { return (.action(place), false, actions[place].name) }
      if isOfSession { try Crowd.actions.check(actions.count, name.span) }
      return (
        .action(appendAction(Action(name: name.text, location: line.location))), true, name.text
      )
    case .charter:
      if charter.name.lowercased() == folded { return (.charter, false, charter.name) }
      return (.charter, true, name.text)
    case .expect:
      let (place, group) = try actionAndGroup(name)
      var block = ExpectationBlock(action: actions[place].name, location: line.location)
      block.group = group
      expectations.append(block)
      return (.expect(expectations.count - 1), true, block.title)
    case .fact:
      if let place = factPlaces[folded] {
        return (.fact(place), false, charter.facts[place].name)
      }
      try checkFactName(name)
      try Crowd.facts.check(charter.facts.count, name.span)
      charter.facts.append(FactDeclaration(name: name.text, location: line.location))
      factPlaces[folded] = charter.facts.count - 1
      return (.fact(charter.facts.count - 1), true, name.text)
    case .ledger:
      if let place = ledgers.firstIndex(where: { $0.name.lowercased() == folded }) {
        return (.ledger(place), false, ledgers[place].name)
      }
      ledgers.append(Ledger(name: name.text, location: line.location))
      return (.ledger(ledgers.count - 1), true, name.text)
    case .phrases:
      if let place = charter.phraseFamilies.firstIndex(where: { $0.name.lowercased() == folded }) {
        return (.phrases(place), false, charter.phraseFamilies[place].name)
      }
      try Crowd.families.check(charter.phraseFamilies.count, name.span)
      charter.phraseFamilies.append(PhraseFamily(name: name.text, location: line.location))
      return (.phrases(charter.phraseFamilies.count - 1), true, name.text)
    case .rule:
      if let place = rulePlaces[folded] {
        return (.rule(place), false, charter.rules[place].name)
      }
      try Crowd.rules.check(charter.rules.count, name.span)
      charter.rules.append(Rule(name: name.text, location: line.location))
      rulePlaces[folded] = charter.rules.count - 1
      return (.rule(charter.rules.count - 1), true, name.text)
    }
  }

  private mutating func beginCharter(
    _ name: String, _ line: SourceLine, _ outcome: inout LineOutcome
  ) {
    let old = charter
    charter = Charter(name: name)
    origin = .own
    charterLines = []
    indexCharter()
    let lost = rebaseActions(from: old)
    guard lost.lines > 0 else { return }
    let remark = CharterRemark.linesDoNotFit(count: lost.lines, actions: lost.actions)
    outcome.diagnostics.append(remark.diagnostic(on: line))
  }

  private func checkFactName(_ name: Phrase) throws(CharterError) {
    if name.text.contains(",") { throw .commaInName(name) }
    let first = name.text.split(separator: " ").first.map(String.init) ?? ""
    if Keyword.startsAnotherLine(first) || first.lowercased() == Keyword.group {
      throw .startsLikeALine(name, word: first.lowercased())
    }
    if name.text.lowercased().hasPrefix("the rest") {
      throw .startsLikeALine(name, word: "the rest")
    }
    let folded = name.text.lowercased()
    guard levelNames.contains(folded) else { return }
    for fact in charter.facts where fact.levels.contains(where: { $0.lowercased() == folded }) {
      throw .nameTaken(name, by: fact.name)
    }
  }

  mutating func appendAction(_ action: Action) -> Int {
    actions.append(action)
    actionPlaces[action.name.lowercased()] = actions.count - 1
    return actions.count - 1
  }

  // MARK: - Copies

  private mutating func copy(
    _ names: Phrase, _ line: SourceLine, _ outcome: inout LineOutcome
  ) throws(LineError) {
    let original: Int
    let name: Phrase
    do { (original, name) = try copyNames(names) } catch { throw .charter(error) }
    guard actionPlaces[name.text.lowercased()] == nil else {
      throw .charter(.alreadyThere(.action, name))
    }
    if isOfSession {
      try charterError { () throws(CharterError) in
        try Crowd.actions.check(actions.count, names.span)
      }
    }
    closeSubject(&outcome)
    var copy = actions[original]
    copy.name = name.text
    copy.location = line.location
    subject = .action(appendAction(copy))
    isSubjectNew = true
    let from = actions[original].name
    outcome.canonical = .copy(names.renamed("\(from) as \(name.text)"))
    outcome.changes.append(.copied(from: from, to: name.text))
    outcome.didChange = true
  }

  /// The action to copy and the new name: names may hold "as", so the longest known one counts.
  private func copyNames(_ names: Phrase) throws(CharterError) -> (Int, Phrase) {
    let words = names.text.split(separator: " ")
    let places = words.indices.filter { words[$0].lowercased() == "as" }.reversed()
    var failure: CharterError?
    for place in places where place > 0 && place + 1 < words.count {
      let left = words[..<place].joined(separator: " ")
      let right = words[(place + 1)...].joined(separator: " ")
      let start = names.span.start
      let leftName = Phrase(left, SourceSpan(start, start + left.utf8.count))
      do {
        let rightSpan = SourceSpan(names.span.end - right.utf8.count, names.span.end)
        return (try action(leftName), Phrase(right, rightSpan))
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? .badCopy(names.span)
  }

  // MARK: - Leaving a subject

  /// Tells what the subject that is left still lacks.
  mutating func closeSubject(_ outcome: inout LineOutcome) {
    defer { isSubjectNew = false }
    guard isSubjectNew else { return }
    switch subject {
    case .rule(let place):
      let rule = charter.rules[place]
      // What a line that could not be read would have said is told with that line.
      guard !rule.isIncomplete else { return }
      let line = SourceLine(
        file: rule.location.file, number: rule.location.line, text: "rule \(rule.name)")
      var remarks: [CharterRemark] = []
      if rule.clauses.isEmpty { remarks.append(.ruleWithoutLine(rule.name)) }
      if rule.reason == nil { remarks.append(.ruleWithoutReason(rule.name)) }
      if rule.statedWeight == nil, rule.isUsed, rule.weight > 0 {
        remarks.append(.ruleWithoutWeight(rule.name))
      }
      outcome.diagnostics += remarks.map { $0.diagnostic(on: line) }
    case .fact(let place)
    where charter.facts[place].kind == nil && !charter.facts[place].isIncomplete:
      let fact = charter.facts[place]
      let line = SourceLine(
        file: fact.location.file, number: fact.location.line, text: "fact \(fact.name)")
      outcome.diagnostics.append(CharterRemark.factWithoutKind(fact.name).diagnostic(on: line))
    default: break
    }
  }

  // MARK: - Names

  /// The place of the action that `name` names.
  func action(_ name: Phrase) throws(CharterError) -> Int {
    if let place = actionPlaces[name.text.lowercased()] { return place }
    return try Self.resolve(name, .action, among: actions.map(\.name))
  }

  /// The place of the rule that `name` names.
  func rule(_ name: Phrase) throws(CharterError) -> Int {
    try Self.resolve(name, .rule, among: charter.rules.map(\.name))
  }

  static func resolve(
    _ name: Phrase, _ noun: CharterError.Noun, among names: [String]
  ) throws(CharterError) -> Int {
    switch NameMatch.find(name.text, among: names) {
    case .found(let place): return place
    case .several(let places):
      throw .several(noun, name, fitting: places.map { names[$0] }, places: places)
    case .none(let near): throw .unknown(noun, name, near: near)
    }
  }
}
