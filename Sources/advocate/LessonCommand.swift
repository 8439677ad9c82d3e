import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import AdvocateTerminal
import ArgumentParser

/// Lessons at the prompt, and the look at a lesson's file.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Start the prompt in a lesson, or check the file of one.",
    discussion: """
      Examples:
        advocate lesson
        advocate lesson 1
        advocate lesson check my-lesson.advocate
      """,
    subcommands: [LessonCheckCommand.self, LessonStartCommand.self],
    defaultSubcommand: LessonStartCommand.self)
}

/// The prompt, in a lesson.
struct LessonStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Start the prompt in a lesson.",
    discussion: """
      Without a lesson the prompt starts with the list of lessons. A lesson goes on where it was \
      left; with the word again it starts anew.

      Examples:
        advocate lesson start 1
        advocate lesson start 1 again
        advocate lesson start my-lesson.advocate
      """)

  @Argument(help: "The number of a lesson, or a file that holds one.")
  var lesson: [String] = []

  @OptionGroup var look: LookOptions

  func run() throws {
    var prompt = PromptCommand()
    prompt.files = []
    prompt.look = look
    try prompt.start(["lesson" + lesson.map { " " + $0 }.joined()])
  }
}

/// Plays lessons as learners might, and tells what is wrong with them.
struct LessonCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Play the lesson in a file with its right and wrong answers.",
    discussion: """
      Each step is played with its own answers, with the other right ones that the file names, \
      with capitals and blanks that nobody expects, and with wrong ones.

      Examples:
        advocate lesson check my-lesson.advocate

      Exit status: 0 nothing to mend, 1 something does not work, 2 a file that cannot be read.
      """)

  @Argument(help: "Files of lessons.")
  var files: [String]

  @OptionGroup var look: LookOptions

  func run() throws {
    var hasProblems = false
    for file in files {
      let bytes: [UInt8]
      switch Disk.read(file) {
      case .success(let found): bytes = found
      case .failure(let error):
        Streams.report([error.diagnostic(file: file)], look)
        throw ExitStatus.wrongUsage
      }
      let check = LessonCheck(String(decoding: bytes, as: UTF8.self))
      let width = look.style().width
      var lines: [StyledText] = []
      for problem in check.problems {
        let text = StyledText(HarmlessText.of("\(file), line \(problem.line): \(problem.text)."))
        lines += TextLayout.wrap(text, width: width, indent: 2)
      }
      if check.problems.isEmpty {
        let count = check.steps == 1 ? "1 step" : "\(check.steps) steps"
        lines += TextLayout.wrap(
          """
          \(bold: HarmlessText.of(check.name)): \(count), \(check.played) ways to answer, all \
          fine.
          """,
          width: width)
      }
      Streams.answer(look.style().render(lines))
      hasProblems = hasProblems || !check.problems.isEmpty
    }
    if hasProblems { throw ExitStatus.failed }
  }
}

/// Where progress in lessons is kept.
enum LessonProgress {
  /// The place as a session sees it.
  static var forSession: LessonKeeping {
    guard let folder = State.folder else { return .none }
    let file = NotesFile(path: folder + "/lessons")
    return LessonKeeping(read: { file.lines() }, append: { file.append($0) })
  }
}
