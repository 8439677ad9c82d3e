import AdvocateSession
import AdvocateTerminal
import Glibc
import Testing

@Suite struct PlainLineReaderTests {
  /// What a reader gives for an input, up to and including the first reading that is no line.
  private func readings(_ input: [UInt8]) throws -> [LineReading] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (source, sink) = (ends[0], ends[1])
    defer { close(source) }
    let writer = Thread(writing: input, to: sink)
    defer { writer.join() }
    let reader = PlainLineReader(echoPrompt: false, descriptor: source)
    var readings: [LineReading] = []
    while true {
      let reading = reader.read(prompt: "unseen")
      readings.append(reading)
      guard case .line = reading else { return readings }
    }
  }

  @Test(
    arguments: [
      ([], []),
      (Array("a\nb\n".utf8), [Array("a".utf8), Array("b".utf8)]),
      (Array("a\r\n\r\nb".utf8), [Array("a".utf8), [], Array("b".utf8)]),
      (Array("no end".utf8), [Array("no end".utf8)]),
      (Array("cut\r".utf8), [Array("cut".utf8)]),
      ([65, 0, 66, 10, 0xFF, 0xFE, 10, 0xC3, 10], [[65, 0, 66], [0xFF, 0xFE], [0xC3]]),
      (Array("a\rb\n".utf8), [Array("a\rb".utf8)]),
      ([10, 10], [[], []]),
    ] as [([UInt8], [[UInt8]])])
  func bytesAreKept(_ input: [UInt8], _ lines: [[UInt8]]) throws {
    #expect(try readings(input) == lines.map { .line($0) } + [.end])
  }

  @Test func aLineHasNoLimit() throws {
    let long = [UInt8](repeating: 120, count: 3_000_000)
    #expect(try readings(long + [10] + long) == [.line(long), .line(long), .end])
  }

  @Test func manyLinesComeInOrder() throws {
    let lines = (0..<20_000).map { Array("line \($0)".utf8) }
    let input = Array(lines.joined(separator: [10]))
    #expect(try readings(input) == lines.map { .line($0) } + [.end])
  }

  @Test func whatCannotBeReadIsAnEndWithAProblem() throws {
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    let reader = PlainLineReader(echoPrompt: false, descriptor: folder)
    #expect(reader.read(prompt: "") == .end)
    #expect(reader.problem?.contains("cannot be read") == true)
  }
}

/// Writes bytes to a pipe beside the test, because a pipe holds little.
private final class Thread {
  private let job: Job
  private var thread = pthread_t()

  init(writing bytes: [UInt8], to descriptor: Int32) {
    job = Job(bytes: bytes, descriptor: descriptor)
    pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        let job = Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue()
        TerminalOutput.write(job.bytes, descriptor: job.descriptor)
        close(job.descriptor)
        return nil
      }, Unmanaged.passRetained(job).toOpaque())
  }

  func join() { pthread_join(thread, nil) }

  private final class Job: Sendable {
    let bytes: [UInt8]
    let descriptor: Int32
    init(bytes: [UInt8], descriptor: Int32) {
      self.bytes = bytes
      self.descriptor = descriptor
    }
  }
}
