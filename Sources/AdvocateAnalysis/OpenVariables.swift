import AdvocateCharter
import AdvocateEvaluation

/// The open facts of an action as variables with finitely many cells.
struct OpenVariables {
  /// The variables.
  private(set) var variables: [OpenVariable] = []
  /// For each fact, the variable that holds it; nil for facts with one reading only.
  private(set) var variableOfFact: [Int?]
  /// The facts whose ways are too many to list; rules that read them are bounded.
  private(set) var unlisted: Set<Int> = []
  /// The computed facts whose stretches come from interval arithmetic, and so may be too wide.
  private(set) var widened: Set<Int> = []

  /// The rules that compare a computed fact, or a count, with something else that is open, in a
  /// way that no cells can tell; they are bounded.
  private(set) var tangledRules: Set<Int> = []

  let program: Program
  private let action: Action
  let world: [Reading]
  private let budget: AnalysisBudget

  /// What is known of one open fact.
  enum Opening {
    case unsaid
    case levels(ClosedRange<Int>)
    case numbers(Interval)
  }

  private(set) var openings: [Int: Opening] = [:]
  private let touched: Set<Int>
  /// The computed facts that follow, as a fraction of lines, from one open input.
  var fractions: [Int: (input: Int, line: LinearFraction)] = [:]
  /// The facts that may hold different things, as far as their inputs tell.
  var moving: Set<Int> = []

  /// - Parameters:
  ///   - open: the open facts that some rule reads.
  ///   - touched: the facts among them that are not untouched, whatever they hold.
  ///   - world: the readings as told.
  init(
    program: Program, action: Action, open: [Int], touched: Set<Int> = [], world: [Reading],
    budget: AnalysisBudget
  ) {
    self.touched = touched
    self.program = program
    self.action = action
    self.world = world
    self.budget = budget
    variableOfFact = [Int?](repeating: nil, count: program.charter.facts.count)
    for fact in open { openings[fact] = opening(of: fact) }
    guard !openings.isEmpty else { return }
    findMovingFacts()
    addLevels()
    addTexts()
    addNumbers()
    addComputed()
    tangledRules = Set(program.comparingRules.filter { isTangled($0) })
  }

  private func opening(of fact: Int) -> Opening {
    switch action.statement(of: fact)?.content {
    case .between(.level(let low), .level(let high)): return .levels(low...high)
    case .between(.number(let low), .number(let high)):
      return .numbers(Interval(low: low, isLowClosed: true, high: high, isHighClosed: true))
    case .roughly(let number):
      let near = number * (Number(4).divided(by: Number(5)) ?? Number(1))
      let far = number * (Number(5).divided(by: Number(4)) ?? Number(1))
      return .numbers(
        Interval(low: min(near, far), isLowClosed: true, high: max(near, far), isHighClosed: true))
    default: return .unsaid
    }
  }

  private mutating func add(_ variable: OpenVariable) {
    var variable = variable
    if !touched.isDisjoint(with: variable.facts) {
      variable.cells.removeAll { cell in
        zip(variable.facts, cell.readings).contains { touched.contains($0) && !$1.isTouched }
      }
    }
    for fact in variable.facts { variableOfFact[fact] = variables.count }
    variables.append(variable)
  }

  /// The number that a fact holds in every completion; nil for open facts and what follows.
  private func fixedNumber(_ fact: Int) -> Number? {
    moving.contains(fact) ? nil : world[fact].number
  }

  private var openFacts: [Int] { openings.keys.sorted() }

  /// The variables in `some`, and those from which they follow.
  func variables(behind some: [Int]) -> Set<Int> {
    var all = Set(some)
    var waiting = some
    while let next = waiting.popLast() {
      for input in variables[next].constraint?.inputs ?? [] where all.insert(input).inserted {
        waiting.append(input)
      }
    }
    return all
  }

  // MARK: - Levels

