import AdvocateCharter
import AdvocateEvaluation

/// Looks for the smallest changes that lead to a verdict.
///
/// Facts that share no rule change the sums independently, so their effects add; only facts that
/// share rules are judged together.
struct FlipSearch {
  typealias Effect = FlipCandidates.Effect
  typealias Bound = FlipCandidates.Bound

  /// A choice of facts and values, by their places among candidates and options.
  typealias Choice = [(candidate: Int, option: Int)]

  /// The most work for one answer: a try counts one, a rule that is judged for it four.
  static let mostWork = 3_000_000
  /// The most changes that are kept of one size.
  static let mostKept = 4000

  private let evaluator: Evaluator
  private let judgement: Judgement
  private let vetoesAsTold: Int
  /// The scores from which bands hold, the best first.
  private let edges: [Int]
  private var candidates: FlipCandidates
  private var work = 0
  private(set) var isCutShort = false

  init(_ evaluator: Evaluator, _ judgement: Judgement, wanted: Verdict) {
    self.evaluator = evaluator
    self.judgement = judgement
    edges = judgement.charter.bands.map(\.from)
    var wantedEdge = 0
    if case .band(let place) = wanted, edges.indices.contains(place) { wantedEdge = edges[place] }
    candidates = FlipCandidates(evaluator, judgement, wantedEdge: wantedEdge)
    vetoesAsTold = candidates.vetoesAsTold
    isCutShort = !candidates.isWhole
  }

  // MARK: - Judging changes

  private mutating func effect(of choice: Choice) -> Effect {
    guard sharesRules(choice) else {
      var sum = Effect()
      for part in choice { sum = sum + candidates.step(part.candidate, part.option).effect }
      return sum
    }
    work += 4 * candidates.ruleCount(choice)
    return judged(choice)
  }

  /// What `choice` does, by judging all that reads any of it.
  private mutating func judged(_ choice: Choice) -> Effect {
    var rules: [Int] = []
    for part in choice {
      for rule in candidates.all[part.candidate].rules where !rules.contains(rule) {
        rules.append(rule)
      }
    }
    return candidates.effect(
      of: choice.map { (candidates.all[$0.candidate].fact, option($0).value) }, on: rules)
  }

  /// Whether `choice` leads to the wanted verdict.
  ///
  /// What it does is the sum of what its parts do alone and of what each two of them do beside
  /// that; only where one rule reads all three, all are judged together.
  private mutating func isWanted(_ choice: Choice) -> Bool {
    var sum = Effect()
    var isShared = false
    for (place, one) in choice.enumerated() {
      sum = sum + candidates.step(one.candidate, one.option).effect
      for later in choice.indices.dropFirst(place + 1)
      where candidates.share(one.candidate, choice[later].candidate) {
        isShared = true
        sum = sum + candidates.together(one, choice[later])
      }
    }
    if isShared { work += 4 * candidates.ruleCount(choice) }
    if choice.count == 3,
      candidates.shareOne(choice[0].candidate, choice[1].candidate, choice[2].candidate)
    {
      return candidates.isWanted(judged(choice))
    }
    return candidates.isWanted(sum)
  }

  private func option(_ part: (candidate: Int, option: Int)) -> FlipCandidates.Option {
    candidates.all[part.candidate].options[part.option]
  }

  /// Whether some rule reads two of the facts of `choice`.
  private func sharesRules(_ choice: Choice) -> Bool {
    for (place, one) in choice.enumerated() {
      for other in choice.dropFirst(place + 1)
      where candidates.share(one.candidate, other.candidate) {
        return true
      }
    }
    return false
  }

  /// The verdict after `effect`.
  private func verdict(_ effect: Effect) -> (verdict: Verdict, score: Score?) {
    let inPlay = judgement.tally.inPlay + effect.inPlay
    let score =
      inPlay > 0 ? Score(balance: judgement.tally.balance + effect.balance, inPlay: inPlay) : nil
    if vetoesAsTold + effect.vetoes > 0 { return (.vetoed, score) }
    guard let score else { return (.silent, nil) }
    let place = edges.firstIndex { score.isAtLeast(hundredths: $0) } ?? edges.count - 1
    return (.band(place), score)
  }

  // MARK: - Searching

  /// The changes of `size` facts that lead to the wanted verdict and of which no part does.
  ///
  /// - Parameter adds: whether to look for those that add something, or for those that mend.
  mutating func changes(of size: Int, adds: Bool) -> [Flip] {
    var found: [[Int]: Flip] = [:]
    var order: [[Int]] = []
    var path = Path()
    path.bound = Bound(
      gain: candidates.distance(judgement.tally.balance, judgement.tally.inPlay),
      lift: -vetoesAsTold)
    visit(size, adds: adds, from: 0, &path) { search, choice in
      guard search.isIrreducible(choice) else { return }
      let flip = search.flip(choice)
      let facts = flip.changes.map(\.fact)
      if let known = found[facts] {
        if search.isBetter(flip, search.key(flip), known, search.key(known)) {
          found[facts] = flip
        }
      } else if found.count < Self.mostKept {
        found[facts] = flip
        order.append(facts)
      } else {
        search.isCutShort = true
      }
    }
    return order.compactMap { found[$0] }.filter(isTrue).map { (flip: $0, key: key($0)) }
      .sorted { isBetter($0.flip, $0.key, $1.flip, $1.key) }.map(\.flip)
  }

