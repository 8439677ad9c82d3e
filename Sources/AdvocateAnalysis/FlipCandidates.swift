import AdvocateCharter
import AdvocateEvaluation

/// The facts that may change, what each change does alone, and the most it can do with others.
///
/// What a change does to rules that no other candidate is among the inputs of is the same whatever
/// else changes. Of the rules beside these no more is known than the most that each can ever bring,
/// so that the bounds of several changes add up to a bound of all together.
struct FlipCandidates {
  /// What a change does to the sums.
  struct Effect: Hashable {
    var balance = 0
    var inPlay = 0
    var vetoes = 0
    /// The halves of points against.
    var against = 0
    var helps = false

    static func + (left: Effect, right: Effect) -> Effect {
      Effect(
        balance: left.balance + right.balance, inPlay: left.inPlay + right.inPlay,
        vetoes: left.vetoes + right.vetoes, against: left.against + right.against,
        helps: left.helps || right.helps)
    }
  }

  /// More than a change can do, whatever else changes.
  struct Bound {
    /// By how much the sums can come nearer to the wanted edge.
    var gain = 0
    /// By how many the vetoes can become fewer.
    var lift = 0

    /// Whether sums as told with this much added reach the edge without a veto.
    var isEnough: Bool { gain >= 0 && lift >= 0 }

    static func + (left: Bound, right: Bound) -> Bound {
      Bound(gain: left.gain + right.gain, lift: left.lift + right.lift)
    }

    static func most(_ left: Bound, _ right: Bound) -> Bound {
      Bound(gain: max(left.gain, right.gain), lift: max(left.lift, right.lift))
    }
  }

  /// A fact that may change, and what it may change to.
  struct Candidate {
    var fact: Int
    var isSaid: Bool
    var options: [Option]
    /// The rules that have it among their inputs.
    var rules: [Int]
    /// The most that any of its options can do.
    var bound = Bound()
  }

  /// One value that a fact may change to.
  struct Option {
    var value: Value
    var steps: Int
    var effect: Effect
    var bound: Bound
    /// Whether it leads to the wanted verdict alone, so that nothing need be added to it.
    var isEnough = false
  }

  /// The candidates, in charter order.
  private(set) var all: [Candidate] = []
  /// Whether every value that rules can tell apart is among the options.
  private(set) var isWhole = true
  private let evaluator: Evaluator
  private let judgement: Judgement
  private let wantedEdge: Int
  /// The number of rules that veto as told.
  let vetoesAsTold: Int
  private var world: [Reading]
  /// The candidates that each rule has among its inputs, in order.
  private let candidatesOfRule: [[Int]]
  /// The rules of each candidate as bits, so many words for each.
  private var ruleBits: [UInt64] = []
  private var ruleWords = 0
  /// The rules with so many tests that judging one takes as long as judging several, as bits, and
  /// for each how many more.
  private var longRules: [UInt64] = []
  private var extraCosts: [Int: Int] = [:]
  private static let testsOfOne = 32
  /// What two options do together beyond what both do alone, as far as it was asked for.
  private var pairs: [Pair] = []
  /// For each candidate those that stand behind it and share a rule with it, once one is asked for.
  private var partners: [Partners] = []
  private var partnerCount = 0
  /// The most that 0, 1 and 2 candidates from each place on can do, and those of them that are
  /// said.
  private var rest: (all: [Bound], said: [Bound]) = ([], [])
  /// What is read of the options in the search, of all candidates one after another.
  private var steps: [Step] = []
  private var stepStarts: [Int] = []
  private var heads: [Head] = []
  private let tally: Tally

  /// What is read of an option in the search.
  struct Step {
    var effect: Effect
    var bound: Bound
    var isEnough: Bool
  }

  /// What is read of a candidate in the search.
  struct Head {
    var isSaid: Bool
    var bound: Bound
    /// Among the words of its rules, the first and the last that is not empty.
    var words: (first: Int, last: Int)
  }

  private struct Pair {
    var isKnown = false
    var effect = Effect()
  }

  /// The candidates behind one that share a rule with it.
  private struct Partners {
    /// Their places, in order.
    var places: [Int] = []
    /// For each where the options of both stand among `pairs`; below 0 before any is asked for.
    var starts: [Int] = []
  }

  /// The most pairs that are kept; with thousands of facts in one rule some are forgotten again.
  private static let mostPairs = 1 << 20

