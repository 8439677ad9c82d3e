import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// Facts of one action as the lines that say them.
struct FactText {
  let judgement: Judgement

  private var charter: Charter { judgement.charter }

  /// The fact as it was said, or as it follows from others; `is unsaid` where it is open.
  func line(_ fact: Int) -> String { "\(charter.facts[fact].name) \(predicate(fact))" }

  /// The fact as it was said, and for a range what it counts as meanwhile.
  func exactLine(_ fact: Int) -> String {
    guard case .between = judgement.action.statement(of: fact)?.content,
      case .value(let value) = judgement.world[fact]
    else { return line(fact) }
    return "\(line(fact)), taken as \(charter.text(of: value, ofFact: fact))"
  }

  /// What is said of the fact, without its name.
  func predicate(_ fact: Int) -> String {
    switch charter.facts[fact].kind {
    case .computed, .counts: return derived(fact)
    default: break
    }
    if let statement = judgement.action.statement(of: fact) {
      return Words.clipped(charter.text(of: statement.content, ofFact: fact), to: 200)
    }
    return judgement.uncertainty.unsaidFacts.contains(fact) ? "is unsaid" : "is untouched"
  }

  /// What the fact holds, without `is`.
  func value(_ fact: Int) -> String { String(predicate(fact).dropFirst(3)) }

  /// How the fact is known: its evidence, or that it is our guess; nil where nobody said it.
  func evidence(_ fact: Int) -> String? {
    switch charter.facts[fact].kind {
    case .computed, .counts: return judgement.world[fact].isTouched ? "worked out" : nil
    default: break
    }
    guard let statement = judgement.action.statement(of: fact) else {
      return judgement.filled.contains(fact) ? "the rest is untouched" : nil
    }
    if case .unsaid = statement.content { return nil }
    return statement.evidence ?? "our guess"
  }

  /// The facts that people said and on which `facts` rest, each once.
  func sources(of facts: [Int]) -> [Int] {
    var sources: [Int] = []
    for source in facts.flatMap(inputs) where !sources.contains(source) {
      sources.append(source)
    }
    return sources
  }

  /// The facts that a fact is worked out from; itself where it is said.
  func inputs(_ fact: Int) -> [Int] {
    switch charter.facts[fact].kind {
    case .computed: judgement.program.expressions[fact]?.facts.flatMap(inputs) ?? []
    case .counts(_, let text): [text]
    default: [fact]
    }
  }

  private func derived(_ fact: Int) -> String {
    guard case .value(let value) = judgement.world[fact] else {
      let open = inputs(fact).filter { judgement.uncertainty.unsaidFacts.contains($0) }
      return open.isEmpty ? "is untouched" : "is unsaid, since \(named(open)) is"
    }
    if case .counts(let family, let text) = charter.facts[fact].kind {
      return "is \(rounded(value, fact)), counted: \(family) in \(charter.facts[text].name)"
    }
    let parts = inputs(fact).map { line($0) }
    return "is \(rounded(value, fact)), worked out from \(Words.list(parts))"
  }

  private func named(_ facts: [Int]) -> String { Words.list(facts.map { charter.facts[$0].name }) }

  private func rounded(_ value: Value, _ fact: Int) -> String {
    guard case .number(let number) = value else { return charter.text(of: value, ofFact: fact) }
    let short = number.decimal(places: 3, separator: ",")
    return short == number.exactDecimal ? short : "about \(short)"
  }
}

extension Judgement {
  /// The facts of the strongest line that holds: those that made the rule say what it says.
  func causes(ofRule rule: Int) -> [Int] {
    let said = sayings[rule]
    guard said.speaks else { return [] }
    let trace = Evaluator(program).trace(ofRule: rule, in: world)
    let clauses = charter.rules[rule].clauses
    let cause = trace.clauses.first { $0.holds == true && clauses[$0.clause].side.saying == said }
    return cause.map { clauses[$0.clause].facts } ?? []
  }

  /// The rules in play that bring nothing, those included that could only veto and do not.
  var neutralRules: [Int] {
    let speaking = Set(speakers)
    return program.usedRules.filter { sayings[$0] != .notInPlay && !speaking.contains($0) }
  }

  /// The rules in use that are not in play.
  var quietRules: [Int] { program.usedRules.filter { sayings[$0] == .notInPlay } }

  /// The unsaid facts that a person could say.
  var unsaidFacts: [Int] {
    uncertainty.unsaidFacts.filter { charter.facts[$0].kind?.isSaid ?? true }
  }

  /// The facts of which only a range is said.
  var rangedFacts: [Int] {
    action.statements.compactMap { statement in
      switch statement.content {
      case .between, .roughly: statement.fact
      default: nil
      }
    }
  }

  func name(ofRule rule: Int) -> String { charter.rules[rule].name }
}
