public import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// How much of a charter the expectations of some files have tried.
public enum CoverageScreen {
  /// Two lines: how much was tried, and the heaviest rules that were not.
  public static func summary(_ coverage: Coverage, width: Int) -> [StyledText] {
    let (rules, ways, vetoes) = (coverage.rules, coverage.ways, coverage.vetoes)
    let ofVetoes = vetoes.total == 0 ? "" : "; \(part(vetoes, "veto", "vetoes"))"
    let text =
      "Tried so far: \(part(rules, "rule", "rules")), in \(ways.tried) of their \(ways.total) "
      + "ways\(ofVetoes)."
    return TextLayout.wrap(StyledText(text), width: width) + heaviest(coverage, width: width)
  }

  private static func part(_ count: Coverage.Count, _ one: String, _ many: String) -> String {
    "\(count.tried) of \(count.total) \(count.total == 1 ? one : many)"
  }

  private static func heaviest(_ coverage: Coverage, width: Int) -> [StyledText] {
    let names = coverage.untriedRules.prefix(2).map { coverage.charter.rules[$0].name }
    guard !names.isEmpty else { return [] }
    let text = "The heaviest not tried: \(names.joined(separator: ", "))."
    return TextLayout.wrap(StyledText(text), width: width)
  }

  /// The counts, what is missing with its lines, and cases that would fill holes.
  public static func render(
    _ coverage: Coverage, cases: [CoverageCase], width: Int
  ) -> [StyledText] {
    var page = Page(width: width)
    let rules = coverage.rules
    page.paragraph(
      "\(bold: "Coverage") of \(coverage.charter.name): \(part(rules, "rule", "rules")) tried, "
        + StyledText("\(rules.percent)%"))
    addCounts(coverage, &page)
    for line in heaviest(coverage, width: width) { page.paragraph(line) }
    addHoles(coverage, &page)
    guard !cases.isEmpty else { return page.lines }
    page.blank()
    page.paragraph(
      "\(bold: "To paste"): each tries something new; the expectation says what is so today.")
    for made in cases {
      page.blank()
      for line in made.lines(in: coverage.charter) {
        let indent = line.prefix { $0 == " " }.count
        page.paragraph(
          StyledText(String(line.dropFirst(indent))), indent: indent, hanging: indent + 2)
      }
    }
    return page.lines
  }

  private static func addCounts(_ coverage: Coverage, _ page: inout Page) {
    let rows: [(String, Coverage.Count)] = [
      ("ways of the rules", coverage.ways),
      ("vetoes fired", coverage.vetoes),
      ("vetoes not fired", coverage.count(isVetoHeld)), ("verdicts", coverage.count(isVerdict)),
      ("sides of numbers", coverage.count(isThreshold)), ("together", coverage.all),
    ].filter { $0.1.total > 0 }
    let wide = rows.map { String($0.1.total).count }.max() ?? 1
    for (label, count) in rows {
      let figures =
        TextLayout.padLeft(String(count.tried), to: wide) + " of "
        + TextLayout.padLeft(String(count.total), to: wide)
      page.drawn(
        TextLayout.padRight("  " + label, to: 20) + figures
          + TextLayout.padLeft("\(count.percent)%", to: 6))
    }
  }

  private static func isVetoHeld(_ goal: Coverage.Goal) -> Bool {
    if case .veto(_, fires: false) = goal { true } else { false }
  }

  private static func isVerdict(_ goal: Coverage.Goal) -> Bool {
    if case .verdict = goal { true } else { false }
  }

  private static func isThreshold(_ goal: Coverage.Goal) -> Bool {
    if case .threshold = goal { true } else { false }
  }

  // MARK: - Holes

  private static func addHoles(_ coverage: Coverage, _ page: inout Page) {
    let charter = coverage.charter
    let holes = coverage.holes
    guard !holes.isEmpty else { return }
    page.blank()
    page.paragraph("\(bold: "Not tried") (with the lines in which it stands)")
    for rule in charter.rules.indices {
      let missing = holes.compactMap { words($0, ofRule: rule, charter) }
      guard !missing.isEmpty else { continue }
      let place = charter.rules[rule].location
      page.paragraph(
        "\(place.file ?? "charter"):\(place.line) \(charter.rules[rule].name): "
          + StyledText(missing.joined(separator: ", ")), indent: 2, hanging: 4)
    }
    var sides: [(name: String, sides: [String])] = []
    for case .threshold(let fact, let number, let side) in holes {
      let value = charter.text(of: .number(number), ofFact: fact)
      let name = "\(charter.facts[fact].name) beside \(value)"
      if sides.last?.name == name {
        sides[sides.count - 1].sides.append(side.rawValue)
      } else {
        sides.append((name, [side.rawValue]))
      }
    }
    for (name, sides) in sides {
      page.paragraph(
        StyledText("\(name): \(sides.joined(separator: ", "))"), indent: 2, hanging: 4)
    }
    let verdicts = holes.compactMap { goal -> String? in
      if case .verdict(let verdict) = goal { verdict.name(in: charter) } else { nil }
    }
    if !verdicts.isEmpty {
      page.paragraph(
        StyledText("verdicts: \(verdicts.joined(separator: ", "))"), indent: 2, hanging: 4)
    }
  }

  /// What is missing of the rule at `rule`, with the number of the line that says it.
  private static func words(
    _ goal: Coverage.Goal, ofRule rule: Int, _ charter: Charter
  ) -> String? {
    switch goal {
    case .way(rule, let saying):
      let line = charter.rules[rule].clauses.first { $0.side.saying == saying }?.location.line
      return line.map { "\(saying.words) (\($0))" } ?? saying.words
    case .veto(rule, fires: false): return "no veto"
    default: return nil
    }
  }
}
