import Glibc

/// A program running on a terminal of its own, driven by a test instead of a person.
///
/// Rules that keep such tests steady: wait for the prompt before each key, never sleep, and let
/// every wait have a limit. Output is taken in during every wait, because a program that restores
/// its terminal waits until somebody has read what it wrote.
///
/// INVARIANT: used by one thread at a time. The child never outlives the object.
public final class PseudoTerminal {
  /// How the program ended.
  public enum Ending: Equatable, Sendable {
    /// It left with this status.
    case exited(Int32)
    /// A signal ended it.
    case killed(signal: Int32)
    /// It was still there at the limit, and was killed for it.
    case timedOut
  }

  /// What went wrong while starting.
  public struct StartingFailed: Error {
    /// The step that failed.
    public let step: String
    /// The system's number for the reason.
    public let code: Int32
  }

  /// The process.
  public let process: Int32
  /// What the person would see.
  public private(set) var screen: TerminalScreen
  /// All text so far, without control sequences.
  public private(set) var transcript = ""
  /// Every byte so far.
  public private(set) var bytes: [UInt8] = []

  private let master: Int32
  private var stripper = EscapeStripper()
  private var expectedFrom: String.Index
  private var ending: Ending?
  private var isClosed = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the executable.
  ///   - arguments: what follows its name.
  ///   - environment: all of its environment.
  ///   - rows: the height of the window.
  ///   - columns: the width of the window.
  public static func spawn(
    _ path: String, arguments: [String] = [], environment: [String: String],
    rows: Int = 24, columns: Int = 80
  ) throws -> PseudoTerminal {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw StartingFailed(step: "open", code: errno) }
    var unlock: Int32 = 0
    var number: Int32 = 0
    guard ioctl(master, Request.unlock, &unlock) == 0, ioctl(master, Request.number, &number) == 0
    else {
      close(master)
      throw StartingFailed(step: "ioctl", code: errno)
    }
    setSize(of: master, rows: rows, columns: columns)
    var process: pid_t = 0
    let code = start(
      path, arguments, environment, terminal: "/dev/pts/\(number)", process: &process)
    guard code == 0 else {
      close(master)
      throw StartingFailed(step: "posix_spawn", code: code)
    }
    return PseudoTerminal(master: master, process: process, rows: rows, columns: columns)
  }

  private init(master: Int32, process: Int32, rows: Int, columns: Int) {
    self.master = master
    self.process = process
    screen = TerminalScreen(rows: rows, columns: columns)
    expectedFrom = transcript.startIndex
  }

  deinit {
    if ending == nil { _ = killNow() }
    if !isClosed { close(master) }
  }

  // MARK: Doing

  /// Types a text; control characters are keys.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Types bytes.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // a terminal takes in little at a time, and nothing while its output is not read
      let part = Array(rest.prefix(256))
      var wanted = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&wanted, 1, 5_000) > 0 else { return }
      if wanted.revents & Int16(POLLIN) != 0 { takeIn(milliseconds: 0) }
      guard wanted.revents & Int16(POLLOUT) != 0 else {
        if wanted.revents & Int16(POLLHUP | POLLERR) != 0 { return }
        continue
      }
      let count = write(master, part, part.count)
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Changes the size of the window, as dragging its corner does.
  public func resize(rows: Int, columns: Int) {
    PseudoTerminal.setSize(of: master, rows: rows, columns: columns)
    screen.resize(rows: rows, columns: columns)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { _ = kill(process, number) }

  /// Closes the terminal, as closing its window does.
  public func hangUp() {
    guard !isClosed else { return }
    isClosed = true
    close(master)
  }

  // MARK: Waiting

  /// Waits until a text has appeared after all that was expected before.
  public func expect(_ text: String, seconds: Double = 10) -> Bool {
    let found = wait(seconds: seconds) { $0.find(text) != nil }
    if found, let end = find(text) { expectedFrom = end }
    return found
  }

  /// Waits until the screen is as wanted.
  public func expectScreen(
    seconds: Double = 10, _ condition: (TerminalScreen) -> Bool
  ) -> Bool {
    wait(seconds: seconds) { condition($0.screen) }
  }

  /// Waits until the program sleeps and all it wrote is taken in.
  ///
  /// What was typed must be known to have arrived, as by a bell that the last key rang.
  public func waitUntilIdle(seconds: Double = 10) -> Bool {
    wait(seconds: seconds) { terminal in
      while terminal.takeIn(milliseconds: 0) {}
      return terminal.isAsleep && !terminal.takeIn(milliseconds: 0)
    }
  }

  /// Waits until keys that are signals go to a program the started one runs, as a shell does.
  public func waitUntilAnotherJobIsInFront(seconds: Double = 10) -> Bool {
    wait(seconds: seconds) { terminal in
      let group = tcgetpgrp(terminal.master)
      return group > 0 && group != terminal.process
    }
  }

  /// Waits until the program ends.
  public func wait(seconds: Double = 10) -> Ending {
    if let ending { return ending }
    _ = wait(seconds: seconds) { $0.reap(options: WNOHANG) != nil }
    // what it wrote last may still be in the terminal
    while !isClosed, takeIn(milliseconds: 0) {}
    return ending ?? killNow()
  }

  /// Waits until the program is stopped, as by Ctrl-Z.
  public func waitUntilStopped(seconds: Double = 10) -> Bool {
    wait(seconds: seconds) { terminal in
      var status: Int32 = 0
      let changed = waitpid(terminal.process, &status, WNOHANG | WUNTRACED)
      return changed == terminal.process && status & 0xFF == 0x7F
    }
  }

  // MARK: Details

  private enum Request {
    static let unlock: UInt = 0x4004_5431
    static let number: UInt = 0x8004_5430
    static let newSession: Int32 = 0x80
  }

  private func wait(seconds: Double, until done: (PseudoTerminal) -> Bool) -> Bool {
    let limit = PseudoTerminal.now() + seconds
    while !done(self) {
      guard PseudoTerminal.now() < limit else { return false }
      if isClosed || !takeIn(milliseconds: 20), ending == nil { usleep(2_000) }
    }
    return true
  }

  /// Takes in what has been written; false if there was nothing.
  @discardableResult
  private func takeIn(milliseconds: Int32) -> Bool {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0, source.revents & Int16(POLLIN) != 0 else {
      return false
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    let offset = transcript.utf8.distance(from: transcript.startIndex, to: expectedFrom)
    for byte in chunk[..<count] {
      screen.take(byte)
      transcript += stripper.take(byte)
    }
    expectedFrom = transcript.utf8.index(transcript.startIndex, offsetBy: offset)
    return true
  }

  private func find(_ text: String) -> String.Index? {
    let wanted = Array(text.utf8)
    let haystack = Array(transcript.utf8)
    var start = transcript.utf8.distance(from: transcript.startIndex, to: expectedFrom)
    while start + wanted.count <= haystack.count {
      if haystack[start..<start + wanted.count].elementsEqual(wanted) {
        return transcript.utf8.index(transcript.startIndex, offsetBy: start + wanted.count)
      }
      start += 1
    }
    return nil
  }

  private var isAsleep: Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 256)
    let count = fread(&line, 1, line.count, file)
    // the state follows the name, which stands in parentheses
    let state = line[..<count].split(separator: UInt8(ascii: ")")).last?.dropFirst().first
    return state == UInt8(ascii: "S")
  }

  private func reap(options: Int32) -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    guard waitpid(process, &status, options) == process else { return nil }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    return ending
  }

  private func killNow() -> Ending {
    kill(process, SIGKILL)
    _ = reap(options: 0)
    ending = .timedOut
    return .timedOut
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func setSize(of master: Int32, rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  private static func start(
    _ path: String, _ arguments: [String], _ environment: [String: String], terminal: String,
    process: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let flags = Request.newSession | Int32(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // a new session without a terminal opens one: that one controls it
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let names = ([path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { (names + variables).forEach { free($0) } }
    return posix_spawn(
      &process, path, &actions, &attributes, names + [nil], variables + [nil])
  }
}
