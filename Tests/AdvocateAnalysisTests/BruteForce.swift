import AdvocateCharter
import AdvocateEvaluation

/// What open answers still allow, found by judging every completion.
struct BruteForce {
  /// What is said of the facts, without open answers.
  let told: BruteWorld.Outcome
  /// The lowest and the highest score, as the halves and the weight that they are made of.
  private(set) var lowest: Score?
  private(set) var highest: Score?
  /// The share of the answers by verdict; the keys are all verdicts that some completion reaches.
  private(set) var shares: [Verdict: Double] = [:]
  /// What each rule says in some completion.
  private(set) var sayings: [Set<Saying>]
  /// Whether the completions are only samples.
  let isSampled: Bool
  /// The number of completions.
  let count: Int

  /// Judges every completion of `action`; nil when there are more than `limit`.
  init?(_ action: Action, by charter: Charter, limit: Int) {
    let completions = Completions(action, by: charter)
    guard completions.count <= Double(limit) else { return nil }
    count = Int(completions.count)
    isSampled = completions.isSampled
    told = completions.brute.judge(completions.told)
    sayings = Array(repeating: [], count: charter.rules.count)
    completions.forEach { world, mass in take(completions.brute.judge(world), mass) }
  }

  private mutating func take(_ outcome: BruteWorld.Outcome, _ mass: Double) {
    shares[outcome.verdict, default: 0] += mass
    for (rule, saying) in outcome.sayings.enumerated() { sayings[rule].insert(saying) }
    guard outcome.inPlay > 0 else { return }
    let score = Score(
      balance: outcome.halvesFor - outcome.halvesAgainst, inPlay: outcome.inPlay)
    if lowest.map({ Self.isLess(score, $0) }) ?? true { lowest = score }
    if highest.map({ Self.isLess($0, score) }) ?? true { highest = score }
  }

  static func isLess(_ one: Score, _ other: Score) -> Bool {
    one.balance * other.inPlay < other.balance * one.inPlay
  }

  /// The rules that do not say the same in all completions.
  var openRules: [Int] { sayings.indices.filter { sayings[$0].count > 1 } }

  /// The open rules that veto in some completion.
  var possibleVetoes: [Int] { openRules.filter { sayings[$0].contains(.veto) } }
}
