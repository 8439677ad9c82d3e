import AdvocateTestSupport
import Glibc
import Testing

/// Files of the person after kills, and in folders that others use, too. `scripts/faults` does the
/// same hundreds of times, and much else.
@Suite struct FaultTests {
  private let scripts: Scripts
  private static let loose = "action A\n effort   to leave = a call\n"
  private static let neat = "action A\n  effort to leave is a call\n"

  init() throws { scripts = try Scripts() }

  private func shell(_ line: String) throws -> Tool.Result {
    try Tool.shell(line, in: scripts.folder.path)
  }

  private var files: [String] { RecoveryTests.names(in: scripts.folder.path) }

  @Test func aKillLeavesTheOldFileOrTheNewOne() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<Campaign.runs(10) {
      scripts.write(Self.loose, to: "plan.advocate")
      let pause = "0.0\(random.number(10...80))"
      let line = "\"$ADVOCATE\" format plan.advocate & sleep \(pause); kill -9 $!; wait"
      _ = try shell(line)
      #expect([Self.loose, Self.neat].contains(scripts.text("plan.advocate")))
      scripts.write(Self.loose, to: "plan.advocate")
      #expect(try shell("\"$ADVOCATE\" format plan.advocate").status == 0)
      #expect(files == ["plan.advocate"])
    }
  }

  @Test func whatAKillLeftBesideAFileGoesWithTheNextWriting() throws {
    scripts.write(Self.loose, to: "plan.advocate")
    scripts.write("half", to: "plan.advocate.77.unfinished")
    scripts.write("half", to: "plan.advocate.78-2.unfinished")
    scripts.write("mine", to: "plan.advocate.notes.unfinished")
    scripts.write("mine", to: "other.advocate.77.unfinished")
    // Another process is writing this one just now.
    let busy = scripts.write("half", to: "plan.advocate.79.unfinished")
    let descriptor = open(busy, O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    defer { close(descriptor) }
    #expect(try shell("\"$ADVOCATE\" format plan.advocate").status == 0)
    #expect(scripts.text("plan.advocate") == Self.neat)
    #expect(
      files == [
        "other.advocate.77.unfinished", "plan.advocate", "plan.advocate.79.unfinished",
        "plan.advocate.notes.unfinished",
      ])
  }

  @Test func aLinkInPlaceOfALeftoverIsNotFollowed() throws {
    scripts.write(Self.loose, to: "plan.advocate")
    scripts.write("mine", to: "mine.txt")
    // The shell takes the number of the process that it becomes.
    let result = try shell(
      "ln -s mine.txt plan.advocate.$$.unfinished; exec \"$ADVOCATE\" format plan.advocate")
    #expect(result.status == 0)
    #expect(scripts.text("plan.advocate") == Self.neat)
    #expect(scripts.text("mine.txt") == "mine")
  }

  @Test func standardOutputByItsNameIsNotReplaced() throws {
    scripts.write(Self.neat, to: "plan.advocate")
    let result = try shell(
      """
      echo before > log
      "$ADVOCATE" judge --explain none plan.advocate -o /dev/stdout >> log
      "$ADVOCATE" judge --explain none plan.advocate -o /dev/stdout -o x.json >> log
      """)
    #expect(result.stderr.isEmpty)
    let lines = scripts.text("log").split(separator: "\n")
    #expect(lines.first == "before")
    #expect(lines.count > 2)
  }

  @Test func whoMayReadAFileStays() throws {
    let result = try shell(
      """
      umask 000
      printf 'action A\\n effort to leave = a call\\n' > plan.advocate
      chmod 600 plan.advocate
      "$ADVOCATE" format plan.advocate
      umask 077
      "$ADVOCATE" judge plan.advocate -o new.txt
      stat -c '%a' plan.advocate new.txt
      """)
    #expect(result.stdout == "formatted: plan.advocate\n600\n600\n")
  }

  @Test func inAFolderThatIsEverybodysNothingOfOthersIsWrittenThrough() throws {
    guard geteuid() == 0 else { return }
    scripts.write(Self.loose, to: "plan.advocate")
    scripts.write("mine", to: "mine.txt")
    let made = try shell(
      """
      mkdir shared; chmod 1777 shared
      ln -s ../mine.txt shared/link.txt; chown -h 65534 shared/link.txt
      echo theirs > shared/theirs.txt; chmod 666 shared/theirs.txt; chown 65534 shared/theirs.txt
      ln -s ../mine.txt shared/own.txt; mkfifo shared/pipe.txt; chown 65534 shared/pipe.txt
      """)
    #expect(made.status == 0)
    let reason = "in a folder that is everybody's, another user put it there"
    for name in ["link.txt", "theirs.txt", "pipe.txt"] {
      for more in ["", " -o shared/more.csv"] {
        let result = try shell("\"$ADVOCATE\" judge plan.advocate -o shared/\(name)\(more)")
        #expect(result.status == 2)
        #expect(
          result.stderr.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
            "shared/\(name) could not be written: \(reason)."), "\(result.stderr)")
      }
    }
    #expect(scripts.text("mine.txt") == "mine")
    #expect(scripts.text("shared/theirs.txt") == "theirs\n")
    // A link of one's own is followed there as anywhere.
    #expect(try shell("\"$ADVOCATE\" judge plan.advocate -o shared/own.txt").status == 0)
    #expect(scripts.text("mine.txt").hasPrefix("A is"))
  }

  @Test func privateFilesArePrivateWhateverIsUsual() throws {
    let folder = try #require(TemporaryFolder())
    let line = "umask 000; cd \"$0\" && exec \"$1\""
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh", arguments: ["-c", line, folder.path, Tool.path],
      environment: [
        "HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
        "ADVOCATE_PAGER": "",
      ], rows: 60, columns: 80)
    #expect(terminal.expect("charter> ", seconds: 20))
    for line in [
      "action Plan", "effort to leave is a call", "predict against the customer 80", "judge",
      "journal go ahead expecting x sure 70", "lesson 1", "skip", "stop",
    ] {
      terminal.send(line + "\r")
      #expect(terminal.expect("\n", seconds: 20) && terminal.expect("> ", seconds: 20))
    }
    terminal.signal(SIGKILL)
    _ = terminal.wait(seconds: 20)
    for place in [".local/state/advocate", ".local/share/advocate"] {
      #expect(Self.mode(folder.file(place)) == 0o700, "\(place)")
      let names = RecoveryTests.names(in: folder.file(place))
      #expect(!names.isEmpty)
      for name in names { #expect(Self.mode(folder.file("\(place)/\(name)")) == 0o600, "\(name)") }
    }
  }

  private static func mode(_ path: String) -> UInt32 {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
