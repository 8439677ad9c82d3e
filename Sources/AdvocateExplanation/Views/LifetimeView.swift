public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics

extension View {
  /// What an action gains this quarter, against what the years bring or cost.
  ///
  /// - Parameters:
  ///   - judgement: the action.
  ///   - terms: the interest and the retention to count with, where they are said.
  public static func lifetime(
    _ judgement: Judgement, terms: LifetimeTerms = LifetimeTerms()
  ) -> View {
    var view = View("lifetime")
    view.recordName(judgement)
    let facts = LifetimeFacts(of: judgement, with: terms)
    guard let inputs = facts.inputs(terms) else {
      view.ask(for: facts, of: judgement.title)
      return view
    }
    let value: LifetimeValue
    do {
      value = try LifetimeValue(inputs)
    } catch {
      view.refuse(error, inputs)
      return view
    }
    view.say("\(bold: judgement.title): the quarter against the years")
    view.record("currency", .text(judgement.charter.currency))
    view.record("interest", .number(inputs.interest))
    view.record("gain", .range(inputs.gain))
    view.record("customersTimesMargin", .range(value.perYear))
    if inputs.retention == nil {
      view.tellYears(value, currency: judgement.charter.currency)
    } else {
      view.tellRetention(value, currency: judgement.charter.currency)
    }
    return view
  }

  // MARK: - Nothing to work out

  private mutating func ask(for facts: LifetimeFacts, of name: String) {
    record("unsaid", .list((facts.unsaid + facts.undeclared).map { .text($0.rawValue) }))
    if !facts.undeclared.isEmpty {
      let names = Words.list(facts.undeclared.map(\.rawValue))
      let noun = facts.undeclared.count == 1 ? "a fact" : "facts"
      say(
        """
        To set the quarter against the years, the charter needs \(noun) called \(names), each a \
        number. To declare what is missing:
        """)
      parts.append(.lines(facts.undeclared.flatMap { ["fact \($0.rawValue)", $0.kindLine] }))
      guard !facts.unsaid.isEmpty else { return }
    }
    let count = facts.unsaid.count
    say(
      """
      To set the quarter against the years, \(bold: name) lacks \
      \(Words.count(count, "figure")). \(count == 1 ? "A line" : "Lines") such as \
      \(count == 1 ? "this says it" : "these say them"); a range will do:
      """)
    parts.append(.lines(facts.unsaid.map(\.line)))
  }

  private mutating func refuse(
    _ refusal: LifetimeValue.Refusal, _ inputs: LifetimeValue.Inputs
  ) {
    let text: StyledText =
      switch refusal {
      case .noCustomers:
        """
        It may reach nobody: customers touched has to be above 0. Say how many, as in:  \
        \(LifetimeFact.customers.line)
        """
      case .noMargin:
        """
        A customer may leave nothing in a year, so that nobody's stay would be worth anything: \
        margin per customer has to be above 0. Say how much, as in:  \(LifetimeFact.margin.line)
        """
      case .interestTooLow:
        """
        At \(FigureText.share(inputs.interest)) interest nothing would be left of any later \
        year. Interest has to be above −100%, as in:  lifetime at 10% interest
        """
      case .negativeRetention:
        """
        Fewer than none cannot stay: retention has to be from 0% to 100%, as in:  \
        lifetime at 80% retention
        """
      case .retentionAboveAll:
        """
        More than all cannot stay: retention has to be from 0% to 100%, as in:  \
        lifetime at 80% retention
        """
      case .endlessValue(let retention):
        """
        When \(FigureText.share(retention)) stay from year to year and interest is \
        \(FigureText.share(inputs.interest)), the years to come never count less, and a customer \
        would be worth more than any amount. Retention has to be below 100% and the interest \
        together, as in:  lifetime at 80% retention and 10% interest
        """
      }
    record("refused", .truth(true))
    say(text)
  }

  // MARK: - By years

  private mutating func tellYears(_ value: LifetimeValue, currency: String) {
    guard let change = value.change, let later = value.later, let left = value.leftOver else {
      return
    }
    record("later", .range(later))
    record("leftOver", .range(left))
    record("breakEvenWeeksSooner", .range(value.breakEvenYears.inWeeks))
    record("weeksSooner", .range((NumberRange(Number(0)) - change).inWeeks))
    parts.append(.table(sums(value, change, later, left, currency)))
    let words = LifetimeWords(value: value, change: change, left: left)
    say(words.breakEven)
    say(words.outcome)
    say(withInterest(value))
    let plot = LifetimePlot(value: value, change: change)
    parts.append(.drawing(plot.drawing(currency)))
    say(plot.key)
    parts.append(.data(plot.points))
  }

