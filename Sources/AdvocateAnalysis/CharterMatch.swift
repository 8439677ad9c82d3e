import AdvocateCharter
import AdvocateEvaluation

/// The facts that two charters share, by their names.
struct CharterMatch {
  let before: Charter
  let after: Charter
  /// For each fact of the charter after, the fact of the one before that it is the same as.
  private(set) var beforeOfAfter: [Int?] = []
  /// The names of the facts that some rule of either reads, and that hold something else in each.
  private(set) var clashes: [String] = []

  init(_ before: Program, _ after: Program) {
    self.before = before.charter
    self.after = after.charter
    let places = Dictionary(
      before.charter.facts.enumerated().map { ($0.element.name.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (fact, declaration) in after.charter.facts.enumerated() {
      guard let place = places[declaration.name.lowercased()] else {
        beforeOfAfter.append(nil)
        continue
      }
      let old = before.charter.facts[place]
      if Self.isSame(old.kind, declaration.kind) {
        beforeOfAfter.append(place)
      } else {
        beforeOfAfter.append(nil)
        let isWorkedOut = old.kind?.isSaid == false && declaration.kind?.isSaid == false
        if !isWorkedOut, before.isRead[place] || after.isRead[fact] {
          clashes.append(declaration.name)
        }
      }
    }
  }

  /// Whether two facts of one name can be said alike: the same levels, or numbers of one kind.
  private static func isSame(_ one: FactKind?, _ other: FactKind?) -> Bool {
    switch (one, other) {
    case (.scale(let levels), .scale(let others)), (.oneOf(let levels), .oneOf(let others)),
      (.anyOf(let levels), .anyOf(let others)):
      levels.map { $0.lowercased() } == others.map { $0.lowercased() }
    case (.number, .number): true
    default: one != nil && one == other && one?.isSaid == true
    }
  }

  /// `action`, which was said by `charter`, as the same lines say it by `other`, and how many of
  /// its lines do not fit there.
  static func action(
    _ action: Action, of charter: Charter, by other: Charter
  ) -> (action: Action, lost: Int) {
    let places = Dictionary(
      other.facts.enumerated().map { ($0.element.name.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var result = action
    result.statements = []
    for group in result.groups.indices { result.groups[group].statements = [] }
    var lost = 0
    for statement in action.allStatements {
      let fact = charter.facts[statement.fact]
      guard let place = places[fact.name.lowercased()],
        let content = content(statement.content, of: fact, by: other.facts[place])
      else {
        lost += 1
        continue
      }
      var copy = statement
      copy.fact = place
      copy.content = content
      result.say(copy)
    }
    result.dropped = action.dropped.map { line in
      var copy = line
      copy.fact = line.fact.flatMap { places[charter.facts[$0].name.lowercased()] }
      return copy
    }
    return (result, lost)
  }

  private static func content(
    _ content: Statement.Content, of fact: FactDeclaration, by other: FactDeclaration
  ) -> Statement.Content? {
    guard let kind = fact.kind, let otherKind = other.kind, otherKind.isSaid else { return nil }
    func level(_ place: Int) -> Int? {
      let name = fact.levels.indices.contains(place) ? fact.levels[place].lowercased() : ""
      return other.levels.firstIndex { $0.lowercased() == name }
    }
    func value(_ value: Value) -> Value? {
      switch (value, kind, otherKind) {
      case (.level(let place), _, .scale), (.level(let place), _, .oneOf),
        (.level(let place), _, .yesNo):
        return level(place).map(Value.level)
      case (.levels(let set), _, .anyOf):
        var moved: UInt64 = 0
        for place in fact.levels.indices where set >> UInt64(place) & 1 == 1 {
          guard let to = level(place) else { return nil }
          moved |= 1 << UInt64(to)
        }
        return .levels(moved)
      case (.number, .number, .number), (.number, .money, .money), (.number, .percent, .percent),
        (.text, _, .text):
        return value
      default: return nil
      }
    }
    switch content {
    case .untouched, .unsaid: return content
    case .value(let held): return value(held).map { .value($0) }
    case .between(let low, let high):
      guard let low = value(low), let high = value(high) else { return nil }
      if case .level(let from) = low, case .level(let to) = high, from > to { return nil }
      return .between(low, high)
    case .roughly(let number):
      return value(.number(number)).map { _ in content }
    }
  }
}

extension Rule {
  /// Whether the rules of both weigh and say the same, line by line, in whatever order.
  static func areAlike(_ some: ArraySlice<Rule>, _ others: ArraySlice<Rule>) -> Bool {
    var free = Array(others)
    for rule in some {
      guard
        let place = free.firstIndex(where: { $0.weight == rule.weight && $0.hasSameLines(as: rule) }
        )
      else { return false }
      free.remove(at: place)
    }
    return free.isEmpty
  }

  /// Whether the lines of both test the same in the same order, wherever they stand.
  func hasSameLines(as other: Rule) -> Bool {
    scope == other.scope && clauses.map(\.side) == other.clauses.map(\.side)
      && clauses.map(\.tests) == other.clauses.map(\.tests)
  }
}
