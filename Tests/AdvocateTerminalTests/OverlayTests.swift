import AdvocateSession
import AdvocateTestSupport
import Glibc
import Testing

@testable import AdvocateTerminal

/// What is drawn beside and over the input, as a person sees it.
@Suite(.serialized) struct OverlayTests {
  init() { TextEncoding.useUTF8() }

  @Test func wordsAreColouredWhileTheyAreTyped() throws {
    let demo = try Demo()
    demo.terminal.send("judge no wat! x")
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> judge no wat! x"]
          && $0.styled == ["1 demo>", "1 judge", "32 no", "4;31 wat!"] && $0.column == 21
      }, "\(demo.terminal.screen.styled)")
    demo.terminal.send(Key.home + "a")
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> ajudge no wat! x"] && $0.styled == ["1 demo>", "32 no", "4;31 wat!"]
      }, "\(demo.terminal.screen.styled)")
    demo.drop()
  }

  @Test func anUnfinishedNameIsNotCalledUnknown() throws {
    let demo = try Demo()
    demo.terminal.send("judge wat!")
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> judge wat!"] && $0.styled == ["1 demo>", "1 judge"]
      }, "\(demo.terminal.screen.styled)")
    demo.drop()
  }

  @Test func coloursFollowTheTextOverTheMargin() throws {
    let demo = try Demo(columns: 20)
    // 6 columns of prompt, 14 of text: the first row is full, the cursor on the next
    demo.terminal.send("日本é no judge x")
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> 日本é no judge", " x"]
          && $0.styled == ["1 demo>", "32 no", "1 judge"] && $0.row == 1 && $0.column == 2
      }, "\(demo.terminal.screen)")
    demo.terminal.send(Key.backspace + Key.backspace)
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> 日本é no judge", " everyone by the s…"]
          && $0.styled == ["1 demo>", "32 no", "1 judge", "2  everyone by the s…"]
          && $0.row == 1 && $0.column == 0
      }, "\(demo.terminal.screen)")
    demo.terminal.send(Key.enter)
    demo.expect("GOT[12]: 日本é no judge\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test(arguments: [Key.right, Key.end, Key.controlE])
  func theNewestLineThatBeginsSoIsOffered(_ key: String) throws {
    let demo = try Demo()
    demo.enter("open the old account")
    demo.enter("open the new account")
    demo.enter("close it")
    demo.terminal.send("o")
    #expect(demo.terminal.expectScreen { $0.lines.last == "demo> o" })
    #expect(demo.terminal.waitUntilIdle())
    #expect(demo.terminal.screen.lines.last == "demo> o")
    demo.terminal.send("p")
    #expect(
      demo.terminal.expectScreen {
        $0.lines.last == "demo> open the new account" && $0.column == 8
          && $0.styled.last == "2 en the new account"
      }, "\(demo.terminal.screen)")
    demo.terminal.send(key)
    #expect(demo.terminal.expectScreen { $0.column == 26 && $0.styled.last == "1 demo>" })
    demo.terminal.send(Key.enter)
    demo.expect("GOT[20]: open the new account\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test(arguments: [Key.altF, Key.controlRight])
  func oneWordOfAnOfferIsTaken(_ key: String) throws {
    let demo = try Demo()
    demo.terminal.send("judge")
    demo.expectOnScreen("demo> judge everyone by the same measure")
    demo.terminal.send(key)
    #expect(demo.terminal.expectScreen { $0.lines == ["demo> judge everyone"] })
    demo.terminal.send("!" + Key.enter)
    demo.expect("GOT[15]: judge everyone!\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func anOfferIsGoneWhenTheLineIsEnteredOrTheCursorLeavesTheEnd() throws {
    let demo = try Demo()
    demo.terminal.send("judge")
    demo.expectOnScreen("by the same measure")
    demo.terminal.send(Key.left)
    #expect(
      demo.terminal.expectScreen { $0.lines == ["demo> judge"] && $0.column == 10 })
    demo.terminal.send(Key.right)
    demo.expectOnScreen("by the same measure")
    demo.terminal.send(Key.enter)
    demo.expect("GOT[5]: judge\r")
    demo.expect(Demo.prompt)
    #expect(demo.terminal.screen.lines == ["demo> judge", "GOT[5]: judge", "demo>"])
    demo.leave()
  }

  @Test func anOfferIsCutAtTheMargin() throws {
    let demo = try Demo(columns: 24)
    demo.terminal.send("judge")
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> judge everyone by…"] || $0.lines == ["demo> judge everyone b…"]
      }, "\(demo.terminal.screen.lines)")
    #expect(demo.terminal.screen.row == 0 && demo.terminal.screen.column == 11)
    demo.terminal.send(Key.right + Key.enter)
    demo.expect("GOT[34]: judge everyone by the")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func nothingIsOfferedInASearch() throws {
    let demo = try Demo()
    demo.enter("judge no")
    demo.terminal.send("ju")
    demo.expectOnScreen("demo> judge no")
    demo.terminal.send("\u{12}")
    demo.expectOnScreen("(search) : ju")
    demo.terminal.send("no")
    demo.expectOnScreen("(search) no: judge no")
    #expect(demo.terminal.screen.styled.last == "1 (search) no:")
    demo.terminal.send(Key.right)
    #expect(demo.terminal.expectScreen { $0.styled.suffix(2) == ["1 judge", "32 no"] })
    demo.drop()
  }

  @Test func theSwitchTurnsAllOfItOffAndOn() throws {
    let demo = try Demo()
    demo.enter("plain on")
    demo.terminal.send("judge")
    demo.expectOnScreen("demo> judge")
    #expect(demo.terminal.waitUntilIdle())
    #expect(demo.terminal.screen.lines.last == "demo> judge")
    #expect(demo.terminal.screen.styled.last == "1 demo>")
    demo.terminal.send(Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    demo.enter("plain off")
    demo.terminal.send("judge")
    demo.expectOnScreen("demo> judge everyone by the same measure")
    demo.drop()
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"], ["DEMO_PLAIN": "1"]])
  func itIsOffByItself(_ change: [String: String]) throws {
    let demo = try Demo(change.mapValues { $0 })
    demo.terminal.send("judge")
    demo.expectOnScreen("demo> judge")
    #expect(demo.terminal.waitUntilIdle())
    #expect(demo.terminal.screen.lines == ["demo> judge"])
    #expect(!demo.terminal.screen.styled.contains("1 judge"))
    demo.drop()
  }

  @Test func anInputTallerThanTheScreenIsLeftAlone() throws {
    let demo = try Demo(rows: 4, columns: 20)
    let long = "judge " + String(repeating: "0123456789 ", count: 12)
    demo.terminal.send(long + Key.enter)
    demo.expect("GOT[\(long.count)]")
    demo.expect(Demo.prompt)
    demo.enter("x")
    demo.leave()
  }

  // MARK: The painter alone

  private func painter(_ before: String, _ after: String = "", columns: Int = 20)
    -> OverlayPainter
  {
    OverlayPainter(prompt: "p> ", before: before, after: after, rows: 5, columns: columns)
  }

  @Test(arguments: [
    ("plain", true), ("日本é", true), ("e\u{301}", true), ("👨‍👩‍👧", false), ("🇩🇪", false),
    ("a\u{1}", false), ("❤️", false), (String(repeating: "x", count: 96), true),
    (String(repeating: "x", count: 97), false),
  ])
  func doubtfulPicturesAreLeftAlone(_ text: String, _ wanted: Bool) {
    #expect(painter(text).isTrue == wanted)
  }

  @Test func paintingReturnsToTheCursor() {
    let bytes = painter("ab", "cd").paint(
      marks: [MarkedWord(bytes: 0..<4, role: .value)], suggestion: "",
      list: [ListRow(name: "  x", rest: " y")])
    #expect(
      bytes == "\u{1B}[?25l\r\u{1B}[3C\u{1B}[32mabcd\u{1B}[0m\u{1B}[J\r\n\u{1B}[1m  x\u{1B}[0m y"
        + "\u{1B}[1A\r\u{1B}[5C\u{1B}[?25h")
  }

  @Test func marksOutsideTheLineDoNoHarm() {
    let bytes = painter("é no").paint(
      marks: [
        MarkedWord(bytes: 3..<5, role: .value), MarkedWord(bytes: 4..<9, role: .reserved),
        MarkedWord(bytes: 7..<9, role: .reserved),
      ], suggestion: "", list: [])
    #expect(bytes.contains("é \u{1B}[32mno\u{1B}[0m\u{1B}[J"))
  }

  @Test func aSuggestionIsNoQuestionAndNoSlip() {
    let history = LineHistory(
      limit: 9, lines: ["moves the job is same", "moves teh job is same", "moves the job ?"])
    #expect(history.rest(after: "moves the job") == " is same")
    #expect(history.rest(after: "mo") == "ves teh job is same")
    #expect(history.rest(after: "mo") { !$0.contains("teh") } == "ves the job is same")
  }
}
