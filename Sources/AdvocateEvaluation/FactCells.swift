public import AdvocateCharter

/// The stretches of values of one fact that no rule can tell apart, numbered from 1; 0 is for a
/// fact that is untouched.
public struct FactCells: Sendable {
  /// How values fall into cells.
  private enum Form: Sendable {
    /// Each level is a cell of its own.
    case levels
    /// A number is below, on or above thresholds in rising order.
    case numbers([Number])
    /// Of a set of levels only these matter, and of those which class they make together.
    case sets(levels: [UInt64], classes: [UInt16])
  }

  /// How many cells there are, with the one for untouched.
  public let count: Int
  /// For each cell something that a fact in it can hold.
  public let representatives: [Reading]
  /// Whether each cell stands for one value alone, so that two facts can be compared by cells.
  let isExact: Bool
  private let form: Form

  /// The most levels of a set that cells are made for.
  private static let mostLevels = 10
  /// The most thresholds of a number that cells are made for.
  private static let mostThresholds = 1_000

  /// The cells of the fact at `fact`; nil where it has too many, or is not told apart by cells.
  init?(of fact: Int, in program: Program) {
    guard let kind = program.charter.facts[fact].kind else { return nil }
    let tests = program.testsOfFact[fact]
    var readings: [Reading] = [.untouched]
    switch kind {
    case .scale(let levels), .oneOf(let levels):
      form = .levels
      readings += levels.indices.map { .value(.level($0)) }
    case .yesNo:
      form = .levels
      readings += [.value(.level(0)), .value(.level(1))]
    case .number, .money, .percent:
      let thresholds = Self.thresholds(of: tests, of: fact)
      guard thresholds.count <= Self.mostThresholds else { return nil }
      form = .numbers(thresholds)
      readings += Self.samples(thresholds).map { .value(.number($0)) }
    case .anyOf:
      guard let (levels, classes, sets) = Self.sets(tests, of: fact) else { return nil }
      form = .sets(levels: levels, classes: classes)
      readings += sets.map { .value(.levels($0)) }
    case .text, .computed, .counts: return nil
    }
    isExact = if case .levels = form { true } else { false }
    count = readings.count
    representatives = readings
  }

  /// The cell of a fact that holds `value`.
  public func cell(of value: Value) -> Int {
    switch (form, value) {
    case (.levels, .level(let level)): return level + 1
    case (.numbers(let thresholds), .number(let number)):
      for (place, threshold) in thresholds.enumerated() where number <= threshold {
        return 2 * place + (number == threshold ? 2 : 1)
      }
      return 2 * thresholds.count + 1
    case (.sets(let levels, let classes), .levels(let set)):
      var index = 0
      for (place, level) in levels.enumerated() where set & level != 0 { index |= 1 << place }
      return Int(classes[index]) + 1
    default: return 0
    }
  }

  /// The cell of a fact that holds `reading`.
  public func cell(of reading: Reading) -> Int {
    if case .value(let value) = reading { cell(of: value) } else { 0 }
  }

  /// The numbers that rules compare the fact with, in rising order; empty for other kinds.
  public var thresholds: [Number] { if case .numbers(let numbers) = form { numbers } else { [] } }

  // MARK: - Numbers

  private static func thresholds(of tests: [Test], of fact: Int) -> [Number] {
    var numbers: [Number] = []
    for test in tests where test.fact == fact {
      for case .value(.number(let number)) in test.operands { numbers.append(number) }
    }
    var distinct: [Number] = []
    for number in numbers.sorted() where distinct.last != number { distinct.append(number) }
    return distinct
  }

  /// One number of each stretch and each threshold, in rising order.
  private static func samples(_ thresholds: [Number]) -> [Number] {
    guard let first = thresholds.first, let last = thresholds.last else { return [Number(0)] }
    var samples = [first - Number(1)]
    for (place, threshold) in thresholds.enumerated() {
      if place > 0 {
        let sum = thresholds[place - 1] + threshold
        samples.append(sum.divided(by: Number(2)) ?? threshold)
      }
      samples.append(threshold)
    }
    return samples + [last + Number(1)]
  }

  // MARK: - Sets

  /// The levels that matter one by one, the last standing for all others; for each way to have some
  /// of them its class; and for each class a set in it.
  private static func sets(
    _ tests: [Test], of fact: Int
  ) -> (levels: [UInt64], classes: [UInt16], sets: [UInt64])? {
    let operands = tests.filter { $0.fact == fact }.flatMap(\.operands)
    let wanted = Set(
      operands.compactMap { if case .value(.levels(let set)) = $0 { set } else { nil } }
    ).sorted()
    let named = wanted.reduce(0, |)
    var levels = (UInt64(0)..<64).map { 1 << $0 }.filter { named & $0 != 0 }
    if named != .max { levels.append(~named) }
    guard levels.count <= mostLevels else { return nil }
    var classes: [UInt16] = []
    var sets: [UInt64] = []
    var found: [[Bool]: UInt16] = [:]
    for index in 0..<(1 << levels.count) {
      var set: UInt64 = 0
      for (place, level) in levels.enumerated() where index >> place & 1 == 1 { set |= level }
      let outcomes = wanted.flatMap { [set & $0 == $0, set == $0] }
      if let known = found[outcomes] {
        classes.append(known)
      } else {
        let new = UInt16(sets.count)
        found[outcomes] = new
        classes.append(new)
        sets.append(set)
      }
    }
    return (levels, classes, sets)
  }
}