  init(_ evaluator: Evaluator, _ judgement: Judgement, wantedEdge: Int) {
    self.evaluator = evaluator
    self.judgement = judgement
    self.wantedEdge = wantedEdge
    vetoesAsTold = judgement.sayings.count { $0 == .veto }
    tally = judgement.tally
    world = judgement.world
    let program = judgement.program
    let values = FlipValues(judgement)
    var candidatesOfRule = [[Int]](repeating: [], count: judgement.charter.rules.count)
    var options: [[(value: Value, steps: Int)]] = []
    for fact in judgement.charter.facts.indices where !program.rulesOfInput[fact].isEmpty {
      let own = values.options(of: fact)
      guard !own.isEmpty else { continue }
      if !values.areAll(of: fact) { isWhole = false }
      for rule in program.rulesOfInput[fact] { candidatesOfRule[rule].append(all.count) }
      all.append(
        Candidate(
          fact: fact, isSaid: judgement.world[fact].isTouched, options: [],
          rules: program.rulesOfInput[fact]))
      options.append(own)
    }
    self.candidatesOfRule = candidatesOfRule
    for place in all.indices {
      let shared = all[place].rules.filter { candidatesOfRule[$0].count > 1 }
      let own = all[place].rules.filter { candidatesOfRule[$0].count == 1 }
      let sharedBound = shared.reduce(Bound()) { $0 + bound(ofRule: $1) }
      let tests = SetTests(of: all[place].fact, in: shared, program)
      var known: Set<SetTests.Signature> = []
      for (value, steps) in options[place] {
        let change = [(fact: all[place].fact, value: value)]
        let ownEffect = effect(of: change, on: own)
        // Of sets that no rule can tell apart, whatever else changes, the nearest is enough.
        if case .levels = value,
          !known.insert(tests.signature(of: value, ownEffect, evaluator)).inserted
        {
          continue
        }
        let bound =
          sharedBound
          + Bound(gain: distance(ownEffect.balance, ownEffect.inPlay), lift: -ownEffect.vetoes)
        let effect = shared.isEmpty ? ownEffect : ownEffect + effect(of: change, on: shared)
        all[place].options.append(
          Option(
            value: value, steps: steps, effect: effect, bound: bound, isEnough: isWanted(effect)))
      }
      all[place].bound = all[place].options.dropFirst().reduce(all[place].options[0].bound) {
        .most($0, $1.bound)
      }
    }
    rest = (mostFromEachOn { _ in true }, mostFromEachOn(\.isSaid))
    for candidate in all {
      stepStarts.append(steps.count)
      let words = (
        first: (candidate.rules.min() ?? 0) >> 6, last: (candidate.rules.max() ?? 0) >> 6
      )
      heads.append(Head(isSaid: candidate.isSaid, bound: candidate.bound, words: words))
      for option in candidate.options {
        steps.append(Step(effect: option.effect, bound: option.bound, isEnough: option.isEnough))
      }
    }
    ruleWords = (judgement.charter.rules.count + 63) / 64
    ruleBits = [UInt64](repeating: 0, count: all.count * ruleWords)
    longRules = [UInt64](repeating: 0, count: ruleWords)
    for rule in program.usedRules {
      let prepared = program.rules[rule]
      let tests = prepared.lines.reduce(prepared.scope.count) { $0 + $1.tests.count }
      guard tests > Self.testsOfOne else { continue }
      longRules[rule >> 6] |= 1 << UInt64(rule & 63)
      extraCosts[rule] = tests / Self.testsOfOne
    }
    for (place, candidate) in all.enumerated() {
      for rule in candidate.rules {
        ruleBits[place * ruleWords + rule >> 6] |= 1 << UInt64(rule & 63)
      }
    }
    partners = [Partners](repeating: Partners(), count: all.count)
  }

  /// For 0, 1 and 2 candidates, the most that so many of those from each place on can do together,
  /// as far as they are meant.
  private func mostFromEachOn(_ isMeant: (Candidate) -> Bool) -> [Bound] {
    var most = [[Bound]](repeating: [Bound()], count: 3)
    var (first, second) = (Bound.none, Bound.none)
    most[1][0] = first
    most[2][0] = first
    for candidate in all.reversed() {
      if isMeant(candidate) {
        let bound = candidate.bound
        second = .most(
          second,
          Bound(gain: min(first.gain, bound.gain), lift: min(first.lift, bound.lift)))
        first = .most(first, bound)
      }
      most[0].append(Bound())
      most[1].append(first)
      most[2].append(first + second)
    }
    return most.flatMap { $0.reversed() }
  }

