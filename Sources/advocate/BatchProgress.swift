import AdvocateCharter
import AdvocateDiagnostics
import AdvocateTerminal
import Glibc

/// A line on standard error that tells how far a batch has come, where a person is watching.
struct BatchProgress {
  private let isWatched = isatty(2) == 1 && Environment["TERM"] != "dumb"
  private var start = BatchProgress.now
  private var last = 0
  private var isShown = false

  /// Milliseconds between two looks.
  private static let pause = 250

  /// Draws the line again, now and then.
  mutating func show(
    _ file: String, _ rows: Int, _ position: Int, of size: Int, _ look: LookOptions
  ) {
    guard isWatched else { return }
    let now = Self.now
    guard now - start >= 2 * Self.pause, now - last >= Self.pause else { return }
    last = now
    var text = "\(file)   "
    if size > 0 { text += "\(min(100, 100 * position / size))%   " }
    text += "\(Number(rows).decimal(places: 0, separator: ",")) rows"
    let style = look.style(descriptor: 2)
    // What is wider than the screen would not vanish.
    let line = style.render(StyledText(String(text.prefix(style.width - 1))))
    TerminalOutput.write("\r\u{1B}[K" + line, descriptor: 2)
    isShown = true
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    TerminalOutput.write("\r\u{1B}[K", descriptor: 2)
    isShown = false
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
