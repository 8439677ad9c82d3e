import AdvocateCharter
public import AdvocateEvaluation

extension Judge {
  /// The smallest changes of at most three facts after which the verdict as told is `wanted` or a
  /// better one.
  ///
  /// `wanted`: a band; nil for the next better verdict, of a veto any band, of silence
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

  /// Whether the verdict can be reached when every fact that may change is open, and all others are
  /// as told. What is touched stays so.
  private func canReach(_ goal: Verdict, _ judgement: Judgement) -> Bool {
    let values = FlipValues(judgement)
    var action = judgement.action
    (action.statements, action.dropped, action.restIsUntouched) = ([], [], false)
    var touched: Set<Int> = []
    for (fact, declaration) in judgement.charter.facts.enumerated()
    where declaration.kind?.isSaid == true {
      let reading = judgement.world[fact]
      if values.mayChange(fact) {
        if reading.isTouched { touched.insert(fact) }
        continue
      }
      var content = Statement.Content.untouched
      if case .value(let value) = reading { content = .value(value) }
      action.statements.append(
        Statement(fact: fact, content: content, evidence: nil, location: action.location))
    }
    let best = reachable(from: judgement, by: action, touching: touched).first
    guard case .band(let place)? = best else { return false }
    if case .band(let wanted) = goal { return place <= wanted }
    return true
  }
}
