import AdvocateTerminal
import Glibc

/// A file, or standard output, that is written piece by piece. A file is put in place when all of
/// it is there, and not at all when something goes wrong.
struct StreamedFile {
  private let file: OutputFile?
  private let descriptor: Int32
  /// The reason why it cannot be written; nil while it can.
  private(set) var failure: String?

  /// Opens a way to the file at `path`, or to standard output when it is nil or `-`.
  init(path: String?) {
    guard let path, path != "-" else {
      (file, descriptor) = (nil, 1)
      return
    }
    switch OutputFile.open(path) {
    case .opened(let opened): (file, descriptor) = (opened, opened.descriptor)
    case .failed(let reason): (file, descriptor, failure) = (nil, -1, reason)
    }
  }

  /// Adds `bytes`; when nobody reads standard output any more the program ends quietly.
  mutating func write(_ bytes: [UInt8]) {
    guard failure == nil, !bytes.isEmpty else { return }
    if TerminalOutput.write(bytes, descriptor: descriptor) { return }
    if file == nil { Streams.exit(Streams.unheard()) }
    failure = OutputFile.reason()
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Puts the file in place, or leaves it as it was where something went wrong.
  mutating func finish() {
    guard let file else { return }
    if failure == nil { failure = file.finish() } else { file.abandon() }
  }

  /// Leaves the file as it was.
  func abandon() { file?.abandon() }
}
