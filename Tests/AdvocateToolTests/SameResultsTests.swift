import AdvocateTestSupport
import Testing

/// What is answered does not depend on where the lines come from.
@Suite struct SameResultsTests {
  private static let lines = [
    "judge 1", "judge do nothing", "why all", "flip", "flip more", "weigh", "weigh freely", "rank",
    "compare 1 with 3 with do nothing", "list", "list rules", "show 2", "show Worth what it costs",
    "what if earnings told is yes", "drop", "look lenses", "look align", "look chair",
    "look reframe", "lifetime", "mirror We own our customers.", "purpose", "check", "help flip",
    "forms rule", "explain 20", "rank as json", "judge 2 as json", "look stages as markdown",
  ]

  @Test func aTerminalShowsWhatAPipeGets() throws {
    let folder = try #require(TemporaryFolder())
    let example = ExamplesTests.folder + "/ticket-fees.advocate"
    let script = try #require(TemporaryFolder.contents(of: example))
    TemporaryFolder.write(script, to: folder.file("fees.advocate"))
    let prompt = "Fees at the last step (10)> "

    let desk = try Desk(folder: folder, rows: 3_000, columns: 200)
    desk.enter("load fees.advocate", then: "charter> ")
    desk.enter("action Fees at the last step", then: prompt)
    for line in Self.lines { desk.enter(line, then: prompt) }
    let screen = desk.terminal.screen.lines
    desk.leave()

    let typed = ["load fees.advocate", "action Fees at the last step"] + Self.lines
    let piped = try Tool.run(
      [], input: typed.joined(separator: "\n") + "\n", environment: ["COLUMNS": "100"],
      in: folder.path)
    let start = try #require(screen.firstIndex { $0.hasPrefix(prompt + Self.lines[0]) })
    let shown = screen[start...].filter { !$0.hasPrefix(prompt.dropLast()) }
    let answers = piped.stdout.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
    #expect(answers.count > 400)
    #expect(Array(shown) == answers)
  }
}
