import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSyntax

/// Whether what was typed does a step, however it was spelt.
extension Session {
  /// The action that a step is about.
  ///
  /// A step that wants none of the learner's own keeps to the one that it began with.
  var actionOfStep: Action? {
    if let run, !run.step.checks.contains(.ownAction), let action = run.before.currentAction {
      return workspace.actionPlace(action.name).map { workspace.actions[$0] }
    }
    if let action = workspace.currentAction { return action }
    if let lastJudged, let place = workspace.actionPlace(lastJudged) {
      return workspace.actions[place]
    }
    return workspace.actions.last
  }

  /// The action as a change that is tried would make it.
  private var supposedAction: Action? {
    guard case .action(let name, let said, workspace.charterRevision)? = trial,
      let place = workspace.actionPlace(name)
    else { return nil }
    return workspace.supposing(said, ofAction: place)
  }

  /// Notes the tests that hold because of this very line.
  ///
  /// A command counts once the lines that it is to look at are there.
  mutating func noteMet(_ text: String, _ response: Response, _ run: inout LessonRun) {
    let used = response.isRefused ? nil : Self.command(in: text)
    for (place, test) in run.step.checks.enumerated() {
      switch test {
      case .used(let word):
        guard let used, used == word || used.hasPrefix(word + " "), hasAllLines(run) else {
          continue
        }
        run.met.insert(place)
      case .supposed(let inner):
        guard used == "what if", let action = supposedAction, let test = LessonTest(inner) else {
          continue
        }
        if holds(test, of: action, run) { run.met.insert(place) }
      default: break
      }
    }
  }

  /// The command that a line is, in lower case, with what stands behind it.
  private static func command(in text: String) -> String? {
    guard case .success(let syntax) = LineParser.read(text, subject: nil).result else { return nil }
    return switch syntax {
    case .command(let word, let rest):
      ([word] + (rest.map { [$0.text.lowercased()] } ?? [])).joined(separator: " ")
    case .whatIf: "what if"
    case .weigh: "weigh"
    case .use: "use"
    case .load: "load"
    case .copy: "copy"
    default: nil
    }
  }

  /// The first test of the step that does not hold; nil where the step is done.
  ///
  /// What is still to be said comes before what is still to be asked.
  mutating func firstOpenTest() -> LessonTest? {
    guard let run else { return nil }
    for test in run.step.checks where !test.isOfOneLine && !stands(test, run) { return test }
    return run.step.checks.indices.first {
      run.step.checks[$0].isOfOneLine && !run.met.contains($0)
    }.map { run.step.checks[$0] }
  }

  /// Whether all tests hold that look at what was said, and not at what was asked.
  private mutating func hasAllLines(_ run: LessonRun) -> Bool {
    run.step.checks.allSatisfy { $0.isOfOneLine || stands($0, run) }
  }

  private mutating func stands(_ test: LessonTest, _ run: LessonRun) -> Bool {
    guard let action = actionOfStep ?? (test.needsAction ? nil : .doNothing) else { return false }
    return holds(test, of: action, run)
  }

  mutating func holds(_ test: LessonTest, of action: Action, _ run: LessonRun) -> Bool {
    switch test {
    case .used, .supposed: return false
    case .ownAction: return run.before.actionPlace(action.name) == nil
    case .ownRule: return hasOwnRule(run)
    case .ownReasons(let count): return ownReasons(run) >= count
    case .facts(let count): return action.statements.count >= count
    case .said(let fact):
      guard let place = workspace.factPlace(fact) else { return false }
      return action.statement(of: place).map { $0.content != .unsaid } ?? false
    case .avoids(let fact, let words):
      guard let place = workspace.factPlace(fact), let said = action.statement(of: place) else {
        return false
      }
      return !workspace.charter.text(of: said).lowercased().contains(words.lowercased())
    case .turns(let count): return turned(run) >= count
    case .expectationsHold: return expectationsHold()
    case .balance(let from, let to): return isAboveZero(from, to)
    case .deeds(let count): return (ledgerOfStep?.entries.count ?? .max) <= count
    case .expectation(let text): return holds(expectation: text, of: action)
    case .fact(let text): return holds(condition: text, of: action)
    }
  }

  private func holds(expectation text: String, of action: Action) -> Bool {
    var copy = workspace
    if let place = copy.actionPlace(action.name) { copy.replaceAction(at: place, with: action) }
    _ = copy.read(SourceLine(text: "expect \(action.name)"), isTyped: false)
    let outcome = copy.read(SourceLine(text: text), isTyped: false)
    guard outcome.diagnostics.allSatisfy({ $0.severity != .error }),
      case .expect(let block) = copy.subject,
      let expectation = copy.expectations[block].expectations.last
    else { return false }
    return Self.holds(expectation, of: action, copy, Judge(Program(copy.charter)))
  }

