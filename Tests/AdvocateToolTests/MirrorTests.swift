import AdvocateTestSupport
import Glibc
import Testing

/// Folders of documents, and what in them cannot be read.
@Suite struct MirrorToolTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    _ = try Tool.shell("mkdir letters", in: scripts.folder.path)
    scripts.write("They belong to us.\n", to: "letters/letter.txt")
  }

  @Test func aFolderThatCannotBeReadIsToldAndTheRestIsRead() throws {
    // No path is longer than the system takes, so that nobody can read what lies so deep.
    let name = String(repeating: "d", count: 200)
    var folder = open(scripts.folder.file("letters"), O_RDONLY | O_DIRECTORY)
    for _ in 1...25 {
      mkdirat(folder, name, 0o700)
      let inner = openat(folder, name, O_RDONLY | O_DIRECTORY)
      close(folder)
      folder = inner
    }
    close(folder)
    let result = try Tool.run(["mirror", "letters"], in: scripts.folder.path)
    _ = try Tool.shell("rm -rf letters", in: scripts.folder.path)
    #expect(result.status == 2)
    #expect(result.stderr.replacing("\n", with: " ").contains("could not be read: file name too"))
    #expect(result.stdout.contains("1 document, read for"), "\(result.stdout)")
  }

  @Test func aPictureAmongLettersIsPassedOver() throws {
    _ = try Tool.shell("printf 'GIF\\0' >letters/face.gif", in: scripts.folder.path)
    let result = try Tool.run(["mirror", "letters"], in: scripts.folder.path)
    #expect(result.status == 0)
    #expect(result.stderr.contains("letters/face.gif is no text"), "\(result.stderr)")
    #expect(result.stdout.contains("1 document, read for"))
  }

  @Test func aFileThatCannotBeReadAsAWholeIsToldByTheStatus() throws {
    let file = scripts.folder.file("letters/long.txt")
    TemporaryFolder.write([], to: file)
    #expect(truncate(file, 1 << 32) == 0)
    let result = try Tool.run(["mirror", "letters"], in: scripts.folder.path)
    #expect(result.status == 2)
    #expect(result.stdout.contains("1 document, read for"), "\(result.stdout)")
  }
}
