public import AdvocateCharter

/// All numbers from one to another, both ends included; one number where they are the same.
public struct NumberRange: Sendable, Equatable {
  /// The lowest.
  public let low: Number
  /// The highest.
  public let high: Number

  /// All numbers between two, in whatever order these are given.
  public init(_ one: Number, _ other: Number) {
    low = min(one, other)
    high = max(one, other)
  }

  /// One number.
  public init(_ number: Number) { self.init(number, number) }

  /// Whether it is one number.
  public var isOne: Bool { low == high }

  /// 1 where all are above 0, -1 where all are below, 0 where it is 0 alone; nil otherwise.
  public var sign: Int? { low.sign == high.sign ? low.sign : nil }

  /// All sums of a number of each.
  public static func + (left: NumberRange, right: NumberRange) -> NumberRange {
    NumberRange(left.low + right.low, left.high + right.high)
  }

  /// All differences.
  public static func - (left: NumberRange, right: NumberRange) -> NumberRange {
    NumberRange(left.low - right.high, left.high - right.low)
  }

  /// All products: the least and the most of them stand at the ends.
  public static func * (left: NumberRange, right: NumberRange) -> NumberRange {
    let ends = [left.low, left.high].flatMap { one in [one * right.low, one * right.high] }
    return NumberRange(ends.min() ?? left.low, ends.max() ?? left.high)
  }

  /// All quotients; nil where a divisor may be 0 or below.
  public func divided(by divisor: NumberRange) -> NumberRange? {
    guard divisor.low.sign > 0 else { return nil }
    let ends = [low, high].flatMap { one in
      [one.divided(by: divisor.low), one.divided(by: divisor.high)].compactMap { $0 }
    }
    guard let least = ends.min(), let most = ends.max() else { return nil }
    return NumberRange(least, most)
  }
}
