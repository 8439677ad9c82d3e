import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Judges the actions of chunks, one chunk after another.
///
/// A class, because it owns the memory of the loop, which is not to be copied. Each thread has its
/// own, and all of them share a plan.
public final class BatchWorker {
  let plan: BatchPlan
  let judge: Judge
  let kernel: CellKernel
  let cells: UnsafeMutableBufferPointer<UInt16>
  let numbers: [PlainNumbers]
  let isDirect: [Bool]
  let isQuick: Bool
  let points: BatchPoints?
  let quickFormats: [BatchFormat]
  /// For each quick format its place among all.
  let quickPlaces: [Int]
  var memo: ValueMemo
  var tails: BatchTails
  var piece: BatchPiece
  var source = BatchSource(file: "", form: .jsonLines)
  /// What the rules outside the tables said so far, by rule and saying.
  var directCounts: [[Int]]
  /// What those say of an action that touches nothing that they read.
  let idle: (sayings: [(rule: Int, saying: Saying)], sum: PackedTally)
  var idleRows = 0
  /// What the action in hand says of the facts that the rules outside the tables read.
  var directWorld: DirectWorld
  /// The facts that actions left unsaid: of rows read carefully, and of the quick rows of tables.
  var unsaid: [Int]
  var unsaidInTables: [Int]
  /// The facts that the action in hand leaves unsaid.
  let blanks: UnsafeMutableBufferPointer<Int32>
  var blankCount = 0
  /// The distance of the farthest of the actions that are kept as near.
  var farthest = Int.max
  /// The keys of the line before, in their order.
  var keys: [JSONKey] = []
  var columnsOfKeys: [String: BatchColumn] = [:]
  var saidCount = 0
  /// The actions that were read quickly member by member or line by line, and what they say; those
  /// whose unsaid facts are untouched are counted apart.
  var objectRows = 0
  var saidInObjects: [Int]
  /// Which outcomes of an earlier run came again.
  var met: [Bool]
  /// The outcome that was come upon last, by the first one of its name.
  var turns: [Int: Int] = [:]
  var restRows = 0
  var saidInRest: [Int]
  /// The quick rows of the table in hand.
  var tableRows = 0
  /// In which column of the table in hand it stands how a fact is known.
  var evidenceColumns: [Int: Int] = [:]
  /// The record in hand, and its first line once a finding shows it.
  var record = UnsafeRawBufferPointer(start: nil, count: 0)
  var shownLine: RecordLine?
  /// The columns and members of the chunk in hand of which something was told.
  var toldNames: Set<String> = []

  static let mostNear = 5
  static let mostFindings = 50

  /// Creates a worker by `plan`.
  public init(_ plan: BatchPlan) {
    self.plan = plan
    let charter = plan.program.charter
    judge = Judge(plan.program)
    kernel = CellKernel(plan.tables)
    cells = .allocate(capacity: max(1, charter.facts.count))
    cells.initialize(repeating: 0)
    blanks = .allocate(capacity: charter.facts.count + 1)
    blanks.initialize(repeating: 0)
    numbers = charter.facts.indices.map { PlainNumbers(fact: $0, charter, plan.tables.cells[$0]) }
    var isDirect = [Bool](repeating: false, count: charter.facts.count)
    for fact in plan.tables.directFacts { isDirect[fact] = true }
    self.isDirect = isDirect
    isQuick = !plan.needsJudgement
    let quick = isQuick ? plan.formats.indices.filter { plan.formats[$0].isQuick } : []
    quickPlaces = quick
    quickFormats = quick.map { plan.formats[$0] }
    points = plan.depth == .points ? BatchPoints(plan) : nil
    memo = ValueMemo(columns: charter.facts.count)
    tails = BatchTails(plan, quick.map { plan.formats[$0] })
    piece = BatchPiece(texts: [], verdicts: [], settled: [])
    directCounts = charter.rules.map { _ in [Int](repeating: 0, count: Saying.allCases.count) }
    var world = [Reading](repeating: .untouched, count: charter.facts.count)
    idle = plan.tables.direct(in: &world)
    directWorld = DirectWorld(facts: charter.facts.count)
    unsaid = [Int](repeating: 0, count: charter.facts.count)
    unsaidInTables = unsaid
    saidInObjects = [Int](repeating: 0, count: max(64, charter.facts.count))
    met = [Bool](repeating: false, count: plan.gates.baseline?.entries.count ?? 0)
    saidInRest = saidInObjects
  }

