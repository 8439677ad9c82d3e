import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// The command that shows the balance of a ledger, and what it would be.
extension Session {
  mutating func showLedger(_ argument: String?, _ response: inout Response) {
    guard let ledger = ledgerAtHand(&response) else { return }
    guard let argument else { return show(ledger, &response) }
    let words = argument.split(separator: " ").map(String.init)
    guard words.prefix(2).map({ $0.lowercased() }) == ["what", "if"], words.count > 2 else {
      response.refuse(
        """
        What if what? One deed less:  ledger what if without (deed). One more:  \
        ledger what if (action) on \(Self.sampleDate(ledger))
        """, width: width)
      return
    }
    suppose(Array(words.dropFirst(2)), ledger, &response)
  }

  /// Shows a known ledger once more when a person types its name.
  mutating func showAgain(_ changes: [LineOutcome.Change], _ response: inout Response) {
    for case .returned(.ledger, let name) in changes {
      guard let ledger = workspace.ledgers.first(where: { $0.name == name }) else { continue }
      show(ledger, &response)
    }
  }

  private mutating func show(_ ledger: Ledger, _ response: inout Response) {
    guard workspace.actions.allSatisfy({ isRevealed($0) }) else { return }
    answer(View.ledger(account(ledger)), &response)
  }

  /// The ledger that is the subject, or the only one.
  private mutating func ledgerAtHand(_ response: inout Response) -> Ledger? {
    if case .ledger(let place) = workspace.subject { return workspace.ledgers[place] }
    if workspace.ledgers.count == 1 { return workspace.ledgers[0] }
    if workspace.ledgers.isEmpty {
      response.refuse(
        """
        There is no ledger yet. It begins with its name, and takes deeds on their days:  \
        \(bold: "ledger Trust"), and below it  \(bold: "on day 1 (an action)")
        """, width: width)
    } else {
      response.refuse(
        "Which ledger? Type \(bold: "ledger") and its name, and then  ledger", width: width)
      for ledger in workspace.ledgers.prefix(20) {
        response.say("  ledger \(ledger.name)", width: width)
      }
    }
    return nil
  }

  mutating func account(_ ledger: Ledger) -> LedgerAccount {
    var missing: [String] = []
    var deeds: [LedgerBalance.Deed] = []
    // The same action on many days is judged once.
    var known: [String: LedgerBalance.Deed] = [:]
    for entry in ledger.entries {
      if var deed = known[entry.action] ?? deed(entry.action, entry.date) {
        known[entry.action] = deed
        deed.date = entry.date
        deeds.append(deed)
      } else if !missing.contains(entry.action) {
        missing.append(entry.action)
      }
    }
    let judge = judge()
    let incomplete = workspace.actions.filter { action in
      guard !action.dropped.isEmpty else { return false }
      let title = judge.judge(action).title
      return known.values.contains { $0.action == title }
    }
    return LedgerAccount(
      name: ledger.name,
      balance: LedgerBalance(
        deeds, start: ledger.start, goodHalfLife: ledger.goodHalfLife,
        badHalfLife: ledger.badHalfLife),
      unreadLines: ledger.dropped.count, missingActions: missing,
      incompleteActions: incomplete.map(\.name),
      knowsUnasked: workspace.factPlace(Judgement.unaskedFact) != nil)
  }

  private mutating func deed(_ name: String, _ date: LedgerDate) -> LedgerBalance.Deed? {
    guard let place = workspace.actionPlace(name) else { return nil }
    let judgement = judge().judge(workspace.actions[place])
    return LedgerBalance.Deed(
      date: date, action: judgement.title, amount: judgement.ledgerAmount,
      isUnasked: judgement.isUnasked)
  }

  // MARK: - What if

