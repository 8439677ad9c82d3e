public import AdvocateCharter

/// What judging reads of one rule.
public struct PreparedRule: Sendable {
  /// One of its `when` lines.
  public struct Line: Sendable {
    /// What the rule says when this line alone holds.
    public let saying: Saying
    /// The comparisons, which must all hold.
    public let tests: [Test]
  }

  /// The points that it brings.
  public let weight: Int
  /// Outside this the rule has nothing to say.
  public let scope: [Test]
  /// The `when` lines, as written.
  public let lines: [Line]

  init(_ rule: Rule) {
    weight = rule.weight
    scope = rule.scope
    lines = rule.clauses.map { Line(saying: $0.side.saying, tests: $0.tests) }
  }
}

/// A charter prepared for judging.
public struct Program: Sendable {
  /// The charter that was prepared.
  public let charter: Charter
  /// What judging reads of each rule of the charter.
  public let rules: [PreparedRule]
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
  /// For each fact, the comparisons among `allTests` that read it.
  public let testsOfFact: [[Test]]
  /// For each rule, the facts that it reads and those that they are worked out from, as often as
  /// they are read; empty for rules not in use.
  public let inputsOfRule: [[Int]]
  /// For each fact, the rules in use that have it among their inputs, in the order of declaration.
  public let rulesOfInput: [[Int]]
  /// For each fact, those that are worked out from it, or counted in it.
  public let followers: [[Int]]
  /// For each computed fact, the facts that are read by its expression; empty for others.
  public let sources: [[Int]]
  /// The rules in use that compare facts with each other.
  public let comparingRules: [Int]
  /// The facts that are worked out from others, or counted in them, in the order of declaration.
  let following: [Int]
  /// For each phrase-counting fact, the phrases prepared for search; nil for others.
  let counters: [PhraseMatcher?]

  /// Prepares `charter`.
  public init(_ charter: Charter) {
    self.charter = charter
    let rules = charter.rules.map { PreparedRule($0) }
    self.rules = rules
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
      return PhraseMatcher(charter.phraseFamilies.filter { $0.name == family })
    }
    let allTests = used.flatMap { rules[$0].scope + rules[$0].lines.flatMap(\.tests) }
    self.allTests = allTests
    var testsOfFact = [[Test]](repeating: [], count: charter.facts.count)
    for test in allTests { for fact in test.facts { testsOfFact[fact].append(test) } }
    self.testsOfFact = testsOfFact
    var isRead = [Bool](repeating: false, count: charter.facts.count)
    for fact in factsOfRule.joined() {
      for source in [fact] + (expressions[fact]?.facts ?? []) {
        isRead[source] = true
        if case .counts(_, let text) = charter.facts[source].kind { isRead[text] = true }
      }
    }
    self.isRead = isRead
    comparingRules = used.filter { place in
      (rules[place].scope + rules[place].lines.flatMap(\.tests)).contains { $0.facts.count > 1 }
    }
    let sources = expressions.map { $0?.facts ?? [] }
    self.sources = sources
    var followers = [[Int]](repeating: [], count: charter.facts.count)
    var following: [Int] = []
    for (fact, declaration) in charter.facts.enumerated() {
      switch declaration.kind {
      case .computed:
        for source in sources[fact] { followers[source].append(fact) }
      case .counts(_, let text): followers[text].append(fact)
      default: continue
      }
      following.append(fact)
    }
    self.followers = followers
    self.following = following
    let inputs = factsOfRule.map { facts in
      facts.flatMap { fact in
        ([fact] + (expressions[fact]?.facts ?? [])).flatMap { source -> [Int] in
          guard case .counts(_, let text) = charter.facts[source].kind else { return [source] }
          return [source, text]
        }
      }
    }
    inputsOfRule = inputs
    var rulesOfInput = [[Int]](repeating: [], count: charter.facts.count)
    for rule in used {
      for fact in inputs[rule] where rulesOfInput[fact].last != rule {
        rulesOfInput[fact].append(rule)
      }
    }
    self.rulesOfInput = rulesOfInput
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
