import AdvocateTestSupport
import Testing

/// `advocate format`.
@Suite struct FormatTests {
  private let scripts: Scripts

  init() throws { scripts = try Scripts() }

  private func format(_ words: String...) throws -> Tool.Result {
    try Tool.run(["format"] + words, in: scripts.folder.path)
  }

  private static let loose = """
    # A remark at the top.
    ACTION Phone to cancel
    - Effort To Leave = 4 because  mystery calls
        moves the job: HARDER
    gain this quarter is 250K
    # About the rest.
    the rest is untouched
    judge
    expect phone to cancel
    Verdict is Against The Customer
    """

  private static let neat = """
    # A remark at the top.
    action Phone to cancel
      effort to leave is a call because mystery calls
      moves the job is harder
      gain this quarter is 250,000
      # About the rest.
      the rest is untouched

    judge

    expect Phone to cancel
      verdict is against the customer

    """

  @Test func aScriptIsWrittenInPlace() throws {
    scripts.write(Self.loose, to: "plan.advocate")
    let result = try format("plan.advocate")
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout == "formatted: plan.advocate\n")
    Golden.checkSame(scripts.text("plan.advocate"), Self.neat)
    let again = try format("plan.advocate")
    #expect(again.status == 0)
    #expect(again.stdout.isEmpty && again.stderr.isEmpty)
    #expect(scripts.text("plan.advocate") == Self.neat)
  }

  @Test func aCheckChangesNothing() throws {
    scripts.write(Self.loose, to: "loose.advocate")
    scripts.write(Self.neat, to: "neat.advocate")
    let result = try format("--check", "loose.advocate", "neat.advocate")
    #expect(result.status == 1)
    #expect(result.stdout == "would change: loose.advocate\n")
    #expect(scripts.text("loose.advocate") == Self.loose)
    #expect(try format("--check", "neat.advocate").status == 0)
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let result = try Tool.run(["format", "-"], input: Self.loose)
    #expect(result.status == 0)
    Golden.checkSame(result.stdout, Self.neat)
  }

  @Test func standardInputIsCalledThat() throws {
    let broken = try Tool.shell(#"printf 'action A\n  \377\n' | "$ADVOCATE" format -"#)
    #expect(broken.status == 3)
    #expect(broken.stdout == "")
    #expect(broken.stderr.hasPrefix("standard input, line 2"))
    #expect(broken.stderr.hasSuffix("Nothing is written: not all of standard input is UTF-8.\n"))
    let loose = try Tool.run(["format", "--check", "-"], input: Self.loose)
    #expect(loose.status == 1)
    #expect(loose.stdout == "would change: standard input\n")
  }

  @Test func linesThatCannotBeReadStay() throws {
    let text = """
      action Phone to cancel
        effort to leave is whatever
        moves the job is harder

      acton Another
        effort to leave is a call

      """
    scripts.write(
      text.replacing("  moves the job is", with: "moves the job ="), to: "plan.advocate")
    let result = try format("plan.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("plan.advocate, line 2"))
    #expect(result.stderr.contains("plan.advocate, line 5"))
    for line in text.split(separator: "\n") {
      #expect(scripts.text("plan.advocate").contains(line.drop { $0 == " " }), "\(line)")
    }
    let once = scripts.text("plan.advocate")
    #expect(try format("plan.advocate").status == 3)
    #expect(scripts.text("plan.advocate") == once)
  }

  @Test func aLineOfHiddenCharactersStaysByteForByte() throws {
    let text = "action A\n  note a\u{202E}b\u{1B}[31m\n  moves the job is harder\n"
    scripts.write(text, to: "plan.advocate")
    let result = try format("plan.advocate")
    #expect(result.status == 3)
    expectHarmless(result)
    #expect(scripts.text("plan.advocate") == text)
  }

  @Test func brokenBytesAreNotReplaced() throws {
    let bytes = Array("action A\n  note a".utf8) + [0xFF, 0xC3] + Array("b\n".utf8)
    scripts.write(bytes, to: "plan.advocate")
    let result = try format("plan.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.hasSuffix("plan.advocate stays as it is: not all of it is UTF-8.\n"))
    #expect(TemporaryFolder.contents(of: scripts.path("plan.advocate")) == bytes)
  }

  @Test func aLineThatIsTooLongIsNotCut() throws {
    let text = "action A\n  note " + String(repeating: "long ", count: 60_000) + "end\n"
    scripts.write(text, to: "plan.advocate")
    #expect(try format("plan.advocate").status == 3)
    #expect(scripts.text("plan.advocate").count == text.count)
  }

  @Test func aWholeFileThatIsNoTextIsLeftAlone() throws {
    let bytes: [UInt8] = [0x61, 0, 0x62, 10]
    scripts.write(bytes, to: "binary.advocate")
    let result = try format("binary.advocate")
    #expect(result.status == 2)
    #expect(TemporaryFolder.contents(of: scripts.path("binary.advocate")) == bytes)
    #expect(try format("missing.advocate").status == 2)
    #expect(try format(".").status == 2)
  }

  @Test func whatAFileNamesIsNotDrawnIn() throws {
    scripts.write("action B\n  moves the job is harder\n", to: "other.advocate")
    let text = "load other.advocate\n\naction A\n  moves the job is easier\n"
    scripts.write(text, to: "plan.advocate")
    #expect(try format("--check", "plan.advocate").status == 0)
  }

  @Test func aReadOnlyFileIsTold() throws {
    scripts.write(Self.loose, to: "plan.advocate")
    let line = "chmod 444 plan.advocate; \"$ADVOCATE\" format plan.advocate"
    let result = try Tool.shell(line, in: scripts.folder.path)
    // Whoever may write everything may write this, too.
    if result.status != 0 {
      #expect(result.status == 2)
      #expect(result.stderr == "plan.advocate could not be written: permission denied.\n")
      #expect(scripts.text("plan.advocate") == Self.loose)
    }
  }

  @Test func aLinkStaysALinkAndTheModeStays() throws {
    scripts.write(Self.loose, to: "plan.advocate")
    let result = try Tool.shell(
      """
      chmod 640 plan.advocate; ln -s plan.advocate link.advocate
      "$ADVOCATE" format link.advocate; stat -c '%F %a' link.advocate plan.advocate
      """, in: scripts.folder.path)
    #expect(result.stdout == "formatted: link.advocate\nsymbolic link 777\nregular file 640\n")
    #expect(scripts.text("plan.advocate") == Self.neat)
  }

  @Test(arguments: ["format", "check", "test", "prompt"], ["csv", "tsv", "jsonl", "NDJSON"])
  func aTableIsNoScript(_ command: String, _ ending: String) throws {
    let rows = "action,effort to leave\nSale,a call\nGift,one step\n"
    scripts.write(rows, to: "plans.\(ending)")
    let result = try Tool.run([command, "plans.\(ending)"], in: scripts.folder.path)
    #expect(command == "prompt" || result.status == 2)
    // It is told once, with what to type instead, and not for every row.
    let told = result.stdout + result.stderr
    let words = told.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("plans.\(ending) is a table of actions and no script"), "\(told)")
    #expect(words.contains("type in the shell: advocate judge plans.\(ending)"))
    #expect(!told.contains("No line here"))
    #expect(scripts.text("plans.\(ending)") == rows)
  }
}

extension Golden {
  /// Compares two texts and shows the lines that differ.
  fileprivate static func checkSame(
    _ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lines = difference(from: expected, to: actual).joined(separator: "\n")
    #expect(actual == expected, "- expected, + found:\n\(lines)", sourceLocation: sourceLocation)
  }
}
