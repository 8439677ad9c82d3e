import AdvocateTestSupport
import Glibc
import Testing

@testable import AdvocateTerminal

@Suite struct HistoryFileTests {
  private func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func content(_ path: String) -> String {
    String(decoding: TemporaryFolder.contents(of: path) ?? [], as: UTF8.self)
  }

  @Test func fileAndFolderArePrivate() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("a/b/history")
    var history = HistoryFile(path: path, limit: 10)
    history.append("one")
    #expect(history.problem == nil)
    #expect(mode(path) == 0o600)
    #expect(mode(folder.file("a/b")) == 0o700)
    chmod(path, 0o644)
    history.append("two")
    #expect(mode(path) == 0o600)
    #expect(history.load() == ["one", "two"])
  }

  @Test func aMissingFileIsAnEmptyHistory() throws {
    let folder = try #require(TemporaryFolder())
    var history = HistoryFile(path: folder.file("none"), limit: 10)
    #expect(history.load() == [])
    #expect(history.problem == nil)
    #expect(TemporaryFolder.contents(of: folder.file("none")) == nil)
  }

  @Test func linesAreLoadedOnceAtTheirNewestPlace() throws {
    let folder = try #require(TemporaryFolder())
    var history = HistoryFile(path: folder.file("history"), limit: 10)
    for line in ["a", "b", "a", " hidden", "", "  ", "c\u{1B}[31m"] { history.append(line) }
    #expect(history.load() == ["b", "a"])
  }

  @Test func anOverlongFileIsShortened() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("history")
    var history = HistoryFile(path: path, limit: 4)
    for number in 1...6 { history.append("line \(number)") }
    #expect(content(path) == "\"line 3\"\n\"line 4\"\n\"line 5\"\n\"line 6\"\n")
    #expect(mode(path) == 0o600)
    var other = HistoryFile(path: path, limit: 2)
    #expect(other.load() == ["line 5", "line 6"])
    #expect(content(path) == "\"line 5\"\n\"line 6\"\n")
  }

  @Test func damagedLinesArePassedOver() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("history")
    TemporaryFolder.write(
      Array("\"good\"\nplain\n\"bad \\q\"\n\"\u{7}\"\n\"".utf8) + [0xFF, 0x22, 10]
        + Array("\"torn".utf8), to: path)
    var history = HistoryFile(path: path, limit: 10)
    #expect(history.load() == ["good"])
    history.append("next")
    #expect(history.load() == ["good", "next"])
  }

  @Test func aLinkIsNotFollowed() throws {
    let folder = try #require(TemporaryFolder())
    let (path, real) = (folder.file("link"), folder.file("real"))
    TemporaryFolder.write(Array("key\n".utf8), to: real)
    chmod(real, 0o644)
    #expect(symlink(real, path) == 0)
    var history = HistoryFile(path: path, limit: 1)
    for line in ["a", "b", "c"] { history.append(line) }
    #expect(history.problem == "the history file `\(path)` is a link, and is not followed")
    #expect(history.load() == [])
    #expect(content(real) == "key\n")
    #expect(mode(real) == 0o644)
    #expect(PrivateLog(path: path).append("x")?.contains("is a link") == true)
    #expect(NotesFile(path: path).append("x")?.contains("is a link") == true)
    #expect(content(real) == "key\n")
  }

  @Test func whatALinkToNothingNamesIsNotMade() throws {
    let folder = try #require(TemporaryFolder())
    #expect(symlink(folder.file("nowhere"), folder.file("link")) == 0)
    var history = HistoryFile(path: folder.file("link"), limit: 1)
    history.append("a")
    #expect(history.problem?.contains("is a link") == true)
    #expect(TemporaryFolder.contents(of: folder.file("nowhere")) == nil)
  }

  @Test func theFileOfSomebodyElseIsLeftAlone() throws {
    guard geteuid() == 0 else { return }
    let folder = try #require(TemporaryFolder())
    let path = folder.file("history")
    TemporaryFolder.write(Array("\"theirs\"\n".utf8), to: path)
    chown(path, 65_534, 65_534)
    var history = HistoryFile(path: path, limit: 10)
    history.append("mine")
    #expect(history.problem?.contains("belongs to another user") == true)
    #expect(history.load() == [])
    #expect(content(path) == "\"theirs\"\n")
  }

  @Test func whatACrashLeftBesideItGoes() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("history")
    var history = HistoryFile(path: path, limit: 2)
    history.append("a")
    TemporaryFolder.write(Array("half".utf8), to: path + ".new")
    #expect(history.load() == ["a"])
    #expect(TemporaryFolder.contents(of: path + ".new") == nil)
    // It is in nobody's way either.
    #expect(symlink(folder.file("other"), path + ".new") == 0)
    for line in ["b", "c", "d"] { history.append(line) }
    #expect(history.load() == ["c", "d"])
    #expect(TemporaryFolder.contents(of: folder.file("other")) == nil)
  }

  @Test(arguments: ["/dev/null", "/proc/none/history", "/"])
  func whatCannotBeAHistoryIsOneProblem(_ path: String) {
    var before = stat()
    stat(path, &before)
    var history = HistoryFile(path: path, limit: 10)
    history.append("one")
    let problem = history.problem
    #expect(problem?.hasPrefix("the history file `\(path)` ") == true)
    history.append("two")
    #expect(history.problem == problem)
    #expect(history.load() == [])
    var after = stat()
    stat(path, &after)
    #expect(before.st_mode == after.st_mode)
  }

  @Test func sessionsSideBySideLoseNothing() async throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("history")
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<2 {
        group.addTask {
          // the repeated line fills the file, so that each session rewrites it now and then
          var history = HistoryFile(path: path, limit: 150)
          for number in 0..<60 {
            history.append("\(session) \(number)")
            for _ in 0..<10 { history.append("same") }
          }
        }
      }
    }
    var history = HistoryFile(path: path, limit: 150)
    let lines = history.load()
    #expect(lines.count == 121)
    for session in 0..<2 {
      #expect(
        lines.filter { $0.hasPrefix("\(session) ") } == (0..<60).map { "\(session) \($0)" })
    }
  }

  @Test(arguments: [
    "plain", "\"quoted\" \\ back", "é 日本 👨‍👩‍👧", "tab\there", "line\nend", "\u{0}\u{1F}\u{7F}",
  ])
  func codingIsExact(_ line: String) {
    let bytes = HistoryCoding.encode(line)
    #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    #expect(HistoryCoding.decode(bytes) == line)
    #expect(HistoryCoding.decode(bytes.dropLast()) == nil)
    #expect(HistoryCoding.decode(bytes + [32]) == nil)
  }

  @Test func escapesOfOthersAreUnderstood() {
    #expect(HistoryCoding.decode(Array(#""\u00e9\ud83d\ude42\/\n""#.utf8)) == "é🙂/\n")
    #expect(HistoryCoding.decode(Array(#""\ud83d""#.utf8)) == nil)
  }
}
