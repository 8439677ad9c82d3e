import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// A brief judgement says of every action what the whole one says, as far as it goes.
@Suite("Brief judgements")
struct JudgeBrieflyTests {
  @Test("It is settled exactly where the whole judgement is", arguments: 0..<8)
  func settled(seed: Int) {
    var charters = RandomCharters(seed: UInt64(400 + seed))
    var counts = [false: 0, true: 0]
    for _ in 0..<40 {
      var workspace = BuiltInCharter.workspace()
      var reader = ScriptReader(files: { _ in .failure(.missing) })
      reader.read(Array(charters.next().script.utf8), named: "input", into: &workspace)
      let judge = Judge(Program(workspace.charter))
      for action in workspace.actions {
        let (whole, brief) = (judge.judge(action), judge.judgeBriefly(action))
        #expect(brief.verdict == whole.verdict)
        #expect(brief.tally == whole.tally)
        #expect(brief.uncertainty.isSettled == whole.uncertainty.isSettled, "\(action)")
        counts[whole.uncertainty.isSettled, default: 0] += 1
      }
    }
    // Both kinds come up, so that neither answer by itself would do.
    #expect(counts[true, default: 0] > 3 && counts[false, default: 0] > 3, "\(counts)")
  }

  @Test("By the built-in charter a plan of which little is said is not settled, and a veto is")
  func builtIn() {
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    let script = "action Little\n  effort to leave is a call\naction Lie\n  true as told is no\n"
    reader.read(Array(script.utf8), named: "input", into: &workspace)
    let judge = Judge(Program(workspace.charter))
    let settled = workspace.actions.map { judge.judgeBriefly($0).uncertainty.isSettled }
    #expect(settled == workspace.actions.map { judge.judge($0).uncertainty.isSettled })
    #expect(settled.first == false)
  }
}
