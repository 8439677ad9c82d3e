public import AdvocateCharter

/// What a quarter gains, against what the years bring or cost when people stay longer or shorter.
///
/// Everything here is a fraction, so everything is exact. What goes in as a range comes out as
/// one, and as no wider one than what goes in allows: no figure is used twice in a sum.
public struct LifetimeValue: Sendable, Equatable {
  /// What it is worked out from.
  public struct Inputs: Sendable, Equatable {
    /// What the quarter gains; below 0 where it costs.
    public var gain: NumberRange
    /// The customers whom it reaches.
    public var customers: NumberRange
    /// What one of them leaves in a year.
    public var margin: NumberRange
    /// How long they stay today and how long they would stay, in years.
    public var years: (now: NumberRange, then: NumberRange)?
    /// The interest of a year, as a share.
    public var interest: Number
    /// The share of customers that stays from one year to the next, where it is said.
    public var retention: Number?

    /// Creates what lifetime value is worked out from.
    ///
    /// - Parameters:
    ///   - gain: what the quarter gains; below 0 where it costs.
    ///   - customers: the customers whom it reaches.
    ///   - margin: what one of them leaves in a year.
    ///   - years: how long they stay today and how long they would stay.
    ///   - interest: the interest of a year, as a share.
    ///   - retention: the share that stays from one year to the next, where it is said.
    public init(
      gain: NumberRange, customers: NumberRange, margin: NumberRange,
      years: (now: NumberRange, then: NumberRange)? = nil,
      interest: Number = LifetimeValue.usualInterest, retention: Number? = nil
    ) {
      self.gain = gain
      self.customers = customers
      self.margin = margin
      self.years = years
      self.interest = interest
      self.retention = retention
    }

    /// Whether both say the same.
    public static func == (left: Inputs, right: Inputs) -> Bool {
      left.gain == right.gain && left.customers == right.customers && left.margin == right.margin
        && left.years?.now == right.years?.now && left.years?.then == right.years?.then
        && left.interest == right.interest && left.retention == right.retention
    }
  }

  /// Why nothing can be worked out.
  public enum Refusal: Error, Sendable, Equatable {
    /// Nobody, or perhaps nobody, is reached.
    case noCustomers
    /// A customer leaves nothing, or perhaps nothing, in a year.
    case noMargin
    /// The interest takes all, or more than all.
    case interestTooLow
    /// Fewer than none would stay.
    case negativeRetention
    /// More than all would stay.
    case retentionAboveAll
    /// What customers bring would grow without end: as many stay as the interest leaves, or more.
    case endlessValue(retention: Number)
  }

  /// The interest that is counted where none is said: 10% a year.
  public static let usualInterest = Number(1).divided(by: Number(10)) ?? Number(0)
  /// The weeks that are counted for a year.
  public static let weeksOfYear = Number(52)

  /// What it was worked out from.
  public let inputs: Inputs
  /// What all customers leave in a year.
  public let perYear: NumberRange
  /// By how many years sooner all would have to leave to eat the gain; below 0 where the quarter
  /// costs, and people would have to stay longer to win it back.
  public let breakEvenYears: NumberRange

  /// Works out what can be; refuses what makes no sense.
  public init(_ inputs: Inputs) throws(Refusal) {
    guard inputs.customers.low.sign > 0 else { throw .noCustomers }
    guard inputs.margin.low.sign > 0 else { throw .noMargin }
    guard inputs.interest > Number(-1) else { throw .interestTooLow }
    if let retention = inputs.retention {
      guard retention.sign >= 0 else { throw .negativeRetention }
      guard retention <= Number(1) else { throw .retentionAboveAll }
    }
    self.inputs = inputs
    perYear = inputs.customers * inputs.margin
    guard let breakEven = inputs.gain.divided(by: perYear) else { throw .noCustomers }
    breakEvenYears = breakEven
    let years = [inputs.years?.now.high, inputs.years?.then.high].compactMap { $0 }
    let retentions = [inputs.retention].compactMap { $0 } + years.compactMap(Self.retention)
    for retention in retentions where retention >= Number(1) + inputs.interest {
      throw .endlessValue(retention: retention)
    }
  }

