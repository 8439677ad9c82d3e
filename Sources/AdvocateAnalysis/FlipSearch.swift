import AdvocateCharter
import AdvocateEvaluation

/// Looks for the smallest changes that lead to a verdict.
///
/// Facts that share no rule change the sums independently, so their effects add; only facts that
/// share rules are judged together.
struct FlipSearch {
  /// What a change does to the sums.
  struct Effect {
    var balance = 0
    var inPlay = 0
    var vetoes = 0
    var helps = false

    static func + (left: Effect, right: Effect) -> Effect {
      Effect(
        balance: left.balance + right.balance, inPlay: left.inPlay + right.inPlay,
        vetoes: left.vetoes + right.vetoes, helps: left.helps || right.helps)
    }
  }

  /// A fact that may change, and what it may change to.
  struct Candidate {
    var fact: Int
    var isSaid: Bool
    var options: [Option]
    var rules: Set<Int>
    /// Whether other facts follow from it.
    var feedsOthers: Bool
    /// For each candidate before it, whether some rule reads both.
    var sharesRules: [Bool]
    /// More than the distance from the wanted band can shrink by, whatever else changes.
    var mostGain = 0
  }

  /// One value that a fact may change to.
  struct Option {
    var value: Value
    var steps: Int
    var effect: Effect
    /// Whether it leads to the wanted verdict alone, so that nothing need be added to it.
    var isEnough = false
  }

  /// A choice of facts and values, by their places among candidates and options.
  typealias Choice = [(candidate: Int, option: Int)]

  /// The most work for one answer: a try counts one, a rule that is judged for it four.
  static let mostWork = 3_000_000
  /// The most changes that are kept of one size.
  static let mostKept = 4000

  private let evaluator: Evaluator
  private let judgement: Judgement
  private let vetoesAsTold: Int
  /// The scores from which bands hold, the best first, and the one that is wanted.
  private let edges: [Int]
  private let wantedEdge: Int
  private(set) var candidates: [Candidate] = []
  private var work = 0
  /// The most that any candidate from each place on can gain.
  private var mostGainFrom: [Int] = []
  private(set) var isCutShort = false
  private var world: [Reading]

  init(_ evaluator: Evaluator, _ judgement: Judgement, wanted: Verdict) {
    self.evaluator = evaluator
    self.judgement = judgement
    vetoesAsTold = judgement.sayings.count { $0 == .veto }
    edges = judgement.charter.bands.map(\.from)
    if case .band(let place) = wanted, edges.indices.contains(place) {
      wantedEdge = edges[place]
    } else {
      wantedEdge = 0
    }
    world = judgement.world
    let values = FlipValues(judgement)
    for fact in judgement.charter.facts.indices {
      let options = values.options(of: fact)
      guard !options.isEmpty else { continue }
      let rules = Set(
        judgement.program.usedRules.filter { judgement.program.inputs(ofRule: $0).contains(fact) })
      guard !rules.isEmpty else { continue }
      var candidate = Candidate(
        fact: fact, isSaid: judgement.world[fact].isTouched,
        options: [], rules: rules,
        feedsOthers: judgement.program.feedsOthers(fact),
        sharesRules: candidates.map { !$0.rules.isDisjoint(with: rules) })
      for (value, steps) in options {
        let effect = effect(
          of: [(fact, value)], on: rules, feedsOthers: candidate.feedsOthers)
        candidate.options.append(Option(value: value, steps: steps, effect: effect))
      }
      candidate.mostGain = rules.reduce(0) { $0 + mostGain(ofRule: $1) }
      candidates.append(candidate)
    }
    for place in candidates.indices {
      for option in candidates[place].options.indices {
        let effect = candidates[place].options[option].effect
        candidates[place].options[option].isEnough = isWanted(effect)
      }
    }
    mostGainFrom = [Int](repeating: 0, count: candidates.count + 1)
    for place in candidates.indices.reversed() {
      mostGainFrom[place] = max(candidates[place].mostGain, mostGainFrom[place + 1])
    }
  }

  // MARK: - Distances

  /// How far sums lie above the edge, or below it when negative; see `EdgeSums`.
  private func distance(_ balance: Int, _ inPlay: Int) -> Int {
    (5000 - wantedEdge) * inPlay + 2500 * balance
  }

