public import AdvocateCharter
import AdvocateEvaluation

extension Judge {
  /// What is known of `action` as told, and whether its open answers can still turn the verdict.
  ///
  /// `uncertainty` says whether the verdict is settled, exactly as ``judge(_:)`` does, and nothing
  /// beyond that: most actions that are not settled are seen not to be by a few answers that are
  /// tried, which takes far less time than finding out all that they allow.
  public func judgeBriefly(_ action: Action) -> Judgement {
    guard action.groups.isEmpty else { return judge(action) }
    var judgement = asTold(action)
    guard let other = otherVerdict(than: judgement) else { return judge(action) }
    judgement.uncertainty.reachable.append(other)
    return judgement
  }

  /// A verdict that some answers to open facts lead to, other than the one as told; nil where none
  /// is come upon.
  ///
  /// Answers are chosen one by one, first each for the best score, then each for the worst. Only
  /// levels are tried: numbers and texts stay as told, which is an answer as well.
  private func otherVerdict(than judgement: Judgement) -> Verdict? {
    let answers = openFacts(of: judgement.action).filter { program.isRead[$0] }
      .map { fact in
        (fact: fact, readings: levels(of: fact, judgement.action).map { Reading.value($0) })
      }
    for isUpwards in [true, false] {
      var world = judgement.world
      var score = judgement.tally.score?.number
      for (fact, readings) in answers {
        var best = world[fact]
        for reading in readings {
          world[fact] = reading
          let (_, tally, verdict) = evaluator.judge(world)
          if verdict != judgement.verdict { return verdict }
          guard let next = tally.score?.number else { continue }
          if score.map({ isUpwards ? next > $0 : next < $0 }) ?? true {
            (score, best) = (next, reading)
          }
        }
        world[fact] = best
      }
    }
    return nil
  }

  /// The levels, one by one, that an open fact of `action` can hold; none for numbers and texts.
  func levels(of fact: Int, _ action: Action) -> [Value] {
    if case .between(.level(let low), .level(let high)) = action.statement(of: fact)?.content {
      return (low...high).map { .level($0) }
    }
    let declaration = program.charter.facts[fact]
    return declaration.levels.indices.map { place in
      if case .anyOf = declaration.kind { return .levels(1 << UInt64(place)) }
      return .level(place)
    }
  }
}
