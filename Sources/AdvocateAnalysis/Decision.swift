public import AdvocateCharter
import AdvocateEvaluation

/// A decision about an action, as the journal keeps it.
public struct Decision: Sendable, Equatable {
  /// What was decided.
  public enum Course: String, Sendable, CaseIterable {
    /// It is done as described.
    case goAhead = "go ahead"
    /// It is done, but not as described.
    case goAheadChanged = "go ahead changed"
    /// It is not done.
    case leaveIt = "leave it"
  }

  /// The verdict as it was told on the day of the decision.
  public struct Told: Sendable, Equatable {
    /// The word for it; `silent` where no rule spoke.
    public var verdict: String
    /// Whether no open answer could change it.
    public var isSettled: Bool
    /// The score in figures as the screen showed it, as in `17`; nil where there was none.
    public var score: String?
    /// The same with its decimals, as in `16.7`; nil where only the one on the screen is known.
    public var exact: String?

    /// Creates a verdict as told.
    ///
    /// - Parameters:
    ///   - verdict: the word for it.
    ///   - isSettled: whether no open answer could change it.
    ///   - score: the score in figures as the screen showed it; nil where there was none.
    ///   - exact: the same with its decimals; nil where that is not known.
    public init(verdict: String, isSettled: Bool, score: String?, exact: String? = nil) {
      (self.verdict, self.isSettled, self.score) = (verdict, isSettled, score)
      self.exact = exact
    }
  }

  /// What came of a decision, said when its day had come.
  public struct Review: Sendable, Equatable {
    /// Whether the expectation came true.
    public enum Truth: String, Sendable, CaseIterable {
      case yes
      case partly
      case no
    }

    /// The day on which it was said.
    public var day: CalendarDay
    /// How it went: `as expected`, `better`, `worse`, or words of one's own.
    public var went: String
    /// Whether the expectation came true; nil where nothing was expected, or nobody said.
    public var cameTrue: Truth?

    /// Creates what came of a decision.
    ///
    /// - Parameters:
    ///   - day: the day on which it is said.
    ///   - went: how it went, in a few words.
    ///   - cameTrue: whether the expectation came true; nil where nobody said.
    public init(day: CalendarDay, went: String, cameTrue: Truth?) {
      (self.day, self.went, self.cameTrue) = (day, went, cameTrue)
    }
  }

  /// Its number in the journal; 0 before it is kept.
  public var number = 0
  /// The day of the decision.
  public var day: CalendarDay
  /// What the action was called, with the group of customers where it was about one.
  public var action: String
  /// The action as the lines that say it, the one that begins it first.
  public var lines: [String]
  /// What the charter was called.
  public var charter: String
  /// The number of the charter's text in the journal, which counts its versions; 0 before it is
  /// kept.
  public var version = 0
  /// The verdict as told.
  public var told: Told
  /// What was decided.
  public var course: Course
  /// Whether that goes against the verdict.
  public var isAgainst: Bool
  /// Why it goes against the verdict; nil where nobody said.
  public var override: String?
  /// What is expected to happen; nil where nobody said.
  public var expectation: String?
  /// How sure of that somebody is, in hundredths; nil where nobody said.
  public var sure: Int?
  /// The day on which to look again.
  public var reviewOn: CalendarDay
  /// What came of it; nil as long as nobody said.
  public var review: Review?

  /// Creates a decision that nothing is expected of.
  ///
  /// - Parameters:
  ///   - day: the day of the decision.
  ///   - action: what the action is called.
  ///   - lines: the lines that say the action.
  ///   - charter: what the charter is called.
  ///   - told: the verdict as told.
  ///   - course: what is decided.
  ///   - isAgainst: whether that goes against the verdict.
  ///   - reviewOn: the day on which to look again.
  public init(
    day: CalendarDay, action: String, lines: [String], charter: String, told: Told,
    course: Course, isAgainst: Bool, reviewOn: CalendarDay
  ) {
    (self.day, self.action, self.lines, self.charter) = (day, action, lines, charter)
    (self.told, self.course, self.isAgainst) = (told, course, isAgainst)
    self.reviewOn = reviewOn
  }

  /// The usual number of days until somebody looks again.
  public static let usualDays = 30

  /// Whether somebody should look again, on `today` or since.
  public func isDue(on today: CalendarDay) -> Bool { review == nil && reviewOn <= today }

  /// What was expected and came true or not, with how sure somebody was.
  ///
  /// Nil where nothing was expected, nothing was said of it, or it came partly true: a Brier score
  /// is of what comes true or does not.
  public var revealed: RevealedPrediction? {
    guard let truth = review?.cameTrue, truth != .partly, expectation != nil else { return nil }
    return RevealedPrediction(said: "yes", sure: sure, found: truth.rawValue)
  }

  /// Whether two are of one day and say the same, whatever their numbers.
  public func says(theSameAs other: Decision) -> Bool {
    var (one, two) = (self, other)
    for place in [\Decision.number, \Decision.version] {
      one[keyPath: place] = 0
      two[keyPath: place] = 0
    }
    (one.review, two.review) = (nil, nil)
    // A reason may be added on a line of its own.
    if one.override == nil || two.override == nil { (one.override, two.override) = (nil, nil) }
    return one == two
  }
}

extension Decision.Course {
  /// Whether this goes against the verdict of `judgement`: going ahead unchanged with what the
  /// charter vetoes or calls worst, or leaving what it calls best.
  public func goesAgainst(_ judgement: Judgement) -> Bool {
    let last = judgement.charter.bands.count - 1
    return switch (self, judgement.verdict) {
    case (.goAhead, .vetoed): true
    case (.goAhead, .band(let place)): place == last
    case (.leaveIt, .band(let place)): place == 0
    case (.goAhead, .silent), (.leaveIt, .silent), (.leaveIt, .vetoed), (.goAheadChanged, _): false
    }
  }
}
