import AdvocateCharter
import AdvocateEvaluation

/// One or more open facts that are filled in together, and the ways to do so.
struct OpenVariable {
  /// One way to fill the facts in.
  struct Cell {
    /// What each fact of the variable then holds.
    var readings: [Reading]
    /// The part of the possible answers that it makes up; may be 0 for answers that are allowed.
    var mass: Double
    /// Where the numbers lie, for expressions that read them; nil where untouched or no numbers.
    var intervals: [Interval?]

    init(_ readings: [Reading], mass: Double, intervals: [Interval?]? = nil) {
      self.readings = readings
      self.mass = mass
      self.intervals = intervals ?? readings.map { _ in nil }
    }
  }

  /// The facts, by their places.
  var facts: [Int]
  /// The ways to fill them in.
  var cells: [Cell]
  /// The rule of a computed fact: which of its cells the cells of its inputs allow.
  var constraint: Constraint?

  /// How a fact that is worked out depends on others.
  struct Constraint {
    /// The variables of its open inputs, by their places.
    var inputs: [Int]
    /// For each joint cell of the inputs, in mixed radix with the first input slowest, the cells
    /// that are allowed.
    var allowed: [[Int]]
  }
}

/// How much work an analysis may take before it answers with a bound.
public struct AnalysisBudget: Sendable {
  /// The most cells that one variable may have.
  public var cells = 4096
  /// The most joint cells that the table of one rule may have.
  public var table = 1 << 16
  /// The most steps that eliminating one component may take.
  public var steps = 4_000_000

  /// The usual budget.
  public init() {}
}
