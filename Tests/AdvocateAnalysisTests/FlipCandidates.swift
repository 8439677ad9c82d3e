import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// What each fact of an action may change to.
struct FlipCandidates {
  /// One fact with another value.
  struct Candidate: Equatable {
    var fact: Int
    var value: Value
    /// Levels moved on a scale; any other change is one.
    var steps: Int
  }

  /// The candidates by fact; none where nothing may change.
  private(set) var ofFact: [[Candidate]] = []
  /// The numbers whose thresholds hang on another number, or on more than one sum.
  private(set) var tangled: Set<Int> = []

  let charter: Charter
  let told: [Holding]
  private let tests: [Test]
  private let completions: Completions

  init(_ completions: Completions) {
    self.completions = completions
    charter = completions.charter
    told = completions.told
    let used = charter.rules.filter { $0.reason != nil && !$0.clauses.isEmpty }
    tests = used.flatMap { rule in rule.scope + rule.clauses.flatMap(\.tests) }
    let read = completions.leaves(Set(tests.flatMap(\.facts)))
    for fact in charter.facts.indices {
      let mayMatter = read.contains(fact) && completions.mayChange(fact)
      ofFact.append(mayMatter ? candidates(fact) : [])
    }
  }

  private mutating func candidates(_ fact: Int) -> [Candidate] {
    switch charter.facts[fact].kind {
    case .scale(let levels): return levels.indices.compactMap { level(fact, $0, isScale: true) }
    case .oneOf(let levels): return levels.indices.compactMap { level(fact, $0, isScale: false) }
    case .yesNo: return (0...1).compactMap { level(fact, $0, isScale: false) }
    case .anyOf(let levels): return sets(fact, levels)
    case .number, .money, .percent: return numbers(fact)
    case .text, .computed, .counts, nil: return []
    }
  }

  private func level(_ fact: Int, _ level: Int, isScale: Bool) -> Candidate? {
    guard told[fact] != .level(level) else { return nil }
    var steps = 1
    if isScale, case .level(let now) = told[fact] { steps = abs(level - now) }
    return Candidate(fact: fact, value: .level(level), steps: steps)
  }

  /// All sets of levels.
  private func sets(_ fact: Int, _ levels: [String]) -> [Candidate] {
    let nothing = levels.firstIndex { $0.lowercased() == "nothing" }.map { UInt64(1) << $0 }
    var present: UInt64 = 0
    if case .set(let set) = told[fact] { present = set }
    var sets: [UInt64] = []
    for set in 1..<(UInt64(1) << levels.count) where set != present {
      if nothing.map({ set & $0 == 0 || set == $0 }) ?? true { sets.append(set) }
    }
    return sets.map { Candidate(fact: fact, value: .levels($0), steps: 1) }
  }

  // MARK: - Numbers

  private mutating func numbers(_ fact: Int) -> [Candidate] {
    var isCount = false
    var step = Number(1)
    switch charter.facts[fact].kind {
    case .number: isCount = true
    case .percent: step = Number(1).divided(by: Number(100)) ?? step
    default: break
    }
    var cuts = thresholds(fact) + (isCount ? [Number(0)] : [])
    cuts = cuts.filter { !isCount || $0 >= Number(0) }.sorted()
    cuts = cuts.indices.filter { $0 == 0 || cuts[$0] != cuts[$0 - 1] }.map { cuts[$0] }
    guard let first = cuts.first, let last = cuts.last else { return [] }
    var values = cuts + [last + step]
    if !isCount { values.append(first - step) }
    for (low, high) in zip(cuts, cuts.dropFirst()) {
      if let middle = (low + high).divided(by: Number(2)) { values.append(middle) }
    }
    return values.filter { told[fact] != .number($0) }.map {
      Candidate(fact: fact, value: .number($0), steps: 1)
    }
  }

  /// Where the tests that read `fact` can change their answers, all other facts being as told.
  private mutating func thresholds(_ fact: Int) -> [Number] {
    var result: [Number] = []
    for test in tests {
      for operand in test.operands {
        var right: Fraction?
        switch operand {
        case .value(.number(let number)):
          right = Fraction(.number(number), charter: charter) { _ in nil }
        case .value: continue
        case .fact(let other): right = line(other, in: fact)
        }
        let isRead = completions.leaves(Set(test.facts)).contains(fact)
        guard isRead, let left = line(test.fact, in: fact), let right else { continue }
        result += left.poles + right.poles
        if let meeting = left.meeting(right) {
          result += meeting
        } else {
          tangled.insert(fact)
        }
      }
    }
    return result
  }

  /// A number as a fraction in `fact`; nil where it is untouched, or too crooked.
  private mutating func line(_ number: Int, in fact: Int) -> Fraction? {
    if number == fact { return .identity }
    let leaves = completions.leaves([number])
    if leaves.contains(where: { $0 != fact && told[$0] == .untouched }) { return nil }
    let fraction = Fraction(.fact(number), charter: charter) { [told, completions] other in
      let isOpen = completions.leaves([other]).contains(fact)
      if !isOpen, case .number(let number) = told[other] { return number }
      return nil
    }
    if fraction == nil { tangled.insert(fact) }
    return fraction?.isNowhere == true ? nil : fraction
  }
}
