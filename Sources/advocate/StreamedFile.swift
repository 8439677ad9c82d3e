import AdvocateTerminal
import Glibc

/// A file, or standard output, that is written piece by piece. A file is put in place when all of
/// it is there, and not at all when something goes wrong.
struct StreamedFile {
  private let path: String?
  private let target: String
  private let beside: String
  private let isPlain: Bool
  private let descriptor: Int32
  /// The reason why it cannot be written; nil while it can.
  private(set) var failure: String?

  /// Opens a way to the file at `path`, or to standard output when it is nil or `-`.
  init(path: String?) {
    self.path = path == "-" ? nil : path
    guard let path = self.path else {
      (target, beside, isPlain, descriptor) = ("", "", false, 1)
      return
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    let kind = isThere ? status.st_mode & S_IFMT : S_IFREG
    isPlain = kind == S_IFREG
    var target = path
    if isThere, isPlain, let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    }
    self.target = target
    beside = "\(target).\(getpid()).new"
    if kind == S_IFDIR {
      descriptor = -1
      failure = "it is a folder"
    } else if isThere, access(target, W_OK) != 0 {
      descriptor = -1
      failure = Self.reason()
    } else {
      descriptor =
        isPlain
        ? open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        : open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { failure = Self.reason() }
      if descriptor >= 0, isThere, isPlain { fchmod(descriptor, status.st_mode & 0o7777) }
    }
  }

  /// Adds `bytes`; when nobody reads standard output any more the program ends quietly.
  mutating func write(_ bytes: [UInt8]) {
    guard failure == nil, !bytes.isEmpty else { return }
    if TerminalOutput.write(bytes, descriptor: descriptor) { return }
    if path == nil { Streams.exit(Streams.unheard()) }
    failure = Self.reason()
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Puts the file in place.
  mutating func finish() {
    guard path != nil, descriptor >= 0 else { return }
    if isPlain, failure == nil, fsync(descriptor) != 0 { failure = Self.reason() }
    close(descriptor)
    guard isPlain else { return }
    if failure == nil, rename(beside, target) != 0 { failure = Self.reason() }
    if failure != nil { unlink(beside) }
  }

  /// Leaves the file as it was.
  func abandon() {
    guard path != nil, descriptor >= 0 else { return }
    close(descriptor)
    if isPlain { unlink(beside) }
  }

  private static func reason() -> String {
    let words = String(cString: strerror(errno))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
