import Glibc

/// A file that is written beside the one whose place it takes when all of it is there.
///
/// It is locked while it is written. What a process that was killed left behind is thereby told
/// from what another is writing now, and is taken away by the next one that writes there.
struct OutputFile {
  /// What came of an attempt to open.
  enum Opening {
    case opened(OutputFile)
    /// The reason, in lower case.
    case failed(String)
  }

  /// What is written to.
  let descriptor: Int32
  private let target: String
  /// Where it is until it is whole; nil for what is written straight to.
  private let beside: String?

  /// Opens a way to the file at `path`. A symbolic link stays one: what it leads to is replaced.
  static func open(_ path: String) -> Opening {
    if let stream = stream(path) {
      let descriptor = fcntl(stream, F_DUPFD_CLOEXEC, 3)
      return descriptor < 0 ? .failed(reason()) : straight(descriptor)
    }
    if let reason = refusal(path) { return .failed(reason) }
    var status = stat()
    guard stat(path, &status) == 0 else { return replacing(path, nil) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .failed("it is a folder")
    case S_IFREG:
      let target = resolved(path)
      return access(target, W_OK) == 0 ? replacing(target, status) : .failed(reason())
    default:
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { return .failed(reason()) }
      // What was a pipe a moment ago may be somebody's file now.
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
        close(descriptor)
        return .failed("another file took its place")
      }
      return straight(descriptor)
    }
  }

  /// Puts the file in place.
  ///
  /// - Returns: the reason where it cannot; the file is then as it was.
  func finish() -> String? {
    defer { close(descriptor) }
    guard let beside else { return nil }
    guard fsync(descriptor) == 0, rename(beside, target) == 0 else {
      let reason = Self.reason()
      unlink(beside)
      return reason
    }
    keepName()
    return nil
  }

  /// Waits until the folder is on the disk too, so that a power cut does not bring the old file
  /// back. Not every disk can; the file stands in its place in any case.
  private func keepName() {
    let folder = Glibc.open(Self.split(target).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Leaves the file as it was.
  func abandon() {
    if let beside { unlink(beside) }
    close(descriptor)
  }

  /// Why nothing is written to `path`, nil where it may be: in a folder that is everybody's, what
  /// another user put there may lead anywhere.
  static func refusal(_ path: String) -> String? {
    var status = stat()
    var folder = stat()
    guard lstat(path, &status) == 0, stat(split(path).folder, &folder) == 0,
      folder.st_mode & S_ISVTX != 0, folder.st_mode & S_IWOTH != 0,
      status.st_uid != geteuid(), status.st_uid != folder.st_uid
    else { return nil }
    return "in a folder that is everybody's, another user put it there"
  }

  /// The system's words for the last error, in lower case.
  static func reason(_ code: Int32 = errno) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  // MARK: - Beside the file

  private static let suffix = ".unfinished"
  /// More bytes of a name would leave no room for what is added to it.
  private static let longestStem = 200

  private static func straight(_ descriptor: Int32) -> Opening {
    .opened(OutputFile(descriptor: descriptor, target: "", beside: nil))
  }

  private static func replacing(_ target: String, _ status: stat?) -> Opening {
    let (folder, name) = split(target)
    var stem = name
    while stem.utf8.count > longestStem { stem.removeLast() }
    let start = (folder == "." && !target.hasPrefix("./") ? "" : folder + "/") + stem
    removeLeftovers(in: folder, stem: stem)
    // What may be read by few must not be open to all for a moment.
    let mode: mode_t = status == nil ? 0o666 : 0o600
    for attempt in 1...100 {
      let beside = start + ".\(getpid())" + (attempt == 1 ? "" : "-\(attempt)") + suffix
      let descriptor = Glibc.open(
        beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { return .failed(reason()) }
      // INVARIANT: another process may take it for a leftover until it is locked, and not after.
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
        isNamed(descriptor, beside)
      else {
        close(descriptor)
        continue
      }
      if let status { keepOwner(descriptor, status) }
      return .opened(OutputFile(descriptor: descriptor, target: target, beside: beside))
    }
    return .failed("what others left beside it is in the way")
  }

  /// Gives a new file the owner, as far as that is allowed, and the mode of the old one.
  private static func keepOwner(_ descriptor: Int32, _ status: stat) {
    var mode = status.st_mode & 0o777
    if fchown(descriptor, status.st_uid, status.st_gid) != 0,
      fchown(descriptor, .max, status.st_gid) != 0
    {
      // What one group may do is not for another.
      mode &= 0o707
    }
    fchmod(descriptor, mode)
  }

  private static func removeLeftovers(in folder: String, stem: String) {
    guard let open = opendir(folder) else { return }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(suffix), name.hasPrefix(stem + "."),
        name.dropFirst(stem.count + 1).dropLast(suffix.count).utf8.allSatisfy({
          (0x30...0x39).contains($0) || $0 == 0x2D
        })
      {
        names.append(name)
      }
    }
    for name in names {
      let path = folder + "/" + name
      let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(), isNamed(descriptor, path)
      {
        unlink(path)
      }
    }
  }

  // MARK: - Details

  private static func isNamed(_ descriptor: Int32, _ path: String) -> Bool {
    var own = stat()
    var named = stat()
    return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_ino == named.st_ino
      && own.st_dev == named.st_dev
  }

  /// The open stream that `path` stands for. Its file, if it is one, is not ours to replace.
  static func stream(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1": 1
    case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2": 2
    default: nil
    }
  }

  /// The folder of `path`, and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let cut = path.lastIndex(of: "/") else { return (".", path) }
    let folder = cut == path.startIndex ? "/" : String(path[..<cut])
    return (folder, String(path[path.index(after: cut)...]))
  }

  /// The file that a symbolic link leads to, so that the link stays.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
