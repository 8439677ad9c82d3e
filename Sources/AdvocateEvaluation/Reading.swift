public import AdvocateCharter

/// What a fact of an action holds in one possible world.
public enum Reading: Sendable, Equatable {
  /// The action does not change it; nothing that tests it holds.
  case untouched
  /// It holds this.
  case value(Value)

  /// The number held, if it is one.
  public var number: Number? {
    if case .value(.number(let number)) = self { number } else { nil }
  }

  /// Whether the action touches the fact.
  public var isTouched: Bool { self != .untouched }
}
