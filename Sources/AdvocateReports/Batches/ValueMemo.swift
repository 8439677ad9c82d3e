/// What the values of each column were read as, so that a value is read once and not once a row.
///
/// A class, because it owns memory that the loop reads without checks and must free it once.
final class ValueMemo {
  /// A value that was read. Its bytes stand in the four words, or, when there are more, in the
  /// arena from the offset in the last word on.
  private struct Slot {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// 0 where nothing is kept; else the length and 1, and a high bit for what stands unquoted.
    var mark: UInt32 = 0
    var cell: UInt16 = 0
  }

  private static let slotBits: UInt64 = 8
  private static let mostKept = 1 << 20
  private let slots: UnsafeMutableBufferPointer<Slot>
  private var arena: [UInt8] = []

  init(columns: Int) {
    slots = .allocate(capacity: max(1, columns) << Int(Self.slotBits))
    slots.initialize(repeating: Slot())
  }

  deinit { slots.deallocate() }

  /// A value as it is looked for.
  struct Key {
    fileprivate var words: (UInt64, UInt64, UInt64, UInt64)
    fileprivate var mark: UInt32
    fileprivate var slot: Int
    fileprivate var length: Int
  }

  /// The key of the `length` bytes at `offset` in `column`.
  @inline(__always)
  static func key(
    _ base: UnsafeRawPointer, _ offset: Int, _ length: Int, column: Int, isBare: Bool
  ) -> Key {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    words.0 = ByteScan.low(ByteScan.word(base, offset), length)
    var hash = words.0
    if length > 8 {
      words.1 = ByteScan.low(ByteScan.word(base, offset &+ 8), length &- 8)
      hash ^= (words.1 &<< 23) | (words.1 &>> 41)
      if length > 16 {
        words.2 = ByteScan.low(ByteScan.word(base, offset &+ 16), length &- 16)
        if length > 24 {
          words.3 = ByteScan.low(ByteScan.word(base, offset &+ 24), length &- 24)
        }
        hash ^= words.2 &* 0x9E37_79B9_7F4A_7C15 ^ (words.3 &<< 31 | words.3 &>> 33)
        if length > 32 {
          var place = 32
          while place < length {
            let more = ByteScan.low(ByteScan.word(base, offset &+ place), length &- place)
            hash = (hash ^ more) &* 0xD6E8_FEB8_6659_FD93
            place &+= 8
          }
        }
      }
    }
    hash = (hash ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    let low = Int(truncatingIfNeeded: hash &>> (64 &- slotBits))
    return Key(
      words: words,
      mark: UInt32(truncatingIfNeeded: length &+ 1) | (isBare ? 1 << 31 : 0),
      slot: column &<< Int(slotBits) &+ low, length: length)
  }

  /// The cell that the value was read as; nil where that is not remembered.
  @inline(__always)
  func cell(_ key: Key, _ base: UnsafeRawPointer, _ offset: Int) -> UInt16? {
    let slot = slots[key.slot]
    guard slot.mark == key.mark, slot.words.0 == key.words.0, slot.words.1 == key.words.1,
      slot.words.2 == key.words.2
    else { return nil }
    if key.length <= 32 { return slot.words.3 == key.words.3 ? slot.cell : nil }
    let start = Int(slot.words.3)
    for place in 24..<key.length
    where arena[start + place] != base.load(fromByteOffset: offset + place, as: UInt8.self) {
      return nil
    }
    return slot.cell
  }

  /// Remembers the cell of a value.
  func keep(_ key: Key, _ base: UnsafeRawPointer, _ offset: Int, cell: UInt16) {
    var words = key.words
    if key.length > 32 {
      guard key.length <= 4096 else { return }
      if arena.count + key.length > Self.mostKept {
        arena.removeAll(keepingCapacity: true)
        for place in slots.indices { slots[place] = Slot() }
      }
      words.3 = UInt64(arena.count)
      arena.append(contentsOf: UnsafeRawBufferPointer(start: base + offset, count: key.length))
    }
    slots[key.slot] = Slot(words: words, mark: key.mark, cell: cell)
  }
}
