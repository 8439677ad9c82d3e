/// What a line says, before its names are looked up.
public enum LineSyntax: Sendable, Equatable {
  case blank
  case comment(String)

  // Subjects.
  case subject(SubjectKind, Phrase)
  case copy(Phrase)

  // Inside a charter.
  case currency(Phrase)
  case band(name: Phrase, from: Phrase)
  case reason(Phrase, servedBy: Phrase?)

  // Inside a fact.
  case asks(Phrase)
  case levels(LevelsSyntax, [Phrase])
  case kind(Phrase)
  case number(unit: Phrase)
  case plainKind(PlainKindSyntax)
  case computed(ExpressionSyntax)
  case counts(phrases: Phrase, fact: Phrase)
  case first
  case mustBeSaid
  case means([Word], rest: Phrase)

  // Inside a rule.
  case lens(Phrase)
  case weight(Phrase)
  case onlyWhen([TestSyntax])
  case clause(SideSyntax, [TestSyntax])
  case because(Phrase)
  case source(Phrase)

  // Inside phrases.
  case instead(Phrase)
  case says(Phrase)

  // Inside an action.
  case statement(StatementSyntax)
  case restIsUntouched

  // Inside an expectation.
  case expectation(ExpectationSyntax)

  // Inside a ledger.
  case startsAt(Phrase)
  case halves(LedgerSideSyntax, days: Phrase)
  case neverFades(LedgerSideSyntax)
  case on(date: Phrase, action: Phrase)

  // Anywhere.
  case note(Phrase)
  case use(Phrase)
  case load(Phrase)
  case weigh(rule: Phrase, weight: Phrase)
  case whatIf([StatementSyntax])
  case command(String, Phrase?)
}

/// The kinds of facts that list levels.
public enum LevelsSyntax: String, Sendable, CaseIterable {
  case scale
  case oneOf = "one of"
  case anyOf = "any of"
}

/// The kinds of facts that one word names.
public enum PlainKindSyntax: String, Sendable, CaseIterable {
  case money
  case percent
  case text
  case yesNo = "yes-no"
}

/// What a `when` line makes its rule say.
public enum SideSyntax: String, Sendable, CaseIterable {
  case `for` = "for"
  case leansFor = "leans for"
  case leansAgainst = "leans against"
  case against = "against"
  case veto = "veto"
}

/// What fades in a ledger.
public enum LedgerSideSyntax: String, Sendable, CaseIterable {
  case bad
  case good
}

/// A line below `expect`.
public enum ExpectationSyntax: Sendable, Equatable {
  case verdict(Phrase)
  case score(from: Phrase, to: Phrase)
  case rule(RuleExpectation, Phrase)
  case settled
  case notSettled
  case betterThan(Phrase)
  case worseThan(Phrase)

  /// What a rule is expected to do.
  public enum RuleExpectation: String, Sendable, CaseIterable {
    case against
    case `for` = "for"
    case neutral
    case vetoedBy = "vetoed by"
  }
}

/// What reading one line gave.
public struct ParsedLine: Sendable {
  /// What the line says, or what is wrong with it.
  public var result: Result<LineSyntax, SyntaxError>
  /// What was put right while reading.
  public var tidyings: Set<Tidying>
}