  private mutating func addLevels() {
    for fact in openFacts {
      let kind = program.charter.facts[fact].kind
      switch kind {
      case .scale(let levels), .oneOf(let levels): addLevels(levels.count, of: fact)
      case .yesNo: addLevels(2, of: fact)
      case .anyOf(let levels): addSets(levels, of: fact)
      default: break
      }
    }
  }

  private mutating func addLevels(_ count: Int, of fact: Int) {
    if case .levels(let range)? = openings[fact] {
      let mass = 1 / Double(range.count)
      add(
        OpenVariable(
          facts: [fact], cells: range.map { .init([.value(.level($0))], mass: mass) }))
    } else {
      let mass = 0.5 / Double(count)
      add(
        OpenVariable(
          facts: [fact],
          cells: [.init([.untouched], mass: 0.5)]
            + (0..<count).map { .init([.value(.level($0))], mass: mass) }))
    }
  }

  /// The sets that an `any of` fact can hold; levels that no rule tests count as one.
  private mutating func addSets(_ levels: [String], of fact: Int) {
    let tested = program.testedLevels(of: fact)
    let nothing = levels.firstIndex { $0.lowercased() == "nothing" }
    var units = levels.indices.filter { $0 != nothing && tested >> UInt64($0) & 1 == 1 }
    if let other = levels.indices.first(where: { $0 != nothing && tested >> UInt64($0) & 1 == 0 }) {
      units.append(other)
    }
    guard units.count < 20, 1 << units.count <= budget.cells else {
      unlisted.insert(fact)
      return
    }
    var cells = [OpenVariable.Cell([.untouched], mass: 0.5)]
    if let nothing {
      cells.append(
        .init([.value(.levels(1 << UInt64(nothing)))], mass: units.isEmpty ? 0.5 : 0.25))
    }
    let single = (nothing == nil ? 0.5 : 0.25) / Double(max(1, units.count))
    for choice in 1..<(1 << units.count) {
      var set: UInt64 = 0
      for (bit, level) in units.enumerated() where choice >> bit & 1 == 1 {
        set |= 1 << UInt64(level)
      }
      cells.append(.init([.value(.levels(set))], mass: choice.nonzeroBitCount == 1 ? single : 0))
    }
    add(OpenVariable(facts: [fact], cells: cells))
  }

  // MARK: - Texts

  /// A text in which phrases are counted is untouched or said; what it says shows in the counts.
  private mutating func addTexts() {
    for fact in openFacts where program.charter.facts[fact].kind == .text {
      add(
        OpenVariable(
          facts: [fact],
          cells: [.init([.untouched], mass: 0.5), .init([.value(.text(""))], mass: 0.5)]))
    }
  }

  // MARK: - Numbers

  private mutating func addNumbers() {
    let open = openFacts.filter {
      program.charter.facts[$0].kind?.isNumeric == true
    }
    for group in program.comparedGroups(of: open) {
      let thresholds = self.thresholds(ofGroup: group)
      let ways = group.map { cells(of: $0, thresholds) }
      let total = ways.reduce(1) { $0 > budget.cells ? $0 : $0 * $1.count }
      if total > budget.cells {
        unlisted.formUnion(group)
      } else if group.count == 1 {
        add(OpenVariable(facts: group, cells: ways[0].map { single($0) }))
      } else {
        let cells = joint(ways)
        if cells.count > budget.cells {
          unlisted.formUnion(group)
        } else {
          add(OpenVariable(facts: group, cells: cells))
        }
      }
    }
  }

  /// Where computed facts that follow from `input` alone pass their thresholds, or each other.
  private func carriedThresholds(to input: Int) -> [Number] {
    var thresholds: [Number] = []
    for (computed, fraction) in fractions where fraction.input == input {
      for value in program.thresholds(of: computed, fixedNumber) {
        if let place = fraction.line.place(of: value) { thresholds.append(place) }
      }
      thresholds += fraction.line.poles
      for other in program.comparedFacts(with: computed) {
        if case .places(let places) = crossing(computed, other) { thresholds += places }
      }
    }
    return thresholds
  }

