import AdvocateTerminal
import AdvocateTestSupport
import Glibc
import Testing

@Suite struct NotesFileTests {
  @Test func linesAreKeptInOrderAndPrivately() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("a/notes")
    #expect(NotesFile(path: path).lines() == [])
    #expect(NotesFile(path: path).append("one") == nil)
    #expect(NotesFile(path: path).append("two") == nil)
    #expect(NotesFile(path: path).lines() == ["one", "two"])
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func halfALineSpoilsNoOther() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("notes")
    TemporaryFolder.write(Array("one\ntw".utf8), to: path)
    #expect(NotesFile(path: path).append("three") == nil)
    #expect(NotesFile(path: path).lines() == ["one", "tw", "three"])
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    let folder = try #require(TemporaryFolder())
    #expect(NotesFile(path: folder.file("")).append("one") != nil)
  }
}
