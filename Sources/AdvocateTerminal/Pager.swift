import CLibedit
import Glibc

/// Shows a text that is taller than the window through another program, such as `less`.
///
/// The text goes to it through a pipe; leaving it early is no error. Ctrl-C in it is its own
/// affair. Afterwards the terminal is as it was, and where the program could not be started the
/// text is still to be shown.
public struct Pager {
  /// The line of the shell that starts it.
  public let command: String

  /// Chooses the program: the first that is stated, or `less` where that is installed.
  ///
  /// - Parameter stated: what the environment names, the most wanted first; an empty one, or
  ///   `cat`, means that no pager is wanted, and nil that nothing is said.
  /// - Returns: nil where there is to be none.
  public init?(stated: [String?]) {
    guard Terminal.canEdit else { return nil }
    if let wanted = stated.compactMap(\.self).first {
      let words = wanted.split(separator: " ")
      guard let program = words.first, program != "cat" else { return nil }
      command = wanted
    } else {
      guard Self.isInstalled("less") else { return nil }
      command = "less -EFRX '-PsSpace shows more, q goes on'"
    }
  }

  /// Whether a text has more lines than the window has rows, one of which the prompt takes.
  public static func isTooTall(_ text: String) -> Bool {
    guard let rows = TerminalSize.current()?.rows else { return false }
    return text.utf8.count { $0 == UInt8(ascii: "\n") } >= rows
  }

  /// Shows a text; false where the program could not show it, so that nothing was seen.
  public func show(_ text: String) -> Bool {
    TerminalSignals.install()
    var modes = termios()
    let hasModes = tcgetattr(0, &modes) == 0
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let process = start(readingFrom: ends[0]) else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    let status = feed(Array(text.utf8), to: ends[1], of: process)
    if hasModes { tcsetattr(0, TCSADRAIN, &modes) }
    TerminalSignals.clearInterrupt()
    // What the shell gives where there is no such program, or it may not be run.
    let isMissing = status & 0x7F == 0 && [126, 127].contains((status >> 8) & 0xFF)
    return !isMissing
  }

  // MARK: Details

  private static func isInstalled(_ name: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  private func start(readingFrom source: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, source, 0)
    let words: [String] = ["/bin/sh", "-c", Self.preparation + command]
    let arguments = words.map { (word: String) in strdup(word) }
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, "/bin/sh", &actions, nil, arguments + [nil], clibedit_environment())
    return code == 0 ? process : nil
  }

  /// `less` is told to show weight and colour, and to leave the text on the screen, unless the
  /// person told it otherwise.
  private static let preparation = "LESS=${LESS-FRX}; export LESS; "

  /// Writes to the program as it takes text in, and waits for its end.
  private func feed(_ bytes: [UInt8], to sink: Int32, of process: pid_t) -> Int32 {
    _ = fcntl(sink, F_SETFL, O_NONBLOCK)
    var rest = bytes[...]
    var isOpen = true
    var status: Int32 = 0
    while true {
      if isOpen {
        var wanted = pollfd(fd: sink, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wanted, 1, Self.pause)
        let count = rest.withUnsafeBytes { write(sink, $0.baseAddress, min($0.count, 4_096)) }
        if count > 0 { rest = rest.dropFirst(count) }
        if rest.isEmpty || count < 0 && errno != EAGAIN && errno != EINTR {
          close(sink)
          isOpen = false
        }
      } else {
        _ = poll(nil, 0, Self.pause)
      }
      let gone = waitpid(process, &status, WNOHANG)
      if gone == process || gone < 0 && errno != EINTR { break }
      if TerminalSignals.termination != nil { kill(process, SIGTERM) }
    }
    if isOpen { close(sink) }
    return status
  }

  private static let pause: Int32 = 10
}