  private func sums(
    _ value: LifetimeValue, _ change: NumberRange, _ later: NumberRange, _ left: NumberRange,
    _ currency: String
  ) -> Table {
    func row(_ name: StyledText, _ how: String, _ amount: NumberRange) -> [Table.Cell] {
      [
        .init(name), .init(StyledText(how)),
        .init(
          StyledText(FigureText.range(amount, FigureText.money), name.runs.first?.style ?? .plain),
          .range(amount)),
      ]
    }
    let years = FigureText.range(change.magnitude, FigureText.number)
    let how =
      FigureText.range(value.inputs.customers, FigureText.number) + " customers × "
      + FigureText.range(value.inputs.margin, FigureText.money) + " a year × "
      + years + (years == "1" ? " year" : " years")
    return Table(
      "sums",
      columns: [.init("sum", ""), .init("how", ""), .init("amount", currency, isRight: true)],
      rows: [
        row(
          value.inputs.gain.isCost ? "spent this quarter" : "gained this quarter", "",
          value.inputs.gain),
        row(
          StyledText(later.gainWord + " later"),
          how, later),
        row(.bold("left over"), "", left),
      ])
  }

  private mutating func withInterest(_ value: LifetimeValue) -> StyledText {
    let interest = FigureText.share(value.inputs.interest)
    guard let later = value.laterWithInterest, let left = value.leftOverWithInterest,
      let years = value.inputs.years
    else {
      record("leftOverWithInterest", .absent)
      return """
        Nothing is said with interest: that sum counts the share that stays from one year to the \
        next, and a stay below one year gives none.
        """
    }
    record("laterWithInterest", .range(later))
    record("leftOverWithInterest", .range(left))
    func stay(_ years: NumberRange) -> String {
      let shares = [years.low, years.high].compactMap(LifetimeValue.retention)
      guard let low = shares.first, let high = shares.last else { return "" }
      return FigureText.range(NumberRange(low, high), FigureText.share)
    }
    return """
      With \(interest) yearly interest: \(later.gainWord) later \
      \(FigureText.range(later.isCost ? later.magnitude : later, FigureText.money)), left over \
      \(FigureText.range(left, FigureText.money)). The years stand there for \(stay(years.now)) \
      who stay from one year to the next today, and \(stay(years.then)) then.
      """
  }

  // MARK: - By retention

  private mutating func tellRetention(_ value: LifetimeValue, currency: String) {
    guard let retention = value.inputs.retention, let one = value.worthOfOne,
      let all = value.worthOfAll, let breakEven = value.breakEvenRetention
    else { return }
    let share = FigureText.share(retention)
    let interest = FigureText.share(value.inputs.interest)
    record("retention", .number(retention))
    record("worthOfOne", .range(one))
    record("worthOfAll", .range(all))
    record(
      "breakEvenRetention",
      .list([breakEven.low, breakEven.high].map { $0.map { .number($0) } ?? .absent }))
    let divisor = Number(1) + value.inputs.interest - retention
    let margin = FigureText.range(value.inputs.margin, FigureText.money)
    say(
      """
      When \(share) stay from one year to the next, and at \(interest) yearly interest, one \
      customer is worth \(currency) \(FigureText.between(one, FigureText.money)): \
      \(margin) × \(retention.decimal(places: 4)) ÷ \(divisor.decimal(places: 4)). All of them \
      are worth \(currency) \(FigureText.between(all, FigureText.money)).
      """)
    say(retentionSentence(value, share, breakEven))
    say("This sum leaves the years aside that they stay;  lifetime  alone counts them.")
  }

  private func retentionSentence(
    _ value: LifetimeValue, _ share: String, _ breakEven: (low: Number?, high: Number?)
  ) -> StyledText {
    let gain = value.inputs.gain
    guard let sign = gain.sign, sign != 0 else {
      return "There is no sure gain this quarter to set against it."
    }
    let amount = FigureText.between(gain.magnitude, FigureText.money)
    guard let high = breakEven.high else {
      return """
        Even if nobody stayed for another year, something of the \(amount) gained this quarter \
        would be left.
        """
    }
    guard high <= Number(1) else {
      return "No retention wins the cost of this quarter back: even all of them would not do."
    }
    let low = breakEven.low ?? Number(0)
    let shares = NumberRange(low, high)
    if sign < 0 {
      return """
        The cost of this quarter, \(amount), is won back if retention rises from \(share) to \
        \(bold: FigureText.between(shares, FigureText.share)).
        """
    }
    return """
      The gain of this quarter, \(amount), is eaten if retention falls from \(share) to \
      \(bold: FigureText.between(shares, FigureText.share)).
      """
  }
}

extension View.Figure {
  /// A number, or both ends of a range.
  static func range(_ range: NumberRange) -> View.Figure {
    range.isOne ? .number(range.low) : .list([.number(range.low), .number(range.high)])
  }
}

extension NumberRange {
  /// Whether none of it is above 0, and not all of it is 0.
  var isCost: Bool { low.sign < 0 && high.sign <= 0 }

  /// What became of it: `lost`, `won`, or either.
  var gainWord: String { isCost ? "lost" : low.sign < 0 ? "lost or won" : "won" }

  /// The same without its sign; a range across 0 stays as it is.
  var magnitude: NumberRange { isCost ? NumberRange(low.magnitude, high.magnitude) : self }

  /// Years as weeks.
  var inWeeks: NumberRange { self * NumberRange(LifetimeValue.weeksOfYear) }
}