  private static func holds(
    _ expectation: Expectation, of action: Action, _ workspace: Workspace, _ judge: Judge
  ) -> Bool {
    let other = ExpectationCheck.comparedAction(expectation).map { name in
      judge.judge(workspace.actionPlace(name).map { workspace.actions[$0] } ?? .doNothing)
    }
    return ExpectationCheck.holds(expectation, of: judge.judge(action), other: other)
  }

  /// Whether a test as rules have it holds: a rule that says it speaks for the action.
  private func holds(condition text: String, of action: Action) -> Bool {
    var copy = workspace
    let name = "The test of this step"
    let lens = copy.charter.lenses.first ?? ""
    for line in [
      "rule \(name)", "lens \(lens)", "weight 1", "for when \(text)", "because it is tested",
    ] {
      let outcome = copy.read(SourceLine(text: line), isTyped: false)
      if outcome.diagnostics.contains(where: { $0.severity == .error }) { return false }
    }
    guard let place = copy.charter.rules.firstIndex(where: { $0.name == name }) else {
      return false
    }
    let evaluator = Evaluator(Program(copy.charter))
    return evaluator.judge(evaluator.worldAsTold(by: action)).sayings[place].halves > 0
  }

  // MARK: - Rules and ledgers

  private func hasOwnRule(_ run: LessonRun) -> Bool {
    workspace.charter.rules.contains { rule in
      rule.isUsed && rule.source != nil
        && !run.before.charter.rules.contains { $0.name == rule.name }
    }
  }

  /// How many reasons beside money were added, each with something that would show it.
  func ownReasons(_ run: LessonRun) -> Int {
    let money = MoneyTalk(workspace.charter)
    return workspace.charter.purposes.count { purpose in
      !workspace.charter.rules(serving: purpose).isEmpty && money.words(in: purpose.text).isEmpty
        && !run.before.charter.purposes.contains { $0.text == purpose.text }
    }
  }

  /// How many actions have another verdict than when the step began.
  func turned(_ run: LessonRun) -> Int {
    let (old, new) = (
      Judge(Program(run.before.charter)), Judge(Program(workspace.charter))
    )
    return run.before.actions.count { action in
      guard let place = workspace.actionPlace(action.name) else { return false }
      return old.judge(action).verdict != new.judge(workspace.actions[place]).verdict
    }
  }

  /// The ledger that a step is about.
  private var ledgerOfStep: Ledger? {
    if case .ledger(let place) = workspace.subject { return workspace.ledgers[place] }
    return workspace.ledgers.last
  }

  private mutating func isAboveZero(_ from: Int, _ to: Int) -> Bool {
    guard let ledger = ledgerOfStep else { return false }
    let balance = account(ledger).balance
    return (from...to).allSatisfy { balance.balance(on: $0) >= -1e-9 }
  }

  private func expectationsHold() -> Bool {
    let judge = Judge(Program(workspace.charter))
    return workspace.expectations.allSatisfy { block in
      guard let place = workspace.actionPlace(block.action) else { return false }
      return block.expectations.allSatisfy {
        Self.holds($0, of: workspace.actions[place], workspace, judge)
      }
    }
  }

  /// The verdict of the step, as a place among the answers to guess, and in words.
  func verdictNow() -> (place: Int, words: String)? {
    let isSupposed = run?.step.checks.contains { if case .supposed = $0 { true } else { false } }
    guard let action = (isSupposed == true ? supposedAction : nil) ?? actionOfStep else {
      return nil
    }
    let judgement = Judge(Program(workspace.charter)).judge(action)
    let bands = workspace.charter.bands
    let words = ExpectationText.outcome(judgement)
    switch judgement.verdict {
    case .band(let band): return (band, words)
    case .vetoed: return (bands.count, words)
    default: return nil
    }
  }
}

extension LessonTest {
  /// Whether it looks at one line as it is typed, and not at what stands there.
  fileprivate var isOfOneLine: Bool {
    switch self {
    case .used, .supposed: true
    default: false
    }
  }

  /// Whether it is about an action.
  fileprivate var needsAction: Bool {
    switch self {
    case .ownReasons, .ownRule, .turns, .expectationsHold, .balance, .deeds, .used, .supposed: false
    default: true
    }
  }
}
