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

  @Test func severalItemsGiveTheirCommonBeginningThenAList() throws {
    let demo = try Demo()
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

  @Test func aListIsShortAndFitsTheWidth() throws {
    let demo = try Demo(columns: 40)
    demo.terminal.send("many" + Key.tab)
    demo.expectOnScreen("  4 more")
    demo.expectOnScreen("  many8  one of a dozen, described at …")
    #expect(!demo.terminal.screen.shows("many9"))
    demo.terminal.send(Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func theListComesBelowAWrappedLine() throws {
    let demo = try Demo(columns: 24)
    demo.terminal.send("ju and a good deal more of it" + Key.home + Key.right + Key.right + Key.tab)
    demo.expectOnScreen("  justify  say why")
    #expect(
      demo.terminal.expectScreen {
        $0.lines.prefix(4) == [
          "demo> ju and a good deal", " more of it", "  judge    say for or …",
          "  justify  say why",
        ] && $0.lines.count == 6 && $0.row == 4 && $0.column == 8
      }, "\(demo.terminal.screen.lines)")
    demo.terminal.send(Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test(arguments: [
    ("ju", 2, ["judge ", "justify"], CompletionStep.list(["  judge    s", "  justify  s"])),
    ("j", 1, ["judge ", "justify"], .insert("ju", replacing: 1)),
    ("J", 1, ["judge"], .insert("judge", replacing: 1)),
    ("judge", 5, ["judge"], .list(["  judge  s"])),
    ("é", 9, ["été"], .insert("été", replacing: 1)),
    ("x", 1, [], .nothing),
    ("mob", 3, ["mobile", "automobile"], .list(["  mobile      s", "  automobile  s"])),
  ])
  func tabChooses(
    _ before: String, _ replaced: Int, _ insertions: [String], _ wanted: CompletionStep
  ) {
    let answer = CompletionAnswer(
      replacedCharacters: replaced,
      items: insertions.map { CompletionItem(insertion: $0, summary: "s") })
    #expect(CompletionStep(answer, before: before, columns: 80) == wanted)
  }
}
