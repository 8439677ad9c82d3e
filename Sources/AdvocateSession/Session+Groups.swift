import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// Actions that are judged for several groups of customers.
extension Session {
  /// The action and the group that `ACTION for GROUP`, or `for GROUP` alone, names.
  ///
  /// Nil where the words name an action as a whole.
  func groupNamed(_ text: String) -> (action: Int, group: String)? {
    let names = workspace.actions.map(\.name)
    guard case .none = NameMatch.find(text, among: names) else { return nil }
    let words = text.split(separator: " ")
    for place in words.indices.reversed()
    where words[place].lowercased() == Keyword.group && place + 1 < words.count {
      let group = words[(place + 1)...].joined(separator: " ")
      if place == 0 { return atHand.map { ($0, group) } }
      let name = words[..<place].joined(separator: " ")
      if case .found(let action) = NameMatch.find(name, among: names) { return (action, group) }
    }
    return nil
  }

  /// The place of the action that a command without a name is about.
  private var atHand: Int? {
    if case .action(let place)? = workspace.subject { return place }
    if let lastJudged, let place = workspace.actionPlace(lastJudged) { return place }
    return workspace.actions.count == 1 ? 0 : nil
  }

  /// What the action at `place` is to the group called `name`.
  mutating func told(
    _ place: Int, forGroup name: String, _ command: String, _ response: inout Response
  ) -> Action? {
    let action = workspace.actions[place]
    let all = action.eachGroup
    let groups = all.compactMap(\.group)
    guard !all.isEmpty else {
      response.refuse(
        """
        \(bold: action.name) names no group of customers. A line that does:  \
        \(bold: "for GROUP: FACT is VALUE")
        """, width: width)
      return nil
    }
    switch NameMatch.find(name, among: groups) {
    case .found(let place): return all[place]
    case .several, .none(nil):
      response.refuse(
        "Which group? Type its name, as in:  \(command) \(action.name) for \(groups[0])",
        width: width)
      listNames(groups, &response)
    case .none(let near?):
      response.refuse(
        "\(bold: action.name) has no group called \"\(name)\". The nearest is \(bold: near).",
        width: width)
    }
    return nil
  }

  // MARK: - Saying for whom

  /// Says below an answer for which group it was worked out.
  mutating func tellGroup(_ command: String, _ response: inout Response) {
    guard let action = spokenOf, answerForm == .text, !response.pieces.isEmpty,
      ["flip", "lifetime", "weigh", "what if", "why"].contains(command)
    else { return }
    if let group = action.group {
      response.say("Shown for one group: \(bold: group).", width: width)
    } else if !action.groups.isEmpty, let group = judge().judge(action).group {
      response.say(GroupText.shown(group), width: width)
    }
  }

  /// Says what a change that is tried does not reach, and whether others are worst off by it.
  mutating func tellGroups(
    of action: Action, now: Judgement, then: Judgement, _ statements: [Statement],
    _ response: inout Response
  ) {
    for statement in statements where statement.group == nil {
      let own = action.groups.filter { group in
        group.statements.contains { $0.fact == statement.fact }
      }
      guard let first = own.first else { continue }
      let line = workspace.charter.text(of: statement)
      let names = own.map(\.name).joined(separator: "; ")
      response.say(
        """
        These groups have a line of their own, and keep it: \(names). To try it for them:  \
        \(bold: "what if for \(first.name): \(line)")
        """, width: width)
    }
    if let group = then.group, let before = now.group, group != before {
      response.say(
        "With it, the worst-off group is \(bold: group), and no longer \(before).", width: width)
    }
  }

  // MARK: - Taking out

  /// Takes what is said of a group out of the action at hand, all of it or one fact.
  ///
  /// - Returns: whether `text` names a group, so that nothing else can be meant.
  mutating func dropGroup(_ text: String, _ response: inout Response) -> Bool {
    guard let named = LineParser.groupAndFact(in: text), workspace.actionPlace(text) == nil,
      !workspace.ruleNames.contains(where: { $0.lowercased() == text.lowercased() })
    else { return false }
    guard case .action(let place) = workspace.subject else {
      response.refuse(
        "No action is at hand. Go back to one first:  \(bold: "action") (its name)", width: width)
      return true
    }
    let action = workspace.actions[place]
    guard let own = action.groupPlace(named.group) else {
      let near = NearestName.find(named.group, among: action.groups.map(\.name))
      let hint: StyledText = near.map { " The nearest is \(bold: $0)." } ?? ""
      response.refuse(
        "Nothing is said of a group called \"\(named.group)\" here." + hint, width: width)
      return true
    }
    let group = action.groups[own].name
    guard let name = named.fact else {
      workspace.removeGroup(at: own, fromAction: place)
      return told("All that was said for \(bold: group) is taken out.", &response)
    }
    guard let fact = workspace.factPlace(name),
      workspace.removeStatement(of: fact, fromAction: place, group: group)
    else {
      response.refuse(
        "Nothing is said of \"\(name)\" for \(bold: group), so there is nothing to take out.",
        width: width)
      return true
    }
    return told(
      "\(bold: workspace.charter.facts[fact].name) is for \(group) again as it is for all.",
      &response)
  }

  private func told(_ text: StyledText, _ response: inout Response) -> Bool {
    if isTyped { response.say(text + " undo brings it back.", width: width) }
    return true
  }
}
