public import AdvocateCharter

/// When the balance falls below zero, when it comes back, and what would bring it back.
extension LedgerBalance {
  /// The stretches of days on which the balance is below zero, in order.
  ///
  /// Between two deeds the balance only falls where bad deeds do not fade: what is good shrinks
  /// and nothing else moves. So it passes zero at most once, and halving the days in question
  /// finds the day. Where bad deeds fade too, it may fall first and rise then, or the other way
  /// round, but it turns only once: of two sums that shrink by fixed shares a day, the one that
  /// shrinks faster can lead at first and never again. The day of the turn is found in the same
  /// way, and both sides of it are searched on their own.
  public var below: [Stretch] {
    var stretches: [Stretch] = []
    for (place, state) in states.enumerated() {
      let end = place + 1 < states.count ? states[place + 1].day : nil
      for piece in state.pieces(until: end) {
        for part in parts(state, piece) where part.isBelow {
          if let last = stretches.last, last.until == part.from {
            stretches[stretches.count - 1].until = part.until
          } else {
            stretches.append(Stretch(from: part.from, until: part.until))
          }
        }
      }
    }
    return stretches
  }

  /// A piece of days on which the balance only falls or only rises, cut where it passes zero.
  private func parts(
    _ state: State, _ piece: Stretch
  ) -> [(from: Int, until: Int?, isBelow: Bool)] {
    func isBelow(_ day: Int) -> Bool { state.value(after: Double(day - state.day)) < -dust }
    let first = isBelow(piece.from)
    let last =
      piece.until.map { isBelow($0 - 1) }
      // What comes ever closer to zero stays on its side of it.
      ?? (abs(state.steady) <= dust ? first : state.steady < 0)
    guard first != last,
      let turn = Self.first(from: piece.from, until: piece.until, where: { isBelow($0) == last })
    else { return [(piece.from, piece.until, first)] }
    return [(piece.from, turn, first), (turn, piece.until, last)]
  }

  /// The first day on which `holds`, which once it holds goes on holding; nil where it is too far
  /// away to matter.
  static func first(from: Int, until: Int?, where holds: (Int) -> Bool) -> Int? {
    if holds(from) { return from }
    var low = from
    var high: Int
    if let until {
      guard until - 1 > from, holds(until - 1) else { return nil }
      high = until - 1
    } else {
      var step = 1
      while !holds(from + step) {
        step *= 2
        if step > 1 << 40 { return nil }
      }
      high = from + step
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }

  // MARK: - What brings it back

  /// The deed that counts most, the first of several; nil where none is good.
  public var bestDeed: Deed? {
    var best: Deed?
    for deed in deeds where deed.amount.sign > 0 && deed.amount > best?.amount ?? Number(0) {
      best = deed
    }
    return best
  }

  /// The last good deed that is said to come before anybody asked.
  public var lastUnaskedDeed: Deed? { deeds.last { $0.amount.sign > 0 && $0.isUnasked } }

  /// The most days between deeds of `amount`, one after the other for ever, at which the balance
  /// is never below zero in the long run; nil where not even one a day holds it.
  ///
  /// Just before each of them, what is left of all earlier ones is amount × q ÷ (1 − q), where q is
  /// what is left of one after those days.
  public func longRunDays(of amount: Number) -> Int? {
    guard limit < -dust else { return nil }
    let size = amount.approximate
    let halfLife = goodHalfLife?.approximate
    func fails(_ days: Int) -> Bool {
      let share = Fading.share(days: Double(days), halfLife: halfLife)
      return share < 1 && limit + size * share / (1 - share) < -dust
    }
    guard !fails(1), let first = Self.first(from: 1, until: nil, where: fails) else { return nil }
    return first - 1
  }
}

extension LedgerBalance.State {
  /// The days from this state until `end`, cut where the balance turns.
  fileprivate func pieces(until end: Int?) -> [LedgerBalance.Stretch] {
    guard good > 0, bad > 0, let goodHalfLife, let badHalfLife, goodHalfLife != badHalfLife
    else { return [LedgerBalance.Stretch(from: day, until: end)] }
    let risesLast = badHalfLife > goodHalfLife
    let turn = LedgerBalance.first(from: day, until: end) { rises(on: $0) == risesLast }
    guard let turn, turn > day else { return [LedgerBalance.Stretch(from: day, until: end)] }
    return [
      LedgerBalance.Stretch(from: day, until: turn), LedgerBalance.Stretch(from: turn, until: end),
    ]
  }

  /// Whether the next day's balance is higher: whether less good than bad goes away.
  private func rises(on day: Int) -> Bool {
    let days = Double(day - self.day)
    func lost(_ amount: Double, _ halfLife: Double?) -> Double {
      amount * Fading.share(days: days, halfLife: halfLife)
        * (1 - Fading.share(days: 1, halfLife: halfLife))
    }
    return lost(bad, badHalfLife) > lost(good, goodHalfLife)
  }
}
