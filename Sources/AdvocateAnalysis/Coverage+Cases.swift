public import AdvocateCharter
import AdvocateEvaluation

/// A case made up to try what no action has tried.
public struct CoverageCase: Sendable {
  /// The action.
  public var action: CharterCase
  /// What it was made for.
  public var goal: Coverage.Goal
  /// What is so of it, as a line of an `expect` block.
  public var expectation: String

  /// The lines to paste: the action, and what to expect of it.
  public func lines(in charter: Charter) -> [String] {
    action.lines(in: charter) + ["expect \(action.action.name)", "  \(expectation)"]
  }
}

extension Coverage {
  /// Up to `limit` cases that try what was not tried, those for heavy rules first.
  ///
  /// Each touches as few facts as it can, is judged again by the whole charter, and tries something
  /// that those before it do not.
  public func cases(limit: Int = 10) -> [CoverageCase] {
    var cases: [CoverageCase] = []
    var filled: Set<Goal> = []
    let evaluator = Evaluator(program)
    for goal in orderedHoles {
      guard cases.count < limit else { break }
      guard !filled.contains(goal), let world = world(for: goal) else { continue }
      func met(_ world: [Reading]) -> [Goal] {
        let (sayings, _, verdict) = evaluator.judge(world)
        return Self.met(world, sayings, verdict, among: goals)
      }
      let made = CharterCase(name(of: goal), world, program) { met($0).contains(goal) }
      guard let made else { continue }
      let told = evaluator.worldAsTold(by: made.action)
      let (sayings, _, verdict) = evaluator.judge(told)
      filled.formUnion(Self.met(told, sayings, verdict, among: goals))
      cases.append(
        CoverageCase(
          action: made, goal: goal, expectation: expectation(goal, sayings, verdict)))
    }
    return cases
  }

  /// Verdicts first, then vetoes, then one way of each rule, of rules not tried at all and of heavy
  /// ones first, then a second of each, then numbers.
  private var orderedHoles: [Goal] {
    let untried = Set(untriedRules)
    var ranks: [Int: Int] = [:]
    var keyed: [(key: [Int], goal: Goal)] = []
    for (place, goal) in holes.enumerated() {
      switch goal {
      case .verdict: keyed.append(([0, place], goal))
      case .veto(let rule, let fires):
        keyed.append(([fires ? 1 : 3, -charter.rules[rule].weight, place], goal))
      case .way(let rule, let saying):
        // Neutral tells least, so it comes after the ways that speak.
        let rank = saying == .neutral ? Self.wayOrder.count : ranks[rule, default: 0]
        if saying != .neutral { ranks[rule] = rank + 1 }
        keyed.append(
          ([2, rank, untried.contains(rule) ? 0 : 1, -charter.rules[rule].weight, place], goal))
      case .threshold: keyed.append(([4, place], goal))
      }
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.goal)
  }

  /// A world that meets `goal`, with few facts touched; nil where none is at hand.
  private func world(for goal: Goal) -> [Reading]? {
    func survey(_ rule: Int) -> RuleSurvey? { surveys.first { $0.rule == rule } }
    switch goal {
    case .way(let rule, let saying): return survey(rule)?.sayings[saying]
    case .veto(let rule, fires: true): return survey(rule)?.sayings[.veto]
    case .veto(let rule, fires: false):
      let sayings = survey(rule)?.sayings ?? [:]
      return Self.wayOrder.filter { $0 != .veto }.lazy.compactMap { sayings[$0] }.first
    case .threshold(let fact, let number, let side):
      let beside = RuleSurvey.Beside(threshold: .init(fact: fact, number: number), side: side)
      return surveys.lazy.compactMap { $0.besides[beside] }.first
    case .verdict(let verdict):
      let nothing = [Reading](repeating: .untouched, count: charter.facts.count)
      let evaluator = Evaluator(program)
      let worlds = surveys.flatMap { survey in
        Saying.allCases.compactMap { survey.sayings[$0] }
      }
      return ([nothing] + worlds).first { evaluator.judge($0).verdict == verdict }
    }
  }

  // MARK: - Words that are lines

  private func name(of goal: Goal) -> String {
    switch goal {
    case .way(let rule, let saying): "A case for \(charter.rules[rule].name), \(saying.words)"
    case .veto(let rule, let fires):
      "A case for \(charter.rules[rule].name), \(fires ? "veto" : "no veto")"
    case .verdict(let verdict): "A case for the verdict \(verdict.name(in: charter))"
    case .threshold(let fact, let number, let side):
      "A case of \(charter.facts[fact].name), \(side.rawValue) "
        + charter.text(of: .number(number), ofFact: fact)
    }
  }

  private func expectation(_ goal: Goal, _ sayings: [Saying], _ verdict: Verdict) -> String {
    switch goal {
    case .way(let rule, _), .veto(let rule, _):
      let name = charter.rules[rule].name
      return switch sayings[rule] {
      case .for, .leansFor: "for \(name)"
      case .against, .leansAgainst: "against \(name)"
      case .veto: "vetoed by \(name)"
      case .neutral, .notInPlay: "neutral \(name)"
      }
    case .verdict, .threshold:
      return "verdict is \(verdict == .silent ? "silent" : verdict.name(in: charter))"
    }
  }
}
