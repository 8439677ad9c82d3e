import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSyntax

/// Commands that look at what is there, take out, rename, undo and redo.
extension Session {
  // MARK: - Looking

  mutating func list(_ what: String?, _ response: inout Response) {
    let charter = workspace.charter
    switch what?.lowercased() {
    case nil where workspace.actions.isEmpty, "charter":
      answer(CatalogueScreens.charterSummary(charter, width: width), &response)
      response.say("list facts, list rules and list actions show more.", width: width)
    case nil, "actions":
      let judge = judge()
      let judgements = workspace.actions.compactMap {
        Interruption.isRequested ? nil : judge.judge($0)
      }
      guard !Interruption.isRequested else { return }
      if judgements.isEmpty {
        response.say(Self.noAction, width: width)
      } else {
        let held = Set(workspace.actions.indices.filter { !isRevealed(workspace.actions[$0]) })
        answer(CatalogueScreens.actions(judgements, held: held, width: width), &response)
        guard !held.isEmpty else { return }
        response.say("Verdicts are held; \(bold: "reveal") and a name tells one.", width: width)
      }
    case "facts": answer(CatalogueScreens.facts(charter, width: width), &response)
    case "rules": answer(CatalogueScreens.rules(charter, width: width), &response)
    case "lenses": answer(CatalogueScreens.charterSummary(charter, width: width), &response)
    case let other?:
      let near = NearestName.find(other, among: ["actions", "facts", "rules", "lenses", "charter"])
      let words: StyledText =
        near.map { "\"list \(other)\" is near \(bold: "list \($0)")." }
        ?? "What can be listed: list actions, list facts, list rules, list charter."
      response.refuse(words, width: width)
    }
  }

  mutating func show(_ name: String?, _ response: inout Response) {
    guard let name else {
      switch workspace.subject {
      case .action(let place): showAction(place, &response)
      case .expect(let place): showExpectations(place, &response)
      case .rule(let place):
        answer(CatalogueScreens.rule(workspace.charter, place, width: width), &response)
      case .fact(let place):
        answer(CatalogueScreens.fact(workspace.charter, place, width: width), &response)
      default: list(nil, &response)
      }
      return
    }
    let charter = workspace.charter
    if name.lowercased() == "charter" || name.lowercased() == charter.name.lowercased() {
      answer(CatalogueScreens.charterSummary(charter, width: width), &response)
      return
    }
    switch find(name) {
    case .action(let place): showAction(place, &response)
    case .rule(let place): answer(CatalogueScreens.rule(charter, place, width: width), &response)
    case .fact(let place): answer(CatalogueScreens.fact(charter, place, width: width), &response)
    case .several(let names):
      response.refuse("\"\(name)\" fits \(names.count) names. Say more of one:", width: width)
      for other in names.prefix(12) { response.say("  \(other)", width: width) }
      if names.count > 12 { response.say("  and \(names.count - 12) more", width: width) }
    case .none(let near):
      let hint: StyledText = near.map { " The nearest is \(bold: $0)." } ?? " See: list"
      response.refuse("Nothing here is called \"\(name)\"." + hint, width: width)
    }
  }

  private mutating func showAction(_ place: Int, _ response: inout Response) {
    var action = workspace.actions[place]
    let unread = action.dropped.map(\.line.text)
    action.dropped = []
    show(Workspace.lines(of: action, workspace.charter), unread: unread, &response)
  }

  private mutating func showExpectations(_ place: Int, _ response: inout Response) {
    let block = workspace.expectations[place]
    let lines = block.expectations.map { Formatter.Line.inner($0.text) }
    show(
      [.subject("expect \(block.title)")] + lines, unread: block.dropped.map(\.text), &response)
  }

  /// Shows lines as they are written, and apart from them those that could not be read.
  private mutating func show(
    _ lines: [Formatter.Line], unread: [String], _ response: inout Response
  ) {
    let text = Formatter.document(lines).split(separator: "\n", omittingEmptySubsequences: false)
    var shown = text.dropLast().map(String.init)
    if !unread.isEmpty {
      shown.append("Left out, since \(unread.count == 1 ? "it" : "they") could not be read:")
      shown += unread.map { "  " + $0.split(separator: " ").joined(separator: " ") }
    }
    answer(
      shown.flatMap { TextLayout.wrap(StyledText($0), width: width, indent: 4) }, &response)
  }

  private enum Finding {
    case action(Int)
    case rule(Int)
    case fact(Int)
    case several([String])
    case none(near: String?)
  }

