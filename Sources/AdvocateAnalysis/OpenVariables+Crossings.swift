import AdvocateCharter
import AdvocateEvaluation

/// Comparisons of computed facts and counts with other facts that are open, too.
extension OpenVariables {
  /// Where two facts that move with open ones are equal.
  enum Crossing {
    /// One of them holds one reading only, or is no computed fact or count.
    case ordinary
    /// Both follow from one input: the places of it where they meet.
    case places([Number])
    /// No cells can tell.
    case unknown
  }

  /// Whether a fact is open: unsaid or in a range, or counted in a text that is unsaid.
  func isOpen(_ fact: Int) -> Bool {
    if openings[fact] != nil { return true }
    if case .counts(_, let text) = program.charter.facts[fact].kind { return openings[text] != nil }
    return false
  }

  /// Finds the facts that may hold different things, as far as their inputs tell.
  mutating func findMovingFacts() {
    for fact in program.charter.facts.indices where program.isRead[fact] || isOpen(fact) {
      guard let expression = program.expressions[fact] else {
        if isOpen(fact) { moving.insert(fact) }
        continue
      }
      let open = program.sources[fact].filter { isOpen($0) }
      let isTouchable = program.sources[fact].allSatisfy { isOpen($0) || world[$0].isTouched }
      guard !open.isEmpty, isTouchable else { continue }
      if open.count == 1,
        let line = expression.linearFraction(in: open[0], { world[$0].number })
      {
        // Where a divisor is 0 whatever the input, there is never a value.
        if line.isNowhere { continue }
        fractions[fact] = (input: open[0], line: line)
      }
      moving.insert(fact)
    }
  }

  /// Where the facts at `one` and `other` are equal.
  func crossing(_ one: Int, _ other: Int) -> Crossing {
    guard one != other, moving.contains(one), moving.contains(other) else { return .ordinary }
    if openings[one] != nil, openings[other] != nil { return .ordinary }
    let identity = LinearFraction.identity
    guard let left = isOpen(one) ? (input: one, line: identity) : fractions[one],
      let right = isOpen(other) ? (input: other, line: identity) : fractions[other],
      left.input == right.input
    else { return .unknown }
    return left.line.crossing(right.line).map { .places($0) } ?? .unknown
  }

  /// Whether a rule makes a comparison that no cells can tell.
  func isTangled(_ rule: Int) -> Bool {
    let rule = program.rules[rule]
    return (rule.scope + rule.lines.flatMap(\.tests)).contains { test in
      test.operands.contains { operand in
        guard case .fact(let other) = operand else { return false }
        if case .unknown = crossing(test.fact, other) { return true }
        return false
      }
    }
  }
}
