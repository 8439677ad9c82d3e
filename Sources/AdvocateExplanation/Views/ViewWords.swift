import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Words that several views share.
struct ViewWords {
  let judgement: Judgement
  let facts: FactText

  init(_ judgement: Judgement) {
    self.judgement = judgement
    facts = FactText(judgement: judgement)
  }

  var charter: Charter { judgement.charter }

  /// The verdict with its score, and whether it could still be another.
  var outcome: StyledText {
    let words = judgement.verdict.outcome(judgement.tally.score, in: charter)
    return judgement.uncertainty.isSettled ? words : words + ", as told so far"
  }

  /// The verdict and the score that a trial leads to.
  func outcome(_ trial: Trial) -> StyledText {
    trial.verdict.outcome(trial.tally.score, in: charter)
  }

  /// A fact with a value, as the line that says it.
  func line(_ fact: Int, _ value: Value) -> String {
    "\(charter.facts[fact].name) is \(charter.text(of: value, ofFact: fact))"
  }

  /// The rules that speak against, those with most points first.
  var against: [Int] { judgement.speakers.filter { judgement.sayings[$0].halves < 0 } }

  /// The rules that speak for, those with most points first.
  var pro: [Int] { judgement.speakers.filter { judgement.sayings[$0].halves > 0 } }

  /// The points that a rule brings, without a sign.
  func points(_ rule: Int) -> String {
    ScoreText.points(halves: abs(judgement.halfPoints(ofRule: rule)))
  }

  /// Rules by name with their points, the first few of them.
  func named(_ rules: [Int], atMost most: Int = 3) -> String {
    let names = rules.map { "\(judgement.name(ofRule: $0)) \(points($0))" }
    return Words.some(names, most, noun: "rule", hint: "why names")
  }

  /// The facts behind what a rule says, as the lines that say them.
  func causes(_ rule: Int) -> String {
    Words.list(judgement.causes(ofRule: rule).map { facts.line($0) })
  }
}

extension Verdict {
  /// The word for it, with the score where that says something.
  func outcome(_ score: Score?, in charter: Charter) -> StyledText {
    let word = styledName(in: charter)
    guard let score, self != .vetoed, self != .silent else { return word }
    return word + StyledText(", \(ScoreText.whole(score, bands: charter.bands))")
  }
}

extension Tally {
  /// Whether the score is higher; no score counts as 50.
  func isBetter(than other: Tally) -> Bool {
    (other.score ?? Score(balance: 0, inPlay: 1)) < (score ?? Score(balance: 0, inPlay: 1))
  }
}

extension Charter {
  /// A line that says a fact, with what else may stand in it.
  func typing(_ fact: Int) -> StyledText {
    let declaration = facts[fact]
    let name = declaration.name
    let levels = declaration.levels
    func levelled(_ others: String) -> StyledText {
      let first = levels.first ?? ""
      return "\(bold: "\(name) is \(first)")" + StyledText(levels.count > 1 ? " (\(others))" : "")
    }
    let rest = Words.list(Array(levels.dropFirst()), "or")
    switch declaration.kind {
    case .anyOf: return levelled("or \(rest); several with commas")
    case .money: return "\(bold: "\(name) is 40,000") (or another amount, -40,000 for a cost)"
    case .percent: return "\(bold: "\(name) is 50%") (or another share)"
    case .number(let unit): return "\(bold: "\(name) is 10") (or another number of \(unit))"
    case .text: return "\(bold: "\(name) is") and your own words"
    default: return levelled("or \(rest)")
    }
  }
}

extension View {
  /// A view that needs facts which the charter in force does not have.
  static func lacking(_ name: String, _ facts: [NamedFact], in charter: Charter) -> View {
    var view = View(name)
    let missing = facts.filter { charter.place($0) == nil }.map(\.rawValue)
    view.record("missing", .list(missing.map { .text($0) }))
    let shown = Words.list(Array(missing.prefix(4)), "or")
    view.say(
      """
      \(bold: "look \(name)") reads facts by their names, and the charter \(charter.name) has none \
      called \(shown).
      """)
    view.say(
      """
      These views read every charter: \(bold: "look lenses"), \(bold: "look listen"), \
      \(bold: "look reframe"), \(bold: "look openings"), \(bold: "look premortem"), \
      \(bold: "look announce"), \(bold: "look chair"), \(bold: "look portrait").
      """)
    return view
  }

  /// What to type so that the view can say more.
  mutating func ask(_ facts: [Int], _ lead: String, in charter: Charter) {
    guard !facts.isEmpty else { return }
    say(StyledText(lead))
    parts.append(.list(facts.map { charter.typing($0) }))
  }

  /// Records which action the view is about, and to which group where it is about one.
  mutating func recordName(_ judgement: Judgement) {
    record("action", .text(judgement.action.name))
    if let group = judgement.group { record("group", .text(group)) }
  }

  /// Records which action the view is about, and its verdict as told.
  mutating func record(_ judgement: Judgement) {
    recordName(judgement)
    record("verdict", .text(judgement.verdict.name(in: judgement.charter)))
    record("score", judgement.tally.score.map { .number($0.number) } ?? .absent)
  }
}

extension View.Table {
  /// A table whose cells a program reads as a person does.
  ///
  /// - Parameters:
  ///   - name: the name of the rows in JSON.
  ///   - columns: the key and the heading of each column.
  ///   - rows: the cells of each row.
  init(_ name: String, _ columns: [(String, String)], _ rows: [[StyledText]]) {
    self.init(
      name, columns: columns.map { .init($0.0, $0.1) },
      rows: rows.map { row in row.map { View.Table.Cell($0) } })
  }
}
