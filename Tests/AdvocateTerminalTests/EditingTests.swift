import AdvocateTestSupport
import Testing

@Suite(.serialized) struct EditingTests {
  @Test func aLineIsRead() throws {
    let demo = try Demo()
    demo.enter("judge phone")
    demo.leave()
  }

  @Test func lettersOfAllScriptsAreEdited() throws {
    let demo = try Demo()
    demo.enter("hé 日本 ü")
    demo.terminal.send("日本é" + Key.left + Key.left + Key.backspace + "x" + Key.enter)
    demo.expect("GOT[3]: x本é\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func aVisibleCharacterIsDeletedWhole() throws {
    let demo = try Demo()
    demo.terminal.send("a👨‍👩‍👧b" + Key.left + Key.backspace + Key.enter)
    demo.expect("GOT[2]: ab")
    demo.expect(Demo.prompt)
    demo.terminal.send("ae\u{301}b" + Key.home + Key.right + Key.delete + Key.enter)
    demo.expect("GOT[2]: ab\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test(arguments: [
    ("one two", Key.controlLeft + "x", "one xtwo"),
    ("one two", "\u{1B}b\u{1B}bx\u{1B}fy", "xoney two"),
    ("one two", Key.home + Key.controlRight + "x", "onex two"),
    ("one two", Key.controlW + "x", "one x"),
    ("one two", Key.controlA + Key.controlK + "x" + Key.controlY, "xone two"),
    ("one two", Key.controlLeft + Key.controlU + Key.controlY, "one two"),
    ("one two", Key.controlLeft + Key.controlU, "two"),
    ("one two", Key.home + "x" + Key.end + "y", "xone twoy"),
    ("one two", Key.left + Key.controlD, "one tw"),
    ("one two", Key.controlL + "x", "one twox"),
    ("one two", Key.controlT, "one tow"),
    ("one two", Key.home + Key.controlT + Key.right + Key.controlT + "x", "noxe two"),
    ("né été", Key.controlLeft + "x", "né xété"),
    ("né été", Key.home + Key.controlRight + "x", "néx été"),
    ("日本 été", Key.controlW + Key.controlW + "x" + Key.controlY, "x日本 "),
    ("a e\u{301}b", Key.left + Key.controlT, "a be\u{301}"),
    ("one two", "\u{1B}\r\u{1B}\n" + "x", "one twox"),
    ("one two", Key.home + "\u{1B}d" + "x" + Key.end + Key.controlY, "x twoone"),
  ])
  func keysEdit(_ text: String, _ keys: String, _ result: String) throws {
    let demo = try Demo()
    demo.terminal.send(text + keys + Key.enter)
    demo.expect("GOT[\(result.count)]: \(result)\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func controlCDropsTheLineAndLeavesItVisible() throws {
    let demo = try Demo()
    demo.terminal.send("abc def" + Key.left + Key.left + Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    #expect(demo.terminal.screen.lines == ["demo> abc def^C", "CANCELLED", "demo>"])
    demo.enter("x")
    demo.leave()
  }

  @Test func controlCInAWrappedLineKeepsEveryRow() throws {
    let demo = try Demo(columns: 20)
    demo.terminal.send("aaaaaaaaaa bbbbbbbbbb cccccccccc" + Key.home + Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    #expect(
      demo.terminal.screen.lines == [
        "demo> aaaaaaaaaa bbb", "bbbbbbb cccccccccc^C", "CANCELLED", "demo>",
      ])
    demo.leave()
  }

  @Test func controlDLeavesOnlyFromAnEmptyLine() throws {
    let demo = try Demo()
    demo.terminal.send("ab" + Key.controlD + Key.left + Key.controlD + Key.enter)
    demo.expect("GOT[1]: a\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func theCursorStandsWhereItShould() throws {
    let demo = try Demo()
    demo.terminal.send("日本x" + Key.left + Key.left)
    #expect(
      demo.terminal.expectScreen { $0.lines == ["demo> 日本x"] && $0.column == 8 },
      "\(demo.terminal.screen)")
    demo.terminal.send(Key.controlC)
    demo.expect("CANCELLED")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func fiveThousandCharactersAreEdited() throws {
    let demo = try Demo()
    let long = String((0..<5_000).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    demo.terminal.send(
      Key.paste(long) + Key.home + "X" + Key.end + "Y" + Key.controlUnderscore + Key.enter)
    demo.expect("GOT[5001]: X\(long)\r")
    demo.expect(Demo.prompt)
    demo.leave()
  }

  @Test func aLongLineIsKeptWhole() throws {
    let demo = try Demo()
    let long = String((0..<1_500).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    demo.terminal.send(long)
    #expect(demo.terminal.expectScreen { $0.lines.count == 19 })
    demo.terminal.send(Key.up + Key.down + Key.enter)
    demo.expect("GOT[1500]: \(long)")
    demo.expect(Demo.prompt)
    demo.terminal.send("draft" + Key.up + Key.enter)
    demo.expect("GOT[1500]: \(long)")
    demo.expect(Demo.prompt)
    demo.leave()
  }
}
