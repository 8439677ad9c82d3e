import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Glibc

/// Files on the disk.
enum Disk {
  /// The bytes of the file at `path`; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - most: the most bytes that it may have.
  static func read(_ path: String, atMost most: Int) -> Result<[UInt8], FileError> {
    if path == "-" { return contents(of: 0, atMost: most) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(problem(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(problem(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR { return .failure(.isFolder) }
    return contents(of: descriptor, atMost: most)
  }

  /// The bytes of the file at `path`, which is read as a whole.
  static func read(_ path: String) -> Result<[UInt8], FileError> {
    read(path, atMost: Limits.largestFile)
  }

  /// What a folder holds, with all of its folders.
  struct FolderContents {
    /// The files, in order of their names, but for hidden ones.
    var files: [String] = []
    /// What could not be looked into.
    var unread: [(path: String, error: FileError)] = []
  }

  /// What the folder at `path` holds; nil where it is none, or cannot be opened itself.
  static func files(inFolder path: String) -> FolderContents? {
    guard let folder = opendir(path) else { return nil }
    var contents = FolderContents()
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    if errno != 0 { contents.unread.append((path, problem(errno))) }
    closedir(folder)
    let base = path.hasSuffix("/") ? path : path + "/"
    for name in names.sorted() { add(base + name, to: &contents) }
    return contents
  }

  /// Adds the file at `path`, or what the folder there holds.
  private static func add(_ path: String, to contents: inout FolderContents) {
    var status = stat()
    // A link is not followed into a folder, so that no circle is.
    var isThere = lstat(path, &status) == 0
    let isLink = isThere && status.st_mode & S_IFMT == S_IFLNK
    if isLink { isThere = stat(path, &status) == 0 }
    guard isThere else {
      // What is gone by now, or is a link to nothing, is no file.
      if errno != ENOENT { contents.unread.append((path, problem(errno))) }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: contents.files.append(path)
    case S_IFDIR where !isLink:
      if let inner = files(inFolder: path) {
        contents.files += inner.files
        contents.unread += inner.unread
      } else {
        contents.unread.append((path, problem(errno)))
      }
    default: break
    }
  }

  /// All that follows behind `descriptor`, but no more than `most` bytes.
  static func contents(
    of descriptor: Int32, atMost most: Int
  ) -> Result<[UInt8], FileError> {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(problem(errno))
      }
      if count == 0 { return .success(bytes) }
      if bytes.count + count > most { return .failure(.tooLarge(most: most)) }
      bytes += buffer[..<count]
    }
  }

  static func problem(_ code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isFolder
    default: .notReadable(OutputFile.reason(code))
    }
  }

  /// Puts `text` in the place of the file at `path`, whole or not at all.
  ///
  /// - Returns: the reason where it cannot; the file is then as it was.
  static func write(_ path: String, _ text: String) -> String? {
    switch OutputFile.open(path) {
    case .failed(let reason): return reason
    case .opened(let file):
      if let failure = fill(file.descriptor, text) {
        file.abandon()
        return failure
      }
      return file.finish()
    }
  }

  /// Adds `text` at the end of the file at `path`, all of it or nothing.
  ///
  /// - Returns: the reason where it cannot.
  static func append(_ path: String, _ text: String) -> String? {
    if let reason = OutputFile.refusal(path) { return reason }
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY
    let descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else { return OutputFile.reason() }
    defer { close(descriptor) }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard let failure = fill(descriptor, text) else { return nil }
    if isFile { ftruncate(descriptor, status.st_size) }
    return failure
  }

  private static func fill(_ descriptor: Int32, _ text: String) -> String? {
    Array(text.utf8).withUnsafeBytes { add($0, to: descriptor) } ? nil : OutputFile.reason()
  }

  /// Adds `bytes` at the end of the file behind `descriptor`; false where not all of them could be.
  static func add(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Whether there is something at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The disk as a session sees it.
  static var forSession: SessionFiles {
    SessionFiles(
      read: { $0 == "-" ? .failure(.missing) : read($0) }, write: write, append: append,
      exists: exists, list: list)
  }

  /// The most names that one folder gives to choose from.
  private static let mostNames = 500

  /// The scripts and folders whose paths begin with `prefix`, in order; folders end in `/`.
  static func list(_ prefix: String) -> [String] {
    let cut = prefix.lastIndex(of: "/").map { prefix.index(after: $0) } ?? prefix.startIndex
    let (folder, start) = (String(prefix[..<cut]), prefix[cut...].lowercased())
    guard let entries = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while names.count < mostNames, let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // What is hidden is shown to those who ask for it.
      guard name.lowercased().hasPrefix(start), name != ".", name != "..",
        start.hasPrefix(".") || !name.hasPrefix("."), HarmlessText.firstHarmful(in: name) == nil
      else { continue }
      if isFolder(folder + name) {
        names.append(folder + name + "/")
      } else if name.hasSuffix(".advocate") {
        names.append(folder + name)
      }
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
