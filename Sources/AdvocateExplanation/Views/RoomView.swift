public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// The screens of a room: few words, letters beside the answers, and no verdict before its time.
extension View {
  /// The rows that a question may take.
  private static let mostRows = 17
  /// The columns that one of them takes.
  private static let lineWidth = 60
  /// The most rules that a revealed verdict names.
  private static let mostRules = 3

  // MARK: - Asking

  /// A question with its letters.
  ///
  /// - Parameters:
  ///   - ballot: the question.
  ///   - lines: the plan, line by line.
  ///   - remark: what else is said; it takes one line.
  public static func poll(_ ballot: Ballot, lines: [String], remark: StyledText? = nil) -> View {
    var view = View("poll")
    view.describe(ballot)
    view.say(title(ballot) + "   " + StyledText(ballot.kind.manner))
    if let remark { view.say(remark) }
    var rows: [[StyledText]] = []
    if let question = ballot.question { rows.append([.bold(question)]) }
    rows.append([ballot.question == nil ? .bold(ballot.plan) : StyledText(ballot.plan)])
    let lead = String(repeating: " ", count: 3)
    // Beside the plan: the title, its name, two empty lines, the answers, and what else is said.
    let own = 4 + ballot.options.count + ballot.supposed.count + (remark == nil ? 0 : 1)
    let space = max(2, mostRows - own - (ballot.question == nil ? 0 : 1))
    let shown = lines.count <= space ? lines.count : space - 1
    rows += lines.prefix(shown).map { [StyledText(lead + Words.clipped($0, to: lineWidth))] }
    let rest = lines.count - shown
    if rest > 0 {
      rows.append([StyledText(lead + "and \(Words.count(rest, "more line")) (show has all)")])
    }
    rows += ballot.supposed.map { [.bold("if " + Words.clipped($0, to: lineWidth))] }
    view.parts.append(.table(Table("plan", [("line", "")], rows)))
    view.parts.append(
      .sheet(
        Table(
          "answers", [("letter", ""), ("answer", "")],
          ballot.options.enumerated().map { place, option in
            [.bold("   " + Ballot.letter(place)), StyledText(Words.clipped(option, to: 60))]
          })))
    view.parts.append(
      .data(
        Table(
          "answers", [("letter", "letter"), ("answer", "answer")],
          ballot.options.enumerated().map { [StyledText(Ballot.letter($0)), StyledText($1)] })))
    return view
  }

  /// The counted hands, the first count beside the second.
  public static func votes(_ ballot: Ballot) -> View {
    var view = View("votes")
    view.describe(ballot)
    view.say(title(ballot))
    view.parts.append(.table(table(ballot)))
    return view
  }

  private static func title(_ ballot: Ballot) -> StyledText { .bold(ballot.kind.title) }

  private mutating func describe(_ ballot: Ballot) {
    record("kind", .text(ballot.kind == .verdict ? "verdict" : "doing"))
    record("action", .text(ballot.plan))
    record("supposed", .list(ballot.supposed.map { .text($0) }))
  }

  /// The answers with the hands for each.
  static func table(_ ballot: Ballot) -> Table {
    var columns: [Table.Column] = [.init("letter", ""), .init("answer", "")]
    if ballot.first != nil { columns.append(.init("first", "first")) }
    if ballot.second != nil { columns.append(.init("second", "after pairs")) }
    if ballot.found != nil { columns.append(.init("charter", "")) }
    let most = ((ballot.first ?? []) + (ballot.second ?? [])).max() ?? 0
    return Table(
      "votes", columns: columns,
      rows: ballot.options.enumerated().map { place, option in
        let isFound = ballot.found == place
        let style = isFound ? StyledText.Style.bold : .plain
        var row: [Table.Cell] = [
          .init(StyledText("   " + Ballot.letter(place), style), .text(Ballot.letter(place))),
          .init(StyledText(option, style)),
        ]
        for hands in [ballot.first, ballot.second].compactMap(\.self) {
          row.append(.init(bar(hands[place], of: most), .count(hands[place])))
        }
        if ballot.found != nil {
          row.append(.init(StyledText(isFound ? "← charter" : "", style), .truth(isFound)))
        }
        return row
      })
  }

  /// A number of hands, and a bar beside it.
  private static func bar(_ hands: Int, of most: Int) -> StyledText {
    let blocks = most == 0 ? 0 : max(hands > 0 ? 1 : 0, (20 * hands + most) / (2 * most))
    let figure = TextLayout.padLeft(String(hands), to: 3)
    return StyledText(figure + " " + String(repeating: "█", count: blocks))
  }

  // MARK: - Revealing

