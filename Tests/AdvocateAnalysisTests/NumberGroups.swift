import AdvocateCharter

/// The open numbers of an action, with the cells and orders that the rules can tell apart.
struct NumberGroups {
  /// One value that stands for a threshold or a stretch, and the stretch's number.
  struct Cell {
    var low: Number?
    var high: Number?
    var stretch: Int
    var isPoint: Bool { low != nil && low == high }
  }

  let charter: Charter
  let contents: [Int: Statement.Content]
  /// The world of what is said, with the computed facts that follow from that alone.
  let said: [Holding]
  /// Whether a computed fact that is read has no exact cells.
  private(set) var isSampled = false
  /// Where the answers of each number are cut, once the groups are found.
  private(set) var cutsOfMember: [Int: [Number]] = [:]

  private var members: [Int] = []
  private var thresholds: [Int: [Number]] = [:]
  private var comparedWith: [Int: Set<Int>] = [:]

  init(charter: Charter, contents: [Int: Statement.Content], said: [Holding]) {
    self.charter = charter
    self.contents = contents
    self.said = said
  }

  /// What a numeric fact is, seen from what is said.
  private enum Standing {
    case number(Number)
    case neverTouched
    case open
    /// Follows from one open input.
    case follows(Int, Fraction)
    /// Follows from more than one, or in a crooked way.
    case tangled
  }

  private func standing(_ fact: Int) -> Standing {
    if members.contains(fact) { return .open }
    if case .number(let number) = said[fact] { return .number(number) }
    guard case .computed(let expression) = charter.facts[fact].kind else { return .neverTouched }
    let inputs = inputs(of: expression)
    let isOpen = inputs.filter { members.contains($0) }
    if inputs.contains(where: { said[$0] == .untouched && !members.contains($0) }) {
      return .neverTouched
    }
    guard let input = isOpen.first else { return .neverTouched }
    let known = { (fact: Int) -> Number? in
      if case .number(let number) = self.said[fact] { number } else { nil }
    }
    guard isOpen.count == 1,
      let fraction = Fraction(expression, charter: charter, known: known)
    else { return .tangled }
    return fraction.isNowhere ? .neverTouched : .follows(input, fraction)
  }

  private func inputs(of expression: Expression) -> [Int] {
    var result: [Int] = []
    for fact in expression.facts {
      if case .computed(let inner) = charter.facts[fact].kind {
        result += inputs(of: inner)
      } else {
        result.append(fact)
      }
    }
    return Array(Set(result))
  }

  /// Finds the thresholds of `members` in `tests`, and which of them are compared.
  mutating func collect(_ tests: [Test], members: Set<Int>) {
    self.members = members.sorted()
    for test in tests where charter.facts[test.fact].kind?.isNumeric == true {
      for operand in test.operands {
        switch operand {
        case .value(.number(let number)):
          compare(standing(test.fact), test.fact, .number(number), nil)
        case .value: break
        case .fact(let other):
          compare(standing(test.fact), test.fact, standing(other), other)
          compare(standing(other), other, standing(test.fact), test.fact)
        }
      }
    }
    if isSampled {
      // No exact cells: more cuts give more samples.
      for member in self.members {
        thresholds[member, default: []] += [-4, 0, 1, 3].map { Number($0) }
      }
    }
  }

  private mutating func compare(
    _ left: Standing, _ fact: Int, _ right: Standing, _ other: Int?
  ) {
    switch (left, right) {
    case (.open, .number(let number)): thresholds[fact, default: []].append(number)
    case (.open, .open):
      if let other { comparedWith[fact, default: []].insert(other) }
      // Counts are whole, so not every order fits between two thresholds.
      if text(of: fact) != nil { isSampled = true }
    case (.follows(let input, let fraction), .number(let number)):
      thresholds[input, default: []] += fraction.poles
      if let solution = fraction.solution(number) {
        thresholds[input, default: []].append(solution)
      }
    case (.follows(let input, let fraction), _):
      thresholds[input, default: []] += fraction.poles
      meet(input, fraction, right, other)
    case (.tangled, .neverTouched): break
    case (.tangled, _): isSampled = true
    default: break
    }
  }

  /// Cuts the one input of a computed fact where it meets another fact that moves.
  private mutating func meet(
    _ input: Int, _ fraction: Fraction, _ right: Standing, _ other: Int?
  ) {
    var otherFraction: Fraction?
    switch right {
    case .neverTouched: return
    case .open: if other == input { otherFraction = .identity }
    case .follows(input, let fraction): otherFraction = fraction
    default: break
    }
    if let meeting = otherFraction.flatMap({ fraction.meeting($0) }) {
      thresholds[input, default: []] += meeting
    } else {
      isSampled = true
    }
  }

  // MARK: - Groups

  /// For each group of numbers that are compared, or counted in one text, the ways to fill it in.
  mutating func groups() -> [[Completions.Option]] {
    var left = members
    var result: [[Completions.Option]] = []
    while let first = left.first {
      var group = [first]
      var place = 0
      while place < group.count {
        for other in left where !group.contains(other) && belongs(group[place], other) {
          group.append(other)
        }
        place += 1
      }
      left.removeAll { group.contains($0) }
      result.append(options(of: group.sorted()))
    }
    return result
  }

  private func areCompared(_ one: Int, _ other: Int) -> Bool {
    comparedWith[one]?.contains(other) == true || comparedWith[other]?.contains(one) == true
  }

  private func belongs(_ one: Int, _ other: Int) -> Bool {
    if areCompared(one, other) { return true }
    guard let text = text(of: one) else { return false }
    return text == self.text(of: other)
  }

  private func text(of fact: Int) -> Int? {
    if case .counts(_, let text) = charter.facts[fact].kind { text } else { nil }
  }

