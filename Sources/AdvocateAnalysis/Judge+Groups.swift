import AdvocateCharter
import AdvocateEvaluation

/// Actions that are several things to several groups of customers.
extension Judge {
  /// What is known of `action` for the group that is worst off, with all other groups beside it;
  /// nil where it names no group.
  func worstOff(of action: Action) -> Judgement? {
    let judged = action.eachGroup.map { judge($0) }
    let ordered = judged.enumerated().sorted { left, right in
      Ranking.precedes(right.element, left.element)
        || !Ranking.precedes(left.element, right.element) && left.offset < right.offset
    }
    guard var worst = ordered.first?.element else { return nil }
    worst.otherGroups = ordered.dropFirst().map(\.element)
    return worst
  }
}

extension Judgement {
  /// The group of customers that this is about, where it is about one.
  public var group: String? { action.group }

  /// What the action is called, with the group that this is about.
  public var title: String { action.title }

  /// This, and the same for the other groups, the worst-off first.
  public var eachGroup: [Judgement] {
    var own = self
    own.otherGroups = []
    return [own] + otherGroups
  }

  /// The facts in which the action is not the same to all groups that were judged together.
  public var factsApart: [Int] {
    charter.facts.indices.filter { fact in
      otherGroups.contains {
        $0.action.statement(of: fact)?.content != action.statement(of: fact)?.content
      }
    }
  }
}
