public import AdvocateCharter

/// What one rule says of one action.
public enum Saying: UInt8, Sendable, CaseIterable {
  /// Nothing that it tests is known, or the action is outside its scope.
  case notInPlay
  /// In play, but none of its lines holds.
  case neutral
  case leansFor
  case `for`
  case leansAgainst
  case against
  case veto

  /// The words of the language for it.
  public var words: String {
    switch self {
    case .notInPlay: "not in play"
    case .neutral: "neutral"
    case .leansFor: "leans for"
    case .for: "for"
    case .leansAgainst: "leans against"
    case .against: "against"
    case .veto: "veto"
    }
  }

  /// The share of its weight that the rule brings, in halves: 2 fully for, -2 fully against.
  public var halves: Int {
    switch self {
    case .notInPlay, .neutral: 0
    case .leansFor: 1
    case .for: 2
    case .leansAgainst: -1
    case .against, .veto: -2
    }
  }

  /// Whether it is anything but neutral or not in play.
  public var speaks: Bool { self != .notInPlay && self != .neutral }
}

/// The sums of what the rules in play say.
public struct Tally: Sendable, Equatable {
  /// Points for, in halves.
  public var forHalves = 0
  /// Points against, in halves.
  public var againstHalves = 0
  /// The sum of the weights of the rules in play.
  public var inPlay = 0

  /// Creates an empty tally.
  public init() {}

  /// Twice the points for, less twice the points against.
  public var balance: Int { forHalves - againstHalves }

  /// The score; nil where no rule with a weight is in play.
  public var score: Score? { inPlay > 0 ? Score(balance: balance, inPlay: inPlay) : nil }
}

/// A score from 0 to 100 as an exact fraction: 50 + 25 x balance / weight in play.
public struct Score: Sendable, Equatable, Comparable {
  /// Twice the points for, less twice the points against.
  public var balance: Int
  /// The sum of the weights in play; above 0.
  public var inPlay: Int

  /// Creates the score of a balance, in half points, over the weights in play.
  public init(balance: Int, inPlay: Int) {
    self.balance = balance
    self.inPlay = inPlay
  }

  /// Whether both are the same, however they are stored.
  public static func == (left: Score, right: Score) -> Bool {
    left.balance * right.inPlay == right.balance * left.inPlay
  }

  /// The natural order.
  public static func < (left: Score, right: Score) -> Bool {
    left.balance * right.inPlay < right.balance * left.inPlay
  }

  /// Whether the score is at least so many hundredths of a point; exact.
  public func isAtLeast(hundredths: Int) -> Bool {
    (5000 - hundredths) * inPlay + 2500 * balance >= 0
  }

  /// The score as an exact number.
  public var number: Number {
    Number(50) + (Number(25 * balance).divided(by: Number(inPlay)) ?? Number(0))
  }
}

/// The outcome word.
public enum Verdict: Sendable, Hashable {
  /// A band of the charter by its place, the best first.
  case band(Int)
  /// No rule with a weight is in play.
  case silent
  /// A veto holds, whatever the score.
  case vetoed

  /// The words for it in `charter`.
  public func name(in charter: Charter) -> String {
    switch self {
    case .band(let place): charter.bands.indices.contains(place) ? charter.bands[place].name : ""
    case .silent: "no rule speaks"
    case .vetoed: "vetoed"
    }
  }
}
