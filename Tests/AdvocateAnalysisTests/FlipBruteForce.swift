import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// The smallest changes that lead to a verdict, found by trying all of them.
final class FlipBruteForce {
  typealias Candidate = FlipCandidates.Candidate

  /// A change, and what makes it better or worse than another.
  struct Found {
    var changes: [Candidate]
    var outcome: BruteWorld.Outcome
    var onlySilences: Bool
    var outcomes: Int
    var steps: Int
    /// How far each number that was said moves.
    var distances: [Number]

    var facts: [Int] { changes.map(\.fact) }

    var score: Score {
      Score(balance: outcome.halvesFor - outcome.halvesAgainst, inPlay: outcome.inPlay)
    }

    /// Whether it comes before another change.
    func isBefore(_ other: Found) -> Bool {
      if changes.count != other.changes.count { return changes.count < other.changes.count }
      if onlySilences != other.onlySilences { return other.onlySilences }
      if outcomes != other.outcomes { return outcomes < other.outcomes }
      if steps != other.steps { return steps < other.steps }
      if facts != other.facts { return facts.lexicographicallyPrecedes(other.facts) }
      if distances != other.distances {
        return distances.lexicographicallyPrecedes(other.distances)
      }
      let (against, rival) = (outcome.halvesAgainst, other.outcome.halvesAgainst)
      if onlySilences, against != rival { return against < rival }
      return other.score < score
    }

    /// What does not depend on which of two equally good values is taken.
    var gist: String {
      "\(facts) silences \(onlySilences) outcomes \(outcomes) steps \(steps)"
        + " \(outcome.verdict) \(score.number.decimal(places: 6))"
    }
  }

  /// More worlds than anybody wants to wait for.
  struct TooMany: Error {}

  let completions: Completions
  let candidates: FlipCandidates
  /// The band that is wanted, or a better one.
  let goal: Int
  private let told: BruteWorld.Outcome
  private var tries: Int
  private var cache: [[Value?]: BruteWorld.Outcome] = [:]

  init(_ action: Action, by charter: Charter, goal: Int, limit: Int) {
    completions = Completions(action, by: charter)
    candidates = FlipCandidates(completions)
    told = completions.brute.judge(completions.told)
    self.goal = goal
    tries = limit
  }

  /// The mends and the additions, each the best first.
  func all() throws -> (mends: [Found], additions: [Found]) {
    var mends: [Found] = []
    for size in 1...3 where mends.count < 3 { mends += try changes(of: size, adds: false) }
    var additions: [Found] = []
    for size in 1...(mends.isEmpty ? 3 : 1) where additions.isEmpty {
      additions = try changes(of: size, adds: true)
    }
    return (mends, additions)
  }

  /// The best change of each set of so many facts, the best first.
  private func changes(of size: Int, adds: Bool) throws -> [Found] {
    var result: [Found] = []
    for facts in sets(of: size, from: 0) {
      guard facts.contains(where: { candidates.told[$0] == .untouched }) == adds else { continue }
      var best: Found?
      try forEach(facts[...], []) { changes in
        guard let found = try found(changes) else { return }
        if best.map({ found.isBefore($0) }) ?? true { best = found }
      }
      if let best { result.append(best) }
    }
    return result.sorted { $0.isBefore($1) }
  }

  private func sets(of size: Int, from first: Int) -> [[Int]] {
    if size == 0 { return [[]] }
    let facts = candidates.ofFact.indices.dropFirst(first).filter {
      !candidates.ofFact[$0].isEmpty
    }
    return facts.flatMap { fact in sets(of: size - 1, from: fact + 1).map { [fact] + $0 } }
  }

  private func forEach(
    _ facts: ArraySlice<Int>, _ chosen: [Candidate], _ body: ([Candidate]) throws -> Void
  ) throws {
    guard let fact = facts.first else { return try body(chosen) }
    for candidate in candidates.ofFact[fact] {
      try forEach(facts.dropFirst(), chosen + [candidate], body)
    }
  }

