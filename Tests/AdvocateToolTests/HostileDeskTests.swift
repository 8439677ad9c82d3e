import AdvocateTestSupport
import Glibc
import Testing

/// Text that means harm, in all that the prompt reads: the files that it keeps, names in the folder,
/// keys and pastes.
@Suite(.serialized) struct HostileDeskTests {
  private static let hostile = HostileTextTests.hostile

  /// Checks that a terminal got none of it. What the program itself sends there are colours and
  /// moves, never a title.
  private func expectHarmless(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    let isText = String(validating: terminal.bytes, as: UTF8.self) != nil
    #expect(isText, sourceLocation: sourceLocation)
    let own: Set<Unicode.Scalar> = ["\u{1B}", "\r", "\n", "\u{8}", "\u{7}", "\t"]
    let hidden = text.unicodeScalars.filter { !own.contains($0) && isHidden($0) }.map { $0.value }
    #expect(hidden.isEmpty, sourceLocation: sourceLocation)
    for sequence in ["\u{1B}]", "\u{1B}[31;47;5m"] {
      let isFree = !text.contains(sequence)
      #expect(isFree, "\(sequence.debugDescription)", sourceLocation: sourceLocation)
    }
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try #require(TemporaryFolder())
    for part in ["", "/.local", "/.local/state", "/.local/state/advocate"] {
      mkdir(folder.path + part, 0o700)
    }
    return folder
  }

  private func write(_ text: String, to name: String, in folder: TemporaryFolder) {
    TemporaryFolder.write(Array(text.utf8), to: folder.file(".local/state/advocate/" + name))
  }

  @Test func whatItKeptItself() throws {
    let folder = try folder()
    let text = Self.hostile
    write(
      "# Work\n# folder /\(text)\n# file \(text).advocate\naction \(text)\n  note \(text)\n"
        + "action Plan\n  \(text)\n", to: "recovery-1.advocate", in: folder)
    write(
      "\"look \(HostileTextTests.escaped)\"\n\"look \(text)\"\n\"look 3\"\n", to: "history",
      in: folder)
    write("prediction\t80\t\(text)\t\(text)\t\(text)\n\(text)\n", to: "predictions", in: folder)
    write("\(text)\nL1.1 \(text)\n", to: "lessons", in: folder)
    TemporaryFolder.write([], to: folder.file("plan\(text).advocate"))
    let desk = try Desk(
      folder: folder, changes: ["ADVOCATE_HISTORY": nil, "USER": text, "LOGNAME": text])
    for line in ["recover", "list", "show", "save", "predict", "lesson", "judge", "review list"] {
      desk.terminal.send(line + "\r")
      #expect(desk.terminal.expect("\n", seconds: 20) && desk.terminal.expect("> ", seconds: 20))
    }
    desk.terminal.send("load \t\t")
    desk.terminal.send(Key.controlC)
    desk.expect("> ")
    for _ in 0..<12 { desk.terminal.send(Key.up) }
    #expect(desk.terminal.waitUntilIdle())
    expectHarmless(desk.terminal)
  }

  @Test func keysAndPastes() throws {
    let desk = try Desk()
    // Typed keys may be commands of the editor; what they leave in the line is shown.
    desk.terminal.send(Key.paste("action \(Self.hostile)"))
    desk.terminal.send("\r")
    desk.expect("\n")
    desk.expect("> ")
    desk.terminal.send("note a\u{202E}b\u{200B}c\u{2066}d\u{FEFF}e\u{AD}f\r")
    desk.expect("\n")
    desk.expect("> ")
    desk.terminal.send([0x61, 0x9B, 0x33, 0x31, 0x6D, 0x9D, 0x62, 0x0D])
    desk.expect("\n")
    desk.expect("> ")
    #expect(desk.terminal.waitUntilIdle())
    expectHarmless(desk.terminal)
  }

  @Test func aFormattedTextIsHarmlessAtATerminal() throws {
    let scripts = try Scripts()
    scripts.write("action A\n  \(Self.hostile)\n", to: "plan.advocate")
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh",
      arguments: ["-c", "\"$0\" format - < \"$1\"; echo done", Tool.path] + [
        scripts.path("plan.advocate")
      ], environment: Tool.environment, rows: 24, columns: 80)
    #expect(terminal.expect("done", seconds: 20))
    #expect(terminal.transcript.contains("<U+001B>"))
    expectHarmless(terminal)
    // A program gets the text as it is.
    let piped = try Tool.shell("\"$ADVOCATE\" format - < plan.advocate", in: scripts.folder.path)
    #expect(piped.stdout.contains(Self.hostile))
  }
}
