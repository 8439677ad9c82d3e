import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import AdvocateTestSupport
import Testing

/// Tables say the same in every form and at every depth, and nothing in them is lost in silence.
@Suite("Forms of tables")
struct TableFormsTests {
  private let plan: BatchPlan

  init() throws { plan = try TableReading.plan() }

  // MARK: - What is not read

  @Test("A column near the name of a fact is told of once, and every row that says something there")
  func nearMisses() throws {
    let table = TableReading.csv(
      "action,leav,tell,id,total,note by\na,none,yes,1,,x\nb,,no,2,,\nc, ,no,3,7,\nd,call,no,4,1,\n",
      plan)
    #expect(table.header.map(\.id.number) == [94, 94, 96])
    #expect(table.header.map(\.severity) == [.error, .warning, .error])
    #expect(table.header[0].sentences[0].plain.contains("Did you mean leave?"))
    #expect(
      table.problems == [
        "leav is not read", "", "total is not read", "leav and total are not read",
      ])
    #expect(table.lines[0].hasPrefix("a,for the customer,100,2,0,2,"))

    let objects = TableReading.objects(
      """
      {"action":"a","leav":"none","tell":"yes","id":1,"note by":"x"}
      {"action":"b","leav":null,"tell":"no","id":2}
      {"action":"c","leav":" ","tell":"no","id":"3","total":7}
      {"action":"d","leav":"call","tell":"no","id":4,"total":1}

      """, plan)
    #expect(objects.lines == table.lines)
    #expect(objects.piece.findings.isEmpty)
    #expect(objects.piece.columnFindings.map(\.finding.id.number) == [94, 94, 96])
    #expect(objects.piece.columnFindings.map(\.finding.severity) == [.error, .warning, .error])

