import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension VerdictPage {
  /// The most groups that have a line below a verdict.
  private static let mostGroups = 8

  /// What it is to the other groups, the worst-off first, and which way to look at them all.
  mutating func groups() {
    let others = judgement.otherGroups
    guard !others.isEmpty, let group = judgement.group else { return }
    page.blank()
    page.block(
      "Groups",
      "Shown for " + StyledText(group, .bold)
        + StyledText(", the worst-off of \(others.count + 1) groups. The others:"))
    let words = GroupWords(worst: judgement)
    for other in others.prefix(Self.mostGroups) { page.body(words.line(other)) }
    if others.count > Self.mostGroups {
      page.body(StyledText("And \(Words.count(others.count - Self.mostGroups, "more group"))."))
    }
    page.invitation("Side by side:", "look groups")
  }
}

/// What an action is to one group of customers beside the worst-off.
struct GroupWords {
  let worst: Judgement

  /// The group, its verdict and score, and where it is furthest from the worst-off.
  func line(_ other: Judgement) -> StyledText {
    let text = StyledText(other.group ?? "") + ": " + ViewWords(other).outcome
    guard let rule = apart(other) else { return text + ". Every rule says the same." }
    return text
      + StyledText(
        ". Most apart: \(other.name(ofRule: rule)) (\(says(rule, other)); above, "
          + "\(says(rule, worst))).")
  }

  /// The rule that says most to one that it does not say to the other, a veto before all points.
  func apart(_ other: Judgement) -> Int? {
    func key(_ rule: Int) -> (Int, Int) {
      let vetoes = (worst.sayings[rule] == .veto) != (other.sayings[rule] == .veto)
      return (vetoes ? 1 : 0, abs(worst.halfPoints(ofRule: rule) - other.halfPoints(ofRule: rule)))
    }
    let differing = worst.program.usedRules.filter { key($0) > (0, 0) }
    return differing.max { key($0) == key($1) ? $0 > $1 : key($0) < key($1) }
  }

  private func says(_ rule: Int, _ judgement: Judgement) -> String {
    let points = ScoreText.points(halves: abs(judgement.halfPoints(ofRule: rule)))
    return switch judgement.sayings[rule] {
    case .notInPlay: "not in play"
    case .neutral: "neither"
    case .for: "for \(points)"
    case .leansFor: "leans for \(points)"
    case .against: "against \(points)"
    case .leansAgainst: "leans against \(points)"
    case .veto: "a veto"
    }
  }
}
