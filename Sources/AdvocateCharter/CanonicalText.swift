/// The one way in which values, tests and statements are written.
extension Charter {
  /// `value` of the fact at `fact`, as a person would write it.
  public func text(of value: Value, ofFact fact: Int) -> String {
    let declaration = facts[fact]
    switch value {
    case .level(let place):
      return declaration.levels.indices.contains(place) ? declaration.levels[place] : "\(place + 1)"
    case .levels(let set):
      let names = declaration.levels.enumerated().filter { set >> UInt64($0.offset) & 1 == 1 }
      return names.map(\.element).joined(separator: ", ")
    case .number(let number):
      if case .percent = declaration.kind { return (number * Number(100)).exactDecimal + "%" }
      return number.exactDecimal
    case .text(let words): return words
    }
  }

  /// What a statement says of its fact, as in `is a call`.
  public func text(of content: Statement.Content, ofFact fact: Int) -> String {
    switch content {
    case .value(let value): "is \(text(of: value, ofFact: fact))"
    case .between(let low, let high):
      "is between \(text(of: low, ofFact: fact)) and \(text(of: high, ofFact: fact))"
    case .roughly(let number): "is roughly \(text(of: .number(number), ofFact: fact))"
    case .untouched: "is untouched"
    case .unsaid: "is unsaid"
    }
  }

  /// A statement as the line that says it, with its group and without its evidence.
  public func text(of statement: Statement) -> String {
    let said = text(of: statement.content, ofFact: statement.fact)
    return (statement.group.map { "for \($0): " } ?? "") + "\(facts[statement.fact].name) \(said)"
  }

  /// A comparison as it stands in a `when` line.
  public func text(of test: Test) -> String {
    let operands = test.operands.map { operand in
      switch operand {
      case .value(let value): text(of: value, ofFact: test.fact)
      case .fact(let other): facts[other].name
      }
    }
    return "\(facts[test.fact].name) \(test.relation.rawValue) "
      + operands.joined(separator: " and ")
  }

  /// Comparisons as they stand in a `when` line.
  public func text(of tests: [Test]) -> String {
    tests.map { text(of: $0) }.joined(separator: " and ")
  }
}
