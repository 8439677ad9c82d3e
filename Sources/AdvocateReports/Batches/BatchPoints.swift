import AdvocateCharter
import AdvocateEvaluation

/// Writes what every rule in use brings to an action.
///
/// A class, because it owns memory that is written without checks and must be freed once.
final class BatchPoints {
  private let rules: [Int]
  private let count: Int
  /// What each rule in use says of the last action, by the saying's raw value.
  private let says: UnsafeMutablePointer<UInt8>
  /// The points of each rule for each thing that it can say, as a cell of up to 8 bytes.
  private let cells: UnsafeMutableBufferPointer<(word: UInt64, count: Int)>
  /// The same as members of a JSON object, on one line and on many: where they stand.
  private let members: UnsafeMutableBufferPointer<(start: Int32, count: Int32)>
  private let prettyMembers: UnsafeMutableBufferPointer<(start: Int32, count: Int32)>
  private let arena: UnsafeMutableBufferPointer<UInt8>
  /// Where the text of one action is put together.
  private let scratch: UnsafeMutableRawBufferPointer

  private static let sayings = Saying.allCases.count

  init(_ plan: BatchPlan) {
    let program = plan.program
    rules = program.usedRules
    count = rules.count
    says = .allocate(capacity: count + 1)
    says.initialize(repeating: 0, count: count + 1)
    cells = .allocate(capacity: count * Self.sayings + 1)
    members = .allocate(capacity: count * Self.sayings + 1)
    prettyMembers = .allocate(capacity: count * Self.sayings + 1)
    var bytes: [UInt8] = []
    var longest = 0
    for (place, rule) in rules.enumerated() {
      let name = JSONValue.string(program.charter.rules[rule].name).compact
      let comma = place == 0 ? "" : ","
      var longestHere = 0
      for saying in Saying.allCases {
        let halves = Number(saying.halves * program.rules[rule].weight)
        let points = (halves.divided(by: Number(2)) ?? Number(0)).decimal(places: 1)
        let text = saying == .notInPlay ? "" : points
        var word: UInt64 = 0x2C
        for (place, byte) in text.utf8.prefix(7).enumerated() {
          word |= UInt64(byte) << UInt64(8 * (place + 1))
        }
        let index = place * Self.sayings + Int(saying.rawValue)
        cells.initializeElement(at: index, to: (word, 1 + min(7, text.utf8.count)))
        let value = text.isEmpty ? "null" : text
        for (list, form) in [
          (members, "\(comma)\(name):\(value)"),
          (prettyMembers, "\(comma)\n        \(name): \(value)"),
        ] {
          list.initializeElement(at: index, to: (Int32(bytes.count), Int32(form.utf8.count)))
          bytes += Array(form.utf8)
          longestHere = max(longestHere, form.utf8.count)
        }
      }
      longest += longestHere
    }
    arena = .allocate(capacity: bytes.count + 1)
    _ = arena.initialize(from: bytes)
    scratch = .allocate(byteCount: longest + 16 * (count + 1), alignment: 8)
  }

  deinit {
    says.deallocate()
    cells.deallocate()
    members.deallocate()
    prettyMembers.deallocate()
    arena.deallocate()
    scratch.deallocate()
  }

  /// Takes what the rules say of the action that was looked up last.
  func fill(_ kernel: CellKernel, _ direct: [(rule: Int, saying: Saying)]) {
    kernel.sayings(into: says)
    for (rule, saying) in direct {
      if let place = rules.firstIndex(of: rule) { says[place] = saying.rawValue }
    }
  }

  /// A cell for each rule; empty where it is not in play.
  func appendCells(to text: inout [UInt8]) {
    guard let base = scratch.baseAddress, let cells = cells.baseAddress else { return }
    var end = 0
    for rule in 0..<count {
      let (word, length) = cells[rule &* Self.sayings &+ Int(says[rule])]
      base.storeBytes(of: word, toByteOffset: end, as: UInt64.self)
      end &+= length
    }
    text.append(contentsOf: UnsafeRawBufferPointer(start: base, count: end))
  }

  /// A member for each rule; null where it is not in play.
  func appendMembers(to text: inout [UInt8], onOneLine: Bool) {
    text.append(contentsOf: onOneLine ? Self.compactStart : Self.prettyStart)
    let list = onOneLine ? members : prettyMembers
    guard let base = scratch.baseAddress, let list = list.baseAddress,
      let arena = UnsafeRawPointer(arena.baseAddress)
    else { return }
    var end = 0
    for rule in 0..<count {
      let (start, length) = list[rule &* Self.sayings &+ Int(says[rule])]
      (base + end).copyMemory(from: arena + Int(start), byteCount: Int(length))
      end &+= Int(length)
    }
    text.append(contentsOf: UnsafeRawBufferPointer(start: base, count: end))
    text.append(contentsOf: onOneLine ? Self.compactEnd : Self.prettyEnd)
  }

  private static let compactStart = Array(",\"points\":{".utf8)
  private static let compactEnd = Array("}".utf8)
  private static let prettyStart = Array(",\n      \"points\": {".utf8)
  private static let prettyEnd = Array("\n      }".utf8)
}
