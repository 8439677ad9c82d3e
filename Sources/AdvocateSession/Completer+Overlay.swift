extension Completer {
  /// What the words of a line are, in order; words without a mark are drawn as they are.
  public func marks(in line: String) -> [MarkedWord] { [] }

  /// What may be appended to a line that ends at the cursor, nil if nothing is likely.
  public func suggestion(after typed: String) -> String? { nil }
}
