import AdvocateCharter
import AdvocateEvaluation

/// Looks for twins of the rules of one charter; the same ones for the same seed everywhere.
public struct TwinSearch: Sendable {
  /// What judges the cases that are found.
  let judge: Judge
  let evaluator: Evaluator
  var program: Program { judge.program }
  var charter: Charter { judge.program.charter }

  /// The most cases of one rule from which pairs are made.
  private static let mostCases = 240
  /// The most pairs that are tried with lines about something else beside them.
  private static let mostBackgrounds = 6000

  /// Prepares a search by the charter of `judge`.
  public init(_ judge: Judge) {
    self.judge = judge
    evaluator = Evaluator(judge.program)
  }

  /// Twins of the rule at `rule`; nil where none were found.
  ///
  /// As few lines as do it, and among those the values that lie closest together; the seed chooses
  /// among what is left, and which of the two comes first.
  public func twins(ofRule rule: Int, seed: UInt64) -> Twins? {
    guard program.usedRules.contains(rule), let worlds = TwinCells(rule, charter, judge.budget)
    else { return nil }
    var numbers = SeededNumbers(seed: seed &* 1_000_003 &+ UInt64(rule))
    if let typical = worlds.typical(rule, program),
      let pair = shortest(rule, typical, &numbers) ?? withBackground(rule, typical, &numbers)
    {
      return twins(pair, isSwapped: numbers.below(2) == 1)
    }
    let pair = shortest(rule, worlds, &numbers) ?? withBackground(rule, worlds, &numbers)
    guard var pair else { return nil }
    for fact in pair.facts { makeHandy(&pair, fact) }
    return twins(pair, isSwapped: numbers.below(2) == 1)
  }

  /// Twins of `count` different rules, or of as many as have any, in an order that the seed
  /// chooses.
  public func rounds(_ count: Int, seed: UInt64) -> [Twins] {
    var numbers = SeededNumbers(seed: seed)
    var rules = program.usedRules
    var found: [Twins] = []
    while found.count < count, !rules.isEmpty, !Interruption.isRequested {
      let rule = rules.remove(at: numbers.below(rules.count))
      if let twins = twins(ofRule: rule, seed: seed) { found.append(twins) }
    }
    return found
  }

  // MARK: - Pairs of the rule's own facts

  private func shortest(
    _ rule: Int, _ cells: TwinCells, _ numbers: inout SeededNumbers
  ) -> TwinPair? {
    for length in cells.cases.keys.sorted() {
      let cases = cells.some(Self.mostCases, ofLength: length, &numbers)
      var closest = Int.max
      var found: [TwinPair] = []
      for values in cases {
        for pair in cells.pairs(rule, values) where pair.distance <= closest {
          guard !Interruption.isRequested else { return nil }
          guard areTwins(pair) else { continue }
          if pair.distance < closest { (closest, found) = (pair.distance, []) }
          found.append(pair)
        }
      }
      if !found.isEmpty { return found[numbers.below(found.count)] }
    }
    return nil
  }

  // MARK: - Pairs beside something else

  /// Pairs with lines about other facts beside them, which bring the score near an edge.
  private func withBackground(
    _ rule: Int, _ cells: TwinCells, _ numbers: inout SeededNumbers
  ) -> TwinPair? {
    let lengths = cells.cases.keys.sorted().prefix(3)
    var pairs = lengths.flatMap { length in
      cells.some(Self.mostCases / 4, ofLength: length, &numbers).flatMap { cells.pairs(rule, $0) }
    }
    pairs = pairs.filter { saying($0.one, rule) != saying($0.two, rule) }
    let own = Set(program.inputs(ofRule: rule))
    let others = charter.facts.indices.filter { fact in
      guard program.isRead[fact], !own.contains(fact) else { return false }
      return switch charter.facts[fact].kind {
      case .scale, .oneOf, .yesNo: true
      default: false
      }
    }
    guard !pairs.isEmpty, !others.isEmpty else { return nil }
    for _ in 0..<Self.mostBackgrounds where !Interruption.isRequested {
      var pair = pairs[numbers.below(pairs.count)]
      for _ in 0...numbers.below(3) {
        let fact = others[numbers.below(others.count)]
        let level = numbers.below(max(1, charter.facts[fact].levels.count))
        pair.one[fact] = .level(level)
      }
      guard areTwins(pair) else { continue }
      for fact in pair.facts.reversed() where fact != pair.fact {
        var fewer = pair
        fewer.one[fact] = nil
        if areTwins(fewer) { pair = fewer }
      }
      return pair
    }
    return nil
  }