  /// Where rules can tell the numbers of a group of compared facts apart.
  private func thresholds(ofGroup group: [Int]) -> [Number] {
    var thresholds: [Number] = []
    for fact in group {
      thresholds += program.thresholds(of: fact, fixedNumber)
      if case .numbers(let range)? = openings[fact], group.count > 1 {
        thresholds += [range.low, range.high].compactMap(\.self)
      }
      thresholds += carriedThresholds(to: fact)
    }
    return thresholds
  }

  /// One number of a group: untouched, or in a stretch.
  private struct Way {
    var cell: NumberCell?
    var mass: Double
  }

  private func cells(of fact: Int, _ thresholds: [Number]) -> [Way] {
    if case .numbers(let range)? = openings[fact] {
      let cells = NumberCell.cut(range, at: thresholds)
      return cells.map { Way(cell: $0, mass: 1 / Double(cells.count)) }
    }
    var range = Interval.everything
    if case .number = program.charter.facts[fact].kind {
      range = Interval(low: Number(0), isLowClosed: true, high: nil, isHighClosed: false)
    }
    let cells = NumberCell.cut(range, at: thresholds)
    return [Way(cell: nil, mass: 0.5)]
      + cells.map { Way(cell: $0, mass: 0.5 / Double(cells.count)) }
  }

  private func single(_ way: Way) -> OpenVariable.Cell {
    guard let cell = way.cell else { return .init([.untouched], mass: way.mass) }
    return .init(
      [.value(.number(cell.samples(1)[0]))], mass: way.mass, intervals: [cell.interval])
  }

  /// The ways to fill in several numbers that are compared: within one stretch, in every order.
  private func joint(_ ways: [[Way]]) -> [OpenVariable.Cell] {
    var cells: [OpenVariable.Cell] = []
    var choice = [Int](repeating: 0, count: ways.count)
    while cells.count <= budget.cells {
      let chosen = zip(ways, choice).map { $0[$1] }
      let mass = chosen.reduce(1) { $0 * $1.mass }
      let orders = Self.orders(of: chosen.map(\.cell))
      for order in orders {
        cells.append(
          .init(
            order.map { $0.map { .value(.number($0)) } ?? .untouched },
            mass: mass / Double(orders.count), intervals: chosen.map { $0.cell?.interval }))
      }
      guard let next = choice.indices.last(where: { choice[$0] + 1 < ways[$0].count }) else {
        return cells
      }
      choice[next] += 1
      for later in choice.indices where later > next { choice[later] = 0 }
    }
    return cells
  }

  /// The numbers of `cells` in every order that those in one stretch can have.
  private static func orders(of cells: [NumberCell?]) -> [[Number?]] {
    var orders: [[Number?]] = [cells.map { cell in cell.map { $0.samples(1)[0] } }]
    var done: Set<Int> = []
    for place in cells.indices where !done.contains(place) {
      guard let cell = cells[place], !cell.isPoint else { continue }
      let members = cells.indices.filter { cells[$0]?.interval == cell.interval }
      done.formUnion(members)
      guard members.count > 1 else { continue }
      var more: [[Number?]] = []
      for ranks in weakOrders(members.count) {
        let samples = cell.samples((ranks.max() ?? 0) + 1)
        for order in orders {
          var order = order
          for (member, rank) in zip(members, ranks) { order[member] = samples[rank] }
          more.append(order)
        }
      }
      orders = more
    }
    return orders
  }

