/// A half-open stretch of UTF-8 bytes in a text.
public struct SourceSpan: Sendable, Equatable, Hashable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset just past the last byte; never below `start`.
  public var end: Int

  /// Creates the stretch from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The number of bytes covered.
  public var length: Int { end - start }

  /// The smallest stretch that covers this one and `other`.
  public func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }
}
