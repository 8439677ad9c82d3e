import AdvocateTestSupport
import Testing

@testable import AdvocateTerminal

@Suite(.serialized) struct PasteTests {
  @Test func threeHundredLinesAreThreeHundredReads() throws {
    let demo = try Demo()
    let lines = (1...300).map { "rule \($0) when é" }
    demo.terminal.send(Key.paste(lines.joined(separator: "\r") + "\r"))
    for line in lines { demo.expect("GOT[\(line.count)]: \(line)\r") }
    demo.expect(Demo.prompt)
    #expect(!demo.terminal.transcript.contains("demo> rule 2"))
    demo.enter("after")
    demo.leave()
  }

  @Test(arguments: [8, 9])
  func aFewLinesAreShownAndManyAreNot(_ count: Int) throws {
    let demo = try Demo()
    let lines = (1...count).map { "line \($0)" }
    demo.terminal.send(Key.paste(lines.joined(separator: "\n") + "\n"))
    demo.expect("GOT[6]: line \(count)\r")
    demo.expect(Demo.prompt)
    let isShown = demo.terminal.transcript.contains("demo> line 2\r\nGOT[6]: line 2")
    #expect(isShown == (count == 8), "\(demo.terminal.transcript)")
    demo.terminal.send(Key.up + Key.enter)
    demo.expect("GOT[6]: line \(count)\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  private func lines(of text: String, prompt: String = "charter> ") -> [String] {
    let pasted = PastedText(text.unicodeScalars, prompt: prompt)
    return pasted.lines + [pasted.remainder]
  }

  @Test(arguments: [
    ("charter> action Phone", ["action Phone"]), ("Phone to cancel (3)> judge", ["judge"]),
    ("Honest price> weight 3", ["Honest price> weight 3"]), ("charter>", [""]),
    ("waiting> judge", ["waiting> judge"]), ("price is > 3", ["price is > 3"]),
    (" charter> x", [" charter> x"]), ("(3)> x", ["(3)> x"]), ("a (3b)> x", ["a (3b)> x"]),
    ("charter>x", ["charter>x"]), ("> x", ["> x"]), ("charter> charter> x", ["charter> x"]),
    (
      "charter> rule Honest price\nrule Honest price> weight 3\nOther> x\nwaiting (2)> y\n",
      ["rule Honest price", "weight 3", "Other> x", "y", ""]
    ),
    (
      "rule A very long name indeed\nrule A very long...> weight 3\n",
      ["rule A very long name indeed", "weight 3", ""]
    ),
  ])
  func ourOwnPromptsGoAndNothingElse(_ text: String, _ wanted: [String]) {
    #expect(lines(of: text) == wanted)
  }

  @Test func thePresentPromptGoesFromAPasteOfSeveralLines() {
    #expect(lines(of: "demo> a\ndemo> b", prompt: "demo> ") == ["a", "b"])
    #expect(lines(of: "demo> a", prompt: "demo> ") == ["demo> a"])
  }

  @Test func aCopiedTranscriptIsTyped() throws {
    let demo = try Demo()
    demo.terminal.send(Key.paste("charter> action Phone\rPhone (0)> judge\r"))
    demo.expect("GOT[12]: action Phone\r")
    demo.expect("GOT[5]: judge\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func theRestAfterTheLastLineEndIsEdited() throws {
    let demo = try Demo()
    demo.terminal.send("AB" + Key.left + Key.paste("one\r\n\r\ntwo\tt\u{7}\u{1B}[31mhree\u{202E}"))
    demo.expect("GOT[4]: Aone\r")
    demo.expect("GOT[0]: \r")
    demo.expect("two t[31mhreeB")
    demo.terminal.send("x" + Key.enter)
    demo.expect("GOT[15]: two t[31mhreexB\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func aPasteWithoutALineEndIsOnlyInserted() throws {
    let demo = try Demo()
    demo.terminal.send(Key.paste("judge "))
    demo.expectOnScreen("demo> judge")
    demo.terminal.send("x" + Key.enter)
    demo.expect("GOT[7]: judge x\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func controlCDuringAPasteDropsItsRest() throws {
    let demo = try Demo()
    demo.terminal.send(Key.paste("work\rnever read\rnever read\r"))
    demo.expect("working")
    demo.terminal.send(Key.controlC)
    demo.expect("interrupted")
    demo.expect("2 pasted lines were left out.\r\n")
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    demo.enter("after")
    #expect(!demo.terminal.transcript.contains("never read"))
    demo.leave()
  }

  @Test func aPasteWithoutItsEndCanBeLeft() throws {
    let demo = try Demo()
    demo.terminal.send("abc")
    demo.expectOnScreen("demo> abc")
    demo.terminal.send("\u{1B}[200~lost")
    // a Ctrl-C that came together with other input is taken for a part of the paste: the person
    // presses it again, as here
    var presses = 0
    repeat {
      demo.terminal.send(Key.controlC)
      presses += 1
    } while !demo.terminal.expect("CANCELLED", seconds: 0.5) && presses < 20
    demo.expect(Demo.prompt)
    demo.enter("x")
    demo.leave()
  }
}