  /// What a change leads to; nil when it is not enough, or a part of it is enough.
  func found(_ changes: [Candidate]) throws -> Found? {
    let outcome = try judge(changes)
    guard isEnough(outcome) else { return nil }
    for part in 1..<(1 << changes.count) - 1 {
      let kept = changes.indices.filter { part >> $0 & 1 == 1 }.map { changes[$0] }
      if isEnough(try judge(kept)) { return nil }
    }
    return Found(
      changes: changes, outcome: outcome, onlySilences: onlySilences(outcome),
      outcomes: changes.count { completions.charter.facts[$0.fact].nature == .outcome },
      steps: changes.reduce(0) { $0 + $1.steps },
      distances: changes.map { change in
        guard case .number(let before) = candidates.told[change.fact],
          case .number(let after) = change.value
        else { return Number(0) }
        return before < after ? after - before : before - after
      })
  }

  private func isEnough(_ outcome: BruteWorld.Outcome) -> Bool {
    if case .band(let band) = outcome.verdict { band <= goal } else { false }
  }

  /// Whether no rule speaks for the customer that spoke less for them, or not at all, before.
  private func onlySilences(_ outcome: BruteWorld.Outcome) -> Bool {
    !outcome.sayings.indices.contains { rule in
      let (saying, before) = (outcome.sayings[rule], told.sayings[rule])
      return BruteWorld.weight(of: completions.charter.rules[rule]) > 0 && saying.halves > 0
        && saying.halves > before.halves
    }
  }

  private func judge(_ changes: [Candidate]) throws -> BruteWorld.Outcome {
    var key = [Value?](repeating: nil, count: candidates.told.count)
    for change in changes { key[change.fact] = change.value }
    if let known = cache[key] { return known }
    tries -= 1
    guard tries > 0 else { throw TooMany() }
    var world = candidates.told
    for change in changes { world[change.fact] = Holding(change.value) }
    let outcome = completions.brute.judge(completions.brute.followed(world))
    cache[key] = outcome
    return outcome
  }

  // MARK: - Any change at all

  /// Whether some change of any number of facts is enough; nil where nobody can say.
  func isPossible(_ action: Action, limit: Int) -> Bool? {
    let charter = completions.charter
    var free = action
    (free.restIsUntouched, free.dropped, free.statements) = (false, [], [])
    for (fact, declaration) in charter.facts.enumerated() where declaration.kind?.isSaid == true {
      var content = Statement.Content.unsaid
      if case .value(.text)? = action.statement(of: fact)?.content {
        content = action.statement(of: fact)?.content ?? content
      } else if !completions.mayChange(fact) {
        content = value(of: candidates.told[fact]).map { .value($0) } ?? .untouched
      }
      free.statements.append(
        Statement(fact: fact, content: content, evidence: nil, location: action.location))
    }
    let all = Completions(free, by: charter)
    guard all.count <= Double(limit), !all.isSampled else { return nil }
    let filledIn = Set(all.groups.flatMap { $0.flatMap { $0.holdings.map(\.fact) } })
    let touched = filledIn.filter {
      candidates.told[$0] != .untouched && completions.mayChange($0)
    }
    var isPossible = false
    all.forEach { world, _ in
      if isPossible || touched.contains(where: { world[$0] == .untouched }) { return }
      isPossible = isEnough(all.brute.judge(world))
    }
    return isPossible
  }

  private func value(of holding: Holding) -> Value? {
    switch holding {
    case .untouched: nil
    case .level(let level): .level(level)
    case .set(let set): .levels(set)
    case .number(let number): .number(number)
    }
  }
}

extension Completions {
  /// Whether a change may reach a fact at all.
  func mayChange(_ fact: Int) -> Bool {
    let declaration = charter.facts[fact]
    guard declaration.kind?.isSaid == true, declaration.kind != .text else { return false }
    return declaration.nature == .deed || declaration.nature == .outcome
  }
}
