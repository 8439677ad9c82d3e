public import AdvocateCharter

/// Decisions in words, and in the order in which somebody looks again.
extension Decision {
  /// What was decided, and whether that goes against the verdict.
  public var decided: String { course.rawValue + against }

  /// What follows what was decided where it goes against the verdict; nothing elsewhere.
  public var against: String { isAgainst ? ", against the verdict" : "" }

  /// A sentence that says what was expected, and how sure of it somebody was; nil where nothing
  /// was.
  public var expected: String? {
    expectation.map { "Expected\(sure.map { ", \($0) sure" } ?? ""): \($0)." }
  }
}

extension Sequence<Decision> {
  /// Those that somebody should look at again, on `today` or since, the one that waited longest
  /// first.
  public func due(on today: CalendarDay) -> [Decision] {
    filter { $0.isDue(on: today) }.inOrderOfReview
  }

  /// The same decisions, the one that is to be looked at first in front.
  public var inOrderOfReview: [Decision] {
    sorted { ($0.reviewOn, $0.number) < ($1.reviewOn, $1.number) }
  }
}
