import AdvocateSyntax

/// Finds out whether a script can be judged action by action: whether each of its actions stands
/// for itself, and no line says anything but what one of them is like.
///
/// Whatever is not plain makes it say no; the script is then read as a whole.
public struct ScriptSurvey: Sendable {
  /// The names of the actions that were surveyed, a word each: equal names have equal words.
  ///
  /// A name that comes again goes on with the earlier action, so that a script is plain only if no
  /// word comes twice. Two names that share a word only cost time.
  public private(set) var names: [UInt64] = []
  /// The words that begin lines about anything but the action in hand.
  private static let others: Set<String> = Set(Keyword.subjects + Keyword.commands)
  private let blocked: Set<UInt64>
  /// Whether one of the blocked words may lie at a place of its own: most words are seen not to be
  /// blocked by this alone.
  private let mayBeBlocked: [Bool]

  /// Creates a survey of nothing.
  public init() {
    let blocked = Set(
      Self.others.map { word in
        word.utf8.prefix(8).reduce((0, 0)) { ($0.0 | UInt64($1) << UInt64($0.1), $0.1 + 8) }.0
      })
    self.blocked = blocked
    var mayBeBlocked = [Bool](repeating: false, count: 1024)
    for word in blocked { mayBeBlocked[Self.place(of: word)] = true }
    self.mayBeBlocked = mayBeBlocked
  }

  @inline(__always)
  private static func place(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 54)
  }

  /// Gives the names surveyed so far, and forgets them.
  public mutating func takeNames() -> [UInt64] {
    defer { names.removeAll(keepingCapacity: true) }
    return names
  }

  /// Whether some word comes twice in `words`.
  public static func hasDoubles(_ words: [UInt64]) -> Bool {
    // A table with twice the room, and 0 where it is free; the word 0 stands as 1.
    let bits = max(4, Int.bitWidth - max(1, words.count).leadingZeroBitCount + 1)
    var table = [UInt64](repeating: 0, count: 1 << bits)
    let mask = table.count - 1
    return table.withUnsafeMutableBufferPointer { table in
      for word in words {
        let word = max(word, 1)
        var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
        while table[place] != 0 {
          if table[place] == word { return true }
          place = (place + 1) & mask
        }
        table[place] = word
      }
      return false
    }
  }

  /// Whether the first `count` of `bytes`, which are whole lines, keep to that.
  public mutating func isPlain(_ bytes: [UInt8], _ count: Int) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      let feeds = ByteScan.repeated(0x0A)
      var offset = 0
      while offset < count {
        let end = ByteScan.first(base, from: offset, to: count, feeds, feeds)
        guard isPlainLine(base, offset, end) else { return false }
        offset = end &+ 1
      }
      return true
    }
  }

  @inline(__always)
  private mutating func isPlainLine(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Bool {
    func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }
    var offset = start
    while offset < end, byte(offset) == 0x20 || byte(offset) == 0x09 { offset &+= 1 }
    if offset >= end || byte(offset) == 0x0D || byte(offset) == 0x23 { return true }
    let first = offset
    var word: UInt64 = 0
    while offset < end, byte(offset) != 0x20, byte(offset) != 0x0D {
      let low = byte(offset) | 0x20
      let isLetter = low &- 0x61 < 26
      let isInside = offset > first && (byte(offset) &- 0x30 < 10 || byte(offset) == 0x2D)
      guard isLetter || isInside else { return false }
      let place = offset &- first
      if place < 8 { word |= UInt64(isLetter ? low : byte(offset)) &<< UInt64(8 &* place) }
      offset &+= 1
    }
    guard mayBeBlocked[Self.place(of: word)], blocked.contains(word) else { return true }
    // "action", in small letters at the start of its line.
    guard word == 0x6E_6F69_7463_61, offset &- first == 6, first == start,
      byte(start) == 0x61, offset < end, byte(offset) == 0x20
    else { return false }
    return takeName(base, offset &+ 1, end)
  }

  private mutating func takeName(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Bool {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isBlank = true
    var offset = start
    while offset < end {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      if byte == 0x0D, offset == end - 1 { break }
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isOther = byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
      // One blank between words, and none at the ends.
      guard isLetter || isOther || (byte == 0x20 && !isBlank) else { return false }
      isBlank = byte == 0x20
      hash = (hash ^ UInt64(isLetter ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      offset &+= 1
    }
    names.append(hash ^ (hash &>> 32))
    return !isBlank
  }
}
