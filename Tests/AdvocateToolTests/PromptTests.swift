import AdvocateTestSupport
import Glibc
import Testing

/// The prompt under a real pseudo-terminal.
@Suite(.serialized) struct PromptTests {
  @Test func theFirstStartShowsTheWayAndLaterOnesAreBrief() throws {
    let first = try Desk()
    #expect(
      first.terminal.screen.lines == [
        "Advocate speaks for the people who are not in the room: your customers.",
        "You say what you plan to do; it says what that does to them, and why.",
        "Three ways to begin:",
        "  ask                      it asks, you choose an answer: a few minutes",
        "  action Phone to cancel   describe a plan yourself, one line at a time",
        "  tour                     see it on an example first: two minutes", "charter>",
      ])
    first.enter("list actions", then: "charter> ")
    first.leave()
    let later = try Desk(folder: first.folder)
    #expect(
      later.terminal.screen.lines == [
        "Advocate, charter customer first: 52 rules. help shows the way, quit leaves.", "charter>",
      ])
    later.terminal.send(Key.up + Key.up)
    later.expectOnScreen("charter> list actions")
    later.terminal.send(Key.controlC)
    later.expect("charter> ")
    later.leave()
  }

  @Test func aPlanIsTypedAndJudged() throws {
    let desk = try Desk()
    desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
    desk.enter("effort to join is one step", then: "Phone to cancel (1)> ")
    desk.enter("effort to leave = 4", then: "Phone to cancel (2)> ")
    desk.expectOnScreen("Read as: effort to leave is a call")
    desk.enter("the rest is untouched", then: "Phone to cancel (2)> ")
    desk.enter("judge", then: "Phone to cancel (2)> ")
    desk.expectOnScreen("Phone to cancel is AGAINST THE CUSTOMER: 0 of 100")
    desk.leave(unsaved: true)
  }

  @Test func aMistakeIsMarkedUnderTheTypedLineAndMended() throws {
    let desk = try Desk()
    desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
    desk.enter("efort to leave is a call", then: "Phone to cancel (0)> ")
    let lines = desk.terminal.screen.lines
    let row = try #require(lines.firstIndex { $0.hasSuffix("> efort to leave is a call") })
    let mark = try #require(lines[row].firstRange(of: "efort to leave"))
    let column = lines[row].distance(from: lines[row].startIndex, to: mark.lowerBound)
    #expect(lines[row + 1] == String(repeating: " ", count: column) + "^^^^^^^^^^^^^^")
    desk.terminal.send(Key.up)
    desk.expectOnScreen("(0)> efort to leave is a call")
    desk.terminal.send("\u{1}\u{1B}[C\u{1B}[Cf\r")
    desk.expect("Phone to cancel (1)> ")
    desk.leave(unsaved: true)
  }

  @Test func aLongPasteIsReadInSilenceAndReportedOnce() throws {
    let desk = try Desk()
    let block = (1...6).flatMap { number in
      [
        "charter> action Plan \(number)", "Plan \(number) (0)> effort to leave is a call",
        number == 4 ? "efort to join is one step" : "effort to join is one step",
      ]
    }
    desk.terminal.send("\u{1B}[200~" + block.joined(separator: "\r") + "\r\u{1B}[201~")
    desk.expect("18 lines read: 6 actions, 11 facts; 1 line was not understood:")
    desk.expect("the paste, line 12")
    desk.expect("Plan 6 (2)> ")
    #expect(!desk.terminal.transcript.contains("Plan 2 (0)> effort"))
    desk.leave(unsaved: true)
  }

  @Test func controlCDropsTheLineNeverTheWork() throws {
    let desk = try Desk()
    desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
    desk.terminal.send("effort to leave is a ca")
    desk.expectOnScreen("is a ca")
    desk.terminal.send(Key.controlC)
    desk.expect("^C")
    desk.expect("Phone to cancel (0)> ")
    desk.enter("moves the job is harder", then: "Phone to cancel (1)> ")
    desk.leave(unsaved: true)
  }

  @Test func controlDWithUnsavedWorkAsks() throws {
    let desk = try Desk()
    desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
    desk.terminal.send(Key.controlD)
    desk.expect("1 action is not saved yet: Phone to cancel.")
    desk.expect("save> ")
    desk.terminal.send(Key.controlC)
    desk.expect("Phone to cancel (0)> ")
    desk.terminal.send(Key.controlD)
    desk.expect("save> ")
    desk.terminal.send("yes\r")
    desk.expect("Saved 1 action in phone-to-cancel.advocate.")
    #expect(desk.terminal.wait(seconds: 20) == .exited(0))
    let saved = TemporaryFolder.contents(of: desk.folder.file("phone-to-cancel.advocate"))
    #expect(saved.map { String(decoding: $0, as: UTF8.self) } == "action Phone to cancel\n")
    let again = try Desk(["phone-to-cancel.advocate"], folder: desk.folder)
    again.expectOnScreen("phone-to-cancel.advocate is read: 1 action.")
    again.terminal.send(Key.controlD)
    #expect(again.terminal.wait(seconds: 20) == .exited(0))
  }

  @Test func withoutWorkControlDLeaves() throws {
    let desk = try Desk()
    desk.terminal.send(Key.controlD)
    #expect(desk.terminal.wait(seconds: 20) == .exited(0))
  }

  @Test func tabCompletesAFactAndALevel() throws {
    let desk = try Desk()
    desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
    desk.terminal.send("moves" + Key.tab)
    desk.expectOnScreen("(0)> moves the job is")
    desk.terminal.send("hard" + Key.tab)
    desk.expectOnScreen("(0)> moves the job is harder")
    desk.terminal.send("\r")
    desk.expect("Phone to cancel (1)> ")
    desk.terminal.send("effort to " + Key.tab)
    desk.expectOnScreen("  effort to join is   How hard is it to join, buy or start?")
    desk.terminal.send("le" + Key.tab)
    desk.expectOnScreen("(1)> effort to leave is")
    desk.terminal.send(Key.tab)
    desk.expectOnScreen("  few steps")
    desk.terminal.send(Key.controlC)
    desk.expect("Phone to cancel (1)> ")
    desk.leave(unsaved: true)
  }

  @Test func aPastedScriptOfAHundredLinesIsTaken() throws {
    let desk = try Desk()
    let names = (1...25).map { "Plan \($0)" }
    let lines = names.flatMap { name in
      ["action \(name)", "  effort to join is one step", "  effort to leave is a call", ""]
    }
    #expect(lines.count == 100)
    desk.terminal.send(Key.paste(lines.joined(separator: "\r") + "\r"))
    desk.expect("Plan 25 (2)> ")
    desk.enter("show", then: "Plan 25 (2)> ")
    desk.expectOnScreen("  effort to leave is a call")
    desk.enter("judge zebra", then: "Plan 25 (2)> ")
    desk.expectOnScreen("  and 5 more")
    desk.leave(unsaved: true)
  }

  @Test func fortyColumnsAreEnoughAndAResizeIsFollowed() throws {
    let desk = try Desk(columns: 40)
    desk.enter("action Cancel by telephone only", then: "Cancel by")
    desk.enter("effort to leave is a call", then: "Cancel by")
    desk.enter("list", then: "Cancel by")
    desk.expectOnScreen("   1 fact, against the customer, 25, as")
    #expect(desk.terminal.screen.lines.allSatisfy { $0.count <= 40 })
    desk.terminal.resize(rows: 60, columns: 100)
    desk.enter("list", then: "Cancel by")
    desk.expectOnScreen("1  Cancel by telephone only")
    desk.expectOnScreen("1 fact     against the customer, 25, as told so far")
    desk.leave(unsaved: true)
  }

  @Test func colourIsForThoseWhoWantIt() throws {
    for (changes, isStyled) in [
      ([:], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false),
    ] as [([String: String?], Bool)] {
      let desk = try Desk(changes: changes)
      desk.terminal.send("action A\r")
      desk.expect("A (0)> ")
      desk.terminal.send("effort to leave is a call\r")
      desk.expect("A (1)> ")
      desk.terminal.send("judge\r")
      desk.expect("AGAINST THE CUSTOMER")
      desk.expect("A (1)> ")
      desk.leave(unsaved: true)
      let bytes = String(decoding: desk.terminal.bytes, as: UTF8.self)
      #expect(bytes.contains("\u{1B}[1;38;5;208m") == isStyled, "\(changes)")
      #expect(bytes.contains("\u{1B}") == (changes["TERM"] == nil), "\(changes)")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func askedToEndItLeaves(_ signal: Int32) throws {
    let desk = try Desk()
    desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
    desk.terminal.signal(signal)
    #expect(desk.terminal.wait(seconds: 20) == .exited(128 + signal))
  }

  @Test func aTerminalForTheAnswersAloneIsNoPrompt() throws {
    let folder = try #require(TemporaryFolder())
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "echo 'list actions' | \"$0\"", Tool.path],
      environment: ["HOME": folder.path, "LANG": "C.UTF-8", "TERM": "xterm-256color"])
    #expect(terminal.expect("There is no action yet.", seconds: 20))
    #expect(terminal.wait(seconds: 20) == .exited(0))
    #expect(!terminal.transcript.contains("charter>"))
  }

  @Test func aTerminalForTheLinesAloneAnswersToAFile() throws {
    let folder = try #require(TemporaryFolder())
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", "cd \"$0\" && exec \"$1\" >answers", folder.path, Tool.path],
      environment: ["HOME": folder.path, "LANG": "C.UTF-8", "TERM": "xterm-256color"])
    terminal.send("action A\rmoves the job is harder\rjudge\r")
    terminal.send("quit\rno\r")
    #expect(terminal.wait(seconds: 20) == .exited(0))
    let answers = TemporaryFolder.contents(of: folder.file("answers")) ?? []
    #expect(String(decoding: answers, as: UTF8.self).contains("AGAINST THE CUSTOMER: 25 of 100"))
  }
}
