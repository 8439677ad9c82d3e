import AdvocateTestSupport
import Testing

/// A line that begins with an offer: Enter takes it, and what is typed first takes its place.
@Suite(.serialized) struct OfferTests {
  private static let offer = "effort to leave is a call"

  private static let cases: [(keys: [String], wanted: String)] = [
    ([], offer), (["stop"], "stop"), (["é"], "é"), ([" x"], " x"), ([Key.paste("judge")], "judge"),
    ([Key.paste("ju"), "dge"], "judge"), (["ju", Key.paste("dge")], "judge"),
    ([Key.backspace], "effort to leave is a cal"), ([Key.left, Key.right, "s"], "\(offer)s"),
    ([Key.home, "x"], "x\(offer)"), ([Key.home, Key.paste("x")], "x\(offer)"),
    ([Key.end, " y"], "\(offer) y"), ([Key.controlU, "x"], "x"),
    (["x", Key.controlUnderscore], offer), ([Key.altF, "z"], "\(offer)z"),
  ]

  @Test(arguments: cases.indices)
  func whatIsTypedFirstTakesItsPlace(_ place: Int) throws {
    let (keys, wanted) = Self.cases[place]
    for columns in [80, 24] {
      let demo = try Demo(["DEMO_OFFER": Self.offer], columns: columns)
      demo.terminal.send(keys.joined())
      demo.terminal.send(Key.enter)
      demo.expect("GOT[\(wanted.count)]: \(wanted)\r")
    }
  }

  @Test(arguments: [80, 24]) func theScreenShowsWhatTookItsPlace(columns: Int) throws {
    let demo = try Demo(["DEMO_OFFER": Self.offer], columns: columns)
    demo.terminal.send("s")
    #expect(
      demo.terminal.expectScreen { $0.lines == ["demo> s"] }, "\(demo.terminal.screen.lines)")
    demo.terminal.send("top")
    demo.expectOnScreen("demo> stop")
    demo.terminal.send(Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    demo.terminal.send(Key.paste("one"))
    demo.expectOnScreen("demo> one")
    demo.terminal.send(Key.controlC)
    demo.expect("CANCELLED")
  }

  /// Each line of a paste is a line, and the offer returns with the next one.
  @Test func aPasteOfLinesIsNotGluedToIt() throws {
    let demo = try Demo(["DEMO_OFFER": Self.offer])
    demo.terminal.send(Key.paste("one\rtwo\r"))
    demo.expect("GOT[3]: one\r")
    demo.expect("GOT[3]: two\r")
    demo.expect(Demo.prompt)
    demo.terminal.send(Key.enter)
    demo.expect("GOT[\(Self.offer.count)]: \(Self.offer)\r")
  }
}