  deinit {
    cells.deallocate()
    blanks.deallocate()
  }

  @inline(__always)
  func noteBlank(_ fact: Int) {
    // A column names a fact only once, so that there is room.
    blanks[blankCount] = Int32(truncatingIfNeeded: fact)
    blankCount &+= 1
  }

  /// Judges the actions of `chunk`.
  public func process(_ chunk: BatchChunk) -> BatchPiece {
    let codes = plan.program.charter.bands.count + 2
    piece = BatchPiece(
      texts: plan.formats.map { _ in [] }, verdicts: [Int](repeating: 0, count: codes),
      settled: [Int](repeating: 0, count: codes))
    farthest = .max
    piece.file = chunk.source.file
    piece.firstLine = chunk.firstLine
    if source.form != chunk.source.form {
      // What stands before values is written otherwise.
      keys = []
      columnsOfKeys = [:]
      memo = ValueMemo(columns: plan.program.charter.facts.count)
    }
    source = chunk.source
    shownLine = nil
    if !toldNames.isEmpty {
      // Each chunk tells of the members that it does not read.
      toldNames = []
      keys = []
    }
    // A table sets the cells of its own columns only: nothing of another file may stay in the rest.
    cells.update(repeating: 0)
    for place in plan.formats.indices { piece.texts[place].reserveCapacity(chunk.count / 2) }
    for action in chunk.actions { judgeAction(action) }
    chunk.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, bytes.count >= chunk.count + ByteScan.padding else {
        return
      }
      switch source.form {
      case .csv(let delimiter):
        readTable(base, chunk.count, firstLine: chunk.firstLine, delimiter)
      case .jsonLines: readObjects(base, chunk.count, firstLine: chunk.firstLine)
      case .script: readScript(base, chunk.count, firstLine: chunk.firstLine)
      }
    }
    return piece
  }

  /// What was counted over all chunks so far.
  public func tally() -> BatchCounts {
    var sayings = kernel.counts()
    for (rule, counts) in directCounts.enumerated() {
      for (saying, count) in counts.enumerated() { sayings[rule][saying] += count }
    }
    for (rule, saying) in idle.sayings { sayings[rule][Int(saying.rawValue)] += idleRows }
    let left = unsaid.indices.map { fact -> Int in
      let declaration = plan.program.charter.facts[fact]
      guard declaration.kind?.isSaid == true else { return 0 }
      // What is not said is untouched then, unless it must be said.
      let open = unsaidInTables[fact] + objectRows - saidInObjects[fact]
      let rest = restRows - saidInRest[fact]
      return unsaid[fact] + (plan.restIsUntouched && !declaration.mustBeSaid ? 0 : open)
        + (declaration.mustBeSaid ? rest : 0)
    }
    return BatchCounts(sayings: sayings, unsaid: left, met: met)
  }

  // MARK: - Quick rows

  /// Judges the action whose facts are in the cells, and writes it; the name is what stands between
  /// two quotes or delimiters, or nil.
  @inline(__always)
  func judgeCells(_ name: UnsafeRawBufferPointer, line: Int) {
    guard directWorld.touched.isEmpty else { return judgeDirect(name, line: line) }
    guard let base = cells.baseAddress else { return }
    let sums = PackedTally(bits: kernel.look(up: base).bits &+ idle.sum.bits)
    idleRows &+= 1
    for place in 0..<blankCount { unsaidInTables[Int(blanks[place])] &+= 1 }
    write(name, line: line, sums, direct: idle.sayings)
  }

  func write(
    _ name: UnsafeRawBufferPointer, line: Int, _ sums: PackedTally,
    direct: [(rule: Int, saying: Saying)]
  ) {
    let place = tails.place(of: sums)
    piece.verdicts[tails[place].code] += 1
    if tails[place].distance < farthest {
      keepNear(String(decoding: name, as: UTF8.self), line, sums)
    }
    let isRefused =
      plan.gates.baseline == nil
      ? tails[place].isRefused : self.isRefused(String(decoding: name, as: UTF8.self), place)
    if isRefused { piece.refused.note(String(decoding: name, as: UTF8.self)) }
    if !quickFormats.isEmpty {
      points?.fill(kernel, direct)
      for (quick, format) in quickFormats.enumerated() {
        let tail = tails[place].texts[quick]
        append(format, quickPlaces[quick], name, tail)
      }
    }
    guard quickFormats.count < plan.formats.count else { return }
    let row = BatchRow(
      name: String(decoding: name, as: UTF8.self), line: line, sums: sums,
      code: tails[place].code, isRefused: isRefused)
    writeSlowly(row)
  }

  @inline(__always)
  private func append(
    _ format: BatchFormat, _ text: Int, _ name: UnsafeRawBufferPointer,
    _ tail: Range<Int>
  ) {
    switch format {
    case .csv:
      if SafeCSV.isPlain(name) {
        piece.texts[text].append(contentsOf: name)
      } else {
        piece.texts[text] += Array(SafeCSV.field(String(decoding: name, as: UTF8.self)).utf8)
      }
      piece.texts[text].append(contentsOf: tails.arena[tail])
      points?.appendCells(to: &piece.texts[text])
      piece.texts[text].append(
        contentsOf: plan.namesGroups ? Self.cellsEndWithGroup : Self.cellsEnd)
    default:
      let isLine = format == .jsonl
      piece.texts[text].append(
        contentsOf: isLine ? Self.lineStart : Self.memberStart)
      if ByteScan.isPlain(name, 0x5C5C_5C5C_5C5C_5C5C, 0x5C5C_5C5C_5C5C_5C5C) {
        piece.texts[text].append(0x22)
        piece.texts[text].append(contentsOf: name)
        piece.texts[text].append(0x22)
      } else {
        let value = JSONValue.string(String(decoding: name, as: UTF8.self))
        piece.texts[text] += Array(value.compact.utf8)
      }
      piece.texts[text].append(contentsOf: tails.arena[tail])
      points?.appendMembers(to: &piece.texts[text], onOneLine: isLine)
      piece.texts[text].append(contentsOf: isLine ? Self.lineEnd : Self.memberEnd)
    }
  }

  private static let cellsEnd: [UInt8] = [0x2C, 0x0A]
  private static let cellsEndWithGroup: [UInt8] = [0x2C, 0x2C, 0x0A]
  private static let lineStart = Array("{\"action\":".utf8)
  private static let lineEnd = Array("}\n".utf8)
  private static let memberStart = Array(",\n    {\n      \"action\": ".utf8)
  private static let memberEnd = Array("\n    }".utf8)

  // MARK: - Counting

  func keepNear(_ name: String, _ line: Int, _ sums: PackedTally) {
    guard let near = plan.near(name, source.file, line: line, sums) else { return }
    piece.nearest.append(near)
    guard piece.nearest.count > Self.mostNear else { return }
    piece.nearest.keepNearest(Self.mostNear)
    let last = piece.nearest[Self.mostNear - 1]
    let millionths = last.distance * Number(1_000_000)
    farthest = Int(millionths.decimal(places: 0)) ?? .max
  }

  /// Records that the action of a line could not be judged, and why.
  func fail(_ name: String, line: Int, _ findings: [Diagnostic]) {
    piece.failed.append(line)
    meetUnjudged(name)
    keep(findings)
    let first = findings.first
    writeFailure(
      BatchFailure(
        name: name, line: line, column: first?.column,
        reason: first?.sentences.first?.plain ?? ""))
  }
}

extension [NearAction] {
  /// Keeps the nearest actions, the first in the file before others.
  public mutating func keepNearest(_ count: Int) {
    self = Array(
      enumerated().sorted { left, right in
        left.element.distance == right.element.distance
          ? left.offset < right.offset : left.element.distance < right.element.distance
      }.map(\.element).prefix(count))
  }
}

/// What was counted over a batch.
public struct BatchCounts: Sendable {
  /// How often each rule said each thing, by the saying's place.
  public var sayings: [[Int]]
  /// How many actions left each fact unsaid.
  public var unsaid: [Int]
  /// Which outcomes of an earlier run came again.
  public var met: [Bool]

  /// Adds what another worker counted.
  public mutating func add(_ other: BatchCounts) {
    for (rule, counts) in other.sayings.enumerated() {
      for (saying, count) in counts.enumerated() { sayings[rule][saying] += count }
    }
    for (fact, count) in other.unsaid.enumerated() { unsaid[fact] += count }
    for (place, isMet) in other.met.enumerated() where isMet { met[place] = true }
  }
}
