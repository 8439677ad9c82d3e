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
    guard let top = divisor.magnitude.last else { return nil }
    guard Self.compare(magnitude, divisor.magnitude) >= 0 else { return (BigInteger(0), self) }
    let isOpposite = isNegative != divisor.isNegative
    if divisor.magnitude.count == 1 {
      let (quotient, rest) = Self.divide(magnitude, by: top)
      return (
        BigInteger(quotient, isNegative: isOpposite), BigInteger([rest], isNegative: isNegative)
      )
    }
    let (quotient, rest) = Self.divide(
      magnitude, by: divisor.magnitude, shift: UInt32(top.leadingZeroBitCount))
    return (
      BigInteger(quotient, isNegative: isOpposite), BigInteger(rest, isNegative: isNegative)
    )
  }

  private static func divide(_ digits: [UInt32], by divisor: UInt32) -> ([UInt32], UInt32) {
    var quotient = digits
    var rest: UInt64 = 0
    for position in digits.indices.reversed() {
      let step = (rest << 32 | UInt64(digits[position])).quotientAndRemainder(
        dividingBy: UInt64(divisor))
      quotient[position] = UInt32(step.quotient)
      rest = step.remainder
    }
    return (quotient, UInt32(rest))
  }

  /// Long division as on paper, digit by digit, after Knuth's algorithm D.
  // INVARIANT: `divisor` has two digits at least and is not above `digits`; `shift` brings its top
  // bit to the top of its digit, so that a digit of the quotient is guessed at most 2 too high.
  private static func divide(
    _ digits: [UInt32], by divisor: [UInt32], shift: UInt32
  ) -> ([UInt32], [UInt32]) {
    let low = shifted(divisor, by: shift)
    var rest = shifted(digits + [0], by: shift)
    let count = divisor.count
    let (top, second) = (UInt64(low[count - 1]), UInt64(low[count - 2]))
    var quotient = [UInt32](repeating: 0, count: digits.count - count + 1)
    for place in quotient.indices.reversed() {
      let head = UInt64(rest[place + count]) << 32 | UInt64(rest[place + count - 1])
      var (guess, left) = head.quotientAndRemainder(dividingBy: top)
      while guess >> 32 != 0 || guess * second > (left << 32 | UInt64(rest[place + count - 2])) {
        guess -= 1
        left += top
        if left >> 32 != 0 { break }
      }
      if subtract(low, times: guess, from: &rest, at: place) {
        guess -= 1
        add(low, to: &rest, at: place)
      }
      quotient[place] = UInt32(guess)
    }
    // The rest goes back by as many bits.
    var back = [UInt32](repeating: 0, count: count)
    for position in back.indices {
      let wide = UInt64(rest[position + 1]) << 32 | UInt64(rest[position])
      back[position] = UInt32(truncatingIfNeeded: wide >> UInt64(shift))
    }
    return (quotient, back)
  }

  /// `digits`, `shift` bits to the left; the top digit has room for them.
  private static func shifted(_ digits: [UInt32], by shift: UInt32) -> [UInt32] {
    var carry: UInt32 = 0
    return digits.map { digit in
      let wide = UInt64(digit) << UInt64(shift) | UInt64(carry)
      carry = UInt32(wide >> 32)
      return UInt32(truncatingIfNeeded: wide)
    }
  }

  /// Takes `digits`, so many times, from `rest` at `place`; true when that was once too often.
  private static func subtract(
    _ digits: [UInt32], times factor: UInt64, from rest: inout [UInt32], at place: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: Int64 = 0
    for (position, digit) in digits.enumerated() {
      carry += UInt64(digit) * factor
      let left = Int64(rest[place + position]) - Int64(carry & 0xFFFF_FFFF) - borrow
      rest[place + position] = UInt32(truncatingIfNeeded: left)
      borrow = left < 0 ? 1 : 0
      carry >>= 32
    }
    let left = Int64(rest[place + digits.count]) - Int64(carry) - borrow
    rest[place + digits.count] = UInt32(truncatingIfNeeded: left)
    return left < 0
  }

  private static func add(_ digits: [UInt32], to rest: inout [UInt32], at place: Int) {
    var carry: UInt64 = 0
    for (position, digit) in digits.enumerated() {
      carry += UInt64(rest[place + position]) + UInt64(digit)
      rest[place + position] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    // What is carried beyond the top takes back what was borrowed there.
    let top = UInt64(rest[place + digits.count]) + carry
    rest[place + digits.count] = UInt32(truncatingIfNeeded: top)
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
}
