import AdvocateCharter
public import AdvocateDiagnostics
public import AdvocateEvaluation

/// Looks a charter over: what can never happen in it, what happens twice, what makes no difference.
///
/// Each rule is looked at in every world that it tells apart, so that what is found is so, and what
/// is not found is not there; where that is too much work a finding of its own says so. Thresholds
/// of computed facts are the exception: they are not asked for their effect.
public struct CharterCheck: Sendable {
  /// The findings, the gravest first, then in the order of the charter.
  public let findings: [CharterFinding]
  /// The rules in use that were looked at.
  public let ruleCount: Int
  /// Their `when` lines.
  public let lineCount: Int
  /// The facts of the charter.
  public let factCount: Int

  /// Whether nothing is wrong: remarks may remain.
  public var isClean: Bool { !findings.contains { $0.severity > .remark } }

  /// Checks the charter of `program`.
  ///
  /// `isOwn`: whether a fact declared at a place is the charter's own; what is found of
  ///   the facts of a charter that it only builds on is a remark.
  public init(
    _ program: Program, budget: AnalysisBudget = AnalysisBudget(),
    isOwn: (SourceLocation) -> Bool = { _ in true }
  ) {
    var search = CheckSearch(program, budget)
    search.run()
    search.markInherited(isOwn)
    // The search goes through the charter in order, so the order of finding is kept.
    findings =
      search.findings.filter { $0.severity > .remark }
      + search.findings.filter { $0.severity <= .remark }
    ruleCount = program.usedRules.count
    lineCount = program.usedRules.reduce(0) { $0 + program.charter.rules[$1].clauses.count }
    factCount = program.charter.facts.count
  }
}

/// The search for findings.
struct CheckSearch {
  let program: Program
  let budget: AnalysisBudget
  let surveys: [RuleSurvey]
  private(set) var findings: [CharterFinding] = []
  /// For each number that rules compare a fact with, those rules, by place among the surveys.
  let users: [RuleSurvey.Threshold: [Int]]

  /// The most pairs of rules that are compared.
  static let mostPairs = 20_000

  init(_ program: Program, _ budget: AnalysisBudget) {
    self.program = program
    self.budget = budget
    surveys = RuleSurvey.all(program, budget: budget)
    var users: [RuleSurvey.Threshold: [Int]] = [:]
    for (place, survey) in surveys.enumerated() {
      let rule = program.charter.rules[survey.rule]
      for (threshold, _) in RuleSurvey.thresholds(of: rule, in: program.charter) {
        users[threshold, default: []].append(place)
      }
    }
    self.users = users
  }

  var charter: Charter { program.charter }

  mutating func run() {
    checkVerdicts()
    checkLenses()
    checkFacts()
    let alike = earlierRulesAlike()
    for (place, survey) in surveys.enumerated() where !Interruption.isRequested {
      checkRule(survey)
      switch alike[place] {
      case .earlier(let earlier)?:
        add(.rulesSpeakAlike(rule: survey.rule, earlier: surveys[earlier].rule))
      case .notCompared?: add(.tooManyPairs(rule: survey.rule))
      case .tooLarge(let earlier)?:
        add(.pairTooLarge(rule: survey.rule, earlier: surveys[earlier].rule))
      case nil: break
      }
      checkThresholds(survey)
    }
  }

  mutating func add(_ content: CharterFinding.Content, witness: CharterCase? = nil) {
    findings.append(CharterFinding(content: content, witness: witness))
  }

  mutating func markInherited(_ isOwn: (SourceLocation) -> Bool) {
    for place in findings.indices {
      switch findings[place].content {
      case .factUnread(let fact), .levelsAlike(let fact, _):
        findings[place].isInherited = !isOwn(charter.facts[fact].location)
      default: break
      }
    }
  }

  // MARK: - The charter as a whole

  private mutating func checkVerdicts() {
    guard charter.totalWeight > 0 else { return }
    let nothing = Action(name: "", location: SourceLocation())
    let reachable = Judge(program, budget: budget).judge(nothing).uncertainty.reachable
    for band in charter.bands.indices where !reachable.contains(.band(band)) {
      add(.verdictOutOfReach(band: band))
    }
  }

