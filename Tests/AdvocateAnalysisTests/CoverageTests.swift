import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// What expectations have tried of a charter, and cases for what they have not.
@Suite("Coverage")
struct CoverageTests {
  private static let rules = """
    rule Quick help
      weight 2
      for when hours is less than 2
      against when hours is more than 5
      because their time is dear
    rule Kind words
      weight 3
      for when care is warm
      veto when care is rude
      because they remember it
    rule Never more
      veto when price is more than 20
      because every coin counts
    """

  private func coverage(_ actions: String) throws -> Coverage {
    let charter = try CharterScript.charter(Self.rules)
    let workspace = try CharterScript.workspace(actions, on: charter)
    let program = Program(charter)
    let judge = Judge(program)
    return Coverage(of: workspace.actions.map { judge.judge($0) }, by: program)
  }

  @Test func nothingIsTriedAtFirst() throws {
    let covered = try coverage("")
    #expect(covered.tried.isEmpty)
    #expect(covered.ways == .init(tried: 0, total: 8))
    #expect(covered.rules == .init(tried: 0, total: 3))
    #expect(covered.vetoes == .init(tried: 0, total: 2))
    #expect(covered.untriedRules == [1, 0, 2])
    // 8 ways, 2 vetoes twice, 3 sides of 3 numbers, 5 verdicts.
    #expect(covered.all == .init(tried: 0, total: 26))
    #expect(covered.all.percent == 0)
  }

  @Test func whatIsToldIsTried() throws {
    let covered = try coverage(
      """
      action Slow and rude
        hours is 5
        care is rude
        the rest is untouched
      """)
    #expect(
      covered.tried == [
        .way(rule: 0, .neutral), .way(rule: 1, .veto), .veto(rule: 1, fires: true),
        .verdict(.vetoed), .threshold(fact: 0, number: Number(2), .above),
        .threshold(fact: 0, number: Number(5), .on),
      ])
    #expect(covered.untriedRules == [2])
    #expect(covered.all.percent == 23)
  }

  @Test func casesFillHoles() throws {
    let covered = try coverage("action Quick\n  hours is 1\n  the rest is untouched")
    let cases = covered.cases(limit: 100)
    var lines = ["action Quick", "  hours is 1", "  the rest is untouched"]
    for made in cases { lines += made.lines(in: covered.charter) }
    let workspace = try CharterScript.workspace(
      lines.joined(separator: "\n"), on: covered.charter)
    let program = Program(covered.charter)
    let judge = Judge(program)
    let judged = workspace.actions.map { judge.judge($0) }
    #expect(Coverage(of: judged, by: program).holes.isEmpty)
    for block in workspace.expectations {
      let judgement = judged[try #require(workspace.actionPlace(block.action))]
      for expectation in block.expectations {
        #expect(ExpectationCheck.holds(expectation, of: judgement), "\(expectation.text)")
      }
    }
    #expect(workspace.expectations.count == cases.count)
    #expect(covered.cases(limit: 2).count == 2)
  }

  @Test("Ways are those that brute force finds, and cases meet their goals", arguments: 0..<2)
  func agreesWithBruteForce(batch: Int) throws {
    var charters = RandomCharters(seed: UInt64(9000 + batch))
    var compared = 0
    for _ in 0..<40 {
      let sample = try Case(charters.next())
      let nothing = Action(name: "nothing", location: SourceLocation())
      guard let brute = BruteForce(nothing, by: sample.charter, limit: 3000), !brute.isSampled
      else { continue }
      compared += 1
      let program = Program(sample.charter)
      let covered = Coverage(of: [], by: program)
      var ways: [Int: Set<Saying>] = [:]
      for case .way(let rule, let saying) in covered.goals {
        ways[rule, default: []].insert(saying)
      }
      for rule in program.usedRules {
        #expect(
          ways[rule, default: []] == brute.sayings[rule].subtracting([.notInPlay]),
          "\(sample.sketch.script)")
      }
      try checkCases(covered, program, sample.sketch.script)
    }
    #expect(compared > 15)
  }

  private func checkCases(_ covered: Coverage, _ program: Program, _ script: String) throws {
    let judge = Judge(program)
    for made in covered.cases() {
      let text = made.lines(in: covered.charter).joined(separator: "\n")
      let workspace = try CharterScript.workspace(text, on: covered.charter)
      let judgement = judge.judge(try #require(workspace.actions.first))
      #expect(
        Coverage(of: [judgement], by: program).tried.contains(made.goal), "\(script)\n\(text)")
      let expectation = try #require(workspace.expectations.first?.expectations.first)
      #expect(ExpectationCheck.holds(expectation, of: judgement), "\(script)\n\(text)")
    }
  }
}
