import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports
import Glibc

/// A table of actions on the disk, or on standard input, as chunks of whole records.
struct BatchInput {
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var line = 1
  /// What is read.
  private(set) var source: BatchSource
  /// How many bytes there are; 0 where that is not known.
  let size: Int
  /// How many were read.
  private(set) var position = 0

  private static let chunkSize = 1 << 20

  /// Opens the file at `path`; `-` is standard input.
  static func open(_ path: String, _ form: BatchSource.Form) -> Result<BatchInput, FileError> {
    if path == "-" {
      return .success(
        BatchInput(descriptor: 0, source: BatchSource(file: "standard input", form: form), size: 0))
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

  private init(descriptor: Int32, source: BatchSource, size: Int) {
    (self.descriptor, self.source, self.size) = (descriptor, source, size)
  }

  /// Reads the start: what kind of text it is, and the header of a table.
  ///
  /// - Returns: what was found in the header.
  mutating func begin(
    _ reader: FieldReader, delimiter: UInt8?
  ) -> Result<[Diagnostic], FileError> {
    if let error = fill() { return .failure(error) }
    if rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) {
      return .failure(.wideText)
    }
    if rest.starts(with: FileError.packedStart) { return .failure(.packed) }
    if rest.prefix(4096).contains(0) { return .failure(.binary) }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    guard case .csv = source.form, !rest.isEmpty else { return .success([]) }
    while let first = rest.first, first == 0x0A || first == 0x0D {
      rest.removeFirst()
      if first == 0x0A { line += 1 }
    }
    let sign = delimiter ?? BatchSplitter.delimiter(of: rest[...], file: source.file)
    source.form = .csv(delimiter: sign)
    let header = CSVRecord(rest, delimiter: sign)
    guard header.badQuote == nil, header.end < rest.count || isAtEnd else {
      rest = []
      isAtEnd = true
      return .success([BatchError.noHeader.diagnostic(file: source.file, line: 1)])
    }
    let (columns, findings) = BatchSplitter.columns(header, reader, file: source.file)
    source.columns = columns
    rest.removeFirst(header.end)
    line += header.lines
    if !columns.contains(where: { if case .fact = $0 { true } else { $0 == .name } }) {
      rest = []
      isAtEnd = true
      return .success([BatchError.noHeader.diagnostic(file: source.file, line: 1)])
    }
    return .success(findings)
  }

  /// The next records; nil at the end, or where reading fails.
  mutating func next() -> Result<BatchChunk, FileError>? {
    while true {
      if !isAtEnd, rest.count < Self.chunkSize, let error = fill() { return .failure(error) }
      guard !rest.isEmpty else { return nil }
      var end = isAtEnd ? rest.count : BatchSplitter.end(of: rest, rest.count, source.form)
      if end == 0 {
        // A record that is longer than all reason is cut, and found wanting.
        if rest.count < 4 * BatchSplitter.longestRecord {
          if let error = fill() { return .failure(error) }
          continue
        }
        end = rest.count
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
    let wanted = start + Self.chunkSize
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
    return failure
  }

  /// Whether the script at `path` can be judged action by action; it is read once for that.
  static func isStreamable(_ path: String) -> Bool {
    guard path != "-", case .success(var input) = open(path, .script), input.size > 0 else {
      return false
    }
    defer { input.finish() }
    var survey = ScriptSurvey()
    var names = NameStore()
    defer { names.finish() }
    guard input.fill() == nil, !input.rest.prefix(4096).contains(0) else { return false }
    while let next = input.next() {
      guard case .success(let chunk) = next, survey.isPlain(chunk.bytes, chunk.count) else {
        return false
      }
      names.add(survey.takeNames())
    }
    return !names.hasDoubles()
  }

  /// Closes the file.
  func finish() { if descriptor > 2 { close(descriptor) } }
}
