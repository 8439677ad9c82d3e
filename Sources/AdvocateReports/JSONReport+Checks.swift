public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
public import AdvocateExplanation

/// What was found in a charter, and how much of it was tried.
extension JSONReport {
  /// What `check` found.
  public static func document(_ check: CharterCheck, of charter: Charter) -> JSONValue {
    .object(
      head(charter.name) + [
        .init("clean", .bool(check.isClean)), .init("rules", .integer(check.ruleCount)),
        .init("lines", .integer(check.lineCount)), .init("facts", .integer(check.factCount)),
        .init("findings", .array(check.findings.map { finding($0.diagnostic(in: charter)) })),
      ])
  }

  /// A finding as programs read it; `witness` has lines that show it, ready to be typed.
  static func finding(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      .init("code", .integer(diagnostic.id.number)), .init("name", .string(diagnostic.id.name)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("file", .optional(diagnostic.line?.file)),
      .init("line", diagnostic.line.flatMap { $0.number > 0 ? .integer($0.number) : nil } ?? .null),
      .init(
        "text", .string(diagnostic.sentences.map(\.plain).joined(separator: " "))),
      .init("witness", .array(diagnostic.suggestions.map { .string($0) })),
    ])
  }

  /// What came of expectations, and where asked for how much of each charter they try.
  ///
  /// - Parameters:
  ///   - blocks: the blocks of all files in order.
  ///   - coverages: one for each charter, with cases that would try more.
  public static func document(
    tests blocks: [TestScreen.Block], _ coverages: [(Coverage, cases: [CoverageCase])]
  ) -> JSONValue {
    let findings = blocks.flatMap(\.findings)
    let actions = blocks.map { block in
      JSONValue.object(
        [.init("action", .string(block.judgement.action.name))]
          + (block.judgement.group.map { [.init("group", .string($0))] } ?? []) + [
            .init("passes", .bool(block.passes)), .init("readInFull", .bool(!block.isIncomplete)),
            .init("expectations", .array(block.findings.map(expectation))),
          ])
    }
    return .object([
      .init("schema", .integer(schemaVersion)),
      .init("hold", .integer(findings.count(where: \.holds))),
      .init("fail", .integer(findings.count { !$0.holds })), .init("actions", .array(actions)),
      .init("coverage", .array(coverages.map { document($0.0, cases: $0.cases) })),
    ])
  }

  private static func expectation(_ finding: TestScreen.Finding) -> JSONValue {
    let location = finding.expectation.location
    return .object([
      .init("expected", .string(finding.expectation.text)),
      .init("found", finding.holds ? .null : .string(finding.found)),
      .init("holds", .bool(finding.holds)), .init("file", .optional(location.file)),
      .init("line", location.line > 0 ? .integer(location.line) : .null),
    ])
  }

  /// How much of a charter its `expect` blocks try, what they do not, and cases that would.
  ///
  /// - Parameters:
  ///   - coverage: what was tried.
  ///   - cases: actions that would try more.
  public static func document(_ coverage: Coverage, cases: [CoverageCase]) -> JSONValue {
    let charter = coverage.charter
    func count(_ count: Coverage.Count) -> JSONValue {
      .object([
        .init("tried", .integer(count.tried)), .init("total", .integer(count.total)),
        .init("percent", .integer(count.percent)),
      ])
    }
    return .object(
      head(charter.name) + [
        .init("all", count(coverage.all)), .init("rules", count(coverage.rules)),
        .init("ways", count(coverage.ways)), .init("vetoes", count(coverage.vetoes)),
        .init(
          "untriedRules", .array(coverage.untriedRules.map { .string(charter.rules[$0].name) })),
        .init("holes", .array(coverage.holes.map { hole($0, charter) })),
        .init(
          "cases", .array(cases.map { .array($0.lines(in: charter).map { .string($0) }) })),
      ])
  }

  private static func hole(_ goal: Coverage.Goal, _ charter: Charter) -> JSONValue {
    func ruleMembers(_ rule: Int, _ says: String) -> [JSONValue.Member] {
      let location = charter.rules[rule].location
      return [
        .init("rule", .string(charter.rules[rule].name)), .init("says", .string(says)),
        .init("file", .optional(location.file)),
        .init("line", location.line > 0 ? .integer(location.line) : .null),
      ]
    }
    switch goal {
    case .way(let rule, let saying): return .object(ruleMembers(rule, saying.words))
    case .veto(let rule, let fires): return .object(ruleMembers(rule, fires ? "veto" : "no veto"))
    case .verdict(let verdict): return .object([.init("verdict", .string(word(verdict, charter)))])
    case .threshold(let fact, let number, let side):
      return .object([
        .init("fact", .string(charter.facts[fact].name)),
        .init("value", .string(charter.text(of: .number(number), ofFact: fact))),
        .init("side", .string(side.rawValue)),
      ])
    }
  }
}
