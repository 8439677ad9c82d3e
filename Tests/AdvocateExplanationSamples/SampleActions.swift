public import AdvocateCharter
import AdvocateDiagnostics

/// Actions that lead to each shape of a verdict by the sample charter.
public enum SampleActions {
  /// Settled, against the customer.
  public static let phone = with(rest: true, phoneLines)

  /// The same before the rest is said to be untouched.
  public static let openPhone = with(rest: false, phoneLines)

  /// A copy of the first that takes one step to leave.
  public static let oneStep: Action = {
    var action = phone
    action.name = "Cancel in one step"
    action.statements[2].content = .value(.level(0))
    action.statements[2].evidence = nil
    return action
  }()

  /// Vetoed.
  public static let countdown = action(
    "Countdown timer", rest: true,
    [
      (.job, .value(.text("buy a gift in time")), nil), (.weakness, .value(.levels(0b010)), nil),
      (.method, .value(.level(2)), nil), (.truth, .value(.level(0)), nil),
      (.show, .value(.level(0)), nil), (.feel, .value(.level(0)), nil),
      (.gain, .value(.number(Number(90_000))), nil),
    ])

  /// One on which no rule speaks.
  public static let paint = action(
    "Repaint the office", rest: true, [(.job, .value(.text("none of theirs")), nil)])

  private typealias Line = (SampleCharter.Fact, Statement.Content, String?)

  private static var phoneLines: [Line] {
    [
      (.job, .value(.text("stop paying for something no longer used")), nil),
      (.join, .value(.level(0)), nil),
      (.leave, .value(.level(3)), "mystery calls in October"),
      (.moves, .value(.level(0)), nil), (.show, .value(.level(1)), nil),
      (.gain, .roughly(Number(250_000)), nil),
    ]
  }

  private static func with(rest: Bool, _ lines: [Line]) -> Action {
    action("Phone to cancel", rest: rest, lines)
  }

  private static func action(_ name: String, rest: Bool, _ lines: [Line]) -> Action {
    var action = Action(name: name, location: SourceLocation(file: "cancel.advocate", line: 3))
    action.restIsUntouched = rest
    action.statements = lines.map {
      Statement(fact: $0.0.rawValue, content: $0.1, evidence: $0.2, location: SourceLocation())
    }
    return action
  }
}
