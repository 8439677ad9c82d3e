import AdvocateSession

/// What a press of Tab does with an answer.
enum CompletionStep: Equatable {
  /// Nothing may stand here, as far as anyone knows.
  case nothing
  /// Put a text in place of so many characters before the cursor.
  case insert(String, replacing: Int)
  /// Show what may stand here.
  case list

  /// Chooses: the only item, else what all items begin with, else the list of them.
  init(_ answer: CompletionAnswer, before: String) {
    let replaced = min(max(answer.replacedCharacters, 0), before.count)
    let typed = String(before.suffix(replaced))
    guard let first = answer.items.first else {
      self = .nothing
      return
    }
    let common = answer.items.dropFirst().reduce(first.insertion) { common, item in
      String(zip(common, item.insertion).prefix { $0 == $1 }.map(\.0))
    }
    let gains = answer.items.count == 1 ? common != typed : common.count > typed.count
    self = gains ? .insert(.withoutControls(common), replacing: replaced) : .list
  }
}
