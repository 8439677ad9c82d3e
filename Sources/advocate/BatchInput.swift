import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports
import Glibc

/// A table or script of actions on the disk, or on standard input, as chunks of whole records.
struct BatchInput {
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var line = 1
  /// Whether carriage returns stand where line feeds are due.
  private var endsLinesWithReturns = false
  /// Whether the rest of a line is passed over that is longer than all reason.
  private var isInLongLine = false
  /// What is read.
  private(set) var source: BatchSource
  /// How many bytes there are; 0 where that is not known.
  let size: Int
  /// How many were read.
  private(set) var position = 0

  /// How many bytes are read at a time.
  private let step: Int
  /// How many bytes are still to be read, where that was settled before.
  private var left = Int.max

  /// Opens the file at `path`; `-` is standard input.
  static func open(_ path: String, _ form: BatchSource.Form) -> Result<BatchInput, FileError> {
    if path == "-" {
      return .success(
        BatchInput(
          descriptor: 0, source: BatchSource(file: Script.name(of: path), form: form), size: 0))
    }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(Disk.problem(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      return .failure(.isFolder)
    }
    return .success(
      BatchInput(
        descriptor: descriptor, source: BatchSource(file: path, form: form),
        size: Int(status.st_size)))
  }

  /// Opens the actions of the script at `path` that was looked through.
  ///
  /// - Parameters:
  ///   - pieces: where they lie.
  ///   - path: the file; `-` is standard input.
  ///   - step: how many bytes are judged at a time.
  static func open(
    _ pieces: ScriptPieces, of path: String, step: Int
  ) -> Result<BatchInput, FileError> {
    var source = BatchSource(file: Script.name(of: path), form: .script)
    source.hasOddNames = pieces.hasOddNames
    let descriptor =
      pieces.descriptor ?? Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(Disk.problem(errno)) }
    var status = stat()
    let isSame =
      fstat(descriptor, &status) == 0
      && (pieces.descriptor != nil || ScriptFile.stamp(status) == pieces.stamp)
    guard isSame, lseek(descriptor, off_t(pieces.range.lowerBound), SEEK_SET) >= 0 else {
      if pieces.descriptor == nil { close(descriptor) }
      return .failure(.notReadable("it was changed meanwhile"))
    }
    var input = BatchInput(
      descriptor: descriptor, source: source, size: pieces.range.upperBound, step: step)
    input.position = pieces.range.lowerBound
    input.left = pieces.range.count
    input.line = pieces.headLines + 1
    return .success(input)
  }

  private init(descriptor: Int32, source: BatchSource, size: Int, step: Int = ScriptScan.step) {
    (self.descriptor, self.source, self.size) = (descriptor, source, size)
    self.step = step
  }

  /// Reads the start: what kind of text it is, and the header of a table.
  ///
  /// - Returns: what was found in the header.
  mutating func begin(
    _ reader: FieldReader, delimiter: UInt8?
  ) -> Result<[Diagnostic], FileError> {
    if let error = fill() { return .failure(error) }
    if let problem = ScriptReader.problem(with: rest) { return .failure(problem) }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    guard case .csv = source.form, !rest.isEmpty else { return .success([]) }
    if BatchHeader.endsLinesWithReturns(rest) {
      endsLinesWithReturns = true
      replaceReturns(from: 0)
    }
    let header = BatchHeader(
      rest, isWhole: isAtEnd, delimiter: delimiter, file: source.file, reader)
    source = header.source
    rest.removeFirst(header.length)
    line += header.lines
    if !header.isUsable {
      rest = []
      isAtEnd = true
    }
    return .success(header.findings)
  }

  /// The next records; nil at the end, or where reading fails.
  mutating func next() -> Result<BatchChunk, FileError>? {
    while true {
      if !isAtEnd, rest.count < step, let error = fill() { return .failure(error) }
      if isInLongLine, let feed = rest.firstIndex(of: 0x0A) {
        rest.removeFirst(feed + 1)
        line += 1
        isInLongLine = false
        continue
      }
      if isInLongLine, !isAtEnd {
        rest = []
        continue
      }
      guard !rest.isEmpty, !isInLongLine else { return nil }
      var end = isAtEnd ? rest.count : BatchSplitter.end(of: rest, rest.count, source.form)
      if end == 0 {
        // A record that is longer than all reason is cut, and found wanting.
        if rest.count < 4 * BatchSplitter.longestRecord {
          if let error = fill() { return .failure(error) }
          continue
        }
        end = rest.count
        isInLongLine = source.form != .script
      }
      var bytes = rest
      rest = Array(bytes[end...])
      bytes.removeSubrange(end...)
      bytes.append(contentsOf: repeatElement(0, count: BatchChunk.padding))
      let chunk = BatchChunk(source: source, bytes: bytes, count: end, firstLine: line)
      line += BatchSplitter.lines(in: bytes, end)
      return .success(chunk)
    }
  }

  /// Reads on behind what is left.
  private mutating func fill() -> FileError? {
    let start = rest.count
    var failure: FileError?
    let wanted = start + min(step, left)
    rest = [UInt8](unsafeUninitializedCapacity: wanted + BatchChunk.padding) { buffer, count in
      count = start
      rest.withUnsafeBytes { old in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: old)
      }
      guard let base = buffer.baseAddress else { return }
      while count < wanted {
        let read = Glibc.read(descriptor, base + count, wanted - count)
        if read < 0 {
          if errno == EINTR { continue }
          failure = Disk.problem(errno)
          break
        }
        if read == 0 {
          isAtEnd = true
          break
        }
        count += read
      }
    }
    position += rest.count - start
    left -= rest.count - start
    if left == 0 { isAtEnd = true }
    if endsLinesWithReturns { replaceReturns(from: start) }
    return failure
  }

  private mutating func replaceReturns(from start: Int) {
    for place in start..<rest.count where rest[place] == 0x0D { rest[place] = 0x0A }
  }

  /// Closes the file.
  func finish() { if descriptor > 2 { close(descriptor) } }
}
