import AdvocateCharter
import Glibc

/// Files that nobody else sees and that go with the program, for what memory is too small for.
enum UnnamedFile {
  /// The folder for such files.
  static var folder: String { Environment["TMPDIR"] ?? "/tmp" }

  /// Opens a new one; below 0 where there can be none.
  static func open() -> Int32 {
    var name = Array("\(folder)/advocate-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    if descriptor >= 0 {
      unlink(name)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    return descriptor
  }

  /// What is told where such a file is needed and cannot be had.
  static func problem(_ code: Int32) -> FileError {
    .notKept(folder: folder, reason: OutputFile.reason(code))
  }
}
