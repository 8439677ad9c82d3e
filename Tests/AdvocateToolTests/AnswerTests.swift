import AdvocateTestSupport
import Testing

/// Lines that have no answer, and how those who call the program hear of it.
@Suite struct AnswerTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    scripts.write("action Phone\n  effort to leave is a call\n", to: "a.advocate")
  }

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: scripts.folder.path)
  }

  private func piped(_ lines: String) throws -> Tool.Result {
    try Tool.run(["prompt", "a.advocate"], input: lines, in: scripts.folder.path)
  }

  @Test(arguments: [
    ("judge nosuch as json", "No action is called \"nosuch\"."),
    ("compare 1 with 99 as json", "No action is called \"99\"."),
    ("explain 9999", "No message has the number or name \"9999\"."),
    ("help nosuch", "There is no help about \"nosuch\"."),
    ("look nosuch", "There is no view called \"nosuch\"."),
    ("show nosuch", "Nothing here is called \"nosuch\"."),
    ("rank as xml", "rank orders all actions."),
    ("lesson 99", "There is no lesson \"99\"."),
    ("flip 99", "There is no change 99."),
    ("save as json", "save writes all lines as they are typed, and in no other form."),
    ("save plans", "A file name ends in .advocate; \"plans\" is none."),
    ("save nowhere/x.advocate", "nowhere/x.advocate could not be written"),
    ("transcript nowhere/x.advocate", "nowhere/x.advocate could not be written"),
    ("weigh Leaving 5", "says something and asks nothing"),
    ("action X", "advocate prompt a.advocate"),
  ])
  func aLineWithoutAnAnswerFails(_ line: String, _ words: String) throws {
    let result = try run("answer", line, "a.advocate", "-o", "out.txt")
    #expect(result.status == 2, "\(result.stderr)")
    #expect(result.stdout.isEmpty, "\(result.stdout)")
    #expect(result.stderr.replacing("\n", with: " ").contains(words), "\(result.stderr)")
    #expect(try Tool.shell("ls", in: scripts.folder.path).stdout == "a.advocate\n")
  }

  @Test(arguments: [
    ("judge nosuch\njudge 1\n", 3), ("help nosuch\nrank\n", 3), ("lesson 99\n", 3),
    ("save nowhere/x.advocate\n", 2), ("transcript nowhere/x.advocate\n", 2),
    ("list actions\njudge all\n", 0), ("save b.advocate\n", 0),
    // What is asked about is done when the same line comes once more.
    ("save a.advocate\n", 3), ("save a.advocate\nsave a.advocate\n", 0),
  ])
  func pipedLinesEndWithAStatus(_ lines: String, _ status: Int32) throws {
    let result = try piped(lines)
    #expect(result.status == status, "\(result.stdout)\(result.stderr)")
  }

  @Test func aRecordOfALineWithoutAnAnswerRunsAgain() throws {
    #expect(try piped("transcript t.advocate\njudge nosuch\njudge 1\n").status == 3)
    #expect(scripts.text("t.advocate").contains("\n# > judge nosuch\n"))
    let again = try run("prompt", "t.advocate")
    #expect(again.status == 0, "\(again.stdout)\(again.stderr)")
  }

  @Test func aLessonThatIsNoneFails() throws {
    for words in [["99"], ["nofile.advocate"]] {
      let result = try Tool.run(["lesson"] + words, in: scripts.folder.path)
      #expect(result.status == 2 && result.stdout.isEmpty, "\(result.stdout)")
      #expect(!result.stderr.isEmpty)
    }
  }

  // MARK: - The form of what is written

  @Test(arguments: [
    ("rank", "r.json", "{"), ("rank", "r.md", "```"), ("rank", "r.txt", "action"),
    ("rank as markdown", "r.json", "```"), ("rank as text", "r.json", "action"),
    ("list facts", "r.json", "1"),
  ])
  func theEndingDecidesTheForm(_ line: String, _ file: String, _ start: String) throws {
    #expect(try run("answer", line, "a.advocate", "-o", file).status == 0)
    #expect(scripts.text(file).drop { $0 == " " }.hasPrefix(start), "\(scripts.text(file))")
  }

  @Test func theEndingDecidesTheFormOfOtherReports() throws {
    scripts.write("They belong to us.\n", to: "letter.txt")
    #expect(try run("mirror", "letter.txt", "-o", "m.json").status == 0)
    #expect(scripts.text("m.json").hasPrefix("{"))
    #expect(try run("mirror", "letter.txt", "--format", "text", "-o", "t.json").status == 0)
    #expect(!scripts.text("t.json").hasPrefix("{"))
    #expect(try run("journal", "report", "-o", "j.json").status == 0)
    #expect(scripts.text("j.json").hasPrefix("{"))
    #expect(try run("journal", "report", "--format", "markdown", "-o", "k.json").status == 0)
    #expect(!scripts.text("k.json").hasPrefix("{"))
  }

  // MARK: - What stands on the command line

  @Test(arguments: [
    ["judge", "a.advocate", "--charter"], ["test", "a.advocate", "--charter"],
    ["format", "a.advocate", "--charter"], ["mirror", "a.advocate", "--charter"],
    ["check", "a.advocate", "--charter"], ["check", "a.advocate", "--against"],
    ["journal", "replay", "--charter"],
  ])
  func aCharterThatIsNoneIsNoLine(_ arguments: [String]) throws {
    for (name, words) in [
      ("nofile.advocate", "There is no file nofile.advocate."), ("nofile", "No charter is called"),
    ] {
      let result = try Tool.run(arguments + [name], in: scripts.folder.path)
      #expect(result.status == 2)
      #expect(result.stderr.hasPrefix(words), "\(result.stderr)")
      #expect(!result.stderr.contains("The line is left out"), "\(result.stderr)")
    }
  }

  @Test func anActionBesideTheCharterIsToldOfTheFile() throws {
    scripts.write("charter Mine\nfact wait\n  number of days\naction A\n", to: "c.advocate")
    let result = try run("judge", "--charter", "c.advocate", "--explain", "none", "a.advocate")
    #expect(result.stderr.contains("c.advocate holds 1 action, too: the charter alone is taken."))
    #expect(!result.stderr.contains("standard input"), "\(result.stderr)")
  }

  @Test func coverageThatIsAskedForIsToldAndCanBeMet() throws {
    scripts.write(
      "action Phone\n  effort to leave is a call\nexpect Phone\n"
        + "  verdict is against the customer\n", to: "e.advocate")
    let result = try run(
      "test", "--coverage-at-least", "50", "--format", "json", "e.advocate")
    #expect(result.status == 1)
    let document = try JSONDocument(Array(result.stdout.utf8))
    #expect((document["coverage"] as? [Any])?.count == 1)
    for percent in ["101", "-1"] {
      let refused = try run("test", "--coverage-at-least=\(percent)", "e.advocate")
      #expect(refused.status == 2 && refused.stdout.isEmpty)
    }
  }
}
