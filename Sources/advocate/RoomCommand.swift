import AdvocateDiagnostics
import ArgumentParser

/// The prompt, in room mode.
struct RoomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room",
    abstract: "Start the prompt for a meeting: one keyboard, one screen, many people.",
    discussion: """
      Screens are small, and no verdict is told before the room has voted. Enter takes the next \
      line of a prepared file, and own lines may come between.

      Examples:
        advocate room
        advocate room case.advocate
        advocate room --plan 45 case.advocate
      """)

  @Argument(help: "A script to play, one line for each Enter.")
  var file: String?

  @Option(help: ArgumentHelp("A program for so many minutes: 45 or 90.", valueName: "minutes"))
  var plan: Int?

  @OptionGroup var look: LookOptions

  func validate() throws {
    guard plan == nil || plan == 45 || plan == 90 else {
      throw ValidationError("There are plans of 45 and of 90 minutes, as in: --plan 45")
    }
  }

  func run() throws {
    if let file, !Disk.exists(file) {
      Streams.remark("There is no file \"\(file)\".", look)
      throw ExitStatus.wrongUsage
    }
    var prompt = PromptCommand()
    prompt.files = []
    prompt.look = look
    try prompt.start(
      [plan.map { "room plan \($0)" } ?? "room"] + (file.map { ["replay \($0)"] } ?? []),
      greets: false)
  }
}