  // MARK: - By years

  /// By how many years longer people would stay; below 0 for sooner.
  public var change: NumberRange? { inputs.years.map { $0.then - $0.now } }

  /// What the years bring on top, below 0 for what they cost, without interest:
  /// customers × margin × (years they would stay − years they stay).
  public var later: NumberRange? { change.map { perYear * $0 } }

  /// What is left of the quarter once the years are counted.
  public var leftOver: NumberRange? { later.map { inputs.gain + $0 } }

  // MARK: - With interest

  /// How many years' margins a customer is worth of whom `retention` stay from year to year:
  /// r / (1 + i − r).
  ///
  /// The margin times this is the value of a customer after Gupta and Lehmann, "Customers as
  /// Assets", Journal of Interactive Marketing 17 (2003): the margin of a year comes in as long as
  /// the customer stays, each year at its end, and is counted at what it is worth today.
  ///
  /// - Parameters:
  ///   - retention: the share r that stays from one year to the next.
  ///   - interest: the interest i of a year, as a share.
  /// - Returns: nil where the value would have no end.
  public static func worth(retention: Number, interest: Number) -> Number? {
    let divisor = Number(1) + interest - retention
    return divisor.sign > 0 ? retention.divided(by: divisor) : nil
  }

  /// The share that stays from one year to the next where customers stay so many years on the
  /// average, 1 − 1 ÷ years; nil below one year, which no share from 0 on gives.
  public static func retention(years: Number) -> Number? {
    guard years >= Number(1), let leaving = Number(1).divided(by: years) else { return nil }
    return Number(1) - leaving
  }

  /// What the years bring or cost, with interest; nil where a stay may be below one year.
  ///
  /// A stay of so many years is taken as the share that stays from year to year, so that the
  /// retention form gives both values. Without interest the difference is that of the years,
  /// since r / (1 − r) is the years less one: both forms then agree.
  public var laterWithInterest: NumberRange? {
    guard let years = inputs.years else { return nil }
    func worth(_ years: Number) -> Number? {
      Self.retention(years: years).flatMap {
        Self.worth(retention: $0, interest: inputs.interest)
      }
    }
    // A longer stay is never worth less, so the ends stand at the ends of the years.
    guard let nowLow = worth(years.now.low), let nowHigh = worth(years.now.high),
      let thenLow = worth(years.then.low), let thenHigh = worth(years.then.high)
    else { return nil }
    return perYear * (NumberRange(thenLow, thenHigh) - NumberRange(nowLow, nowHigh))
  }

  /// What is left of the quarter once the years are counted with interest.
  public var leftOverWithInterest: NumberRange? { laterWithInterest.map { inputs.gain + $0 } }

  // MARK: - By retention

  /// What one customer is worth at the retention that was said.
  public var worthOfOne: NumberRange? {
    factor.map { inputs.margin * NumberRange($0) }
  }

  /// What all customers are worth at the retention that was said.
  public var worthOfAll: NumberRange? { factor.map { perYear * NumberRange($0) } }

  /// The retention at which the gain is eaten, below the one that was said; nil in place of an end
  /// where even with nobody staying a part of the gain would be left.
  ///
  /// From perYear × (f(r) − f(x)) = gain with f(r) = r / (1 + i − r), so f(x) = f(r) − gain ÷
  /// perYear, and x = f(x) × (1 + i) ÷ (1 + f(x)).
  public var breakEvenRetention: (low: Number?, high: Number?)? {
    guard let factor else { return nil }
    func retention(_ years: Number) -> Number? {
      let left = factor - years
      guard left.sign >= 0 else { return nil }
      return (left * (Number(1) + inputs.interest)).divided(by: Number(1) + left)
    }
    return (retention(breakEvenYears.high), retention(breakEvenYears.low))
  }

  private var factor: Number? {
    inputs.retention.flatMap { Self.worth(retention: $0, interest: inputs.interest) }
  }
}
