public import AdvocateDiagnostics
public import AdvocateSyntax

extension CharterError {
  /// The kind of finding.
  public var id: DiagnosticID {
    switch self {
    case .unknown(let noun, _, _): Self.unknownID(noun)
    case .several: DiagnosticID(26, "fits-several")
    case .commaInName: DiagnosticID(27, "comma-in-name")
    case .startsLikeALine: DiagnosticID(28, "name-starts-a-line")
    case .nameTaken: DiagnosticID(29, "name-taken")
    case .alreadyThere: DiagnosticID(30, "already-there")
    case .unknownLevel: DiagnosticID(31, "unknown-level")
    case .levelOutside: DiagnosticID(32, "level-outside")
    case .notYesOrNo: DiagnosticID(33, "yes-or-no")
    case .percentWithoutSign: DiagnosticID(34, "percent-sign")
    case .notANumber: DiagnosticID(35, "number-form")
    case .numberTooLong: DiagnosticID(36, "number-too-long")
    case .negative: DiagnosticID(37, "below-zero")
    case .otherCurrency: DiagnosticID(38, "other-currency")
    case .nothingWithOthers: DiagnosticID(39, "nothing-with-others")
    case .followsFromOthers: DiagnosticID(40, "follows-from-others")
    case .roughlyNeedsNumber: DiagnosticID(41, "roughly-needs-number")
    case .rangeNeedsOrder: DiagnosticID(42, "range-needs-order")
    case .rangeReversed: DiagnosticID(43, "range-reversed")
    case .factWithoutKind: DiagnosticID(44, "fact-without-kind")
    case .cannotCompare: DiagnosticID(45, "cannot-compare")
    case .noOrder: DiagnosticID(46, "no-order")
    case .includesNeedsAnyOf: DiagnosticID(47, "includes-needs-any-of")
    case .testOnText: DiagnosticID(48, "test-on-text")
    case .weightOutside: DiagnosticID(49, "weight-outside")
    case .secondScope: DiagnosticID(50, "second-only-when")
    case .kindInUse: DiagnosticID(51, "kind-in-use")
    case .levelIsFact: DiagnosticID(52, "level-is-fact")
    case .unknownNature: DiagnosticID(53, "unknown-kind")
    case .meansWithoutLevel: DiagnosticID(54, "means-without-level")
    case .expressionTooLarge: SyntaxError.badExpression(.tooDeep, SourceSpan(0, 0)).id
    case .tooMany: DiagnosticID(120, "too-many")
    case .notNumeric: DiagnosticID(55, "not-numeric")
    case .readsItself: DiagnosticID(56, "reads-itself")
    case .countsNeedsText: DiagnosticID(57, "counts-needs-text")
    case .badBand: DiagnosticID(58, "verdict-from")
    case .bandTaken: DiagnosticID(59, "verdict-taken")
    case .useAfterOtherLines: DiagnosticID(60, "use-comes-first")
    case .factWithoutValue: DiagnosticID(61, "fact-without-value")
    case .unknownVerdict: DiagnosticID(62, "unknown-verdict")
    case .badScore: DiagnosticID(63, "score-outside")
    case .badDate: DiagnosticID(64, "date-form")
    case .datesAndDays: DiagnosticID(65, "dates-and-days")
    case .badDays: DiagnosticID(66, "days-form")
    case .badCopy: DiagnosticID(67, "copy-form")
    }
  }

  private static func unknownID(_ noun: Noun) -> DiagnosticID {
    switch noun {
    case .fact: DiagnosticID(20, "unknown-fact")
    case .rule: DiagnosticID(21, "unknown-rule")
    case .action: DiagnosticID(22, "unknown-action")
    case .charter: DiagnosticID(23, "unknown-charter")
    case .lens: DiagnosticID(24, "unknown-lens")
    case .phrases: DiagnosticID(25, "unknown-phrases")
    }
  }

