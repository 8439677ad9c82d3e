import Glibc

/// The file in which the unsaved work of this process outlives it.
///
/// Private to its owner and locked as long as the process lives, so that no other session takes it
/// for one that was left behind; the system lets go of the lock however the process ends. Each
/// state is written beside the old one and put in its place in one step: there is always a whole
/// one. That it reaches the disk itself is waited for as long as that takes little of the time.
public struct RecoveryFile {
  /// The folder of all such files.
  public let folder: String
  /// Why the work is not kept, nil while it is.
  public private(set) var problem: String?
  /// Whether the file is there.
  public var isThere: Bool { descriptor >= 0 }

  private var path = ""
  private var descriptor: Int32 = -1
  private var mayWaitFrom = 0.0

  /// Names the folder; nothing is made yet.
  public init(folder: String) { self.folder = folder }

  /// Keeps `text` in place of what was kept before.
  ///
  /// - Returns: whether it is kept; ``problem`` says why not.
  public mutating func keep(_ text: String) -> Bool {
    if descriptor < 0, !claimName() { return false }
    let beside = path + ".new"
    unlink(beside)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let next = open(beside, flags, 0o600)
    guard next >= 0 else { return fail() }
    // The lock goes along: it is on the new file before the name is.
    let isWritten =
      flock(next, LOCK_EX | LOCK_NB) == 0
      && PrivateFile.write(Array(text.utf8), to: next) && sync(next) && rename(beside, path) == 0
    guard isWritten else {
      let failed = fail()
      unlink(beside)
      close(next)
      return failed
    }
    close(descriptor)
    descriptor = next
    problem = nil
    return true
  }

  /// Waits until what is kept has reached the disk.
  public func settle() { if descriptor >= 0 { fsync(descriptor) } }

  /// Takes the file away: nothing is unsaved any more.
  public mutating func remove() {
    guard descriptor >= 0 else { return }
    unlink(path)
    close(descriptor)
    descriptor = -1
  }

  /// Makes the file under a name that nobody has; the number of a process may have been another's.
  private mutating func claimName() -> Bool {
    PrivateFile.makeFolders(above: folder + "/")
    for attempt in 1...1_000 {
      let number = attempt == 1 ? "\(getpid())" : "\(getpid())-\(attempt)"
      path = "\(folder)/\(RecoveryFolder.prefix)\(number)\(RecoveryFolder.suffix)"
      let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      descriptor = open(path, flags, 0o600)
      if descriptor >= 0 {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        unlink(path)
        close(descriptor)
        descriptor = -1
      }
      if errno != EEXIST { break }
    }
    return fail()
  }

  private mutating func fail() -> Bool {
    problem = String(cString: strerror(errno)).lowercased()
    return false
  }

  /// A full disk shows itself here, too.
  private mutating func sync(_ descriptor: Int32) -> Bool {
    let start = Self.seconds()
    guard start >= mayWaitFrom else { return true }
    guard fsync(descriptor) == 0 else { return false }
    let end = Self.seconds()
    mayWaitFrom = end + 20 * (end - start)
    return true
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The folder of the files in which sessions keep their unsaved work.
public enum RecoveryFolder {
  static let prefix = "recovery-"
  static let suffix = ".advocate"

  /// A file that its process left behind.
  public struct Orphan: Sendable {
    /// Where it is.
    public let path: String
    /// The bytes in it.
    public let bytes: [UInt8]
    /// When it was written, in seconds since 1970.
    public let time: Int
  }

  /// The files whose processes are no more, the oldest first.
  public static func orphans(in folder: String) -> [Orphan] {
    var orphans: [Orphan] = []
    for name in names(in: folder) {
      let path = folder + "/" + name
      withAbandoned(path) { descriptor, status in
        guard name.hasSuffix(suffix) else {
          // Half a state that no name was given to yet; the state before it has its own file.
          unlink(path)
          return
        }
        guard let bytes = PrivateFile.contents(of: descriptor) else { return }
        orphans.append(Orphan(path: path, bytes: bytes, time: Int(status.st_mtim.tv_sec)))
      }
    }
    return orphans.sorted { ($0.time, $0.path) < ($1.time, $1.path) }
  }

  /// Takes a file away that its process left behind; false where it cannot be taken away.
  public static func remove(_ path: String) -> Bool {
    var isGone = access(path, F_OK) != 0
    withAbandoned(path) { _, _ in isGone = unlink(path) == 0 }
    return isGone
  }

  private static func names(in folder: String) -> [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix), name.hasSuffix(suffix) || name.hasSuffix(suffix + ".new") {
        names.append(name)
      }
    }
    return names.sorted()
  }

  /// Opens a file of one's own that no process holds, and holds it meanwhile.
  private static func withAbandoned(_ path: String, _ body: (Int32, stat) -> Void) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    var named = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0,
      lstat(path, &named) == 0, named.st_ino == status.st_ino,
      status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid()
    else { return }
    body(descriptor, status)
  }
}
