public import AdvocateCharter

/// The balance of a ledger over time.
///
/// A good deed is worth half of it after each half-life, and so is a bad one where the ledger says
/// so; what the ledger starts at does not fade. What deeds are worth on their day is exact. What
/// is left of them later is no fraction, and is worked out in machine numbers.
public struct LedgerBalance: Sendable, Equatable {
  /// One deed and what it counts.
  public struct Deed: Sendable, Equatable {
    /// When it happens.
    public var date: LedgerDate
    /// The action, by its name.
    public var action: String
    /// What it counts on its day: from -10 to 10, or -20 for a veto.
    public var amount: Number
    /// Whether the action is said to come before anybody asks.
    public var isUnasked: Bool

    /// Creates a deed.
    ///
    /// - Parameters:
    ///   - date: when it happens.
    ///   - action: the action, by its name.
    ///   - amount: what it counts on its day.
    ///   - isUnasked: whether the action is said to come before anybody asks.
    public init(date: LedgerDate, action: String, amount: Number, isUnasked: Bool = false) {
      self.date = date
      self.action = action
      self.amount = amount
      self.isUnasked = isUnasked
    }
  }

  /// A stretch of days on which the balance is below zero.
  public struct Stretch: Sendable, Equatable {
    /// The first of the days.
    public var from: Int
    /// The first day after them; nil where the balance never comes back by itself.
    public var until: Int?

    /// Creates a stretch of days.
    public init(from: Int, until: Int?) {
      self.from = from
      self.until = until
    }
  }

  /// The balance at the start, which does not fade.
  public let start: Number
  /// The days in which what is good halves; nil where it never fades.
  public let goodHalfLife: Number?
  /// The days in which what is bad halves; nil where it never fades.
  public let badHalfLife: Number?
  /// The deeds by their days; those of one day in the order in which they were given.
  public let deeds: [Deed]
  /// The first day that is counted.
  public let firstDay: Int
  let states: [State]

  /// Creates the balance of `deeds`.
  ///
  /// - Parameters:
  ///   - deeds: the deeds, in any order, all by dates or all by days.
  ///   - start: the balance at the start.
  ///   - goodHalfLife: the days in which what is good halves; nil where it never fades.
  ///   - badHalfLife: the days in which what is bad halves; nil where it never fades.
  ///   - firstDay: the first day that is counted, where no deed is earlier; nil for the usual one.
  public init(
    _ deeds: [Deed], start: Number = Number(0), goodHalfLife: Number? = Number(30),
    badHalfLife: Number? = nil, firstDay: Int? = nil
  ) {
    self.start = start
    self.goodHalfLife = goodHalfLife
    self.badHalfLife = badHalfLife
    self.deeds = deeds.enumerated().sorted { one, other in
      let (left, right) = (one.element.date.number, other.element.date.number)
      return left == right ? one.offset < other.offset : left < right
    }.map(\.element)
    let first = self.deeds.first?.date
    // Days are counted from the last full month before the first deed, dates from that deed.
    let usual = first.map { $0.isDay ? $0.number - $0.number % 30 : $0.number }
    let day = min(usual ?? firstDay ?? 0, firstDay ?? usual ?? 0)
    self.firstDay = day
    dust = Self.dust(self.deeds, start)
    states = State.all(
      from: day, start: start.approximate, self.deeds, goodHalfLife?.approximate,
      badHalfLife?.approximate)
  }

  /// The same ledger with other deeds.
  public func with(_ deeds: [Deed]) -> LedgerBalance {
    LedgerBalance(
      deeds, start: start, goodHalfLife: goodHalfLife, badHalfLife: badHalfLife,
      firstDay: firstDay)
  }

  /// The day of the last deed; the first day where there is none.
  public var lastDay: Int { deeds.last?.date.number ?? firstDay }

  /// The balance at a time that may lie within a day, after the deeds before it.
  public func balance(at time: Double) -> Double {
    let state = states.last { Double($0.day) <= time } ?? states[0]
    return state.value(after: max(0, time - Double(state.day)))
  }

  /// The balance of a day, after its deeds.
  public func balance(on day: Int) -> Double { balance(at: Double(day)) }

  /// The balance after each deed, in their order.
  public var balances: [Double] {
    var state = State(
      day: firstDay, steady: start.approximate, goodHalfLife: goodHalfLife?.approximate,
      badHalfLife: badHalfLife?.approximate)
    return deeds.map { deed in
      state = state.moved(to: deed.date.number)
      state.add(deed.amount.approximate)
      return state.value(after: 0)
    }
  }

  /// What the balance comes to when nothing more is done.
  public var limit: Double { states.last?.steady ?? start.approximate }

  /// A balance that differs from zero by less than this does so by rounding alone.
  let dust: Double

  private static func dust(_ deeds: [Deed], _ start: Number) -> Double {
    1e-12 * deeds.reduce(1 + abs(start.approximate)) { $0 + abs($1.amount.approximate) }
  }
}

extension LedgerBalance {
  /// What a balance is made of on a day, after its deeds.
  struct State: Sendable, Equatable {
    var day: Int
    /// What does not fade.
    var steady: Double
    /// What good deeds have left, where it fades.
    var good = 0.0
    /// What bad deeds have left, without its sign, where it fades.
    var bad = 0.0
    var goodHalfLife: Double?
    var badHalfLife: Double?

    init(day: Int, steady: Double, goodHalfLife: Double?, badHalfLife: Double?) {
      self.day = day
      self.steady = steady
      self.goodHalfLife = goodHalfLife
      self.badHalfLife = badHalfLife
    }

    func value(after days: Double) -> Double {
      steady + good * Fading.share(days: days, halfLife: goodHalfLife)
        - bad * Fading.share(days: days, halfLife: badHalfLife)
    }

    func moved(to day: Int) -> State {
      var state = self
      let days = Double(day - self.day)
      state.day = day
      state.good *= Fading.share(days: days, halfLife: goodHalfLife)
      state.bad *= Fading.share(days: days, halfLife: badHalfLife)
      return state
    }

    mutating func add(_ amount: Double) {
      switch (amount < 0, goodHalfLife, badHalfLife) {
      case (false, .some, _): good += amount
      case (true, _, .some): bad -= amount
      default: steady += amount
      }
    }

    /// The state at the start, and that of each day with deeds.
    static func all(
      from first: Int, start: Double, _ deeds: [Deed], _ goodHalfLife: Double?,
      _ badHalfLife: Double?
    ) -> [State] {
      var states = [
        State(day: first, steady: start, goodHalfLife: goodHalfLife, badHalfLife: badHalfLife)
      ]
      for deed in deeds {
        let day = deed.date.number
        var state = states[states.count - 1]
        if state.day == day { states.removeLast() } else { state = state.moved(to: day) }
        state.add(deed.amount.approximate)
        states.append(state)
      }
      return states
    }
  }
}
