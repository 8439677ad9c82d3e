import AdvocateDiagnostics
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
  /// Whether a name holds more than letters, digits, hyphens and points, with single blanks.
  public private(set) var hasOddNames = false
  /// Where the line begins that made it say no, among the bytes that were surveyed last.
  public private(set) var stop = 0
  /// Whether it said no because an action is longer than all reason.
  public private(set) var isTooLong = false
  /// Where the action in hand begins, seen from the bytes that are surveyed.
  private var start = 0
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
  public static func hasDoubles(_ words: [UInt64]) -> Bool { doubled(words) != nil }

  /// A word that comes twice in `words`; nil where none does.
  public static func doubled(_ words: [UInt64]) -> UInt64? {
    // A table with twice the room, and 0 where it is free; the word 0 stands as 1.
    let bits = max(4, Int.bitWidth - max(1, words.count).leadingZeroBitCount + 1)
    var table = [UInt64](repeating: 0, count: 1 << bits)
    let mask = table.count - 1
    return table.withUnsafeMutableBufferPointer { table in
      for word in words {
        let word = max(word, 1)
        var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
        while table[place] != 0 {
          if table[place] == word { return word }
          place = (place + 1) & mask
        }
        table[place] = word
      }
      return nil
    }
  }

  /// Whether the first `count` of `bytes`, which are whole lines, keep to that; behind them is some
  /// padding.
  public mutating func isPlain(_ bytes: [UInt8], _ count: Int) -> Bool {
    bytes.withUnsafeBytes { isPlain($0, 0..<count) }
  }

  /// Whether those of `bytes` in `range`, which are whole lines, keep to that; behind them is some
  /// padding.
  public mutating func isPlain(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let feeds = ByteScan.repeated(0x0A)
    var offset = range.lowerBound
    start += offset
    while offset < range.upperBound {
      let end = ByteScan.first(base, from: offset, to: range.upperBound, feeds, feeds)
      guard isPlainLine(base, offset, end) else {
        stop = offset
        return false
      }
      offset = end &+ 1
      if offset &- start > Limits.longestRecord {
        (stop, isTooLong) = (max(start, range.lowerBound), true)
        return false
      }
    }
    start -= range.upperBound
    return true
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
    self.start = start
    return takeName(base, offset &+ 1, end, line: start)
  }

  /// Takes the name between `start` and `end`, which is what the line from `line` on says.
  private mutating func takeName(
    _ base: UnsafeRawPointer, _ start: Int, _ end: Int, line: Int
  ) -> Bool {
    var hash = Self.hashStart
    var isBlank = true
    var offset = start
    while offset < end {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      if byte == 0x0D, offset == end - 1 { break }
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isOther = byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
      // One blank between words, and none at the ends.
      guard isLetter || isOther || (byte == 0x20 && !isBlank) else {
        return takeOddName(base, line, end)
      }
      isBlank = byte == 0x20
      hash = (hash ^ UInt64(isLetter ? byte | 0x20 : byte)) &* Self.hashFactor
      offset &+= 1
    }
    guard !isBlank else { return takeOddName(base, line, end) }
    names.append(hash ^ (hash &>> 32))
    return true
  }

  private static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let hashFactor: UInt64 = 0x100_0000_01B3

  /// Takes a name as any reader of the line does.
  private mutating func takeOddName(
    _ base: UnsafeRawPointer, _ line: Int, _ end: Int
  ) -> Bool {
    hasOddNames = true
    var bytes = UnsafeRawBufferPointer(start: base + line, count: end - line)
    if bytes.last == 0x0D { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
    switch LineParser.read(bytes, subject: .action).result {
    // It begins nothing, so that it goes on with nothing; what follows is told of with it.
    case .failure: return true
    case .success(.subject(.action, let name)):
      let folded = name.text.lowercased()
      if folded.utf8.allSatisfy({ $0 < 0x80 }) {
        let hash = folded.utf8.reduce(Self.hashStart) { ($0 ^ UInt64($1)) &* Self.hashFactor }
        names.append(hash ^ (hash &>> 32))
        return true
      }
      // Two signs that are not ASCII are the same as one that is.
      guard !folded.unicodeScalars.contains(where: { $0 == "\u{37E}" || $0 == "\u{1FEF}" })
      else { return false }
      var hasher = Hasher()
      hasher.combine(folded)
      names.append(UInt64(truncatingIfNeeded: hasher.finalize()))
      return true
    case .success: return false
    }
  }
}
