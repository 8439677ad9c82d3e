import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Judgements in which each rule weighs and says what is asked for.
struct WeightSample: CustomStringConvertible {
  /// One rule; `notInPlay` is not asked for.
  struct Part {
    var weight: Int
    var saying: Saying
  }

  var parts: [Part]
  var bands: [Band]

  var description: String {
    parts.map { "\($0.saying.words) \($0.weight)" }.joined(separator: ", ") + "; "
      + bands.map { "\($0.name) \($0.from)" }.joined(separator: ", ")
  }

  /// Such a judgement, by a charter with one fact and one rule for each part.
  var judgement: Judgement {
    var charter = Charter(name: "sample")
    charter.declaredBands = bands
    var action = Action(name: "plan", location: SourceLocation())
    action.restIsUntouched = true
    let sides: [Clause.Side] = [.leansFor, .for, .leansAgainst, .against, .veto]
    for (place, part) in parts.enumerated() {
      var fact = FactDeclaration(name: "fact \(place)", location: SourceLocation())
      fact.kind = .oneOf(["neutral"] + sides.map(\.rawValue))
      charter.facts.append(fact)
      var rule = Rule(name: "rule \(place)", location: SourceLocation())
      rule.statedWeight = part.weight
      rule.reason = "it matters"
      rule.clauses = sides.indices.map { side in
        Clause(
          side: sides[side],
          tests: [Test(fact: place, relation: .is, operands: [.value(.level(side + 1))])],
          location: SourceLocation())
      }
      charter.rules.append(rule)
      let level = Int(part.saying.rawValue) - Int(Saying.neutral.rawValue)
      action.statements.append(
        Statement(
          fact: place, content: .value(.level(level)), evidence: nil, location: SourceLocation()))
    }
    return Judge(Program(charter)).judge(action)
  }

  /// The verdict by marks from 0 to 100 and any weights, worked out in another way than the
  /// program does: each mark by its weight, the mean compared with the edges.
  func verdict(_ weights: [Int]) -> Verdict {
    let whole = weights.reduce(0, +)
    if whole == 0 { return .silent }
    var sum = 0
    for (weight, part) in zip(weights, parts) { sum += weight * Self.mark(part.saying) }
    for (place, band) in bands.enumerated() where 100 * sum >= band.from * whole {
      return .band(place)
    }
    return .band(bands.count - 1)
  }

  static func mark(_ saying: Saying) -> Int {
    switch saying {
    case .for: 100
    case .leansFor: 75
    case .neutral, .notInPlay: 50
    case .leansAgainst: 25
    case .against, .veto: 0
    }
  }

  /// Random rules that speak by random bands, among them edges that some mark or mean touches.
  static func random(_ random: inout SeededRandom, rules: ClosedRange<Int>) -> WeightSample {
    let sayings: [Saying] = [.neutral, .for, .leansFor, .leansAgainst, .against]
    let parts = (0..<rules.lowerBound + random.below(rules.count)).map { _ in
      Part(weight: 1 + random.below(5), saying: sayings[random.below(5)])
    }
    var edges: Set<Int> = []
    for _ in 0..<random.below(4) {
      edges.insert(
        [
          random.below(10_000) + 1, 100 * random.below(100) + 100, 2500, 5000, 7500,
          10_000,
        ][random.below(6)])
    }
    var bands = edges.sorted(by: >).map { Band(name: "from \($0)", from: $0) }
    bands.append(Band(name: "low", from: 0))
    if random.below(3) == 0 { bands = Charter.usualBands }
    return WeightSample(parts: parts, bands: bands)
  }
}

/// A fixed sequence of numbers that look random (SplitMix64).
struct SeededRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }

  /// A number from 0 to 1, without the ends.
  mutating func fraction() -> Double { (Double(next() >> 12) + 0.5) / 4_503_599_627_370_496 }
}
