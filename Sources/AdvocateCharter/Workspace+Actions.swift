public import AdvocateDiagnostics
public import AdvocateSyntax

/// The lines inside actions, and what becomes of actions when the charter changes.
extension Workspace {
  mutating func actionLine(
    _ syntax: LineSyntax, of place: Int, _ line: SourceLine, isTyped: Bool,
    _ outcome: inout LineOutcome
  ) throws(LineError) -> LineSyntax {
    switch syntax {
    case .statement(let syntax):
      var syntax = syntax
      if let group = syntax.group, let known = actions[place].groupPlace(group.text) {
        syntax.group = group.renamed(actions[place].groups[known].name)
      } else if let group = syntax.group {
        let count = actions[place].groups.count
        do { try Crowd.groups.check(count, group.span) } catch { throw .charter(error) }
      }
      let (statement, canonical) = try statement(syntax, line, &outcome.tidyings)
      say(statement, of: place, line, isTyped: isTyped, &outcome)
      return canonical
    case .restIsUntouched:
      actions[place].restIsUntouched = true
      mend(place) { $0.hasPrefix("the rest") }
      return syntax
    case .note(let text):
      actions[place].notes.append(text.text)
      mend(place) { $0.hasPrefix("note") && NearestName.areNear($0, line.text.trimmed) }
      return syntax
    default: return syntax
    }
  }

  /// What the line `syntax` says of an action, and the line in canonical form.
  public func statement(
    _ syntax: StatementSyntax, _ line: SourceLine
  ) -> Result<Statement, DiagnosticBox> {
    var tidyings: Set<Tidying> = []
    do {
      return .success(try statement(syntax, line, &tidyings).0)
    } catch {
      return .failure(DiagnosticBox(error.diagnostic(on: line, fate: .typed)))
    }
  }

  func statement(
    _ syntax: StatementSyntax, _ line: SourceLine, _ tidyings: inout Set<Tidying>
  ) throws(LineError) -> (Statement, LineSyntax) {
    var checker = TestChecker(charter, factPlaces: factPlaces)
    let fact: Int
    do { fact = try checker.fact(syntax.fact) } catch { throw .charter(error) }
    let (content, evidence) = try checker.content(syntax, ofFact: fact)
    if checker.sawLevelNumber { tidyings.insert(.levelNumber) }
    var statement = Statement(
      fact: fact, content: content, evidence: evidence, location: line.location)
    statement.group = syntax.group?.text
    var canonical = syntax
    canonical.fact = syntax.fact.renamed(charter.facts[fact].name)
    // The words behind `is`, as they are always written.
    var rest = String(charter.text(of: content, ofFact: fact).dropFirst(3))
    if let evidence { rest += " because \(evidence)" }
    canonical.rest = syntax.rest.renamed(rest)
    return (statement, .statement(canonical))
  }

  private mutating func say(
    _ statement: Statement, of place: Int, _ line: SourceLine, isTyped: Bool,
    _ outcome: inout LineOutcome
  ) {
    let name = (statement.group.map { "for \($0): " } ?? "") + charter.facts[statement.fact].name
    if let before = actions[place].say(statement) {
      if before.content != statement.content {
        func words(_ content: Statement.Content) -> String {
          String(charter.text(of: content, ofFact: statement.fact).dropFirst(3))
        }
        let (was, now) = (words(before.content), words(statement.content))
        if isTyped {
          outcome.changes.append(.restated(fact: name, before: was, now: now))
        } else if before.location.file == line.file,
          before.location.line > actions[place].location.line
        {
          outcome.diagnostics.append(
            CharterRemark.saidTwice(fact: name, before: was, now: now).diagnostic(on: line))
        }
      }
    }
    // A line that could not be read is no longer missing once its fact is said.
    actions[place].dropped.removeAll {
      $0.fact == statement.fact && $0.group?.lowercased() == statement.group?.lowercased()
    }
    mend(place) { text in
      guard let end = text.firstRange(of: " is ") else { return false }
      return NearestName.areNear(String(text[..<end.lowerBound]), name)
    }
  }

  /// Takes out the lines that could not be read, named no known fact, and are said again.
  private mutating func mend(_ place: Int, _ isSaid: (String) -> Bool) {
    actions[place].dropped.removeAll { $0.fact == nil && isSaid($0.line.text.trimmed.lowercased()) }
  }

  /// Reads the lines of all actions again after the charter became another.
  ///
  /// - Returns: the number of lines that no longer fit, and of actions that they belong to.
  @discardableResult
  mutating func rebaseActions(from old: Charter) -> (lines: Int, actions: Int) {
    var lost = (lines: 0, actions: 0)
    for place in actions.indices {
      let statements = actions[place].allStatements
      actions[place].statements = []
      for group in actions[place].groups.indices { actions[place].groups[group].statements = [] }
      let unread = actions[place].dropped
      actions[place].dropped = []
      var misfits = 0
      for statement in statements {
        let text = Self.line(of: statement, old)
        let line = SourceLine(
          file: statement.location.file, number: statement.location.line, text: text)
        guard
          case .success(.statement(let syntax)) = LineParser.read(text, subject: .action).result,
          case .success(let read) = self.statement(syntax, line)
        else {
          actions[place].dropped.append(
            DroppedLine(line: line, fact: nil, group: statement.group))
          misfits += 1
          continue
        }
        actions[place].say(read)
      }
      // What did not fit the charter before may fit this one.
      for line in unread {
        if case .success(.statement(let syntax)) = LineParser.read(line.line.text, subject: .action)
          .result, case .success(let read) = self.statement(syntax, line.line),
          actions[place].statement(of: read.fact, group: read.group) == nil
        {
          actions[place].say(read)
        } else {
          actions[place].dropped.append(
            DroppedLine(line: line.line, fact: nil, group: line.group))
        }
      }
      actions[place].removeEmptyGroups()
      lost.lines += misfits
      if misfits > 0 { lost.actions += 1 }
    }
    rereadExpectations()
    return lost
  }

  /// Looks the names in what is expected up again; a block with a line that fits no more is
  /// incomplete.
  private mutating func rereadExpectations() {
    for block in expectations.indices {
      let old = expectations[block].expectations
      let lines = old.map {
        SourceLine(file: $0.location.file, number: $0.location.line, text: $0.text)
      }
      let unread = expectations[block].dropped
      expectations[block].expectations = []
      expectations[block].dropped = []
      for line in lines + unread where !expect(line, inBlock: block) {
        expectations[block].dropped.append(line)
      }
    }
  }

  /// A statement as the line that says it, with its evidence.
  static func line(of statement: Statement, _ charter: Charter) -> String {
    charter.text(of: statement) + (statement.evidence.map { " because \($0)" } ?? "")
  }
}

/// A finding that a function gives instead of its result.
public struct DiagnosticBox: Error {
  /// The finding.
  public let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
