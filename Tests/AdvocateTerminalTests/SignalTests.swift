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
    shell.send("abc" + Key.controlZ)
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
