public import AdvocateDiagnostics

/// What can be wrong with a line by itself.
public enum SyntaxError: Error, Sendable, Equatable {
  /// The bytes from this one on are not UTF-8.
  case badEncoding(SourceSpan)
  /// A control character or one that hides or turns text.
  case harmfulCharacter(code: String, SourceSpan)
  /// More bytes than a line may hold.
  case lineTooLong(bytes: Int)
  /// No kind of line starts like this.
  case unknownLine(word: Phrase, near: String?)
  /// A command that this edition does not know, though its word is kept for one.
  case notInThisEdition(Phrase)
  /// A subject word, or another that needs one, without a name.
  case missingName(keyword: String, SourceSpan)
  /// A word in a name or level that parts the pieces of a line.
  case reservedWord(String, name: Phrase)
  /// A line that belongs to another kind of subject.
  case misplaced(Phrase, belongsTo: [SubjectKind], current: SubjectKind?)
  /// A fact line where no action is the subject.
  case factWithoutAction(fact: Phrase, current: SubjectKind?)
  /// `or` inside tests; the lines to write instead.
  case alternative(SourceSpan, instead: [String])
  /// A test without a word that compares.
  case testWithoutRelation(Phrase)
  /// Nothing stands behind a word that needs something.
  case missingAfter(String, SourceSpan)
  /// `between` without `and`.
  case betweenWithoutEnd(Phrase)
  /// Two statements on one line; each on a line of its own.
  case twoStatements(SourceSpan, instead: [String])
  /// A comparison in a line that describes.
  case comparisonInStatement(String, SourceSpan)
  /// A line that starts well and goes on otherwise; how such a line reads.
  case form(String, SourceSpan)
  /// A list of levels with an empty place, a double, too few or too many.
  case badLevels(LevelProblem, Phrase)
  /// An expression with something missing or too deep.
  case badExpression(ExpressionProblem, SourceSpan)
  /// A question mark that asks what may stand in its place, where nobody is there to read it.
  case asking(SourceSpan)

  /// A line for one group of customers that lacks a part.
  case groupLine(GroupProblem, SourceSpan)

  /// What can be wrong with a line for one group of customers.
  public enum GroupProblem: Sendable, Equatable {
    /// No colon parts the group from what is said of it.
    case noColon
    /// No name stands before the colon.
    case noName
    /// No fact line stands behind the colon.
    case noFact
    /// What stands behind the colon holds for the whole action.
    case theRest
  }

  /// What can be wrong with a list of levels.
  public enum LevelProblem: Sendable, Equatable {
    case empty
    case double
    case tooFew
    case tooMany
  }

  /// What can be wrong with an expression.
  public enum ExpressionProblem: Sendable, Equatable {
    case missingOperand
    case missingOperator
    case missingBracket
    case tooDeep
  }
}