  private mutating func suppose(
    _ words: [String], _ ledger: Ledger, _ response: inout Response
  ) {
    let isLess = words[0].lowercased() == "without"
    let named = Array(isLess ? words.dropFirst() : words[...])
    let place = named.lastIndex { $0.lowercased() == "on" }
    let typedDate = place.map { named[($0 + 1)...].joined(separator: " ") }
    let date = typedDate.flatMap { LedgerDate($0) }
    // An action may be called "Lights on": only a date behind the word makes it one.
    let name = (date == nil ? named[...] : named[..<(place ?? named.endIndex)])
      .joined(separator: " ")
    guard !name.isEmpty else {
      response.refuse(
        "Which deed? Its name goes there:  ledger what if without (deed)", width: width)
      return
    }
    if let date, let first = ledger.entries.first, first.date.isDay != date.isDay {
      let text = first.date.isDay ? "days" : "dates"
      response.refuse(
        """
        This ledger is kept by \(text). Type it as in:  \
        on \(first.date.text)
        """, width: width)
      return
    }
    if isLess {
      without(name, date, ledger, &response)
    } else if let date {
      with(name, date, ledger, &response)
    } else {
      response.refuse(
        """
        On which day? A deed needs one, as in:  ledger what if \(name) on \
        \(Self.sampleDate(ledger))
        """, width: width)
    }
  }

  private mutating func without(
    _ name: String, _ date: LedgerDate?, _ ledger: Ledger, _ response: inout Response
  ) {
    let account = account(ledger)
    let deeds = account.balance.deeds
    var names: [String] = []
    for deed in deeds where !names.contains(deed.action) { names.append(deed.action) }
    guard let found = find(name, among: names, "deed of \(ledger.name)", &response) else { return }
    let isOut = deeds.map { $0.action == found && (date == nil || $0.date == date) }
    let dates = zip(deeds, isOut).filter(\.1).map(\.0.date.text)
    guard let first = dates.first else {
      response.refuse(
        """
        \(bold: found) does not stand on \(date?.text ?? "that day") in this ledger. It stands \
        on \(deeds.filter { $0.action == found }.map(\.date.text).joined(separator: ", ")).
        """, width: width)
      return
    }
    let rest = zip(deeds, isOut).filter { !$0.1 }.map(\.0)
    let what =
      dates.count == 1
      ? "without \(found) on \(first)"
      : "without \(found), \(dates.count == 2 ? "both" : "all \(dates.count)") times"
    answer(View.ledger(account, supposing: account.balance.with(rest), what), &response)
  }

  private mutating func with(
    _ name: String, _ date: LedgerDate, _ ledger: Ledger, _ response: inout Response
  ) {
    let names = workspace.actions.map(\.name)
    guard let found = find(name, among: names, "action", &response),
      let deed = deed(found, date)
    else { return }
    let account = account(ledger)
    let supposed = account.balance.with(account.balance.deeds + [deed])
    answer(
      View.ledger(account, supposing: supposed, "with \(found) on \(date.text) as well"),
      &response)
  }

  /// The one of `names` that `typed` names; says what to type where there is none, or several.
  private func find(
    _ typed: String, among names: [String], _ noun: String, _ response: inout Response
  ) -> String? {
    switch NameMatch.find(typed, among: names) {
    case .found(let place): return names[place]
    case .several(let places):
      response.refuse("\"\(typed)\" fits \(places.count) names. Say more of one:", width: width)
      listNames(places.map { names[$0] }, numbers: places.map { $0 + 1 }, &response)
    case .none(let near?):
      response.refuse(
        "No \(noun) is called \"\(typed)\". The nearest is \(bold: near).", width: width)
    case .none(nil):
      response.refuse("No \(noun) is called \"\(typed)\". There are:", width: width)
      listNames(names, &response)
    }
    return nil
  }

  /// A date of the kind that the ledger has, as an example.
  private static func sampleDate(_ ledger: Ledger) -> String {
    guard let last = ledger.entries.last?.date else { return "day 60" }
    return last.moved(to: last.number + 30).text
  }
}
