import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateExplanation

/// One view that `look` shows: a plan, or all of them, from one side.
struct LookView: Sendable {
  /// What a view is about, and how it is made.
  enum Maker: Sendable {
    /// One action: the named one, or the one at hand.
    case action(@Sendable (Judgement) -> View)
    /// One action, with what its open answers and small changes could do.
    case prospect(@Sendable (Judgement, Judge) -> View)
    /// All actions.
    case actions(@Sendable ([Judgement]) -> View)
    /// The charter alone.
    case charter(@Sendable (Charter) -> View)
  }

  /// The words behind `look`.
  let name: String
  /// What it shows, as a phrase for lists.
  let summary: String
  /// Why one would look: one sentence in our own words.
  let reason: String
  /// How it is made.
  let make: Maker

  /// All views, by their names.
  static let all: [LookView] = profiles.sorted { $0.name < $1.name }

  private static let profiles: [LookView] = [
    LookView(
      name: "lenses", summary: "points by family of rules: a profile beside one score",
      reason:
        "A single score can hide that a plan serves people in one way and harms them in another.",
      make: .action { View.lenses($0) })
  ]
}
