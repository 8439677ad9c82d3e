import AdvocateTestSupport
import Glibc
import Testing

@Suite(.serialized) struct HistoryAtThePromptTests {
  @Test func upBringsBackLinesOfAnEarlierRun() throws {
    let first = try Demo()
    first.enter("judge é \"x\" \\ 日本")
    first.enter("second")
    first.leave()
    let second = try Demo(folder: first.folder)
    second.terminal.send(Key.up + Key.up + Key.enter)
    second.expect("GOT[16]: judge é \"x\" \\ 日本\r")
    second.expect(Demo.prompt)
    second.leave()
  }

  @Test func theUnsentLineIsKept() throws {
    let demo = try Demo()
    demo.enter("older")
    demo.terminal.send("draft " + Key.up)
    demo.expectOnScreen("demo> older")
    demo.terminal.send(Key.down + "x" + Key.enter)
    demo.expect("GOT[7]: draft x\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func aLineIsKeptOnceAndBeforeItIsActedOn() throws {
    let demo = try Demo()
    demo.enter("same")
    demo.enter("other")
    demo.enter("same")
    demo.enter(" hidden")
    let path = demo.folder.file("state/history")
    let bytes = try #require(TemporaryFolder.contents(of: path))
    #expect(String(decoding: bytes, as: UTF8.self) == "\"same\"\n\"other\"\n\"same\"\n")
    demo.terminal.send(Key.up + Key.up + Key.enter)
    demo.expect("GOT[5]: other\r")
    demo.expect(Demo.prompt)
    demo.terminal.send(Key.up + Key.up + Key.up + Key.enter)
    demo.expect("GOT[4]: same\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func twoSessionsSideBySideKeepEveryLine() throws {
    let first = try Demo()
    let second = try Demo(folder: first.folder)
    first.enter("first one")
    second.enter("second one")
    first.enter("first two")
    second.enter("first one")
    second.leave()
    first.enter("first three")
    first.leave()
    let path = first.folder.file("state/history")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let third = try Demo(folder: first.folder)
    for line in ["first three", "first one", "first two", "second one"] {
      third.terminal.send(Key.up)
      #expect(third.terminal.expectScreen { $0.lines == ["demo> " + line] })
    }
    third.drop()
  }

  @Test func aLineIsKeptBeforeItIsActedOn() throws {
    let demo = try Demo()
    demo.terminal.send("work" + Key.enter)
    demo.expect("working")
    let bytes = try #require(TemporaryFolder.contents(of: demo.folder.file("state/history")))
    #expect(String(decoding: bytes, as: UTF8.self) == "\"work\"\n")
    demo.terminal.send(Key.controlC)
    demo.expect("interrupted")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func controlRSearchesWhateverTheCase() throws {
    let demo = try Demo()
    demo.enter("Judge Évian first")
    demo.enter("judge évian second")
    demo.enter("unrelated")
    demo.terminal.send(Key.controlR + "ÉVI")
    demo.expectOnScreen("(search) ÉVI: judge évian second")
    demo.terminal.send(Key.controlR)
    demo.expectOnScreen("(search) ÉVI: Judge Évian first")
    demo.terminal.send(Key.controlR)
    demo.expectOnScreen("(not found) ÉVI: Judge Évian first")
    demo.terminal.send(Key.enter)
    demo.expect("GOT[17]: Judge Évian first\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func leavingASearchGivesTheTextBack() throws {
    let demo = try Demo()
    demo.enter("older")
    for key in [Key.controlG, Key.controlC] {
      demo.terminal.send("draft" + Key.left + Key.controlR + "old")
      demo.expectOnScreen("(search) old: older")
      demo.terminal.send(key + "x" + Key.enter)
      demo.expect("GOT[6]: drafxt\r")
      demo.expect(Demo.prompt)
    }
    demo.terminal.send(Key.controlR + "old" + Key.left + "x" + Key.enter)
    demo.expect("GOT[6]: oldexr\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }
}
