import AdvocateCharter
import AdvocateEvaluation

/// Works out what the rules of one component come to, by eliminating its variables one by one.
///
/// The bucket elimination of R. Dechter (Artificial Intelligence 113, 1999), with outcome sums in
/// place of probabilities. Variables are taken in the order of the smallest table to build.
struct Elimination {
  /// A table over some variables: what the rules in it come to, for each joint cell.
  private struct Factor {
    var variables: [Int]
    var sizes: [Int]
    var entries: Entries
  }

  /// The entries of a table.
  private enum Entries {
    /// Those of one rule: what it says, and what that comes to.
    case sayings([Saying], [Outcomes.Sums])
    case outcomes([Outcomes])
  }

  /// What several entries come to: a sum to add to all of some entries, or alone where there are
  /// none, and a factor for their masses.
  private struct Product {
    var shift = Outcomes.Sums.nothing
    var scale = 1.0
    var entries: [Outcomes.Entry]?
    var isEmpty = false

    /// How many sums it has.
    var count: Int { isEmpty ? 0 : entries?.count ?? 1 }
  }

  private let variables: [OpenVariable]
  private let budget: AnalysisBudget
  private var factors: [Factor]
  private var steps = 0
  private var sum: Gathering
  private var product: Gathering
  private var polls = 0

  /// The outcomes of the component whose rules have `tables`, over the variables at `members`;
  /// nil where that takes more than the budget allows.
  static func outcomes(
    of tables: [RuleTable], members: [Int], variables: [OpenVariable], charter: Charter,
    budget: AnalysisBudget
  ) -> Outcomes? {
    var elimination = Elimination(variables: variables, budget: budget, tables, charter)
    elimination.addConstraints(members)
    return elimination.eliminate(members)
  }

  /// The outcomes of the component for each joint cell of the variables at `kept`, the first
  /// slowest, without the masses of their cells; nil where that takes more than the budget allows.
  static func outcomes(
    of tables: [RuleTable], members: [Int], perCellOf kept: [Int], variables: [OpenVariable],
    charter: Charter, budget: AnalysisBudget
  ) -> [Outcomes]? {
    var elimination = Elimination(variables: variables, budget: budget, tables, charter)
    elimination.addConstraints(members)
    let sizes = kept.map { variables[$0].cells.count }
    let count = sizes.reduce(1) { $0 > budget.table ? $0 : $0 * $1 }
    guard count <= budget.table, elimination.reduce(members.filter { !kept.contains($0) }) else {
      return nil
    }
    let factors = elimination.factors
    let places = factors.map { $0.variables.compactMap { kept.firstIndex(of: $0) } }
    var results: [Outcomes] = []
    var isOver = false
    MixedRadix.forEach(sizes) { choice in
      guard !isOver else { return }
      let indices = zip(factors, places).map { factor, own in
        zip(own, factor.sizes).reduce(0) { $0 * $1.1 + choice[$1.0] }
      }
      guard let product = elimination.multiplied(factors, indices) else {
        isOver = true
        return
      }
      elimination.add(product, scaledBy: 1)
      results.append(Outcomes(distinct: elimination.sum.take()))
    }
    return isOver ? nil : results
  }

  private init(
    variables: [OpenVariable], budget: AnalysisBudget, _ tables: [RuleTable], _ charter: Charter
  ) {
    self.variables = variables
    self.budget = budget
    var bounds = OutcomeBounds()
    for table in tables { bounds.add(table.sayings, weight: charter.rules[table.rule].weight) }
    sum = Gathering(bounds)
    product = Gathering(bounds)
    factors = tables.map { table in
      let weight = charter.rules[table.rule].weight
      return Factor(
        variables: table.variables, sizes: table.variables.map { variables[$0].cells.count },
        entries: .sayings(
          table.sayings, Saying.allCases.map { Outcomes.Sums($0, weight: weight) }))
    }
  }

  /// A computed fact's cells share the mass of the inputs that allow them.
  private mutating func addConstraints(_ members: [Int]) {
    for member in members {
      guard let constraint = variables[member].constraint else { continue }
      let count = variables[member].cells.count
      var entries: [Outcomes] = []
      for allowed in constraint.allowed {
        let mass = 1 / Double(max(1, allowed.count))
        var isAllowed = [Bool](repeating: false, count: count)
        for cell in allowed { isAllowed[cell] = true }
        let share = Outcomes(.nothing, mass: mass)
        entries += isAllowed.map { $0 ? share : .none }
      }
      factors.append(
        Factor(
          variables: constraint.inputs + [member],
          sizes: constraint.inputs.map { variables[$0].cells.count } + [count],
          entries: .outcomes(entries)))
    }
  }

  private mutating func eliminate(_ members: [Int]) -> Outcomes? {
    guard reduce(members),
      let product = multiplied(factors, [Int](repeating: 0, count: factors.count))
    else { return nil }
    add(product, scaledBy: 1)
    return Outcomes(distinct: sum.take())
  }

  /// Eliminates the variables at `members`; false where that takes more than the budget allows.
  private mutating func reduce(_ members: [Int]) -> Bool {
    guard let order = order(of: members) else { return false }
    for next in order {
      let touching = factors.filter { $0.variables.contains(next) }
      factors.removeAll { $0.variables.contains(next) }
      guard let joined = eliminate(next, touching) else { return false }
      factors.append(joined)
    }
    return true
  }

