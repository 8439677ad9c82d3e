import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports
import Glibc

/// Looks a script through from its beginning to its end, to see whether its actions can be judged
/// one by one, and where they begin.
struct ScriptScan {
  /// How many bytes are read at a time.
  static let step = 1 << 20

  /// What stands before the first action.
  private(set) var head: [UInt8] = []
  /// Where the first action begins; nil before it was found.
  private(set) var start: Int?
  /// How many lines stand before it.
  private(set) var headLines = 0
  /// How many bytes were read.
  private(set) var size = 0
  /// Whether all was read.
  private(set) var isAtEnd = false
  /// Why it has to be read as a whole, and where the reason stands; nil while there is none.
  private(set) var obstacle: Obstacle?
  private var survey = ScriptSurvey()
  private var names = NameStore()
  /// The bytes that were read last, behind those of a line that had not ended, with some padding.
  private var buffer = [UInt8](repeating: 0, count: 2 * step + BatchChunk.padding)
  private var carried = 0

  /// What makes a script more than actions one by one.
  enum Obstacle {
    /// The line that begins at this byte.
    case line(Int)
    /// A name that came twice, as the survey has it.
    case doubled(UInt64)
    /// The action that begins at this byte is too long.
    case longAction(Int)
    /// What stands before the first action is too long.
    case longHead
    /// There is no action, or something that can be told only by reading all.
    case nothing
  }

  /// Whether names are more than plain words.
  var hasOddNames: Bool { survey.hasOddNames }

  /// The bytes that were read last.
  var latest: ArraySlice<UInt8> { buffer[carried..<(carried + count)] }
  private var count = 0

  /// Reads on from `descriptor` until a step is full or nothing is left.
  ///
  /// - Returns: what went wrong, nil where nothing did.
  mutating func read(_ descriptor: Int32) -> FileError? {
    dropLooked()
    var failure: FileError?
    let from = carried
    var total = 0
    var isLast = false
    buffer.withUnsafeMutableBytes { bytes in
      while total < Self.step, let base = bytes.baseAddress {
        let read = Glibc.read(descriptor, base + from + total, Self.step - total)
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = Disk.problem(errno) }
        isLast = read == 0
        if read <= 0 { break }
        total += read
      }
    }
    count = total
    isAtEnd = isLast
    let isFirst = size == 0
    size += total
    return failure ?? (isFirst ? ScriptReader.problem(with: latest) : nil)
  }

  /// Looks at what was read last, as far as lines end in it.
  mutating func look() {
    guard obstacle == nil else { return }
    let filled = carried + count
    var end = filled
    if !isAtEnd {
      end = (buffer[..<filled].lastIndex(of: 0x0A) ?? -1) + 1
      guard filled - end < Self.step else {
        obstacle = .line(size - filled + end)
        return
      }
    }
    let from = start == nil ? lookForStart(end) : 0
    if obstacle == nil, from < end {
      let isPlain = buffer.withUnsafeBytes { survey.isPlain($0, from..<end) }
      if !isPlain {
        let place = size - filled + survey.stop
        obstacle = survey.isTooLong ? .longAction(place) : .line(place)
      }
      names.add(survey.takeNames())
    }
    looked = end
  }
  private var looked = 0

  /// Ends the look: only now is it known whether a name came twice.
  mutating func finish() {
    if obstacle == nil, start == nil { obstacle = .nothing }
    if obstacle == nil, let word = names.doubled() {
      obstacle = word == 0 ? .nothing : .doubled(word)
    }
    names.finish()
    buffer = []
  }

  /// Moves what was not looked at yet to the front.
  private mutating func dropLooked() {
    let filled = carried + count
    guard obstacle == nil else {
      (carried, count, looked) = (0, 0, 0)
      return
    }
    let (from, rest) = (looked, filled - looked)
    buffer.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      memmove(base, base + from, rest)
    }
    (carried, count, looked) = (rest, 0, 0)
  }

  /// Takes the lines up to the first action into the head.
  ///
  /// - Returns: where that begins, or `end`.
  private mutating func lookForStart(_ end: Int) -> Int {
    var offset = 0
    if size == carried + count, head.isEmpty, buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
    }
    while offset < end {
      if buffer[offset..<end].starts(with: "action ".utf8) {
        start = size - carried - count + offset
        return offset
      }
      let next = (buffer[offset..<end].firstIndex(of: 0x0A) ?? (end - 1)) + 1
      head += buffer[offset..<next]
      headLines += 1
      offset = next
      if head.count > Limits.longestHead {
        head = []
        obstacle = .longHead
        return end
      }
    }
    return end
  }
}
