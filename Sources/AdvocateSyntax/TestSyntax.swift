public import AdvocateDiagnostics

/// How a test compares, as written.
public enum RelationSyntax: String, Sendable, CaseIterable {
  case `is` = "is"
  case isNot = "is not"
  case atLeast = "is at least"
  case atMost = "is at most"
  case moreThan = "is more than"
  case lessThan = "is less than"
  case between = "is between"
  case includes = "includes"
  case doesNotInclude = "does not include"
}

/// One comparison of a `when` line.
public struct TestSyntax: Sendable, Equatable {
  /// The fact's name.
  public var fact: Phrase
  /// How it is compared.
  public var relation: RelationSyntax
  /// The words of the relation.
  public var relationSpan: SourceSpan
  /// What it is compared with: one phrase, or two for `between`.
  public var operands: [Phrase]

  /// The comparison in words.
  public var text: String {
    "\(fact.text) \(relation.rawValue) " + operands.map(\.text).joined(separator: " and ")
  }
}

/// What a line of an action says of its fact.
public struct ContentSyntax: Sendable, Equatable {
  /// The forms that it takes.
  public enum Form: Sendable, Equatable {
    case value(Phrase)
    case between(Phrase, Phrase)
    case roughly(Phrase)
    case untouched
    case unsaid
  }

  /// What is said.
  public var form: Form
  /// How it is known.
  public var evidence: String?
}

/// A line of an action: the fact's name, and whatever stands behind `is`.
public struct StatementSyntax: Sendable, Equatable {
  /// The fact's name.
  public var fact: Phrase
  /// The words behind `is`; a text fact takes them as they stand.
  public var rest: Phrase
  /// The same, word by word.
  public var words: [Word]
  /// The group of customers that it holds for; nil for all that no other line sets apart.
  public var group: Phrase?

  /// The start of the line that names its group, as in `for loyal customers: `.
  public var lead: String { group.map { "for \($0.text): " } ?? "" }
}

/// A computed fact's rule.
public indirect enum ExpressionSyntax: Sendable, Equatable {
  case operand(Phrase)
  case operation(String, ExpressionSyntax, ExpressionSyntax)

  /// The expression in words, with brackets only where they matter.
  public var text: String { text(inside: 0) }

  private func text(inside strength: Int) -> String {
    switch self {
    case .operand(let phrase): return phrase.text
    case .operation(let sign, let left, let right):
      let own = sign == "+" || sign == "-" ? 1 : 2
      let words = "\(left.text(inside: own)) \(sign) \(right.text(inside: own + 1))"
      return own < strength ? "( \(words) )" : words
    }
  }
}
