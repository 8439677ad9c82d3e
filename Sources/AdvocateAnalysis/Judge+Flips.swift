import AdvocateCharter
public import AdvocateEvaluation

extension Judge {
  /// The smallest changes of at most three facts after which the verdict as told is `wanted` or a
  /// better one.
  ///
  /// - Parameter wanted: a band; nil for the next better verdict, of a veto any band, of silence
  ///   the best.
  /// - Returns: nil where the verdict as told is as good already.
  public func flips(of judgement: Judgement, to wanted: Verdict? = nil) -> Flips? {
    guard let goal = wanted ?? next(after: judgement) else { return nil }
    if case .band(let place) = goal, case .band(let now) = judgement.verdict, now <= place {
      return nil
    }
    var search = FlipSearch(Evaluator(program), judgement, wanted: goal)
    var flips = Flips(
      wanted: goal, mends: [], additions: [], isCutShort: false, isPossible: true,
      obstacles: obstacles(judgement))
    for size in 1...3 where flips.mends.count < 3 {
      flips.mends += search.changes(of: size, adds: false)
    }
    for size in 1...3 where flips.additions.isEmpty {
      // What adds more facts than a mend needs is no small change any more.
      if size > 1, !flips.mends.isEmpty { break }
      flips.additions = search.changes(of: size, adds: true)
    }
    flips.isCutShort = search.isCutShort
    if flips.best.isEmpty { flips.isPossible = canReach(goal, judgement) }
    return flips
  }

  private func next(after judgement: Judgement) -> Verdict? {
    switch judgement.verdict {
    case .band(0): nil
    case .band(let place): .band(place - 1)
    case .silent: .band(0)
    case .vetoed: .band(judgement.charter.bands.count - 1)
    }
  }

  private func obstacles(_ judgement: Judgement) -> [Int] {
    let vetoes = judgement.speakers.filter { judgement.sayings[$0] == .veto }
    return vetoes.isEmpty
      ? judgement.speakers.filter { judgement.sayings[$0].halves < 0 } : vetoes
  }

  /// Whether the verdict can be reached when every fact that may change is open.
  private func canReach(_ goal: Verdict, _ judgement: Judgement) -> Bool {
    var action = judgement.action
    let values = FlipValues(judgement)
    let filled = Set(judgement.filled)
    action.restIsUntouched = false
    for fact in judgement.charter.facts.indices
    where judgement.charter.facts[fact].kind?.isSaid == true {
      let mayChange = !values.options(of: fact).isEmpty
      if mayChange {
        action.statements.removeAll { $0.fact == fact }
      } else if filled.contains(fact) || action.statement(of: fact) == nil {
        action.statements.removeAll { $0.fact == fact }
        action.statements.append(
          Statement(fact: fact, content: .untouched, evidence: nil, location: action.location))
      }
    }
    let best = judge(action).uncertainty.reachable.first
    guard case .band(let place)? = best else { return false }
    if case .band(let wanted) = goal { return place <= wanted }
    return true
  }
}
