import AdvocateTestSupport
import Testing

@testable import AdvocateTerminal

@Suite(.serialized) struct EditUndoTests {
  private func undo(after states: [(String, Int)]) -> [String] {
    var undo = EditUndo()
    for (text, cursor) in states { undo.note(.init(text: text, cursor: cursor)) }
    var texts: [String] = []
    while let state = undo.undo() { texts.append(state.text) }
    return texts
  }

  @Test func aTypedWordIsOneStep() {
    let line = "ab cd"
    let states = (0...line.count).map { (String(line.prefix($0)), $0) }
    #expect(undo(after: states) == ["ab ", ""])
  }

  @Test func movingBetweenMakesTwoSteps() {
    #expect(undo(after: [("", 0), ("a", 1), ("a", 0), ("ba", 1)]) == ["a", ""])
  }

  @Test func deletingIsOneStepAndReplacingAnother() {
    let states = [("abc", 3), ("ab", 2), ("a", 1), ("other", 5), ("", 0)]
    #expect(undo(after: states) == ["other", "a", "abc"])
  }

  @Test func aVisibleCharacterIsOneWhateverItsBytes() {
    #expect(undo(after: [("", 0), ("日", 3), ("日é", 5)]) == [""])
  }

  @Test(arguments: [Key.controlUnderscore, "\u{18}\u{15}"])
  func atThePromptEditsAreTakenBack(_ key: String) throws {
    let demo = try Demo()
    demo.terminal.send("one two" + Key.controlW + "x")
    demo.expectOnScreen("demo> one x")
    demo.terminal.send(key)
    #expect(demo.terminal.expectScreen { $0.lines == ["demo> one"] })
    demo.terminal.send(key)
    #expect(demo.terminal.expectScreen { $0.lines == ["demo> one two"] && $0.column == 13 })
    demo.terminal.send(key)
    #expect(demo.terminal.expectScreen { $0.lines == ["demo> one"] })
    demo.terminal.send(key + key)
    #expect(demo.terminal.expectScreen { $0.lines == ["demo>"] && $0.bells == 1 })
    demo.leave()
  }

  @Test func anUndoneLineOfHistoryGivesTheDraftBack() throws {
    let demo = try Demo()
    demo.enter("older")
    demo.terminal.send("draft" + Key.left + Key.up)
    demo.expectOnScreen("demo> older")
    demo.terminal.send(Key.controlUnderscore + "x" + Key.enter)
    demo.expect("GOT[6]: drafxt\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }
}
