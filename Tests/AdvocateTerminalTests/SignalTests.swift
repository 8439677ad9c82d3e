import AdvocateTestSupport
import Glibc
import Testing

@Suite(.serialized) struct SignalTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func askedToEndItLeavesASaneTerminal(_ signal: Int32) throws {
    let demo = try Demo()
    demo.terminal.send("abc")
    demo.expectOnScreen("demo> abc")
    demo.terminal.signal(signal)
    demo.expect("TERMINATED")
    #expect(demo.terminal.wait() == .exited(128 + signal))
    #expect(demo.terminal.screen.lines == ["demo> abc", "TERMINATED"])
    let written = String(decoding: demo.terminal.bytes, as: UTF8.self)
    #expect(written.hasSuffix("\u{1B}[?2004lTERMINATED\r\n"))
  }

  /// The end comes while a list stands below a wrapped line and the cursor is in its middle.
  @Test(arguments: [SIGTERM, SIGHUP])
  func theEndTakesTheOverlayAway(_ signal: Int32) throws {
    let demo = try Demo(columns: 20)
    demo.terminal.send("ju and much more of that" + Key.home + Key.right + Key.right + Key.tab)
    demo.expectOnScreen("  justify")
    demo.terminal.signal(signal)
    demo.expect("TERMINATED")
    #expect(demo.terminal.wait() == .exited(128 + signal))
    #expect(
      demo.terminal.screen.lines == ["demo> ju and much mo", "re of that", "TERMINATED"])
    let written = String(decoding: demo.terminal.bytes, as: UTF8.self)
    #expect(written.hasSuffix("\u{1B}[?2004lTERMINATED\r\n"))
  }

  @Test(arguments: ["TERM", "HUP"])
  func theTerminalIsGivenBackAsItWas(_ signal: String) throws {
    let folder = try #require(TemporaryFolder())
    let shell = try PseudoTerminal.spawn(
      "/bin/sh",
      arguments: [
        "-c",
        """
        cd \(folder.path); stty -a > before
        sh -c 'echo $$ > number; exec "$DEMO"'
        stty -a > after; cmp before after && echo given back
        """,
      ],
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
        "DEMO": BuiltProduct.path(of: "TerminalDemo"),
      ])
    #expect(shell.expect("demo> "))
    shell.send("judge")
    #expect(shell.expect("same measure"))
    let bytes = try #require(TemporaryFolder.contents(of: folder.file("number")))
    let process = try #require(Int32(String(decoding: bytes.dropLast(), as: UTF8.self)))
    kill(process, signal == "TERM" ? SIGTERM : SIGHUP)
    #expect(shell.expect("TERMINATED"))
    #expect(shell.expect("given back"), "\(shell.transcript)")
    #expect(shell.wait() == .exited(0))
    #expect(shell.screen.lines.first == "demo> judge")
  }

  @Test func aClosedWindowEndsIt() throws {
    let demo = try Demo()
    demo.terminal.hangUp()
    #expect(demo.terminal.wait() == .exited(128 + SIGHUP))
  }

  @Test func anInterruptFromOutsideCancelsTheLine() throws {
    let demo = try Demo()
    demo.terminal.send("abc")
    demo.expectOnScreen("demo> abc")
    demo.terminal.signal(SIGINT)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    #expect(demo.terminal.screen.lines == ["demo> abc^C", "CANCELLED", "demo>"])
    demo.leave()
  }

  @Test func controlCStopsWorkNotTheProgram() throws {
    let demo = try Demo()
    demo.terminal.send("work\r")
    demo.expect("working")
    demo.terminal.send(Key.controlC)
    demo.expect("interrupted")
    demo.expect(Demo.prompt)
    demo.enter("x")
    demo.leave()
  }

  @Test func aRequestToEndStopsWork() throws {
    let demo = try Demo()
    demo.terminal.send("work\r")
    demo.expect("working")
    demo.terminal.signal(SIGTERM)
    demo.expect("interrupted")
    #expect(demo.terminal.wait() == .exited(143))
  }

  @Test func aNewSizeRedrawsTheLine() throws {
    let demo = try Demo(columns: 40)
    demo.terminal.send("the quick brown fox jumps over the lazy dog")
    demo.expectOnScreen("zy dog")
    demo.terminal.resize(rows: 24, columns: 30)
    #expect(
      demo.terminal.expectScreen {
        $0.lines.suffix(2) == [
          "demo> the quick brown fox jump", "s over the lazy dog",
        ]
      }, "\(demo.terminal.screen.lines)")
    demo.terminal.send("!" + Key.enter)
    demo.expect("GOT[44]: the quick brown fox jumps over the lazy dog!\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func aNewSizeKeepsAListBelowTheLine() throws {
    let demo = try Demo(columns: 60)
    demo.terminal.send("say many" + Key.tab)
    demo.expectOnScreen("  many8  one of a dozen, described at some length")
    demo.terminal.resize(rows: 24, columns: 32)
    #expect(
      demo.terminal.expectScreen {
        $0.lines.count == 11 && $0.lines[0] == "demo> say many"
          && $0.lines[9] == "  many8  one of a dozen, descr…" && $0.row == 0 && $0.column == 14
      }, "\(demo.terminal.screen.lines)")
    demo.terminal.resize(rows: 6, columns: 32)
    demo.terminal.send("1")
    #expect(demo.terminal.expectScreen { $0.lines.last == "demo> say many1" })
    demo.terminal.send(Key.enter)
    demo.expect("GOT[9]: say many1\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func aNewSizeInTheMiddleOfAWrappedLineKeepsColoursAndOffer() throws {
    let demo = try Demo(columns: 40)
    demo.terminal.send("no no no no no no no no no no no no no judge")
    demo.expectOnScreen("o judge everyone by the same measure")
    demo.terminal.send(Key.left)
    demo.terminal.resize(rows: 24, columns: 30)
    #expect(
      demo.terminal.expectScreen {
        $0.lines.suffix(2)
          == ["demo> no no no no no no no no ", "no no no no no judge"].map {
            $0.last == " " ? String($0.dropLast()) : $0
          } && $0.styled.suffix(1) == ["1 judge"] && $0.column == 19
      }, "\(demo.terminal.screen.lines) \(demo.terminal.screen.styled)")
    demo.terminal.send(Key.right)
    demo.expectOnScreen("no judge everyon…")
    demo.drop()
  }

  @Test func atAPipeControlCEndsTheProgram() throws {
    let shell = try pipeline(
      "(echo ready; sleep 20) | \(BuiltProduct.path(of: "TerminalDemo")) ; echo status $?")
    #expect(shell.expect("GOT[5]: ready"))
    shell.send(Key.controlC)
    #expect(shell.expect("TERMINATED"))
    #expect(shell.expect("status 130"))
    #expect(shell.wait() == .exited(0))
  }

  @Test func aPipeNobodyReadsEndsItQuietly() throws {
    let shell = try pipeline(
      "yes | \(BuiltProduct.path(of: "TerminalDemo")) | head -n 1; echo done")
    #expect(shell.expect("GOT[1]: y"))
    #expect(shell.expect("done"))
    #expect(shell.wait() == .exited(0))
    #expect(!shell.transcript.contains("Broken"))
  }

  private func pipeline(_ commands: String) throws -> PseudoTerminal {
    try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "trap : INT; \(commands)"],
      environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color"])
  }

  @Test func stoppedAndContinuedItGoesOn() throws {
    let folder = try #require(TemporaryFolder())
    let shell = try PseudoTerminal.spawn(
      "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
        "HOME": folder.path, "PS1": "shell$ ", "HISTFILE": "/dev/null",
      ])
    #expect(shell.expect("shell$ "))
    shell.send(BuiltProduct.path(of: "TerminalDemo") + "\r")
    #expect(shell.expect("demo> "))
    shell.send("judge")
    #expect(shell.expect("judge everyone by the same measure"))
    shell.send(Key.controlZ)
    #expect(shell.expect("Stopped"))
    #expect(shell.expect("shell$ "))
    #expect(shell.screen.lines.contains("demo> judge"), "\(shell.screen.lines)")
    shell.send("fg\r")
    #expect(shell.expect("judge everyone by the same measure"))
    shell.send(Key.controlU + "abc" + Key.controlZ)
    #expect(shell.expect("Stopped"))
    #expect(shell.expect("shell$ "))
    shell.send("fg\r")
    #expect(shell.expect("demo> abc"), "\(shell.transcript.suffix(300))")
    shell.send("d\r")
    #expect(shell.expect("GOT[4]: abcd"), "\(shell.transcript.suffix(300))")
    #expect(shell.expect("demo> "))
    shell.send("work\r")
    #expect(shell.expect("working"))
    shell.send(Key.controlZ)
    #expect(shell.expect("Stopped"))
    #expect(shell.expect("shell$ "))
    shell.send("fg\r")
    #expect(shell.expect("TerminalDemo"))
    #expect(shell.waitUntilAnotherJobIsInFront())
    shell.send(Key.controlC)
    #expect(shell.expect("interrupted"))
    #expect(shell.expect("demo> "))
    shell.send(Key.controlD)
    #expect(shell.expect("END"))
    #expect(shell.expect("shell$ "))
    shell.send("exit 3\r")
    #expect(shell.wait() == .exited(3))
  }
}