  /// Every kind of finding of this stage.
  public static let allIDs: [DiagnosticID] =
    [Noun.fact, .rule, .action, .charter, .lens, .phrases].map(unknownID)
    + {
      let span = SourceSpan(0, 0)
      let phrase = Phrase("", span)
      let all: [CharterError] = [
        .several(.fact, phrase, fitting: [], places: []), .commaInName(phrase),
        .startsLikeALine(phrase, word: ""), .nameTaken(phrase, by: ""),
        .alreadyThere(.fact, phrase),
        .unknownLevel(fact: "", phrase, levels: [], near: nil, question: nil),
        .levelOutside(fact: "", phrase, levels: []), .notYesOrNo(fact: "", phrase),
        .percentWithoutSign(fact: "", phrase, likely: ""), .notANumber(fact: "", phrase, .plain),
        .numberTooLong(phrase), .negative(fact: "", phrase), .otherCurrency(phrase, currency: ""),
        .nothingWithOthers(fact: "", phrase), .followsFromOthers(fact: "", phrase, how: ""),
        .roughlyNeedsNumber(fact: "", phrase), .rangeNeedsOrder(fact: "", phrase),
        .rangeReversed(phrase), .factWithoutKind(fact: "", phrase),
        .cannotCompare(left: "", leftKind: "", right: "", rightKind: "", span),
        .noOrder(fact: "", words: "", span), .includesNeedsAnyOf(fact: "", span),
        .testOnText(fact: "", span), .weightOutside(phrase), .secondScope(span),
        .kindInUse(fact: "", span), .levelIsFact(level: phrase, fact: ""), .unknownNature(phrase),
        .meansWithoutLevel(fact: "", phrase, levels: []), .notNumeric(fact: "", span),
        .readsItself(fact: "", span), .countsNeedsText(fact: "", span), .badBand(phrase),
        .bandTaken(phrase, by: ""), .useAfterOtherLines(span), .tooMany(.rules, span),
        .factWithoutValue(fact: "", phrase, levels: []),
        .unknownVerdict(phrase, verdicts: []), .badScore(phrase), .badDate(phrase),
        .datesAndDays(phrase), .badDays(phrase), .badCopy(span),
      ]
      return all.map(\.id)
    }()

  /// The smallest part of the line that is meant; nil for the whole line.
  public var span: SourceSpan? {
    switch self {
    case .unknown(_, let phrase, _), .several(_, let phrase, _, _), .commaInName(let phrase),
      .startsLikeALine(let phrase, _), .nameTaken(let phrase, _), .alreadyThere(_, let phrase),
      .unknownLevel(_, let phrase, _, _, _), .levelOutside(_, let phrase, _),
      .notYesOrNo(_, let phrase), .percentWithoutSign(_, let phrase, _),
      .notANumber(_, let phrase, _), .numberTooLong(let phrase), .negative(_, let phrase),
      .otherCurrency(let phrase, _), .nothingWithOthers(_, let phrase),
      .followsFromOthers(_, let phrase, _), .roughlyNeedsNumber(_, let phrase),
      .rangeNeedsOrder(_, let phrase), .rangeReversed(let phrase), .factWithoutKind(_, let phrase),
      .factWithoutValue(_, let phrase, _),
      .weightOutside(let phrase), .levelIsFact(let phrase, _), .unknownNature(let phrase),
      .meansWithoutLevel(_, let phrase, _), .badBand(let phrase), .bandTaken(let phrase, _),
      .unknownVerdict(let phrase, _), .badScore(let phrase), .badDate(let phrase),
      .datesAndDays(let phrase), .badDays(let phrase):
      phrase.span
    case .cannotCompare(_, _, _, _, let span), .noOrder(_, _, let span),
      .includesNeedsAnyOf(_, let span), .testOnText(_, let span), .secondScope(let span),
      .kindInUse(_, let span), .notNumeric(_, let span), .readsItself(_, let span),
      .expressionTooLarge(_, _, let span),
      .countsNeedsText(_, let span), .useAfterOtherLines(let span),
      .tooMany(_, let span),
      .badCopy(let span):
      span
    }
  }

  /// The finding on `line`, which meets `fate`.
  public func diagnostic(on line: SourceLine, fate: LineFate) -> Diagnostic {
    var sentences = [CharterErrorWords.what(self), fate.sentence]
    if let cure = CharterErrorWords.cure(self) { sentences.append(cure) }
    return Diagnostic(
      id: id, severity: .error, line: line, span: span, sentences: sentences,
      suggestions: suggestions, replacement: replacement(of: line))
  }

  /// The line that `line` was certainly meant to be.
  private func replacement(of line: SourceLine) -> [String] {
    switch self {
    case .unknown(_, let phrase, let near?), .unknownLevel(_, let phrase, _, let near?, _):
      guard NearestName.isSlip(phrase.text, for: near) else { return [] }
      return line.replacing(phrase.span, by: near).map { [$0] } ?? []
    default: return []
    }
  }

  private var suggestions: [String] {
    if case .several(_, _, let fitting, let places) = self, !places.isEmpty {
      return zip(places, fitting).prefix(8).map { "\($0.0 + 1) \($0.1)" }
    }
    return []
  }
}
