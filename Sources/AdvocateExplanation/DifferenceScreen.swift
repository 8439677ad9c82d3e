public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// What changes when one charter takes the place of another.
public enum DifferenceScreen {
  /// The lines that show `difference` in `width` columns.
  ///
  /// - Parameters:
  ///   - difference: what was found.
  ///   - before: what the charter before is called.
  ///   - after: what the charter after is called.
  ///   - width: the columns that lines may take.
  public static func render(
    _ difference: CharterDifference, before: String, after: String, width: Int
  ) -> [StyledText] {
    var screen = DifferencePage(difference, before, after, width: width)
    screen.heading()
    screen.changes()
    screen.page.blank()
    screen.answer()
    return screen.page.lines
  }
}

private struct DifferencePage {
  /// The most actions that are shown by name.
  private static let mostShown = 20

  let difference: CharterDifference
  let before: String
  let after: String
  var page: Page

  init(_ difference: CharterDifference, _ before: String, _ after: String, width: Int) {
    self.difference = difference
    self.before = before
    self.after = after
    page = Page(width: width)
  }

  mutating func heading() {
    let (count, all) = (difference.changes.count, difference.judged)
    let names: StyledText = "From \(bold: before) to \(bold: after)"
    if all == 0 {
      page.paragraph(names + ": there is no action here to judge by both.")
    } else if count == 0 {
      page.paragraph(
        names + StyledText(", no verdict changes among \(Words.count(all, "action")), as told."))
    } else {
      let verb = Words.verb(count, "changes its verdict", "change their verdicts")
      page.paragraph(
        names + StyledText(", \(count) of \(Words.count(all, "action")) \(verb), as told:"))
    }
  }

  mutating func changes() {
    let lost = difference.changes.count(where: \.losesVeto)
    if lost > 0 {
      page.paragraph(
        "\(bold: Words.count(lost, "veto")) no longer \(Words.verb(lost, "holds", "hold"))")
    }
    for (place, change) in difference.changes.prefix(Self.mostShown).enumerated() {
      if place == lost, lost > 0 { page.paragraph(.bold("Other changes")) }
      page.paragraph(
        StyledText(change.before.title + "  ") + outcome(change), indent: 2, hanging: 4)
    }
    if difference.changes.count > Self.mostShown {
      page.paragraph(
        StyledText("and \(difference.changes.count - Self.mostShown) more"), indent: 2)
    }
    let misfits = difference.misfits.count
    if misfits > 0 {
      page.paragraph(
        StyledText(
          "Some lines of \(Words.count(misfits, "action")) fit only one of the two, and count as "
            + "not said by the other."))
    }
  }

  private func outcome(_ change: CharterDifference.Change) -> StyledText {
    outcome(change.before) + "  →  " + outcome(change.after)
  }

  private func outcome(_ judgement: Judgement) -> StyledText {
    let word = judgement.verdict.styledName(in: judgement.charter)
    guard case .band = judgement.verdict, let score = judgement.tally.score else { return word }
    return word + StyledText(", \(ScoreText.whole(score, bands: judgement.charter.bands))")
  }

  // MARK: - Any action at all

  mutating func answer() {
    switch difference.answer {
    case .same:
      page.paragraph("No action can tell them apart: whatever is said, both give one verdict.")
    case .witness(let change):
      page.paragraph(
        StyledText("This action tells them apart: ") + outcome(change) + ".")
      witness(change)
    case .noneFound(let tried, let seed):
      page.paragraph(
        StyledText(
          "None found among \(Words.count(tried, "action")) tried (from seed \(seed)) that tells "
            + "them apart. There may be one: more could not be worked out."))
    case .notComparable(let facts):
      let names = Words.some(facts, 5, noun: "fact", hint: "list facts names")
      page.paragraph(
        StyledText(
          "Whether any other action changes its verdict is not known, since not every line fits "
            + "both: \(names) \(Words.verb(facts.count, "holds", "hold")) something else in each."))
    }
  }

  private mutating func witness(_ change: CharterDifference.Change) {
    let old = lines(change.before)
    let new = lines(change.after)
    page.paragraph(StyledText("action \(change.before.action.name)"), indent: 2, hanging: 6)
    for line in old + new.filter({ !old.contains($0) }) {
      page.paragraph(StyledText(line), indent: 4, hanging: 6)
    }
    page.paragraph("the rest is untouched", indent: 4)
    for (lines, others, name) in [(old, new, before), (new, old, after)] {
      for line in lines where !others.contains(line) {
        page.paragraph(StyledText("Only \(name) knows the line:  \(line)"))
      }
    }
  }

  private func lines(_ judgement: Judgement) -> [String] {
    judgement.action.statements.map { judgement.charter.text(of: $0) }
  }
}
