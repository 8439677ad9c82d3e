public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics

/// The sentence below an answer that does not count every line of the actions it shows.
public enum LeftOutText {
  /// How many actions are named.
  private static let mostNames = 3

  /// The sentence for the actions of `judgements`; nil where every line of them counts.
  public static func of(_ judgements: [Judgement]) -> StyledText? {
    let lacking = judgements.filter { !$0.action.dropped.isEmpty }
    let count = lacking.reduce(0) { $0 + $1.action.dropped.count }
    guard let first = lacking.first else { return nil }
    let lines = Words.count(count, "line")
    let were = Words.verb(count, "was", "were")
    let named = Words.verb(count, "names it", "names them")
    guard lacking.count > 1 else {
      return """
        \(bold: "\(lines) of \(first.title)") \(were) left out and not counted here; \
        \(bold: "why \(first.action.name)") \(named).
        """
    }
    let rest = lacking.count - mostNames
    var names = lacking.prefix(rest > 0 ? mostNames : lacking.count).map(\.title)
    if rest > 0 { names.append(Words.count(rest, "other action")) }
    return """
      \(bold: "\(lines) of \(Words.list(names))") \(were) left out and not counted here; \
      \(bold: "why \(first.action.name)") names those of the first.
      """
  }
}

extension View {
  /// Says which of its actions have lines that do not count.
  public mutating func sayLeftOut(_ judgements: [Judgement]) {
    if let text = LeftOutText.of(judgements) { say(text) }
  }

  /// Says below an answer about several actions what stands behind their names, and what does not.
  public mutating func sayFoot(_ judgements: [Judgement]) {
    if let groups = GroupText.several(judgements) { say(groups) }
    sayLeftOut(judgements)
  }
}

extension Page {
  /// Says which of the actions that it shows have lines that do not count.
  mutating func leftOut(_ judgements: [Judgement]) {
    if let text = LeftOutText.of(judgements) { paragraph(text) }
  }

  /// Says below an answer about several actions what stands behind their names, and what does not.
  mutating func foot(_ judgements: [Judgement]) {
    if let groups = GroupText.several(judgements) { paragraph(groups) }
    leftOut(judgements)
  }
}
