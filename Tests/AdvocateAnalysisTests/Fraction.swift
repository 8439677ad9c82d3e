import AdvocateCharter

/// A computed fact as a fraction of two lines in its one open input x.
struct Fraction {
  /// The factor of x and the constant, above and below the bar.
  var top: (Number, Number)
  var bottom: (Number, Number)
  /// Where some divisor is 0, so that there is no value.
  var poles: [Number]
  /// Whether some divisor is 0 wherever x is.
  var isNowhere = false

  /// The fraction of `expression`, where `known` gives the numbers that are said; nil when it is
  /// more crooked than a fraction of lines.
  init?(_ expression: Expression, charter: Charter, known: (Int) -> Number?) {
    switch expression {
    case .number(let number): self.init(constant: number)
    case .fact(let fact):
      if let number = known(fact) {
        self.init(constant: number)
      } else if case .computed(let inner) = charter.facts[fact].kind {
        self.init(inner, charter: charter, known: known)
      } else {
        self.init(constant: Number(0))
        top = (Number(1), Number(0))
      }
    case .operation(let sign, let left, let right):
      guard let one = Fraction(left, charter: charter, known: known),
        let other = Fraction(right, charter: charter, known: known)
      else { return nil }
      self.init(one, sign, other)
    }
  }

  private init(constant: Number) {
    top = (Number(0), constant)
    bottom = (Number(0), Number(1))
    poles = []
  }

  private init?(_ one: Fraction, _ sign: Expression.Operator, _ other: Fraction) {
    self.init(constant: Number(0))
    poles = one.poles + other.poles
    isNowhere = one.isNowhere || other.isNowhere
    func product(
      _ left: (Number, Number), _ right: (Number, Number)
    ) -> (Number, Number)? {
      guard left.0.sign == 0 || right.0.sign == 0 else { return nil }
      return (left.0 * right.1 + left.1 * right.0, left.1 * right.1)
    }
    switch sign {
    case .multiply:
      guard let top = product(one.top, other.top), let bottom = product(one.bottom, other.bottom)
      else { return nil }
      (self.top, self.bottom) = (top, bottom)
    case .divide:
      if other.top.0.sign == 0, other.top.1.sign == 0 { isNowhere = true }
      if let root = Self.root(other.top) { poles.append(root) }
      guard let top = product(one.top, other.bottom), let bottom = product(one.bottom, other.top)
      else { return nil }
      (self.top, self.bottom) = (top, bottom)
    case .add, .subtract:
      let flip = Number(sign == .add ? 1 : -1)
      guard let left = product(one.top, other.bottom), let right = product(other.top, one.bottom),
        let bottom = product(one.bottom, other.bottom)
      else { return nil }
      top = (left.0 + flip * right.0, left.1 + flip * right.1)
      self.bottom = bottom
    }
  }

  /// Where a line is 0.
  private static func root(_ line: (Number, Number)) -> Number? {
    (Number(0) - line.1).divided(by: line.0)
  }

  /// Where the fraction is `value`; nil where it is nowhere, or everywhere.
  func solution(_ value: Number) -> Number? {
    Self.root((top.0 - value * bottom.0, top.1 - value * bottom.1))
  }

  /// Where two fractions of one x are equal; nil where that takes a square root to say.
  func meeting(_ other: Fraction) -> [Number]? {
    let square = top.0 * other.bottom.0 - other.top.0 * bottom.0
    guard square.sign == 0 else { return nil }
    let slope =
      top.0 * other.bottom.1 + top.1 * other.bottom.0 - other.top.0 * bottom.1
      - other.top.1 * bottom.0
    let constant = top.1 * other.bottom.1 - other.top.1 * bottom.1
    return Self.root((slope, constant)).map { [$0] } ?? []
  }

  /// x itself.
  static var identity: Fraction {
    var fraction = Fraction(constant: Number(0))
    fraction.top = (Number(1), Number(0))
    return fraction
  }
}
