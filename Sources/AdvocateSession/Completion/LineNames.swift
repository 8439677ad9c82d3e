import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// Whether names in a line are known, as those who read the line will see it.
enum LineNames {
  enum State {
    case known
    /// More words may make a known name of it.
    case unfinished
    case unknown
  }

  /// What becomes of `phrase` in `gap`.
  static func state(of phrase: Phrase, in gap: LineGap, _ workspace: Workspace) -> State {
    let charter = workspace.charter
    switch gap {
    case .start:
      return begins(phrase, workspace.subjectKind) ? .unfinished : .unknown
    case .action:
      let state = named(phrase, actions(workspace))
      return state == .unknown ? named(phrase, titles(workspace)) : state
    case .expectedAction:
      let state = named(phrase, workspace.actions.map(\.name))
      return state == .unknown ? named(phrase, titles(workspace)) : state
    case .ownAction: return named(phrase, workspace.actions.map(\.name))
    case .subject, .newName, .group, .charter, .file, .date, .plain, .text: return .known
    case .rule: return named(phrase, charter.rules.map(\.name))
    case .anything:
      let names = workspace.actions.map(\.name) + charter.rules.map(\.name)
      return named(phrase, names + charter.facts.map(\.name) + ["unread", "charter", charter.name])
    case .code: return CodePages.find(phrase.text) == nil ? .unfinished : .known
    case .topic:
      if HelpTopics.find(phrase.text) != nil { return .known }
      return begun(phrase, HelpTopics.all.flatMap { [$0.name] + $0.otherNames })
    case .view:
      let names = LookView.all.flatMap { [$0.name] + $0.otherNames }
      return names.contains(phrase.text.lowercased()) ? .known : begun(phrase, names)
    case .lineKind:
      return LineForms.find(phrase.text) == nil
        ? begun(phrase, LineForms.kinds.map(\.rawValue)) : .known
    case .band: return exact(phrase, charter.bands.map(\.name))
    case .verdict: return exact(phrase, charter.bands.map(\.name) + ["vetoed", "silent"])
    case .lens:
      if case .rule? = workspace.subject { return exact(phrase, charter.lenses) }
      return .known
    case .weight: return Int(phrase.text).map { (1...5).contains($0) } == true ? .known : .unknown
    case .ownLevel:
      guard case .fact(let place)? = workspace.subject else { return .known }
      return exact(phrase, charter.facts[place].levels)
    case .phrases: return exact(phrase, charter.phraseFamilies.map(\.name))
    case .textFact: return exact(phrase, charter.facts.filter { $0.kind == .text }.map(\.name))
    case .statement, .tested:
      return workspace.factPlace(phrase.text) == nil
        ? begun(phrase, charter.facts.map(\.name) + ["the rest is untouched"]) : .known
    case .term:
      if phrase.text.first?.isNumber == true || workspace.factPlace(phrase.text) != nil {
        return .known
      }
      return begun(phrase, charter.facts.map(\.name))
    case .value(let fact), .bound(let fact, _), .operand(let fact, _), .nextLevel(let fact):
      return value(phrase, gap, fact, workspace)
    case .arithmetic: return .known
    }
  }

  private static func value(
    _ phrase: Phrase, _ gap: LineGap, _ fact: Int, _ workspace: Workspace
  ) -> State {
    if workspace.value(phrase, ofFact: fact) != nil { return .known }
    let declaration = workspace.charter.facts[fact]
    // A currency may stand before a number, and a unit behind it.
    if declaration.kind?.isNumeric == true, !isCompared(gap) { return .unfinished }
    var names = declaration.levels
    if isCompared(gap) {
      let others = workspace.comparableFacts(with: fact).map { workspace.charter.facts[$0].name }
      if others.contains(where: { $0.lowercased() == phrase.text.lowercased() }) { return .known }
      if declaration.kind?.isNumeric == true, phrase.text.first?.isNumber == true {
        return .unfinished
      }
      names += others
    }
    let last = phrase.text.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    let words = last.split(separator: " ").joined(separator: " ")
    return begun(Phrase(words, phrase.span), names)
  }

  private static func isCompared(_ gap: LineGap) -> Bool {
    switch gap {
    case .operand: true
    default: false
    }
  }

  static func actions(_ workspace: Workspace) -> [String] {
    let names = workspace.actions.map(\.name)
    return workspace.actionPlace(Action.doNothing.name) == nil
      ? names + [Action.doNothing.name] : names
  }

  /// The actions of which groups of customers are told, with each group.
  static func titles(_ workspace: Workspace) -> [String] {
    workspace.actions.flatMap { $0.eachGroup.map(\.title) }
  }

  /// Whether some line below a subject of `kind` begins with these words.
  private static func begins(_ phrase: Phrase, _ kind: SubjectKind?) -> Bool {
    let folded = phrase.text.lowercased()
    let inner = LineStarts.inner(kind).compactMap(\.start.first)
    return inner.contains(folded)
      || LineParser.beginsCommand(folded)
  }

  /// A name that may be a number or a part.
  private static func named(_ phrase: Phrase, _ names: [String]) -> State {
    let folded = phrase.text.lowercased()
    if let number = Int(folded), names.indices.contains(number - 1) { return .known }
    var fitting = 0
    for name in names {
      let name = name.lowercased()
      if name == folded { return .known }
      if name.contains(folded) { fitting += 1 }
    }
    return fitting == 0 ? .unknown : fitting == 1 ? .known : .unfinished
  }

  private static func exact(_ phrase: Phrase, _ names: [String]) -> State {
    let folded = phrase.text.lowercased()
    return names.contains { $0.lowercased() == folded } ? .known : begun(phrase, names)
  }

  private static func begun(_ phrase: Phrase, _ names: [String]) -> State {
    let folded = phrase.text.lowercased() + " "
    return folded == " " || names.contains { $0.lowercased().hasPrefix(folded) }
      ? .unfinished : .unknown
  }
}
