public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// One rule of one judgement, line by line: what `why RULE` answers.
public enum RuleScreen {
  /// The lines that tell what the rule at `rule` said of the action, and how it came to it.
  public static func render(_ judgement: Judgement, rule: Int, width: Int) -> [StyledText] {
    var screen = RulePage(judgement, rule: rule, width: width)
    screen.heading()
    screen.factsRead()
    screen.testedLines()
    screen.conclusion()
    screen.openAnswers()
    screen.background()
    return screen.page.lines
  }
}

private struct RulePage {
  let judgement: Judgement
  let place: Int
  let rule: Rule
  let trace: RuleTrace
  let facts: FactText
  var page: Page

  init(_ judgement: Judgement, rule place: Int, width: Int) {
    self.judgement = judgement
    self.place = place
    rule = judgement.charter.rules[place]
    trace = Evaluator(judgement.program).trace(ofRule: place, in: judgement.world)
    facts = FactText(judgement: judgement)
    page = Page(width: width)
  }

  var charter: Charter { judgement.charter }
  var saying: Saying { judgement.sayings[place] }

  mutating func heading() {
    var text = StyledText(rule.name, .bold)
    if let lens = rule.lens, charter.lenses.indices.contains(lens) {
      text += StyledText(", lens \(charter.lenses[lens])")
    }
    text += ": "
    if !rule.isUsed {
      text += "not used"
    } else if saying == .notInPlay {
      text += StyledText("not in play, weight \(rule.weight)")
    } else {
      let points = ScoreText.points(halves: abs(judgement.halfPoints(ofRule: place)))
      text += said + StyledText(", \(points) of \(Words.count(rule.weight, "point"))")
    }
    page.paragraph(text, hanging: 2)
  }

  private var said: StyledText {
    switch saying {
    case .for, .leansFor: StyledText(saying.words, .verdict(.favourable))
    case .against, .leansAgainst: StyledText(saying.words, .verdict(.adverse))
    case .veto: StyledText(saying.words, .verdict(.vetoed))
    case .neutral: "neither"
    case .notInPlay: "not in play"
    }
  }

  mutating func factsRead() {
    for fact in rule.facts {
      page.pair(
        StyledText(facts.exactLine(fact)), StyledText(evidence(fact)),
        indent: Page.labelWidth, column: Page.labelWidth + (page.width - Page.labelWidth) * 35 / 72)
    }
  }

  private func evidence(_ fact: Int) -> String {
    if let stated = judgement.action.statement(of: fact)?.evidence { return "because \(stated)" }
    return facts.evidence(fact) ?? ""
  }

  // MARK: The lines

  private enum Outcome: Int {
    case yes, notKnown, no
    var words: String { self == .yes ? "yes" : self == .no ? "no" : "not known" }
  }

  /// The scope first, then the lines that hold, those not known, and those that do not.
  mutating func testedLines() {
    if !rule.scope.isEmpty { tested("only when", trace.scope) }
    let ranked = trace.clauses.sorted { left, right in
      let (one, other) = (outcome(left.tests).rawValue, outcome(right.tests).rawValue)
      return one == other ? left.clause < right.clause : one < other
    }
    for clause in ranked { tested(rule.clauses[clause.clause].side.rawValue, clause.tests) }
  }

  private mutating func tested(_ label: String, _ tests: [RuleTrace.TestTrace]) {
    let words = outcome(tests).words
    for (number, test) in tests.enumerated() {
      var text = (number > 0 ? "and " : "") + charter.text(of: test.test)
      // With several comparisons each says for itself why the line holds or does not.
      if tests.count > 1 { text += " (\(outcome([test]).words))" }
      if page.isWide {
        let head = number == 0 ? TextLayout.padRight(words, to: labelColumn) + label : ""
        page.columns([(StyledText(head), 0), (StyledText(text), labelColumn + 15)])
      } else {
        if number == 0 { page.paragraph(StyledText("\(words), \(label)")) }
        page.paragraph(StyledText(text), indent: 2)
      }
    }
  }

  /// Where the side of a line starts: further right where a line is not known.
  private var labelColumn: Int {
    let all = trace.clauses.map(\.tests) + (trace.scope.isEmpty ? [] : [trace.scope])
    return all.contains { outcome($0) == .notKnown } ? 11 : Page.labelWidth
  }

  /// A line fails with its first comparison that fails, known or not what the others do.
  private func outcome(_ tests: [RuleTrace.TestTrace]) -> Outcome {
    let outcomes = tests.map { test -> Outcome in
      if let holds = test.holds { return holds ? .yes : .no }
      let open = judgement.uncertainty.unsaidFacts
      let isOpen = facts.sources(of: test.test.facts).contains { open.contains($0) }
      return isOpen ? .notKnown : .no
    }
    return outcomes.max { $0.rawValue < $1.rawValue } ?? .yes
  }

  // MARK: What follows

  mutating func conclusion() {
    guard rule.isUsed else {
      let lack = rule.reason == nil ? "it has no reason" : "it has no when line"
      return page.body(StyledText("It takes no part in verdicts: \(lack)."))
    }
    let sides = trace.clauses.filter { $0.holds == true }.map { rule.clauses[$0.clause].side }
    switch saying {
    case .notInPlay:
      page.body(
        trace.scope.contains { $0.holds != true }
          ? "Its only when line does not hold, so it has nothing to say."
          : "Each of its lines reads something unsaid or untouched, so it has nothing to say.")
    case .neutral: page.body("None of its lines holds, so it says neither.")
    default:
      guard sides.count > 1 else { break }
      page.body(StyledText("\(sides.count) lines hold, and \(winner(sides))"))
    }
  }

  private func winner(_ sides: [Clause.Side]) -> String {
    let speaksFor = sides.filter { $0 == .for || $0 == .leansFor }
    if saying == .veto { return "the veto counts." }
    if !speaksFor.isEmpty, speaksFor.count < sides.count { return "against goes before for." }
    return Set(sides).count > 1
      ? "the \(sides.count > 2 ? "strongest" : "stronger") one counts." : "they say the same."
  }

  mutating func openAnswers() {
    guard rule.isUsed else { return }
    guard judgement.uncertainty.openRules.contains(place) else {
      if facts.sources(of: rule.facts).contains(where: judgement.uncertainty.openFacts.contains) {
        page.body("No open answer changes what it says.")
      }
      return
    }
    let open = OpenSayings(ofRule: place, judgement)
    guard !open.sayings.isEmpty else {
      return page.body("Open answers can still change what it says.")
    }
    let words = open.sayings.map { saying in
      saying == .neutral ? "neither" : saying == .notInPlay ? "nothing at all" : saying.words
    }
    let hint = open.isComplete ? "" : " (there may be more)"
    page.body(
      StyledText("Open answers could still make it say: \(Words.list(words, "or"))\(hint)."))
  }

  mutating func background() {
    if let reason = rule.reason { page.block("because", StyledText(reason), bold: false) }
    if let source = rule.source { page.block("source", StyledText(source), bold: false) }
    let origin =
      rule.statedWeight != nil
      ? "" : rule.weight == 0 ? ", since it only vetoes" : ", since no line says one"
    let turn = TippingText.sentence(judgement, rule: place).map { ". \($0)" } ?? ""
    page.block("weight", StyledText("\(rule.weight)\(origin)\(turn)"), bold: false)
    for note in rule.notes { page.block("note", StyledText(note), bold: false) }
    if rule.isIncomplete { page.block("Notice", "It is incomplete: a line was left out.") }
  }
}
