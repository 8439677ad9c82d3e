import AdvocateTestSupport
import Testing

@Suite(.serialized) struct TerminalKindTests {
  @Test func inTheCLocaleLettersAreKept() throws {
    let demo = try Demo(["LC_ALL": "C", "LANG": nil])
    demo.enter("é日x")
    demo.leave()
  }

  @Test(arguments: ["xterm-256color", "linux", "vt100", "no-such-terminal"])
  func aLineIsEditedOn(_ kind: String) throws {
    let demo = try Demo(["TERM": kind])
    demo.terminal.send("ab" + Key.left + "é" + Key.enter)
    demo.expect("GOT[3]: aéb\r")
    demo.expect(Demo.prompt)
    #expect(demo.terminal.screen.lines == ["demo> aéb", "GOT[3]: aéb", "demo>"])
    demo.leave()
  }

  /// What is typed arrives, and the picture is right, whatever the terminal and the language.
  @Test(
    arguments: ["xterm-256color", "linux", "vt100", "dumb", "", "no-such-terminal"],
    ["C", "C.UTF-8"])
  func everyTerminalInEveryLanguage(_ kind: String, _ locale: String) throws {
    let demo = try Demo(["TERM": kind, "LC_ALL": locale], columns: 30)
    let line = "judge é 日本 no, and again: judge é 日本"
    demo.terminal.send(line + Key.enter)
    demo.expect("GOT[\(line.count)]: judge")
    demo.expect(Demo.prompt)
    let lines = demo.terminal.screen.lines
    #expect(lines.prefix(2) == ["demo> judge é 日本 no, and aga", "in: judge é 日本"], "\(lines)")
    demo.leave()
  }

  @Test(arguments: [nil, "1"], [20, 80])
  func withAndWithoutColour(_ noColor: String?, _ columns: Int) throws {
    let demo = try Demo(["NO_COLOR": noColor, "COLUMNS": "33"], columns: columns)
    demo.terminal.send("many of the many" + Key.tab + Key.tab)
    demo.expectOnScreen("  many1")
    demo.terminal.send("2" + Key.enter)
    demo.expect("GOT[17]: many of the many2\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test(arguments: ["xterm-256color", "vt100", "no-such-terminal"])
  func aFullRowMayBeChanged(_ kind: String) throws {
    let demo = try Demo(["TERM": kind], columns: 20)
    demo.terminal.send("aaaaaaaaaa bbbbbbbbbb" + Key.home + "x" + Key.enter)
    demo.expect("GOT[22]")
    demo.expect(Demo.prompt)
    #expect(
      demo.terminal.screen.lines == [
        "demo> xaaaaaaaaaa bb", "bbbbbbbb", "GOT[22]: xaaaaaaaaaa", " bbbbbbbbbb", "demo>",
      ])
    demo.leave()
  }

  @Test(arguments: ["dumb", "", nil])
  func aPlainTerminalIsNotDrawnOn(_ kind: String?) throws {
    let demo = try Demo(["TERM": kind])
    demo.enter("aé")
    demo.terminal.send("dropped" + Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    demo.enter("next")
    #expect(!demo.terminal.bytes.contains(0x1B))
    demo.leave()
  }

  @Test func withoutStyleThePromptIsPlain() throws {
    let styled = try Demo()
    #expect(String(decoding: styled.terminal.bytes, as: UTF8.self).contains("\u{1B}[1mdemo>"))
    styled.leave()
    let plain = try Demo(["NO_COLOR": "1"])
    #expect(!String(decoding: plain.terminal.bytes, as: UTF8.self).contains("\u{1B}[1m"))
    plain.leave()
  }
}
