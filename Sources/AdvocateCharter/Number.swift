/// An exact fraction: what people write with digits, and whatever is worked out from it.
///
/// 0.1 + 0.2 is 0.3 here, and a third is a third.
public struct Number: Sendable, Hashable, Comparable {
  // INVARIANT: the denominator is positive; `small` is used wherever both parts fit 32 bits'
  // worth of headroom, so that a product of two parts never overflows.
  private enum Storage: Sendable {
    case small(numerator: Int, denominator: Int)
    case big(numerator: BigInteger, denominator: BigInteger)
  }

  private let storage: Storage

  private static let smallLimit = 1 << 31

  private init(storage: Storage) { self.storage = storage }

  private init(numerator: Int, denominator: Int) {
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let numerator = numerator / Int(divisor)
    let denominator = denominator / Int(divisor)
    if numerator.magnitude < Self.smallLimit, denominator < Self.smallLimit {
      storage = .small(numerator: numerator, denominator: denominator)
    } else {
      storage = .big(numerator: BigInteger(numerator), denominator: BigInteger(denominator))
    }
  }

  private init(_ numerator: BigInteger, _ denominator: BigInteger) {
    let isFlipped = denominator.isNegative
    let top = isFlipped ? numerator.negated : numerator
    let bottom = isFlipped ? denominator.negated : denominator
    if let small = top.small, let smallBottom = bottom.small, small != Int.min {
      self.init(numerator: small, denominator: smallBottom)
    } else {
      self.init(storage: .big(numerator: top, denominator: bottom))
    }
  }

  /// A whole number.
  public init(_ value: Int) {
    if value.magnitude < Self.smallLimit {
      storage = .small(numerator: value, denominator: 1)
    } else {
      storage = .big(numerator: BigInteger(value), denominator: BigInteger(1))
    }
  }

  /// A number from its decimal digits, whole ones and those behind the point; nil for other signs.
  ///
  /// - Parameters:
  ///   - whole: the digits before the point.
  ///   - fraction: those behind it.
  ///   - isNegative: whether the number is below 0.
  ///   - shift: the power of ten to multiply with, as 3 for thousands.
  public init?(
    whole: some StringProtocol, fraction: some StringProtocol, isNegative: Bool,
    shift: Int = 0
  ) {
    let digits = String(whole) + String(fraction)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    let exponent = shift - fraction.utf8.count
    if digits.utf8.count + abs(exponent) <= 17, let value = Int(digits) {
      var scale = 1
      for _ in 0..<abs(exponent) { scale *= 10 }
      let signed = isNegative ? -value : value
      self.init(
        numerator: exponent > 0 ? signed * scale : signed, denominator: exponent > 0 ? 1 : scale)
      return
    }
    var value = BigInteger(0)
    for digit in digits.utf8 { value = value * BigInteger(10) + BigInteger(Int(digit) - 48) }
    if isNegative { value = value.negated }
    let power = BigInteger.powerOfTen(abs(exponent))
    if exponent > 0 {
      self.init(value * power, BigInteger(1))
    } else {
      self.init(value, power)
    }
  }

  private var parts: (numerator: BigInteger, denominator: BigInteger) {
    switch storage {
    case .small(let numerator, let denominator): (BigInteger(numerator), BigInteger(denominator))
    case .big(let numerator, let denominator): (numerator, denominator)
    }
  }

  /// -1, 0 or 1.
  public var sign: Int {
    switch storage {
    case .small(let numerator, _): numerator.signum()
    case .big(let numerator, _): numerator.isZero ? 0 : numerator.isNegative ? -1 : 1
    }
  }

  /// The number without its sign.
  public var magnitude: Number { sign < 0 ? Number(0) - self : self }

  /// Whether both are the same, however they are stored.
  public static func == (left: Number, right: Number) -> Bool {
    if case .small(let one, let oneBottom) = left.storage,
      case .small(let other, let otherBottom) = right.storage
    {
      return one == other && oneBottom == otherBottom
    }
    let (one, oneBottom) = left.parts
    let (other, otherBottom) = right.parts
    return one * otherBottom == other * oneBottom
  }

  /// The natural order.
  public static func < (left: Number, right: Number) -> Bool {
    if case .small(let one, let oneBottom) = left.storage,
      case .small(let other, let otherBottom) = right.storage
    {
      return one * otherBottom < other * oneBottom
    }
    let (one, oneBottom) = left.parts
    let (other, otherBottom) = right.parts
    return one * otherBottom < other * oneBottom
  }

  /// Feeds the hash; equal values feed the same.
  public func hash(into hasher: inout Hasher) {
    // Equal numbers may be stored in different terms when they are big, so only the sign is sure.
    hasher.combine(sign)
  }

