import AdvocateCharter
import AdvocateEvaluation

/// What is written behind the name of an action, and what its sums come to, remembered by the sums:
/// there are far fewer of those than actions.
struct BatchTails {
  /// What some sums come to.
  struct Outcome {
    /// The verdict's code.
    var code = 0
    /// Whether a gate refuses it.
    var isRefused = false
    /// The score as it is written, where it is held against an earlier one.
    var written: Number?
    /// The distance to the nearest better verdict in millionths; high where there is none.
    var distance = Int.max
    /// Where the text for each quick format stands.
    var texts: [Range<Int>] = []
  }

  private struct Slot {
    var bits: UInt64
    var outcome: Outcome
  }

  private let plan: BatchPlan
  private let formats: [BatchFormat]
  private static let slotBits: UInt64 = 13
  private var keys: [UInt64]
  private var outcomes: [Outcome]
  /// The bytes of all texts.
  private(set) var arena: [UInt8] = []
  private static let mostKept = 1 << 22

  init(_ plan: BatchPlan, _ formats: [BatchFormat]) {
    self.plan = plan
    self.formats = formats
    // No sums have all bits set: vetoes are counted far below that.
    keys = [UInt64](repeating: .max, count: 1 << Int(Self.slotBits))
    outcomes = [Outcome](repeating: Outcome(), count: 1 << Int(Self.slotBits))
  }

  /// The place of what `sums` come to among all outcomes.
  @inline(__always)
  mutating func place(of sums: PackedTally) -> Int {
    let hash = (sums.bits ^ (sums.bits >> 29)) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: hash >> (64 - Self.slotBits))
    if keys[place] != sums.bits { fill(place, sums) }
    return place
  }

  /// What is remembered at `place`.
  @inline(__always)
  subscript(place: Int) -> Outcome { _read { yield outcomes[place] } }

  private mutating func fill(_ place: Int, _ sums: PackedTally) {
    if arena.count > Self.mostKept {
      arena.removeAll(keepingCapacity: true)
      for place in keys.indices { keys[place] = .max }
    }
    let verdict = Verdict(sums, plan)
    var outcome = Outcome()
    outcome.code = verdict.code(among: plan.program.charter.bands)
    outcome.isRefused = plan.gates.refuses(sums.tally.score, code: outcome.code)
    if plan.gates.baseline != nil { outcome.written = sums.tally.score?.written }
    outcome.distance = plan.distance(of: sums, verdict)
    for format in formats {
      let start = arena.count
      arena += Array(text(format, sums, code: outcome.code).utf8)
      outcome.texts.append(start..<arena.count)
    }
    keys[place] = sums.bits
    outcomes[place] = outcome
  }

  /// What stands behind the name, up to the points of the rules.
  private func text(_ format: BatchFormat, _ sums: PackedTally, code: Int) -> String {
    let tally = sums.tally
    let score = tally.score.map { $0.number.decimal(places: 6) }
    let word = plan.word(ofVerdict: code)
    func halves(_ count: Int) -> String { count % 2 == 0 ? "\(count / 2)" : "\(count / 2).5" }
    let (forth, against) = (halves(tally.forHalves), halves(tally.againstHalves))
    switch format {
    case .csv:
      return ",\(SafeCSV.field(word)),\(score ?? ""),\(forth),\(against),\(tally.inPlay)"
    case .jsonl:
      return """
        ,"verdict":\(JSONValue.string(word).compact),"score":\(score ?? "null"),"for":\(forth),\
        "against":\(against),"inPlay":\(tally.inPlay)
        """
    default:
      return """
        ,
              "verdict": \(JSONValue.string(word).compact),
              "score": \(score ?? "null"),
              "for": \(forth),
              "against": \(against),
              "inPlay": \(tally.inPlay)
        """
    }
  }
}

extension Verdict {
  /// The outcome of `sums`.
  init(_ sums: PackedTally, _ plan: BatchPlan) {
    self = plan.tables.evaluator.verdict(sums.tally, isVetoed: sums.isVetoed)
  }
}

extension Score {
  /// The score with the six decimals that files have.
  fileprivate var written: Number? {
    let parts = number.decimal(places: 6).split(separator: ".")
    return Number(
      whole: parts[0], fraction: parts.count > 1 ? parts[1] : "", isNegative: false)
  }
}

extension BatchPlan {
  /// The edge between `verdict` and the next better one; nil where there is none.
  private func edge(above verdict: Verdict) -> (from: Int, name: String)? {
    let bands = program.charter.bands
    guard case .band(let place) = verdict, place > 0 else { return nil }
    return (bands[place - 1].from, bands[place - 1].name)
  }

  /// How far `sums` are from the next better verdict, in millionths of a point.
  func distance(of sums: PackedTally, _ verdict: Verdict) -> Int {
    guard let edge = edge(above: verdict), let score = sums.tally.score else { return .max }
    let rest = (edge.from - 5000) * 10_000 - 25_000_000 * score.balance / score.inPlay
    return max(rest, 0)
  }

  /// The action, as one near to another verdict.
  func near(_ name: String, _ file: String, line: Int, _ sums: PackedTally) -> NearAction? {
    guard let edge = edge(above: Verdict(sums, self)), let score = sums.tally.score else {
      return nil
    }
    let from = Number(edge.from).divided(by: Number(100)) ?? Number(0)
    return NearAction(
      name: name, file: file, line: line, distance: from - score.number, score: score.number,
      verdict: edge.name)
  }
}
