import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// Random charters, checked by the product and by trying every world.
@Suite("Checking charters against brute force")
struct CharterCheckBruteTests {
  @Test("Findings are what brute force finds", arguments: 0..<4)
  func agrees(batch: Int) throws {
    var charters = RandomCharters(seed: UInt64(7000 + batch))
    var compared = 0
    for _ in 0..<80 {
      let sample = try Case(charters.next())
      guard let brute = BruteCheck(sample.charter, limit: 3000) else { continue }
      compared += 1
      let check = CharterCheck(Program(sample.charter))
      let found = check.findings.map(\.content).filter(BruteCheck.isCompared)
      #expect(found.sorted { "\($0)" < "\($1)" } == brute.findings, "\(sample.sketch.script)")
      for finding in check.findings {
        if case .bothSidesHold(let rule, let pro, let contra, _) = finding.content {
          try checkWitness(finding, sample.charter, rule, [pro, contra], sample.sketch.script)
        }
      }
    }
    #expect(compared > 30)
  }

  private func checkWitness(
    _ finding: CharterFinding, _ charter: Charter, _ rule: Int, _ lines: [Int], _ script: String
  ) throws {
    guard let witness = finding.witness else {
      // Only phrases that stand inside each other leave no text to show it.
      #expect(charter.facts.contains { $0.kind == .text }, "\(script)")
      return
    }
    let text = witness.lines(in: charter).joined(separator: "\n")
    let action = try #require(try CharterScript.workspace(text, on: charter).actions.first)
    let evaluator = Evaluator(Program(charter))
    let world = evaluator.worldAsTold(by: action)
    for line in lines {
      for test in charter.rules[rule].clauses[line].tests {
        #expect(evaluator.holds(test) { world[$0] }, "\(script)\n\(text)")
      }
    }
  }
}

/// What there is to find in a charter, straight from the definition.
private struct BruteCheck {
  private(set) var findings: [CharterFinding.Content] = []

  static func isCompared(_ content: CharterFinding.Content) -> Bool {
    switch content {
    case .thresholdWithoutEffect, .factUnread, .lensWithoutWeight: false
    default: true
    }
  }

  /// Nil where there are too many worlds, or no exact cells.
  init?(_ charter: Charter, limit: Int) {
    let nothing = Action(name: "nothing", location: SourceLocation())
    let completions = Completions(nothing, by: charter)
    guard completions.count <= Double(limit), !completions.isSampled else { return nil }
    let used = charter.rules.indices.filter { charter.rules[$0].isUsed }
    var worlds: [[Holding]] = []
    completions.forEach { world, _ in worlds.append(world) }
    let outcomes = worlds.map { completions.brute.judge($0) }
    for band in charter.bands.indices where charter.totalWeight > 0 {
      if !outcomes.contains(where: { $0.verdict == .band(band) }) {
        findings.append(.verdictOutOfReach(band: band))
      }
    }
    for (place, rule) in used.enumerated() {
      let said = outcomes.map { $0.sayings[rule] }
      checkRule(rule, charter, completions.brute, worlds, said)
      guard said.contains(where: \.speaks) else { continue }
      let earlier = used[..<place].first { other in outcomes.map { $0.sayings[other] } == said }
      if let earlier { findings.append(.rulesSpeakAlike(rule: rule, earlier: earlier)) }
    }
    checkScales(charter, completions.brute, worlds, outcomes, used)
    findings.sort { "\($0)" < "\($1)" }
  }

