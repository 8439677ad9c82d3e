import AdvocateCharter

/// The rules outside the tables.
extension CellTables {
  /// What the rules outside the tables say in a world that tells of the facts that they read.
  public func direct(
    in world: inout [Reading]
  ) -> (sayings: [(rule: Int, saying: Saying)], sum: PackedTally) {
    evaluator.fillComputed(&world)
    var tally = Tally()
    var isVetoed = false
    let sayings = directRules.map { rule in
      let saying = evaluator.saying(ofRule: rule) { world[$0] }
      tally.add(saying, weight: evaluator.program.rules[rule].weight)
      isVetoed = isVetoed || saying == .veto
      return (rule: rule, saying: saying)
    }
    return (sayings, PackedTally(tally, isVetoed: isVetoed))
  }
}
