import AdvocateDiagnostics
import AdvocateTerminal
import ArgumentParser

/// The program: reads the command line, runs what it asks for, and ends with its exit status.
@main
enum Main {
  static func main() {
    Streams.prepare()
    do {
      var command = try parsed()
      try command.run()
    } catch let status as ExitStatus {
      Streams.exit(status)
    } catch {
      end(error)
    }
    Streams.exit(.fine)
  }

  private static func parsed() throws -> any ParsableCommand {
    let start = HeadStart()
    defer { start.finish() }
    return try Advocate.parseAsRoot()
  }

  /// Ends as the parser of the command line asks: help is no failure, wrong usage is status 2.
  private static func end(_ error: any Error) -> Never {
    // The words of the command line may hold anything.
    let lines = Advocate.fullMessage(for: error).split(
      separator: "\n", omittingEmptySubsequences: false)
    let message = lines.map { HarmlessText.of(String($0)) }.joined(separator: "\n")
    if Advocate.exitCode(for: error).isSuccess {
      if !message.isEmpty { Streams.answer(message + "\n") }
      Streams.exit(.fine)
    }
    _ = TerminalOutput.write(message + "\n", descriptor: 2)
    Streams.exit(.wrongUsage)
  }
}

/// What the program tells the one who called it.
enum ExitStatus: Int32, Error {
  /// All is well.
  case fine = 0
  /// An expectation did not hold, or a gate was not passed.
  case failed = 1
  /// The command line was wrong, or a file could not be read or written.
  case wrongUsage = 2
  /// There were findings in the input; what could be judged was judged.
  case findings = 3
}

/// The command line as a whole.
struct Advocate: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "advocate",
    abstract: "The customer's advocate in the room: describe a plan, hear what it does to them.",
    discussion: """
      Without a command the prompt starts. Lines on standard input are answered like typed ones.

      Examples:
        advocate
        advocate judge plan.advocate
        advocate judge --format json plan.advocate -o verdicts.json
        advocate test examples/*.advocate
        advocate check charter.advocate
        advocate lesson 1
        advocate journal
        advocate mirror letters
        advocate room case.advocate
        printf 'action Phone to cancel\\neffort to leave is a call\\n' | advocate

      Exit status: 0 fine, 1 an expectation, a gate or a check failed, 2 wrong usage or unreadable \
      file, 3 findings in the input; what could be judged was judged.
      """,
    version: version,
    subcommands: [
      AnswerCommand.self, CheckCommand.self, ExplainCommand.self, FormatCommand.self,
      HelpCommand.self, JournalCommand.self, JudgeCommand.self, LessonCommand.self,
      MirrorCommand.self, PromptCommand.self, RoomCommand.self, TestCommand.self,
    ],
    defaultSubcommand: PromptCommand.self)
}
