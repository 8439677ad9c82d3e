import AdvocateDiagnostics
import AdvocateSyntax

/// The words of `CharterError`: what stands there, and what to do.
enum CharterErrorWords {
  static func what(_ error: CharterError) -> StyledText {
    switch error {
    case .unknown(let noun, let name, let near?):
      "No \(noun) is called \"\(name.text)\". The nearest is \(bold: near)."
    case .unknown(let noun, let name, nil): "No \(noun) is called \"\(name.text)\"."
    case .several(let noun, let name, let fitting, _):
      "\"\(name.text)\" fits \(fitting.count) \(plural(noun))."
    case .commaInName(let name):
      "A comma parts levels, so \"\(name.text)\" cannot be a name here."
    case .startsLikeALine(_, let word):
      "A fact's name cannot start with \(bold: word), since other lines do."
    case .nameTaken(let name, let other):
      "\"\(name.text)\" is a level of \(bold: other) already, so the fact needs another name."
    case .alreadyThere(let noun, let name):
      "There is \(indefinite(noun)) called \"\(name.text)\" already."
    default: value(error)
    }
  }

  private static func value(_ error: CharterError) -> StyledText {
    switch error {
    case .unknownLevel(let fact, let typed, let levels, let near, _):
      unknownLevel(fact, typed.text, levels, near)
    case .levelOutside(let fact, let typed, let levels):
      """
      \(bold: fact) runs from 1 (\(levels.first ?? "")) to \(levels.count) (\(levels.last ?? "")). \
      \(typed.text) is outside.
      """
    case .notYesOrNo(let fact, _): "\(bold: fact) takes yes or no."
    case .percentWithoutSign(_, let typed, let likely) where likely == typed.text + "%":
      "A percentage is written with its sign: \(likely)."
    case .percentWithoutSign(_, let typed, let likely):
      "\(typed.text) can mean \(typed.text)% or \(likely). Write the sign: \(likely)."
    case .notANumber(let fact, let typed, let kind): number(fact, typed.text, kind)
    case .numberTooLong: "A number has at most \(Limits.mostDigits) digits here."
    case .negative(let fact, _): "\(bold: fact) counts something, so it cannot be below 0."
    case .otherCurrency(_, let currency): "Money is in \(bold: currency) in this charter."
    case .nothingWithOthers(let fact, _):
      "\(bold: fact): \"nothing\" stands alone; other levels cannot stand beside it."
    case .followsFromOthers(let fact, _, let how):
      "\(bold: fact) is not said, it follows: it is \(how)."
    case .roughlyNeedsNumber(let fact, _):
      "\"roughly\" goes with numbers, and \(bold: fact) has levels."
    case .rangeNeedsOrder(let fact, _):
      "\"between\" needs an order, and the levels of \(bold: fact) have none."
    case .rangeReversed: "The first of the two is the higher one; the lower comes first."
    case .factWithoutKind(let fact, _):
      "\(bold: fact) has no kind yet, so nothing can be said of it."
    case .factWithoutValue(let fact, _, let levels):
      levels.isEmpty
        ? "\(bold: fact) is a fact; its line goes on with: is (value)."
        : "\(bold: fact) is a fact; its line goes on with: is, and one of: \(list(levels))."
    default: test(error)
    }
  }

  private static func test(_ error: CharterError) -> StyledText {
    switch error {
    case .cannotCompare(let left, let leftKind, let right, let rightKind, _):
      """
      These two cannot be compared: \(bold: left) is \(leftKind), \(bold: right) \
      \(leftKind == rightKind ? "another one with other levels" : rightKind).
      """
    case .noOrder(let fact, let words, _):
      "The levels of \(bold: fact) have no order, so \"\(words)\" has no meaning."
    case .includesNeedsAnyOf(let fact, _):
      "\"includes\" asks whether a level is among several, and \(bold: fact) holds one value."
    case .testOnText(let fact, _): "\(bold: fact) is free text, which no rule can test."
    default: declaration(error)
    }
  }

