import Glibc

/// Times pieces of work and prints one line of a table for each: the time of the processor, which
/// other programs disturb least.
struct Stopwatch {
  /// The most runs of one piece of work, and the time after which no more are begun.
  private let mostRuns = 50
  private let patience = Duration.seconds(3)

  /// The heading of the table.
  func head(_ title: String) {
    print(Self.row(title, "median ms", "min ms", "runs"))
  }

  /// Does `work` once to warm up, then times it until there are enough runs.
  ///
  /// - Parameters:
  ///   - what: the name of the row.
  ///   - parts: how many equal parts the work has; the time of one is printed.
  ///   - work: what is timed.
  func time(_ what: String, parts: Int = 1, _ work: () -> Void) {
    work()
    var times: [Duration] = []
    let start = Self.spent
    while times.count < 3 || (times.count < mostRuns && Self.spent - start < patience) {
      let before = Self.spent
      work()
      times.append((Self.spent - before) / max(1, parts))
    }
    times.sort()
    print(
      Self.row(
        what, Self.milliseconds(times[times.count / 2]), Self.milliseconds(times[0]),
        String(times.count)))
  }

  /// The processor's time that the program has taken so far.
  private static var spent: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let microseconds = Int(duration / .microseconds(1))
    let rest = String(1000 + microseconds % 1000).dropFirst()
    return "\(microseconds / 1000).\(rest)"
  }

  private static func row(_ what: String, _ cells: String...) -> String {
    let padded = cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }
    return what + String(repeating: " ", count: max(1, 40 - what.count)) + padded.joined()
  }
}