  private mutating func options(of group: [Int]) -> [Completions.Option] {
    let cuts = self.cuts(of: group)
    for member in group { cutsOfMember[member] = cuts }
    let cells = group.map { self.cells(of: $0, cuts) }
    let isCounted = text(of: group[0]) != nil
    var options: [Completions.Option] = []
    /// Chooses a cell, or untouched, for each member in turn.
    func choose(_ chosen: [Cell?], _ mass: Double) {
      let place = chosen.count
      guard place < group.count else {
        options += orders(group, chosen, mass)
        return
      }
      let isRange = range(of: group[place]) != nil
      // All counts of one text are untouched together.
      let isTied = isCounted && place > 0
      let isUntouched = isTied && chosen[0] == nil
      if !isRange, !isTied || isUntouched { choose(chosen + [nil], isTied ? mass : mass / 2) }
      if isUntouched { return }
      let part = mass / Double(cells[place].count) / (isRange || isTied ? 1 : 2)
      for cell in cells[place] { choose(chosen + [cell], part) }
    }
    choose([], 1)
    return options
  }

  private func cuts(of group: [Int]) -> [Number] {
    var cuts = group.flatMap { thresholds[$0] ?? [] }
    if group.count > 1 {
      for member in group { if let (low, high) = range(of: member) { cuts += [low, high] } }
    }
    var distinct: [Number] = []
    for cut in cuts.sorted() where distinct.last != cut { distinct.append(cut) }
    return distinct
  }

  private func range(of fact: Int) -> (Number, Number)? {
    switch contents[fact] {
    case .between(.number(let low), .number(let high)): return (low, high)
    case .roughly(let number):
      let low = number * fraction(4, 5)
      let high = number * fraction(5, 4)
      return low < high ? (low, high) : (high, low)
    default: return nil
    }
  }

  private func fraction(_ top: Int, _ bottom: Int) -> Number {
    Number(top).divided(by: Number(bottom)) ?? Number(0)
  }

  /// The thresholds and the stretches between them on which `fact` can lie.
  private func cells(of fact: Int, _ cuts: [Number]) -> [Cell] {
    var low: Number?
    var high: Number?
    switch charter.facts[fact].kind {
    case .number, .counts: low = Number(0)
    default: break
    }
    if let range = range(of: fact) { (low, high) = (range.0, range.1) }
    if let low, low == high { return [Cell(low: low, high: high, stretch: -1)] }
    var cells: [Cell] = []
    for place in 0...cuts.count {
      var start = place > 0 ? cuts[place - 1] : nil
      var end = place < cuts.count ? cuts[place] : nil
      if let low, start.map({ $0 < low }) ?? true { start = low }
      if let high, end.map({ $0 > high }) ?? true { end = high }
      if let start, let end, !(start < end) || !holds(fact, above: start, below: end) {
        // Nothing of the stretch lies within the range.
      } else {
        cells.append(Cell(low: start, high: end, stretch: place))
      }
      if place < cuts.count, low.map({ $0 <= cuts[place] }) ?? true,
        high.map({ $0 >= cuts[place] }) ?? true, text(of: fact) == nil || isWhole(cuts[place])
      {
        cells.append(Cell(low: cuts[place], high: cuts[place], stretch: -1))
      }
    }
    return cells
  }

  private func isWhole(_ number: Number) -> Bool {
    !number.decimal(places: 12).contains(".")
  }

  /// Whether a number between two others will do; a count has to be whole, and may be 0.
  private func holds(_ fact: Int, above low: Number, below high: Number) -> Bool {
    guard text(of: fact) != nil else { return true }
    if low == Number(0), !thresholdIsZero(fact) { return true }
    var whole = Number(0)
    while whole <= low { whole = whole + Number(1) }
    return whole < high
  }

  private func thresholdIsZero(_ fact: Int) -> Bool {
    thresholds[fact]?.contains(Number(0)) == true
  }

  // MARK: - Orders

  /// The chosen cells with the numbers of each stretch in every order.
  private func orders(
    _ group: [Int], _ chosen: [Cell?], _ mass: Double
  ) -> [Completions.Option] {
    var options: [Completions.Option] = [([], mass)]
    var stretches: [Int: [Int]] = [:]
    for (place, cell) in chosen.enumerated() {
      guard let cell else {
        options = options.map { ($0.holdings + [(group[place], .untouched)], $0.mass) }
        continue
      }
      if cell.isPoint, let value = cell.low {
        options = options.map { ($0.holdings + [(group[place], .number(value))], $0.mass) }
      } else {
        stretches[cell.stretch, default: []].append(place)
      }
    }
    for (_, places) in stretches.sorted(by: { $0.key < $1.key }) {
      let ranks = weakOrders(places.count)
      options = options.flatMap { option in
        ranks.map { ranks in
          var option = option
          for (place, rank) in zip(places, ranks) {
            let value = chosen[place].map { inside($0, rank, of: places.count) } ?? Number(0)
            option.holdings.append((group[place], .number(value)))
          }
          option.mass /= Double(weakOrders(places.count).count)
          return option
        }
      }
    }
    return options
  }

  /// All ways to rank `count` numbers where some may be equal.
  private func weakOrders(_ count: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<count { all = all.flatMap { ranks in (0..<count).map { ranks + [$0] } } }
    return all.filter { ranks in Set(ranks).count == (ranks.max() ?? -1) + 1 }
  }

  private func inside(_ cell: Cell, _ rank: Int, of count: Int) -> Number {
    switch (cell.low, cell.high) {
    case (nil, nil): Number(rank)
    case (let low?, nil): low + Number(rank + 1)
    case (nil, let high?): high - Number(count - rank)
    case (let low?, let high?): low + (high - low) * fraction(rank + 1, count + 1)
    }
  }
}