  /// The most that `count` candidates from `place` on can do together, at most two.
  func most(_ count: Int, from place: Int, said: Bool) -> Bound {
    let offset = count * (all.count + 1) + place
    return said ? rest.said[offset] : rest.all[offset]
  }

  /// What the search reads of an option.
  func step(_ candidate: Int, _ option: Int) -> Step { steps[stepStarts[candidate] + option] }

  /// How many candidates there are.
  var count: Int { heads.count }

  /// What the search reads of a candidate.
  func head(_ candidate: Int) -> Head { heads[candidate] }

  /// How many options a candidate has.
  func optionCount(_ candidate: Int) -> Int {
    let next = candidate + 1 < stepStarts.count ? stepStarts[candidate + 1] : steps.count
    return next - stepStarts[candidate]
  }

  /// Whether some rule reads both candidates.
  func share(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (heads[one].words, heads[other].words)
    var word = max(left.first, right.first)
    let last = min(left.last, right.last)
    while word <= last {
      if ruleBits[one * ruleWords + word] & ruleBits[other * ruleWords + word] != 0 { return true }
      word += 1
    }
    return false
  }

  // MARK: - Distances

  /// How far sums lie above the wanted edge, or below it when negative; see `EdgeSums`.
  func distance(_ balance: Int, _ inPlay: Int) -> Int {
    (5000 - wantedEdge) * inPlay + 2500 * balance
  }

  /// Whether sums that are changed by `effect` give the wanted verdict, or a better one.
  func isWanted(_ effect: Effect) -> Bool {
    let inPlay = tally.inPlay + effect.inPlay
    guard effect.vetoes + vetoesAsTold == 0, inPlay > 0 else { return false }
    return distance(tally.balance + effect.balance, inPlay) >= 0
  }

  /// How much nearer to the edge a rule could bring the sums at best, and whether it vetoes.
  private func bound(ofRule place: Int) -> Bound {
    let rule = judgement.program.rules[place]
    func distance(_ saying: Saying) -> Int {
      self.distance(saying.halves * rule.weight, saying == .notInPlay ? 0 : rule.weight)
    }
    let now = judgement.sayings[place]
    var best = max(distance(now), distance(.neutral), distance(.notInPlay))
    for line in rule.lines { best = max(best, distance(line.saying)) }
    return Bound(gain: best - distance(now), lift: now == .veto ? 1 : 0)
  }

  // MARK: - Several together

  /// How many rules some of `choice` are among the inputs of; one with many tests counts for
  /// several.
  func ruleCount(_ choice: FlipSearch.Choice) -> Int {
    var count = 0
    for word in 0..<ruleWords {
      var bits: UInt64 = 0
      for part in choice { bits |= ruleBits[part.candidate * ruleWords + word] }
      count += bits.nonzeroBitCount
      var long = bits & longRules[word]
      while long != 0 {
        count += extraCosts[word << 6 + long.trailingZeroBitCount, default: 0]
        long &= long - 1
      }
    }
    return count
  }

  /// Whether some rule has three candidates among its inputs.
  func shareOne(_ first: Int, _ second: Int, _ third: Int) -> Bool {
    (0..<ruleWords).contains { word in
      ruleBits[first * ruleWords + word] & ruleBits[second * ruleWords + word]
        & ruleBits[third * ruleWords + word] != 0
    }
  }

  /// What two options of candidates that share rules do to the sums together, beyond the sum of
  /// what both do alone. Whether it helps is not told.
  mutating func together(
    _ one: (candidate: Int, option: Int), _ other: (candidate: Int, option: Int)
  ) -> Effect {
    let width = optionCount(other.candidate)
    // Of thousands of values beside thousands of others few come again.
    guard optionCount(one.candidate) * width <= Self.mostPairs / 16 else {
      return beyondAlone(one, other)
    }
    let place =
      pairStart(one.candidate, other.candidate) + one.option * width + other.option
    if pairs[place].isKnown { return pairs[place].effect }
    let result = beyondAlone(one, other)
    pairs[place] = Pair(isKnown: true, effect: result)
    return result
  }

