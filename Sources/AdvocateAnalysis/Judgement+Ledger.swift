public import AdvocateCharter
import AdvocateEvaluation

extension Judgement {
  /// What the action counts in a ledger: ten times the points for less the points against, by the
  /// weights in play; -20 when vetoed, 0 where no rule speaks.
  public var ledgerAmount: Number {
    switch verdict {
    case .vetoed: Number(-20)
    case .silent: Number(0)
    // The balance of a tally is kept twice.
    case .band: Number(5 * tally.balance).divided(by: Number(tally.inPlay)) ?? Number(0)
    }
  }

  /// The name of the fact that says whether a deed came before anybody asked.
  public static var unaskedFact: String { "acts before asked" }

  /// Whether the action is said to come before anybody asks.
  public var isUnasked: Bool {
    guard let fact = charter.facts.firstIndex(where: { $0.name == Self.unaskedFact }),
      charter.facts[fact].kind == .yesNo
    else { return false }
    return world[fact] == .value(.level(1))
  }
}
