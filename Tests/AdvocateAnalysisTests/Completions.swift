import AdvocateCharter

/// All ways to fill in what is open of an action, each with its part of all answers.
struct Completions {
  /// Facts with what they hold, and the part of the answers.
  typealias Option = (holdings: [(fact: Int, holding: Holding)], mass: Double)

  /// For each group of facts that belong together, the ways to fill it in.
  private(set) var groups: [[Option]] = []
  /// The world of what is said; open facts are untouched in it.
  private(set) var said: [Holding]
  /// Whether some computed fact that is read has no exact cells: then these are samples.
  private(set) var isSampled = false

  let charter: Charter
  let brute: BruteWorld
  private var contents: [Int: Statement.Content] = [:]
  private(set) var open: Set<Int> = []
  private var tests: [Test] = []
  private var cuts: [Int: [Number]] = [:]

  /// The number of completions.
  var count: Double { groups.reduce(1) { $0 * Double($1.count) } }

  init(_ action: Action, by charter: Charter) {
    self.charter = charter
    brute = BruteWorld(charter: charter)
    said = Array(repeating: .untouched, count: charter.facts.count)
    for statement in action.statements { contents[statement.fact] = statement.content }
    let used = charter.rules.filter { $0.reason != nil && !$0.clauses.isEmpty }
    tests = used.flatMap { rule in rule.scope + rule.clauses.flatMap(\.tests) }
    findOpen(action)
    let read = leaves(Set(tests.flatMap(\.facts)))
    for fact in charter.facts.indices where read.contains(fact) && open.contains(fact) {
      if let options = levelOptions(fact) {
        groups.append(options.map { ([(fact: fact, holding: $0.0)], $0.1) })
      }
    }
    groups += numberGroups(read)
  }

  private mutating func findOpen(_ action: Action) {
    for (place, fact) in charter.facts.enumerated() {
      switch fact.kind {
      case .computed, nil: continue
      case .counts(let family, let text):
        if case .value(.text(let words)) = contents[text] {
          said[place] = .number(Number(brute.count(family, in: words)))
        } else if open.contains(text) {
          open.insert(place)
        }
        continue
      default: break
      }
      switch contents[place] {
      case .value(let value): said[place] = Holding(value)
      case .untouched: break
      case .between, .roughly, .unsaid: open.insert(place)
      case nil: if !action.restIsUntouched || fact.mustBeSaid { open.insert(place) }
      }
    }
  }

  /// The facts that people say, or that are counted, on which `facts` rest.
  func leaves(_ facts: Set<Int>) -> Set<Int> {
    var result: Set<Int> = []
    for fact in facts {
      if case .computed(let expression) = charter.facts[fact].kind {
        result.formUnion(leaves(Set(expression.facts)))
      } else {
        result.insert(fact)
      }
    }
    return result
  }

  // MARK: - Levels

  private func levelOptions(_ fact: Int) -> [(Holding, Double)]? {
    switch charter.facts[fact].kind {
    case .scale(let levels), .oneOf(let levels): return levelOptions(fact, levels.count)
    case .yesNo: return levelOptions(fact, 2)
    case .anyOf(let levels): return setOptions(fact, levels)
    default: return nil
    }
  }

  private func levelOptions(_ fact: Int, _ count: Int) -> [(Holding, Double)] {
    if case .between(.level(let low), .level(let high)) = contents[fact] {
      return (low...high).map { (.level($0), 1 / Double(high - low + 1)) }
    }
    return [(.untouched, 0.5)] + (0..<count).map { (.level($0), 0.5 / Double(count)) }
  }

