import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// Taking lines back, and making them again.
extension Session {
  mutating func undo(_ response: inout Response) {
    guard let step = undoSteps.popLast() else {
      response.refuse("There is nothing to undo.", width: width)
      return
    }
    redoSteps.append(Step(before: workspace, line: step.line, recorded: step.recorded))
    turn("Undone", step, &response)
  }

  mutating func redo(_ response: inout Response) {
    guard let step = redoSteps.popLast() else {
      response.refuse("There is nothing to do again.", width: width)
      return
    }
    undoSteps.append(Step(before: workspace, line: step.line, recorded: step.recorded))
    turn("Done again", step, &response)
  }

  /// Goes to the state that `step` holds, and says what that came to.
  private mutating func turn(_ done: String, _ step: Step, _ response: inout Response) {
    let from = workspace
    workspace = step.before
    renameInRoom(from: from)
    forgetJudge()
    isTurningBack = true
    recording?.turned = .some(step.recorded)
    hasUnsavedWork = true
    trial = nil
    let line = step.line.split(separator: " ").joined(separator: " ")
    response.say("\(done): \(line.isEmpty ? "the last line" : line)", width: width)
    let word = line.prefix { $0 != " " }.lowercased()
    let isCommand = word != "copy" && LineParser.commandWords.contains(word)
    let sentences = TurnedBack(from: from, to: workspace, isCommand: isCommand).sentences
    if !sentences.isEmpty {
      response.say(StyledText(sentences.joined(separator: " ")), width: width)
    }
  }
}

/// What going from one state to another changed, where the line that is named does not tell.
private struct TurnedBack {
  let from: Workspace
  let to: Workspace
  let isCommand: Bool

  /// The most changes of one kind that are told one by one.
  private static let mostTold = 3

  var sentences: [String] {
    if from.charter.name != to.charter.name || from.origin != to.origin {
      return ["\(to.charter.name) is in force again."]
    }
    return names(from.actions.map(\.name), to.actions.map(\.name), "actions") + facts + rules
      + unread
  }

  private func names(_ from: [String], _ to: [String], _ kind: String) -> [String] {
    let (old, new) = (Set(from), Set(to))
    let back = to.filter { !old.contains($0) }
    let gone = from.filter { !new.contains($0) }
    guard isCommand else { return [] }
    if back.count == 1, gone.count == 1 { return ["\(gone[0]) is called \(back[0]) again."] }
    return told(back, "back", kind) + told(gone, "gone again", kind)
  }

  private func told(_ names: [String], _ word: String, _ kind: String) -> [String] {
    switch names.count {
    case 0: []
    case 1: ["\(names[0]) is \(word)."]
    default: ["\(names.count) \(kind) are \(word)."]
    }
  }

  /// Facts that hold something else, in actions that stayed.
  private var facts: [String] {
    var words: [String] = []
    for action in to.actions {
      guard let place = from.actionPlace(action.name), from.actions[place] != action else {
        continue
      }
      let old = from.actions[place]
      for group in [nil] + Self.groups(old, action) {
        let facts = (old.allStatements + action.allStatements).map(\.fact)
        for fact in Set(facts).sorted() {
          let was = old.statement(of: fact, group: group)
          let now = action.statement(of: fact, group: group)
          guard was?.content != now?.content, isCommand || was != nil && now != nil else {
            continue
          }
          let text = now.map { to.charter.text(of: $0) }
          let lead = group.map { "for \($0): " } ?? ""
          words.append("\(text ?? "\(lead)\(to.charter.facts[fact].name) is unsaid") again.")
        }
      }
    }
    return words.count <= Self.mostTold ? words : ["\(words.count) facts are as before."]
  }

  /// The groups of customers that either of two states of an action tells of.
  private static func groups(_ old: Action, _ new: Action) -> [String?] {
    old.groups.map(\.name) + new.groups.map(\.name).filter { old.groupPlace($0) == nil }
  }

  private var rules: [String] {
    let charters = (from.charter, to.charter)
    var words = names(charters.0.rules.map(\.name), charters.1.rules.map(\.name), "rules")
    guard words.isEmpty, charters.0.rules.count == charters.1.rules.count else { return words }
    for (old, new) in zip(charters.0.rules, charters.1.rules) where old.weight != new.weight {
      words.append("\(new.name) weighs \(new.weight) again.")
    }
    return words.count <= Self.mostTold ? words : []
  }

  private var unread: [String] {
    let (old, new) = (from.unreadLines, to.unreadLines)
    if isCommand || old == new || from.subjectName != to.subjectName { return [] }
    return old > new ? ["It could not be read, and is forgotten."] : ["It cannot be read."]
  }
}

extension Workspace {
  /// How many lines of the subject could not be read.
  fileprivate var unreadLines: Int {
    switch subject {
    case .action(let place): actions[place].dropped.count
    case .expect(let place): expectations[place].dropped.count
    case .fact(let place): charter.facts[place].dropped.count
    case .ledger(let place): ledgers[place].dropped.count
    case .rule(let place): charter.rules[place].dropped.count
    case .charter, .phrases, nil: 0
    }
  }

  /// Whether the same is said, of the same subject, as in `other`, an earlier state.
  func says(theSameAs other: Workspace) -> Bool {
    charterRevision == other.charterRevision && subject == other.subject && waiting == nil
      && other.waiting == nil && expectations.count == other.expectations.count
      && currentAction != nil && actions == other.actions
  }
}
