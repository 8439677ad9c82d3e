import AdvocateCharter

extension Completer {
  /// The names that go on with a word of the room; nil where none does.
  func roomNames(behind text: String) -> Offer? {
    guard let room = session.room else { return nil }
    let typed = text.drop { $0 == " " }
    let known = [
      ("owner ", workspace.charter.facts.map { $0.name + " is " }),
      ("reveal ", workspace.actions.map(\.name)),
      ("back to ", room.checkpoints.map(\.name)),
    ]
    for (word, names) in known where typed.lowercased().hasPrefix(word) {
      let rest = typed.dropFirst(word.count)
      let fitting = names.filter { $0.lowercased().hasPrefix(rest.lowercased()) }
      guard !fitting.isEmpty else { return nil }
      return Offer(
        replacedCharacters: rest.count,
        items: fitting.map { CompletionItem(insertion: $0, summary: "") })
    }
    return nil
  }
}