  /// All ways to rank `count` things with ties: 1, 3, 13, 75, ...
  static func weakOrders(_ count: Int) -> [[Int]] {
    var orders: [[Int]] = []
    var ranks = [Int](repeating: 0, count: count)
    func extend(_ place: Int) {
      if place == count {
        let used = Set(ranks)
        if used == Set(0...(used.max() ?? 0)) { orders.append(ranks) }
        return
      }
      for rank in 0..<count {
        ranks[place] = rank
        extend(place + 1)
      }
    }
    guard count <= 6 else { return [] }
    extend(0)
    return orders
  }

  // MARK: - Facts that are worked out

  private mutating func addComputed() {
    for fact in program.charter.facts.indices where program.isRead[fact] {
      switch program.charter.facts[fact].kind {
      case .computed: addComputed(fact)
      case .counts(_, let text) where openings[text] != nil: addCount(fact, text: text)
      default: break
      }
    }
  }

  private mutating func addCount(_ fact: Int, text: Int) {
    guard let input = variableOfFact[text] else { return }
    let range = Interval(low: Number(0), isLowClosed: true, high: nil, isHighClosed: false)
    let thresholds = program.thresholds(of: fact, fixedNumber) + carriedThresholds(to: fact)
    let cells = NumberCell.cut(range, at: thresholds).filter(\.holdsWholeNumber)
    add(
      OpenVariable(
        facts: [fact],
        cells: [.init([.untouched], mass: 1)]
          + cells.map {
            .init([.value(.number($0.samples(1)[0]))], mass: 1, intervals: [$0.interval])
          },
        constraint: .init(inputs: [input], allowed: [[0], Array(1...cells.count)])))
  }

  private mutating func addComputed(_ fact: Int) {
    guard let expression = program.expressions[fact] else { return }
    guard moving.contains(fact) else { return }
    let open = program.sources[fact].filter { isOpen($0) }
    if open.count == 1, !unlisted.contains(open[0]), fractions[fact] != nil {
      // Its thresholds were carried over to its one open input: it follows, cell by cell.
      let input = variableOfFact[open[0]]
      variableOfFact[fact] = input
      return
    }
    widened.insert(fact)
    let inputs = Array(Set(open.compactMap { variableOfFact[$0] })).sorted()
    let combinations = inputs.reduce(1) { $0 * variables[$1].cells.count }
    guard open.allSatisfy({ !unlisted.contains($0) }), combinations <= 2 * budget.cells else {
      unlisted.insert(fact)
      return
    }
    let cells = NumberCell.cut(
      .everything, at: program.thresholds(of: fact, fixedNumber))
    let allowed = (0..<combinations).map { combination in
      self.allowed(fact, expression, inputs, combination, cells)
    }
    add(
      OpenVariable(
        facts: [fact],
        cells: [.init([.untouched], mass: 1)]
          + cells.map {
            .init([.value(.number($0.samples(1)[0]))], mass: 1, intervals: [$0.interval])
          },
        constraint: .init(inputs: inputs, allowed: allowed)))
  }

  /// The cells of a computed fact that a joint cell of its inputs allows.
  private func allowed(
    _ fact: Int, _ expression: Expression, _ inputs: [Int], _ combination: Int,
    _ cells: [NumberCell]
  ) -> [Int] {
    var intervals: [Int: Interval] = [:]
    var rest = combination
    for input in inputs.reversed() {
      let variable = variables[input]
      let cell = variable.cells[rest % variable.cells.count]
      rest /= variable.cells.count
      for (place, inputFact) in variable.facts.enumerated()
      where expression.facts.contains(inputFact) {
        guard let interval = cell.intervals[place] else { return [0] }
        intervals[inputFact] = interval
      }
    }
    let (interval, mayBeUntouched) = expression.interval { input in
      intervals[input] ?? world[input].number.map { .point($0) } ?? .everything
    }
    var allowed = mayBeUntouched ? [0] : []
    guard let interval else { return [0] }
    for (place, cell) in cells.enumerated() where cell.interval.meets(interval) {
      allowed.append(place + 1)
    }
    return allowed
  }
}
