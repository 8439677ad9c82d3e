public import AdvocateCharter

/// A charter prepared for judging.
public struct Program: Sendable {
  /// The charter that was prepared.
  public let charter: Charter
  /// The places of the rules that take part in verdicts.
  public let usedRules: [Int]
  /// For each rule, the facts that it reads; empty for rules not in use.
  public let factsOfRule: [[Int]]
  /// For each fact, whether a rule in use reads it, directly or through a computed fact.
  public let isRead: [Bool]
  /// For each computed fact, its expression over facts that are said or counted; nil for others.
  public let expressions: [Expression?]
  /// The comparisons of all rules in use.
  public let allTests: [Test]
  /// For each phrase-counting fact, the phrases prepared for search; nil for others.
  let counters: [PhraseCounter?]

  /// Prepares `charter`.
  public init(_ charter: Charter) {
    self.charter = charter
    let used = charter.rules.indices.filter { charter.rules[$0].isUsed }
    usedRules = used
    var factsOfRule = [[Int]](repeating: [], count: charter.rules.count)
    for rule in used { factsOfRule[rule] = charter.rules[rule].facts }
    self.factsOfRule = factsOfRule
    var expressions = [Expression?](repeating: nil, count: charter.facts.count)
    for fact in charter.facts.indices {
      // A computed fact reads only facts declared before it, so their expressions are ready.
      if case .computed(let expression) = charter.facts[fact].kind {
        expressions[fact] = expression.replacingFacts { expressions[$0] }
      }
    }
    self.expressions = expressions
    counters = charter.facts.map { fact in
      guard case .counts(let family, _) = fact.kind else { return nil }
      return PhraseCounter(charter.phraseFamilies.first { $0.name == family }?.phrases ?? [])
    }
    allTests = used.flatMap { charter.rules[$0].scope + charter.rules[$0].clauses.flatMap(\.tests) }
    var isRead = [Bool](repeating: false, count: charter.facts.count)
    for fact in factsOfRule.joined() {
      for source in [fact] + (expressions[fact]?.facts ?? []) {
        isRead[source] = true
        if case .counts(_, let text) = charter.facts[source].kind { isRead[text] = true }
      }
    }
    self.isRead = isRead
  }
}

extension Expression {
  /// The expression with facts replaced by what `replacement` gives for them.
  func replacingFacts(_ replacement: (Int) -> Expression?) -> Expression {
    switch self {
    case .number: self
    case .fact(let fact): replacement(fact) ?? self
    case .operation(let join, let left, let right):
      .operation(join, left.replacingFacts(replacement), right.replacingFacts(replacement))
    }
  }

  /// The value when facts hold `numbers`; nil where one holds none or a divisor is 0.
  func value(_ numbers: (Int) -> Number?) -> Number? {
    switch self {
    case .number(let number): return number
    case .fact(let fact): return numbers(fact)
    case .operation(let join, let left, let right):
      guard let left = left.value(numbers), let right = right.value(numbers) else { return nil }
      switch join {
      case .add: return left + right
      case .subtract: return left - right
      case .multiply: return left * right
      case .divide: return left.divided(by: right)
      }
    }
  }
}
