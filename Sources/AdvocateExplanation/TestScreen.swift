public import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// What came of the expectations of one file.
public enum TestScreen {
  /// One expectation and what was found.
  public struct Finding: Sendable {
    /// What was expected.
    public var expectation: Expectation
    /// Whether it holds.
    public var holds: Bool
    /// What is so instead, in the form of the expectation.
    public var found: String

    /// Checks `expectation` of `judgement`; `other` is the action that it is compared with.
    public init(_ expectation: Expectation, of judgement: Judgement, other: Judgement?) {
      self.expectation = expectation
      holds = ExpectationCheck.holds(expectation, of: judgement, other: other)
      found = ExpectationText.found(expectation, judgement, other: other)
    }
  }

  /// One block of expectations and what was found.
  public struct Block: Sendable {
    /// The action.
    public var judgement: Judgement
    /// The expectations in order.
    public var findings: [Finding]
    /// Whether a line of the block could not be read.
    public var isIncomplete: Bool

    /// Creates a block.
    public init(judgement: Judgement, findings: [Finding], isIncomplete: Bool) {
      self.judgement = judgement
      self.findings = findings
      self.isIncomplete = isIncomplete
    }

    /// Whether all that was expected holds, and all could be read.
    public var passes: Bool { !isIncomplete && findings.allSatisfy(\.holds) }
  }

  /// A line for each block, and each failure at length.
  public static func render(_ blocks: [Block], width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    let names = blocks.map { TextWidth.of($0.judgement.title) }
    let room = min(names.max() ?? 0, max(12, width - 24))
    for block in blocks {
      let held = block.findings.count(where: \.holds)
      let count = "\(held) of \(block.findings.count)"
      let word: StyledText = block.passes ? "passed" : .bold("FAILED")
      var text = word + "  " + StyledText(block.judgement.title)
      if TextWidth.of(block.judgement.title) <= room, width >= 60 {
        text = TextLayout.pad(text, to: 8 + room) + "  " + StyledText(count)
      } else {
        text += ", \(count)"
      }
      if block.isIncomplete { text += ", and a line that could not be read" }
      lines += TextLayout.wrap(text, width: width, indent: 8)
      for finding in block.findings where !finding.holds {
        lines += failure(finding, block, width: width)
      }
    }
    return lines
  }

  private static func failure(_ finding: Finding, _ block: Block, width: Int) -> [StyledText] {
    let place = finding.expectation.location
    var lines = TextLayout.wrap(
      StyledText("\(place.file ?? "standard input"), line \(place.line)"), width: width,
      first: "  ", indent: 2)
    let column = min(
      max(TextWidth.of(finding.expectation.text), TextWidth.of(finding.found)) + 4, width - 10)
    for (text, word) in [(finding.expectation.text, "expected"), (finding.found, "found")] {
      let padded = TextLayout.pad(StyledText("    " + text), to: column + 2)
      let line: StyledText = padded + "  " + StyledText(word)
      lines += TextLayout.wrap(line, width: width, indent: 6)
    }
    if case .verdict = finding.expectation.content {
      lines += cause(block.judgement, width: width)
    }
    return lines
  }

  /// The rules that weigh most, on both sides.
  private static func cause(_ judgement: Judgement, width: Int) -> [StyledText] {
    func side(_ word: String, _ isOwn: (Int) -> Bool) -> String? {
      let rules = judgement.speakers.filter { isOwn(judgement.halfPoints(ofRule: $0)) }
      guard !rules.isEmpty else { return nil }
      let names = rules.map { rule in
        let points = ScoreText.points(halves: abs(judgement.halfPoints(ofRule: rule)))
        return "\(judgement.charter.rules[rule].name) \(points)"
      }
      let rest = names.count - 3
      let more = rest > 0 ? ", and \(Words.count(rest, "more rule"))" : ""
      return "\(word): \(names.prefix(3).joined(separator: ", "))\(more)."
    }
    let sides = [side("Against") { $0 < 0 }, side("For") { $0 > 0 }].compactMap(\.self)
    return sides.flatMap {
      TextLayout.wrap(StyledText($0), width: width, first: "    ", indent: 4)
    }
  }

  /// The last line: how many expectations there were, and how many hold.
  public static func summary(_ blocks: [Block]) -> StyledText {
    let findings = blocks.flatMap(\.findings)
    let failed = findings.count { !$0.holds }
    let count = "\(Words.count(blocks.count, "action")), \(Words.count(findings.count, "line"))"
    guard failed > 0 else { return StyledText("\(count): all hold.") }
    return StyledText("\(count): \(findings.count - failed) hold, ") + .bold("\(failed) failed")
      + "."
  }
}
