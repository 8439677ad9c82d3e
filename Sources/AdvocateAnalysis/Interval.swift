import AdvocateCharter

/// A stretch of numbers with open or closed ends; nil stands for no end.
struct Interval: Equatable {
  var low: Number?
  var isLowClosed: Bool
  var high: Number?
  var isHighClosed: Bool

  static let everything = Interval(low: nil, isLowClosed: false, high: nil, isHighClosed: false)

  static func point(_ number: Number) -> Interval {
    Interval(low: number, isLowClosed: true, high: number, isHighClosed: true)
  }

  func contains(_ number: Number) -> Bool {
    if let low, number < low || (number == low && !isLowClosed) { return false }
    if let high, high < number || (number == high && !isHighClosed) { return false }
    return true
  }

  /// Whether some number lies in both.
  func meets(_ other: Interval) -> Bool {
    func isBelow(_ left: Interval, _ right: Interval) -> Bool {
      guard let high = left.high, let low = right.low else { return false }
      return high < low || (high == low && !(left.isHighClosed && right.isLowClosed))
    }
    return !isBelow(self, other) && !isBelow(other, self)
  }

  var isZero: Bool { low?.sign == 0 && high?.sign == 0 }

  private var negated: Interval {
    Interval(
      low: high.map { Number(0) - $0 }, isLowClosed: isHighClosed,
      high: low.map { Number(0) - $0 }, isHighClosed: isLowClosed)
  }

  static func + (left: Interval, right: Interval) -> Interval {
    func sum(_ one: Number?, _ other: Number?) -> Number? {
      guard let one, let other else { return nil }
      return one + other
    }
    return Interval(
      low: sum(left.low, right.low), isLowClosed: left.isLowClosed && right.isLowClosed,
      high: sum(left.high, right.high), isHighClosed: left.isHighClosed && right.isHighClosed)
  }

  static func - (left: Interval, right: Interval) -> Interval { left + right.negated }

  static func * (left: Interval, right: Interval) -> Interval {
    let corners = left.ends.flatMap { one in right.ends.map { End.product(one, $0) } }
    guard var low = corners.first, var high = corners.first else { return everything }
    for corner in corners.dropFirst() {
      if corner.isBelow(low) || (corner.isLevel(with: low) && corner.isClosed) { low = corner }
      if high.isBelow(corner) || (corner.isLevel(with: high) && corner.isClosed) { high = corner }
    }
    return Interval(
      low: low.number, isLowClosed: low.isClosed && low.number != nil,
      high: high.number, isHighClosed: high.isClosed && high.number != nil)
  }

  /// The quotients; nil where the divisor may be 0, which allows anything.
  func divided(by divisor: Interval) -> Interval? {
    guard !divisor.contains(Number(0)) else { return nil }
    let isPositive = divisor.low.map { $0.sign >= 0 } ?? false
    func inverse(_ end: Number?) -> Number? {
      guard let end else { return Number(0) }
      return Number(1).divided(by: end)
    }
    // 1/x falls on either side of 0, so the ends change places; 1/0 from one side has no end.
    let reciprocal = Interval(
      low: isPositive || divisor.high?.sign != 0 ? inverse(divisor.high) : nil,
      isLowClosed: divisor.high != nil && divisor.isHighClosed,
      high: !isPositive || divisor.low?.sign != 0 ? inverse(divisor.low) : nil,
      isHighClosed: divisor.low != nil && divisor.isLowClosed)
    return self * reciprocal
  }

  private var ends: [End] {
    [
      End(number: low, infinity: -1, isClosed: isLowClosed),
      End(number: high, infinity: 1, isClosed: isHighClosed),
    ]
  }

  /// An end of an interval, which may lie infinitely far away.
  private struct End {
    var number: Number?
    var infinity: Int
    var isClosed: Bool

    static func product(_ left: End, _ right: End) -> End {
      if left.number?.sign == 0 || right.number?.sign == 0 {
        // 0 times anything is 0, however far the other end lies; it is reached if the 0 is.
        let isReached =
          (left.number?.sign == 0 && left.isClosed) || (right.number?.sign == 0 && right.isClosed)
        return End(number: Number(0), infinity: 0, isClosed: isReached)
      }
      if let one = left.number, let other = right.number {
        return End(number: one * other, infinity: 0, isClosed: left.isClosed && right.isClosed)
      }
      let sign = (left.number?.sign ?? left.infinity) * (right.number?.sign ?? right.infinity)
      return End(number: nil, infinity: sign, isClosed: false)
    }

    func isBelow(_ other: End) -> Bool {
      switch (number, other.number) {
      case (let one?, let two?): one < two
      case (nil, nil): infinity < other.infinity
      case (nil, _?): infinity < 0
      case (_?, nil): other.infinity > 0
      }
    }

    func isLevel(with other: End) -> Bool { !isBelow(other) && !other.isBelow(self) }
  }
}

