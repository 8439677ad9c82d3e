import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports
import Glibc

/// Where the actions of a script lie that are judged one by one.
struct ScriptPieces {
  /// What stands before them.
  var head: [UInt8]
  /// How many lines that has.
  var headLines: Int
  /// Where they begin and end in the file, in bytes.
  var range: Range<Int>
  /// Whether names are more than plain words.
  var hasOddNames: Bool
  /// The open file; nil where it is opened by its name.
  var descriptor: Int32?
  /// What tells whether the file is still the one that was looked through.
  var stamp: [Int] = []
}

/// A script on the disk or from a pipe, looked through before it is judged.
///
/// What comes through a pipe can be read only once: when it is long, it is kept in a file without a
/// name meanwhile, so that memory does not grow with it.
struct ScriptFile {
  /// As the person named it.
  let path: String
  /// Whether it has more bytes than are read at a time.
  private(set) var isLong = false
  /// Its actions, where they can be judged one by one.
  private(set) var pieces: ScriptPieces?
  private var contents = Contents.named
  private var obstacle: ScriptScan.Obstacle?

  private enum Contents {
    case failed(FileError)
    /// Whatever is found by the name.
    case named
    case held([UInt8])
    /// An open file from this byte on, and how many bytes it has.
    case open(Int32, from: Int, size: Int)
  }

  /// Finds the script at `path`; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: the name.
  ///   - looksThroughAll: whether those on the disk are looked through that are not long, too.
  init(_ path: String, looksThroughAll: Bool) {
    self.path = path
    let descriptor = path == "-" ? 0 : Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      contents = .failed(Disk.problem(errno))
      return
    }
    defer { if descriptor > 2 { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      contents = .failed(Disk.problem(errno))
      return
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR {
      contents = .failed(.isFolder)
    } else if kind == S_IFREG, status.st_size > 0 {
      let from = Int(lseek(descriptor, 0, SEEK_CUR))
      let size = Int(status.st_size) - from
      isLong = size > ScriptScan.step
      if descriptor == 0 { contents = .open(0, from: from, size: size) }
      if isLong || looksThroughAll { lookThrough(descriptor, from: from, Self.stamp(status)) }
    } else {
      takeIn(descriptor)
    }
  }

  /// The bytes, for those who need all of them; `reason` is why, where nothing in it is.
  func read(because reason: WholeReason? = nil) -> Result<[UInt8], FileError> {
    switch contents {
    case .failed(let error): return .failure(error)
    case .held(let bytes): return .success(bytes)
    case .open(let descriptor, let from, let size):
      if size > Limits.largestFile {
        return .failure(Self.tooLarge(descriptor, from: from, obstacle, reason))
      }
      lseek(descriptor, off_t(from), SEEK_SET)
      return Disk.contents(of: descriptor, atMost: Limits.largestFile)
    case .named:
      let result = Disk.read(path)
      guard case .failure(.tooLarge) = result else { return result }
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { return result }
      defer { close(descriptor) }
      return .failure(Self.tooLarge(descriptor, from: 0, obstacle, reason))
    }
  }

  /// Gives the file back that was kept for it.
  func finish() {
    if case .open(let descriptor, _, _) = contents, descriptor > 2 { close(descriptor) }
  }

  /// What tells one state of a file from another.
  static func stamp(_ status: stat) -> [Int] {
    [
      Int(status.st_dev), Int(bitPattern: UInt(status.st_ino)), Int(status.st_size),
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
    ]
  }

  // MARK: - Looking through

  private mutating func lookThrough(_ descriptor: Int32, from: Int, _ stamp: [Int]) {
    var scan = ScriptScan()
    repeat {
      if let error = scan.read(descriptor) {
        contents = .failed(error)
        return scan.finish()
      }
      scan.look()
    } while !scan.isAtEnd && scan.obstacle == nil
    take(&scan, from: from, descriptor: descriptor == 0 ? 0 : nil, stamp)
  }

  /// Takes over what a look has found.
  private mutating func take(
    _ scan: inout ScriptScan, from: Int, descriptor: Int32?, _ stamp: [Int] = []
  ) {
    scan.finish()
    obstacle = scan.obstacle
    guard obstacle == nil, let start = scan.start else { return }
    pieces = ScriptPieces(
      head: scan.head, headLines: scan.headLines, range: (from + start)..<(from + scan.size),
      hasOddNames: scan.hasOddNames, descriptor: descriptor, stamp: stamp)
  }

  /// Takes in what comes through a pipe.
  private mutating func takeIn(_ source: Int32) {
    var scan = ScriptScan()
    if let error = scan.read(source) {
      contents = .failed(error)
      return scan.finish()
    }
    guard !scan.isAtEnd else {
      contents = .held(Array(scan.latest))
      return scan.finish()
    }
    isLong = true
    let file = UnnamedFile.open()
    guard file >= 0 else { return hold(source, Array(scan.latest), UnnamedFile.problem(errno)) }
    var isKept = scan.latest.withUnsafeBytes { Disk.add($0, to: file) }
    var before = 0
    while isKept, !scan.isAtEnd, scan.obstacle == nil || scan.size <= Limits.largestFile {
      scan.look()
      before = scan.size
      if let error = scan.read(source) {
        close(file)
        contents = .failed(error)
        return scan.finish()
      }
      isKept = scan.latest.withUnsafeBytes { Disk.add($0, to: file) }
    }
    guard isKept else {
      // What memory can hold needs no file.
      let problem = UnnamedFile.problem(errno)
      var bytes: [UInt8] = []
      if before <= Limits.largestFile {
        lseek(file, 0, SEEK_SET)
        if case .success(let kept) = Disk.contents(of: file, atMost: .max) {
          bytes = Array(kept.prefix(before)) + scan.latest
        }
      }
      close(file)
      return hold(source, bytes, problem)
    }
    scan.look()
    contents = .open(file, from: 0, size: scan.size)
    take(&scan, from: 0, descriptor: file)
  }

  /// Holds `bytes` and all that follows from `source` in memory, where that is not too much.
  private mutating func hold(_ source: Int32, _ bytes: [UInt8], _ problem: FileError) {
    contents = .failed(problem)
    guard !bytes.isEmpty, bytes.count <= Limits.largestFile else { return }
    switch Disk.contents(of: source, atMost: Limits.largestFile - bytes.count) {
    case .success(let rest): contents = .held(bytes + rest)
    case .failure(.tooLarge): break
    case .failure(let error): contents = .failed(error)
    }
  }
}