  /// The exact sum.
  public static func + (left: Number, right: Number) -> Number {
    if case .small(let one, let oneBottom) = left.storage,
      case .small(let other, let otherBottom) = right.storage
    {
      let (sum, overflow) = (one * otherBottom).addingReportingOverflow(other * oneBottom)
      if !overflow { return Number(numerator: sum, denominator: oneBottom * otherBottom) }
    }
    let (one, oneBottom) = left.parts
    let (other, otherBottom) = right.parts
    // Written numbers have powers of ten below, of which one divides the other: sums of many
    // would have thousands of digits there otherwise.
    if let step = oneBottom.divided(by: otherBottom), step.remainder.isZero {
      return Number(one + other * step.quotient, oneBottom)
    }
    if let step = otherBottom.divided(by: oneBottom), step.remainder.isZero {
      return Number(one * step.quotient + other, otherBottom)
    }
    return Number(one * otherBottom + other * oneBottom, oneBottom * otherBottom)
  }

  /// The exact difference.
  public static func - (left: Number, right: Number) -> Number {
    left + right * Number(-1)
  }

  /// The exact product.
  public static func * (left: Number, right: Number) -> Number {
    if case .small(let one, let oneBottom) = left.storage,
      case .small(let other, let otherBottom) = right.storage
    {
      return Number(numerator: one * other, denominator: oneBottom * otherBottom)
    }
    let (one, oneBottom) = left.parts
    let (other, otherBottom) = right.parts
    return Number(one * other, oneBottom * otherBottom)
  }

  /// The exact quotient; nil for a divisor of zero.
  public func divided(by divisor: Number) -> Number? {
    guard divisor.sign != 0 else { return nil }
    if case .small(let one, let oneBottom) = storage,
      case .small(let other, let otherBottom) = divisor.storage
    {
      let sign = other < 0 ? -1 : 1
      return Number(numerator: sign * one * otherBottom, denominator: oneBottom * other * sign)
    }
    let (one, oneBottom) = parts
    let (other, otherBottom) = divisor.parts
    return Number(one * otherBottom, oneBottom * other)
  }

  /// The nearest machine number, for drawing and for logarithms only.
  public var approximate: Double {
    switch storage {
    case .small(let numerator, let denominator): Double(numerator) / Double(denominator)
    case .big: Double(decimal(places: 17)) ?? 0
    }
  }

  private static func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return max(left, 1)
  }
}

extension Number {
  /// The number with at most `places` digits behind the point, halves away from zero, and
  /// without zeros at the end.
  ///
  /// - Parameters:
  ///   - places: the most digits behind the point.
  ///   - separator: what stands between groups of three digits.
  public func decimal(places: Int, separator: String = "") -> String {
    if case .small(let numerator, let denominator) = storage,
      // What ends within nine digits has no more of them to show.
      places <= 9 || 1_000_000_000 % denominator == 0,
      let text = Self.decimal(numerator, denominator, min(places, 9), separator)
    {
      return text
    }
    let (numerator, denominator) = parts
    let scaled = numerator.absolute * .powerOfTen(places)
    guard let division = scaled.divided(by: denominator) else { return "0" }
    var quotient = division.quotient
    if !(division.remainder * BigInteger(2) < denominator) { quotient = quotient + BigInteger(1) }
    return Self.text(
      quotient.digits, isNegative: sign < 0 && !quotient.isZero, places, separator)
  }

  /// The same by machine words; nil where they would overflow.
  private static func decimal(
    _ numerator: Int, _ denominator: Int, _ places: Int, _ separator: String
  ) -> String? {
    if denominator == 1 {
      return text(String(numerator.magnitude), isNegative: numerator < 0, 0, separator)
    }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let (scaled, overflow) = Int(numerator.magnitude).multipliedReportingOverflow(by: scale)
    guard !overflow else { return nil }
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
    let rounded = quotient + (2 * remainder >= denominator ? 1 : 0)
    return text(String(rounded), isNegative: numerator < 0 && rounded != 0, places, separator)
  }

  /// `digits` with a point before the last `places`, without zeros at the end.
  private static func text(
    _ digits: String, isNegative: Bool, _ places: Int, _ separator: String
  ) -> String {
    var digits = digits
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    var whole = String(digits.dropLast(places))
    var fraction = String(digits.suffix(places))
    while fraction.last == "0" { fraction.removeLast() }
    if !separator.isEmpty { whole = grouped(whole, separator) }
    return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// All digits of a number that ends, as written ones do; others to 30 places.
  public var exactDecimal: String { decimal(places: 30, separator: ",") }

  private static func grouped(_ digits: String, _ separator: String) -> String {
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
