import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// Which plans a command tells of, read by what answers the command.
extension Session {
  /// The actions whose verdicts a command may tell; all of them where it names none.
  ///
  /// - Parameters:
  ///   - word: the command.
  ///   - argument: what stands behind it.
  ///   - form: the form in which it is to be answered.
  func concerned(_ word: String, _ argument: String?, _ form: AnswerForm) -> [Action] {
    let all = workspace.actions
    let isAll = argument?.lowercased() == "all"
    switch word {
    case "judge": return isAll ? all : meant(argument) ?? all
    case "why": return isAll && form == .json ? all : concernedByWhy(argument) ?? all
    case "flip": return meant(flipName(argument)) ?? all
    case "lifetime":
      switch LifetimeRequest.read(argument, isAction: { workspace.actionPlace($0) != nil }) {
      case .success(let request): return meant(request.name) ?? all
      case .failure: return all
      }
    case "look":
      guard let (view, name) = Self.lookedAt(argument ?? ""), view.make.takesAction else {
        return all
      }
      return meant(name) ?? all
    case "compare":
      var (probe, unheard) = (self, Response())
      let names = argument.map { Phrase($0, SourceSpan(0, 0)) }
      return probe.comparedActions(names, &unheard).map { known($0) } ?? all
    case "journal": return concernedByJournal(argument) ?? all
    case "override":
      let number = argument?.split(separator: " ").first.flatMap { Int($0) } ?? keptHere.last
      return decided(number: number ?? 0)
    default: return all
    }
  }

  /// The action that a command without a name is about.
  var actionInMind: Action? {
    if let current = workspace.currentAction { return current }
    if let lastJudged, let place = workspace.actionPlace(lastJudged) {
      return workspace.actions[place]
    }
    return workspace.actions.count == 1 ? workspace.actions[0] : nil
  }

  /// Lets what the room asked, revealed and supposed of a plan go with its new name.
  ///
  /// - Parameter before: what was there before one plan, at most, took another name.
  mutating func renameInRoom(from before: Workspace) {
    let (old, new) = (before.actions.map(\.name), workspace.actions.map(\.name))
    let places = old.indices.filter { new.indices.contains($0) && old[$0] != new[$0] }
    guard old.count == new.count, places.count == 1, let place = places.first else { return }
    room?.rename(old[place], to: new[place])
    leftRoom?.rename(old[place], to: new[place])
    if lastJudged == old[place] { lastJudged = new[place] }
    if room != nil, case .action(old[place], let said, let revision) = trial {
      trial = .action(name: new[place], said: said, revision: revision)
    }
  }

  /// What `name` means, or the action at hand without a name; nil where no action is found.
  private func meant(_ name: String?) -> [Action]? {
    var (probe, unheard) = (self, Response())
    return probe.action(called: name, "", &unheard).map { known([$0]) }
  }

  /// The actions with those names as they stand, with all groups.
  private func known(_ actions: [Action]) -> [Action] {
    actions.compactMap { workspace.actionPlace($0.name) }.map { workspace.actions[$0] }
  }

  /// A name behind `why` is a rule's before it is an action's; a rule speaks of what is at hand.
  private func concernedByWhy(_ argument: String?) -> [Action]? {
    guard let argument, argument.lowercased() != "all" else { return meant(nil) }
    let named =
      if case .found = NameMatch.find(argument, among: workspace.actions.map(\.name)) {
        meant(argument) ?? []
      } else { [Action]() }
    if !named.isEmpty, case .none = NameMatch.find(argument, among: workspace.ruleNames) {
      return named
    }
    return meant(nil).map { $0 + named }
  }

  private func concernedByJournal(_ argument: String?) -> [Action]? {
    guard let argument else { return meant(nil) }
    let words = argument.lowercased().split(separator: " ").map(String.init)
    switch words.first {
    case "list" where words.count == 1, "report" where words.count == 1,
      "replay" where words.count == 1:
      return decided(number: nil)
    case "show" where words.count <= 2, "remove" where words.count <= 2:
      return decided(number: words.last.flatMap { Int($0) } ?? 0)
    default:
      let today = journalKeeping?.today() ?? CalendarDay(number: 0)
      switch DecisionDraft.read(argument, today: today) {
      case .success(let draft)?: return meant(draft.action)
      case .failure?: return []
      case nil: return meant(argument)
      }
    }
  }

  /// The actions that decisions of the journal are about; of one decision where it is numbered.
  private func decided(number: Int?) -> [Action] {
    guard case .success(let content)? = journalKeeping?.read() else { return [] }
    let titles = content.decisions.filter { number == nil || $0.number == number }
      .map { $0.action.lowercased() }
    return workspace.actions.filter { action in
      let name = action.name.lowercased()
      return titles.contains { $0 == name || $0.hasPrefix(name + " for ") }
    }
  }
}
