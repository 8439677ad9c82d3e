public import AdvocateCharter
public import AdvocateEvaluation

/// One answer to an open question, and the verdicts that it would leave possible.
public struct AnswerEffect: Sendable, Equatable {
  /// What would be said of the fact: one level, or untouched.
  public var content: Statement.Content
  /// The verdicts that some completion would still reach.
  public var reachable: [Verdict]
}

extension Judge {
  /// What each single answer about the fact at `fact` would leave possible, level by level.
  ///
  /// Untouched comes last, unless a stretch is said of the fact, which then bounds the levels.
  /// Empty for facts without levels. It judges once for each answer.
  public func effects(ofAnswering fact: Int, in judgement: Judgement) -> [AnswerEffect] {
    var contents = levels(of: fact, judgement.action).map { Statement.Content.value($0) }
    var isStretch = false
    if case .between? = judgement.action.statement(of: fact)?.content { isStretch = true }
    if !contents.isEmpty, !isStretch { contents.append(.untouched) }
    return contents.map { content in
      var action = judgement.action
      action.statements.removeAll { $0.fact == fact }
      action.statements.append(
        Statement(fact: fact, content: content, evidence: nil, location: action.location))
      return AnswerEffect(content: content, reachable: judge(action).uncertainty.reachable)
    }
  }
}

extension Judgement {
  /// The rules that do not say the same in all completions and read the fact at `fact`.
  public func openRules(reading fact: Int) -> [Int] {
    uncertainty.openRules.filter { program.inputs(ofRule: $0).contains(fact) }
  }
}