    let script = TableReading.script("action a\n  leav is none\n  tell is yes\n", plan)
    #expect(script.lines == ["a,for the customer,100,2,0,2,1 line left out"])
  }

  @Test("What seems to be meant for a fact is known by its letters or its words")
  func likeness() {
    let reader = FieldReader(TableReading.workspace())
    for name in ["leav", "leave?", "Leave (level)", "price_change", "leav because", "wait days"] {
      #expect(reader.isNearFact(name), "\(name)")
    }
    let other = ["id", "owner", "date", "region", "team", "status", "comment", "country"]
    let builtIn = FieldReader(BuiltInCharter.workspace())
    for name in other {
      #expect(!reader.isNearFact(name) && !builtIn.isNearFact(name), "\(name)")
    }
    // The examples of the article on tables.
    #expect(builtIn.isNearFact("effort leave") && builtIn.isNearFact("effort to leave today"))
  }

  @Test("A blank that does not break is a blank, in headers and in cells")
  func otherBlanks() throws {
    let blank = "\u{A0}"
    let table = TableReading.csv(
      "action,\(blank)leave\(blank),tell,\(blank)\na,none,\(blank),\(blank)\(blank)\n"
        + "\(blank),\u{202F}call,no\(blank),\n\(blank),\(blank),\(blank),\u{2007}\n", plan)
    let plain = TableReading.csv("action,leave,tell,\na,none,,\n,call,no,\n", plan)
    #expect(table.header.isEmpty && table.piece.failed.isEmpty)
    #expect(table.piece.columnFindings.isEmpty)
    #expect(table.lines == plain.lines)
    let objects = TableReading.objects(
      """
      {"action":"a","leave\(blank)":"none","tell":"\(blank)"}
      {"action":"\(blank)","leave":"call","tell":"no"}

      """, plan)
    #expect(objects.piece.columnFindings.isEmpty)
    #expect(objects.lines.first == plain.lines.first)
  }

  @Test("A column without a name counts only where something stands in it")
  func namelessColumns() {
    let table = TableReading.csv("action,tell,,\na,yes,,\nb,no,,x\n,,,\n , ,,\nc,no\n", plan)
    #expect(table.header.isEmpty)
    #expect(table.problems == ["", "column 4 is not read", ""])
    #expect(table.piece.columnFindings.map(\.finding.line?.number) == [3])
    #expect(table.piece.failed.isEmpty)
  }

  @Test("A column that comes twice is not lost in silence")
  func columnsTwice() {
    let table = TableReading.csv("action,tell,Tell\na,yes,no\nb,yes,\n", plan)
    #expect(table.header.map(\.id.number) == [95])
    #expect(table.problems == ["Tell is not read", ""])
  }

  @Test("What is told of a member is told once a file, whatever it is cut into")
  func toldOnce() {
    let objects = TableReading.objects("{\"action\":\"a\",\"owner\":\"x\"}\n", plan)
    var summary = BatchSummary()
    var other = objects.piece
    other.file = "others"
    #expect(summary.news(of: objects.piece).count == 1)
    #expect(summary.news(of: objects.piece).isEmpty)
    #expect(summary.news(of: other).count == 1)
  }

  // MARK: - Lengths

  @Test("A row longer than all that is read is refused at every depth, in both forms")
  func longRows() throws {
    let long = String(repeating: "x", count: Limits.longestRecord)
    let fitting = String(repeating: "y", count: Limits.longestRecord - 100)
    for depth in BatchDepth.allCases {
      let plan = try TableReading.plan(depth: depth)
      let table = TableReading.csv(
        "action,tell,note\na,yes,\(long)\nb,yes,\(fitting)\nc,yes,\n", plan)
      #expect(table.piece.failed == [2], "\(depth)")
      #expect(table.piece.findings.map(\.id.number) == [99])
      let objects = TableReading.objects(
        """
        {"action":"a","tell":"yes","note":"\(long)"}
        {"action":"b","tell":"yes","note":"\(fitting)"}

        """, plan)
      #expect(objects.piece.failed == [1], "\(depth)")
    }
  }

  @Test("A quote that stays open for longer than a row may be ends with its line, wherever cut")
  func longQuotes() {
    let long = String(repeating: "x\n", count: Limits.longestRecord / 2) + "x"
    let text = Array("\"\(long)\",1\nb,2\n".utf8)
    let end = BatchSplitter.end(of: text, text.count, .csv(delimiter: 0x2C))
    #expect(end == text.count)
    #expect(CSVRecord(text, delimiter: 0x2C).end == 3)
  }

  // MARK: - JSON

  @Test(
    "What is no JSON is refused at every depth",
    arguments: [
      #"{"action":"p","discount": 40%}"#, #"{"action":"p","wait": 5.}"#,
      #"{"action":"p","wait": 05}"#, #"{"action":"p","wait": +5}"#, #"{"action":"p","wait": .5}"#,
      #"{"action":"p","wait": 5 6}"#, #"{"action":"p","tell": yes}"#, #"{"action":"p","id": 01}"#,
      #"{"action":"p","id": abc}"#, #"{"action":"p",}"#, #"{"action":"p"} x"#,
      "{\"action\":\"p\",\"le\tave\":\"none\"}", "{\"action\":\"p\",\"leave\t\":\"none\"}",
      "{\"action\":\"p\",\"leave\":\"no\tne\"}", "{\"action\":\"p\",\"note\":\"no\tne\"}",
    ])
  func badJSON(_ line: String) throws {
    for depth in BatchDepth.allCases {
      let plan = try TableReading.plan(depth: depth)
      // A line before makes its names and values known.
      let first = "{\"action\":\"o\",\"note\":\"x\",\"id\":1,\"leave\":\"none\",\"wait\":5}"
      let objects = TableReading.objects("\(first)\n\(line)\n\(line)\n", plan)
      #expect(objects.piece.failed == [2, 3], "\(depth)")
      #expect(objects.piece.findings.map(\.id.number) == [93, 93])
    }
  }

  @Test("A name is a text or a number, and stands there once")
  func names() throws {
    for depth in [BatchDepth.none, .short] {
      let plan = try TableReading.plan(depth: depth)
      let objects = TableReading.objects(
        """
        {"action":12,"tell":"yes"}
        {"action":-1.50,"tell":"yes"}
        {"action":null,"tell":"yes"}
        {"action":" ","tell":"yes"}
        {"tell":"yes"}
        {"action":["x"],"tell":"yes"}
        {"action":{"x":1},"tell":"yes"}
        {"action":"x","tell":"yes","action":"y"}
        {"action":"","tell":"yes","action":"y"}
        {"action":"x","name":"y","tell":"yes"}
        {"action":"x","tell":"yes","tell because":"a","tell because":"b"}

        """, plan)
      let names = objects.lines.map { String($0.prefix { $0 != "," }) }
      #expect(names.prefix(5) == ["12", "-1.50", "line 3", "line 4", "line 5"])
      #expect(objects.piece.failed == [6, 7, 8, 9, 10, 11])
      #expect(objects.piece.findings.map(\.id.number) == [98, 98, 95, 95, 95, 95])
      #expect(objects.meant[0] == "[\"x\"]")
      #expect(objects.meant[2] == "\"action\"")
    }
  }

  @Test("Findings in values show what stands there, and say nothing that does not")
  func values() {
    let objects = TableReading.objects(
      #"""
      {"action":"a","wait":{"between":[1,2,3]}}
      {"action":"b","wait":true}
      {"action":"c","harms":["offer",null]}
      {"action":"d","harms":["offer","nope"]}
      {"action":"e","wait":{"value":3,"becuase":"x"}}
      {"action":"f","wait":{"value":3,"roughly":4}}
      {"action":"g","wait":[3,4]}
      {"action":"h","wait":{"value":3,"because":["x"]}}
      {"action":"i","wait":{"because":"x"}}
      {"action":"j","wait":{"value":3,"because":"x"}}
      {"action":"k","wait":{"value":null,"because":"x"}}

      """#, plan)
    #expect(objects.piece.failed == [1, 2, 3, 4, 5, 6, 7, 8, 9])
    #expect(objects.piece.findings.map(\.id.number) == [98, 35, 98, 31, 98, 98, 35, 98, 98])
    #expect(
      objects.meant == [
        "{\"between\":[1,2,3]}", "true", "[\"offer\",null]", "nope",
        "{\"value\":3,\"becuase\":\"x\"}", "{\"value\":3,\"roughly\":4}", "[3,4]",
        "{\"value\":3,\"because\":[\"x\"]}", "{\"because\":\"x\"}",
      ])
    for (place, words) in [(0, "{\"between\":[1,2,3]}"), (1, " true is not"), (6, "[3,4] is not")] {
      #expect(objects.problems[place].contains(words))
    }
    #expect(objects.problems[4].contains("becuase"))
    #expect(!objects.piece.findings[1].sentences.contains { $0.plain.contains("yes") })
    #expect(objects.piece.findings.allSatisfy { $0.line?.text.hasPrefix("{\"action\"") == true })
  }

  // MARK: - Cells

  @Test("Two points in a text are no range")
  func texts() throws {
    // "between" and "lock in" are heard; two points are neither.
    for depth in [BatchDepth.none, .full] {
      let plan = try TableReading.plan(depth: depth)
      let table = TableReading.csv(
        "action,saying,wait\na,a..b,1..2\nb,between,\nc,we lock in .. all,\n", plan)
      let scores = table.lines.map { $0.split(separator: ",")[4] }
      #expect(scores == ["0", "2", "2"])
      #expect(table.lines[0].contains(",4,0,6,"))
    }
  }

  @Test("A finding shows the row and the place in it")
  func places() {
    let rows = [
      "action,harms,wait,leave", "a,\"offer, nope\",,", "ü,,soon,", "\"two",
      "lines\",,later,",
      "\"open,,,", "c,,", "d,offer,\"soon\",no\r", "e,\"offer, offe\",1,", "",
    ]
    let table = TableReading.csv(rows.joined(separator: "\n"), plan)
    #expect(table.piece.findings.map { $0.line?.number } == [2, 3, 4, 6, 7, 8, 8, 9])
    let places: [String?] = [
      "nope", "soon", nil, "\"open,,,", nil, "soon", "no", "\"offer, offe\"",
    ]
    #expect(table.meant == places)
    #expect(table.piece.findings[1].line?.text == "ü,,soon,")
    #expect(table.piece.findings[1].span == SourceSpan(4, 8))
    #expect(table.piece.findings[2].line?.text == "\"two")
    #expect(table.piece.findings[5].line?.text == "d,offer,\"soon\",no")
    #expect(
      table.piece.findings[1].sentences.contains { $0.plain.contains("column 3, wait") })
  }

  @Test("Bytes that are no text are shown as a sign, and do not move the place")
  func badBytes() {
    let bytes = Array("action,tell,wait\n".utf8) + [0x61, 0xFF, 0x2C] + Array("no,soon\n".utf8)
    let table = TableReading.csv(bytes, plan)
    #expect(table.meant == ["a\u{FFFD}"])
    let other = Array("action,note,wait\nx,".utf8) + [0xFF] + Array(",soon\n".utf8)
    #expect(TableReading.csv(other, plan).meant == ["soon"])
  }

  // MARK: - Headers

  @Test("Header findings name the line that the header stands in")
  func headerLines() {
    let table = TableReading.csv("\n\r\n\naction,leav,tell\na,none,yes\n", plan)
    #expect(table.header.map { $0.line?.number } == [4])
    #expect(table.header.map { $0.line?.text } == ["action,leav,tell"])
    #expect(table.header.map(\.span) == [SourceSpan(7, 11)])
    let bad = TableReading.csv("\n\none,two\n", plan)
    #expect(bad.header.map { $0.line?.number } == [3])
  }

  @Test("A spreadsheet's line about its separator is understood")
  func separators() {
    for start in ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\nsep=;\n\n"] {
      let table = TableReading.csv(start + "action;tell;saying\na;yes;x, y\nb;maybe;\n", plan)
      #expect(table.header.isEmpty)
      #expect(table.lines.first == "a,for the customer,75,2,0,4,", "\(start)")
      let lines = start.utf8.filter { $0 == 0x0A }.count
      #expect(table.piece.failed == [lines + 3])
    }
    #expect(TableReading.csv("sep=\t\naction\ttell\na\tyes\n", plan).lines.count == 1)
  }

  @Test("Lines that end in carriage returns alone are known by the header")
  func oldLineEnds() {
    #expect(BatchHeader.endsLinesWithReturns(Array("action,tell\ra,yes\r".utf8)))
    #expect(BatchHeader.endsLinesWithReturns(Array("\"a\nb\",tell\ra,yes\r".utf8)))
    #expect(!BatchHeader.endsLinesWithReturns(Array("action,tell\r\na,yes\r\n".utf8)))
    #expect(!BatchHeader.endsLinesWithReturns(Array("\"a\rb\",tell\na,yes\n".utf8)))
    #expect(!BatchHeader.endsLinesWithReturns(Array("action,tell".utf8)))
  }

  // MARK: - The summary

  @Test("The summary names files where there are several, and points beside rows")
  func summary() throws {
    var summary = BatchSummary()
    let first = TableReading.csv("action,leave,tell\na,none,no\nb,cal,no\nc,call,no\n", plan)
    let second = TableReading.csv("action,leave\nd,none\ne,cal\nf,cal\n", plan, file: "others")
    for outcome in [first, second] {
      summary.add(outcome.piece)
      summary.add(outcome.counts)
    }
    func text(_ isOneFile: Bool, width: Int = 80) -> String {
      summary.lines(of: [plan], file: "2 files", isOneFile: isOneFile, width: width)
        .map(\.plain).joined(separator: "\n")
    }
    #expect(text(false).contains("Most against: Tell 4 points in 2 rows"))
    #expect(text(false).contains("Most for: Leave 10 points in 2 rows"))
    #expect(text(false).contains("Not judged: plans line 3, others lines 3, 4."))
    #expect(text(false).contains("(plans, line 4, "))
    #expect(text(true).contains("c (line 4, "))
    #expect(text(false, width: 40).split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test("What is unsaid is counted alike in every form: what the judge says of each action")
  func unsaid() throws {
    var charters = RandomCharters(seed: 171)
    var random = SeededGenerator(seed: 172)
    for number in 0..<60 {
      var sketch = charters.next()
      let rest = number % 3 == 0
      let workspace = TableReading.workspace(sketch.script)
      let plan = try TableReading.plan(workspace, depth: .none, rest: rest)
      let judge = Judge(plan.program)
      let names = sketch.facts.map(\.name)
      let columns = names.indices.filter { _ in random.chance(70) }
      var rows = "action," + columns.map { names[$0] }.joined(separator: ",") + "\n"
      var (objects, script) = ("", "")
      var expected = [Int](repeating: 0, count: plan.program.charter.facts.count)
      let all = sketch.statements
      for row in 0..<15 {
        let told = all.filter { columns.contains($0.fact) && random.chance(60) }
        let isBad = random.chance(10)
        sketch.statements = told
        func cell(_ fact: Int) -> String {
          told.first { $0.fact == fact }.map { "\"\($0.words)\"" } ?? ""
        }
        rows += "plan \(row)," + columns.map(cell).joined(separator: ",") + (isBad ? ",\n" : "\n")
        let members = told.map { "\"\(names[$0.fact])\":\"\($0.words)\"" }
        objects += "{" + (["\"action\":\"plan \(row)\""] + members).joined(separator: ",")
        objects += isBad ? "\n" : "}\n"
        guard !isBad else { continue }
        let lines = told.map { "  \(names[$0.fact]) is \($0.words)\n" }
        script += "action plan \(row)\n" + lines.joined()
        var action = try #require(TableReading.workspace(sketch.script).actions.first)
        action.restIsUntouched = rest
        for fact in judge.judge(action).uncertainty.unsaidFacts { expected[fact] += 1 }
      }
      #expect(TableReading.csv(rows, plan).counts.unsaid == expected, "\(rows)")
      #expect(TableReading.objects(objects, plan).counts.unsaid == expected, "\(objects)")
      #expect(TableReading.script(script, plan).counts.unsaid == expected, "\(script)")
      // One more says itself that the rest is untouched, but what must be said is not filled.
      script += "action last\n  the rest is untouched\n"
      for (fact, declaration) in plan.program.charter.facts.enumerated()
      where declaration.mustBeSaid && declaration.kind?.isSaid == true { expected[fact] += 1 }
      #expect(TableReading.script(script, plan).counts.unsaid == expected, "\(script)")
    }
  }

  @Test("A fact that must be said stays unsaid where the rest is untouched")
  func mustBeSaid() throws {
    let tell = try #require(plan.reader.fact("tell"))
    let wait = try #require(plan.reader.fact("wait"))
    for rest in [false, true] {
      let plan = try TableReading.plan(rest: rest)
      let outcomes = [
        TableReading.csv("action,wait\na,1\nb,\nc,untouched\nd,unsaid\ne,soon\n", plan),
        TableReading.objects(
          """
          {"action":"a","wait":1}
          {"action":"b"}
          {"action":"c","wait":"untouched"}
          {"action":"d","wait":"unsaid"}
          {"action":"e","wait":"soon"}

          """, plan),
        TableReading.script(
          "action a\nwait is 1\naction b\naction c\nwait is untouched\naction d\nwait is unsaid\n",
          plan),
      ]
      for outcome in outcomes {
        #expect(outcome.counts.unsaid[tell] == 4)
        #expect(outcome.counts.unsaid[wait] == (rest ? 1 : 2))
      }
    }
    let script = TableReading.script("action a\n  the rest is untouched\naction b\n", plan)
    #expect(script.counts.unsaid[tell] == 2)
    #expect(script.counts.unsaid[wait] == 1)
  }
}
