public import AdvocateCharter
import AdvocateDiagnostics
public import AdvocateEvaluation

/// How much of a charter some judged actions have tried, as told.
public struct Coverage: Sendable {
  /// Where a fact lies beside a number.
  public enum Side: String, Sendable, CaseIterable {
    /// Less than the number.
    case below
    /// Just the number.
    case on
    /// More than the number.
    case above
  }

  /// One thing that an action can try.
  public enum Goal: Sendable, Hashable {
    /// A rule says this.
    case way(rule: Int, Saying)
    /// A rule with veto lines vetoes, or is in play and does not.
    case veto(rule: Int, fires: Bool)
    /// The verdict is this.
    case verdict(Verdict)
    /// A fact lies on this side of a number that rules compare it with.
    case threshold(fact: Int, number: Number, Side)
  }

  /// So many of so many.
  public struct Count: Sendable, Equatable {
    /// Those that were tried.
    public var tried: Int
    /// All that there are.
    public var total: Int

    /// Creates a count.
    public init(tried: Int, total: Int) { (self.tried, self.total) = (tried, total) }

    /// The share of a hundred, rounded down; 100 where there is nothing to try.
    public var percent: Int { total == 0 ? 100 : tried * 100 / total }
  }

  /// Everything that can be tried, in the order of the charter.
  public let goals: [Goal]
  /// What was tried.
  public let tried: Set<Goal>
  /// The charter.
  public var charter: Charter { program.charter }

  let program: Program
  let surveys: [RuleSurvey]

  /// Works out what `judgements`, all by `program`, have tried.
  ///
  /// `withVerdicts`: whether verdicts count; which can be reached takes longest to find.
  public init(
    of judgements: [Judgement], by program: Program, withVerdicts: Bool = true,
    budget: AnalysisBudget = AnalysisBudget()
  ) {
    self.program = program
    surveys = RuleSurvey.all(program, budget: budget)
    var reachable: [Verdict] = []
    if withVerdicts {
      let nothing = Action(name: "", location: SourceLocation())
      reachable = Judge(program, budget: budget).judge(nothing).uncertainty.reachable
    }
    goals = Self.goals(surveys, reachable, program)
    var tried: Set<Goal> = []
    for judgement in judgements {
      tried.formUnion(
        Self.met(judgement.world, judgement.sayings, judgement.verdict, among: goals))
    }
    self.tried = tried
  }

  /// What was not tried, in the order of the charter.
  public var holes: [Goal] { goals.filter { !tried.contains($0) } }

  // MARK: - Counts

  /// The goals among which `isCounted` picks.
  public func count(_ isCounted: (Goal) -> Bool) -> Count {
    let counted = goals.filter(isCounted)
    return Count(tried: counted.count { tried.contains($0) }, total: counted.count)
  }

  /// Everything together.
  public var all: Count { count { _ in true } }

  /// The ways in which rules can speak or be neutral.
  public var ways: Count { count { if case .way = $0 { true } else { false } } }

  /// The vetoes that fired.
  public var vetoes: Count { count { if case .veto(_, fires: true) = $0 { true } else { false } } }

  /// The rules in use of which some way was tried.
  public var rules: Count {
    let untried = untriedRules.count
    return Count(tried: program.usedRules.count - untried, total: program.usedRules.count)
  }

  /// The rules in use of which no way was tried, the heaviest first, then as declared.
  public var untriedRules: [Int] {
    var seen: Set<Int> = []
    for case .way(let rule, _) in tried { seen.insert(rule) }
    return program.usedRules.filter { !seen.contains($0) }.sorted { one, other in
      let (left, right) = (charter.rules[one].weight, charter.rules[other].weight)
      return left == right ? one < other : left > right
    }
  }

  // MARK: - Goals

  private static func goals(
    _ surveys: [RuleSurvey], _ reachable: [Verdict], _ program: Program
  ) -> [Goal] {
    var goals: [Goal] = []
    var thresholds: Set<Goal> = []
    for survey in surveys {
      let rule = program.charter.rules[survey.rule]
      // Of a rule that was too large to look at everything is taken to be possible.
      let possible =
        survey.isTooLarge
        ? Set(rule.clauses.map(\.side.saying)).union([.neutral])
        : Set(survey.sayings.keys).subtracting([.notInPlay])
      goals += wayOrder.filter(possible.contains).map { .way(rule: survey.rule, $0) }
      if possible.contains(.veto) {
        goals.append(.veto(rule: survey.rule, fires: true))
        if possible.count > 1 { goals.append(.veto(rule: survey.rule, fires: false)) }
      }
      for (threshold, _) in RuleSurvey.thresholds(of: rule, in: program.charter) {
        for side in Side.allCases {
          let beside = RuleSurvey.Beside(threshold: threshold, side: side)
          guard survey.isTooLarge || survey.besides[beside] != nil else { continue }
          let goal = Goal.threshold(fact: threshold.fact, number: threshold.number, side)
          if thresholds.insert(goal).inserted { goals.append(goal) }
        }
      }
    }
    return goals + reachable.map { .verdict($0) }
  }

  /// The order in which the ways of a rule are listed.
  static let wayOrder: [Saying] = [.for, .leansFor, .neutral, .leansAgainst, .against, .veto]

  /// The goals that one world meets.
  static func met(
    _ world: [Reading], _ sayings: [Saying], _ verdict: Verdict, among goals: [Goal]
  ) -> [Goal] {
    goals.filter { goal in
      switch goal {
      case .way(let rule, let saying): return sayings[rule] == saying
      case .veto(let rule, let fires):
        return sayings[rule] != .notInPlay && (sayings[rule] == .veto) == fires
      case .verdict(let wanted): return verdict == wanted
      case .threshold(let fact, let number, let side):
        guard let held = world[fact].number else { return false }
        switch side {
        case .below: return held < number
        case .on: return held == number
        case .above: return held > number
        }
      }
    }
  }
}
