import AdvocateCharter
import AdvocateEvaluation

/// The values that facts may change to, and how many steps each takes.
struct FlipValues {
  private let judgement: Judgement
  private let program: Program

  init(_ judgement: Judgement) {
    self.judgement = judgement
    program = judgement.program
  }

  /// What the fact at `fact` may change to: nothing for views and givens, texts, and facts that
  /// follow from others or that no rule reads.
  ///
  /// Of an `any of` fact these are all sets that rules can tell apart, those nearest to what is
  /// said first, as long as ``areAll(of:)``.
  func options(of fact: Int) -> [(value: Value, steps: Int)] {
    guard mayChange(fact) else { return [] }
    guard case .anyOf(let levels) = judgement.charter.facts[fact].kind, areAll(of: fact) else {
      return everyValue(of: fact)
    }
    return allSets(levels, of: fact).filter { judgement.world[fact] != .value($0) }.map { ($0, 1) }
  }

  /// The most levels of which all sets are tried.
  private static let mostLevels = 12

  /// Whether ``options(of:)`` leaves out no value that rules can tell from those in it.
  func areAll(of fact: Int) -> Bool {
    guard case .anyOf(let levels) = judgement.charter.facts[fact].kind else { return true }
    return units(levels, of: fact).count <= Self.mostLevels
  }

  /// The levels that rules tell apart, each as a set, and all others together.
  private func units(_ levels: [String], of fact: Int) -> [UInt64] {
    let tested = program.testedLevels(of: fact)
    let nothing = levels.firstIndex { $0.lowercased() == "nothing" }
    let bits = levels.indices.filter { $0 != nothing }.map { UInt64(1) << UInt64($0) }
    let others = bits.filter { tested & $0 == 0 }
    let held = self.held(fact) & others.reduce(0, |)
    return bits.filter { tested & $0 != 0 } + (held != 0 ? [held] : others.prefix(1))
  }

  private func held(_ fact: Int) -> UInt64 {
    if case .value(.levels(let set)) = judgement.world[fact] { set } else { 0 }
  }

  private func allSets(_ levels: [String], of fact: Int) -> [Value] {
    let units = self.units(levels, of: fact)
    let held = self.held(fact)
    var sets = (1..<(1 << units.count)).map { choice in
      units.enumerated().reduce(UInt64(0)) {
        choice >> $1.offset & 1 == 1 ? $0 | $1.element : $0
      }
    }
    if let nothing = levels.firstIndex(where: { $0.lowercased() == "nothing" }) {
      sets.append(1 << UInt64(nothing))
    }
    return sets.map { (set: $0, far: ($0 ^ held).nonzeroBitCount) }
      .sorted { ($0.far, $0.set) < ($1.far, $1.set) }.map { .levels($0.set) }
  }

  /// The values of the fact at `fact` but the one as told, views and givens included.
  func everyValue(of fact: Int) -> [(value: Value, steps: Int)] {
    guard let kind = judgement.charter.facts[fact].kind else { return [] }
    let now = judgement.world[fact]
    let values: [Value]
    switch kind {
    case .scale(let levels), .oneOf(let levels): values = levels.indices.map { .level($0) }
    case .yesNo: values = [.level(0), .level(1)]
    case .anyOf(let levels): values = sets(levels, of: fact)
    case .number, .money, .percent: values = numbers(of: fact, kind).map { .number($0) }
    case .text, .computed, .counts: return []
    }
    return values.filter { now != .value($0) }.map { value in
      if case .scale = kind, case .level(let new) = value, case .value(.level(let old)) = now {
        return (value, abs(new - old))
      }
      return (value, 1)
    }
  }

  /// Whether a change of the fact at `fact` can matter: it is a deed or an outcome that a person
  /// says in other than free words, and some rule reads it.
  func mayChange(_ fact: Int) -> Bool {
    let declaration = judgement.charter.facts[fact]
    guard let kind = declaration.kind, kind.isSaid, kind != .text else { return false }
    return program.isRead[fact] && (declaration.nature == .deed || declaration.nature == .outcome)
  }

  /// Single levels, and what is said with one level more or less.
  private func sets(_ levels: [String], of fact: Int) -> [Value] {
    let nothing = levels.firstIndex { $0.lowercased() == "nothing" }
    var sets: [UInt64] = levels.indices.map { 1 << UInt64($0) }
    if case .value(.levels(let held)) = judgement.world[fact] {
      for level in levels.indices where level != nothing {
        var changed = held ^ (1 << UInt64(level))
        if let nothing { changed &= ~(1 << UInt64(nothing)) }
        if changed != 0, !sets.contains(changed) { sets.append(changed) }
      }
    }
    return sets.map { .levels($0) }
  }

  /// Each threshold, the middle between two, and one beyond the first and the last.
  private func numbers(of fact: Int, _ kind: FactKind) -> [Number] {
    var thresholds = thresholds(of: fact)
    var range = Interval.everything
    if case .number = kind {
      thresholds.append(Number(0))
      range = Interval(low: Number(0), isLowClosed: true, high: nil, isHighClosed: false)
    }
    guard !thresholds.isEmpty else { return [] }
    let one = kind == .percent ? Number(1).divided(by: Number(100)) ?? Number(1) : Number(1)
    return NumberCell.cut(range, at: thresholds).map { cell in
      switch (cell.interval.low, cell.interval.high) {
      case (let low?, let high?): (low + high).divided(by: Number(2)) ?? low
      case (let low?, nil): low + one
      case (nil, let high?): high - one
      case (nil, nil): Number(0)
      }
    }
  }

  /// Where the rules can tell values of the fact at `fact` apart, all others being as told.
  private func thresholds(of fact: Int) -> [Number] {
    var action = judgement.action
    action.statements.removeAll { $0.fact == fact }
    let alone = OpenVariables(
      program: program, action: action, open: [fact], world: judgement.world,
      budget: AnalysisBudget())
    guard let variable = alone.variableOfFact[fact] else { return [] }
    return alone.variables[variable].cells.compactMap { cell in
      let interval = cell.intervals[0]
      return interval?.low == interval?.high ? interval?.low : nil
    }
  }
}
