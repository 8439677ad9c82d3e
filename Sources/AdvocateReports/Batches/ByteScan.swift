/// Looks for single bytes eight at a time.
///
/// Whoever calls sees to it that eight bytes can be read beyond the end, as chunks are padded.
enum ByteScan {
  /// How many bytes every chunk has beyond its end.
  static let padding = 64

  @inline(__always)
  static func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte of `word` that is 0; exact up to the lowest one.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The offset of the first byte from `start` on that is `one` or `other`, or `end`.
  @inline(__always)
  static func first(
    _ base: UnsafeRawPointer, from start: Int, to end: Int, _ one: UInt64, _ other: UInt64
  ) -> Int {
    var offset = start
    while offset < end {
      let word = word(base, offset)
      let found = zeros(word ^ one) | zeros(word ^ other)
      if found != 0 { return min(end, offset &+ found.trailingZeroBitCount &>> 3) }
      offset &+= 8
    }
    return end
  }

  /// The low `count` bytes of a word; all of it from 8 on.
  @inline(__always)
  static func low(_ word: UInt64, _ count: Int) -> UInt64 {
    count >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
  }

  /// How many line feeds stand in the bytes.
  static func lines(_ base: UnsafeRawPointer, _ count: Int) -> Int {
    let feeds = SIMD16<UInt8>(repeating: 0x0A)
    let ones = SIMD16<UInt8>(repeating: 1)
    let none = SIMD16<UInt8>(repeating: 0)
    var total = 0
    var offset = 0
    while offset &+ 16 <= count {
      // Each lane counts to 255 at most before all are added up.
      let end = min(count &- 15, offset &+ 255 &* 16)
      var lanes = none
      while offset < end {
        let bytes = base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        lanes = lanes &+ none.replacing(with: ones, where: bytes .== feeds)
        offset &+= 16
      }
      for lane in 0..<16 { total &+= Int(lanes[lane]) }
    }
    while offset < count {
      if base.load(fromByteOffset: offset, as: UInt8.self) == 0x0A { total &+= 1 }
      offset &+= 1
    }
    return total
  }

  /// Whether `byte` stands in the bytes, which need no padding.
  static func contains(_ byte: UInt8, _ base: UnsafeRawPointer, _ count: Int) -> Bool {
    let wanted = repeated(byte)
    var offset = 0
    while offset &+ 8 <= count {
      if zeros(word(base, offset) ^ wanted) != 0 { return true }
      offset &+= 8
    }
    while offset < count {
      if base.load(fromByteOffset: offset, as: UInt8.self) == byte { return true }
      offset &+= 1
    }
    return false
  }

  /// Whether all bytes are printable ASCII, and none is `one` or `other` or a double quote.
  @inline(__always)
  static func isPlain(_ bytes: UnsafeRawBufferPointer, _ one: UInt64, _ other: UInt64) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.count &- offset
      var word = low(word(base, offset), rest)
      if rest < 8 { word |= ~low(.max, rest) & 0x6161_6161_6161_6161 }
      let special = zeros(word ^ one) | zeros(word ^ other) | zeros(word ^ 0x2222_2222_2222_2222)
      let low = (word &- 0x2020_2020_2020_2020) & ~word
      let high = word | (word &+ 0x0101_0101_0101_0101)
      if special | (low | high) & 0x8080_8080_8080_8080 != 0 { return false }
      offset &+= 8
    }
    return true
  }
}
