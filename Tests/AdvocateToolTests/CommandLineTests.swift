import AdvocateTestSupport
import Testing

/// What the command line says of itself.
@Suite struct CommandLineTests {
  @Test func itTellsItsVersion() throws {
    let result = try Tool.run(["--version"])
    #expect(result.status == 0)
    #expect(result.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["", "explain", "format", "help", "judge", "prompt", "test"])
  func helpShowsExamples(_ command: String) throws {
    let words = command.isEmpty ? [] : [command]
    let result = try Tool.run(words + ["--help"])
    #expect(result.status == 0)
    #expect(result.stderr.isEmpty)
    let example = command.isEmpty || command == "prompt" ? "advocate" : "advocate \(command)"
    #expect(result.stdout.contains("Examples:\n  \(example)"), "\(result.stdout)")
    #expect(result.stdout.contains("--ascii") || command.isEmpty)
    if command.isEmpty {
      #expect(result.stdout.contains("Exit status: 0 fine, 1 "))
      for name in ["explain", "format", "help", "judge", "prompt", "test"] {
        #expect(result.stdout.contains("\n  \(name) "), "\(name)")
      }
    }
  }

  @Test(arguments: [
    (["jugde", "plan.advocate"], "The nearest command is: advocate judge"),
    (["plan.advocate"], "There is no file and no command \"plan.advocate\"."),
    (
      ["rank", "a.advocate", "b.advocate"], "over files: advocate answer rank a.advocate b.advocate"
    ),
    (["compare 1 with 2"], "over files: advocate answer \"compare 1 with 2\" FILE"),
    (["-"], "advocate < FILE"), (["judge"], "<files>"), (["test"], "<files>"),
    (["format"], "<files>"),
    (["judge", "x", "--format", "xml"], "text"),
    (["judge", "x", "--explain", "all"], "'short'"),
    (["judge", "x", "--fail-on", "bad"], "vetoed"),
    (["judge", "x", "--rest", "said"], "untouched"), (["judge", "x", "--nothing"], "--nothing"),
    (["explain"], "<code>"), (["explain", "0"], "No finding has the number or name \"0\"."),
    (["explain", "999"], "The number stands beside it"),
  ])
  func wrongUsageIsStatus2(_ words: [String], _ hint: String) throws {
    let result = try Tool.run(words)
    #expect(result.status == 2)
    #expect(result.stdout.isEmpty)
    let told = result.stderr.replacing("\n", with: " ")
    #expect(told.contains(hint), "\(result.stderr)")
  }

  @Test(arguments: ["\u{1B}[31mred", "a\u{202E}b", "a\u{7}b"])
  func nothingRawComesBackFromTheWordsOfTheCommandLine(_ word: String) throws {
    for words in [
      [word], ["judge", word], ["judge", "x", "--explain", word], ["judge", "--\(word)"],
      ["test", word], ["format", word], ["explain", word], ["help", word],
      ["judge", "x", "--charter", word],
      ["judge", "/dev/null", "--format", "json", "-o", "/no/\(word)"],
    ] {
      expectHarmless(try Tool.run(words))
    }
  }

  @Test(arguments: ["20", "unknown-fact"]) func aFindingIsExplained(_ code: String) throws {
    let result = try Tool.run(["explain", code])
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.split(separator: "\n").count >= 3, "\(result.stdout)")
    #expect(try Tool.run(["explain", "20"]).stdout == result.stdout)
  }

  @Test(arguments: [[], ["judge"], ["what", "if"], ["verdict"]]) func helpHasTopics(
    _ topic: [String]
  ) throws {
    let result = try Tool.run(["help"] + topic)
    #expect(result.status == 0)
    #expect(result.stderr.isEmpty)
    #expect(result.stdout.split(separator: "\n").count >= 2, "\(result.stdout)")
  }

  @Test func helpOfAnUnknownTopicIsWrongUsage() throws {
    let result = try Tool.run(["help", "zebra"])
    #expect(result.status == 2)
    #expect(result.stdout.isEmpty)
    #expect(result.stderr.contains("\"zebra\""))
  }

  @Test func theSchemaShipsWithTheProgram() throws {
    let result = try Tool.run(["help", "json"])
    #expect(result.status == 0)
    let schema = try JSONDocument(result.output)
    #expect(schema["$schema"] != nil)
  }
}
