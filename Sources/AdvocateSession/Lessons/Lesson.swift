/// One lesson of the course: steps in which a person guesses, types and reads why.
struct Lesson: Equatable {
  /// A question that is answered before the line is typed.
  enum Prediction: Equatable {
    /// Which verdict will it be?
    case verdict
    /// How many actions get another verdict than at the step's beginning?
    case turns
    /// Which of these, counted from 0?
    case choice(question: String, options: [String], right: Int)
  }

  /// One step.
  struct Step: Equatable {
    /// What progress is kept by, as in `L1.2`.
    var id: String
    var title: String
    /// Where the step stands in its file.
    var line: Int
    /// Lines of the language that are said before the step is told.
    var setup: [SetupLine] = []
    /// What is told.
    var tell: [String] = []
    /// What is to be guessed.
    var prediction: Prediction?
    /// What there is to do.
    var task = ""
    /// What must hold for the step to be done.
    var checks: [LessonTest] = []
    /// Where to look, and what kind of line it takes.
    var hints: [String] = []
    /// The lines that do it.
    var answers: [String] = []
    /// Other lines that do it.
    var others: [Attempt] = []
    /// Lines that must not do it.
    var wrongs: [Attempt] = []
    /// Why it is so.
    var why: [String] = []
  }

  /// A line that is said before a step.
  struct SetupLine: Equatable {
    var text: String
    var line: Int
  }

  /// Lines that somebody may type.
  struct Attempt: Equatable {
    var lines: [String]
    var line: Int
  }

  /// Its place in the course; 0 in a file that gives none.
  var number: Int
  var title: String
  var steps: [Step]
  /// The file that it came from; nil for the lessons of the program.
  var file: String?

  /// The lesson as it is called on screen.
  var name: String { file == nil || number > 0 ? "Lesson \(number)" : "The lesson" }

  /// What stands behind `lesson` to begin it.
  var call: String { file ?? "\(number)" }

  /// What progress in `step` is kept under: two files may use the same ids.
  func key(_ step: Step) -> String { (file.map { $0 + " " } ?? "") + step.id }
}

/// Something that is wrong with the file of a lesson.
public struct LessonProblem: Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// What is wrong, and what to do.
  public let text: String
}
