import AdvocateCharter
import AdvocateEvaluation

/// What a fact holds in one world of the brute force.
enum Holding: Equatable {
  case untouched
  case level(Int)
  case set(UInt64)
  case number(Number)

  init(_ value: Value) {
    switch value {
    case .level(let level): self = .level(level)
    case .levels(let set): self = .set(set)
    case .number(let number): self = .number(number)
    case .text: self = .untouched
    }
  }
}

/// Judges one world straight from the definition: no tables, no short cuts.
struct BruteWorld {
  let charter: Charter
  /// The edges of the bands in hundredths, the best first; the lowest is 0.
  private let edges: [Int]

  init(charter: Charter) {
    self.charter = charter
    let sorted = charter.declaredBands.map(\.from).sorted(by: >)
    edges = sorted.isEmpty ? [6000, 4000, 0] : sorted.dropLast() + [0]
  }

  /// What came of a world.
  struct Outcome: Equatable {
    var sayings: [Saying]
    var halvesFor = 0
    var halvesAgainst = 0
    var inPlay = 0
    var verdict = Verdict.silent
  }

  func judge(_ world: [Holding]) -> Outcome {
    var outcome = Outcome(sayings: [])
    var hasVeto = false
    for rule in charter.rules {
      let saying = saying(of: rule, world)
      outcome.sayings.append(saying)
      let weight = Self.weight(of: rule)
      switch saying {
      case .notInPlay: continue
      case .neutral: break
      case .leansFor: outcome.halvesFor += weight
      case .for: outcome.halvesFor += 2 * weight
      case .leansAgainst: outcome.halvesAgainst += weight
      case .against: outcome.halvesAgainst += 2 * weight
      case .veto:
        outcome.halvesAgainst += 2 * weight
        hasVeto = true
      }
      outcome.inPlay += weight
    }
    if hasVeto {
      outcome.verdict = .vetoed
    } else if outcome.inPlay > 0 {
      outcome.verdict = .band(band(outcome))
    }
    return outcome
  }

  /// 1 without a line that says it, 0 when it says none and only vetoes.
  static func weight(of rule: Rule) -> Int {
    if let weight = rule.statedWeight { return weight }
    return rule.clauses.contains { $0.side != .veto } ? 1 : 0
  }

  /// 50 + 50 (F - A) / W, times 100 W on both sides of each comparison with an edge.
  private func band(_ outcome: Outcome) -> Int {
    let scaled = 5000 * outcome.inPlay + 2500 * (outcome.halvesFor - outcome.halvesAgainst)
    return edges.firstIndex { scaled >= $0 * outcome.inPlay } ?? edges.count - 1
  }

  private func saying(of rule: Rule, _ world: [Holding]) -> Saying {
    guard rule.reason != nil, !rule.clauses.isEmpty else { return .notInPlay }
    for test in rule.scope where holds(test, world) != true { return .notInPlay }
    var isInPlay = false
    var sides: Set<Clause.Side> = []
    for clause in rule.clauses {
      let answers = clause.tests.map { holds($0, world) }
      if !answers.contains(nil) { isInPlay = true }
      if answers.allSatisfy({ $0 == true }) { sides.insert(clause.side) }
    }
    guard isInPlay else { return .notInPlay }
    if sides.contains(.veto) { return .veto }
    if sides.contains(.against) { return .against }
    if sides.contains(.leansAgainst) { return .leansAgainst }
    if sides.contains(.for) { return .for }
    return sides.contains(.leansFor) ? .leansFor : .neutral
  }

  /// Whether a test holds; nil when a fact that it reads is untouched.
  func holds(_ test: Test, _ world: [Holding]) -> Bool? {
    let left = world[test.fact]
    if left == .untouched { return nil }
    var right: [Holding] = []
    for operand in test.operands {
      switch operand {
      case .value(let value): right.append(Holding(value))
      case .fact(let fact):
        if world[fact] == .untouched { return nil }
        right.append(world[fact])
      }
    }
    switch test.relation {
    case .is: return left == right[0]
    case .isNot: return left != right[0]
    case .atLeast: return order(left, right[0]) >= 0
    case .atMost: return order(left, right[0]) <= 0
    case .moreThan: return order(left, right[0]) > 0
    case .lessThan: return order(left, right[0]) < 0
    case .between: return order(left, right[0]) >= 0 && order(left, right[1]) <= 0
    case .includes: return includes(left, right[0])
    case .doesNotInclude: return !includes(left, right[0])
    }
  }

  private func order(_ left: Holding, _ right: Holding) -> Int {
    switch (left, right) {
    case (.level(let one), .level(let other)): one < other ? -1 : one > other ? 1 : 0
    case (.number(let one), .number(let other)): one < other ? -1 : one > other ? 1 : 0
    default: 0
    }
  }

  private func includes(_ left: Holding, _ right: Holding) -> Bool {
    guard case .set(let set) = left, case .set(let part) = right else { return false }
    return set & part == part
  }

  // MARK: - Facts that follow from others

  /// Puts the computed facts in, from the first on: they read only facts before them.
  func followed(_ world: [Holding]) -> [Holding] {
    var world = world
    for (place, fact) in charter.facts.enumerated() {
      guard case .computed(let expression) = fact.kind else { continue }
      world[place] = value(of: expression, world).map { .number($0) } ?? .untouched
    }
    return world
  }

  private func value(of expression: Expression, _ world: [Holding]) -> Number? {
    switch expression {
    case .number(let number): return number
    case .fact(let fact):
      if case .number(let number) = world[fact] { return number } else { return nil }
    case .operation(let sign, let left, let right):
      guard let one = value(of: left, world), let other = value(of: right, world) else {
        return nil
      }
      switch sign {
      case .add: return one + other
      case .subtract: return one - other
      case .multiply: return one * other
      case .divide: return other == Number(0) ? nil : one.divided(by: other)
      }
    }
  }

  /// How often phrases of the family stand in `text`: whole words, from the left, longest first.
  func count(_ family: String, in text: String) -> Int {
    let phrases = charter.phraseFamilies.first { $0.name == family }?.phrases ?? []
    var rest = " " + text.lowercased() + " "
    var count = 0
    while !rest.isEmpty {
      let found = phrases.map { $0.lowercased() }.filter { rest.hasPrefix(" \($0) ") }
      if let longest = found.max(by: { $0.count < $1.count }) {
        count += 1
        rest = String(rest.dropFirst(longest.count + 1))
      } else {
        rest = String(rest.dropFirst())
      }
    }
    return count
  }
}
