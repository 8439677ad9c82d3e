import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports
import Glibc

/// Why a script that is too large to be read as a whole has to be.
extension ScriptFile {
  /// What is told of the script behind `descriptor`, which begins at byte `from`.
  static func tooLarge(
    _ descriptor: Int32, from: Int, _ obstacle: ScriptScan.Obstacle?, _ reason: WholeReason?
  ) -> FileError {
    let plain = FileError.tooLarge(most: Limits.largestFile)
    switch obstacle {
    case .longHead: return .notInPieces(.longHead)
    case .line(let place):
      guard let line = line(at: place, descriptor, from: from) else { return plain }
      return .notInPieces(.line(line.number, text: line.text))
    case .longAction(let place):
      guard let line = line(at: place, descriptor, from: from) else { return plain }
      return .notInPieces(.longAction(line: line.number))
    case .doubled(let word):
      let lines = lines(naming: word, descriptor, from: from)
      guard lines.count == 2 else { return plain }
      return .notInPieces(
        .again(first: lines[0].number, then: lines[1].number, text: lines[1].text))
    case .nothing: return plain
    case nil: return reason.map { .notInPieces($0) } ?? plain
    }
  }

  /// The number and the text of the line that begins at the byte `place`.
  private static func line(
    at place: Int, _ descriptor: Int32, from: Int
  ) -> (number: Int, text: String)? {
    var found: (number: Int, text: String)?
    eachLine(descriptor, from: from) { number, offset, bytes, range in
      guard offset >= place else { return true }
      found = (number, String(decoding: bytes[range].prefix(200), as: UTF8.self))
      return false
    }
    return found
  }

  /// The first two lines that begin an action whose name has this word.
  private static func lines(
    naming word: UInt64, _ descriptor: Int32, from: Int
  ) -> [(number: Int, text: String)] {
    var found: [(number: Int, text: String)] = []
    var survey = ScriptSurvey()
    eachLine(descriptor, from: from) { number, _, bytes, range in
      guard bytes[range].starts(with: "action ".utf8), survey.isPlain(bytes, range),
        survey.takeNames().contains(word)
      else { return true }
      found.append((number, String(decoding: bytes[range].prefix(200), as: UTF8.self)))
      return found.count < 2
    }
    return found
  }

  /// Goes through the lines behind `descriptor` as long as `isWanted` says so of the number of one,
  /// the byte it begins at, and its bytes, behind which there is some padding.
  private static func eachLine(
    _ descriptor: Int32, from: Int,
    _ isWanted: (Int, Int, UnsafeRawBufferPointer, Range<Int>) -> Bool
  ) {
    var buffer = [UInt8](repeating: 0, count: 2 * ScriptScan.step + BatchChunk.padding)
    var (number, place, filled) = (1, 0, 0)
    while true {
      let room = buffer.count - BatchChunk.padding - filled
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map {
          pread(descriptor, $0 + filled, room, off_t(from + place + filled))
        } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      let isLast = count <= 0
      filled += max(0, count)
      var start = 0
      while start < filled {
        guard
          let end = buffer[start..<filled].firstIndex(of: 0x0A)
            ?? (isLast || start == 0 && filled == buffer.count - BatchChunk.padding ? filled : nil)
        else { break }
        guard buffer.withUnsafeBytes({ isWanted(number, place + start, $0, start..<end) }) else {
          return
        }
        number += 1
        start = min(end + 1, filled)
      }
      if isLast { return }
      buffer.replaceSubrange(0..<(filled - start), with: Array(buffer[start..<filled]))
      place += start
      filled -= start
    }
  }
}
