public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

extension WeighScreen {
  /// How much the verdict leans on the weights, and which rules turn it: what `weigh` answers.
  public static func rules(_ judgement: Judgement, width: Int) -> [StyledText] {
    var page = WeightsPage(judgement, width: width)
    guard let agreement = judgement.agreement, judgement.verdict != .vetoed else {
      return page.withoutWeights()
    }
    page.headline(SureText.ways(agreement, verb: "agree", ofAll: "agrees"))
    page.turningRules()
    return page.finish()
  }

  /// The same over all weightings whatsoever, by verdict: what `weigh freely` answers.
  public static func freely(_ judgement: Judgement, width: Int) -> [StyledText] {
    var page = WeightsPage(judgement, width: width)
    guard let free = judgement.freeAgreement, let agreement = judgement.agreement else {
      return page.withoutWeights()
    }
    let rules =
      free.agreement.ruleCount == 1 ? "its only rule" : "its \(free.agreement.ruleCount) rules"
    page.headline(
      free.agreement.isUnanimous
        ? "all weightings of \(rules) agree"
        : "\(SureText.share(free.agreement)) weightings of \(rules) agree")
    page.verdicts(free)
    page.page.paragraph(
      "A rule may weigh anything here, from nothing to all there is, every mixture alike.")
    // What all weightings agree on, those from 1 to 5 do.
    if !free.agreement.isUnanimous {
      let ways = SureText.ways(agreement, verb: "agree", ofAll: "agrees")
      page.page.paragraph(StyledText("With weights from 1 to 5, \(ways) (weigh)."))
    }
    return page.finish()
  }
}

private struct WeightsPage {
  let judgement: Judgement
  var page: Page

  init(_ judgement: Judgement, width: Int) {
    self.judgement = judgement
    page = Page(width: width)
  }

  private var charter: Charter { judgement.charter }
  private var name: StyledText { StyledText(judgement.title, .bold) }
  private var lead: String { judgement.uncertainty.isSettled ? " is " : " is, as told so far, " }

  /// The sentence where no weight can matter.
  mutating func withoutWeights() -> [StyledText] {
    if judgement.verdict == .vetoed {
      let word = judgement.verdict.styledName(in: charter)
      page.paragraph(name + StyledText(lead) + word + ": no weight changes a veto.", hanging: 2)
    } else {
      let start = judgement.uncertainty.isSettled ? "No rule speaks" : "So far no rule speaks"
      page.paragraph(
        StyledText(start, .bold) + " about " + name + ": there is nothing to weigh.", hanging: 2)
    }
    return finish()
  }

  /// The lines, the last of which tells what is not counted.
  mutating func finish() -> [StyledText] {
    page.leftOut([judgement])
    return page.lines
  }

  /// The verdict as told and its score, and how many agree.
  mutating func headline(_ agreement: String) {
    var text = name + StyledText(lead) + judgement.verdict.styledName(in: charter)
    if let score = judgement.tally.score {
      text += StyledText(", \(ScoreText.whole(score, bands: charter.bands))")
    }
    page.paragraph(text + StyledText(": \(agreement)."), hanging: 2)
  }

  // MARK: The rules that turn it

  /// The rules that turn the verdict, the nearest first, and the others as a count.
  mutating func turningRules() {
    let rules = judgement.weighedRules
    let turning = rules.compactMap { rule in
      judgement.tippingWeight(ofRule: rule).map { (rule: rule, tipping: $0) }
    }.sorted { one, other in
      let (near, far) = (distance(one.rule, one.tipping), distance(other.rule, other.tipping))
      if near != far { return near < far }
      let (low, high) = (one.tipping.weight, other.tipping.weight)
      return low == high ? one.rule < other.rule : low < high
    }
    rows(turning)
    let rest = rules.count - turning.count
    let others =
      turning.isEmpty
      ? rules.count == 1
        ? "No other weight of it turns the verdict. "
        : "No weight of one rule alone turns the verdict. "
      : rest == 0
        ? ""
        : rest == 1
          ? "No weight of the other rule turns it. "
          : "No weight of the \(rest) other rules turns it. "
    page.paragraph(StyledText("\(others)Weights run from 1 to 5."))
  }

  private func distance(_ rule: Int, _ tipping: TippingWeight) -> Number {
    (tipping.weight - Number(charter.rules[rule].weight)).magnitude
  }

  private mutating func rows(_ turning: [(rule: Int, tipping: TippingWeight)]) {
    guard !turning.isEmpty else { return }
    let weights = turning.map { TippingText.weights($0.tipping) }
    let weightColumn = page.width * 2 / 5
    let turnColumn = weightColumn + 9
    let verdictColumn = turnColumn + (weights.map { TextWidth.of($0) }.max() ?? 0) + 3
    if page.isWide {
      page.columns([("weight", weightColumn), ("the verdict turns", turnColumn)])
    }
    for ((rule, tipping), weights) in zip(turning, weights) {
      let name = StyledText(judgement.name(ofRule: rule))
      let now = String(charter.rules[rule].weight)
      let verdict =
        (tipping.verdict == .silent ? "" : "to ") + tipping.verdict.styledName(in: charter)
      guard page.isWide else {
        page.paragraph(name + StyledText(", weight \(now)"), hanging: 2)
        page.paragraph(StyledText("\(weights), ") + verdict, indent: 2, hanging: 4)
        continue
      }
      // Where little room is left, the verdict follows on the weights.
      let turns =
        verdictColumn + 16 <= page.width
        ? [(StyledText(weights), turnColumn), (verdict, verdictColumn)]
        : [(StyledText("\(weights), ") + verdict, turnColumn)]
      page.columns([(name, 0), (StyledText(now), weightColumn + 3)] + turns)
    }
  }

  // MARK: All weightings

  /// The share of the weightings that ends in each band.
  mutating func verdicts(_ free: FreeAgreement) {
    let count = free.agreement.ruleCount
    for (place, share) in free.shares.enumerated() {
      let verdict = Verdict.band(place).styledName(in: charter)
      let text = SureText.share(
        Agreement(share: share, isUnanimous: share == 1, ruleCount: count))
      if page.isWide {
        page.columns([(verdict, 2), (StyledText(text), page.width * 2 / 5)])
      } else {
        page.paragraph(verdict + StyledText(": \(text)"), indent: 2, hanging: 4)
      }
    }
  }
}
