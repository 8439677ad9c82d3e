import AdvocateTestSupport
import Glibc
import Testing

/// Work outlives the program, however it is ended.
@Suite(.serialized) struct RecoveryTests {
  /// Types an action at a desk of its own.
  private func deskWithWork(folder: TemporaryFolder? = nil) throws -> Desk {
    let desk = try Desk(folder: folder)
    desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
    desk.enter("effort to leave is a call", then: "Phone to cancel (1)> ")
    return desk
  }

  private func files(_ folder: TemporaryFolder) -> [String] {
    Self.names(in: folder.file(".local/state/advocate")).filter { $0 != "history" }
  }

  static func names(in folder: String) -> [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP])
  func whateverEndsItTheWorkComesBack(_ signal: Int32) throws {
    let killed = try deskWithWork()
    killed.terminal.signal(signal)
    let ending = killed.terminal.wait(seconds: 20)
    #expect(ending == (signal == SIGKILL ? .killed(signal: signal) : .exited(128 + signal)))
    let next = try Desk(folder: killed.folder)
    next.expectOnScreen("was not saved: Phone to cancel (1 action, 2 lines).")
    next.enter("list actions", then: "charter> ")
    next.expectOnScreen("There is no action yet.")
    next.enter("recover", then: "charter> ")
    next.enter("show Phone to cancel", then: "charter> ")
    next.expectOnScreen("  effort to leave is a call")
    // What came back is kept in its turn, once.
    next.terminal.signal(SIGKILL)
    #expect(next.terminal.wait(seconds: 20) == .killed(signal: SIGKILL))
    let last = try Desk(folder: killed.folder)
    last.expectOnScreen("was not saved: Phone to cancel (1 action, 2 lines).")
    last.enter("recover drop", then: "charter> ")
    last.leave()
    #expect(files(killed.folder) == [])
  }

  @Test func aTerminalThatVanishesLosesNothing() throws {
    let desk = try deskWithWork()
    desk.terminal.hangUp()
    #expect(desk.terminal.wait(seconds: 20) == .exited(128 + SIGHUP))
    let next = try Desk(folder: desk.folder)
    next.expectOnScreen("was not saved: Phone to cancel (1 action, 2 lines).")
    next.leave()
    #expect(files(desk.folder).count == 1)
  }

  @Test func aSessionThatIsStillOpenIsNoOrphan() throws {
    let open = try deskWithWork()
    #expect(files(open.folder) == ["recovery-\(open.terminal.process).advocate"])
    let other = try deskWithWork(folder: open.folder)
    #expect(!other.terminal.transcript.contains("was not saved"))
    #expect(files(open.folder).count == 2)
    other.leave(unsaved: true)
    #expect(files(open.folder).count == 1)
    open.leave(unsaved: true)
    #expect(files(open.folder) == [])
  }

  @Test func theFileIsPrivateAndGoneOnceTheWorkIsSaved() throws {
    let desk = try deskWithWork()
    let path = desk.folder.file(
      ".local/state/advocate/recovery-\(desk.terminal.process).advocate")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    desk.enter("save", then: "Phone to cancel (1)> ")
    #expect(files(desk.folder) == [])
    desk.enter("moves the job is harder", then: "Phone to cancel (2)> ")
    #expect(files(desk.folder).count == 1)
    desk.terminal.signal(SIGKILL)
    _ = desk.terminal.wait(seconds: 20)
    let next = try Desk(folder: desk.folder)
    next.enter("recover", then: "charter> ")
    next.expectOnScreen("It belongs to phone-to-cancel.advocate")
    next.leave(unsaved: true)
  }

  @Test func aSecondControlDLeavesTheWorkForTheNextStart() throws {
    let desk = try deskWithWork()
    desk.terminal.send(Key.controlD)
    desk.expect("save> ")
    desk.terminal.send(Key.controlD)
    desk.expect("Not saved, and not lost: the next start offers it.")
    #expect(desk.terminal.wait(seconds: 20) == .exited(0))
    #expect(files(desk.folder).count == 1)
  }

  @Test(arguments: ["", "# Work that was not saved.\naction Torn\n  effort to le"])
  func aTornFileIsToldOf(_ content: String) throws {
    let folder = try #require(TemporaryFolder())
    for part in ["", "/.local", "/.local/state", "/.local/state/advocate"] {
      mkdir(folder.path + part, 0o700)
    }
    let path = folder.file(".local/state/advocate/recovery-1.advocate")
    TemporaryFolder.write(Array(content.utf8), to: path)
    let desk = try Desk(folder: folder)
    desk.expectOnScreen(
      content.isEmpty ? "nothing that can be read" : "Torn (1 action, 2 lines), and a part")
    desk.enter("recover", then: "charter> ")
    #expect(files(folder).contains("recovery-1.advocate"))
    desk.enter("recover drop", then: "charter> ")
    #expect(!files(folder).contains("recovery-1.advocate"))
    desk.leave(unsaved: !content.isEmpty)
  }

  @Test func whereItCannotBeKeptThatIsSaidOnceAndWorkGoesOn() throws {
    for changes in [["HOME": nil], ["XDG_STATE_HOME": "/proc/nowhere"]] as [[String: String?]] {
      let desk = try Desk(changes: changes)
      desk.enter("action Phone to cancel", then: "Phone to cancel (0)> ")
      desk.expectOnScreen("Unsaved work cannot be kept against a crash")
      desk.enter("moves the job is harder", then: "Phone to cancel (1)> ")
      desk.enter("effort to leave is a call", then: "Phone to cancel (2)> ")
      let told = desk.terminal.transcript.split(separator: "Unsaved work cannot").count - 1
      #expect(told == 1)
      desk.leave(unsaved: true)
    }
  }

  @Test func aPipeLeavesNothingBehindAndIsOfferedNothing() throws {
    let folder = try #require(TemporaryFolder())
    let result = try Tool.run(
      [], input: "action A\nmoves the job is harder\nrecover\n", environment: ["HOME": folder.path])
    #expect(result.stdout.hasPrefix("recover works at the prompt only.\n"))
    #expect(Self.names(in: folder.path) == [])
  }
}
