import AdvocateAnalysis
import AdvocateCharter

/// The few questions by which `journal` asks for a decision.
struct JournalInterview: Equatable {
  /// What is asked.
  enum Step: Equatable {
    /// What is decided?
    case course
    /// Why does that go against the verdict?
    case reason
    /// What is expected to happen?
    case expectation
    /// How sure of that is somebody?
    case sure
    /// When to look again?
    case date
  }

  /// The action that it is about, as it was named.
  let action: String
  var draft = DecisionDraft()
  var step = Step.course
  /// The questions that were asked before this one.
  var trail: [Step] = []

  init(action: String) { self.action = action }

  /// Goes to the next question; false where none is left.
  ///
  /// - Parameter isAgainst: whether what is decided goes against the verdict.
  mutating func advance(isAgainst: Bool) -> Bool {
    trail.append(step)
    switch step {
    case .course: step = isAgainst ? .reason : .expectation
    case .reason: step = .expectation
    case .expectation: step = draft.expectation == nil ? .date : .sure
    case .sure: step = .date
    case .date: return false
    }
    return true
  }

  /// Goes back to the question before, and takes its answer back; false where there is none.
  mutating func goBack() -> Bool {
    guard let before = trail.popLast() else { return false }
    step = before
    switch before {
    case .course: (draft.course, draft.override) = (nil, nil)
    case .reason: draft.override = nil
    case .expectation: (draft.expectation, draft.sure) = (nil, nil)
    case .sure: draft.sure = nil
    case .date: draft.reviewOn = nil
    }
    return true
  }
}

/// The questions by which `review` asks what came of decisions.
struct ReviewInterview: Equatable {
  /// The decisions that it is about, those that waited longest first.
  var decisions: [Decision]
  /// The decision at hand, from 0.
  var place = 0
  /// How it went; nil as long as that is the question.
  var went: String?
  /// How many were answered.
  var answered = 0

  /// The decision at hand; nil at the end.
  var current: Decision? { decisions.indices.contains(place) ? decisions[place] : nil }
}
