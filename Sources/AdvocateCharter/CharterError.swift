public import AdvocateDiagnostics
public import AdvocateSyntax

/// What can be wrong with a line once its names are looked up.
public enum CharterError: Error, Sendable, Equatable {
  /// The kinds of names that lines refer to.
  public enum Noun: String, Sendable {
    case action
    case charter
    case fact
    case lens
    case phrases
    case rule
  }

  // Names.
  case unknown(Noun, Phrase, near: String?)
  case several(Noun, Phrase, fitting: [String], places: [Int])
  case commaInName(Phrase)
  case startsLikeALine(Phrase, word: String)
  case nameTaken(Phrase, by: String)
  case alreadyThere(Noun, Phrase)

  // Values.
  case unknownLevel(fact: String, Phrase, levels: [String], near: String?, question: String?)
  case levelOutside(fact: String, Phrase, levels: [String])
  case notYesOrNo(fact: String, Phrase)
  case percentWithoutSign(fact: String, Phrase, likely: String)
  case notANumber(fact: String, Phrase, NumberKind)
  case numberTooLong(Phrase)
  case negative(fact: String, Phrase)
  case otherCurrency(Phrase, currency: String)
  case nothingWithOthers(fact: String, Phrase)
  case followsFromOthers(fact: String, Phrase, how: String)
  case roughlyNeedsNumber(fact: String, Phrase)
  case rangeNeedsOrder(fact: String, Phrase)
  case rangeReversed(Phrase)
  case factWithoutKind(fact: String, Phrase)
  case factWithoutValue(fact: String, Phrase, levels: [String])

  // Tests.
  case cannotCompare(left: String, leftKind: String, right: String, rightKind: String, SourceSpan)
  case noOrder(fact: String, words: String, SourceSpan)
  case includesNeedsAnyOf(fact: String, SourceSpan)
  case testOnText(fact: String, SourceSpan)

  // Declarations.
  case weightOutside(Phrase)
  case secondScope(SourceSpan)
  case kindInUse(fact: String, SourceSpan)
  case levelIsFact(level: Phrase, fact: String)
  case unknownNature(Phrase)
  case meansWithoutLevel(fact: String, Phrase, levels: [String])
  case notNumeric(fact: String, SourceSpan)
  case expressionTooLarge(fact: String, parts: Int, SourceSpan)
  case readsItself(fact: String, SourceSpan)
  case countsNeedsText(fact: String, SourceSpan)
  case badBand(Phrase)
  case bandTaken(Phrase, by: String)
  case useAfterOtherLines(SourceSpan)
  case tooMany(Crowd, SourceSpan)

  // Expectations and ledgers.
  case unknownVerdict(Phrase, verdicts: [String])
  case badScore(Phrase)
  case badDate(Phrase)
  case datesAndDays(Phrase)
  case badDays(Phrase)
  case badCopy(SourceSpan)

  /// What a number is expected to be.
  public enum NumberKind: Sendable, Equatable {
    case money
    case percent
    case number(unit: String)
    case plain
  }
}
