/// The steps back through the edits of one line.
///
/// Told of the line after every key, it finds out by itself what changed: characters typed one
/// after the other are one step for each word, and so are characters deleted in a row.
struct EditUndo: Equatable {
  /// A line and its cursor, in bytes.
  struct State: Equatable {
    var text: String
    var cursor: Int
  }

  private enum Kind { case typing, deleting, other }

  private var steps: [State] = []
  private var current: State?
  private var kind = Kind.other

  /// More than this is forgotten, the oldest first.
  private static let mostSteps = 200

  /// Takes note of the line as it is now.
  mutating func note(_ new: State) {
    guard let old = current else {
      current = new
      return
    }
    guard new.text != old.text else {
      if new.cursor != old.cursor { kind = .other }
      current = new
      return
    }
    let newKind = EditUndo.kind(from: old, to: new)
    if newKind == .other || newKind != kind || EditUndo.beginsWord(old, new, newKind) {
      steps.append(old)
      if steps.count > EditUndo.mostSteps { steps.removeFirst() }
    }
    kind = newKind
    current = new
  }

  /// Takes the last step back and gives the line before it, nil if there is none.
  mutating func undo() -> State? {
    guard let state = steps.popLast() else { return nil }
    current = state
    kind = .other
    return state
  }

  /// One character typed before the cursor, one deleted on either side of it, or anything else.
  private static func kind(from old: State, to new: State) -> Kind {
    let grown = new.text.utf8.count - old.text.utf8.count
    if grown > 0, new.cursor == old.cursor + grown {
      return isOneCharacter(longer: new, shorter: old, at: old.cursor, grown) ? .typing : .other
    }
    guard grown < 0, new.cursor == old.cursor || new.cursor == old.cursor + grown else {
      return .other
    }
    return isOneCharacter(longer: old, shorter: new, at: new.cursor, -grown) ? .deleting : .other
  }

  /// True if one text is the other with one more character, of so many bytes, at a place.
  private static func isOneCharacter(
    longer: State, shorter: State, at place: Int, _ count: Int
  ) -> Bool {
    let (long, short) = (longer.text.utf8, shorter.text.utf8)
    let added = Substring(long.dropFirst(place).prefix(count))
    return added.count == 1
      && Substring(long.prefix(place)) == Substring(short.prefix(place))
      && Substring(long.dropFirst(place + count)) == Substring(short.dropFirst(place))
  }

  private static func beginsWord(_ old: State, _ new: State, _ kind: Kind) -> Bool {
    guard kind == .typing, old.cursor > 0 else { return false }
    let space = UInt8(ascii: " ")
    let bytes = new.text.utf8.dropFirst(old.cursor - 1).prefix(2)
    return bytes.first == space && bytes.last != space
  }
}
