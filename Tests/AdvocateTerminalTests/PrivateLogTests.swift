import AdvocateTerminal
import AdvocateTestSupport
import Glibc
import Testing

struct PrivateLogTests {
  private func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func linesAreAddedPrivately() throws {
    let folder = try #require(TemporaryFolder())
    let log = PrivateLog(path: folder.file("a/predictions"))
    #expect(log.lines().lines.isEmpty)
    #expect(log.lines().problem == nil)
    #expect(log.append("one") == nil)
    #expect(PrivateLog(path: log.path).append("two") == nil)
    #expect(log.lines().lines == ["one", "two"])
    #expect(mode(log.path) == 0o600)
    #expect(mode(folder.file("a")) == 0o700)
  }

  @Test func halfALineSpoilsNoOther() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("predictions")
    #expect(PrivateLog(path: path).append("one") == nil)
    let descriptor = open(path, O_WRONLY | O_APPEND)
    #expect(write(descriptor, "half", 4) == 4)
    close(descriptor)
    #expect(PrivateLog(path: path).append("two") == nil)
    #expect(PrivateLog(path: path).lines().lines == ["one", "half", "two"])
  }

  @Test func whatCannotBeUsedIsNamed() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("predictions")
    mkdir(path, 0o700)
    let log = PrivateLog(path: path)
    #expect(log.append("one")?.hasPrefix(path) == true)
    #expect(log.lines().problem?.hasPrefix(path) == true)
  }
}