  /// The same, by judging the rules that both share.
  private mutating func beyondAlone(
    _ one: (candidate: Int, option: Int), _ other: (candidate: Int, option: Int)
  ) -> Effect {
    let (left, right) = (all[one.candidate], all[other.candidate])
    let shared = left.rules.filter { right.rules.contains($0) }
    let first = (fact: left.fact, value: left.options[one.option].value)
    let second = (fact: right.fact, value: right.options[other.option].value)
    let alone = effect(of: [first], on: shared) + effect(of: [second], on: shared)
    var result = effect(of: [first, second], on: shared)
    result.balance -= alone.balance
    result.inPlay -= alone.inPlay
    result.vetoes -= alone.vetoes
    result.against -= alone.against
    return result
  }

  /// Where what the options of two candidates do together stands among `pairs`; `other` stands
  /// behind `one` and shares a rule with it.
  private mutating func pairStart(_ one: Int, _ other: Int) -> Int {
    if pairs.count + partnerCount > Self.mostPairs { forgetPairs() }
    if partners[one].places.isEmpty {
      var places: Set<Int> = []
      for rule in all[one].rules {
        for member in candidatesOfRule[rule].reversed() {
          if member <= one { break }
          places.insert(member)
        }
      }
      partners[one] = Partners(
        places: places.sorted(), starts: [Int](repeating: -1, count: places.count))
      partnerCount += places.count
    }
    var (low, high) = (0, partners[one].places.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if partners[one].places[middle] < other { low = middle + 1 } else { high = middle }
    }
    let known = partners[one].starts[low]
    if known >= 0 { return known }
    let start = pairs.count
    partners[one].starts[low] = start
    pairs += [Pair](repeating: Pair(), count: optionCount(one) * optionCount(other))
    return start
  }

  private mutating func forgetPairs() {
    pairs = []
    partners = [Partners](repeating: Partners(), count: all.count)
    partnerCount = 0
  }

  // MARK: - Judging changes

  /// What changes of facts do to the sums, by judging `rules`.
  mutating func effect(of changes: [(fact: Int, value: Value)], on rules: [Int]) -> Effect {
    var effect = Effect()
    guard !rules.isEmpty else { return effect }
    for change in changes { world[change.fact] = .value(change.value) }
    for change in changes {
      let followers = judgement.program.followers[change.fact]
      if !followers.isEmpty { evaluator.fill(followers, in: &world) }
    }
    for rule in rules {
      let old = judgement.sayings[rule]
      let new = evaluator.saying(ofRule: rule) { world[$0] }
      guard new != old else { continue }
      let weight = judgement.program.rules[rule].weight
      effect.balance += (new.halves - old.halves) * weight
      effect.inPlay += (new == .notInPlay ? 0 : weight) - (old == .notInPlay ? 0 : weight)
      effect.vetoes += (new == .veto ? 1 : 0) - (old == .veto ? 1 : 0)
      effect.against += (min(old.halves, 0) - min(new.halves, 0)) * weight
      if max(new.halves, 0) > max(old.halves, 0), weight > 0 { effect.helps = true }
    }
    for change in changes {
      world[change.fact] = judgement.world[change.fact]
      for fact in judgement.program.followers[change.fact] { world[fact] = judgement.world[fact] }
    }
    return effect
  }
}

extension FlipCandidates.Bound {
  /// Less than anything can do, with room for sums.
  fileprivate static let none = Self(gain: .min / 8, lift: .min / 8)
}

/// The tests of one fact in rules that other candidates change as well.
private struct SetTests {
  /// What rules can tell of a value: the answers to all tests, and what it does to rules of its
  /// own.
  struct Signature: Hashable {
    var effect: FlipCandidates.Effect
    var answers: [Bool]
    /// The value itself, where a test compares it with another fact.
    var set: UInt64
  }

  private let fact: Int
  private var tests: [Test] = []
  private var isCompared = false

  init(of fact: Int, in rules: [Int], _ program: Program) {
    self.fact = fact
    for rule in rules {
      let own = program.rules[rule].scope + program.rules[rule].lines.flatMap(\.tests)
      for test in own where test.facts.contains(fact) {
        tests.append(test)
        if test.facts.count > 1 { isCompared = true }
      }
    }
  }

  func signature(
    of value: Value, _ effect: FlipCandidates.Effect, _ evaluator: Evaluator
  ) -> Signature {
    let answers = isCompared ? [] : tests.map { evaluator.holds($0) { _ in .value(value) } }
    var set: UInt64 = 0
    if isCompared, case .levels(let own) = value { set = own }
    return Signature(effect: effect, answers: answers, set: set)
  }
}
