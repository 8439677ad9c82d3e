import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import AdvocateTestSupport
import Testing

/// Tables are judged as scripts that say the same are.
@Suite("Batches")
struct BatchTests {
  private func workspace(_ script: String) -> Workspace {
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    reader.read(Array(script.utf8), named: "case", into: &workspace)
    return workspace
  }

  private func plan(
    _ workspace: Workspace, _ formats: [BatchFormat] = [.csv], depth: BatchDepth = .none,
    gates: BatchGates = BatchGates()
  ) throws -> BatchPlan {
    try #require(
      BatchPlan(
        workspace, depth: depth, formats: formats, gates: gates, restIsUntouched: false,
        style: OutputStyle()))
  }

  /// What comes of the records in `text`, after the header where there is one.
  private func judge(
    _ text: String, _ plan: BatchPlan, _ form: BatchSource.Form = .csv(delimiter: 0x2C),
    hasOddNames: Bool = false
  ) -> BatchPiece {
    var source = BatchSource(file: "plans", form: form)
    source.hasOddNames = hasOddNames
    var bytes = Array(text.utf8)
    if case .csv(let delimiter) = form {
      let header = CSVRecord(bytes, delimiter: delimiter)
      source.columns = BatchSplitter.columns(header, plan.reader, file: "plans").columns
      bytes.removeFirst(header.end)
    }
    let count = bytes.count
    bytes += [UInt8](repeating: 0, count: BatchChunk.padding)
    let line = text.utf8.count == count ? 1 : 2
    return BatchWorker(plan).process(
      BatchChunk(source: source, bytes: bytes, count: count, firstLine: line))
  }

  private func text(_ piece: BatchPiece, _ place: Int = 0) -> String {
    String(decoding: piece.texts[place], as: UTF8.self)
  }

  private func quoted(_ words: String) -> String {
    "\"\(words.replacing("\"", with: "\"\""))\""
  }

  @Test("Rows and objects get the verdicts, sums and points of the same actions in a script")
  func agreement() throws {
    var charters = RandomCharters(seed: 71)
    var random = SeededGenerator(seed: 72)
    for _ in 0..<120 {
      let sketch = charters.next()
      let plan = try plan(workspace(sketch.script), [.csv, .jsonl], depth: .points)
      let judge = Judge(plan.program)
      let header = "action," + sketch.facts.map(\.name).joined(separator: ",") + "\n"
      let isSaid = sketch.facts.map(\.kind.isSaid)
      var (rows, objects, expected) = (header, "", "")
      for number in 0..<12 {
        let told = sketch.statements.filter { _ in random.chance(70) }
        var one = sketch
        one.statements = told
        let action = try #require(workspace(one.script).actions.first)
        let judgement = judge.judge(action)
        let cells = sketch.facts.indices.map { fact in
          told.first { $0.fact == fact }.map { random.chance(50) ? $0.words : quoted($0.words) }
            .map { $0.contains(",") && !$0.hasPrefix("\"") ? quoted($0) : $0 } ?? ""
        }
        rows += "plan \(number)," + cells.joined(separator: ",") + "\n"
        let members = told.map { "\(quoted(sketch.facts[$0.fact].name)): \(quoted($0.words))" }
        objects += "{" + (["\"action\": \"plan \(number)\""] + members).joined(separator: ", ")
        objects += "}\n"
        let score = judgement.tally.score.map { $0.number.decimal(places: 6) } ?? ""
        let word =
          judgement.verdict == .silent ? "silent" : judgement.verdict.name(in: plan.program.charter)
        func half(_ halves: Int) -> String {
          halves % 2 == 0 ? "\(halves / 2)" : "\(halves < 0 ? "-" : "")\(abs(halves) / 2).5"
        }
        let points = plan.program.usedRules.map { rule in
          let saying = judgement.sayings[rule]
          return saying == .notInPlay
            ? "" : half(saying.halves * plan.program.charter.rules[rule].weight)
        }
        let tally = judgement.tally
        expected += "plan \(number),\(word),\(score),\(half(tally.forHalves)),"
        expected += "\(half(tally.againstHalves)),\(tally.inPlay),"
        expected += (points + [""]).joined(separator: ",") + "\n"
      }
      // Columns of facts that follow from others are left out, and so are their cells.
      #expect(isSaid.count == sketch.facts.count)
      let table = judgeTable(rows, plan)
      #expect(text(table) == expected, "\(sketch.script)\n\(rows)")
      let lines = self.judge(objects, plan, .jsonLines)
      #expect(text(lines) == expected, "\(sketch.script)\n\(objects)")
      #expect(table.verdicts == lines.verdicts)
      #expect(table.nearest.map(\.name) == lines.nearest.map(\.name))
      #expect(text(table, 1) == text(lines, 1))
    }
  }

  private func judgeTable(_ rows: String, _ plan: BatchPlan) -> BatchPiece { judge(rows, plan) }

  @Test("A row that cannot be read is told of with its line and column, and the others go on")
  func badRows() throws {
    let plan = try plan(BuiltInCharter.workspace())
    let piece = judge(
      """
      action,effort to leave,effort to join
      one,a cal,one step
      two,a call
      three,"a call,one step
      four,a call,one step

      """, plan)
    #expect(piece.failed == [2, 3, 4])
    #expect(piece.findings.map(\.id.number) == [31, 91, 90])
    #expect(piece.findings.map { $0.line?.number } == [2, 3, 4])
    #expect(piece.findings[0].sentences.contains { $0.plain.contains("column 2") })
    let lines = text(piece).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[3] == "four,against the customer,0,0,4,4,")
  }

  @Test("Quotes, line ends and names of every kind")
  func forms() throws {
    let plan = try plan(BuiltInCharter.workspace(), [.csv, .jsonl])
    let piece = judge(
      "action,effort to leave,effort to join\r\n"
        + "\"a \"\"b\"\"\",a call,one step\r\n\r\n\"two\nlines\",\"a call\",\"one step\"\r\n"
        + "=1+1,a call,one step\n-5,a call,one step\nn\u{202E}o,a call,one step\nlast,a call,one step",
      plan)
    let tail = ",against the customer,0,0,4,4,"
    #expect(
      text(piece)
        == [
          "\"a \"\"b\"\"\"", "two lines", "'=1+1", "-5", "n<U+202E>o", "last",
        ].map { $0 + tail + "\n" }.joined())
    #expect(text(piece, 1).contains("{\"action\":\"a \\\"b\\\"\",\"verdict\""))
    #expect(text(piece, 1).contains("n\\u202eo"))
  }

  @Test("Objects say numbers, lists, ranges and how it is known")
  func objects() throws {
    let plan = try plan(BuiltInCharter.workspace(), [.jsonl])
    let piece = judge(
      #"""
      {"action":"one","makes worse":["the sale","support"],"gain this quarter":1.25e3}
      {"action":"two","makes worse":"the sale, support","gain this quarter":"1,250"}
      {"action":"three","gain this quarter":{"between":[1,5],"because":"we asked"}}
      {"action":"four","gain this quarter":007}
      {"action":"five","effrt to leave":"a call"}
      {"action":"six","effort to leave":"a call","effort to leave":"a form"}
      [1]

      """#, plan, .jsonLines)
    #expect(piece.failed == [4, 6, 7])
    #expect(piece.findings.map(\.id.number) == [93, 95, 93])
    #expect(piece.columnFindings.map(\.finding.id.number) == [94])
    let lines = text(piece).split(separator: "\n")
    #expect(lines[0].dropFirst(15) == lines[1].dropFirst(15))
    #expect(lines[4].contains("effrt to leave is a call; the verdict does not count it"))
  }

  @Test("A script that is judged action by action says what it says as a whole")
  func scripts() throws {
    var charters = RandomCharters(seed: 81)
    var random = SeededGenerator(seed: 82)
    let odd = [
      "  # a comment", "", "  the rest is untouched", "  note heard at the fair",
      "  weather is fine",
      "  nonsense", "\t", "  amber gain is  2.5", "  blue cost is 3..5", "  amber gain is 5\r",
      "  green light is ?", "  deep step is yes because we saw it", "  deep step is no",
    ]
    let names = [
      "plan", "Sale, 20% off", "Rabatt f\u{FC}r alle", " plan ", "\"plan\"", "plan (again)", "=",
      "plan\u{202E}", "? ?", "plan\tb", "action plan", "plan is",
    ]
    for round in 0..<80 {
      let sketch = charters.next()
      let workspace = workspace(sketch.script)
      let plan = try plan(workspace, [.csv, .jsonl], depth: .points)
      var script = random.chance(20) ? "  weather is fine\n" : ""
      for number in 0..<10 {
        var one = sketch
        one.statements = sketch.statements.filter { _ in random.chance(70) }
        let lines = one.lines.drop { !$0.hasPrefix("action") }.dropFirst()
        let name = round % 2 == 0 ? "plan" : random.pick(names, else: "plan")
        script += random.chance(2) ? "action  \n" : "action \(name) \(number)\n"
        for line in lines {
          script += line + "\n"
          if random.chance(10) { script += random.pick(odd, else: "") + "\n" }
        }
      }
      var survey = ScriptSurvey()
      let isPlain = survey.isPlain(
        Array(script.utf8) + [UInt8](repeating: 0, count: 64), script.utf8.count)
      #expect(isPlain && !ScriptSurvey.hasDoubles(survey.takeNames()))
      let piece = judge(script, plan, .script, hasOddNames: survey.hasOddNames)
      // The same actions, read as a whole.
      var whole = FieldReader(workspace).emptyWorkspace
      var reader = ScriptReader(files: { _ in .failure(.missing) })
      reader.read(Array(script.utf8), named: "plans", into: &whole)
      let expected = BatchWorker(plan).process(BatchChunk(whole.actions, of: "plans"))
      #expect(text(piece) == text(expected), "\(sketch.script)\n\(script)")
      #expect(text(piece, 1) == text(expected, 1))
      #expect(piece.findings.map(\.line) == reader.diagnostics.prefix(50).map(\.line))
    }
  }

  @Test(
    "What is not only about actions, or goes on with an earlier one, is read as a whole",
    arguments: [
      "action a\naction A\n", "action a\ncopy a as b\n", "use other\naction a\n",
      "  action a\n", "Action a\n", "- action a\n", "action: a\n", "action a\n  judge\n",
      "\"action\" a\n", "action a\nexpect a\n", "action\n", "action a\nfact b\n  yes-no\n",
      "action a  b\naction \"A b\"\n", "action \u{E9}\naction E\u{301}\n",
      "action K\naction \u{212A}\n", "action a;\naction a\u{37E}\n",
    ])
  func surveys(_ script: String) {
    var survey = ScriptSurvey()
    let bytes = Array(script.utf8) + [UInt8](repeating: 0, count: BatchChunk.padding)
    let isPlain = survey.isPlain(bytes, script.utf8.count)
    #expect(!isPlain || ScriptSurvey.hasDoubles(survey.takeNames()))
  }

  @Test("A text that goes over the end of its line makes no object of two lines")
  func brokenTexts() throws {
    let plan = try plan(BuiltInCharter.workspace(), [.csv])
    let piece = judge(
      """
      {"action":"one","effort to join":"one step","effort to leave":"a
      call"}
      {"action":"two","effort to join":"one step","effort to leave because":"a
      b","effort to leave":"a call"}
      {"action":"three","effort to join":"one step","effort to leave":"a call"}

      """, plan, .jsonLines)
    #expect(piece.failed == [1, 2, 3, 4])
    #expect(text(piece).hasSuffix("three,against the customer,0,0,4,4,\n"))
  }

  @Test("Wherever a table is cut, broken quotes and all, its rows stay what they are")
  func cuts() {
    func rowEnds(_ bytes: [UInt8]) -> [Int] {
      var ends: [Int] = []
      var start = 0
      while start < bytes.count {
        start += CSVRecord(Array(bytes[start...]), delimiter: 0x2C).end
        ends.append(start)
      }
      return ends
    }
    var random = SeededGenerator(seed: 97)
    let signs = Array("\"\"\",,\n\na\r".utf8)
    for _ in 0..<4_000 {
      let bytes = (0..<24).map { _ in random.pick(signs, else: 0x61) }
      let ends = rowEnds(bytes)
      for count in 1..<bytes.count {
        let end = BatchSplitter.end(of: bytes, count, .csv(delimiter: 0x2C))
        guard end > 0 else { continue }
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        #expect(ends.contains(end), "\(text) cut at \(end) of \(count), ends \(ends)")
        #expect(rowEnds(Array(bytes[..<end])) == ends.filter { $0 <= end }, "\(text) at \(end)")
      }
    }
  }

  @Test("Chunks end where records do")
  func chunks() {
    let text = Array("a,b\n\"x\ny\",2\n3,\"4\n".utf8)
    #expect(BatchSplitter.end(of: text, text.count, .csv(delimiter: 0x2C)) == 12)
    #expect(BatchSplitter.end(of: text, text.count, .jsonLines) == text.count)
    #expect(BatchSplitter.lines(in: text, text.count) == 4)
    let long = Array(String(repeating: "0123456\n", count: 1000).utf8)
    #expect(BatchSplitter.lines(in: long, long.count - 1) == 999)
  }

  @Test("Gates refuse outcomes, low scores and what came out worse")
  func gates() throws {
    let workspace = BuiltInCharter.workspace()
    let table = "action,effort to leave,effort to join\nA,a call,one step\nB,one step,one step\n"
    var gates = BatchGates()
    let words = ["below=60", "below=101", "bad"].map { gates.close($0, workspace.charter) }
    #expect(words == [true, false, false])
    #expect(judge(table, try plan(workspace, gates: gates)).refused.count == 1)
    let earlier = "action,verdict,score\nA,against the customer,0\nB,for the customer,100\n"
    gates.baseline = try BatchBaseline.read(Array(earlier.utf8), workspace.charter).get()
    #expect(judge(table, try plan(workspace, gates: gates)).refused.count == 0)
    let better = "{\"action\":\"A\",\"verdict\":\"mixed\",\"score\":50}\n"
    var worse = BatchGates()
    worse.baseline = try BatchBaseline.read(Array(better.utf8), workspace.charter).get()
    #expect(judge(table, try plan(workspace, gates: worse)).refused.count == 1)
  }

  @Test("A number with more thresholds than a table has cells is judged by its rules")
  func manyThresholds() throws {
    // 40 rules with 1,000 thresholds each: 40,000 in all, more than half of what 16 bits number.
    let rules = (0..<40).map { rule in
      let lines = (0..<1_000).map { "for when a is \(1_000 * rule + $0)\n" }.joined()
      return "rule R \(rule)\nweight 1\nbecause x\n" + lines
    }
    let plan = try plan(
      workspace("charter big\nfact a\nmoney\n" + rules.joined()), [.csv])
    let piece = judge("action,a\nA,39999\nB,40000\nC,\n", plan)
    // For A one rule of 40 in play speaks for it: 50 + 50/40; for B all are neutral.
    #expect(text(piece).contains("A,mixed,51.25,1,0,40"))
    #expect(text(piece).contains("B,mixed,50,0,0,40"))
    #expect(text(piece).contains("C,silent,,0,0,0"))
  }
}
