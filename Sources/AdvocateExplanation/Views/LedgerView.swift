public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics

/// What is told of a ledger beside its balance.
public struct LedgerAccount: Sendable, Equatable {
  /// What it is called.
  public var name: String
  /// Its balance.
  public var balance: LedgerBalance
  /// Its lines that could not be read, and that therefore count nothing.
  public var unreadLines: Int
  /// Actions that it names and that are not there any more: they count nothing.
  public var missingActions: [String]
  /// Actions that it names and that have lines that could not be read.
  public var incompleteActions: [String]
  /// Whether the charter has a fact by which a deed can be said to be unasked.
  public var knowsUnasked: Bool

  /// Creates what is told of a ledger.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - balance: its balance.
  ///   - unreadLines: its lines that could not be read.
  ///   - missingActions: actions that it names and that are not there any more.
  ///   - incompleteActions: actions that it names and that have lines that could not be read.
  ///   - knowsUnasked: whether the charter has a fact by which a deed can be said to be unasked.
  public init(
    name: String, balance: LedgerBalance, unreadLines: Int = 0, missingActions: [String] = [],
    incompleteActions: [String] = [], knowsUnasked: Bool = false
  ) {
    self.name = name
    self.balance = balance
    self.unreadLines = unreadLines
    self.missingActions = missingActions
    self.incompleteActions = incompleteActions
    self.knowsUnasked = knowsUnasked
  }
}

extension View {
  /// The most deeds that a screen lists.
  private static let mostDeeds = 16

  /// The balance of a ledger over time.
  ///
  /// - Parameter account: the ledger.
  public static func ledger(_ account: LedgerAccount) -> View {
    var view = View("ledger")
    view.record("ledger", .text(account.name))
    view.say("\(bold: account.name): \(LedgerWords.terms(account.balance))")
    view.tellGaps(account)
    guard !account.balance.deeds.isEmpty else {
      view.say("It holds no deed yet. A deed is an action and its day:")
      view.parts.append(.lines(["on day 1 (the action's name)", "on 2026-03-01 (its name)"]))
      return view
    }
    view.addDeeds(account.balance)
    let words = LedgerWords(account.balance)
    let plot = LedgerPlot(lines: [(account.balance, "●")], end: words.end)
    view.parts.append(.drawing(plot.drawing))
    view.parts.append(.data(plot.points))
    view.say(words.state)
    view.record(account.balance, words)
    for sentence in words.returning { view.say(sentence) }
    view.say(words.unasked(account.knowsUnasked))
    return view
  }

  /// The balance of a ledger beside what it would be.
  ///
  /// - Parameters:
  ///   - account: the ledger.
  ///   - supposed: the same ledger with a deed less or a deed more.
  ///   - supposition: what is supposed, as in `without Phone to cancel on day 45`.
  public static func ledger(
    _ account: LedgerAccount, supposing supposed: LedgerBalance, _ supposition: String
  ) -> View {
    var view = View("ledger what if")
    view.record("ledger", .text(account.name))
    view.record("supposing", .text(supposition))
    view.say("\(bold: account.name), \(supposition):")
    view.tellGaps(account)
    let now = LedgerWords(account.balance)
    let then = LedgerWords(supposed, kind: account.balance.deeds.first?.date)
    let end = max(now.end, then.end)
    let plot = LedgerPlot(lines: [(account.balance, "○"), (supposed, "●")], end: end)
    view.parts.append(.drawing(plot.drawing))
    view.parts.append(.data(plot.points))
    view.say("● as supposed, ○ as it is. Where both stand in one place, one sign covers the other.")
    view.say("\(bold: "As supposed"): \(then.state(at: end))")
    view.say("\(bold: "As it is"): \(now.state(at: end))")
    view.say("Nothing is changed: the lines of the ledger stay as they are.")
    view.record(supposed, then)
    return view
  }

  private mutating func tellGaps(_ account: LedgerAccount) {
    if account.unreadLines > 0 {
      let lines = Words.count(account.unreadLines, "line")
      let verb = Words.verb(account.unreadLines, "counts", "count")
      say(
        """
        \(lines) of it could not be read and \(verb) nothing. Say \
        \(account.unreadLines > 1 ? "them" : "it") again, or type below the ledger:  drop unread
        """)
    }
    if !account.missingActions.isEmpty {
      let names = Words.list(account.missingActions)
      let verb = Words.verb(account.missingActions.count, "is", "are")
      say("\(names) \(verb) not there any more and \(verb == "is" ? "counts" : "count") nothing.")
    }
    for name in account.incompleteActions {
      say("\(bold: name) has lines that could not be read; it counts as the others tell.")
    }
  }

  private mutating func record(_ balance: LedgerBalance, _ words: LedgerWords) {
    record("startsAt", .number(balance.start))
    record("goodHalvesEvery", balance.goodHalfLife.map { .number($0) } ?? .absent)
    record("badHalvesEvery", balance.badHalfLife.map { .number($0) } ?? .absent)
    record(
      "belowZero",
      .list(
        balance.below.map { stretch in
          .list([
            .text(words.date(stretch.from)),
            stretch.until.map { .text(words.date($0 - 1)) } ?? .absent,
          ])
        }))
    record("balanceAtEnd", LedgerWords.figure(balance.balance(on: words.end)))
  }

  private mutating func addDeeds(_ balance: LedgerBalance) {
    let isDay = balance.deeds.first?.date.isDay ?? true
    let digits = balance.deeds.map { $0.date.text.count }.max() ?? 0
    let rows = zip(balance.deeds, balance.balances).map { deed, after -> [Table.Cell] in
      // `day   1` above `day  20`, so that the days stand below each other.
      let number = deed.date.text.dropFirst(4)
      let day =
        isDay ? "day " + TextLayout.padLeft(String(number), to: digits - 4) : deed.date.text
      return [
        .init(StyledText(day), .text(deed.date.text)), .init(StyledText(deed.action)),
        .init(StyledText(LedgerWords.signed(deed.amount)), .number(deed.amount)),
        .init(StyledText(LedgerWords.tenth(after)), LedgerWords.figure(after)),
      ]
    }
    let table = Table(
      "deeds",
      columns: [
        .init("on", isDay ? "day" : "date"), .init("deed", "deed"),
        .init("counts", "counts", isRight: true), .init("balance", "balance", isRight: true),
      ], rows: rows)
    guard rows.count > Self.mostDeeds else { return parts.append(.table(table)) }
    parts.append(.data(table))
    say("The last \(Self.mostDeeds) of its \(rows.count) deeds:")
    parts.append(
      .list(
        rows.suffix(Self.mostDeeds).map { row in
          "\(row[0].text.plain) \(row[1].text.plain): \(row[2].text.plain), balance "
            + row[3].text
        }))
  }
}
