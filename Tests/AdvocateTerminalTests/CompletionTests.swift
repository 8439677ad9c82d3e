import AdvocateSession
import AdvocateTestSupport
import Testing

@testable import AdvocateTerminal

@Suite(.serialized) struct CompletionTests {
  @Test func theOnlyItemIsInserted() throws {
    let demo = try Demo()
    demo.terminal.send("say li" + Key.tab + "!" + Key.enter)
    demo.expect("GOT[11]: say listen!\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func theOnlyItemIsInsertedAndTheLineGoesOn() throws {
    let demo = try Demo()
    demo.terminal.send("say li" + Key.tab)
    demo.expectOnScreen("demo> say listen")
    demo.terminal.send(Key.tab)
    demo.expectOnScreen("  listen  hear the customer first")
    demo.terminal.send("!")
    #expect(demo.terminal.expectScreen { $0.lines == ["demo> say listen!"] })
    demo.drop()
  }

  @Test func severalItemsGiveTheirCommonBeginningAndAListBelow() throws {
    let demo = try Demo()
    demo.terminal.send("j" + Key.tab)
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> ju", "  judge    say for or against", "  justify  say why"]
          && $0.row == 0 && $0.column == 8
      }, "\(demo.terminal.screen.lines)")
    demo.terminal.send("d")
    #expect(demo.terminal.expectScreen { $0.lines == ["demo> jud"] })
    demo.terminal.send(Key.tab + "x" + Key.enter)
    demo.expect("GOT[7]: judge x\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func withoutStyleTheListIsPrintedAndStays() throws {
    for change in [["NO_COLOR": "1"], ["DEMO_PLAIN": "1"], ["TERM": "vt100"]] {
      let demo = try Demo(change)
      demo.terminal.send("j" + Key.tab)
      demo.expectOnScreen("demo> ju")
      demo.terminal.send(Key.tab)
      #expect(
        demo.terminal.expectScreen {
          $0.lines == [
            "demo> ju", "  judge    say for or against", "  justify  say why", "demo> ju",
          ] && $0.row == 3 && $0.column == 8
        }, "\(demo.terminal.screen.lines)")
      demo.terminal.send("d" + Key.tab + "x" + Key.enter)
      demo.expect("GOT[7]: judge x\r")
      demo.expect(Demo.prompt)
      demo.leave()
    }
  }

  @Test func aListIsShortAndFitsTheWidthAndTabTurnsThePage() throws {
    let demo = try Demo(columns: 40)
    demo.terminal.send("many" + Key.tab)
    demo.expectOnScreen("  and 4 more; Tab shows them")
    let first = demo.terminal.screen.lines
    #expect(
      first[0...2] == [
        "demo> many", "Which of the many is it?", "  many1  one of a dozen, described at …",
      ])
    #expect(first.count == 11)
    #expect(!demo.terminal.screen.shows("many9"))
    demo.terminal.send(Key.tab)
    demo.expectOnScreen("  many12  one of a dozen, described at…")
    #expect(demo.terminal.screen.lines.count == 6)
    #expect(!demo.terminal.screen.shows("many8"))
    demo.terminal.send(Key.tab)
    #expect(demo.terminal.expectScreen { $0.lines == first })
    demo.drop()
  }

  @Test func theListComesBelowAWrappedLine() throws {
    let demo = try Demo(columns: 24)
    demo.terminal.send("ju and a good deal more of it" + Key.home + Key.right + Key.right + Key.tab)
    #expect(
      demo.terminal.expectScreen {
        $0.lines == [
          "demo> ju and a good deal", " more of it", "  judge    say for or …",
          "  justify  say why",
        ] && $0.row == 0 && $0.column == 8
      }, "\(demo.terminal.screen.lines)")
    demo.terminal.send(Key.right)
    #expect(
      demo.terminal.expectScreen {
        $0.lines == ["demo> ju and a good deal", " more of it"] && $0.column == 9
      })
    demo.drop()
  }

  @Test func theListHasRoomOnTheLastRowOfTheScreen() throws {
    let demo = try Demo(rows: 6)
    for number in 1...4 { demo.enter("line \(number)") }
    demo.terminal.send("many" + Key.tab)
    #expect(
      demo.terminal.expectScreen {
        $0.lines == [
          "demo> many", "Which of the many is it?",
          "  many1  one of a dozen, described at some length",
          "  many2  one of a dozen, described at some length",
          "  many3  one of a dozen, described at some length", "  and 9 more; Tab shows them",
        ] && $0.row == 0 && $0.column == 10
      }, "\(demo.terminal.screen.lines)")
    demo.terminal.send("1")
    #expect(demo.terminal.expectScreen { $0.lines == ["demo> many1"] && $0.row == 0 })
    demo.drop()
  }

  @Test func tabOnAnEmptyLineListsWhatMayBeSaid() throws {
    let demo = try Demo()
    demo.terminal.send(Key.tab)
    demo.expectOnScreen("  listen   hear the customer first")
    demo.expectOnScreen("  and 7 more; Tab shows them")
    demo.drop()
  }

  @Test(arguments: [
    ("ju", 2, ["judge ", "justify"], CompletionStep.list),
    ("j", 1, ["judge ", "justify"], .insert("ju", replacing: 1)),
    ("J", 1, ["judge"], .insert("judge", replacing: 1)),
    ("judge", 5, ["judge"], .list),
    ("é", 9, ["été"], .insert("été", replacing: 1)),
    ("x", 1, [], .nothing),
    ("mob", 3, ["mobile", "automobile"], .list),
  ])
  func tabChooses(
    _ before: String, _ replaced: Int, _ insertions: [String], _ wanted: CompletionStep
  ) {
    let answer = CompletionAnswer(
      replacedCharacters: replaced,
      items: insertions.map { CompletionItem(insertion: $0, summary: "s") })
    #expect(CompletionStep(answer, before: before) == wanted)
  }
}
