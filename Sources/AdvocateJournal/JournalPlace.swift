import AdvocateSession
import Glibc

/// Where the file of a journal is, and whether it may be trusted.
///
/// What stands in the journal is nobody else's business: the file is of mode 0600 and ours, no link
/// leads to it, and nobody else may put a file beside it, but for those in our own group: on many
/// systems everybody has a group of one, and may write to every folder by it.
struct JournalPlace {
  /// The path as it was named.
  let path: String

  /// The path under which the database is opened; nil where there is no file and none was made.
  ///
  /// - Parameter create: whether a file that is not there is made, with its folders.
  func settled(create: Bool) throws(JournalProblem) -> String? {
    let failure = create ? makeFolders() : 0
    guard let folder = realFolder() else {
      if errno == ENOENT, !create { return nil }
      let reason = Self.reason(failure == 0 ? errno : failure)
      throw problem("The folder of the journal \(path) cannot be used: \(reason).")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let file = (folder == "/" ? "" : folder) + "/" + name
    var status = stat()
    guard lstat(file, &status) == 0 else {
      guard errno == ENOENT else {
        throw problem("The journal \(path) cannot be looked at: \(Self.reason()).")
      }
      guard create else { return nil }
      try check(folder)
      try make(file)
      return file
    }
    try check(status, file)
    try check(folder)
    return file
  }

  private func check(_ status: stat, _ file: String) throws(JournalProblem) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK:
      throw problem(
        "\(path) is a link to another file, so the journal is not kept there.")
    default: throw problem("\(path) is no ordinary file, so the journal is not kept there.")
    }
    guard status.st_uid == geteuid() else {
      throw problem("\(path) belongs to another user, so the journal is not kept there.")
    }
    // Where the mode cannot be changed the file cannot be written either, and that is told then.
    if status.st_mode & 0o077 != 0 { chmod(file, status.st_mode & 0o700) }
  }

  /// Nobody else may put anything into the folder, since what lies beside a database counts.
  private func check(_ folder: String) throws(JournalProblem) {
    var status = stat()
    guard stat(folder, &status) == 0 else {
      throw problem("The folder of the journal \(path) cannot be used: \(Self.reason()).")
    }
    let isOurs = status.st_uid == geteuid() || status.st_uid == 0
    let isOpen =
      status.st_mode & S_IWOTH != 0
      || status.st_mode & S_IWGRP != 0 && status.st_gid != getegid()
    guard isOurs, !isOpen else {
      throw problem(
        "Others may write in the folder of \(path), so the journal is not kept there.")
    }
  }

  private func make(_ file: String) throws(JournalProblem) {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(file, flags, 0o600)
    guard descriptor >= 0 else {
      // Another session may have made it in this moment.
      if errno == EEXIST { return }
      throw problem("The journal \(path) cannot be made: \(Self.reason()).")
    }
    close(descriptor)
  }

  private var folder: String {
    guard let cut = path.lastIndex(of: "/") else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  private func realFolder() -> String? {
    guard let real = realpath(folder, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes the folders that are not there; gives the number of what went wrong, or 0.
  private func makeFolders() -> Int32 {
    var failure: Int32 = 0
    let bytes = Array(path.utf8)
    for end in bytes.indices where bytes[end] == UInt8(ascii: "/") && end > 0 {
      let made = mkdir(String(decoding: bytes[..<end], as: UTF8.self), 0o700)
      if made != 0, errno != EEXIST, failure == 0 { failure = errno }
    }
    return failure
  }

  private func problem(_ text: String) -> JournalProblem {
    JournalProblem(text + " Another place is named like this:  ADVOCATE_JOURNAL=FILE advocate")
  }

  /// The system's words for an error, the last one where none is named, in lower case.
  private static func reason(_ code: Int32 = errno) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
