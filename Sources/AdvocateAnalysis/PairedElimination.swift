import AdvocateCharter
import AdvocateEvaluation

/// What a charter and another come to together in any completion, each outcome with a way there.
///
/// The elimination of `Elimination`, with the sums of two charters at once. Sums that both veto are
/// left out: nothing that is added parts them again.
struct PairedElimination {
  /// What some rules of one charter come to.
  struct Part: Hashable {
    var balance = 0
    var inPlay = 0
    /// Whether one of them vetoes; then the sums are 0, since they no longer count.
    var isVetoed = false

    init() {}

    /// What a rule of `weight` comes to when it says `saying`.
    init(_ saying: Saying, weight: Int) {
      isVetoed = saying == .veto
      guard saying != .veto, saying != .notInPlay else { return }
      balance = saying.halves * weight
      inPlay = weight
    }

    static func + (left: Part, right: Part) -> Part {
      var sum = Part()
      sum.isVetoed = left.isVetoed || right.isVetoed
      if !sum.isVetoed {
        sum.balance = left.balance + right.balance
        sum.inPlay = left.inPlay + right.inPlay
      }
      return sum
    }
  }

  /// What some rules of both charters come to.
  struct Sums: Hashable {
    var before = Part()
    var after = Part()

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(before: left.before + right.before, after: left.after + right.after)
    }
  }

  /// The cells that lead to some sums, by their variables.
  indirect enum Way {
    case anyhow
    case cell(variable: Int, cell: Int)
    case both(Way, Way)

    /// Sets the cell of each variable that is named.
    func fill(_ cells: inout [Int: Int]) {
      switch self {
      case .anyhow: break
      case .cell(let variable, let cell): cells[variable] = cell
      case .both(let one, let other):
        one.fill(&cells)
        other.fill(&cells)
      }
    }
  }

  /// The sums that come true, in the order of finding, so that the same way is found every time.
  struct Outcomes {
    private(set) var order: [Sums] = []
    private(set) var ways: [Sums: Way] = [:]

    init() {}

    init(_ sums: Sums, _ way: Way) { insert(sums, way) }

    mutating func insert(_ sums: Sums, _ way: Way) {
      if sums.before.isVetoed && sums.after.isVetoed { return }
      if ways.updateValue(way, forKey: sums) == nil { order.append(sums) }
    }

    mutating func formUnion(_ other: Outcomes) {
      for sums in other.order {
        if let way = other.ways[sums], ways[sums] == nil { insert(sums, way) }
      }
    }
  }

  /// A table over some variables: what comes true in each joint cell.
  struct Factor {
    var variables: [Int]
    var sizes: [Int]
    var entries: [Outcomes]
  }

  private let variables: [OpenVariable]
  private let most: Int
  private var steps = 0

  /// - Parameter most: the most steps to take.
  init(variables: [OpenVariable], most: Int) {
    self.variables = variables
    self.most = most
  }

  /// Everything that `factors` come to together; nil where that takes too many steps.
  mutating func outcomes(of factors: [Factor]) -> Outcomes? {
    var factors = factors
    // Every variable that is worked out brings the condition that it fits its inputs.
    var members = Set(factors.flatMap(\.variables))
    for member in members.sorted() {
      guard let constraint = variables[member].constraint else { continue }
      members.formUnion(constraint.inputs)
      let count = variables[member].cells.count
      factors.append(
        Factor(
          variables: constraint.inputs + [member],
          sizes: constraint.inputs.map { variables[$0].cells.count } + [count],
          entries: constraint.allowed.flatMap { allowed in
            (0..<count).map { allowed.contains($0) ? Outcomes(Sums(), .anyhow) : Outcomes() }
          }))
    }
    var left = members.sorted()
    while !left.isEmpty {
      guard let next = left.min(by: { cost($0, factors) < cost($1, factors) }) else { break }
      left.removeAll { $0 == next }
      let touching = factors.filter { $0.variables.contains(next) }
      factors.removeAll { $0.variables.contains(next) }
      guard let joined = eliminate(next, touching) else { return nil }
      factors.append(joined)
    }
    var result = Outcomes(Sums(), .anyhow)
    for only in factors.compactMap(\.entries.first) {
      guard let next = combined(result, only) else { return nil }
      result = next
    }
    return result
  }

  private func cost(_ variable: Int, _ factors: [Factor]) -> Double {
    var scope: Set<Int> = []
    for factor in factors where factor.variables.contains(variable) {
      scope.formUnion(factor.variables)
    }
    return scope.reduce(1.0) { $0 * Double(variables[$1].cells.count) }
  }

  private mutating func eliminate(_ variable: Int, _ touching: [Factor]) -> Factor? {
    let scope = Set(touching.flatMap(\.variables)).subtracting([variable]).sorted()
    let sizes = scope.map { variables[$0].cells.count }
    guard sizes.reduce(1.0, { $0 * Double($1) }) <= Double(most) else { return nil }
    let places = touching.map { factor in factor.variables.map { scope.firstIndex(of: $0) } }
    var entries: [Outcomes] = []
    var isOver = false
    MixedRadix.forEach(sizes) { choice in
      guard !isOver else { return }
      var union = Outcomes()
      for cell in variables[variable].cells.indices {
        var product = Outcomes(Sums(), .cell(variable: variable, cell: cell))
        for (factor, own) in zip(touching, places) {
          let index = zip(own, factor.sizes).reduce(0) { index, next in
            index * next.1 + (next.0.map { choice[$0] } ?? cell)
          }
          guard let next = combined(product, factor.entries[index]) else {
            isOver = true
            return
          }
          product = next
          if product.order.isEmpty { break }
        }
        union.formUnion(product)
      }
      entries.append(union)
    }
    return isOver ? nil : Factor(variables: scope, sizes: sizes, entries: entries)
  }

  private mutating func combined(_ one: Outcomes, _ other: Outcomes) -> Outcomes? {
    steps += max(1, one.order.count) * max(1, other.order.count)
    guard steps <= most else { return nil }
    var result = Outcomes()
    for sums in one.order {
      guard let way = one.ways[sums] else { continue }
      for more in other.order {
        let sum = sums + more
        guard result.ways[sum] == nil, let otherWay = other.ways[more] else { continue }
        if case .anyhow = otherWay {
          result.insert(sum, way)
        } else {
          result.insert(sum, .both(way, otherWay))
        }
      }
    }
    return result
  }
}
