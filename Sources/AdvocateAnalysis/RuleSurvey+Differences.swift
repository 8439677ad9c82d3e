import AdvocateCharter
import AdvocateEvaluation

/// What makes a difference to one rule: levels, and numbers that it compares facts with.
extension RuleSurvey {
  // MARK: - Levels

  /// The levels that the rule tells apart, given what it says in each of `worlds`.
  func levelsThatMatter(_ worlds: RuleWorlds, _ table: [Saying]) -> Set<LevelPair> {
    var levels: Set<LevelPair> = []
    var stride = table.count
    for (place, part) in worlds.parts.enumerated() {
      let size = part.cells.count
      let block = stride
      stride /= size
      guard part.facts.count == 1 else { continue }
      let fact = part.facts[0]
      func differ(_ one: Int, _ other: Int) -> Bool {
        Swift.stride(from: 0, to: table.count, by: block).contains { start in
          (0..<stride).contains {
            table[start + one * stride + $0] != table[start + other * stride + $0]
          }
        }
      }
      let held = part.cells.map { cell -> Value? in
        if case .value(let value) = cell[0] { value } else { nil }
      }
      switch program.charter.facts[fact].kind {
      case .scale, .oneOf, .yesNo:
        for (one, low) in held.enumerated() {
          for (other, high) in held.enumerated() {
            guard case .level(let low) = low, case .level(let high) = high, low < high,
              differ(one, other)
            else { continue }
            levels.insert(LevelPair(fact: fact, low: low, high: high))
          }
        }
      case .anyOf(let names):
        let mattering = levelsThatMatter(fact, names, held) { one, other in
          guard let other else { return differsFromNone(worlds, table, part: place, cell: one) }
          return differ(one, other)
        }
        levels.formUnion(mattering)
      default: continue
      }
    }
    return levels
  }

  /// Whether the rule says something else where the fact of `part` holds no level at all.
  private func differsFromNone(
    _ worlds: RuleWorlds, _ table: [Saying], part: Int, cell: Int
  ) -> Bool {
    let evaluator = Evaluator(program)
    let fact = worlds.parts[part].facts[0]
    var differs = false
    var place = 0
    worlds.forEach { choice, world in
      defer { place += 1 }
      guard choice[part] == cell else { return true }
      let kept = world[fact]
      world[fact] = .value(.levels(0))
      differs = evaluator.saying(ofRule: 0) { world[$0] } != table[place]
      world[fact] = kept
      return !differs
    }
    return differs
  }

  /// Finds the levels of an `any of` fact that make a difference when they are said as well; the
  /// second cell that `differ` takes is nil for a fact that holds no level.
  private func levelsThatMatter(
    _ fact: Int, _ names: [String], _ held: [Value?], _ differ: (Int, Int?) -> Bool
  ) -> [LevelPair] {
    var found: [LevelPair] = []
    var cells: [UInt64: Int] = [:]
    for case (let cell, .levels(let set)?) in held.enumerated() { cells[set] = cell }
    let nothing = names.firstIndex { $0.lowercased() == "nothing" }.map { UInt64(1) << UInt64($0) }
    let units = cells.keys.filter { $0.nonzeroBitCount == 1 && $0 != nothing }
    let tested = program.testedLevels(of: fact)
    for unit in units {
      let matters =
        cells[unit].map { differ($0, nil) } == true
        || cells.contains { set, cell in
          guard set & unit == 0, set != nothing, let more = cells[set | unit] else { return false }
          return differ(cell, more)
        }
      guard matters else { continue }
      // Levels that the rule does not test stand in one unit.
      let isTested = tested & unit != 0
      for level in names.indices {
        let bit = UInt64(1) << UInt64(level)
        guard bit != nothing, isTested ? bit == unit : tested & bit == 0 else { continue }
        found.append(LevelPair(fact: fact, low: level, high: level))
      }
    }
    return found
  }

  // MARK: - Thresholds

  /// The numbers that make a difference, given what the rule says in each of `worlds`.
  func thresholdsThatMatter(_ worlds: RuleWorlds, _ table: [Saying]) -> Set<Threshold> {
    var thresholds: Set<Threshold> = []
    let evaluator = Evaluator(program)
    let all = Self.thresholds(of: declaration, in: program.charter).map(\.threshold)
    // A computed fact cannot be moved by itself.
    var left = Set(all.filter { program.expressions[$0.fact] == nil })
    var steps: [Threshold: Number] = [:]
    for threshold in left { steps[threshold] = Self.step(beside: threshold, worlds) }
    var place = 0
    worlds.forEach { _, world in
      let saying = table[place]
      place += 1
      for threshold in left {
        let fact = threshold.fact
        guard let held = world[fact].number else { continue }
        let kind = program.charter.facts[fact].kind
        let values: [Number]
        if case .counts = kind {
          values = Self.wholes(around: threshold.number)
        } else if held == threshold.number {
          values = Self.neighbours(of: threshold, kind, steps[threshold] ?? Number(1))
        } else {
          continue
        }
        let kept = world
        // Facts that hold the same number move along, so that only the number is tried.
        let moving = world.indices.filter { other in
          other == fact
            || kind?.isCounted == false && world[other].number == held
              && program.charter.facts[other].kind?.isSaid == true
        }
        var found: Set<Saying> = kind?.isCounted == true ? [] : [saying]
        for value in values {
          for other in moving { world[other] = .value(.number(value)) }
          worlds.follow(&world)
          found.insert(evaluator.saying(ofRule: 0) { world[$0] })
        }
        world = kept
        if found.count > 1 {
          thresholds.insert(threshold)
          left.remove(threshold)
        }
      }
      return !left.isEmpty
    }
    return thresholds
  }

  /// The whole numbers just below, on and just above `number`.
  private static func wholes(around number: Number) -> [Number] {
    let digits = number.magnitude.decimal(places: 0)
    guard let near = Number(whole: digits, fraction: "", isNegative: number.sign < 0) else {
      return []
    }
    return (-2...2).map { near + Number($0) }.filter { whole in
      whole.sign >= 0 && (whole - number).magnitude <= Number(1)
    }
  }

  /// A step from a threshold so small that nothing else changes on the way.
  private static func step(beside threshold: Threshold, _ worlds: RuleWorlds) -> Number {
    let marks = worlds.parts.filter { $0.facts.contains(threshold.fact) }.flatMap { part in
      part.cells.flatMap { $0.compactMap(\.number) }
    }
    let gaps = marks.map { ($0 - threshold.number).magnitude }.filter { $0.sign > 0 }
    return (gaps.min() ?? Number(1)).divided(by: Number(1000)) ?? Number(1)
  }

  private static func neighbours(
    of threshold: Threshold, _ kind: FactKind?, _ step: Number
  ) -> [Number] {
    let values = [threshold.number - step, threshold.number + step]
    if case .number = kind { return values.filter { $0.sign >= 0 } }
    return values
  }
}
