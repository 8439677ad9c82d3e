public import AdvocateCharter

/// A verdict that was predicted, and what it turned out to be.
public struct RevealedPrediction: Sendable, Equatable {
  /// The sureness that can be said: below 50 another verdict is the likelier one, and nobody is
  /// wholly sure before looking.
  public static let sureness = 50...99

  /// The verdict that was predicted.
  public var said: String
  /// How sure of it somebody was, in hundredths; nil where that was not said.
  public var sure: Int?
  /// The verdict as told.
  public var found: String

  /// Creates a prediction that was revealed.
  ///
  /// - Parameters:
  ///   - said: the verdict that was predicted.
  ///   - sure: how sure of it somebody was, in hundredths; nil where that was not said.
  ///   - found: the verdict as told.
  public init(said: String, sure: Int?, found: String) {
    (self.said, self.sure, self.found) = (said, sure, found)
  }

  /// Whether it came true.
  public var cameTrue: Bool { said == found }

  /// The Brier score of this prediction alone; nil where nobody said how sure.
  ///
  /// The sureness as a fraction, less 1 where the prediction came true or less 0 where it did not,
  /// times itself: 0 at best, near 1 at worst. This is the form for a single event, which comes
  /// true or does not. The form over all verdicts, from 0 to 2, would need to know how somebody
  /// shares out what is left of 100 among the verdicts that were not named, and nobody said that;
  /// for an event with two outcomes it is twice this figure.
  ///
  /// G. W. Brier, Verification of Forecasts Expressed in Terms of Probability, Monthly Weather
  /// Review 78 (1950), 1 to 3.
  public var score: Number? {
    guard let sure else { return nil }
    let miss = cameTrue ? 100 - sure : sure
    return Number(miss * miss).divided(by: Number(10_000))
  }
}

/// How sure somebody was, beside how often that came true.
public struct Calibration: Sendable, Equatable {
  /// The predictions of one degree of sureness, or all of them.
  public struct Group: Sendable, Equatable {
    /// The least and the greatest sureness that belongs here.
    public var sureness: ClosedRange<Int>
    /// How many there are.
    public var count = 0
    /// How many came true.
    public var cameTrue = 0
    /// The sum of what was said of their sureness.
    var sum = 0
    /// The sum of their scores.
    var scores = Number(0)

    /// The sureness as it was said on average; nil where there are none.
    public var meanSureness: Number? { Number(sum).divided(by: Number(count)) }

    /// How many of a hundred came true; nil where there are none.
    public var percentTrue: Number? { Number(100 * cameTrue).divided(by: Number(count)) }

    /// The Brier score, the mean of those of all predictions; nil where there are none.
    public var score: Number? { scores.divided(by: Number(count)) }

    mutating func add(_ prediction: RevealedPrediction) {
      guard let sure = prediction.sure, let score = prediction.score else { return }
      count += 1
      cameTrue += prediction.cameTrue ? 1 : 0
      sum += sure
      scores = scores + score
    }
  }

  /// All predictions of which somebody said how sure.
  public private(set) var all = Group(sureness: RevealedPrediction.sureness)
  /// The same by tens of sureness, those that hold any, the least sure first.
  public private(set) var groups: [Group] = []
  /// The number of predictions of which nobody said how sure; they count for nothing else.
  public private(set) var uncounted = 0

  /// Sets `predictions` side by side with what came of them.
  public init(of predictions: [RevealedPrediction]) {
    var tens = stride(from: 50, to: 100, by: 10).map { Group(sureness: $0...($0 + 9)) }
    for prediction in predictions {
      guard let sure = prediction.sure else {
        uncounted += 1
        continue
      }
      all.add(prediction)
      if let place = tens.firstIndex(where: { $0.sureness.contains(sure) }) {
        tens[place].add(prediction)
      }
    }
    groups = tens.filter { $0.count > 0 }
  }
}