  private mutating func checkLenses() {
    for lens in charter.lenses.indices {
      let isWeighed = program.usedRules.contains {
        charter.rules[$0].lens == lens && charter.rules[$0].weight > 0
      }
      if !isWeighed { add(.lensWithoutWeight(lens: lens)) }
    }
  }

  // MARK: - One rule

  private mutating func checkRule(_ survey: RuleSurvey) {
    let rule = survey.rule
    guard !survey.isTooLarge else { return add(.ruleTooLarge(rule: rule, isSampled: false)) }
    let isOpen = !survey.isExact && hasOpenEnds(survey)
    if isOpen { add(.ruleTooLarge(rule: rule, isSampled: true)) }
    let speaking = survey.sayings.keys.filter(\.speaks)
    if speaking.isEmpty {
      if survey.isExact || !mayHold(survey, survey.lines.indices.flatMap { [[$0]] }) {
        add(.ruleNeverSpeaks(rule: rule))
      }
      return
    }
    for (line, world) in survey.lines.enumerated() where world == nil {
      if survey.isExact || !mayHold(survey, [[line]]) {
        add(.lineNeverHolds(rule: rule, line: line))
      }
    }
    if let clash = survey.clashes.first {
      add(
        .bothSidesHold(
          rule: rule, pro: clash.pro, contra: clash.contra, more: survey.clashes.count - 1),
        witness: witness(of: clash, rule))
    }
    let isWeighed = charter.rules[rule].weight > 0
    if isWeighed, !isOpen, speaking.allSatisfy({ $0.halves > 0 }) {
      add(.ruleOneSided(rule: rule, isFor: true))
    } else if isWeighed, !isOpen, speaking.allSatisfy({ $0.halves < 0 }) {
      add(.ruleOneSided(rule: rule, isFor: false))
    }
  }

  private func witness(of clash: RuleSurvey.Clash, _ rule: Int) -> CharterCase? {
    let evaluator = Evaluator(program)
    let clauses = [clash.pro, clash.contra].map { charter.rules[rule].clauses[$0] }
    return CharterCase("A case for \(charter.rules[rule].name)", clash.world, program) { world in
      evaluator.saying(ofRule: rule) { world[$0] } != .notInPlay
        && clauses.allSatisfy {
          $0.tests.allSatisfy { test in evaluator.holds(test) { world[$0] } }
        }
    }
  }

  /// Whether samples left something open that stretches of numbers do not exclude.
  private func hasOpenEnds(_ survey: RuleSurvey) -> Bool {
    let clauses = charter.rules[survey.rule].clauses
    var sets = survey.lines.indices.filter { survey.lines[$0] == nil }.map { [$0] }
    for pro in clauses.indices where clauses[pro].side.saying.halves > 0 {
      for contra in clauses.indices where clauses[contra].side.isPlainlyAgainst {
        if !survey.clashes.contains(where: { $0.pro == pro && $0.contra == contra }) {
          sets.append([pro, contra])
        }
      }
    }
    return mayHold(survey, sets)
  }

  /// Whether all lines of one of `sets` may hold together, as far as stretches of numbers tell.
  private func mayHold(_ survey: RuleSurvey, _ sets: [[Int]]) -> Bool {
    sets.contains { lines in
      var own = survey.program.charter
      let tests = lines.flatMap { own.rules[0].clauses[$0].tests }
      own.rules[0].clauses = [
        Clause(side: .for, tests: tests, location: own.rules[0].location)
      ]
      let probe = Program(own)
      let world = [Reading](repeating: .untouched, count: own.facts.count)
      let open = own.facts.indices.filter {
        probe.isRead[$0] && own.facts[$0].kind?.isSaid == true
      }
      let variables = OpenVariables(
        program: probe, action: Action(name: "", location: SourceLocation()), open: open,
        world: world, budget: budget)
      let tables = RuleTables(
        evaluator: Evaluator(probe), variables: variables, world: world, sayings: [.notInPlay],
        budget: budget)
      let possible = tables.open.first?.possible ?? tables.bounded[0] ?? [tables.fixed[0] ?? .for]
      return possible.contains(.for)
    }
  }
}
