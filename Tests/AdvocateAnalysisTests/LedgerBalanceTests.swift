import AdvocateAnalysis
import AdvocateCharter
import AdvocateTestSupport
import Testing

/// Balances over the days, with deeds whose sums come out even.
@Suite struct LedgerBalanceTests {
  private func deed(_ day: Int, _ amount: Int) -> LedgerBalance.Deed {
    LedgerBalance.Deed(date: .day(day), action: "deed \(amount)", amount: Number(amount))
  }

  @Test func goodHalves() {
    let balance = LedgerBalance([deed(0, 6)])
    #expect(balance.balance(on: 0) == 6)
    #expect(balance.balance(on: 30) == 3)
    #expect(balance.balance(on: 60) == 1.5)
    // Half of a half-life leaves the root of a half: 6 × 0.70710678 = 4.2426407.
    #expect(abs(balance.balance(on: 15) - 4.242_640_687_119_285) < 1e-14)
    #expect(balance.below.isEmpty)
    #expect(balance.limit == 0)
  }

  @Test func badStaysAndZeroIsNotBelow() {
    // On day 30 the 6 are 3, and 3 − 3 is zero; a day later less than 3 is left.
    let balance = LedgerBalance([deed(0, 6), deed(30, -3)])
    #expect(balance.balance(on: 30) == 0)
    #expect(balance.below == [LedgerBalance.Stretch(from: 31, until: nil)])
    #expect(balance.balance(on: 60) == -1.5)
    #expect(balance.limit == -3)
  }

  @Test func fallsOnTheDayWhenTheGoodIsUsedUp() {
    // 6 halved twice is 1.5, after 60 days; a deed on day 70 brings it back.
    let deeds = [
      deed(0, 6),
      LedgerBalance.Deed(
        date: .day(10), action: "wrong", amount: Number(-3).divided(by: Number(2)) ?? Number(0)),
    ]
    #expect(LedgerBalance(deeds).below == [LedgerBalance.Stretch(from: 61, until: nil)])
    let more = LedgerBalance(deeds + [deed(70, 6)])
    #expect(more.below.first == LedgerBalance.Stretch(from: 61, until: 70))
    #expect(more.below.count == 2)
  }

  @Test func badThatFadesToo() {
    // After t days 2^(−t/30) − 4 × 2^(−t/10) is left, which is zero when 2^(t/15) is 4: on day 30.
    let balance = LedgerBalance(
      [deed(0, 1), deed(0, -4)], goodHalfLife: Number(30), badHalfLife: Number(10))
    #expect(balance.below == [LedgerBalance.Stretch(from: 0, until: 30)])
    // Bad alone that fades comes ever closer to zero and never reaches it.
    let bad = LedgerBalance([deed(0, -4)], badHalfLife: Number(10))
    #expect(bad.below == [LedgerBalance.Stretch(from: 0, until: nil)])
  }

  @Test func theStartDoesNotFade() {
    let balance = LedgerBalance([deed(40, 6)], start: Number(-3))
    #expect(balance.firstDay == 30)
    #expect(balance.balance(on: 30) == -3)
    // 6 is 3 after 30 days: zero on day 70, below from day 71.
    #expect(
      balance.below == [
        LedgerBalance.Stretch(from: 30, until: 40), LedgerBalance.Stretch(from: 71, until: nil),
      ])
  }

  @Test func deedsOfOneDayKeepTheirOrder() {
    let balance = LedgerBalance([deed(5, 6), deed(1, 2), deed(5, -20)], goodHalfLife: nil)
    #expect(balance.deeds.map(\.date.number) == [1, 5, 5])
    #expect(balance.balances == [2, 8, -12])
    #expect(balance.below == [LedgerBalance.Stretch(from: 5, until: nil)])
  }

  @Test func oneDeedInSoManyDays() {
    // Just before the next of deeds of 6 every 60 days, 6 × (1/4 + 1/16 + ...) = 2 are left.
    let balance = LedgerBalance([deed(0, 6), deed(1, -2)])
    #expect(balance.longRunDays(of: Number(6)) == 60)
    #expect(LedgerBalance([deed(0, 6)]).longRunDays(of: Number(6)) == nil)
    // A tenth of a point a day adds up to 0.1 ÷ (2^(1/30) − 1) = 4.3, which does not carry 20.
    let deep = LedgerBalance([deed(0, -20)])
    #expect(deep.longRunDays(of: Number(1).divided(by: Number(10)) ?? Number(0)) == nil)
  }

  @Test func threeGoodWeeksForOneWrong() {
    // 3 × (1 + 0.8507) = 5.55 does not carry 6, and 3 × (1 + 0.8507 + 0.7236) = 7.72 does.
    let two = [deed(0, -6)] + [0, 7].map { deed($0, 3) }
    let three = [deed(0, -6)] + [0, 7, 14].map { deed($0, 3) }
    #expect(LedgerBalance(two).balance(on: 7) < 0)
    #expect(LedgerBalance(three).balance(on: 14) > 0)
    // At its best such a firm has 3 ÷ (1 − 0.8507) = 20.1. Once it stops, 6 are left after
    // 30 × log2(20.1 ÷ 6) = 52.3 days.
    let weeks = (0..<200).map { deed(7 * $0, 3) }
    let last = 7 * 199
    let stopped = LedgerBalance([deed(0, -6)] + weeks)
    #expect(stopped.below.last == LedgerBalance.Stretch(from: last + 53, until: nil))
  }

  @Test func datesCountLikeDays() throws {
    let first = try #require(LedgerDate("2028-02-28"))
    let last = try #require(LedgerDate("2028-03-01"))
    // 2028 has a 29th of February: two days lie between.
    let balance = LedgerBalance(
      [
        LedgerBalance.Deed(date: first, action: "good", amount: Number(4)),
        LedgerBalance.Deed(date: last, action: "bad", amount: Number(-2)),
      ], goodHalfLife: Number(2))
    #expect(balance.firstDay == first.number)
    #expect(balance.balance(on: last.number) == 0)
    let from = try #require(balance.below.first).from
    #expect(first.moved(to: from).text == "2028-03-02")
    #expect(LedgerDate("2027-02-29") == nil)
  }

  /// Days below zero found by halving are those found by looking at each day.
  @Test func stretchesAreThoseOfEachDay() {
    var generator = SeededGenerator(seed: 20_28)
    for _ in 0..<200 {
      let deeds = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        deed(
          Int.random(in: 0...80, using: &generator), Int.random(in: -20...10, using: &generator))
      }
      let lives = (0..<2).map { _ in [nil, 1, 7, 30, 45].randomElement(using: &generator) ?? nil }
      let balance = LedgerBalance(
        deeds, start: Number(Int.random(in: -2...2, using: &generator)),
        goodHalfLife: lives[0].map { Number($0) }, badHalfLife: lives[1].map { Number($0) })
      let end = balance.lastDay + 400
      let found = (balance.firstDay...end).filter { day in
        balance.below.contains { $0.from <= day && day < $0.until ?? Int.max }
      }
      let looked = (balance.firstDay...end).filter { balance.balance(on: $0) < -1e-9 }
      // Sums that come to nothing differ only by what no screen shows.
      let differing = Set(found).symmetricDifference(looked)
      #expect(differing.allSatisfy { abs(balance.balance(on: $0)) < 1e-6 })
    }
  }
}
