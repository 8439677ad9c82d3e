public import AdvocateCharter
public import AdvocateEvaluation

/// What an action as told would come to with other readings of a few facts.
public struct Trial: Sendable {
  /// The reading that was tried, and how far it lies from the one as told.
  public struct Change: Sendable {
    /// The value that was tried.
    public var value: Value
    /// The levels moved on a scale; any other change is one.
    public var steps: Int
  }

  /// What was tried; nil where several facts were.
  public var change: Change?
  /// What each rule would say.
  public var sayings: [Saying]
  /// The sums.
  public var tally: Tally
  /// The verdict.
  public var verdict: Verdict
}

/// What becomes of a verdict as told when one fact holds each of its other values.
public struct FactSweep: Sendable {
  /// The fact, by its place in the charter.
  public var fact: Int
  /// A trial for each value but the one as told, in the order of the values.
  public var trials: [Trial]
  /// The verdict as told.
  public var verdict: Verdict
  /// The score as told.
  public var score: Score?

  /// The trials after which the verdict is another.
  public var turns: [Trial] { trials.filter { $0.verdict != verdict } }

  /// The verdicts other than the one as told, each once, in the order of the values.
  public var otherVerdicts: [Verdict] {
    var found: [Verdict] = []
    for trial in turns where !found.contains(trial.verdict) { found.append(trial.verdict) }
    return found
  }

  /// The lowest and the highest score of all values, the one as told included.
  public var range: ClosedRange<Score>? {
    let scores = trials.compactMap(\.tally.score) + (score.map { [$0] } ?? [])
    guard let low = scores.min(), let high = scores.max() else { return nil }
    return low...high
  }

  /// How far the score moves at most, in points of a hundred; 0 where there is none.
  public var span: Number {
    range.map { $0.upperBound.number - $0.lowerBound.number } ?? Number(0)
  }
}

extension Judge {
  /// What `judgement` would be with `readings` in place of those as told.
  public func trial(of judgement: Judgement, with readings: [Int: Reading]) -> Trial {
    let evaluator = Evaluator(program)
    var world = judgement.world
    for (fact, reading) in readings { world[fact] = reading }
    evaluator.fillComputed(&world)
    let (sayings, tally, verdict) = evaluator.judge(world)
    return Trial(change: nil, sayings: sayings, tally: tally, verdict: verdict)
  }

  /// What `judgement` would be with each other value of the fact at `fact`.
  ///
  /// Numbers take one value in each stretch that the rules can tell apart. Texts, and facts that
  /// follow from others, have no other values.
  public func sweep(of fact: Int, in judgement: Judgement) -> FactSweep {
    let trials = FlipValues(judgement).everyValue(of: fact).map { value, steps in
      var trial = trial(of: judgement, with: [fact: .value(value)])
      trial.change = Trial.Change(value: value, steps: steps)
      return trial
    }
    return FactSweep(
      fact: fact, trials: trials, verdict: judgement.verdict, score: judgement.tally.score)
  }

  /// The facts that some rule reads and that a person says in other than free words.
  public var changeableFacts: [Int] {
    program.charter.facts.indices.filter { fact in
      guard let kind = program.charter.facts[fact].kind else { return false }
      return kind.isSaid && kind != .text && program.isRead[fact]
    }
  }

  /// `action` with what `contents` say in place of what it says of their facts, judged anew.
  public func judge(_ action: Action, saying contents: [Int: Statement.Content]) -> Judgement {
    var copy = action
    copy.statements.removeAll { contents[$0.fact] != nil }
    for fact in contents.keys.sorted() {
      guard let content = contents[fact] else { continue }
      copy.statements.append(
        Statement(fact: fact, content: content, evidence: nil, location: action.location))
    }
    return judge(copy)
  }
}
