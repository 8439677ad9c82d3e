import AdvocateTestSupport
import Glibc
import Testing

/// Whatever was typed, drawing everything anew must not change the picture.
///
/// `scripts/redraw-oracle` runs this with more seeds. A failure names its seed and the keys.
@Suite(.serialized) struct RedrawTests {
  private static func variable(_ name: String) -> UInt64? {
    getenv(name).flatMap { UInt64(String(cString: $0)) }
  }

  private static let seeds: ClosedRange<UInt64> = {
    let first = variable("ADVOCATE_REDRAW_SEED") ?? 1
    return first...first + max(variable("ADVOCATE_REDRAW_RUNS") ?? 25, 1) - 1
  }()

  private static let keys = [
    "a", "b c", "日", "é", "o\u{308}", "👨‍👩‍👧", "no", "judge ", "wat! ", "wxyz 01234", "ea", Key.left,
    Key.right, Key.backspace, Key.delete, Key.home, Key.end, Key.controlLeft, Key.controlRight,
    Key.controlW, Key.controlY, Key.controlK, Key.controlT, Key.controlUnderscore, Key.up, Key.down,
    Key.altF, Key.tab, "many" + Key.tab, "j" + Key.tab,
  ]

  @Test(arguments: seeds, [true, false])
  func thePictureIsTrue(_ seed: UInt64, _ isOverlaid: Bool) throws {
    var random = SeededGenerator(seed: seed)
    let demo = try Demo(
      isOverlaid ? [:] : ["DEMO_PLAIN": "1"], rows: random.number(16...24),
      columns: random.number(24...41))
    demo.enter("日本語 earlier line")
    demo.enter("each and every one of them")
    // the first half comes key by key, so that everything is drawn; the second in one burst
    let typed = (0..<50).map { _ in random.pick(RedrawTests.keys, else: "") }
    for key in typed.prefix(25) {
      let old = demo.terminal.screen
      demo.terminal.send(key)
      // a key that changes nothing is not waited for long
      _ = demo.terminal.expectScreen(seconds: 0.02) { $0 != old }
      #expect(demo.terminal.waitUntilIdle())
    }
    demo.terminal.send(typed.dropFirst(25).joined())
    let patched = screen(of: demo, afterBell: Key.controlG)
    let drawn = screen(of: demo, afterBell: Key.controlL + Key.controlG)
    let above = patched.lines.count - drawn.lines.count
    let keys = "seed \(seed): \(typed.joined().debugDescription)"
    #expect(Array(patched.lines.suffix(drawn.lines.count)) == drawn.lines, "\(keys)")
    #expect(patched.column == drawn.column, "\(keys)")
    #expect(patched.row - above == drawn.row, "\(keys)")
    #expect(patched.styled.suffix(drawn.styled.count) == drawn.styled[...], "\(keys)")
    demo.terminal.send(Key.controlC)
    demo.expect("CANCELLED")
  }

  /// The screen when keys of which the last one rings have been dealt with.
  private func screen(of demo: Demo, afterBell keys: String) -> TerminalScreen {
    #expect(demo.terminal.waitUntilIdle())
    let bells = demo.terminal.screen.bells
    demo.terminal.send(keys)
    #expect(demo.terminal.expectScreen { $0.bells > bells })
    #expect(demo.terminal.waitUntilIdle())
    return demo.terminal.screen
  }
}