  /// What `name` names: an action before a rule before a fact, a whole name before a part.
  private func find(_ name: String) -> Finding {
    let actions = workspace.actions.map(\.name)
    let rules = workspace.ruleNames
    let facts = workspace.charter.facts.map(\.name)
    let folded = name.lowercased()
    if let place = actions.firstIndex(where: { $0.lowercased() == folded }) {
      return .action(place)
    }
    if let place = rules.firstIndex(where: { $0.lowercased() == folded }) { return .rule(place) }
    if let place = facts.firstIndex(where: { $0.lowercased() == folded }) { return .fact(place) }
    if let number = Int(name), actions.indices.contains(number - 1) { return .action(number - 1) }
    func fitting(_ names: [String]) -> [Int] {
      names.indices.filter { names[$0].lowercased().contains(folded) }
    }
    let (inActions, inRules, inFacts) = (fitting(actions), fitting(rules), fitting(facts))
    if inActions.count == 1 { return .action(inActions[0]) }
    let others =
      inActions.map { actions[$0] } + inRules.map { rules[$0] } + inFacts.map { facts[$0] }
    switch others.count {
    case 0: return .none(near: NearestName.find(name, among: actions + rules + facts))
    case 1 where inRules.count == 1: return .rule(inRules[0])
    case 1: return .fact(inFacts[0])
    default: return .several(others)
    }
  }

  // MARK: - Taking out and renaming

  mutating func dropNamed(_ name: String, _ response: inout Response) {
    if name.lowercased() == "unread", workspace.subject != nil || workspace.waiting != nil {
      let words =
        switch workspace.forgetUnreadLines() {
        case 0: "Every line here could be read, so there is nothing to forget."
        case 1: "The line that could not be read is forgotten. undo brings it back."
        case let count:
          "The \(count) lines that could not be read are forgotten. undo brings them back."
        }
      response.say(StyledText(words), width: width)
      return
    }
    if dropGroup(name, &response) { return }
    switch find(name) {
    case .action(let place):
      let name = workspace.actions[place].name
      workspace.removeAction(at: place)
      tellDone("\(bold: name) is taken out. undo brings it back.", &response)
    case .rule(let place):
      let name = workspace.ruleNames[place]
      workspace.removeRule(at: place)
      tellDone(
        "The rule \(bold: name) is taken out of the charter. undo brings it back.", &response)
    case .fact(let fact):
      let name = workspace.charter.facts[fact].name
      guard case .action(let place) = workspace.subject,
        workspace.removeStatement(of: fact, fromAction: place)
      else {
        let groups = workspace.currentAction?.groups ?? []
        if let group = groups.first(where: { $0.statements.contains { $0.fact == fact } }) {
          response.refuse(
            """
            \(bold: name) is said for single groups only. To take it out:  \
            \(bold: "drop for \(group.name): \(name)")
            """, width: width)
          return
        }
        response.refuse(
          "Nothing is said of \(bold: name) here, so there is nothing to take out.", width: width)
        return
      }
      tellDone("\(bold: name) is unsaid again. undo brings it back.", &response)
    case .several(let names):
      response.refuse("\"\(name)\" fits \(names.count) names. Say more of one:", width: width)
      for other in names.prefix(12) { response.say("  \(other)", width: width) }
    case .none(let near):
      let hint: StyledText = near.map { " The nearest is \(bold: $0)." } ?? ""
      response.refuse("Nothing here is called \"\(name)\"." + hint, width: width)
    }
  }

  private func tellDone(_ text: StyledText, _ response: inout Response) {
    if isTyped { response.say(text, width: width) }
  }

  mutating func rename(_ names: Phrase?, _ response: inout Response) {
    let words = names?.text.split(separator: " ") ?? []
    let known = workspace.actions.map(\.name)
    for place in words.indices.reversed() where words[place].lowercased() == "as" && place > 0 {
      let old = words[..<place].joined(separator: " ")
      let new = words[(place + 1)...].joined(separator: " ")
      guard !new.isEmpty, case .found(let action) = NameMatch.find(old, among: known) else {
        continue
      }
      guard workspace.actionPlace(new) == nil || workspace.actionPlace(new) == action else {
        response.refuse("There is an action called \"\(new)\" already.", width: width)
        return
      }
      let before = workspace
      workspace.renameAction(at: action, to: new)
      renameInRoom(from: before)
      tellDone("\(known[action]) is now called \(bold: new).", &response)
      return
    }
    response.refuse("A new name is given like this:  rename ACTION as NAME", width: width)
  }
}
