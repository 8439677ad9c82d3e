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
