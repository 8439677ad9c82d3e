public import AdvocateCharter
public import AdvocateEvaluation

/// A small change after which the verdict as told is another.
public struct Flip: Sendable, Equatable {
  /// One fact that changes.
  public struct Change: Sendable, Equatable {
    /// The fact, by its place in the charter.
    public var fact: Int
    /// What it holds as told.
    public var from: Reading
    /// What it would hold.
    public var to: Value
    /// The levels moved on a scale; any other change is one.
    public var steps: Int

    /// How far a number that was said moves, in its own unit; 0 for any other change.
    var distance: Number {
      guard case .value(.number(let before)) = from, case .number(let after) = to else {
        return Number(0)
      }
      return (after - before).magnitude
    }
  }

  /// The facts that change, in charter order.
  public var changes: [Change]
  /// The verdict after it.
  public var verdict: Verdict
  /// The score after it; nil where no rule speaks.
  public var score: Score?
  /// Whether only facts change that were said: it mends the plan, and adds nothing to it.
  public var isMend: Bool
  /// Whether no rule speaks more for the customer than before.
  public var onlySilences: Bool
  /// How many halves of points more than as told speak against.
  var againstHalves: Int
}

/// The smallest changes that lead to a verdict, or why there are none.
public struct Flips: Sendable, Equatable {
  /// The verdict that was asked for; the changes lead to it or to a better one.
  public var wanted: Verdict
  /// Changes of said facts only, the best first: all of the smallest sizes until there are three.
  public var mends: [Flip]
  /// Changes that add something, the best first: all of the smallest size that there is.
  public var additions: [Flip]
  /// Whether the search was cut short, so that there may be more.
  public var isCutShort: Bool
  /// Whether changes of any number of facts can lead there.
  public var isPossible: Bool
  /// The rules that stand in the way as told: those that veto, or else those against.
  public var obstacles: [Int]

  /// The best three: mends, or where there are none additions.
  public var nearest: [Flip] { Array((mends.isEmpty ? additions : mends).prefix(3)) }

  /// The best changes of all: mends before additions.
  public var best: [Flip] { mends + additions }
}
