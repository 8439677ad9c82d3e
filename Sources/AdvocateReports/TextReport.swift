public import AdvocateAnalysis
public import AdvocateDiagnostics
public import AdvocateExplanation

/// Judged actions as text for people, one after another.
public enum TextReport {
  /// The lines about `judgements` in `width` columns, parted by empty lines.
  ///
  /// With `explain` none each action has one sentence, and no empty lines part them.
  public static func render(
    _ judgements: [Judgement], outlook: (Judgement) -> Outlook? = { _ in nil }, width: Int,
    explain: ExplainLevel = .full
  ) -> [StyledText] {
    var lines: [StyledText] = []
    for (place, judgement) in judgements.enumerated() {
      if place > 0, explain != .none { lines.append(StyledText()) }
      lines += VerdictScreen.render(
        judgement, outlook: explain == .none ? nil : outlook(judgement), width: width,
        depth: explain.depth)
    }
    return lines
  }
}

extension ExplainLevel {
  /// How much of a verdict's screen is told at this level.
  public var depth: VerdictScreen.Depth {
    switch self {
    case .none: .sentence
    case .short: .short
    case .full: .full
    }
  }
}
