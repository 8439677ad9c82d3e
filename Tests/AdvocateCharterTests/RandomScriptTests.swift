import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax
import AdvocateTestSupport
import Testing

/// Random scripts, tidy and untidy, and what laying them out makes of them.
@Suite("Random scripts")
struct RandomScriptTests {
  @Test("A random script is read without errors and is laid out as it stands")
  func tidy() {
    var charters = RandomCharters(seed: 31)
    for _ in 0..<300 {
      let sketch = charters.next()
      let script = ReadScript(sketch.script)
      #expect(script.errors == [], "\(sketch.script)")
      #expect(script.actions.count == 1)
      #expect(script.charter.rules.count == sketch.rules.count)
      let again = ReadScript(script.formatted)
      #expect(again.formatted == script.formatted)
      #expect(again.charter == script.charter && again.actions == script.actions)
    }
  }

  @Test("An untidy script means the same as the tidy one, and layout settles at once")
  func untidy() {
    var charters = RandomCharters(seed: 32)
    var random = SeededGenerator(seed: 33)
    for _ in 0..<300 {
      let sketch = charters.next()
      let tidy = ReadScript(sketch.script)
      let text = ScriptMutation.untidy(sketch.lines, &random)
      let untidy = ReadScript(text)
      #expect(untidy.errors == [], "\(text)")
      #expect(untidy.charter == tidy.charter && untidy.actions == tidy.actions, "\(text)")
      let again = ReadScript(untidy.formatted)
      #expect(again.formatted == untidy.formatted, "\(text)")
      #expect(again.charter == tidy.charter && again.actions == tidy.actions, "\(text)")
    }
  }

  @Test("The charter that ships inside the program is laid out as it stands")
  func builtIn() {
    #expect(ReadScript(BuiltInCharter.text).formatted == BuiltInCharter.text)
  }

  @Test("In a file no subject line takes the lines that stand below another one")
  func filesDoNotMend() {
    let script = ReadScript(
      """
      charter of the test
      fac amber gain
        money
      fact amber gain of theirs
        percent
      """)
    #expect(script.charter.facts.map(\.kind) == [.percent])
    #expect(script.findings.map { $0.line?.number } == [2])
  }

  @Test("A charter line below a rule or a fact begins anew")
  func charterBelowRule() {
    let script = ReadScript(
      """
      fact amber gain
        money
      rule little
      charter of the test
      fact blue cost
        percent
      charter of another test
      """)
    #expect(script.charter.name == "of another test")
    #expect(script.charter.facts.isEmpty && script.charter.rules.isEmpty)
    #expect(script.findings.map { $0.line?.number } == [3, 3])
  }

  @Test("No slip makes the reader stop, or leave a line out without a word", arguments: 0..<5)
  func slips(batch: Int) {
    var charters = RandomCharters(seed: UInt64(400 + batch))
    var random = SeededGenerator(seed: UInt64(500 + batch))
    for _ in 0..<200 {
      var sketch = charters.next()
      while sketch.lines.count > 40 { sketch = charters.next() }
      let script = sketch.script
      for turn in 0..<5 {
        let bytes = ScriptMutation.spoil(script, &random)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(LineAccount(bytes).unaccounted == [], "\(text)")
        if turn == 1 {
          var typed = Workspace(charter: Charter(name: "none"), usedAs: "none")
          for line in text.split(separator: "\n") {
            _ = typed.read(SourceLine(text: String(line)), isTyped: true)
          }
        }
        // Broken bytes cannot be written back as they stood.
        guard turn == 0, String(validating: bytes, as: UTF8.self) != nil else { continue }
        let once = ReadScript(bytes)
        #expect(ReadScript(once.formatted).formatted == once.formatted, "\(text)")
      }
    }
  }
}

/// What became of each line of a script.
struct LineAccount {
  /// The lines that were neither taken, nor told of, nor left waiting below one that was told of.
  private(set) var unaccounted: [String] = []

  init(_ bytes: [UInt8]) {
    var workspace = Workspace(charter: Charter(name: "none"), usedAs: "none")
    var findings: [Diagnostic] = []
    var pending: [Int: [SourceLine]] = [:]
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    for (place, piece) in lines.enumerated() {
      let line = SourceLine(
        file: "script", number: place + 1, text: String(decoding: piece, as: UTF8.self))
      let reading = LineParser.read(piece, subject: workspace.subjectKind)
      let outcome = workspace.read(line, reading, isTyped: false)
      findings += outcome.diagnostics
      if outcome.canonical != nil { continue }
      if outcome.isWaiting || workspace.waiting?.failed.number == line.number {
        // It is told of, with the number of lines below it, once these end.
        pending[workspace.waiting?.failed.number ?? 0, default: []].append(line)
      } else if !outcome.diagnostics.contains(where: { $0.line?.number == line.number }) {
        unaccounted.append("\(line.number): \(line.text)")
      }
    }
    findings += workspace.finish()
    let told = Set(findings.filter { $0.severity == .error }.compactMap { $0.line?.number })
    for (failed, lines) in pending.sorted(by: { $0.key < $1.key }) where !told.contains(failed) {
      unaccounted += lines.map { "\($0.number): \($0.text) (below \(failed))" }
    }
  }
}
