import AdvocateAnalysis
import AdvocateCharter
import Testing

/// Sums over the years, each worked out by hand beside it.
@Suite struct LifetimeValueTests {
  private func fraction(_ top: Int, _ bottom: Int = 1) -> Number {
    Number(top).divided(by: Number(bottom)) ?? Number(0)
  }

  private func one(_ top: Int, _ bottom: Int = 1) -> NumberRange {
    NumberRange(fraction(top, bottom))
  }

  private func range(_ low: Int, _ high: Int) -> NumberRange {
    NumberRange(Number(low), Number(high))
  }

  private func inputs(
    interest: Number = LifetimeValue.usualInterest, retention: Number? = nil,
    customers: NumberRange? = nil, margin: NumberRange? = nil,
    years: (now: NumberRange, then: NumberRange)? = nil
  ) -> LifetimeValue.Inputs {
    LifetimeValue.Inputs(
      gain: one(250_000), customers: customers ?? one(20_000), margin: margin ?? one(60),
      years: years ?? (one(4), one(7, 2)), interest: interest, retention: retention)
  }

  @Test func aQuarterAgainstHalfAYear() throws {
    let value = try LifetimeValue(inputs())
    // 20,000 × 60 = 1,200,000 a year, of which half a year is lost.
    #expect(value.perYear == one(1_200_000))
    #expect(value.later == one(-600_000))
    #expect(value.leftOver == one(-350_000))
    // 250,000 ÷ 1,200,000 = 5 ÷ 24 of a year; times 52 weeks that is 10 and 5/6 weeks.
    #expect(value.breakEvenYears == one(5, 24))
    #expect(value.breakEvenYears * NumberRange(LifetimeValue.weeksOfYear) == one(65, 6))
  }

  @Test func interestCountsByRetention() throws {
    let value = try LifetimeValue(inputs())
    // 4 years are 3/4 who stay, 3.5 years are 5/7. With 1/10 interest:
    // 3/4 ÷ (11/10 − 3/4) = 3/4 ÷ 7/20 = 15/7, and 5/7 ÷ (11/10 − 5/7) = 5/7 ÷ 27/70 = 50/27.
    // 50/27 − 15/7 = (350 − 405)/189 = −55/189, and 1,200,000 times that is −22,000,000/63.
    #expect(LifetimeValue.retention(years: Number(4)) == fraction(3, 4))
    #expect(LifetimeValue.retention(years: fraction(7, 2)) == fraction(5, 7))
    #expect(value.laterWithInterest == one(-22_000_000, 63))
    #expect(value.leftOverWithInterest == one(250_000 * 63 - 22_000_000, 63))
    // 22,000,000 ÷ 63 = 349,206.35
    #expect(fraction(22_000_000, 63).decimal(places: 0) == "349206")
  }

  @Test func withoutInterestBothFormsAgree() throws {
    for years in [(4, 3), (10, 12), (2, 2), (1, 9)] {
      let value = try LifetimeValue(
        inputs(interest: Number(0), years: (one(years.0), one(years.1))))
      #expect(value.laterWithInterest == value.later)
    }
  }

  @Test func rangesComeOutAsRanges() throws {
    let value = try LifetimeValue(
      LifetimeValue.Inputs(
        gain: range(200, 300), customers: one(10), margin: range(2, 4),
        years: (range(4, 5), range(3, 4)), interest: Number(0)))
    // 20 to 40 a year; the stay changes by 3 − 5 = −2 to 4 − 4 = 0 years.
    #expect(value.perYear == range(20, 40))
    #expect(value.change == range(-2, 0))
    // At the worst 40 × −2 = −80, and 200 − 80; at the best 0, and 300.
    #expect(value.later == range(-80, 0))
    #expect(value.leftOver == range(120, 300))
    // 200 ÷ 40 = 5 years at the least, 300 ÷ 20 = 15 at the most.
    #expect(value.breakEvenYears == range(5, 15))
  }

  @Test func retentionThatIsSaid() throws {
    var said = inputs(retention: fraction(4, 5))
    said.years = nil
    let value = try LifetimeValue(said)
    // 0.8 ÷ (1.1 − 0.8) = 8/3 years' margins: 60 × 8/3 = 160 each, 3,200,000 for 20,000.
    #expect(value.worthOfOne == one(160))
    #expect(value.worthOfAll == one(3_200_000))
    // The gain is 5/24 of a year: 8/3 − 5/24 = 59/24 are left, which x ÷ (1.1 − x) gives for
    // x = 59/24 × 1.1 ÷ (1 + 59/24) = 64.9/24 ÷ 83/24 = 649/830, a little over 78 in 100.
    #expect(value.breakEvenRetention?.low == fraction(649, 830))
    #expect(value.breakEvenRetention?.high == fraction(649, 830))
    #expect(value.later == nil)
  }

  @Test func whereNobodyNeedStay() throws {
    // At 10% retention a customer is worth 0.1 ÷ 1 = a tenth of a year's margin: less than 5/24.
    let value = try LifetimeValue(inputs(retention: fraction(1, 10)))
    #expect(value.breakEvenRetention?.high == nil)
  }

  @Test func staysBelowAYearGiveNoInterest() throws {
    let value = try LifetimeValue(inputs(years: (one(4), one(1, 2))))
    #expect(value.later == one(-4_200_000))
    #expect(value.laterWithInterest == nil)
    #expect(LifetimeValue.retention(years: Number(1)) == Number(0))
  }

  @Test func nonsenseIsRefused() {
    func refusal(_ inputs: LifetimeValue.Inputs) -> LifetimeValue.Refusal? {
      do {
        _ = try LifetimeValue(inputs)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(inputs(customers: one(0))) == .noCustomers)
    #expect(refusal(inputs(customers: range(0, 100))) == .noCustomers)
    #expect(refusal(inputs(margin: one(-5))) == .noMargin)
    #expect(refusal(inputs(interest: Number(-1))) == .interestTooLow)
    #expect(refusal(inputs(interest: fraction(-99, 100), years: (one(1), one(1)))) == nil)
    #expect(refusal(inputs(retention: fraction(-1, 100))) == .negativeRetention)
    #expect(refusal(inputs(retention: fraction(101, 100))) == .retentionAboveAll)
    // All stay and nothing is discounted: no end. With a little interest there is one.
    #expect(
      refusal(inputs(interest: Number(0), retention: Number(1)))
        == .endlessValue(retention: Number(1)))
    #expect(refusal(inputs(interest: fraction(1, 100), retention: Number(1))) == nil)
    // 4 years are 75 in 100, and at −30% interest only 70 in 100 of a year's value remain.
    #expect(
      refusal(inputs(interest: fraction(-3, 10)))
        == .endlessValue(retention: fraction(3, 4)))
  }
}