  /// What the charter says of a plan, beside the hands that were counted for each answer.
  ///
  /// - Parameters:
  ///   - judgement: what the charter says.
  ///   - ballot: the question that was asked; nil where none was.
  ///   - before: what it says without what is supposed; nil where nothing is, or where that was
  ///     never revealed.
  public static func reveal(
    _ judgement: Judgement, _ ballot: Ballot?, before: Judgement? = nil
  ) -> View {
    let words = ViewWords(judgement)
    var view = View("reveal")
    view.record(judgement)
    let letter = ballot.flatMap(\.found).map { Ballot.letter($0) + ", " } ?? ""
    view.say(.bold("THE CHARTER SAYS:  " + letter) + loudly(judgement))
    let supposed = ballot?.supposed ?? []
    let condition = supposed.isEmpty ? "" : ", if \(Words.list(supposed))"
    let isOpen = judgement.uncertainty.isSettled ? "" : ", as told so far: it is not settled"
    var about: StyledText = "\(bold: judgement.title)\(condition)\(isOpen)"
    if let before { about += "; without that " + ViewWords(before).outcome }
    view.say(about + ".")
    if let ballot, ballot.hands != nil { view.parts.append(.table(table(ballot))) }
    view.sayRules(words)
    return view
  }

  /// What the room would do beside what the charter says, and what must give way.
  public static func roomBesideCharter(_ judgement: Judgement, _ ballot: Ballot) -> View {
    let words = ViewWords(judgement)
    var view = View("reveal")
    view.record(judgement)
    view.say(.bold("THE ROOM BESIDE THE CHARTER") + "   nobody is wrong")
    view.say(StyledText(ballot.question ?? "What would you do?") + " " + .bold(judgement.title))
    view.parts.append(.table(table(ballot)))
    view.say(.bold("The charter: ") + words.outcome + StyledText(sides(words)))
    view.say(.bold("Where the two differ, which must give way?"))
    view.parts.append(
      .list([
        "\(bold: "A fact"): say its line anew, or try it first with what if.",
        "\(bold: "A weight"): challenge and the rule's name; hands decide.",
        "\(bold: "The mind"): dissent keeps the objection in the minutes.",
      ]))
    return view
  }

  /// The heaviest rule on each side.
  private static func sides(_ words: ViewWords) -> String {
    let charter = words.charter
    let told = [("for it", words.pro.first), ("against it", words.against.first)]
      .compactMap { side, rule in
        rule.map { "\(side) \(charter.rules[$0].name), \(words.points($0))" }
      }
    return told.isEmpty ? "." : "; most \(Words.list(told))."
  }

  private static func loudly(_ judgement: Judgement) -> StyledText {
    let (verdict, charter) = (judgement.verdict, judgement.charter)
    let word = verdict == .silent ? "no rule speaks" : verdict.name(in: charter)
    let loud = StyledText(word.uppercased(), .verdict(verdict.tone(in: charter)))
    guard case .band = verdict, let score = judgement.tally.score else { return loud }
    return loud + StyledText(", \(ScoreText.whole(score, bands: charter.bands)) of 100")
  }

  private mutating func sayRules(_ words: ViewWords) {
    let judgement = words.judgement
    let rules = judgement.speakers
    guard !rules.isEmpty else { return }
    var rows = rules.prefix(Self.mostRules).map { rule in
      let halves = judgement.halfPoints(ofRule: rule)
      let side = judgement.sayings[rule] == .veto ? "veto" : halves < 0 ? "against" : "for"
      return [StyledText("   \(side) \(words.points(rule))"), .bold(judgement.name(ofRule: rule))]
    }
    let rest = rules.count - Self.mostRules
    if rest > 0 {
      rows.append(["", StyledText("and \(Words.count(rest, "more rule")) (why names them)")])
    }
    if judgement.verdict == .vetoed {
      rows.append(["", "No score lifts a veto."])
    } else if let sum = ScoreText.sum(judgement.tally, bands: judgement.charter.bands) {
      rows.append([StyledText("   of \(judgement.tally.inPlay)"), StyledText("in play: \(sum)")])
    }
    parts.append(.sheet(Table("rules", [("says", ""), ("rule", "")], rows)))
    parts.append(
      .data(
        Table(
          "rules", [("rule", "rule"), ("says", "says")],
          rules.map { rule in
            [judgement.name(ofRule: rule), judgement.sayings[rule].words].map { StyledText($0) }
          })))
  }
}

extension Ballot.Kind {
  /// What stands above the question.
  var title: String {
    switch self {
    case .verdict: "WHAT WILL THE CHARTER SAY?"
    case .doing: "WHAT WOULD YOU DO?"
    }
  }

  /// How it is voted on.
  var manner: String {
    switch self {
    case .verdict: "vote alone, hands up"
    case .doing: "no answer is right or wrong, hands up"
    }
  }
}
