import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSyntax

/// Decisions of the past beside the charter and the plan at hand.
extension Session {
  mutating func precedents(_ name: String?, _ response: inout Response) {
    journalOutcome = .fine
    guard let action = action(called: name, "precedents", &response),
      let content = journalContent(&response)
    else { return }
    reveal(action, &response)
    let judge = judge()
    let present = PastActions(workspace.charter)
    let past = content.decisions.compactMap { decision -> (Decision, Action, Int)? in
      guard !Interruption.isRequested, let (past, lost) = present.read(decision) else {
        return nil
      }
      return (decision, past, lost)
    }
    guard !Interruption.isRequested else { return }
    let judgement = judge.judge(action)
    let nearest = Precedent.nearest(
      to: action, among: past, by: CaseMeasure(judge.program))
    answer(.precedents(judgement, called: action.title, nearest), &response)
  }

  /// Judges all decisions anew by the charter at hand.
  mutating func replayJournal(_ response: inout Response) {
    guard let content = journalContent(&response), let keeping = journalKeeping else { return }
    let judge = judge()
    let present = PastActions(workspace.charter)
    // Each version of a charter is read once.
    var earlier: [Int: (judge: Judge, actions: PastActions)?] = [:]
    var replays: [DecisionReplay] = []
    for decision in content.decisions {
      guard !Interruption.isRequested else { return }
      guard let (action, lost) = present.read(decision) else { continue }
      let now = judge.judge(action)
      var before: Judgement?
      if now.verdictWord != decision.told.verdict {
        let old =
          earlier[decision.version]
          ?? Self.charter(keeping.charter(decision.version))
          .map { (Judge(Program($0)), PastActions($0)) }
        earlier[decision.version] = .some(old)
        if let old, let (action, _) = old.actions.read(decision) {
          before = old.judge.judge(action)
        }
      }
      replays.append(DecisionReplay(decision, now: now, before: before, lost: lost))
    }
    if replays.contains(where: \.hasTurned) { journalOutcome = .turned }
    answer(
      .journalReplay(
        replays, charter: workspace.charter.name, unreadable: content.unreadable), &response)
  }

  /// The charter that a text of the journal declares.
  private static func charter(_ text: String?) -> Charter? {
    guard let text else { return nil }
    var workspace = Workspace(charter: Charter(name: ""), usedAs: "")
    for line in text.split(separator: "\n") {
      _ = workspace.read(SourceLine(text: String(line)), isTyped: false)
    }
    _ = workspace.finish()
    return workspace.charter
  }
}

/// Reads the actions of decisions by one charter.
private struct PastActions {
  private let empty: Workspace

  init(_ charter: Charter) { empty = Workspace(charter: charter, usedAs: charter.name) }

  /// The action of a decision, and how many of its lines do not fit; nil where it holds none.
  func read(_ decision: Decision) -> (action: Action, lost: Int)? {
    var workspace = empty
    for line in decision.lines {
      _ = workspace.read(SourceLine(text: line), isTyped: false)
    }
    _ = workspace.finish()
    guard var action = workspace.actions.first else { return nil }
    let lost = action.dropped.count
    action.dropped = []
    return (action, lost)
  }
}