extension Expression {
  /// What the expression can be when facts lie in `intervals`.
  ///
  /// - Returns: the stretch, and whether a divisor may be 0, which leaves it untouched; nil for the
  ///   stretch where a divisor is exactly 0.
  func interval(
    _ intervals: (Int) -> Interval
  ) -> (interval: Interval?, mayBeUntouched: Bool) {
    switch self {
    case .number(let number): return (.point(number), false)
    case .fact(let fact): return (intervals(fact), false)
    case .operation(let join, let left, let right):
      let (one, oneMay) = left.interval(intervals)
      let (other, otherMay) = right.interval(intervals)
      let may = oneMay || otherMay
      guard let one, let other else { return (nil, true) }
      switch join {
      case .add: return (one + other, may)
      case .subtract: return (one - other, may)
      case .multiply: return (one * other, may)
      case .divide:
        if other.isZero { return (nil, true) }
        if let quotient = one.divided(by: other) { return (quotient, may) }
        return (.everything, true)
      }
    }
  }

  /// The expression as (a x + b) / (c x + d) in the one open fact x; nil where it is not of
  /// that form.
  func linearFraction(in open: Int, _ numbers: (Int) -> Number?) -> LinearFraction? {
    switch self {
    case .number(let number): return LinearFraction(constant: number)
    case .fact(open): return .identity
    case .fact(let fact): return numbers(fact).map { LinearFraction(constant: $0) }
    case .operation(let join, let left, let right):
      guard let one = left.linearFraction(in: open, numbers),
        let other = right.linearFraction(in: open, numbers)
      else { return nil }
      return one.joined(with: other, by: join)
    }
  }
}

/// (a x + b) / (c x + d).
struct LinearFraction {
  var a: Number
  var b: Number
  var c: Number
  var d: Number
  /// Where some divisor on the way is 0, so that there is no value.
  private(set) var poles: [Number] = []
  /// Whether some divisor is 0 wherever x is.
  private(set) var isNowhere = false

  init(a: Number, b: Number, c: Number, d: Number) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// x itself.
  static let identity = LinearFraction(a: Number(1), b: Number(0), c: Number(0), d: Number(1))

  init(constant: Number) { self.init(a: Number(0), b: constant, c: Number(0), d: Number(1)) }

  /// What has no value wherever x is.
  private static var nowhere: LinearFraction {
    var fraction = LinearFraction(constant: Number(0))
    fraction.isNowhere = true
    return fraction
  }

  private var isConstant: Bool { a.sign == 0 && c.sign == 0 }
  private var isLinear: Bool { c.sign == 0 }

  func joined(with other: LinearFraction, by join: Expression.Operator) -> LinearFraction? {
    // The divisor is 0 where its upper line is.
    let isDivisorZero = join == .divide && other.a.sign == 0 && other.b.sign == 0
    if isNowhere || other.isNowhere || isDivisorZero { return .nowhere }
    guard var joined = ratio(with: other, by: join) else { return nil }
    joined.poles = poles + other.poles
    if join == .divide, let pole = (Number(0) - other.b).divided(by: other.a) {
      joined.poles.append(pole)
    }
    return joined
  }

  private func ratio(with other: LinearFraction, by join: Expression.Operator) -> LinearFraction? {
    switch join {
    case .add, .subtract:
      let sign = join == .add ? Number(1) : Number(-1)
      if isLinear, other.isLinear, d.sign != 0, other.d.sign != 0 {
        return LinearFraction(
          a: a * other.d + sign * other.a * d, b: b * other.d + sign * other.b * d, c: Number(0),
          d: d * other.d)
      }
      guard let (fraction, constant) = fractionAndConstant(other) else { return nil }
      // f + k is (a + k c) x + (b + k d) over c x + d; k - f turns the signs of f first.
      let isFirst = !isConstant || other.isConstant
      let (f, k): (LinearFraction, Number) =
        isFirst
        ? (fraction, sign * constant)
        : (
          LinearFraction(a: sign * fraction.a, b: sign * fraction.b, c: fraction.c, d: fraction.d),
          constant
        )
      return LinearFraction(a: f.a + k * f.c, b: f.b + k * f.d, c: f.c, d: f.d)
    case .multiply:
      guard let (fraction, constant) = fractionAndConstant(other) else { return nil }
      return LinearFraction(
        a: fraction.a * constant, b: fraction.b * constant, c: fraction.c, d: fraction.d)
    case .divide:
      if isLinear, other.isLinear {
        return LinearFraction(
          a: a * other.d, b: b * other.d, c: other.a * d, d: other.b * d)
      }
      if isConstant {
        return LinearFraction(a: b * other.c, b: b * other.d, c: other.a * d, d: other.b * d)
      }
      guard other.isConstant else { return nil }
      return LinearFraction(a: a * other.d, b: b * other.d, c: c * other.b, d: d * other.b)
    }
  }

  /// The two with the one that does not change as a number; nil where both change.
  private func fractionAndConstant(_ other: LinearFraction) -> (LinearFraction, Number)? {
    if other.isConstant, let value = other.b.divided(by: other.d) { return (self, value) }
    if isConstant, let value = b.divided(by: d) { return (other, value) }
    return nil
  }

  /// Where the fraction passes `value`; nil where it never does.
  func place(of value: Number) -> Number? {
    // (a x + b) = value (c x + d)
    (value * d - b).divided(by: a - value * c)
  }

  /// Where the fraction meets `other`; nil where that takes a square root to say.
  func crossing(_ other: LinearFraction) -> [Number]? {
    // (a x + b) (c' x + d') = (a' x + b') (c x + d)
    guard (a * other.c - other.a * c).sign == 0 else { return nil }
    let slope = a * other.d + b * other.c - other.a * d - other.b * c
    return (other.b * d - b * other.d).divided(by: slope).map { [$0] } ?? []
  }
}
