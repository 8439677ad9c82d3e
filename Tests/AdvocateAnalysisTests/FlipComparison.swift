import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// Where the flips of a judgement are not what they should be, in words.
struct FlipComparison {
  let flips: Flips
  let judged: Judgement
  let judge: Judge

  init(_ flips: Flips, _ judged: Judgement, _ judge: Judge) {
    (self.flips, self.judged, self.judge) = (flips, judged, judge)
  }

  /// What differs from brute force; nil where that takes too long.
  func differences(_ brute: FlipBruteForce) -> [String]? {
    guard let all = try? brute.all() else { return nil }
    var result = flips.isCutShort ? ["cut short"] : []
    result += compare(flips.mends, all.mends, brute, areMends: true)
    result += compare(flips.additions, all.additions, brute, areMends: false)
    result += flips.best.flatMap { rejudged($0) }
    if let isPossible = brute.isPossible(judged.action, limit: 4000),
      isPossible != flips.isPossible
    {
      result.append("is possible: \(flips.isPossible), brute force: \(isPossible)")
    }
    return result
  }

  private func compare(
    _ found: [Flip], _ wanted: [FlipBruteForce.Found], _ brute: FlipBruteForce, areMends: Bool
  ) -> [String] {
    let gists = found.map { gist($0, brute) }
    var result = found.filter { $0.isMend != areMends }.map { "\($0.changes) in the wrong list" }
    if gists != wanted.map(\.gist) {
      result.append("\(areMends ? "mends" : "additions"): \(gists), brute: \(wanted.map(\.gist))")
    }
    return result
  }

  /// A flip in the words of brute force, which knows its values and judges it again.
  private func gist(_ flip: Flip, _ brute: FlipBruteForce) -> String {
    var changes: [FlipBruteForce.Candidate] = []
    for change in flip.changes {
      let candidate = brute.candidates.ofFact[change.fact].first { $0.value == change.to }
      guard let candidate, candidate.steps == change.steps else {
        return "\(change) is no candidate"
      }
      if reading(brute.candidates.told[change.fact]) != change.from { return "\(change) from" }
      changes.append(candidate)
    }
    guard let found = try? brute.found(changes) else {
      return "\(flip.changes) is not enough, or more than enough"
    }
    if found.outcome.verdict != flip.verdict || found.score != flip.score
      || found.onlySilences != flip.onlySilences
    {
      return "\(flip), brute force: \(found)"
    }
    return found.gist
  }

  private func reading(_ holding: Holding) -> Reading {
    switch holding {
    case .untouched: .untouched
    case .level(let level): .value(.level(level))
    case .set(let set): .value(.levels(set))
    case .number(let number): .value(.number(number))
    }
  }

  // MARK: - Judged again

  /// A flip is worth what judging the changed action says, and undone it changes nothing.
  private func rejudged(_ flip: Flip) -> [String] {
    var result: [String] = []
    let after = judge.judge(changed(judged.action, flip.changes.map { ($0.fact, .value($0.to)) }))
    if after.verdict != flip.verdict || after.tally.score != flip.score {
      result.append("\(flip) judged again: \(after.verdict), \(after.tally)")
    }
    let old = flip.changes.map { change -> (Int, Statement.Content) in
      if case .value(let value) = change.from { return (change.fact, .value(value)) }
      return (change.fact, .untouched)
    }
    let undone = judge.judge(changed(after.action, old))
    if undone.verdict != judged.verdict || undone.tally != judged.tally {
      result.append("\(flip) undone: \(undone.verdict), \(undone.tally)")
    }
    return result
  }

  private func changed(_ action: Action, _ contents: [(Int, Statement.Content)]) -> Action {
    var action = action
    for (fact, content) in contents {
      action.statements.removeAll { $0.fact == fact }
      action.statements.append(
        Statement(fact: fact, content: content, evidence: nil, location: action.location))
    }
    return action
  }
}