  /// How much nearer to the edge a rule could bring the score at best.
  private func mostGain(ofRule rule: Int) -> Int {
    let weight = judgement.charter.rules[rule].weight
    func distance(_ saying: Saying) -> Int {
      self.distance(saying.halves * weight, saying == .notInPlay ? 0 : weight)
    }
    let now = distance(judgement.sayings[rule])
    let best = Saying.allCases.map(distance).max() ?? now
    return best - now
  }

  // MARK: - Judging changes

  /// What changes of facts do to the sums, by judging the rules that read them.
  private mutating func effect(
    of changes: [(fact: Int, value: Value)], on rules: Set<Int>, feedsOthers: Bool
  ) -> Effect {
    let kept = world
    for change in changes { world[change.fact] = .value(change.value) }
    if feedsOthers { evaluator.fillComputed(&world) }
    var effect = Effect()
    for rule in rules {
      let old = judgement.sayings[rule]
      let new = evaluator.saying(ofRule: rule) { world[$0] }
      guard new != old else { continue }
      let weight = judgement.charter.rules[rule].weight
      effect.balance += (new.halves - old.halves) * weight
      effect.inPlay += (new == .notInPlay ? 0 : weight) - (old == .notInPlay ? 0 : weight)
      effect.vetoes += (new == .veto ? 1 : 0) - (old == .veto ? 1 : 0)
      if max(new.halves, 0) > max(old.halves, 0), weight > 0 { effect.helps = true }
    }
    world = kept
    return effect
  }

  private mutating func effect(of choice: Choice) -> Effect {
    guard sharesRules(choice) else {
      return choice.reduce(Effect()) { $0 + candidates[$1.candidate].options[$1.option].effect }
    }
    let rules = choice.reduce(into: Set<Int>()) { $0.formUnion(candidates[$1.candidate].rules) }
    work += 4 * rules.count
    return effect(
      of: choice.map {
        (candidates[$0.candidate].fact, candidates[$0.candidate].options[$0.option].value)
      }, on: rules, feedsOthers: choice.contains { candidates[$0.candidate].feedsOthers })
  }

