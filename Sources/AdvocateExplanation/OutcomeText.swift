import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Outcomes of several actions side by side.
struct OutcomeText {
  let judgements: [Judgement]
  /// The score as told of each; `none` where no rule speaks, `vetoed` where one vetoes.
  let scores: [String]

  init(_ judgements: [Judgement]) {
    self.judgements = judgements
    let scored = judgements.filter { $0.verdict != .vetoed }.compactMap(\.tally.score)
    var texts = judgements.first.map { ScoreText.rows(scored, bands: $0.charter.bands) }?[...] ?? []
    scores = judgements.map { judgement in
      if judgement.verdict == .vetoed { return "vetoed" }
      return judgement.tally.score == nil ? "none" : texts.popFirst() ?? ""
    }
  }

  /// The verdict in few words: the first word of a band that no other band begins with.
  func word(_ place: Int) -> StyledText {
    let (verdict, charter) = (judgements[place].verdict, judgements[place].charter)
    guard case .band(let band) = verdict else { return verdict.styledName(in: charter) }
    func first(_ name: String) -> String { String(name.prefix { $0 != " " }) }
    let word = first(charter.bands[band].name)
    let isUnique = charter.bands.count { first($0.name) == word } == 1
    return isUnique && word.count >= 3
      ? StyledText(word, .verdict(verdict.tone(in: charter))) : verdict.styledName(in: charter)
  }

  /// Where the open answers can still lead, as in `67 to 77`; empty where nothing is open.
  func movement(_ place: Int) -> String {
    let judgement = judgements[place]
    let reachable = judgement.uncertainty.reachable
    var parts: [String] = []
    if let range = judgement.uncertainty.range, range.lowerBound != range.upperBound {
      parts.append(ScoreText.range(range, bands: judgement.charter.bands))
    } else if judgement.verdict == .silent || judgement.verdict == .vetoed,
      let score = judgement.uncertainty.range?.lowerBound,
      reachable.contains(where: { if case .band = $0 { true } else { false } })
    {
      parts.append(ScoreText.whole(score, bands: judgement.charter.bands))
    }
    if reachable.count > 1, reachable.contains(.silent) { parts.append("none") }
    if reachable.count > 1, reachable.contains(.vetoed) { parts.append("vetoed") }
    // What is so already is no move.
    if parts.count == 1, parts[0] == scores[place] { return "" }
    return Words.list(parts, "or")
  }

  /// Whether some range is only a bound.
  var isBound: Bool { judgements.contains { !$0.uncertainty.isExact } }

  /// Whether a veto is still possible where none holds for sure.
  var canVeto: Bool {
    judgements.contains { !$0.isVetoedForSure && $0.worst == .vetoed }
  }
}
