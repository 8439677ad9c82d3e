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
    var unreadable = content.unreadable
    var past: [(Decision, Action, Int)] = []
    for decision in content.decisions where !Interruption.isRequested {
      if let (earlier, lost) = present.read(decision) {
        past.append((decision, earlier, lost))
      } else {
        unreadable += 1
      }
    }
    guard !Interruption.isRequested else { return }
    let judgement = judge.judge(action)
    let nearest = Precedent.nearest(
      to: action, among: past, by: CaseMeasure(judge.program))
    answer(
      .precedents(judgement, called: action.title, nearest, unreadable: unreadable), &response)
  }

  /// Judges all decisions anew by the charter at hand.
  mutating func replayJournal(_ response: inout Response) {
    guard let content = journalContent(&response), let keeping = journalKeeping else { return }
    let judge = judge()
    let present = PastActions(workspace.charter)
    // Each version of a charter is read once.
    var earlier: [Int: (judge: Judge, actions: PastActions)?] = [:]
    var replays: [DecisionReplay] = []
    var unreadable = content.unreadable
    for decision in content.decisions {
      guard !Interruption.isRequested else { return }
      guard let (action, lost) = present.read(decision) else {
        unreadable += 1
        continue
      }
      let now = judge.judge(action)
      var before: Judgement?
      if now.verdictWord != decision.told.verdict {
        if earlier[decision.version] == nil {
          switch keeping.charter(decision.version) {
          case .success(let text):
            earlier[decision.version] = .some(
              Self.charter(text).map { (Judge(Program($0)), PastActions($0)) })
          case .failure(let problem):
            journalOutcome = .failed
            return response.refuse(StyledText(problem.text), width: width)
          }
        }
        if let old = earlier[decision.version] ?? nil, let (action, _) = old.actions.read(decision)
        {
          before = old.judge.judge(action)
        }
      }
      replays.append(DecisionReplay(decision, now: now, before: before, lost: lost))
    }
    if replays.contains(where: \.hasTurned) { journalOutcome = .turned }
    answer(
      .journalReplay(
        replays, charter: workspace.charter.name, unreadable: unreadable), &response)
  }

  /// The charter that a text of the journal declares; nil where not all of it can be read.
  private static func charter(_ text: String?) -> Charter? {
    guard let text else { return nil }
    var workspace = Workspace(charter: Charter(name: ""), usedAs: "")
    var findings: [Diagnostic] = []
    for line in text.split(separator: "\n") {
      findings += workspace.read(SourceLine(text: String(line)), isTyped: false).diagnostics
    }
    findings += workspace.finish()
    return findings.contains { $0.severity == .error } ? nil : workspace.charter
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
