import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// What must hold of every judgement, whatever the charter.
@Suite("Laws of judging")
struct JudgingLawTests {
  private static let cases = 250

  /// Calls `body` with random cases.
  private func forEachCase(
    seed: UInt64, _ body: (CharterSketch, inout SeededGenerator) throws -> Void
  ) rethrows {
    var charters = RandomCharters(seed: seed)
    var random = SeededGenerator(seed: seed &+ 1)
    for _ in 0..<Self.cases { try body(charters.next(), &random) }
  }

  /// What a judgement comes to, whatever the order and the names of rules and facts.
  private struct Gist: Equatable {
    var verdict: Verdict
    var score: Number?
    var lowest: Number?
    var highest: Number?
    var reachable: [Verdict]
    var shares: [Int]
    var isExact: Bool

    init(_ judged: Judgement) {
      verdict = judged.verdict
      score = judged.tally.score?.number
      lowest = judged.uncertainty.range?.lowerBound.number
      highest = judged.uncertainty.range?.upperBound.number
      reachable = judged.uncertainty.reachable
      shares = judged.uncertainty.shares.map { Int(($0 * 1e9).rounded()) }
      isExact = judged.uncertainty.isExact
    }

    init(_ sketch: CharterSketch) throws { self.init(try Case(sketch).judged()) }
  }

  private func expectSame(_ one: CharterSketch, _ other: CharterSketch) throws {
    let (gist, otherGist) = (try Gist(one), try Gist(other))
    #expect(gist == otherGist, "\(one.script)\n\(other.script)")
  }

  @Test("Saying one of the possible values of a fact allows nothing that was not allowed before")
  func sayingNarrows() throws {
    try forEachCase(seed: 21) { sketch, random in
      let before = try Case(sketch).judged().uncertainty
      guard let fact = before.openFacts.randomElement(using: &random) else { return }
      var told = sketch
      let words = answer(to: fact, of: sketch, &random)
      told.statements.removeAll { $0.fact == fact }
      told.statements.append(.init(fact: fact, words: words))
      let after = try Case(told).judged().uncertainty
      guard after.isExact else { return }
      let allowed = Set(before.reachable)
      #expect(after.reachable.allSatisfy { allowed.contains($0) }, "\(words)\n\(sketch.script)")
      if let narrow = after.range {
        let isWithin =
          before.range.map {
            $0.lowerBound <= narrow.lowerBound && narrow.upperBound <= $0.upperBound
          } ?? false
        #expect(isWithin, "\(words)\n\(sketch.script)")
      }
    }
  }

  /// One of the values that an open fact can hold.
  private func answer(
    to fact: Int, of sketch: CharterSketch, _ random: inout SeededGenerator
  ) -> String {
    if let said = sketch.statements.first(where: { $0.fact == fact })?.words, said != "unsaid" {
      if said.hasPrefix("roughly ") { return String(said.dropFirst(8)) }
      // An end of the range; no value of a test holds the word that parts the two.
      let words = said.split(separator: " ").map(String.init)
      return random.chance(50) ? words[1] : words[words.count - 1]
    }
    if random.chance(20) { return "untouched" }
    switch sketch.facts[fact].kind {
    case .scale(let levels), .oneOf(let levels), .anyOf(let levels):
      return random.pick(levels, else: "untouched")
    case .yesNo: return random.chance(50) ? "yes" : "no"
    case .percent: return random.pick(["-10%", "3%", "12.5%", "70%"], else: "0%")
    case .number: return random.pick(["0", "0.5", "2.5", "5", "9k"], else: "0")
    case .money: return random.pick(["-20", "0", "9", "12", "41k"], else: "0")
    case .text: return random.pick(["we win", "no such word", "our lock in"], else: "so")
    case .counts, .computed: return "untouched"
    }
  }

  @Test("The order of rules and of when lines changes nothing")
  func orderIsFree() throws {
    try forEachCase(seed: 22) { sketch, random in
      var other = sketch
      other.rules.shuffle(using: &random)
      for place in other.rules.indices { other.rules[place].clauses.shuffle(using: &random) }
      other.statements.shuffle(using: &random)
      try expectSame(sketch, other)
    }
  }

  @Test("The names of facts and rules change nothing")
  func namesAreFree() throws {
    try forEachCase(seed: 23) { sketch, random in
      var other = sketch
      let names = ["north wind", "high", "days", "so", "so far", "in", "in so far", "a, b"]
      for place in other.facts.indices { other.facts[place].name = "x \(names[place % 7])" }
      for place in other.rules.indices { other.rules[place].name = "\(place) is between when" }
      try expectSame(sketch, other)
    }
  }

  @Test("Twice the weights is the same charter")
  func weightsAreRelative() throws {
    try forEachCase(seed: 24) { sketch, random in
      var light = sketch
      for place in light.rules.indices {
        let isVetoOnly = light.rules[place].onlyVetoes && light.rules[place].weight == nil
        light.rules[place].weight = isVetoOnly ? nil : random.number(1...2)
      }
      var heavy = light
      for place in heavy.rules.indices {
        heavy.rules[place].weight = heavy.rules[place].weight.map { $0 * 2 }
      }
      try expectSame(light, heavy)
    }
  }

  @Test("A rule whose scope can never hold changes nothing")
  func silentRuleIsNothing() throws {
    try forEachCase(seed: 25) { sketch, _ in
      var other = sketch
      guard
        let fact = sketch.facts.indices.first(where: { place in
          if case .scale = sketch.facts[place].kind { return true }
          return sketch.facts[place].kind == .yesNo
        })
      else { return }
      let ends = sketch.facts[fact].kind == .yesNo ? ("no", "yes") : ("1", "2")
      other.rules.append(
        .init(
          name: "never", weight: 5, scope: "$\(fact) is \(ends.0) and $\(fact) is \(ends.1)",
          clauses: ["for when $\(fact) is \(ends.0)", "veto when $\(fact) is \(ends.1)"]))
      try expectSame(sketch, other)
    }
  }

  @Test("Where nothing is open, only the verdict as told is reachable")
  func nothingOpen() throws {
    try forEachCase(seed: 26) { sketch, _ in
      var other = sketch
      other.restIsUntouched = true
      for place in other.facts.indices { other.facts[place].mustBeSaid = false }
      other.statements.removeAll {
        $0.words == "unsaid" || $0.words.hasPrefix("between") || $0.words.hasPrefix("roughly")
      }
      let judged = try Case(other).judged()
      #expect(judged.uncertainty.openFacts == [])
      #expect(judged.uncertainty.reachable == [judged.verdict])
      #expect(judged.uncertainty.range == judged.tally.score.map { $0...$0 })
      #expect(judged.uncertainty.isExact && judged.uncertainty.isSettled)
    }
  }

  @Test("Whatever is left of a spoiled script can be judged")
  func spoiledScripts() throws {
    forEachCase(seed: 27) { sketch, random in
      let text = String(decoding: ScriptMutation.spoil(sketch.script, &random), as: UTF8.self)
      var workspace = Workspace(charter: Charter(name: "none"), usedAs: "none")
      for line in text.split(separator: "\n") {
        _ = workspace.read(SourceLine(file: "spoiled", text: String(line)), isTyped: false)
      }
      let judge = Judge(Program(workspace.charter))
      for action in workspace.actions + [.doNothing] {
        let judged = judge.judge(action)
        #expect(judged.uncertainty.reachable.contains(judged.verdict), "\(text)")
      }
    }
  }
}
