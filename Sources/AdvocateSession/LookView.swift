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

    /// Whether the view may be asked for one action by its name.
    var takesAction: Bool {
      switch self {
      case .action, .prospect: true
      case .actions, .charter: false
      }
    }
  }

  /// The words behind `look`.
  let name: String
  /// Other words that lead here: sides that the same view shows.
  var otherNames: [String] = []
  /// What it shows, as a phrase for lists.
  let summary: String
  /// Why one would look: one sentence in our own words.
  let reason: String
  /// Lines that run as they stand at a fresh prompt, the last of which shows the view.
  let example: String
  /// How it is made.
  let make: Maker

  /// All views, by their names.
  static let all: [LookView] = (profiles + maps + chairs).sorted { $0.name < $1.name }

  private static let profiles: [LookView] = [
    LookView(
      name: "groups", otherNames: ["each customer"],
      summary: "what it is to each group of customers, the worst-off first",
      reason: "A plan that is good for most can rest on a few who pay for it unseen.",
      example: """
        action Evening with the choir
          moves the job is easier
          effort to leave is one step
          for donors: true as told is slanted
          for donors: effort to leave is a call
          for families served: moves the job is much easier
        look groups
        """,
      make: .prospect { View.groups($0, $1) }),
    LookView(
      name: "ideas", summary: "every idea behind this program, and what makes it real",
      reason: "Whoever wants to know where a rule comes from can begin with the thought behind it.",
      example: "look ideas", make: .charter { View.ideas($0) }),
    LookView(
      name: "lenses", summary: "points by family of rules: a profile beside one score",
      reason:
        "A single score can hide that a plan serves people in one way and harms them in another.",
      example: """
        action Phone to cancel
          effort to leave is a call
          moves the job is harder
        look lenses
        """,
      make: .action { View.lenses($0) }),
    LookView(
      name: "stages", summary: "for and against from the offer to the last day",
      reason: "Help at one moment is worth little when the next one takes it back.",
      example: """
        action Phone to cancel
          method is helps
          effort to leave is a struggle
        look stages
        """,
      make: .action { View.stages($0) }),
    LookView(
      name: "together", otherNames: ["voices"],
      summary: "the customers' part in it, and the next step",
      reason: "Whoever had a hand in a thing knows that it fits, and tells others so.",
      example: """
        action Parcel boxes
          customer role is asked
          way to tell us is no way
        look together
        """,
      make: .prospect { View.together($0, $1) }),
  ]
}
