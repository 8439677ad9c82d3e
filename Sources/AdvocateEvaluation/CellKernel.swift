import AdvocateCharter

/// Looks actions up in the tables of a charter: the loop of a batch, without allocation.
///
/// Every user has its own, since it counts how often each entry was met.
public final class CellKernel {
  // A class, because it owns memory that the loop reads without checks and must free it once.
  /// A fact that a group reads.
  private struct Reference {
    var fact: Int32
    var stride: Int32
  }

  private let tables: CellTables
  private let references: UnsafeMutableBufferPointer<Reference>
  /// For each group where its references end, and where its entries start.
  private let groups: UnsafeMutableBufferPointer<(end: Int32, start: Int32)>
  private let sums: UnsafeMutableBufferPointer<UInt64>
  private let hits: UnsafeMutableBufferPointer<UInt32>
  /// For each group the entry of the action that was looked up last.
  private let entries: UnsafeMutableBufferPointer<Int32>
  /// For each rule in use its group and how far its four bits are shifted; below 0 for those
  /// outside the tables.
  private let places: UnsafeMutableBufferPointer<(group: Int32, shift: Int32)>
  private let sayings: UnsafeMutableBufferPointer<UInt64>
  /// How often each entry was met, where the counts above have run over.
  private var overflow: [UInt64] = []
  private var sinceFold = 0

  /// Prepares to look up in `tables`.
  public init(_ tables: CellTables) {
    self.tables = tables
    let flat = tables.groups.flatMap { group in
      group.facts.map { Reference(fact: Int32($0.fact), stride: Int32($0.stride)) }
    }
    references = .allocate(capacity: max(1, flat.count))
    _ = references.initialize(from: flat)
    groups = .allocate(capacity: max(1, tables.groups.count))
    var end = 0
    for (place, group) in tables.groups.enumerated() {
      end += group.facts.count
      groups.initializeElement(at: place, to: (Int32(end), Int32(group.start)))
    }
    sums = .allocate(capacity: max(1, tables.sums.count))
    _ = sums.initialize(from: tables.sums)
    hits = .allocate(capacity: max(1, tables.sums.count))
    hits.initialize(repeating: 0)
    entries = .allocate(capacity: max(1, tables.groups.count))
    entries.initialize(repeating: 0)
    let used = tables.evaluator.program.usedRules
    places = .allocate(capacity: max(1, used.count))
    for (place, rule) in used.enumerated() {
      let found = tables.places[rule]
      places.initializeElement(
        at: place, to: (Int32(found?.group ?? -1), Int32(4 * (found?.place ?? 0))))
    }
    sayings = .allocate(capacity: max(1, tables.sayings.count))
    _ = sayings.initialize(from: tables.sayings)
    overflow = [UInt64](repeating: 0, count: tables.sums.count)
  }

  deinit {
    references.deallocate()
    groups.deallocate()
    sums.deallocate()
    hits.deallocate()
    entries.deallocate()
    places.deallocate()
    sayings.deallocate()
  }

  /// The sums of the rules in the tables for an action whose facts are in `cells`, which has an
  /// element for every fact of the charter.
  public func look(up cells: UnsafePointer<UInt16>) -> PackedTally {
    var total: UInt64 = 0
    var place = 0
    let count = tables.groupCount
    guard let references = references.baseAddress, let groups = groups.baseAddress,
      let sums = sums.baseAddress, let hits = hits.baseAddress, let entries = entries.baseAddress
    else { return PackedTally() }
    for group in 0..<count {
      let (end, start) = groups[group]
      var entry = Int(start)
      while place < Int(end) {
        let reference = references[place]
        entry &+= Int(cells[Int(reference.fact)]) &* Int(reference.stride)
        place &+= 1
      }
      total &+= sums[entry]
      hits[entry] &+= 1
      entries[group] = Int32(truncatingIfNeeded: entry)
    }
    sinceFold &+= 1
    if sinceFold == 1 << 31 { fold() }
    return PackedTally(bits: total)
  }

  /// What `rule` says of the action that was looked up last; nil for a rule outside the tables.
  public func saying(ofRule rule: Int) -> Saying? {
    guard let (group, place) = tables.places[rule] else { return nil }
    let packed = tables.sayings[Int(entries[group])]
    return Saying(rawValue: UInt8(packed >> UInt64(4 * place) & 15))
  }

  /// Writes what each rule in use says of the action that was looked up last, as its raw value, one
  /// byte a rule; the bytes of rules outside the tables stay as they are.
  public func sayings(into bytes: UnsafeMutablePointer<UInt8>) {
    let count = tables.evaluator.program.usedRules.count
    guard let places = places.baseAddress, let sayings = sayings.baseAddress,
      let entries = entries.baseAddress
    else { return }
    for rule in 0..<count {
      let (group, shift) = places[rule]
      if group < 0 { continue }
      let packed = sayings[Int(entries[Int(group)])]
      bytes[rule] = UInt8(truncatingIfNeeded: packed &>> UInt64(shift)) & 15
    }
  }

  /// Empties the counts of single entries into the long ones.
  private func fold() {
    for place in overflow.indices {
      overflow[place] += UInt64(hits[place])
      hits[place] = 0
    }
    sinceFold = 0
  }

  /// How often each rule in the tables said each thing so far, by the saying's raw value.
  public func counts() -> [[Int]] {
    fold()
    let rules = tables.evaluator.program.charter.rules.indices
    return rules.map { rule in
      var counts = [Int](repeating: 0, count: Saying.allCases.count)
      guard let (group, place) = tables.places[rule] else { return counts }
      let start = tables.groups[group].start
      for entry in start..<(start + tables.groups[group].size) where overflow[entry] > 0 {
        counts[Int(tables.sayings[entry] >> UInt64(4 * place) & 15)] += Int(overflow[entry])
      }
      return counts
    }
  }
}