  /// The order in which each step builds the smallest table, smaller places first among equals; nil
  /// where some table would pass the budget, which is seen before any is built.
  private func order(of members: [Int]) -> [Int]? {
    var neighbours: [Int: Set<Int>] = [:]
    for factor in factors {
      for variable in factor.variables {
        neighbours[variable, default: []].formUnion(factor.variables)
      }
    }
    func cost(_ variable: Int) -> Double {
      (neighbours[variable] ?? [variable]).reduce(1) { $0 * Double(variables[$1].cells.count) }
    }
    var costs: [Int: Double] = [:]
    for member in members { costs[member] = cost(member) }
    var order: [Int] = []
    while let next = costs.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      guard next.value <= Double(budget.steps) else { return nil }
      order.append(next.key)
      costs[next.key] = nil
      let around = (neighbours.removeValue(forKey: next.key) ?? []).subtracting([next.key])
      for other in around {
        neighbours[other, default: []].formUnion(around)
        neighbours[other]?.remove(next.key)
        if costs[other] != nil { costs[other] = cost(other) }
      }
    }
    return order
  }

  private mutating func eliminate(_ variable: Int, _ touching: [Factor]) -> Factor? {
    let scope = Set(touching.flatMap(\.variables)).subtracting([variable]).sorted()
    let sizes = scope.map { variables[$0].cells.count }
    let total = sizes.reduce(variables[variable].cells.count) {
      $0 > budget.steps ? $0 : $0 * $1
    }
    guard total <= budget.steps else { return nil }
    let cells = variables[variable].cells
    let isFollowing = variables[variable].constraint != nil
    let steps = touching.map { factor in Self.steps(of: factor, scope, variable) }
    var entries: [Outcomes] = []
    entries.reserveCapacity(total / max(1, cells.count))
    var isOver = false
    MixedRadix.forEach(sizes) { choice in
      guard !isOver else { return }
      var indices = steps.map { step in zip(choice, step.scope).reduce(0) { $0 + $1.0 * $1.1 } }
      for cell in cells {
        guard let product = multiplied(touching, indices) else {
          isOver = true
          return
        }
        add(product, scaledBy: isFollowing ? 1 : cell.mass)
        for place in indices.indices { indices[place] += steps[place].own }
      }
      entries.append(Outcomes(distinct: sum.take()))
    }
    return isOver ? nil : Factor(variables: scope, sizes: sizes, entries: .outcomes(entries))
  }

  /// How far the entries of `factor` lie apart for two cells of each variable of `scope`, and of
  /// the one to eliminate.
  private static func steps(
    of factor: Factor, _ scope: [Int], _ variable: Int
  ) -> (scope: [Int], own: Int) {
    var steps: [Int: Int] = [:]
    var step = 1
    for (place, size) in zip(factor.variables, factor.sizes).reversed() {
      steps[place, default: 0] += step
      step *= size
    }
    return (scope.map { steps[$0] ?? 0 }, steps[variable] ?? 0)
  }

  /// What the entries of `factors` at `indices` come to together; nil where that takes more than
  /// the budget allows.
  private mutating func multiplied(_ factors: [Factor], _ indices: [Int]) -> Product? {
    var product = Product()
    for place in factors.indices {
      switch factors[place].entries {
      case .sayings(let sayings, let sums):
        guard spend(product.count) else { return nil }
        product.shift = product.shift + sums[Int(sayings[indices[place]].rawValue)]
      case .outcomes(let list):
        let outcomes = list[indices[place]]
        guard spend(product.count * max(1, outcomes.count)) else { return nil }
        multiply(&product, outcomes.entries)
        if product.isEmpty { return product }
      }
      settle(&product)
    }
    return product
  }

  private mutating func multiply(_ product: inout Product, _ entries: [Outcomes.Entry]) {
    guard let first = entries.first else {
      product.isEmpty = true
      return
    }
    if entries.count == 1 {
      product.shift = product.shift + first.sums
      product.scale *= first.mass
    } else if let others = product.entries {
      for one in others {
        for other in entries {
          self.product.add(one.sums + other.sums, mass: one.mass * other.mass)
        }
      }
      product.entries = self.product.take()
    } else {
      product.entries = entries
    }
  }

  /// Where a veto is to be added to all, what differed by a veto only becomes one.
  private mutating func settle(_ product: inout Product) {
    guard product.shift.isVetoed, let entries = product.entries,
      entries.contains(where: { !$0.sums.isVetoed })
    else { return }
    for entry in entries {
      var sums = entry.sums
      sums.isVetoed = true
      self.product.add(sums, mass: entry.mass)
    }
    product.entries = self.product.take()
  }

  /// Adds what `product` comes to to the sum.
  private mutating func add(_ product: Product, scaledBy scale: Double) {
    guard !product.isEmpty else { return }
    let scale = scale * product.scale
    if let entries = product.entries {
      for entry in entries { sum.add(entry.sums + product.shift, mass: entry.mass * scale) }
    } else {
      sum.add(product.shift, mass: scale)
    }
  }

  private mutating func spend(_ cost: Int) -> Bool {
    steps += cost
    polls &+= 1
    if polls & 0xFF == 0, Interruption.isRequested { steps = budget.steps + 1 }
    return steps <= budget.steps
  }
}

extension Outcomes.Sums {
  /// What a rule of `weight` comes to when it says `saying`.
  init(_ saying: Saying, weight: Int) {
    self.init(
      balance: saying.halves * weight, inPlay: saying == .notInPlay ? 0 : weight,
      isVetoed: saying == .veto)
  }
}
