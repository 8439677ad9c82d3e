import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// What a value of a fact that rules outside the tables read was read as.
struct DirectValue {
  var reading: Reading
  /// The cell of the fact; 0 where it has none.
  var cell: UInt16
}

/// What an action says of the facts that rules outside the tables read.
struct DirectWorld {
  /// What each fact of the charter holds; untouched but for those facts.
  var world: [Reading]
  /// The facts that the action in hand says something of.
  private(set) var touched: [Int] = []
  /// The values that are remembered; the memo of values holds their places.
  var values: [DirectValue] = []

  init(facts: Int) { world = [Reading](repeating: .untouched, count: facts) }

  /// Forgets the action before.
  @inline(__always)
  mutating func begin() {
    guard !touched.isEmpty else { return }
    for fact in touched { world[fact] = .untouched }
    touched.removeAll(keepingCapacity: true)
  }

  mutating func set(_ fact: Int, _ reading: Reading) {
    world[fact] = reading
    touched.append(fact)
  }
}

/// Facts that rules outside the tables read, in rows of which everything else is in tables.
extension BatchWorker {
  /// Takes the value remembered at `place` for the action in hand.
  func takeDirect(_ fact: Int, _ place: UInt16) {
    let value = directWorld.values[Int(place)]
    cells[fact] = value.cell
    directWorld.set(fact, value.reading)
  }

  /// Puts what was said of `fact` into its cell, remembers it by `key`, and where rules outside the
  /// tables read the fact, keeps it for them; false where it has no place.
  func keep(
    _ fact: Int, _ key: ValueMemo.Key, _ base: UnsafeRawPointer, _ from: Int,
    _ content: Statement.Content
  ) -> Bool {
    let reading = Evaluator.reading(asToldBy: content)
    let own = plan.tables.cells[fact]
    let cell = UInt16(own?.cell(of: reading) ?? 0)
    guard isDirect[fact] else {
      guard own != nil else { return false }
      memo.keep(key, base, from, cell: cell)
      cells[fact] = cell
      return true
    }
    if directWorld.values.count > Int(UInt16.max) {
      memo = ValueMemo(columns: plan.program.charter.facts.count)
      directWorld.values.removeAll(keepingCapacity: true)
    }
    let place = UInt16(directWorld.values.count)
    directWorld.values.append(DirectValue(reading: reading, cell: cell))
    memo.keep(key, base, from, cell: place)
    takeDirect(fact, place)
    return true
  }

  /// Judges the action whose facts are in the cells and in the world of the rules outside the
  /// tables, and writes it.
  func judgeDirect(_ name: UnsafeRawBufferPointer, line: Int) {
    guard let base = cells.baseAddress else { return }
    let outside = plan.tables.direct(in: &directWorld.world)
    for (rule, saying) in outside.sayings { directCounts[rule][Int(saying.rawValue)] += 1 }
    let sums = PackedTally(bits: kernel.look(up: base).bits &+ outside.sum.bits)
    for place in 0..<blankCount { unsaidInTables[Int(blanks[place])] &+= 1 }
    write(name, line: line, sums, direct: outside.sayings)
  }
}
