import AdvocateCharter
import AdvocateEvaluation

/// Two charters, or one taken twice, as one over shared facts, so that what both come to in the
/// same completion can be worked out like what one comes to.
///
/// The facts of the left come first, then those of the right that are not shared.
struct JointCharter {
  /// The facts of both; rules are added by `add`.
  private(set) var charter: Charter
  /// For each fact of the right, its place here.
  private(set) var placeOfRight: [Int] = []

  /// Joins `left` and `right`.
  ///
  /// - Parameter shared: the fact of the left that a said fact of the right is the same as, if any.
  ///   A fact that is worked out is shared where it is worked out alike from shared facts.
  init(_ left: Charter, _ right: Charter, shared: (Int) -> Int?) {
    charter = left
    charter.rules = []
    var familyNames: [String: String] = [:]
    for family in right.phraseFamilies {
      if left.phraseFamilies.contains(where: {
        $0.name == family.name && $0.phrases == family.phrases
      }) {
        familyNames[family.name] = family.name
      } else {
        // No line can hold a line end, so that the name is taken by none of the left.
        var copy = family
        copy.name += "\n"
        charter.phraseFamilies.append(copy)
        familyNames[family.name] = copy.name
      }
    }
    for (fact, declaration) in right.facts.enumerated() {
      guard let kind = declaration.kind else {
        append(declaration)
        continue
      }
      if kind.isSaid {
        if let place = shared(fact) { placeOfRight.append(place) } else { append(declaration) }
        continue
      }
      var copy = declaration
      switch kind {
      case .computed(let expression):
        copy.kind = .computed(expression.movingFacts { placeOfRight[$0] })
      case .counts(let family, let text):
        copy.kind = .counts(
          phrases: familyNames[family] ?? family, inFact: placeOfRight[text])
      default: break
      }
      if let place = left.facts.firstIndex(where: { $0.kind == copy.kind }) {
        placeOfRight.append(place)
      } else {
        append(copy)
      }
    }
  }

  private mutating func append(_ fact: FactDeclaration) {
    placeOfRight.append(charter.facts.count)
    charter.facts.append(fact)
  }

  /// Adds a rule of the left.
  mutating func add(left rule: Rule) { charter.rules.append(rule) }

  /// Adds a rule of the right.
  mutating func add(right rule: Rule) {
    var rule = rule
    func moved(_ tests: [Test]) -> [Test] {
      tests.map { test in
        let operands = test.operands.map { operand in
          if case .fact(let fact) = operand {
            Test.Operand.fact(placeOfRight[fact])
          } else {
            operand
          }
        }
        return Test(fact: placeOfRight[test.fact], relation: test.relation, operands: operands)
      }
    }
    rule.scope = moved(rule.scope)
    for clause in rule.clauses.indices {
      rule.clauses[clause].tests = moved(rule.clauses[clause].tests)
    }
    charter.rules.append(rule)
  }
}

extension Expression {
  /// The expression with each fact at another place.
  func movingFacts(_ place: (Int) -> Int) -> Expression {
    switch self {
    case .number: self
    case .fact(let fact): .fact(place(fact))
    case .operation(let join, let left, let right):
      .operation(join, left.movingFacts(place), right.movingFacts(place))
    }
  }
}