  private func setOptions(_ fact: Int, _ levels: [String]) -> [(Holding, Double)] {
    let tested = testedLevels(fact)
    let nothing = levels.firstIndex { $0.lowercased() == "nothing" }
    let others = levels.indices.filter { $0 != nothing }
    // Levels that no rule tests count as one: the first of them stands for all.
    let parts = others.filter { tested >> UInt64($0) & 1 == 1 }
    let rest = others.first { tested >> UInt64($0) & 1 == 0 }
    let members = parts + (rest.map { [$0] } ?? [])
    var options: [(Holding, Double)] = [(.untouched, 0.5)]
    if let nothing { options.append((.set(1 << UInt64(nothing)), members.isEmpty ? 0.5 : 0.25)) }
    let left = nothing == nil ? 0.5 : 0.25
    for choice in 1..<(1 << members.count) {
      var set: UInt64 = 0
      var size = 0
      for (place, level) in members.enumerated() where choice >> place & 1 == 1 {
        set |= 1 << UInt64(level)
        size += 1
      }
      options.append((.set(set), size == 1 ? left / Double(members.count) : 0))
    }
    return options
  }

  /// The levels that rules name; all where the fact is compared with another.
  private func testedLevels(_ fact: Int) -> UInt64 {
    var tested: UInt64 = 0
    for test in tests where test.facts.contains(fact) {
      for operand in test.operands {
        switch operand {
        case .value(.levels(let set)): tested |= set
        default: tested = .max
        }
      }
    }
    return tested
  }

  // MARK: - Numbers

  private mutating func numberGroups(_ read: Set<Int>) -> [[Option]] {
    var numbers = NumberGroups(charter: charter, contents: contents, said: brute.followed(said))
    numbers.collect(tests, members: read.filter { open.contains($0) && isNumber($0) })
    isSampled = numbers.isSampled
    let groups = numbers.groups()
    cuts = numbers.cutsOfMember
    return groups
  }

  private func isNumber(_ fact: Int) -> Bool {
    switch charter.facts[fact].kind {
    case .number, .money, .percent, .counts: true
    default: false
    }
  }

  // MARK: - All worlds

  /// Calls `body` with every world and its part of the answers.
  func forEach(_ body: ([Holding], Double) -> Void) {
    forEachChoice { world, mass, _ in body(world, mass) }
  }

  /// Calls `body` with every world, its part of the answers, and the option that each group takes.
  func forEachChoice(_ body: ([Holding], Double, [Int]) -> Void) {
    var world = said
    var choice = groups.map { _ in 0 }
    func fill(_ group: Int, _ mass: Double) {
      guard group < groups.count else {
        body(brute.followed(world), mass, choice)
        return
      }
      for (place, option) in groups[group].enumerated() {
        for (fact, holding) in option.holdings { world[fact] = holding }
        choice[group] = place
        fill(group + 1, mass * option.mass)
      }
    }
    fill(0, 1)
  }

  /// Which of the possible answers to `fact` a world holds: a level, a set, a threshold or a
  /// stretch, and for a text one of each count.
  func answer(to fact: Int, in world: [Holding]) -> [Int] {
    if charter.facts[fact].kind == .text {
      return charter.facts.indices.flatMap { counted -> [Int] in
        guard case .counts(_, fact) = charter.facts[counted].kind else { return [] }
        return cuts[counted] == nil ? [] : answer(to: counted, in: world)
      }
    }
    switch world[fact] {
    case .untouched: return [-1]
    case .level(let level): return [level]
    case .set(let set): return [Int(bitPattern: UInt(set))]
    case .number(let number):
      let cuts = cuts[fact] ?? []
      return [2 * cuts.count { $0 < number } + (cuts.contains(number) ? 1 : 0)]
    }
  }

  /// The world as told.
  var told: [Holding] {
    var world = said
    for (fact, content) in contents {
      switch content {
      case .between(.level(let low), .level(let high)): world[fact] = .level((low + high) / 2)
      case .between(.number(let low), .number(let high)):
        world[fact] = .number((low + high) * (Number(1).divided(by: Number(2)) ?? Number(0)))
      case .roughly(let number): world[fact] = .number(number)
      default: break
      }
    }
    return brute.followed(world)
  }
}