  private static func declaration(_ error: CharterError) -> StyledText {
    switch error {
    case .weightOutside: "Weight is a whole number from 1 to 5."
    case .secondScope: "A rule has one \(bold: "only when") line at most, and this is the second."
    case .kindInUse(let fact, _):
      "\(bold: fact) is read by rules or actions already, so its kind stays."
    case .levelIsFact(let level, _):
      "\"\(level.text)\" is a fact already, so the level needs another name."
    case .unknownNature(let typed):
      "A kind is one of: deed, outcome, view, given. \"\(typed.text)\" is none of these."
    case .meansWithoutLevel(let fact, _, let levels):
      levels.isEmpty
        ? "\(bold: fact) has no levels to explain."
        : "A line with \(bold: "means") starts with a level of \(bold: fact): \(list(levels))."
    case .notNumeric(let fact, _):
      "\(bold: fact) holds no number, so nothing can be worked out from it."
    case .readsItself(let fact, _):
      "A fact is worked out from facts declared before it, and \(bold: fact) is not one of them."
    case .expressionTooLarge(let fact, let parts, _):
      """
      \(bold: fact) would be worked out from \(parts) facts and numbers, counting those of the \
      computed facts in it; it can be at most \(Limits.largestExpression).
      """
    case .countsNeedsText(let fact, _): "Phrases are counted in a text, and \(bold: fact) is none."
    case .badBand: "A verdict starts at a score from 0 to 100, with at most two decimals."
    case .bandTaken(_, let other): "\(bold: other) starts at this score already."
    case .useAfterOtherLines:
      "Inside a charter, \(bold: "use") comes before all facts and rules."
    case .tooMany(let crowd, _):
      """
      \(crowd.owner) has at most \(Number(crowd.most).exactDecimal) \(crowd.rawValue), and this \
      would be one more.
      """
    case .unknownVerdict(let typed, let verdicts):
      "A verdict is one of: \(list(verdicts)). \"\(typed.text)\" is none of these."
    case .badScore: "A score is a number from 0 to 100, and the lower comes first."
    case .badDate: "A date is a day of the calendar, 2026-11-21, or reads: day 45."
    case .datesAndDays: "A ledger has dates or days, not both."
    case .badDays: "A number of days above 0 goes here."
    case .badCopy: "A copy reads:  \(bold: "copy ACTION as NAME")"
    default: ""
    }
  }

  private static func unknownLevel(
    _ fact: String, _ typed: String, _ levels: [String], _ near: String?
  ) -> StyledText {
    var text: StyledText =
      "\(bold: fact) takes one of: \(list(levels)). \"\(typed)\" is none of these."
    if let near { text += " The nearest is \(bold: near)." }
    return text
  }

  private static func number(
    _ fact: String, _ typed: String, _ kind: CharterError.NumberKind
  ) -> StyledText {
    switch kind {
    case .money: "Money is written with digits: 2m or 2,000,000. \"\(typed)\" is not."
    case .percent: "\(bold: fact) is a percentage, written like 40%. \"\(typed)\" is not."
    case .number(let unit):
      "\(bold: fact) is a number of \(unit), written like 12 or 1,250. \"\(typed)\" is not."
    case .plain: "A number is written like 12 or 1,250.50. \"\(typed)\" is not."
    }
  }

  static func cure(_ error: CharterError) -> StyledText? {
    switch error {
    case .several: "Say more of one, or its number:"
    case .unknown(.fact, _, nil): "\(bold: "list facts") shows their names."
    case .unknown(.rule, _, nil): "\(bold: "list rules") shows their names."
    case .unknown(.action, _, nil): "\(bold: "list actions") shows their names."
    case .unknown(.charter, _, nil):
      "The charter inside the program is called customer first. For a file, write its whole name."
    case .unknown(.lens, _, nil): "A lens is declared below a charter: \(bold: "lens") (its name)."
    case .unknown(.phrases, _, nil): "Declare them above: \(bold: "phrases") (their name)."
    case .several(_, _, _, let places) where places.isEmpty: "Say more of the name."
    case .unknownLevel(_, _, _, _, let question?): "The question behind it: \(question)"
    case .notYesOrNo: "If unsure, leave it out; the verdict will show what hangs on it."
    case .notANumber(_, _, .money): "For an estimate: is roughly 2m."
    case .noOrder: "Use: is, is not, or where a fact holds several levels: includes."
    case .includesNeedsAnyOf: "Use: is, or is not."
    case .weightOutside: "For something no gain can outweigh, use: veto when ..."
    case .followsFromOthers: "Say the facts that it follows from."
    case .roughlyNeedsNumber:
      "Name one level; on a scale also: is between (low) and (high)."
    case .otherCurrency(_, let currency): "Give the amount in \(currency)."
    case .testOnText: "Count phrases in it, and test the count."
    case .tooMany(let crowd, _): crowd.cure
    case .expressionTooLarge:
      "Say one of its parts as a fact of its own: number of, money, percent."
    case .factWithoutKind: "Give it one below its fact line: scale, one of, yes-no, money ..."
    case .kindInUse: "For another kind, declare a fact with another name."
    default: nil
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func plural(_ noun: CharterError.Noun) -> String {
    noun == .lens ? "lenses" : noun == .phrases ? "families of phrases" : "\(noun)s"
  }

  private static func indefinite(_ noun: CharterError.Noun) -> String {
    noun == .action ? "an action" : "a \(noun)"
  }
}

extension CharterError.Noun: CustomStringConvertible {
  /// The noun as it stands in a sentence.
  public var description: String { self == .phrases ? "family of phrases" : rawValue }
}
