import AdvocateEvaluation

/// Some open variables together, with the variables that those which are worked out follow from.
struct JoinedCells {
  /// The variables, by their places.
  let variables: [Int]
  /// The number of cells of each.
  let sizes: [Int]
  private let all: [OpenVariable]
  private let following: [Int]

  /// Joins the variables at `read` among `all`; nil where they have more joint cells than `most`.
  init?(_ read: [Int], among all: [OpenVariable], most: Int) {
    var members = Set(read)
    for place in read { members.formUnion(all[place].constraint?.inputs ?? []) }
    variables = members.sorted()
    sizes = variables.map { all[$0].cells.count }
    guard sizes.reduce(1, { $0 > most ? $0 : $0 * $1 }) <= most else { return nil }
    self.all = all
    following = variables.filter { all[$0].constraint != nil }
  }

  /// Calls `body` with each joint cell that can come true, and its index in mixed radix.
  func forEach(_ body: (_ choice: [Int], _ index: Int) -> Void) {
    var index = -1
    MixedRadix.forEach(sizes) { choice in
      index += 1
      if following.allSatisfy({ fits($0, choice) }) { body(choice, index) }
    }
  }

  private func fits(_ variable: Int, _ choice: [Int]) -> Bool {
    guard let constraint = all[variable].constraint else { return true }
    let joint = constraint.inputs.reduce(0) {
      $0 * all[$1].cells.count + cell(of: $1, in: choice)
    }
    return constraint.allowed[joint].contains(cell(of: variable, in: choice))
  }

  /// The cell of the variable at `variable` in `choice`.
  func cell(of variable: Int, in choice: [Int]) -> Int {
    variables.firstIndex(of: variable).map { choice[$0] } ?? 0
  }

  /// What `table`, which reads none but these variables, says in `choice`.
  func saying(of table: RuleTable, in choice: [Int]) -> Saying {
    let index = table.variables.reduce(0) {
      $0 * all[$1].cells.count + cell(of: $1, in: choice)
    }
    return table.sayings[index]
  }
}
