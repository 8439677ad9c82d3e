public import AdvocateSession
import CLibedit
import Glibc

/// Reads lines as they are: from a pipe, a file, or a terminal that cannot be drawn on.
///
/// Every byte is kept but the line end (`\n` or `\r\n`): NUL and what is not UTF-8 reach the
/// caller. A last line without an end counts. Lines have no limit but memory.
///
/// Confined to the thread that reads.
public final class PlainLineReader: LineReader {
  private let echoPrompt: Bool
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var atEnd = false

  /// Why the input ended before its end, nil if it did not.
  public private(set) var problem: String?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - echoPrompt: true for a person at a plain terminal: prompts are written, and Ctrl-C
  ///     cancels a line. False for a pipe or a file: no prompts, and Ctrl-C ends the program.
  ///   - descriptor: where to read, standard input if not given.
  public init(echoPrompt: Bool, descriptor: Int32 = 0) {
    self.echoPrompt = echoPrompt
    self.descriptor = descriptor
    TerminalSignals.install()
  }

  /// Reads one line; there is no editor here that could begin it.
  public func read(prompt: String, beginning: String) -> LineReading {
    if let stop = earlierInterrupt() { return stop }
    if echoPrompt { TerminalOutput.write(PromptText(prompt, columns: 80).plain) }
    while true {
      if let signal = TerminalSignals.termination { return .terminated(signal: signal) }
      if TerminalSignals.interruptRequested() { return interrupted() }
      if let line = takeLine() { return .line(line) }
      if atEnd { return takeRest() }
      if clibedit_wait_for_input(descriptor) != CLIBEDIT_WAIT_SIGNAL { fill() }
    }
  }

  // MARK: Lines

  private func takeLine() -> [UInt8]? {
    let newline = buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, searched < bytes.count,
        let found = memchr(base + searched, Int32(UInt8(ascii: "\n")), bytes.count - searched)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    guard let newline else {
      searched = buffer.count
      return nil
    }
    let line = withoutReturn(buffer[start..<newline])
    start = newline + 1
    searched = start
    return line
  }

  private func takeRest() -> LineReading {
    guard start < buffer.count else {
      if echoPrompt { TerminalOutput.write("\n") }
      return .end
    }
    let line = withoutReturn(buffer[start...])
    forget()
    return .line(line)
  }

  private func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
    line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : Array(line)
  }

  private func fill() {
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { chunk in
      let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
      if count > 0 {
        buffer.append(contentsOf: chunk[..<count])
      } else if count == 0 {
        atEnd = true
      } else if errno != EINTR && errno != EAGAIN {
        problem = "the input cannot be read: \(String(cString: strerror(errno)))"
        atEnd = true
      }
    }
  }

  private func forget() {
    buffer.removeAll()
    start = 0
    searched = 0
  }

  // MARK: Interrupts

  /// A Ctrl-C from before this line: it drops what was typed ahead, or ends a program at a pipe.
  private func earlierInterrupt() -> LineReading? {
    if let signal = TerminalSignals.termination { return .terminated(signal: signal) }
    guard TerminalSignals.interruptRequested() else { return nil }
    guard echoPrompt else { return .terminated(signal: SIGINT) }
    TerminalSignals.clearInterrupt()
    guard start < buffer.count else { return nil }
    forget()
    return .cancelled
  }

  private func interrupted() -> LineReading {
    guard echoPrompt else { return .terminated(signal: SIGINT) }
    TerminalSignals.clearInterrupt()
    forget()
    TerminalOutput.write("\n")
    return .cancelled
  }
}