  private mutating func checkRule(
    _ rule: Int, _ charter: Charter, _ brute: BruteWorld, _ worlds: [[Holding]], _ said: [Saying]
  ) {
    let clauses = charter.rules[rule].clauses
    guard said.contains(where: \.speaks) else {
      findings.append(.ruleNeverSpeaks(rule: rule))
      return
    }
    var holding = [Bool](repeating: false, count: clauses.count)
    var pairs: Set<[Int]> = []
    for (world, saying) in zip(worlds, said) where saying.speaks {
      let lines = clauses.indices.filter { line in
        clauses[line].tests.allSatisfy { brute.holds($0, world) == true }
      }
      for line in lines { holding[line] = true }
      for pro in lines where [.for, .leansFor].contains(clauses[pro].side) {
        for contra in lines where [.against, .leansAgainst].contains(clauses[contra].side) {
          pairs.insert([pro, contra])
        }
      }
    }
    for line in clauses.indices where !holding[line] {
      findings.append(.lineNeverHolds(rule: rule, line: line))
    }
    if let first = pairs.min(by: { $0.lexicographicallyPrecedes($1) }) {
      findings.append(
        .bothSidesHold(rule: rule, pro: first[0], contra: first[1], more: pairs.count - 1))
    }
    guard charter.rules[rule].weight > 0 else { return }
    if !said.contains(where: { $0.halves < 0 }) {
      findings.append(.ruleOneSided(rule: rule, isFor: true))
    } else if !said.contains(where: { $0.halves > 0 }) {
      findings.append(.ruleOneSided(rule: rule, isFor: false))
    }
  }

  private mutating func checkScales(
    _ charter: Charter, _ brute: BruteWorld, _ worlds: [[Holding]],
    _ outcomes: [BruteWorld.Outcome], _ used: [Int]
  ) {
    let read = Set(used.flatMap { charter.rules[$0].facts })
    let tests = used.flatMap {
      charter.rules[$0].scope + charter.rules[$0].clauses.flatMap(\.tests)
    }
    /// Whether swapping two levels changes what some rule says.
    func areApart(_ fact: Int, _ low: Int, _ high: Int) -> Bool {
      zip(worlds, outcomes).contains { world, outcome in
        guard world[fact] == .level(low) else { return false }
        var other = world
        other[fact] = .level(high)
        return brute.judge(other).sayings != outcome.sayings
      }
    }
    for fact in charter.facts.indices where read.contains(fact) {
      let kind = charter.facts[fact].kind
      var compared: Set<Int> = [fact]
      for test in tests where test.facts.contains(fact) { compared.formUnion(test.facts) }
      func isTold(_ low: Int, _ high: Int) -> Bool {
        compared.contains { areApart($0, low, high) }
      }
      switch kind {
      case .scale(let levels):
        var group = [0]
        for level in levels.indices.dropFirst() {
          if isTold(level - 1, level) {
            if group.count > 1 { findings.append(.levelsAlike(fact: fact, levels: group)) }
            group = []
          }
          group.append(level)
        }
        if group.count > 1 { findings.append(.levelsAlike(fact: fact, levels: group)) }
      case .oneOf(let levels):
        var groups: [[Int]] = []
        for level in levels.indices {
          if let place = groups.firstIndex(where: { !isTold($0[0], level) }) {
            groups[place].append(level)
          } else {
            groups.append([level])
          }
        }
        for group in groups where group.count > 1 {
          findings.append(.levelsAlike(fact: fact, levels: group))
        }
      case .yesNo:
        if !isTold(0, 1) { findings.append(.levelsAlike(fact: fact, levels: [0, 1])) }
      case .anyOf(let levels): checkSet(charter, brute, worlds, fact, levels, compared)
      default: continue
      }
    }
  }

  private mutating func checkSet(
    _ charter: Charter, _ brute: BruteWorld, _ worlds: [[Holding]], _ fact: Int,
    _ levels: [String], _ compared: Set<Int>
  ) {
    let nothing = levels.firstIndex { $0.lowercased() == "nothing" }.map { UInt64(1) << UInt64($0) }
    let idle = levels.indices.filter { level in
      let bit = UInt64(1) << UInt64(level)
      guard bit != nothing else { return false }
      return !worlds.contains { world in
        compared.contains { place in
          guard case .set(let set) = world[place], set != nothing else { return false }
          var (without, with) = (world, world)
          without[place] = .set(set & ~bit)
          with[place] = .set(set | bit)
          return brute.judge(without).sayings != brute.judge(with).sayings
        }
      }
    }
    if idle.count > 1 { findings.append(.levelsAlike(fact: fact, levels: idle)) }
  }
}
