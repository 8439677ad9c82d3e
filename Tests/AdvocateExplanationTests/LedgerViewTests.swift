import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import Testing

@testable import AdvocateExplanation

/// What is said of a ledger, beside sums by hand.
@Suite struct LedgerViewTests {
  private func deed(_ day: Int, _ name: String, _ top: Int, _ bottom: Int) -> LedgerBalance.Deed {
    LedgerBalance.Deed(
      date: .day(day), action: name,
      amount: Number(top).divided(by: Number(bottom)) ?? Number(0))
  }

  private var trust: LedgerBalance {
    LedgerBalance([
      deed(1, "Refund late deliveries unasked", 6, 1), deed(20, "Recommend a competitor", 35, 8),
      deed(45, "Phone to cancel", -85, 19),
    ])
  }

  /// Day 20: 6 × 2^(−19/30) + 4.375 = 3.87 + 4.38 = 8.2. Day 45: 2.17 + 2.46 − 4.47 = 0.2. What is
  /// good, 4.63, is below 4.47 after 30 × log2(4.63 ÷ 4.47) = 1.5 days: on day 47. Day 120:
  /// 4.63 × 2^(−75/30) − 4.47 = 0.82 − 4.47 = −3.7.
  ///
  /// One more on day 90: 1.64 + 6 = 7.64 lasts 30 × log2(7.64 ÷ 4.47) = 23.1 days, to day 113. On
  /// day 46: 4.52 + 6 = 10.52 lasts 37.01 days, to day 83. In the long run
  /// 30 × log2((6 + 4.47) ÷ 4.47) = 36.8 days may pass.
  @Test func theWholeScreen() {
    let shown = View.ledger(LedgerAccount(name: "Trust", balance: trust)).render(width: 80)
    #expect(
      shown.map(\.plain) == [
        "Trust: good halves every 30 days, bad fades never",
        "",
        "day     deed                            counts  balance",
        "day  1  Refund late deliveries unasked    +6.0      6.0",
        "day 20  Recommend a competitor            +4.4      8.2",
        "day 45  Phone to cancel                   −4.5      0.2",
        "",
        " 8 ┤          ●●●●",
        " 6 ┤ ●●●●         ●●●●●●●",
        " 4 ┤     ●●●●●           ●●",
        " 2 ┤",
        " 0 ┤●──────────────────────●●●●●●────────────────────────────────",
        "−2 ┤                             ●●●●●●●●●●●●●●●●●●●",
        "−4 ┤                                                ●●●●●●●●●●●●●",
        "   └┬──────────────┬──────────────┬──────────────┬──────────────┬",
        "    0              30             60             90             120 days",
        "",
        "Below zero from day 47; −3.7 on day 120, since good fades and bad stays.",
        "One more deed like Refund late deliveries unasked (+6.0) on day 46, the last day",
        "that is not below zero, holds it until day 83.",
        "One more such deed on day 90 lifts it above zero until day 113.",
        "In the long run one such deed every 36 days holds it there.",
        "The last good deed: Recommend a competitor, on day 20, 25 days before the last",
        "entry.",
      ])
  }

  @Test func nearZeroSaysOnWhichSide() {
    #expect(LedgerWords.tenth(0.04) == "just above 0")
    #expect(LedgerWords.tenth(-0.04) == "just below 0")
    #expect(LedgerWords.tenth(0) == "0.0")
    #expect(LedgerWords.tenth(-0.05) == "−0.1")
    #expect(LedgerWords.signed(Number(-20)) == "−20.0")
  }

  @Test func daysBelowZeroAreCounted() {
    // 6 is 3 after 30 days, so that 3 bad ones on day 10 show from day 31 on; day 40 mends it.
    let balance = LedgerBalance([deed(0, "a", 6, 1), deed(10, "b", -3, 1), deed(40, "a", 6, 1)])
    let state = LedgerWords(balance).state.plain
    #expect(state.hasPrefix("Below zero from day 31 to day 39 (9 days) and from day "))
  }

  @Test func aDeedTooSmallIsMultiplied() {
    // 20 bad ones take 20 deeds of 1, and a little more for what the first has faded.
    let balance = LedgerBalance([deed(0, "kind", 1, 1), deed(1, "wrong", -20, 1)])
    let words = LedgerWords(balance).returning.map(\.plain)
    #expect(words.first?.contains("does not lift it above zero: that takes 20 of them") == true)
    #expect(words.last == "In the long run one such deed every 2 days holds it there.")
  }

  @Test func everyWidthHolds() {
    for width in [40, 60, 80] {
      let account = LedgerAccount(
        name: "Trust", balance: trust, unreadLines: 2, missingActions: ["Gone"],
        incompleteActions: ["Phone to cancel"], knowsUnasked: true)
      let views = [
        View.ledger(account),
        View.ledger(account, supposing: trust.with([]), "without all of them"),
      ]
      for line in views.flatMap({ $0.render(width: width) }) {
        #expect(TextWidth.of(line.plain) <= width, "\(line.plain)")
      }
    }
  }
}
