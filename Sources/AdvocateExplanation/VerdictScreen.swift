public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// The verdict on one action with its reasons.
public enum VerdictScreen {
  /// How much of it is told.
  public enum Depth: Sendable, CaseIterable {
    /// The sentence with the verdict alone.
    case sentence
    /// Every block, but each rule on a line of its own.
    case short
    /// Every block, with the heaviest rules in full.
    case full
  }

  /// The lines that tell the verdict on `judgement` in `width` columns.
  ///
  /// The order is fixed: what was left out, the verdict, its notices, vetoes, how sure it is, why,
  /// what is unknown, and what would turn it. Each block is true without those below it.
  ///
  /// `outlook`: the questions and changes to show; nil leaves them out.
  public static func render(
    _ judgement: Judgement, outlook: Outlook? = nil, width: Int, depth: Depth = .full
  ) -> [StyledText] {
    var page = VerdictPage(judgement, width: width, rulesInFull: depth == .full ? 3 : 0)
    page.outlook = outlook
    if depth == .sentence {
      page.sentence()
    } else {
      page.leftOut()
      page.headline()
      page.notices()
      page.veto()
      page.sure()
      page.why()
      page.unknown()
      page.turns()
      page.groups()
    }
    return page.page.lines
  }
}

/// The blocks of a verdict, each of which appends its own lines.
struct VerdictPage {
  let judgement: Judgement
  let facts: FactText
  let rulesInFull: Int
  var outlook: Outlook?
  var page: Page

  init(_ judgement: Judgement, width: Int, rulesInFull: Int) {
    self.judgement = judgement
    facts = FactText(judgement: judgement)
    self.rulesInFull = rulesInFull
    page = Page(width: width)
  }

  var charter: Charter { judgement.charter }
  var uncertainty: Uncertainty { judgement.uncertainty }
  var vetoes: [Int] { judgement.speakers.filter { judgement.sayings[$0] == .veto } }

  /// The score of `tally` as shown; nil where no rule with a weight is in play.
  var score: String? {
    judgement.tally.score.map { ScoreText.whole($0, bands: charter.bands) }
  }

  // MARK: The verdict

  /// Everything in one sentence.
  mutating func sentence() {
    var text = verdictSentence(inCapitals: false, bold: false)
    let groups = judgement.eachGroup.count
    if groups > 1 { text += StyledText(" (the worst-off of \(groups) groups)") }
    let lost = judgement.action.dropped.count
    if lost > 0 {
      text += " (\(Words.count(lost, "line")) of it \(Words.verb(lost, "was", "were")) left out)"
    }
    page.paragraph(text, hanging: 2)
  }

  mutating func headline() {
    page.blank()
    switch judgement.verdict {
    case .silent:
      page.paragraph(verdictSentence(inCapitals: true, bold: true))
      page.body(StyledText("\(silence) That is neither a yes nor a no."))
    case .vetoed:
      headlineVerdict()
    case .band:
      headlineVerdict()
      guard let score = judgement.tally.score else { break }
      let bar = ScoreBar(
        score: score, range: uncertainty.range, bands: charter.bands, width: page.width)
      for line in bar.lines { page.drawn(line) }
    }
  }

  /// The headline; where it does not fit on one line the verdict starts the second.
  private mutating func headlineVerdict() {
    let whole = verdictSentence(inCapitals: true, bold: true)
    if page.isWide || TextWidth.of(HarmlessText.of(whole.plain)) <= page.width {
      return page.paragraph(whole)
    }
    page.paragraph(StyledText(judgement.action.name, .bold) + StyledText(lead))
    page.paragraph(verdictWord(inCapitals: true) + StyledText(ending))
  }

  private var lead: String {
    let whom = judgement.group.map { ", for \($0)," } ?? ""
    return whom + (uncertainty.isSettled ? " is" : " is, as told so far,")
  }

  private var ending: String {
    guard case .band = judgement.verdict, let score else { return "" }
    return ": \(score) of 100"
  }

  private func verdictWord(inCapitals: Bool) -> StyledText {
    let word = judgement.verdict.name(in: charter)
    return StyledText(
      inCapitals ? word.uppercased() : word, .verdict(judgement.verdict.tone(in: charter)))
  }

