/// One question that a room voted on, with the hands that were counted.
public struct Ballot: Sendable, Equatable {
  /// What kind of question it is; the two are kept apart on every screen.
  public enum Kind: Sendable, Equatable {
    /// What the charter will say: one of the answers is what it says.
    case verdict
    /// What somebody would do: no answer is right or wrong.
    case doing
  }

  /// What the counted hands ask for.
  public enum Spread: Sendable, Equatable {
    /// Under 35 in 100: a smaller case first.
    case wide
    /// From 35 to 70 in 100: two minutes in pairs.
    case divided
    /// Above 70 in 100: go on.
    case agreed
  }

  /// The most answers that a question may have.
  public static let mostOptions = 8

  /// The kind of question.
  public var kind: Kind
  /// The plan that it is about.
  public var plan: String
  /// The lines that are supposed of the plan.
  public var supposed: [String]
  /// The question in the room's own words; nil for the usual one.
  public var question: String?
  /// The answers, the first of which is A.
  public var options: [String]
  /// The hands for each answer at the first count.
  public var first: [Int]?
  /// The hands for each answer after the talk in pairs.
  public var second: [Int]?
  /// The answer that the charter gives, once that was revealed.
  public var found: Int?
  /// What the charter says in words, once that was revealed.
  public var outcome: String?

  /// Creates a question without votes.
  ///
  /// - Parameters:
  ///   - kind: the kind of question.
  ///   - plan: the plan that it is about.
  ///   - supposed: the lines that are supposed of the plan.
  ///   - question: the question in the room's own words; nil for the usual one.
  ///   - options: the answers, the first of which is A.
  public init(
    _ kind: Kind, plan: String, supposed: [String] = [], question: String? = nil,
    options: [String]
  ) {
    (self.kind, self.plan, self.supposed) = (kind, plan, supposed)
    (self.question, self.options) = (question, options)
  }

  /// The letter of the answer at `place`, from 0; empty where there is none.
  public static func letter(_ place: Int) -> String {
    guard (0..<26).contains(place) else { return "" }
    return String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(place))))
  }

  /// The hands that count: those of the second count where there was one.
  public var hands: [Int]? { second ?? first }

  /// The number of hands that count.
  public var total: Int { hands?.reduce(0, +) ?? 0 }

  /// The hands for the most frequent answer, and how many answers have as many.
  public var most: (hands: Int, answers: Int) {
    let most = hands?.max() ?? 0
    return (most, hands?.count { $0 == most } ?? 0)
  }

  /// What `part` of all hands asks for.
  public func spread(of part: Int) -> Spread {
    if 100 * part < 35 * total { return .wide }
    return 100 * part > 70 * total ? .agreed : .divided
  }
}
