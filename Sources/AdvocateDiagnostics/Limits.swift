/// How much a line, a file or a table may hold of anything that has a bound.
///
/// Whatever is more than this is told, with the bound and with what to do, and the rest goes on.
/// The article Reliability lists the same numbers, and a test holds the two together.
public enum Limits {
  /// The bytes of a line.
  public static let longestLine = 100_000
  /// The levels of a fact.
  public static let mostLevels = 60
  /// The digits of a number.
  public static let mostDigits = 30
  /// The brackets within brackets, and the signs beside each other, of a sum.
  public static let deepestExpression = 60
  /// The facts and numbers that a computed fact is worked out from, with those of the computed
  /// facts in it.
  public static let largestExpression = 200
  /// How deep files may name one another.
  public static let deepestNesting = 16
  /// The files that one file may name, with those that they name in their turn.
  public static let mostNamedFiles = 1_000
  /// The bytes of a row of a table, and of an action of a script that is judged action by action.
  public static let longestRecord = 1 << 20
  /// The bytes of a file that is read as a whole: a charter, a lesson, and a script in which lines
  /// below the first action are more than lines of actions, or a name comes twice. Any other script
  /// is judged action by action, and may have any length.
  public static let largestFile = 100_000_000
  /// The bytes before the first action of a script that is judged action by action.
  public static let longestHead = 10_000_000
  /// The bytes of a text that `mirror` reads.
  public static let longestText = 20_000_000
  /// The facts of a charter.
  public static let mostFacts = 10_000
  /// The rules of a charter.
  public static let mostRules = 10_000
  /// The lines of a rule that say when it speaks.
  public static let mostRuleLines = 1_000
  /// The verdicts, lenses and reasons of a charter, and its families of phrases, each.
  public static let mostOfCharter = 1_000
  /// The phrases of a family.
  public static let mostPhrases = 10_000
  /// The groups of customers that an action tells of.
  public static let mostGroups = 100
  /// The deeds of a ledger.
  public static let mostDeeds = 10_000
  /// The actions of a session at the prompt.
  public static let mostSessionActions = 20_000
  /// The findings of a file that are kept, errors and others each, and the lines of an action that
  /// are kept though they cannot be read. Those beyond are counted, and the file is read on.
  public static let mostFindings = 1_000
  /// The lines that `undo` can take back.
  public static let mostUndoSteps = 200
}
