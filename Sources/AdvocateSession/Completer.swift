import AdvocateCharter
import AdvocateSyntax

/// What may come next at the cursor, read from the same lists as the parser.
public struct Completer {
  private let workspace: Workspace

  /// Creates a completer for what `session` holds now.
  public init(_ session: Session) { workspace = session.workspace }

  /// What may stand in place of the last words of `text`, which ends at the cursor.
  public func complete(_ text: String) -> CompletionAnswer {
    let typed = String(text.drop { $0 == " " })
    for option in options(typed) {
      let partial = String(typed.dropFirst(option.prefix))
      let items = option.items.filter {
        $0.insertion.lowercased().hasPrefix(partial.lowercased())
      }
      if !items.isEmpty || option.isFinal {
        return CompletionAnswer(replacedCharacters: partial.count, items: items)
      }
    }
    return CompletionAnswer(replacedCharacters: 0, items: [])
  }

  /// One way to read the line so far: where the open piece begins, and what it can be.
  private struct Option {
    var prefix: Int
    var items: [CompletionItem]
    var isFinal = false
  }

  private func options(_ typed: String) -> [Option] {
    if let option = argument(typed) { return [option] }
    switch workspace.subjectKind {
    case .action: return value(typed).map { [$0] } ?? [Option(prefix: 0, items: starts)]
    case .rule:
      if let option = test(typed) { return [option] }
      return [Option(prefix: 0, items: starts)]
    default: return [Option(prefix: 0, items: starts)]
    }
  }

  // MARK: - The start of a line

  private var starts: [CompletionItem] {
    var items: [CompletionItem] = []
    switch workspace.subject {
    case .action(let place):
      let action = workspace.actions[place]
      let open = workspace.charter.facts.indices.filter {
        action.statement(of: $0) == nil && workspace.charter.facts[$0].kind?.isSaid == true
      }
      let first = open.filter { workspace.charter.facts[$0].isFirst }
      for fact in first + open.filter({ !workspace.charter.facts[$0].isFirst }) {
        let declaration = workspace.charter.facts[fact]
        items.append(
          CompletionItem(
            insertion: declaration.name + " is ", summary: declaration.question ?? ""))
      }
      items.append(
        CompletionItem(insertion: "the rest is untouched", summary: "it changes nothing else"))
    case nil: break
    default:
      let forms = workspace.subjectKind.map(LineParser.innerForms) ?? []
      items += forms.map { CompletionItem(insertion: $0 + " ", summary: "") }
    }
    let commands = (LineParser.commandWords + Keyword.subjects).sorted()
    return items
      + commands.map { word in
        CompletionItem(
          insertion: word + " ", summary: HelpTopics.find(word)?.forms.first?.gloss ?? "")
      }
  }

  // MARK: - Facts and values

  /// The fact that stands before ` is ` at the end of `typed`, and where its value begins.
  private func factBeforeIs(_ typed: String, from start: Int) -> (fact: Int, end: Int)? {
    let piece = String(typed.dropFirst(start))
    for (place, fact) in workspace.charter.facts.enumerated() {
      let head = fact.name + " is "
      if piece.lowercased().hasPrefix(head.lowercased()) { return (place, start + head.count) }
    }
    return nil
  }

  private func value(_ typed: String) -> Option? {
    guard let (fact, end) = factBeforeIs(typed, from: 0) else { return nil }
    let declaration = workspace.charter.facts[fact]
    var items = levels(of: declaration)
    items.append(CompletionItem(insertion: "untouched", summary: "the action does not change it"))
    items.append(CompletionItem(insertion: "unsaid", summary: "it is not known"))
    return Option(prefix: end, items: items, isFinal: true)
  }

  private func levels(of fact: FactDeclaration) -> [CompletionItem] {
    fact.levels.enumerated().map { place, level in
      CompletionItem(insertion: level, summary: fact.meanings[place] ?? "")
    }
  }

