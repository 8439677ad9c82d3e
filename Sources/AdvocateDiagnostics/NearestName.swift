/// Finds the one known name that a misspelt one is near to.
public enum NearestName {
  /// The candidate nearest to `word` when it is near enough to be meant.
  ///
  /// Near enough is a Damerau-Levenshtein distance of at most a third of the word, and at least
  /// one. Two candidates equally near give nil: a guess between them would mislead. Capitals do
  /// not count.
  public static func find(_ word: String, among candidates: some Sequence<String>) -> String? {
    let folded = Array(word.lowercased())
    let plain = Self.plain(word)
    let limit = max(1, folded.count / 3)
    var best: (name: String, distance: Int)?
    var isTied = false
    for candidate in candidates {
      let distance: Int
      // Nearly all names are of ASCII, and files may hold a million words that are none of them.
      if let plain, let other = Self.plain(candidate) {
        guard abs(other.count - plain.count) <= limit else { continue }
        distance = Self.distance(plain, other, atMost: limit)
      } else {
        let other = Array(candidate.lowercased())
        guard abs(other.count - folded.count) <= limit else { continue }
        distance = Self.distance(folded, other, atMost: limit)
      }
      guard distance <= limit else { continue }
      if let current = best, distance >= current.distance {
        if distance == current.distance, candidate != current.name { isTied = true }
      } else {
        best = (candidate, distance)
        isTied = false
      }
    }
    return isTied ? nil : best?.name
  }

  /// The letters of a text of visible ASCII, in lower case; nil for any other.
  private static func plain(_ text: String) -> [UInt8]? {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte) else { return nil }
      letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return letters
  }

  /// Whether the two texts are near enough that one may be a slip for the other.
  public static func areNear(_ left: String, _ right: String) -> Bool {
    find(left, among: [right]) != nil
  }

  /// Whether `word` is `name` but for a slip of the fingers: one letter too many, too few, another
  /// or swapped with its neighbour; two of these in a text of eight letters or more.
  ///
  /// Near is near enough to be named in a finding; a slip is near enough to be put right unasked.
  public static func isSlip(_ word: String, for name: String) -> Bool {
    let (left, right) = (Array(word.lowercased()), Array(name.lowercased()))
    let limit = min(left.count, right.count) >= 8 ? 2 : 1
    return left != right && distance(left, right, atMost: limit) <= limit
  }

  /// The optimal string alignment distance of `left` and `right`, or a number above `limit`.
  static func distance<Letter: Equatable>(
    _ left: [Letter], _ right: [Letter], atMost limit: Int
  ) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var smallest = row + 1
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1)
        cost = min(cost, last[column] + (character == other ? 0 : 1))
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
        smallest = min(smallest, cost)
      }
      if smallest > limit { return limit + 1 }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
