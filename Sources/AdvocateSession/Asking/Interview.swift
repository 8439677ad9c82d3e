import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// Where an interview about one action stands.
///
/// It remembers what it has asked; what was answered stands in the action itself, so a question
/// that is answered in any other way is not asked either.
struct Interview {
  /// What kind of question is put.
  enum Stage: Equatable {
    /// What must be said, and what the charter asks first.
    case main
    /// Does it touch anything else?
    case rest
    /// It does: all other questions.
    case more
    /// What was left open and decides.
    case again
  }

  /// What comes next.
  enum Turn: Equatable {
    /// A question about the fact at this place.
    case ask(Int)
    /// Whether it touches anything else.
    case askRest
    /// No open answer can change the verdict.
    case settled
    /// Whoever was asked has answered, or does not know.
    case through
  }

  /// The questions before "anything else?" where the charter marks none as first.
  static let mostMainQuestions = 10

  /// The action, by its name.
  let action: String
  /// The charter that it is asked by.
  let charter: String
  var stage = Stage.main
  /// The fact that the question is about; nil for "anything else?".
  var fact: Int?
  /// How many questions about facts were put, each counted once.
  var number = 0
  /// How many there are at most; nil where nobody can know.
  var total: Int?
  var asked: [Int] = []
  var askedAgain: [Int] = []
  /// How many questions were open and decided when the main ones were through.
  var againCount = 0
  /// Whether it is not known what else the action touches.
  var isRestOpen = false
  /// The lines that answers said.
  var said: [String] = []
  /// The facts that were left open.
  var leftOpen: [Int] = []
  /// The content that Enter says, after an answer that was nearly one.
  var nearAnswer: String?
  /// Where it stood before each answer, for taking them back.
  var trail: [InterviewMark] = []

  init(action: String, charter: String) {
    self.action = action
    self.charter = charter
  }

  /// Finds what comes next, and counts it as asked.
  ///
  /// - Parameters:
  ///   - judgement: what is known by now.
  ///   - judge: what is judged by.
  ///   - keeping: whether the question at hand stays, as it was not answered but something else
  ///     was said.
  mutating func next(_ judgement: Judgement, _ judge: Judge, keeping: Bool) -> Turn {
    let current = fact
    nearAnswer = nil
    fact = nil
    guard !judgement.uncertainty.isSettled else { return .settled }
    let action = judgement.action
    let facts = judgement.charter.facts
    if keeping, let current, isOpen(current, judgement) {
      fact = current
      return .ask(current)
    }
    func isUnsaid(_ fact: Int) -> Bool {
      action.statement(of: fact) == nil && !asked.contains(fact)
    }
    // Only the facts that can come next are set in order, which is most of the work.
    func first(of candidates: [Int]) -> Int? {
      candidates.count < 2
        ? candidates.first : judge.questions(about: judgement, among: candidates).first?.fact
    }
    let missing = facts.indices.filter {
      facts[$0].mustBeSaid && facts[$0].kind?.isSaid == true && isUnsaid($0)
    }
    let deciding = judgement.uncertainty.decidingFacts
    let unsaid = deciding.filter { isUnsaid($0) && !missing.contains($0) }
    if stage == .main {
      let marked = unsaid.filter { facts[$0].isFirst }
      let hasMarks = facts.contains(where: \.isFirst)
      let room = max(0, Self.mostMainQuestions - asked.count - missing.count)
      let count = hasMarks ? marked.count : min(unsaid.count, room)
      total = asked.count + missing.count + count
      if let fact = missing.first { return put(fact) }
      if count > 0, let fact = first(of: hasMarks ? marked : unsaid) { return put(fact) }
      if !unsaid.isEmpty, !action.restIsUntouched {
        stage = .rest
        return .askRest
      }
    }
    if stage == .rest, !action.restIsUntouched { return isRestOpen ? .through : .askRest }
    if stage == .more {
      total = nil
      if let fact = missing.first ?? first(of: unsaid) { return put(fact) }
    }
    stage = .again
    // Without a line a fact is open only where its line could not be read.
    let open = deciding.filter { fact in
      if askedAgain.contains(fact) { return false }
      let said = action.statement(of: fact)?.content ?? .unsaid
      return said == .unsaid || !asked.contains(fact)
    }
    if askedAgain.isEmpty { againCount = open.count }
    guard let fact = first(of: open) else { return .through }
    askedAgain.append(fact)
    self.fact = fact
    return .ask(fact)
  }

  /// Whether the question at hand is still to be answered.
  private func isOpen(_ fact: Int, _ judgement: Judgement) -> Bool {
    let decides = judgement.uncertainty.decidingFacts.contains(fact)
    if stage == .again { return decides }
    return judgement.action.statement(of: fact) == nil
      && (decides || judgement.charter.facts[fact].mustBeSaid)
  }

  private mutating func put(_ fact: Int) -> Turn {
    asked.append(fact)
    number = asked.count
    self.fact = fact
    return .ask(fact)
  }

  /// Counts `line` as said of `fact`, in the place of what was said or left open before.
  mutating func note(_ line: String, of fact: Int, name: String) {
    leftOpen.removeAll { $0 == fact }
    said.removeAll { $0.hasPrefix(name + " is ") }
    said.append(line)
  }
}

/// Where an interview stood before an answer, and what had been said by then.
struct InterviewMark {
  let interview: Interview
  let workspace: Workspace
  let undoSteps: [Session.Step]
}

/// Questions that are over.
struct EndedInterview {
  /// The action that they were about, by its name.
  let action: String
  /// The number of the line that ended them, or that was answered by their end since.
  var line: Int
  /// Whether any of them was answered.
  let hasAnswers: Bool
}