  private func test(_ typed: String) -> Option? {
    guard let head = typed.firstRange(of: " when ") else { return nil }
    var start = typed.distance(from: typed.startIndex, to: head.upperBound)
    var rest = String(typed.dropFirst(start))
    while let joint = rest.firstRange(of: " and ") {
      start += rest.distance(from: rest.startIndex, to: joint.upperBound)
      rest = String(rest[joint.upperBound...])
    }
    if let (fact, end) = factBeforeIs(typed, from: start) {
      let declaration = workspace.charter.facts[fact]
      let relations =
        declaration.kind?.isOrdered == true
        ? ["at least ", "at most ", "more than ", "less than ", "between ", "not "] : ["not "]
      return Option(
        prefix: end,
        items: levels(of: declaration)
          + relations.map { CompletionItem(insertion: $0, summary: "") }, isFinal: true)
    }
    let facts = workspace.charter.facts.filter { $0.kind != nil && $0.kind != .text }
    return Option(
      prefix: start,
      items: facts.map { fact in
        let verb = if case .anyOf = fact.kind { " includes " } else { " is " }
        return CompletionItem(insertion: fact.name + verb, summary: fact.question ?? "")
      }, isFinal: true)
  }

  // MARK: - Arguments of commands

  private func argument(_ typed: String) -> Option? {
    let words = typed.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2 else { return nil }
    let start = words[0].count + 1
    if typed.lowercased().hasPrefix("what if ") { return supposed(typed) }
    let actions = workspace.actions.map { CompletionItem(insertion: $0.name, summary: "action") }
    let rules = workspace.charter.rules.map { rule in
      CompletionItem(insertion: rule.name, summary: rule.reason ?? "")
    }
    let items: [CompletionItem]
    switch words[0].lowercased() {
    case "compare": return compared(typed, from: start, actions)
    case "difference":
      items = [
        CompletionItem(insertion: BuiltInCharter.name, summary: "inside the program"),
        CompletionItem(insertion: Session.inForce, summary: "the charter that judges now"),
      ]
      return Option(prefix: lastPiece(of: typed) ?? start, items: items, isFinal: true)
    case "judge": items = actions + [CompletionItem(insertion: "all", summary: "every action")]
    case "expect", "copy", "rename", "action": items = actions
    case "why": items = [CompletionItem(insertion: "all", summary: "every rule")] + rules
    case "rule": items = rules
    case "weigh":
      items =
        [CompletionItem(insertion: "freely", summary: "over all weightings whatsoever")] + rules
    case "show", "drop":
      let facts = workspace.charter.facts.map { fact in
        CompletionItem(insertion: fact.name, summary: fact.question ?? "")
      }
      items = actions + rules + facts
    case "list":
      items = ["actions", "facts", "rules", "charter"].map {
        CompletionItem(insertion: $0, summary: "")
      }
    case "help":
      items = HelpTopics.all.map {
        CompletionItem(insertion: $0.name, summary: $0.forms.first?.gloss ?? "")
      }
    case "forms":
      items = SubjectKind.allCases.map { CompletionItem(insertion: $0.rawValue, summary: "") }
    case "use":
      items = [CompletionItem(insertion: BuiltInCharter.name, summary: "inside the program")]
    default: return nil
    }
    return Option(prefix: start, items: items, isFinal: true)
  }

  /// Where the name behind the last `with` begins.
  private func lastPiece(of typed: String) -> Int? {
    let folded = typed.lowercased()
    return folded.ranges(of: " with ").last.map {
      folded.distance(from: folded.startIndex, to: $0.upperBound)
    }
  }

  /// Names of actions after `compare` and each `with`.
  private func compared(
    _ typed: String, from start: Int, _ actions: [CompletionItem]
  ) -> Option {
    let nothing = CompletionItem(insertion: Action.doNothing.name, summary: "it changes nothing")
    let isThere = workspace.actionPlace(nothing.insertion) != nil
    return Option(
      prefix: lastPiece(of: typed) ?? start, items: actions + (isThere ? [] : [nothing]),
      isFinal: true)
  }

  private func supposed(_ typed: String) -> Option {
    let start = "what if ".count
    if let (fact, end) = factBeforeIs(typed, from: start) {
      return Option(prefix: end, items: levels(of: workspace.charter.facts[fact]), isFinal: true)
    }
    let facts = workspace.charter.facts.filter { $0.kind?.isSaid == true }
    return Option(
      prefix: start,
      items: facts.map {
        CompletionItem(insertion: $0.name + " is ", summary: $0.question ?? "")
      }, isFinal: true)
  }
}
