import AdvocateReports
import Glibc

/// The names of the actions of a script, a word each, of which none may come twice.
///
/// Many of them lie in a file that has no name and goes with the program, so that memory does not
/// grow with their number.
struct NameStore {
  /// How many words are held in memory at most, where there is a file.
  private static let most = 1 << 19
  /// Words are parted by their highest bits, and words of one part are compared at a time.
  private static let parts = 256
  private var words: [UInt64] = []
  /// For each time that words were put into the file, where each part of them starts there.
  private var runs: [[Int]] = []
  private var written = 0
  private var descriptor: Int32 = -1
  private var hasNoFile = false
  private var isUnreadable = false

  /// Adds `more`.
  mutating func add(_ more: [UInt64]) {
    words += more
    if words.count >= Self.most, !hasNoFile { store() }
  }

  /// A word that came twice, nil where none did; 0 where the file could not be read again, which is
  /// the safe answer.
  mutating func doubled() -> UInt64? {
    let (sorted, starts) = parted()
    for part in 0..<Self.parts {
      var all = Array(sorted[starts[part]..<starts[part + 1]])
      for run in runs { all += stored(run[part]..<run[part + 1]) }
      if isUnreadable { return 0 }
      if let word = ScriptSurvey.doubled(all) { return word }
    }
    return nil
  }

  /// Gives the file back.
  func finish() { if descriptor >= 0 { close(descriptor) } }

  // MARK: - Parts

  private static func part(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0xD6E8_FEB8_6659_FD93) &>> 56)
  }

  /// The words in memory in the order of their parts, and where each part starts.
  private func parted() -> (words: [UInt64], starts: [Int]) {
    var starts = [Int](repeating: 0, count: Self.parts + 1)
    for word in words { starts[Self.part(of: word) + 1] += 1 }
    for part in 0..<Self.parts { starts[part + 1] += starts[part] }
    var next = starts
    var result = [UInt64](repeating: 0, count: words.count)
    for word in words {
      let part = Self.part(of: word)
      result[next[part]] = word
      next[part] += 1
    }
    return (result, starts)
  }

  // MARK: - The file

  private mutating func store() {
    if descriptor < 0 { descriptor = UnnamedFile.open() }
    guard descriptor >= 0 else {
      hasNoFile = true
      return
    }
    let (sorted, starts) = parted()
    let isWritten = sorted.withUnsafeBytes { bytes in
      var offset = 0
      while let base = bytes.baseAddress, offset < bytes.count {
        let place = off_t(written * MemoryLayout<UInt64>.stride + offset)
        let count = pwrite(descriptor, base + offset, bytes.count - offset, place)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        offset += count
      }
      return true
    }
    guard isWritten else {
      // A full disk: the rest stays in memory, and what is in the file is still there.
      hasNoFile = true
      return
    }
    runs.append(starts.map { $0 + written })
    written += sorted.count
    words.removeAll(keepingCapacity: true)
  }

  private mutating func stored(_ range: Range<Int>) -> [UInt64] {
    var isRead = true
    let words = [UInt64](unsafeUninitializedCapacity: range.count) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var offset = 0
      while let base = bytes.baseAddress, offset < range.count * MemoryLayout<UInt64>.stride {
        let place = off_t(range.lowerBound * MemoryLayout<UInt64>.stride + offset)
        let wanted = range.count * MemoryLayout<UInt64>.stride - offset
        let read = pread(descriptor, base + offset, wanted, place)
        if read < 0, errno == EINTR { continue }
        if read <= 0 { break }
        offset += read
      }
      count = offset / MemoryLayout<UInt64>.stride
      isRead = count == range.count
    }
    isUnreadable = isUnreadable || !isRead
    return words
  }
}
