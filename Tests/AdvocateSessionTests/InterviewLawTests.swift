import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateSession
import AdvocateTestSupport
import Testing

/// What holds for every interview, whatever is answered.
@Suite struct InterviewLawTests {
  @Test(arguments: Array(0..<40) as [UInt64])
  func randomAnswersLeadToTheVerdictOfTheirLines(_ seed: UInt64) {
    var charters = RandomCharters(seed: 7000 + seed)
    let text = charters.next().lines.filter { !$0.hasPrefix("use ") }
    let end = text.firstIndex { $0.hasPrefix("action ") } ?? text.count
    let files = MemoryFiles(["random.advocate": text[..<end].joined(separator: "\n")])
    var session = Session(files: files.forSession, isTyped: true)
    _ = session.respond(to: "use random.advocate")
    var random = RandomLines(seed: seed)
    _ = session.respond(to: "ask Plan")
    var asked: [String] = []
    var open: Set<String> = []
    var steps = 0
    let facts = session.workspace.charter.facts
    while session.prompt == "answer> " {
      steps += 1
      #expect(steps <= 2 * facts.count + 2, "the questions have no end")
      guard steps <= 2 * facts.count + 2 else { return }
      #expect(!isSettled(session), "a question after the verdict was settled")
      let before = session.workspace.actions[0]
      _ = session.respond(to: answer(session, &random))
      let after = session.workspace.actions[0]
      guard
        let changed = facts.indices.first(where: {
          before.statement(of: $0) != after.statement(of: $0)
        })
      else { continue }
      let name = facts[changed].name
      #expect(!asked.contains(name) || open.contains(name), "\(name) is asked for twice")
      asked.append(name)
      if after.statement(of: changed)?.content == .unsaid {
        open.insert(name)
      } else {
        open.remove(name)
      }
    }
    // Typed as they stand, and saved and loaded, the lines give the same judgement.
    _ = session.respond(to: "save plan.advocate")
    var typed = Session(files: files.forSession, isTyped: true)
    for line in (files.texts["plan.advocate"] ?? "").split(separator: "\n") {
      _ = typed.respond(to: String(line))
    }
    var loaded = Session(files: files.forSession, isTyped: true)
    _ = loaded.respond(to: "load plan.advocate")
    for other in [typed, loaded] {
      let (one, two) = (judgement(session), judgement(other))
      #expect(one.verdict == two.verdict)
      #expect(one.tally == two.tally)
      #expect(one.uncertainty.reachable == two.uncertainty.reachable)
      #expect(one.uncertainty.range == two.uncertainty.range)
      let pairs = zip(one.uncertainty.shares, two.uncertainty.shares)
      #expect(pairs.allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  private func judgement(_ session: Session) -> Judgement {
    Judge(Program(session.workspace.charter)).judge(session.workspace.actions[0])
  }

  private func isSettled(_ session: Session) -> Bool {
    judgement(session).uncertainty.isSettled
  }

  /// One of the answers that Tab offers, or none; numbers for facts without levels.
  private func answer(_ session: Session, _ random: inout RandomLines) -> String {
    if random.below(4) == 0 { return "" }
    let offered = Completer(session).complete("").items.map(\.insertion).filter {
      !["back", "stop", "why this question"].contains($0)
    }
    if offered.count > 1 { return offered[random.below(offered.count)] }
    return ["3", "0.5", "40%", "roughly 2m", "10 to 20", "10% to 20%", "u"][random.below(7)]
  }
}
