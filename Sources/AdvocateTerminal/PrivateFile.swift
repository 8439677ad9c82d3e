import Glibc

/// A regular file of mode 0600, open for reading and appending, and locked.
struct PrivateFile {
  /// What came of an attempt to open.
  enum Opening {
    case opened(PrivateFile)
    case absent
    /// The words follow the name of the file in a sentence.
    case failed(String)
  }

  private let descriptor: Int32
  private let path: String

  /// Opens and locks a file, making it and its folders if asked.
  static func openLocked(path: String, create: Bool) -> Opening {
    if create { makeFolders(above: path) }
    // INVARIANT: the lock is on the file that the name leads to now. Another session may have put
    // a new file in its place while we waited for the lock on the old one; then we start again.
    for _ in 0..<attempts {
      let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK
      let descriptor = open(path, flags | (create ? O_CREAT : 0), 0o600)
      if descriptor < 0 {
        if errno == ELOOP { return .failed("is a link, and is not followed") }
        return errno == ENOENT && !create ? .absent : .failed("cannot be opened: \(reason())")
      }
      let file = PrivateFile(descriptor: descriptor, path: path)
      guard let status = file.status(), status.st_mode & S_IFMT == S_IFREG else {
        file.close()
        return .failed("is not an ordinary file")
      }
      guard status.st_uid == geteuid() else {
        file.close()
        return .failed("belongs to another user")
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        file.close()
        guard errno == EWOULDBLOCK || errno == EINTR else {
          return .failed("cannot be locked: \(reason())")
        }
        usleep(pause)
        continue
      }
      guard file.isStillNamed() else {
        file.close()
        continue
      }
      if status.st_mode & 0o777 != 0o600 { fchmod(descriptor, 0o600) }
      // Whoever holds the lock is the only one to write there: it is what a crash left.
      unlink(beside(path))
      return .opened(file)
    }
    return .failed("is kept locked by another session")
  }

  /// Closes the file and lets go of the lock.
  func close() { _ = Glibc.close(descriptor) }

  /// At most the last `count` bytes.
  func tail(_ count: Int) -> [UInt8] {
    let size = Int(status()?.st_size ?? 0)
    var position = max(0, size - count)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(1 << 16, max(count, 1)))
    while position < size {
      let got = pread(descriptor, &chunk, chunk.count, position)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { break }
      bytes += chunk[..<got]
      position += got
    }
    return bytes
  }

  /// Adds bytes at the end: all of them, or, on a full disk, none.
  func append(_ bytes: [UInt8]) -> Bool {
    guard let before = status()?.st_size else { return false }
    if PrivateFile.write(bytes, to: descriptor) { return true }
    ftruncate(descriptor, before)
    return false
  }

  /// Puts a new file in the place of this one, in a single step.
  func replace(with bytes: [UInt8]) -> Bool {
    let temporary = PrivateFile.beside(path)
    let output = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard output >= 0 else { return false }
    let written = PrivateFile.write(bytes, to: output) && fsync(output) == 0
    guard Glibc.close(output) == 0, written, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// All bytes of an open file, nil where they cannot be read.
  static func contents(of descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &chunk, chunk.count, bytes.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  // MARK: Details

  private static let attempts = 100
  private static let pause: UInt32 = 10_000

  private func status() -> stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  private func isStillNamed() -> Bool {
    var named = stat()
    guard let own = status(), lstat(path, &named) == 0 else { return false }
    return own.st_ino == named.st_ino && own.st_dev == named.st_dev
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// Where a new file is until it is whole.
  private static func beside(_ path: String) -> String { path + ".new" }

  static func makeFolders(above path: String) {
    let bytes = Array(path.utf8)
    for end in bytes.indices where bytes[end] == UInt8(ascii: "/") && end > 0 {
      mkdir(String(decoding: bytes[..<end], as: UTF8.self), 0o700)
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
