public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// What another weight of one rule would do to the stored actions.
public enum WeighScreen {
  /// The actions whose verdict turns, each judged before and after.
  public static func trial(
    weight: Int, instead before: Int, _ pairs: [(Judgement, Judgement)], width: Int
  ) -> [StyledText] {
    let turned = pairs.filter { $0.0.verdict != $0.1.verdict }
    let what = "With weight \(weight) instead of \(before), on a copy,"
    var lines: [StyledText]
    switch (turned.count, pairs.count) {
    case (_, 0):
      lines = TextLayout.wrap("\(what) nothing turns: there is no action yet.", width: width)
    case (0, _):
      lines = TextLayout.wrap(
        "\(what) no verdict turns among \(Words.count(pairs.count, "action")).", width: width)
    case (let count, let all):
      lines = TextLayout.wrap(
        "\(what) \(count) of \(Words.count(all, "action")) \(count == 1 ? "turns" : "turn"):",
        width: width)
    }
    for (old, new) in turned {
      let text = StyledText(old.title + "  ") + outcome(old) + "  →  " + outcome(new)
      lines += TextLayout.wrap(text, width: width, first: "  ", indent: 4)
    }
    if let leftOut = LeftOutText.of(pairs.map(\.0)) {
      lines += TextLayout.wrap(leftOut, width: width)
    }
    lines += TextLayout.wrap(
      "Nothing is changed yet:  \(bold: "keep")  or  \(bold: "drop")", width: width)
    return lines
  }

  private static func outcome(_ judgement: Judgement) -> StyledText {
    let word = StyledText(
      judgement.verdict.name(in: judgement.charter),
      .verdict(judgement.verdict.tone(in: judgement.charter)))
    guard let score = judgement.tally.score, judgement.verdict != .vetoed else { return word }
    return word + StyledText(", \(ScoreText.whole(score, bands: judgement.charter.bands))")
  }
}
