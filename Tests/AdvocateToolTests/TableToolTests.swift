import AdvocateTestSupport
import Testing

/// `advocate judge` of tables as spreadsheets write them, and what it says of what it does not read.
@Suite struct TableToolTests {
  private let scripts: Scripts

  init() throws { scripts = try Scripts() }

  private func judge(_ words: String...) throws -> Tool.Result {
    try Tool.run(["judge"] + words, in: scripts.folder.path)
  }

  @Test func aColumnOfAnotherMatterIsNoMistake() throws {
    scripts.write(
      "id,action,effort to leave\n1,A,a call\n2,B,a call\n", to: "plans.csv")
    let result = try judge("plans.csv", "--format", "csv")
    #expect(result.status == 0)
    #expect(
      result.stderr
        == """
        plans.csv, line 1   (explain 94)
          id,action,effort to leave
          ^^
        Column 1, id, is the name of no fact, so it is not read.
        A column of remarks has a name that begins with note, as in: note id

        """)
    #expect(result.stdout.contains("A,against the customer,25,0,2,4,\n"))
    scripts.write("note id,action,effort to leave\n1,A,a call\n", to: "plans.csv")
    #expect(try judge("plans.csv", "--format", "csv").stderr.isEmpty)
  }

  @Test(arguments: ["csv", "jsonl"])
  func aColumnNearAFactIsToldInEveryRow(_ form: String) throws {
    if form == "csv" {
      scripts.write("action,effort to leav,tell us\nA,a call,\nB,,x\n", to: "plans.csv")
    } else {
      scripts.write(
        "{\"action\":\"A\",\"effort to leav\":\"a call\"}\n{\"action\":\"B\",\"tell us\":\"x\"}\n",
        to: "plans.jsonl")
    }
    let result = try judge("plans.\(form)", "--format", "csv")
    #expect(result.status == 3)
    #expect(result.stderr.contains("Did you\nmean effort to leave?"))
    #expect(result.stdout.contains("A,silent,,0,0,0,effort to leav is not read\n"))
    #expect(result.stdout.contains("B,silent,,0,0,0,\n"))
  }

  @Test func membersAreToldOfOnceAFile() throws {
    // More than one chunk of a megabyte.
    var text = ""
    for number in 0..<30_000 {
      text += "{\"action\":\"plan number \(number)\",\"owner\":\"somebody\",\"ident\":\(number)}\n"
    }
    scripts.write(text, to: "plans.jsonl")
    for threads in ["1", "3"] {
      let result = try judge("plans.jsonl", "--threads", threads)
      #expect(result.status == 0)
      #expect(result.stderr.components(of: "explain 94") == 2)
    }
  }

  @Test func linesOfVeryOldProgramsAreRead() throws {
    scripts.write("action,effort to leave\rA,a call\rB,one step\rC,no\r", to: "plans.csv")
    let result = try judge("plans.csv", "--format", "csv")
    #expect(result.status == 3)
    #expect(result.stdout.split(separator: "\n").count == 4)
    #expect(result.stdout.contains("\nB,for the customer,"))
    #expect(result.stderr.hasPrefix("plans.csv, line 4   (explain 31)\n  C,no\n    ^^\n"))
  }

  @Test func whatASpreadsheetAddsIsNoAction() throws {
    scripts.write(
      [0xEF, 0xBB, 0xBF]
        + Array("sep=;\r\naction;effort to leave;;\r\nA;a call;;\r\n;;;\r\n;;;\r\n".utf8),
      to: "plans.csv")
    let result = try judge("plans.csv", "--format", "csv")
    #expect(result.status == 0 && result.stderr.isEmpty)
    #expect(result.stdout.split(separator: "\n").count == 2)
  }

  @Test func aLineLongerThanAllReasonIsOneRow() throws {
    for size in [1_100_000, 5_300_000, 9_400_000] {
      let long = String(repeating: "x,", count: size / 2)
      scripts.write("action,effort to leave\nA,\(long)\nB,a call\nC,no\n", to: "plans.csv")
      let result = try judge("plans.csv", "--format", "csv")
      let lines = result.stdout.split(separator: "\n")
      #expect(lines.count == 4 && lines[1].hasPrefix("line 2,not judged,"))
      #expect(lines.last?.hasPrefix("C,not judged,") == true)
      #expect(result.stderr.contains("plans.csv, line 4   (explain 31)"))
    }
  }

  @Test func severalFilesAreNamed() throws {
    scripts.write("action,effort to leave\nA,a call\nB,no\n", to: "one.csv")
    scripts.write("{\"action\":\"C\",\"effort to leave\":7.5}\n", to: "two.jsonl")
    let result = try judge("one.csv", "two.jsonl")
    #expect(result.stdout.contains("Not judged: one.csv line 3, two.jsonl line 1."))
    #expect(result.stdout.contains("A (one.csv, line 2, "))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
