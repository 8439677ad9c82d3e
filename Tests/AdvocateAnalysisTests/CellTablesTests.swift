import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// The tables of a charter say what the evaluator says, rule by rule and in sum.
@Suite("Tables of cells")
struct CellTablesTests {
  /// A value for a fact of `kind`: often one that a rule names, or one beside it.
  private func value(
    _ fact: Int, _ program: Program, _ random: inout SeededGenerator
  ) -> Reading {
    guard let kind = program.charter.facts[fact].kind, random.chance(75) else { return .untouched }
    switch kind {
    case .scale(let levels), .oneOf(let levels):
      return .value(.level(random.number(0...levels.count - 1)))
    case .yesNo: return .value(.level(random.number(0...1)))
    case .anyOf(let levels):
      return .value(.levels(UInt64(random.number(1...(1 << min(levels.count, 20)) - 1))))
    case .number, .money, .percent:
      let numbers = program.testsOfFact[fact].flatMap { test in
        test.operands.compactMap {
          if case .value(.number(let number)) = $0 { number } else { nil }
        }
      }
      let near = random.pick(numbers, else: Number(random.number(-3...12)))
      let step = Number(random.number(-2...2)).divided(
        by: Number(random.pick([1, 3, 700], else: 1)))
      return .value(.number(near + (step ?? Number(0))))
    case .text: return .value(.text("We win our customers and squeeze them"))
    case .computed, .counts: return .untouched
    }
  }

  private func expectSame(_ program: Program, _ random: inout SeededGenerator, worlds: Int) throws {
    let evaluator = Evaluator(program)
    let tables = try #require(CellTables(program))
    let kernel = CellKernel(tables)
    var counts = program.charter.rules.map { _ in
      [Int](repeating: 0, count: Saying.allCases.count)
    }
    for _ in 0..<worlds {
      var world = program.charter.facts.indices.map { value($0, program, &random) }
      evaluator.fillComputed(&world)
      let cells = world.indices.map { UInt16(tables.cells[$0]?.cell(of: world[$0]) ?? 0) }
      var sum = kernel.look(up: cells)
      var isVetoed = sum.isVetoed
      var direct = [Reading](repeating: .untouched, count: world.count)
      for fact in tables.directFacts { direct[fact] = world[fact] }
      let (sayings, rest) = tables.direct(in: &direct)
      isVetoed = isVetoed || rest.isVetoed
      sum = PackedTally(bits: sum.bits &+ rest.bits)
      let judged = evaluator.judge(world)
      #expect(sum.tally == judged.tally)
      #expect(evaluator.verdict(sum.tally, isVetoed: isVetoed) == judged.verdict)
      for rule in program.usedRules {
        if let said = kernel.saying(ofRule: rule) {
          #expect(said == judged.sayings[rule])
          counts[rule][Int(said.rawValue)] += 1
        } else {
          #expect(sayings.contains { $0.rule == rule && $0.saying == judged.sayings[rule] })
        }
      }
    }
    let told = kernel.counts()
    for rule in program.usedRules where !tables.directRules.contains(rule) {
      #expect(told[rule] == counts[rule])
    }
  }

  @Test("Small charters of every kind of fact and test")
  func randomCharters() throws {
    var charters = RandomCharters(seed: 61)
    var random = SeededGenerator(seed: 62)
    for _ in 0..<300 {
      var workspace = BuiltInCharter.workspace()
      var reader = ScriptReader(files: { _ in .failure(.missing) })
      reader.read(Array(charters.next().script.utf8), named: "case", into: &workspace)
      try expectSame(Program(workspace.charter), &random, worlds: 30)
    }
  }

  @Test(
    "The built-in charter, of which only rules about counts and worked out numbers stay outside")
  func builtIn() throws {
    var random = SeededGenerator(seed: 63)
    let program = Program(BuiltInCharter.charter)
    try expectSame(program, &random, worlds: 400)
    let outside = CellTables(program)?.directRules.map { program.charter.rules[$0].name }
    #expect(
      outside == [
        "Words of ownership", "Free to go yet glad to stay", "The years outweigh the quarter",
      ])
  }

  @Test("A charter whose weights are beyond a machine word has no tables")
  func tooHeavy() {
    var charter = BuiltInCharter.charter
    charter.rules[0].statedWeight = 1 << 20
    #expect(CellTables(Program(charter)) == nil)
  }
}