  // MARK: - What makes twins

  /// Whether both get different verdicts, and the same one without the rule.
  func areTwins(_ pair: TwinPair) -> Bool {
    let (one, two) = (judged(pair.one, pair.rule), judged(pair.two, pair.rule))
    return one.verdict != two.verdict && one.without == two.without && one.saying != two.saying
  }

  private func saying(_ values: [Int: Value], _ rule: Int) -> Saying {
    let world = evaluator.worldAsTold(by: TwinPair.action("", values))
    return evaluator.saying(ofRule: rule) { world[$0] }
  }

  private func judged(
    _ values: [Int: Value], _ rule: Int
  ) -> (verdict: Verdict, without: Verdict, saying: Saying) {
    let world = evaluator.worldAsTold(by: TwinPair.action("", values))
    let (sayings, tally, verdict) = evaluator.judge(world)
    var rest = tally
    let halves = sayings[rule].halves * program.rules[rule].weight
    if halves > 0 { rest.forHalves -= halves } else { rest.againstHalves += halves }
    if sayings[rule] != .notInPlay { rest.inPlay -= program.rules[rule].weight }
    let isVetoed = program.usedRules.contains { $0 != rule && sayings[$0] == .veto }
    return (verdict, evaluator.verdict(rest, isVetoed: isVetoed), sayings[rule])
  }

  /// The pair as judged cases; nil where a verdict is not what the search took it for.
  private func twins(_ pair: TwinPair, isSwapped: Bool) -> Twins? {
    var pair = pair
    if isSwapped { pair.swap() }
    let name = charter.rules[pair.rule].name
    let made = [(pair.one, "one"), (pair.two, "two")].map { values, word in
      judge.judge(TwinPair.action("\(name), \(word)", values))
    }
    let without = judged(pair.one, pair.rule).without
    guard made[0].verdict != made[1].verdict, without == judged(pair.two, pair.rule).without
    else { return nil }
    let twins = made.map { judgement in
      Twins.Twin(
        action: CharterCase(action: judgement.action), verdict: judgement.verdict,
        score: judgement.tally.score, saying: judgement.sayings[pair.rule])
    }
    return Twins(
      rule: pair.rule, fact: pair.fact, first: twins[0], second: twins[1],
      verdictWithout: without)
  }

  // MARK: - Handy numbers

  /// Puts a number that people would say in the place of one that only tells cases apart.
  private func makeHandy(_ pair: inout TwinPair, _ fact: Int) {
    for side in fact == pair.fact ? [true, false] : [true] {
      let value = side ? pair.one[fact] : pair.other
      guard case .number(let number)? = value else { continue }
      for candidate in Self.handy(number, charter.facts[fact].kind) {
        var tried = pair
        if side { tried.one[fact] = .number(candidate) } else { tried.other = .number(candidate) }
        guard tried.one[tried.fact] != tried.other, areTwins(tried) else { continue }
        pair = tried
        break
      }
    }
  }

  private static func handy(_ number: Number, _ kind: FactKind?) -> [Number] {
    let sizes: [Int]
    switch kind {
    case .money: sizes = [100_000, 1000, 100, 10]
    case .number: sizes = [2, 4, 1, 1000]
    default: sizes = []
    }
    let sign = number.sign < 0 ? -1 : 1
    let round = number == Number(0) ? [] : sizes.map { Number(sign * $0) }
    return round + CharterCase.shortened(number)
  }
}
