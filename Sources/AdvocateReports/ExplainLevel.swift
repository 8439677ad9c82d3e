/// How much a report tells of each action.
public enum ExplainLevel: String, Sendable, CaseIterable {
  /// The verdict, the score and the points.
  case none
  /// The reasons as well, but only of the rules that spoke.
  case short
  /// Everything.
  case full
}