  /// The choices made so far on the way to a change.
  private struct Path {
    var choice: Choice = []
    /// What they do one by one, and together as long as no two read a rule in common.
    var sum = Effect()
    /// Above or at the edge and without vetoes only if both parts are not below 0: where the sums
    /// lie as told, and the most that the choices can do.
    var bound = Bound()
    var isShared = false
    var hasAddition = false
  }

  private mutating func visit(
    _ left: Int, adds: Bool, from start: Int, _ path: inout Path,
    _ body: (inout FlipSearch, Choice) -> Void
  ) {
    if left == 0 {
      guard path.hasAddition == adds else { return }
      if isWanted(path) { body(&self, path.choice) }
      return
    }
    let before = (path.sum, path.bound, path.isShared, path.hasAddition)
    for candidate in start..<max(start, candidates.count) {
      let (isSaid, most) = (candidates.head(candidate).isSaid, candidates.head(candidate).bound)
      if !adds, !isSaid { continue }
      // The last that may be an addition must be one, if none is yet.
      if adds, left == 1, !path.hasAddition, isSaid { continue }
      // Even if this one and the others left do all that they can, it must be enough.
      let needed = before.1 + candidates.most(left - 1, from: candidate + 1, said: !adds)
      guard (needed + most).isEnough else { continue }
      path.isShared =
        before.2 || path.choice.contains { candidates.share($0.candidate, candidate) }
      path.hasAddition = before.3 || !isSaid
      path.choice.append((candidate, 0))
      for place in 0..<candidates.optionCount(candidate) {
        let option = candidates.step(candidate, place)
        guard (needed + option.bound).isEnough else { continue }
        work += 1
        if work & 0xFF == 0, Interruption.isRequested { work = Self.mostWork + 1 }
        if work > Self.mostWork {
          isCutShort = true
          break
        }
        let isAlone = left == 1 && path.choice.count == 1
        if !isAlone, option.isEnough { continue }
        path.choice[path.choice.count - 1].option = place
        path.bound = before.1 + option.bound
        path.sum = before.0 + option.effect
        // What does already needs no more.
        if left == 2, path.choice.count > 1, isWanted(path) { continue }
        visit(left - 1, adds: adds, from: candidate + 1, &path, body)
      }
      path.choice.removeLast()
      (path.sum, path.bound, path.isShared, path.hasAddition) = before
      if isCutShort, work > Self.mostWork { return }
    }
  }

  private mutating func isWanted(_ path: Path) -> Bool {
    path.isShared ? isWanted(path.choice) : candidates.isWanted(path.sum)
  }

  /// Whether every part of `choice` does not lead there.
  ///
  /// Single changes, and the first two of three, were seen not to on the way.
  private mutating func isIrreducible(_ choice: Choice) -> Bool {
    guard choice.count > 2 else { return true }
    return !isWanted([choice[0], choice[2]]) && !isWanted([choice[1], choice[2]])
  }

  private mutating func flip(_ choice: Choice) -> Flip {
    let effect = effect(of: choice)
    let (verdict, score) = verdict(effect)
    let changes = choice.map { part -> Flip.Change in
      let fact = candidates.all[part.candidate].fact
      let option = option(part)
      return Flip.Change(
        fact: fact, from: judgement.world[fact], to: option.value, steps: option.steps)
    }
    return Flip(
      changes: changes, verdict: verdict, score: score,
      isMend: choice.allSatisfy { candidates.all[$0.candidate].isSaid },
      onlySilences: !effect.helps, againstHalves: effect.against)
  }

  /// Judges the whole world anew with the changes of `flip`: what is shown has been tried.
  private func isTrue(_ flip: Flip) -> Bool {
    var world = judgement.world
    for change in flip.changes { world[change.fact] = .value(change.to) }
    evaluator.fillComputed(&world)
    let (_, tally, verdict) = evaluator.judge(world)
    return verdict == flip.verdict && tally.score == flip.score
  }

  /// Fewer facts, then more than silence, then deeds, then fewer steps, then charter order. Of the
  /// same facts: the nearer numbers, then, where objections are only silenced, fewer points against
  /// (one weakness used instead of another ends none), then the higher score.
  private func isBetter(_ left: Flip, _ one: [Int], _ right: Flip, _ other: [Int]) -> Bool {
    if one != other { return one.lexicographicallyPrecedes(other) }
    let (near, far) = (left.changes.map(\.distance), right.changes.map(\.distance))
    if near != far { return near.lexicographicallyPrecedes(far) }
    if left.onlySilences, left.againstHalves != right.againstHalves {
      return left.againstHalves < right.againstHalves
    }
    if let score = left.score, let rival = right.score, score != rival { return score > rival }
    return left.changes.map { Self.order($0.to) }.lexicographicallyPrecedes(
      right.changes.map { Self.order($0.to) })
  }

  private func key(_ flip: Flip) -> [Int] {
    let outcomes = flip.changes.count { judgement.charter.facts[$0.fact].nature != .deed }
    let steps = flip.changes.reduce(0) { $0 + $1.steps }
    return [flip.changes.count, flip.onlySilences ? 1 : 0, outcomes, steps]
      + flip.changes.map(\.fact)
  }

  private static func order(_ value: Value) -> Int {
    switch value {
    case .level(let place): place
    // Sets are tried from the nearest on, and the first of equals stays.
    case .levels, .number, .text: 0
    }
  }
}
