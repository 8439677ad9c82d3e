/// What would settle or turn a verdict: more work than judging, and only for what is shown.
public struct Outlook: Sendable {
  /// The questions that the verdict still hangs on, the one that decides most first.
  public var questions: [NextQuestion]
  /// The smallest changes that lead to the next better verdict; nil where there is none better.
  public var flips: Flips?

  /// Creates an outlook.
  public init(questions: [NextQuestion], flips: Flips?) {
    self.questions = questions
    self.flips = flips
  }
}

extension Judge {
  /// What would settle or turn the verdict of `judgement`.
  public func outlook(of judgement: Judgement) -> Outlook {
    Outlook(questions: questions(about: judgement), flips: flips(of: judgement))
  }
}
