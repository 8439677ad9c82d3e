import AdvocateTestSupport
import Testing

@Suite(.serialized) struct PasteTests {
  @Test func threeHundredLinesAreThreeHundredReads() throws {
    let demo = try Demo()
    let lines = (1...300).map { "rule \($0) when é" }
    demo.terminal.send(Key.paste(lines.joined(separator: "\r") + "\r"))
    for line in lines { demo.expect("GOT[\(line.count)]: \(line)\r") }
    demo.expect(Demo.prompt)
    #expect(demo.terminal.transcript.contains("demo> rule 300 when é\r\nGOT"))
    demo.enter("after")
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
    demo.terminal.send(Key.paste("work\rnever read\r"))
    demo.expect("working")
    demo.terminal.send(Key.controlC)
    demo.expect("interrupted")
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
