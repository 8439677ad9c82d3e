public import AdvocateCharter

/// How one rule came to say what it says: every test with its outcome, none left out.
public struct RuleTrace: Sendable, Equatable {
  /// One comparison and its outcome.
  public struct TestTrace: Sendable, Equatable {
    /// The comparison.
    public var test: Test
    /// Whether it holds; nil where it reads something untouched.
    public var holds: Bool?
  }

  /// One line and its outcome.
  public struct ClauseTrace: Sendable, Equatable {
    /// The line's place among those of its rule.
    public var clause: Int
    /// Its comparisons.
    public var tests: [TestTrace]
    /// Whether all hold; nil where one reads something untouched.
    public var holds: Bool?
  }

  /// The rule, by its place in the charter.
  public var rule: Int
  /// What it says.
  public var saying: Saying
  /// The comparisons of its `only when`; empty when it has none.
  public var scope: [TestTrace]
  /// Its lines, as written.
  public var clauses: [ClauseTrace]
}

extension Evaluator {
  /// How the rule at `rule` comes to its saying in `world`.
  public func trace(ofRule rule: Int, in world: [Reading]) -> RuleTrace {
    func traced(_ tests: [Test]) -> [RuleTrace.TestTrace] {
      tests.map { test in
        RuleTrace.TestTrace(
          test: test,
          holds: isDecidable(test) { world[$0] } ? holds(test) { world[$0] } : nil)
      }
    }
    let clauses = program.charter.rules[rule].clauses.enumerated().map { place, clause in
      let tests = traced(clause.tests)
      let isDecidable = tests.allSatisfy { $0.holds != nil }
      return RuleTrace.ClauseTrace(
        clause: place, tests: tests,
        holds: isDecidable ? tests.allSatisfy { $0.holds == true } : nil)
    }
    return RuleTrace(
      rule: rule, saying: saying(ofRule: rule) { world[$0] },
      scope: traced(program.charter.rules[rule].scope), clauses: clauses)
  }
}
