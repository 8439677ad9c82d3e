/// A search back through the history, whatever the case of the letters.
struct HistorySearch {
  /// What is looked for.
  private(set) var query = ""
  /// False when nothing older holds the query; ``match`` is then the last one found.
  private(set) var found = true

  private let lines: [String]
  private let folded: [[UInt8]]
  private var index: Int?

  init(_ history: LineHistory) {
    lines = history.lines
    folded = lines.map { Array($0.lowercased().utf8) }
  }

  /// The line found, nil before the first.
  var match: String? { index.map { lines[$0] } }

  /// Adds to what is looked for; the present line stays if it still fits.
  mutating func type(_ scalar: Unicode.Scalar) {
    query.unicodeScalars.append(scalar.isHarmless ? scalar : "\u{FFFD}")
    look(from: index ?? lines.count - 1, by: -1)
  }

  /// Takes back the last character and looks again from the newest line.
  mutating func removeLast() {
    guard !query.isEmpty else { return }
    query.removeLast()
    index = nil
    look(from: lines.count - 1, by: -1)
  }

  /// Goes to an older line that fits.
  mutating func older() { look(from: (index ?? lines.count) - 1, by: -1) }

  /// Goes to a newer line that fits.
  mutating func newer() { look(from: (index ?? -1) + 1, by: 1) }

  private mutating func look(from start: Int, by step: Int) {
    let wanted = Array(query.lowercased().utf8)
    guard !wanted.isEmpty else {
      found = true
      return
    }
    var candidate = start
    while lines.indices.contains(candidate) {
      if HistorySearch.contains(folded[candidate], wanted) {
        index = candidate
        found = true
        return
      }
      candidate += step
    }
    found = false
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
