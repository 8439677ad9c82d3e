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
    var entries: [Outcomes]
  }

  private let variables: [OpenVariable]
  private let budget: AnalysisBudget
  private var factors: [Factor]
  private var steps = 0

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
    let places = elimination.factors.map { $0.variables.compactMap { kept.firstIndex(of: $0) } }
    var results: [Outcomes] = []
    var isOver = false
    MixedRadix.forEach(sizes) { choice in
      guard !isOver else { return }
      var product = Outcomes.empty
      for (factor, own) in zip(elimination.factors, places) {
        let entry = factor.entries[MixedRadix.index(own.map { choice[$0] }, factor.sizes)]
        guard elimination.spend(product.count * max(1, entry.count)) else {
          isOver = true
          return
        }
        product = product.combined(with: entry)
        if product.isEmpty { break }
      }
      results.append(product)
    }
    return isOver ? nil : results
  }

  private init(
    variables: [OpenVariable], budget: AnalysisBudget, _ tables: [RuleTable], _ charter: Charter
  ) {
    self.variables = variables
    self.budget = budget
    factors = tables.map { table in
      let weight = charter.rules[table.rule].weight
      let forms = Saying.allCases.map { Outcomes(Outcomes.Sums($0, weight: weight)) }
      return Factor(
        variables: table.variables, sizes: table.variables.map { variables[$0].cells.count },
        entries: table.sayings.map { forms[Int($0.rawValue)] })
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
        for cell in 0..<count {
          entries.append(
            allowed.contains(cell)
              ? Outcomes(masses: [Outcomes.Sums(.notInPlay, weight: 0): mass]) : .none)
        }
      }
      factors.append(
        Factor(
          variables: constraint.inputs + [member],
          sizes: constraint.inputs.map { variables[$0].cells.count } + [count], entries: entries))
    }
  }

  private mutating func eliminate(_ members: [Int]) -> Outcomes? {
    guard reduce(members) else { return nil }
    var result = Outcomes.empty
    for factor in factors {
      guard let only = factor.entries.first else { continue }
      guard spend(result.count * only.count) else { return nil }
      result = result.combined(with: only)
    }
    return result
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
    let isFollowing = variables[variable].constraint != nil
    var entries: [Outcomes] = []
    var isOver = false
    // Where each factor finds its own choice among those of the scope.
    let places = touching.map { factor in factor.variables.map { scope.firstIndex(of: $0) } }
    MixedRadix.forEach(sizes) { choice in
      guard !isOver else { return }
      var union = Outcomes.none
      for (cell, filling) in variables[variable].cells.enumerated() {
        var product = Outcomes.empty
        for (factor, own) in zip(touching, places) {
          let index = zip(own, factor.sizes).reduce(0) { index, next in
            index * next.1 + (next.0.map { choice[$0] } ?? cell)
          }
          let entry = factor.entries[index]
          guard spend(product.count * max(1, entry.count)) else {
            isOver = true
            return
          }
          product = product.combined(with: entry)
          if product.isEmpty { break }
        }
        union.formUnion(product, scaledBy: isFollowing ? 1 : filling.mass)
      }
      entries.append(union)
    }
    return isOver ? nil : Factor(variables: scope, sizes: sizes, entries: entries)
  }

  private mutating func spend(_ cost: Int) -> Bool {
    steps += cost
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
