import AdvocateDiagnostics
import AdvocateSyntax

/// Looks the names in tests and statements up, and checks that kinds fit.
struct TestChecker {
  let charter: Charter
  /// Finds the place of a fact by its name in lower case.
  let factPlaces: [String: Int]
  private(set) var sawLevelNumber = false

  init(_ charter: Charter, factPlaces: [String: Int]) {
    self.charter = charter
    self.factPlaces = factPlaces
  }

  /// The place of the fact that `name` names.
  func fact(_ name: Phrase) throws(CharterError) -> Int {
    if let place = factPlaces[name.text.lowercased()] { return place }
    throw .unknown(
      .fact, name, near: NearestName.find(name.text, among: charter.facts.lazy.map(\.name)))
  }

  /// The comparisons of a line.
  mutating func tests(_ syntax: [TestSyntax]) throws(CharterError) -> [Test] {
    var tests: [Test] = []
    for test in syntax { tests.append(try self.test(test)) }
    return tests
  }

  private mutating func test(_ syntax: TestSyntax) throws(CharterError) -> Test {
    let place = try fact(syntax.fact)
    let declaration = charter.facts[place]
    guard let kind = declaration.kind else {
      throw .factWithoutKind(fact: declaration.name, syntax.fact)
    }
    if case .text = kind { throw .testOnText(fact: declaration.name, syntax.fact.span) }
    let isAnyOf = if case .anyOf = kind { true } else { false }
    switch syntax.relation {
    case .is, .isNot: break
    case .atLeast, .atMost, .moreThan, .lessThan, .between:
      if !kind.isOrdered {
        let words = syntax.relation.rawValue.dropFirst(3)
        throw .noOrder(fact: declaration.name, words: String(words), syntax.relationSpan)
      }
    case .includes, .doesNotInclude:
      if !isAnyOf { throw .includesNeedsAnyOf(fact: declaration.name, syntax.relationSpan) }
    }
    var operands: [Test.Operand] = []
    for operand in syntax.operands { operands.append(try self.operand(operand, ofFact: place)) }
    if syntax.relation == .between, case .value(let low) = operands[0],
      case .value(let high) = operands[1], Self.isReversed(low, high)
    {
      throw .rangeReversed(
        Phrase("", syntax.operands[0].span.joined(with: syntax.operands[1].span)))
    }
    return Test(fact: place, relation: syntax.relation.checked, operands: operands)
  }

  private mutating func operand(
    _ typed: Phrase, ofFact place: Int
  ) throws(CharterError) -> Test.Operand {
    var reader = ValueReader(charter)
    do {
      let value = try reader.value(typed, ofFact: place)
      sawLevelNumber = sawLevelNumber || reader.sawLevelNumber
      return .value(value)
    } catch {
      guard let other = factPlaces[typed.text.lowercased()] else { throw error }
      let (left, right) = (charter.facts[place], charter.facts[other])
      guard Self.areComparable(left.kind, right.kind) else {
        throw .cannotCompare(
          left: left.name, leftKind: left.kind?.words ?? "of no kind", right: right.name,
          rightKind: right.kind?.words ?? "of no kind", typed.span)
      }
      return .fact(other)
    }
  }

  static func areComparable(_ left: FactKind?, _ right: FactKind?) -> Bool {
    guard let left, let right, left.isNumeric == right.isNumeric else { return false }
    if left == right { return !(left == .text) }
    switch (left, right) {
    case (.computed, _), (_, .computed): return left.isNumeric && right.isNumeric
    case (.counts, .counts): return true
    default: return false
    }
  }

  static func isReversed(_ low: Value, _ high: Value) -> Bool {
    switch (low, high) {
    case (.level(let one), .level(let other)): one > other
    case (.number(let one), .number(let other)): one > other
    default: false
    }
  }

