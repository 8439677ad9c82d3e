import AdvocateSyntax

/// Finds out whether a script can be judged action by action: whether each of its actions stands
/// for itself, and no line says anything but what one of them is like.
///
/// Whatever is not plain makes it say no; the script is then read as a whole.
public struct ScriptSurvey: Sendable {
  // A name that comes again goes on with the earlier action, so that all names are remembered, as
  // one word each. Two names that share a word only cost time.
  private var names: Set<UInt64> = []
  /// The words that begin lines about anything but the action in hand.
  private static let others: Set<String> = Set(Keyword.subjects + Keyword.commands)
  private let blocked: Set<UInt64>

  /// Creates a survey of nothing.
  public init() {
    blocked = Set(
      Self.others.map { word in
        word.utf8.prefix(8).reduce((0, 0)) { ($0.0 | UInt64($1) << UInt64($0.1), $0.1 + 8) }.0
      })
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
    guard blocked.contains(word) else { return true }
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
    return !isBlank && names.insert(hash ^ (hash &>> 32)).inserted
  }
}
