public import AdvocateCharter
public import AdvocateEvaluation

/// Two short cases that differ in one fact and get different verdicts, because of one rule.
///
/// Left without that rule both would get the same verdict.
public struct Twins: Sendable, Equatable {
  /// One of the two.
  public struct Twin: Sendable, Equatable {
    /// The case, ready to be typed.
    public var action: CharterCase
    /// Its verdict.
    public var verdict: Verdict
    /// Its score; nil where no rule with a weight is in play.
    public var score: Score?
    /// What the rule says of it.
    public var saying: Saying
  }

  /// The rule, by its place in the charter.
  public var rule: Int
  /// The fact that differs, by its place in the charter.
  public var fact: Int
  /// The first case.
  public var first: Twin
  /// The second case.
  public var second: Twin
  /// The verdict that both would get without the rule.
  public var verdictWithout: Verdict

  /// The lines that both say, without the one that differs.
  public func sharedLines(in charter: Charter) -> [String] {
    first.action.action.statements.filter { $0.fact != fact }.map { charter.text(of: $0) }
  }

  /// The lines that differ, that of the first case first.
  public func ownLines(in charter: Charter) -> [String] {
    [first, second].map { twin in
      twin.action.action.statement(of: fact).map { charter.text(of: $0) } ?? ""
    }
  }

  /// The worse of the two for the customer, 1 or 2; nil where one is silent, which is neither.
  public var worse: Int? {
    guard let one = Self.rank(first.verdict), let other = Self.rank(second.verdict) else {
      return nil
    }
    return one > other ? 1 : 2
  }

  /// How bad a verdict is, beside others; nil for silence.
  private static func rank(_ verdict: Verdict) -> Int? {
    switch verdict {
    case .band(let place): place
    case .vetoed: .max
    case .silent: nil
    }
  }
}
