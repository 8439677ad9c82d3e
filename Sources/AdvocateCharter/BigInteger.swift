/// A whole number without bounds, with the few operations that exact arithmetic needs.
///
/// Foundation's own types stop at 38 digits, and the known packages bring all of Foundation
/// along, which would be felt at every start.
struct BigInteger: Sendable, Equatable {
  /// The digits in base 2^32, the lowest first, without zeros at the top; empty for zero.
  private var magnitude: [UInt32]
  private(set) var isNegative: Bool

  private init(_ magnitude: [UInt32], isNegative: Bool) {
    var magnitude = magnitude
    while magnitude.last == 0 { magnitude.removeLast() }
    self.magnitude = magnitude
    self.isNegative = isNegative && !magnitude.isEmpty
  }

  init(_ value: Int) {
    let size = value.magnitude
    self.init(
      [UInt32(truncatingIfNeeded: size), UInt32(truncatingIfNeeded: size >> 32)],
      isNegative: value < 0)
  }

  var isZero: Bool { magnitude.isEmpty }
  var negated: BigInteger { BigInteger(magnitude, isNegative: !isNegative) }
  var absolute: BigInteger { BigInteger(magnitude, isNegative: false) }

  /// The value as a machine integer, where it fits.
  var small: Int? {
    guard magnitude.count <= 2 else { return nil }
    var size: UInt64 = 0
    for digit in magnitude.reversed() { size = size << 32 | UInt64(digit) }
    guard size <= UInt64(Int.max) else { return nil }
    return isNegative ? -Int(size) : Int(size)
  }

  static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let order = compare(left.magnitude, right.magnitude)
    return left.isNegative ? order > 0 : order < 0
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(add(left.magnitude, right.magnitude), isNegative: left.isNegative)
    }
    if compare(left.magnitude, right.magnitude) >= 0 {
      return BigInteger(
        subtract(left.magnitude, right.magnitude), isNegative: left.isNegative)
    }
    return BigInteger(subtract(right.magnitude, left.magnitude), isNegative: right.isNegative)
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + right.negated }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    guard !left.isZero, !right.isZero else { return BigInteger(0) }
    var product = [UInt32](repeating: 0, count: left.magnitude.count + right.magnitude.count)
    for (position, digit) in left.magnitude.enumerated() {
      var carry: UInt64 = 0
      for (other, factor) in right.magnitude.enumerated() {
        let sum = UInt64(digit) * UInt64(factor) + UInt64(product[position + other]) + carry
        product[position + other] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product[position + right.magnitude.count] = UInt32(carry)
    }
    return BigInteger(product, isNegative: left.isNegative != right.isNegative)
  }

  /// The quotient, rounded towards zero, and the rest; nil for a divisor of zero.
  func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger)? {
    guard !divisor.isZero else { return nil }
    var quotient = [UInt32](repeating: 0, count: magnitude.count)
    var rest = BigInteger(0)
    let unit = divisor.absolute
    for position in magnitude.indices.reversed() {
      for bit in (0..<32).reversed() {
        let next = UInt32(magnitude[position] >> UInt32(bit) & 1)
        rest = BigInteger(
          Self.doubled(rest.magnitude, plus: next), isNegative: false)
        if Self.compare(rest.magnitude, unit.magnitude) >= 0 {
          rest = BigInteger(Self.subtract(rest.magnitude, unit.magnitude), isNegative: false)
          quotient[position] |= 1 << UInt32(bit)
        }
      }
    }
    return (
      BigInteger(quotient, isNegative: isNegative != divisor.isNegative),
      isNegative ? rest.negated : rest
    )
  }

  /// Ten to the power of `exponent`, which is not negative.
  static func powerOfTen(_ exponent: Int) -> BigInteger {
    var result = BigInteger(1)
    let ten = BigInteger(10)
    for _ in 0..<exponent { result = result * ten }
    return result
  }

  /// The decimal digits, without a sign.
  var digits: String {
    guard !isZero else { return "0" }
    var parts: [String] = []
    var rest = absolute
    let chunk = BigInteger(1_000_000_000)
    while !rest.isZero, let step = rest.divided(by: chunk) {
      let part = String(step.remainder.small ?? 0)
      rest = step.quotient
      parts.append(rest.isZero ? part : String(repeating: "0", count: 9 - part.count) + part)
    }
    return parts.reversed().joined()
  }

  private static func compare(_ left: [UInt32], _ right: [UInt32]) -> Int {
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    for (one, other) in zip(left.reversed(), right.reversed()) where one != other {
      return one < other ? -1 : 1
    }
    return 0
  }

  private static func add(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for position in 0..<max(left.count, right.count) {
      carry += UInt64(position < left.count ? left[position] : 0)
      carry += UInt64(position < right.count ? right[position] : 0)
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    sum.append(UInt32(carry))
    return sum
  }

  // INVARIANT: `left` is not below `right`.
  private static func subtract(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var difference = left
    var borrow: Int64 = 0
    for position in left.indices {
      var digit =
        Int64(left[position]) - borrow - Int64(position < right.count ? right[position] : 0)
      borrow = digit < 0 ? 1 : 0
      if digit < 0 { digit += 1 << 32 }
      difference[position] = UInt32(digit)
    }
    return difference
  }

  private static func doubled(_ digits: [UInt32], plus bit: UInt32) -> [UInt32] {
    var result = digits
    var carry = bit
    for position in result.indices {
      let top = result[position] >> 31
      result[position] = result[position] << 1 | carry
      carry = top
    }
    if carry != 0 { result.append(carry) }
    return result
  }
}