  private func verdictSentence(inCapitals: Bool, bold: Bool) -> StyledText {
    let style = bold ? StyledText.Style.bold : .plain
    let name = StyledText(judgement.action.name, style)
    if judgement.verdict == .silent {
      let name = StyledText(judgement.title, style)
      let start = uncertainty.isSettled ? "No rule speaks" : "So far no rule speaks"
      return StyledText(start, style) + " about " + name + ": no verdict, and no score."
    }
    return name + StyledText(lead + " ") + verdictWord(inCapitals: inCapitals)
      + StyledText(ending)
  }

  /// Why no rule speaks, no wider than the truth.
  private var silence: String {
    let touched = judgement.world.indices.filter {
      judgement.program.isRead[$0] && judgement.world[$0].isTouched
    }
    return touched.isEmpty && uncertainty.isSettled
      ? "As told, it touches nobody we serve."
      : "What is told puts no rule in play."
  }

  // MARK: What must be said first

  /// The lines of the action that the verdict does not count, before anything else.
  mutating func leftOut() {
    let dropped = judgement.action.dropped
    switch dropped.count {
    case 0: return
    case 1: page.paragraph(StyledText(Notice.leftOut(dropped[0]).text), hanging: 2)
    case let count:
      let isShort = count <= 3
      page.paragraph(
        StyledText("\(count) lines of this action were left out; ", .bold)
          + "the verdict counts none of them\(isShort ? ":" : " (why names them).")")
      if isShort {
        for line in dropped {
          page.paragraph(StyledText(Notice.line(line)), indent: 2, hanging: 4)
        }
      }
    }
    page.blank()
  }

  mutating func notices() {
    let notices = Notice.all(judgement)
    var sentences: [String] = []
    let missing = notices.filter { $0.code == .mustBeSaid }.map(\.text)
    sentences += missing.prefix(3)
    if missing.count > 3 {
      let rest = missing.count - 3
      sentences.append(
        "\(Words.count(rest, "more fact")) must be said and \(Words.verb(rest, "is", "are")) not"
          + " (why names \(Words.verb(rest, "it", "them"))).")
    }
    let unused = notices.count { $0.code == .ruleNotUsed }
    let incomplete = notices.count { $0.code == .ruleIncomplete }
    sentences += notices.filter { $0.code == .charterIncomplete || $0.code == .bothSides }
      .map(\.text)
    if unused > 0 {
      sentences.append(
        "\(Words.count(unused, "rule")) of the charter \(Words.verb(unused, "is", "are")) not used"
          + " (why names \(Words.verb(unused, "it", "them"))).")
    }
    if incomplete > 0 {
      sentences.append(
        "\(Words.count(incomplete, "rule")) of the charter \(Words.verb(incomplete, "is", "are"))"
          + " incomplete (why names \(Words.verb(incomplete, "it", "them"))).")
    }
    guard let first = sentences.first else { return }
    page.blank()
    page.block("Notice", StyledText(first))
    for sentence in sentences.dropFirst() { page.body(StyledText(sentence)) }
  }

  mutating func veto() {
    let told = vetoes.prefix(3)
    guard judgement.verdict == .vetoed else { return }
    page.blank()
    for (place, rule) in told.enumerated() {
      let name = StyledText(judgement.name(ofRule: rule), .bold)
      if place == 0 { page.block("Veto", name) } else { page.body(name) }
      page.body(StyledText(causes(rule)))
      if let reason = charter.rules[rule].reason { page.body(StyledText("because \(reason)")) }
    }
    if vetoes.count > 3 {
      let rest = vetoes.count - 3
      page.body(
        StyledText("\(Words.count(rest, "more rule")) \(Words.verb(rest, "vetoes", "veto"))."))
    }
    let pronoun = vetoes.count == 1 ? "it" : "them"
    guard let score = judgement.tally.score else {
      return page.body(StyledText("No score lifts a veto. Without \(pronoun) no rule speaks."))
    }
    let without = Evaluator(judgement.program).verdict(judgement.tally, isVetoed: false)
    page.body(
      StyledText("No score lifts a veto. Without \(pronoun): ")
        + "\(ScoreText.whole(score, bands: charter.bands)) of 100, \(without.name(in: charter)).")
  }

  /// The facts that made a rule say what it says, as the lines that say them.
  func causes(_ rule: Int) -> String {
    judgement.causes(ofRule: rule).map { facts.line($0) }.joined(separator: ", ")
  }
}
