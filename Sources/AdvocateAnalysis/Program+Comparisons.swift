import AdvocateCharter
import AdvocateEvaluation

/// What the rules compare facts with.
extension Program {
  /// The levels of an `any of` fact that some rule tests, one bit each.
  func testedLevels(of fact: Int) -> UInt64 {
    var levels: UInt64 = 0
    for test in testsOfFact[fact] {
      for operand in test.operands {
        switch operand {
        case .value(.levels(let set)) where test.fact == fact: levels |= set
        case .fact: return .max
        default: break
        }
      }
    }
    return levels
  }

  /// The numbers with which rules compare a fact, those that other facts are said to be included.
  func thresholds(of fact: Int, _ numbers: (Int) -> Number?) -> [Number] {
    var thresholds: [Number] = []
    for test in testsOfFact[fact] {
      for operand in test.operands {
        switch operand {
        case .value(.number(let number)) where test.fact == fact: thresholds.append(number)
        case .fact(let other):
          if other == fact, let number = numbers(test.fact) { thresholds.append(number) }
          if test.fact == fact, let number = numbers(other) { thresholds.append(number) }
        default: break
        }
      }
    }
    return thresholds
  }

  /// The facts with which some rule compares a fact.
  func comparedFacts(with fact: Int) -> Set<Int> {
    var facts: Set<Int> = []
    for test in testsOfFact[fact] where test.facts.count > 1 {
      facts.formUnion(test.facts)
    }
    facts.remove(fact)
    return facts
  }

  /// `facts` parted into groups of those that are compared with each other, directly or by others.
  func comparedGroups(of facts: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var left = facts
    while let first = left.first {
      var group = [first]
      left.removeFirst()
      var place = 0
      while place < group.count {
        let compared = comparedFacts(with: group[place])
        group += left.filter { compared.contains($0) }
        left.removeAll { compared.contains($0) }
        place += 1
      }
      groups.append(group.sorted())
    }
    return groups
  }
}
