import AdvocateCharter

/// Where somebody stands in a lesson.
struct LessonRun {
  /// What the next line is for.
  enum Stage {
    /// A guess.
    case guessing
    /// How sure the guess is.
    case sureness
    /// Lines that do the step.
    case typing
    /// Enter, which goes on.
    case done
  }

  let lesson: Lesson
  var place: Int
  var stage = Stage.typing
  var guess: Int?
  var sure: Int?
  /// How many hints were given.
  var hints = 0
  /// The tests of this step that held once and need not hold again.
  var met: Set<Int> = []
  /// What was there when the step began.
  var before: Workspace
  /// What was there when the copy was made that is played with.
  var kept: Workspace?

  init(_ lesson: Lesson, place: Int, before: Workspace) {
    self.lesson = lesson
    self.place = place
    self.before = before
  }

  var step: Lesson.Step { lesson.steps[place] }
  var isLast: Bool { place == lesson.steps.count - 1 }
}
