public import AdvocateCharter
import AdvocateEvaluation

/// What changes when one charter takes the place of another.
public struct CharterDifference: Sendable {
  /// One action by both charters.
  public struct Change: Sendable {
    /// What the charter before says.
    public var before: Judgement
    /// What the charter after says.
    public var after: Judgement
    /// The lines of the action that do not fit one of the two.
    public var lost: Int

    /// Whether it was vetoed, as told, and no longer is.
    public var losesVeto: Bool { before.verdict == .vetoed && after.verdict != .vetoed }

    /// Whether it was not vetoed, as told, and now is.
    public var gainsVeto: Bool { before.verdict != .vetoed && after.verdict == .vetoed }
  }

  /// Whether any action at all changes its verdict as told.
  public enum Answer: Sendable {
    /// No action can tell the charters apart.
    case same
    /// This one does; it says `the rest is untouched`.
    case witness(Change)
    /// None was found among so many that were tried; there may be one.
    case noneFound(tried: Int, seed: UInt64)
    /// Some facts of one name hold something else in each, so that no line fits both.
    case notComparable(facts: [String])
  }

  /// The charter before.
  public let before: Charter
  /// The charter after.
  public let after: Charter
  /// The number of given actions.
  public let judged: Int
  /// The given actions whose verdict as told changes: lost vetoes first, then new ones, then the
  /// others in the order given.
  public let changes: [Change]
  /// The given actions of which some line does not fit one of the charters.
  public let misfits: [Change]
  /// Whether any action at all changes its verdict.
  public let answer: Answer

  /// Compares two charters by `actions`, and by all that could be said.
  ///
  /// `charter`: the charter by which the lines of `actions` were read.
  public init(
    from before: Charter, to after: Charter, actions: [Action], readBy charter: Charter,
    budget: AnalysisBudget = AnalysisBudget()
  ) {
    self.before = before
    self.after = after
    let judges = (Judge(Program(before), budget: budget), Judge(Program(after), budget: budget))
    let pairs = actions.map { action in
      let old = CharterMatch.action(action, of: charter, by: before)
      let new = CharterMatch.action(action, of: charter, by: after)
      return Change(
        before: judges.0.judge(old.action), after: judges.1.judge(new.action),
        lost: max(old.lost, new.lost))
    }
    judged = pairs.count
    misfits = pairs.filter { $0.lost > 0 }
    let changed = pairs.filter { $0.before.verdictWord != $0.after.verdictWord }
    changes =
      changed.filter(\.losesVeto) + changed.filter(\.gainsVeto)
      + changed.filter { !$0.losesVeto && !$0.gainsVeto }
    answer = CharterSearch.answer(judges.0, judges.1, budget)
  }
}

extension CharterDifference.Answer {
  /// The seed that the search starts from.
  public static let seed: UInt64 = 1
  /// The most actions that are tried.
  public static let mostTried = 2_000
}
