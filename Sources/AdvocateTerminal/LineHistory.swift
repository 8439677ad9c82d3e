/// The lines entered so far, oldest first, each once.
struct LineHistory: Equatable {
  /// The lines, oldest first.
  private(set) var lines: [String] = []
  /// How many are kept.
  let limit: Int

  init(limit: Int, lines: [String] = []) {
    self.limit = max(limit, 1)
    self.lines = LineHistory.distinct(lines, limit: self.limit)
  }

  /// Adds a line at the end; one that was there already moves there.
  mutating func add(_ line: String) {
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > limit { lines.removeFirst(lines.count - limit) }
  }

  /// What follows in the newest line that begins with a text of two characters or more.
  ///
  /// A line that ends in a question mark of its own asked what may stand there, and is no line to
  /// say again; nor is one that `isSound` finds fault with.
  func rest(after beginning: String, isSound: (String) -> Bool = { _ in true }) -> String? {
    let typed = beginning.utf8
    guard beginning.count >= 2,
      let line = lines.last(where: {
        $0.utf8.count > typed.count && $0.utf8.starts(with: typed) && !$0.hasSuffix(" ?")
          && isSound($0)
      })
    else { return nil }
    // not in the middle of a visible character
    return line.hasPrefix(beginning)
      ? String(decoding: line.utf8.dropFirst(typed.count), as: UTF8.self) : nil
  }

  /// True for a line worth keeping: not blank, not hidden by a leading space, fit to show again.
  static func keeps(_ line: String) -> Bool {
    !line.hasPrefix(" ") && line.utf8.count <= longest
      && line.contains { !$0.isWhitespace }
      && line.unicodeScalars.allSatisfy(\.isHarmless)
  }

  /// The newest lines, each once, at its newest place.
  static func distinct(_ lines: [String], limit: Int) -> [String] {
    var seen: Set<String> = []
    var newestFirst: [String] = []
    for line in lines.reversed() where newestFirst.count < limit {
      if seen.insert(line).inserted { newestFirst.append(line) }
    }
    return newestFirst.reversed()
  }

  private static let longest = 1 << 16
}

/// A walk through the history with the Up and Down keys, during one line.
struct HistoryWalk: Equatable {
  private let lines: [String]
  private var index: Int
  private var edited: [Int: String] = [:]

  /// Stands below the newest line, where the unsent text is.
  init(_ history: LineHistory) {
    lines = history.lines
    index = lines.count
  }

  /// Goes to the line before, leaving `current` to come back to; nil at the oldest.
  mutating func older(leaving current: String) -> String? { step(by: -1, leaving: current) }

  /// Goes to the line after, nil at the unsent text.
  mutating func newer(leaving current: String) -> String? { step(by: 1, leaving: current) }

  private mutating func step(by offset: Int, leaving current: String) -> String? {
    let target = index + offset
    guard (0...lines.count).contains(target) else { return nil }
    edited[index] = current
    index = target
    return edited[target] ?? (target < lines.count ? lines[target] : "")
  }
}
