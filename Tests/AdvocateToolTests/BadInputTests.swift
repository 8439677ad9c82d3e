import AdvocateTestSupport
import Testing

/// Whatever stands in a file: an answer, no crash, and nothing raw on a terminal.
@Suite struct BadInputTests {
  private let scripts: Scripts

  init() throws { scripts = try Scripts() }

  private func judge(_ words: String...) throws -> Tool.Result {
    let result = try Tool.run(["judge", "--explain", "none"] + words, in: scripts.folder.path)
    expectHarmless(result)
    return result
  }

  @Test func aMisspeltNameIsMarkedAndTheRestIsJudged() throws {
    scripts.write(
      "action A\n  moves the job is harder\n  efort to leave is a call\n", to: "plan.advocate")
    let result = try judge("plan.advocate")
    #expect(result.status == 3)
    #expect(
      result.stderr == """
        plan.advocate, line 3   (explain 20)
            efort to leave is a call
            ^^^^^^^^^^^^^^
        No fact is called "efort to leave". The nearest is effort to leave.
        The line is left out, and action A is marked incomplete.

        """)
    #expect(result.stdout.contains("(1 line of it was left"), "\(result.stdout)")
  }

  @Test func linesBelowAFailedSubjectJoinNothing() throws {
    scripts.write(
      """
      acton Plan A
        effort to leave is a struggle
      action Plan B
        moves the job is easier
      """, to: "plan.advocate")
    let result = try judge("plan.advocate")
    #expect(result.status == 3)
    #expect(result.stdout.hasPrefix("Plan B is, as told so far, for the customer: 75"))
    #expect(result.stderr.contains("plan.advocate, line 1"))
    #expect(result.stderr.contains("It is left out, and so is the line below it"))
  }

  @Test func twoFailedSubjectsAreTwoFindings() throws {
    scripts.write(
      "acton A\n  moves the job is harder\nexpct A\n  settled\naction B\n", to: "plan.advocate")
    let result = try judge("plan.advocate")
    #expect(result.stderr.matches(of: /so is the line below it/).count == 2)
    #expect(result.stderr.contains("line 1") && result.stderr.contains("line 3"))
  }

  @Test func aHiddenCharacterInASubjectLineKeepsItsLinesApart() throws {
    scripts.write(
      "action A\n  moves the job is easier\naction B\u{202E}\n  effort to leave is a struggle\n",
      to: "plan.advocate")
    let result = try judge("plan.advocate")
    #expect(result.status == 3)
    #expect(result.stdout == "A is, as told so far, for the customer: 75 of 100\n")
    #expect(result.stderr.contains("<U+202E>"))
    #expect(result.stderr.contains("so is the line below it"))
  }

  @Test(arguments: [
    ("nul", [0x61, 0x00, 0x0A] as [UInt8], "is no text"),
    ("elf", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0] as [UInt8], "is no text"),
    ("little", [0xFF, 0xFE, 0x61, 0x00] as [UInt8], "UTF-16"),
    ("big", [0xFE, 0xFF, 0x00, 0x61] as [UInt8], "UTF-16"),
  ])
  func whatIsNoTextIsLeftOutWhole(_ name: String, _ bytes: [UInt8], _ words: String) throws {
    scripts.write(bytes, to: name)
    let result = try judge(name)
    #expect(result.status == 2)
    #expect(result.stdout.isEmpty)
    #expect(result.stderr.contains(words), "\(result.stderr)")
    #expect(result.stderr.contains("left out whole"))
  }

  @Test func oneBadFileDoesNotHideTheOthers() throws {
    scripts.write(Scripts.against, to: "good.advocate")
    scripts.write([0, 1, 2], to: "bad.advocate")
    let result = try judge("bad.advocate", "missing.advocate", "good.advocate")
    #expect(result.status == 2)
    #expect(result.stdout == "Phone to cancel is against the customer: 0 of 100\n")
    #expect(result.stderr.contains("There is no file missing.advocate."))
  }

  @Test func lineEndsAndByteOrderMarksDoNotMatter() throws {
    let text = "\u{FEFF}" + Scripts.against.replacing("\n", with: "\r\n")
    scripts.write(text, to: "windows.advocate")
    let result = try judge("windows.advocate")
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout == "Phone to cancel is against the customer: 0 of 100\n")
  }

  @Test func anEmptyFileIsARemark() throws {
    scripts.write("", to: "empty.advocate")
    let result = try judge("empty.advocate")
    #expect(result.status == 0)
    #expect(result.stdout.isEmpty)
    #expect(result.stderr == "empty.advocate holds no action, so nothing was judged.\n")
    let json = try judge("--format", "json", "empty.advocate")
    #expect(json.status == 0)
    #expect(json.stdout.isEmpty)
  }

  @Test func aFolderIsNoFile() throws {
    let result = try judge(".")
    #expect(result.status == 2)
    #expect(result.stderr.contains(". is a folder. Name the files in it, as in: ./*.advocate"))
  }

  @Test func aHugeLineIsCountedAndCut() throws {
    let line = "head -c 52428800 /dev/zero | tr '\\0' a > huge.advocate"
    #expect(try Tool.shell(line, in: scripts.folder.path).status == 0)
    let result = try judge("huge.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("This line has 52428800 bytes; a line may have 100000."))
    #expect(result.errors.count < 2_000)
  }

  @Test func manyFindingsAreCounted() throws {
    scripts.write(
      "action A\n" + String(repeating: "  nothing like it is so\n", count: 5_000),
      to: "many.advocate")
    let result = try judge("many.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("and 4950 more findings"))
    #expect(result.errors.count < 30_000)
  }

  /// Each action misses a line, and each is judged: with 1,200 errors the file is read to its end.
  @Test func everyActionCountsHoweverManyLinesAreBad() throws {
    let action = { (number: Int) in
      "action Number \(number)\n  nothing of it is known\n  moves the job is harder\n"
    }
    scripts.write((1...1_200).map(action).joined(), to: "all.advocate")
    for more in [[], ["--format", "jsonl"]] {
      let result = try Tool.run(
        ["judge", "all.advocate", "--explain", "none", "--rest", "untouched"] + more,
        in: scripts.folder.path)
      #expect(result.status == 3)
      #expect(result.stdout.split(separator: "\n").count { $0.contains("Number ") } == 1_200)
      #expect(result.stderr.contains("and 1150 more findings"))
    }
  }

  /// What one table says of a fact must not stay for a table that has no column for it.
  @Test func tablesBesideEachOtherKeepToThemselves() throws {
    scripts.write("action,moves the job\nFirst,harder\n", to: "one.csv")
    scripts.write("action,effort to leave\nSecond,\n", to: "two.csv")
    let options = ["--threads", "1", "--format", "csv"]
    let alone = try Tool.run(["judge", "two.csv"] + options, in: scripts.folder.path)
    let beside = try Tool.run(["judge", "one.csv", "two.csv"] + options, in: scripts.folder.path)
    let verdict = alone.stdout.split(separator: "\n").last
    #expect(verdict?.hasPrefix("Second,silent") == true, "\(alone.stdout)")
    #expect(beside.stdout.split(separator: "\n").last == verdict)
  }

  @Test func aCycleOfFilesEnds() throws {
    scripts.write("load two.advocate\naction A\n  moves the job is harder\n", to: "one.advocate")
    scripts.write("load one.advocate\naction B\n  moves the job is easier\n", to: "two.advocate")
    let result = try judge("one.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("names itself"))
    #expect(result.stdout.contains("A is") && result.stdout.contains("B is"))
    scripts.write("use self.advocate\naction A\n", to: "self.advocate")
    #expect(try judge("self.advocate").stderr.contains("names itself"))
  }

  @Test func filesGoSixteenDeep() throws {
    for depth in 1...20 {
      let text = "load \(depth + 1).advocate\naction Number \(depth)\n  moves the job is harder\n"
      scripts.write(text, to: "\(depth).advocate")
    }
    let result = try judge("1.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("17.advocate was not read: files name files more than 16 deep."))
    #expect(result.stdout.split(separator: "\n").count == 16)
    #expect(try judge("6.advocate").stderr.contains("There is no file 21.advocate."))
  }

  @Test func aFileIsLookedUpBesideTheOneThatNamesIt() throws {
    let made = try Tool.shell("mkdir plans charters", in: scripts.folder.path)
    #expect(made.status == 0)
    scripts.write("load ../plans/b.advocate\n", to: "plans/a.advocate")
    scripts.write("action B\n  moves the job is harder\n", to: "plans/b.advocate")
    let result = try judge("plans/a.advocate")
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.hasPrefix("B is, as told so far, against the customer: 25"))
  }

  @Test func controlCharactersNeverComeBackRaw() throws {
    let name = "a\u{1B}[31m\u{202E}\u{7}b.advocate"
    let text = """
      action A\u{1B}]0;title\u{7}
        note \u{202E}reversed
      action Plain
        moves the job is \u{9B}31mharder
        job is one\rtwo
      please \u{1B}[2J
      """
    scripts.write(text, to: name)
    for command in ["judge", "test", "format", "prompt"] {
      let result = try Tool.run([command, name], in: scripts.folder.path)
      expectHarmless(result)
      #expect(result.stderr.contains("<U+001B>"), "\(command): \(result.stderr)")
    }
    for folder in [name, "no/\(name)"] {
      expectHarmless(try Tool.run(["judge", folder, "-o", "no/\(name)"], in: scripts.folder.path))
    }
    expectHarmless(
      try Tool.run(
        ["judge", "--format", "json", name], environment: ["COLUMNS": "30"],
        in: scripts.folder.path))
  }

  @Test func aLoadedFileOfABadNameIsNamedHarmlessly() throws {
    scripts.write("load no\u{301}thing/here.advocate\nuse <b>.advocate\n", to: "plan.advocate")
    let result = try judge("plan.advocate")
    #expect(result.status == 3)
    #expect(result.stderr.contains("There is no file"))
  }
}