  /// Whether some rule reads two of the facts of `choice`, which are in the order of candidates.
  private func sharesRules(_ choice: Choice) -> Bool {
    for (place, one) in choice.enumerated() {
      for other in choice.dropFirst(place + 1)
      where candidates[other.candidate].sharesRules[one.candidate] {
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

  private func isWanted(_ effect: Effect) -> Bool {
    let inPlay = judgement.tally.inPlay + effect.inPlay
    guard vetoesAsTold + effect.vetoes == 0, inPlay > 0 else { return false }
    return Score(balance: judgement.tally.balance + effect.balance, inPlay: inPlay)
      .isAtLeast(hundredths: wantedEdge)
  }

  // MARK: - Searching

  /// The changes of `size` facts that lead to the wanted verdict and of which no part does.
  ///
  /// - Parameter adds: whether to look for those that add something, or for those that mend.
  mutating func changes(of size: Int, adds: Bool) -> [Flip] {
    var found: [[Int]: Flip] = [:]
    var order: [[Int]] = []
    let start = distance(judgement.tally.balance, judgement.tally.inPlay)
    var path = Path()
    visit(size, adds: adds, from: 0, &path, below: start) { search, choice in
      guard search.isIrreducible(choice) else { return }
      let flip = search.flip(choice)
      let facts = flip.changes.map(\.fact)
      if let known = found[facts] {
        if search.isBetter(flip, known) { found[facts] = flip }
      } else if found.count < Self.mostKept {
        found[facts] = flip
        order.append(facts)
      } else {
        search.isCutShort = true
      }
    }
    return order.compactMap { found[$0] }.filter(isTrue).sorted(by: isBetter)
  }

  /// The choices made so far on the way to a change.
  private struct Path {
    var choice: Choice = []
    /// What they do together, as long as no two read a rule in common.
    var sum = Effect()
    var isShared = false
    var hasAddition = false
  }

  private mutating func visit(
    _ left: Int, adds: Bool, from start: Int, _ path: inout Path, below distance: Int,
    _ body: (inout FlipSearch, Choice) -> Void
  ) {
    if left == 0 {
      guard path.hasAddition == adds else { return }
      if isWanted(path.isShared ? effect(of: path.choice) : path.sum) { body(&self, path.choice) }
      return
    }
    guard start < candidates.count else { return }
    for candidate in start..<candidates.count {
      if !adds, !candidates[candidate].isSaid { continue }
      // Even if this one and the others left gain all that they can, it must be enough.
      let reach = distance + candidates[candidate].mostGain
      if reach + (left - 1) * mostGainFrom[candidate + 1] < 0 { continue }
      let before = path
      if !path.isShared {
        path.isShared = path.choice.contains { candidates[candidate].sharesRules[$0.candidate] }
      }
      if !candidates[candidate].isSaid { path.hasAddition = true }
      path.choice.append((candidate, 0))
      for option in candidates[candidate].options.indices {
        work += 1
        if work > Self.mostWork {
          isCutShort = true
          break
        }
        let isAlone = left == 1 && before.choice.isEmpty
        if !isAlone, candidates[candidate].options[option].isEnough { continue }
        path.choice[path.choice.count - 1].option = option
        if !path.isShared {
          path.sum = before.sum + candidates[candidate].options[option].effect
        }
        // What does already needs no more.
        if left == 2, !before.choice.isEmpty,
          isWanted(path.isShared ? effect(of: path.choice) : path.sum)
        {
          continue
        }
        visit(left - 1, adds: adds, from: candidate + 1, &path, below: reach, body)
      }
      path = before
      if isCutShort, work > Self.mostWork { return }
    }
  }

  /// Whether every part of `choice` alone does not lead there.
  private mutating func isIrreducible(_ choice: Choice) -> Bool {
    guard choice.count > 1 else { return true }
    for part in 1..<((1 << choice.count) - 1) {
      let subset = choice.indices.filter { part >> $0 & 1 == 1 }.map { choice[$0] }
      if isWanted(effect(of: subset)) { return false }
    }
    return true
  }

  private mutating func flip(_ choice: Choice) -> Flip {
    let effect = effect(of: choice)
    let (verdict, score) = verdict(effect)
    let changes = choice.map { part -> Flip.Change in
      let candidate = candidates[part.candidate]
      let option = candidate.options[part.option]
      return Flip.Change(
        fact: candidate.fact, from: judgement.world[candidate.fact], to: option.value,
        steps: option.steps)
    }
    return Flip(
      changes: changes, verdict: verdict, score: score,
      isMend: choice.allSatisfy { candidates[$0.candidate].isSaid }, onlySilences: !effect.helps)
  }

  /// Judges the whole world anew with the changes of `flip`: what is shown has been tried.
  private func isTrue(_ flip: Flip) -> Bool {
    var world = judgement.world
    for change in flip.changes { world[change.fact] = .value(change.to) }
    evaluator.fillComputed(&world)
    let (_, tally, verdict) = evaluator.judge(world)
    return verdict == flip.verdict && tally.score == flip.score
  }

  /// Fewer facts, then more than silence, then deeds, then fewer steps, then charter order, then
  /// the higher score.
  private func isBetter(_ left: Flip, _ right: Flip) -> Bool {
    func key(_ flip: Flip) -> [Int] {
      let outcomes = flip.changes.count { judgement.charter.facts[$0.fact].nature != .deed }
      let steps = flip.changes.reduce(0) { $0 + $1.steps }
      return [flip.changes.count, flip.onlySilences ? 1 : 0, outcomes, steps]
        + flip.changes.map(\.fact)
    }
    let (one, other) = (key(left), key(right))
    if one != other { return one.lexicographicallyPrecedes(other) }
    if let score = left.score, let rival = right.score, score != rival { return score > rival }
    return left.changes.map { Self.order($0.to) }.lexicographicallyPrecedes(
      right.changes.map { Self.order($0.to) })
  }

  private static func order(_ value: Value) -> Int {
    switch value {
    case .level(let place): place
    case .levels(let set): Int(truncatingIfNeeded: set)
    case .number, .text: 0
    }
  }
}

extension Program {
  /// Whether some fact is worked out from the fact at `fact`, or counted in it.
  func feedsOthers(_ fact: Int) -> Bool {
    charter.facts.indices.contains { other in
      if let expression = expressions[other] { return expression.facts.contains(fact) }
      if case .counts(_, let text) = charter.facts[other].kind { return text == fact }
      return false
    }
  }
}