  /// What `statement` says of the fact at `place`.
  mutating func content(
    _ statement: StatementSyntax, ofFact place: Int
  ) throws(LineError) -> (content: Statement.Content, evidence: String?) {
    let declaration = charter.facts[place]
    switch declaration.kind {
    case nil: throw .charter(.factWithoutKind(fact: declaration.name, statement.fact))
    case .computed(let expression):
      let how = "worked out from \(charter.names(of: expression.facts))"
      throw .charter(.followsFromOthers(fact: declaration.name, statement.fact, how: how))
    case .counts(_, let text):
      let how = "counted in \(charter.facts[text].name)"
      throw .charter(.followsFromOthers(fact: declaration.name, statement.fact, how: how))
    case .text:
      switch statement.rest.text.lowercased() {
      case "untouched": return (.untouched, nil)
      case "unsaid": return (.unsaid, nil)
      case "": throw .syntax(.missingAfter("\(declaration.name) is", statement.rest.span))
      case "?": throw .syntax(.asking(statement.rest.span))
      default: return (.value(.text(statement.rest.text)), nil)
      }
    default: break
    }
    if let question = LineQuestion.trailing(statement.words),
      statement.words.dropLast().firstIndex(where: { $0.key == "because" })
        .map({ $0 + 2 == statement.words.count }) ?? true
    {
      throw .syntax(.asking(question))
    }
    let syntax: ContentSyntax
    do { syntax = try LineParser.content(of: statement) } catch { throw .syntax(error) }
    do { return (try form(syntax.form, ofFact: place), syntax.evidence) } catch {
      throw .charter(error)
    }
  }

  private mutating func form(
    _ form: ContentSyntax.Form, ofFact place: Int
  ) throws(CharterError) -> Statement.Content {
    let declaration = charter.facts[place]
    var reader = ValueReader(charter)
    defer { sawLevelNumber = sawLevelNumber || reader.sawLevelNumber }
    switch form {
    case .untouched: return .untouched
    case .unsaid: return .unsaid
    case .value(let typed): return .value(try reader.value(typed, ofFact: place))
    case .roughly(let typed):
      guard case .number(let number) = try reader.value(typed, ofFact: place) else {
        throw .roughlyNeedsNumber(fact: declaration.name, typed)
      }
      // From 80% to 125% of nothing is nothing.
      return number == Number(0) ? .value(.number(number)) : .roughly(number)
    case .between(let low, let high):
      guard declaration.kind?.isOrdered == true else {
        throw .rangeNeedsOrder(fact: declaration.name, low)
      }
      let first = try reader.value(low, ofFact: place)
      let second = try reader.value(high, ofFact: place)
      if Self.isReversed(first, second) {
        throw .rangeReversed(Phrase("", low.span.joined(with: high.span)))
      }
      return first == second ? .value(first) : .between(first, second)
    }
  }
}

/// What can be wrong with a line, by itself or once its names are looked up.
enum LineError: Error {
  case syntax(SyntaxError)
  case charter(CharterError)

  func diagnostic(on line: SourceLine, fate: LineFate) -> Diagnostic {
    switch self {
    case .syntax(let error): error.diagnostic(on: line, fate: fate)
    case .charter(let error): error.diagnostic(on: line, fate: fate)
    }
  }
}

extension RelationSyntax {
  fileprivate var checked: Test.Relation {
    switch self {
    case .is: .is
    case .isNot: .isNot
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .moreThan: .moreThan
    case .lessThan: .lessThan
    case .between: .between
    case .includes: .includes
    case .doesNotInclude: .doesNotInclude
    }
  }
}

extension FactKind {
  /// The kind in a few words, for messages.
  public var words: String {
    switch self {
    case .scale: "a scale in steps"
    case .oneOf: "one of several kinds"
    case .anyOf: "any of several levels"
    case .yesNo: "yes or no"
    case .number(let unit): "a number of \(unit)"
    case .money: "an amount of money"
    case .percent: "a percentage"
    case .text: "a text"
    case .computed: "worked out from other facts"
    case .counts: "a count of phrases"
    }
  }
}

extension Charter {
  /// The names of some facts, joined for a sentence.
  func names(of places: [Int]) -> String {
    let names = places.map { facts[$0].name }
    guard let last = names.last, names.count > 1 else { return names.first ?? "numbers" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
