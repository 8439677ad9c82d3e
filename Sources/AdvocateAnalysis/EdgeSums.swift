import AdvocateCharter
import AdvocateEvaluation

/// How much of the possible answers lies at or above one edge of a band.
///
/// A score is at or above an edge where (50 - edge) x weight in play + 25 x balance is not below 0:
/// one whole number a component, so that the sums of many components stay a short row.
struct EdgeSums {
  /// The distance from the edge, in units of `step`, at the first place of `masses`.
  private var low: Int
  private var masses: [Double]

  /// Nothing is in play: exactly at the edge.
  static let empty = EdgeSums(low: 0, masses: [1])

  private init(low: Int, masses: [Double]) {
    self.low = low
    self.masses = masses
  }

  /// The distances of unvetoed `outcomes` from the edge at `hundredths`, whose unit is `step`.
  init(_ outcomes: Outcomes, hundredths: Int, step: Int) {
    var distances: [Int: Double] = [:]
    for entry in outcomes.entries where !entry.sums.isVetoed && entry.mass > 0 {
      distances[Self.distance(entry.sums, hundredths) / step, default: 0] += entry.mass
    }
    let first = distances.keys.min() ?? 0
    let last = distances.keys.max() ?? 0
    low = first
    masses = [Double](repeating: 0, count: last - first + 1)
    for (distance, mass) in distances { masses[distance - first] = mass }
  }

  /// The largest unit in which all distances from the edge at `hundredths` are whole.
  static func step(hundredths: Int) -> Int {
    var (left, right) = (abs(5000 - hundredths), 2500)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  static func distance(_ sums: Outcomes.Sums, _ hundredths: Int) -> Int {
    (5000 - hundredths) * sums.inPlay + 2500 * sums.balance
  }

  /// The distances of both together.
  func combined(with other: EdgeSums) -> EdgeSums {
    let (long, short) = masses.count >= other.masses.count ? (self, other) : (other, self)
    var sums = [Double](repeating: 0, count: long.masses.count + short.masses.count - 1)
    sums.withUnsafeMutableBufferPointer { sums in
      long.masses.withUnsafeBufferPointer { masses in
        guard let target = sums.baseAddress, let source = masses.baseAddress else { return }
        // Plain pointers, so that the loop takes several places at a time; each place still gets
        // the same sum in the same order.
        let count = masses.count
        for (offset, mass) in short.masses.enumerated() where mass > 0 {
          let row = target + offset
          for place in 0..<count { row[place] += mass * source[place] }
        }
      }
    }
    return EdgeSums(low: low + other.low, masses: sums)
  }

  /// How many places the distances of all `parts` together from the edge at `hundredths` take.
  static func length(_ parts: [Outcomes], hundredths: Int) -> Int {
    let step = step(hundredths: hundredths)
    return parts.reduce(1) { length, part in
      let distances = part.entries.map { distance($0.sums, hundredths) / step }
      return length + (distances.max() ?? 0) - (distances.min() ?? 0)
    }
  }

  /// The mass of unvetoed `parts` together that lies at or above the edge at `hundredths`.
  static func massReached(_ parts: [Outcomes], hundredths: Int) -> Double {
    let step = step(hundredths: hundredths)
    let sums = parts.map { EdgeSums($0, hundredths: hundredths, step: step) }
      .sorted { $0.masses.count < $1.masses.count }
      .reduce(EdgeSums.empty) { $0.combined(with: $1) }
    return sums.masses.indices.reduce(0) { sums.low + $1 >= 0 ? $0 + sums.masses[$1] : $0 }
  }

  /// The mass that lies at or above the edge once `distance` is added, for many distances fast.
  func tail() -> Tail {
    var sums = masses
    sums.withUnsafeMutableBufferPointer { sums in
      guard let last = sums.last else { return }
      var above = last
      for place in stride(from: sums.count - 2, through: 0, by: -1) {
        above = sums[place] + above
        sums[place] = above
      }
    }
    return Tail(low: low, sums: sums)
  }

  /// Sums from each distance upwards.
  struct Tail {
    fileprivate var low: Int
    fileprivate var sums: [Double]

    /// The mass that lies at or above the edge once `distance` is added.
    func mass(adding distance: Int) -> Double {
      let first = -distance - low
      if first <= 0 { return sums.first ?? 0 }
      return first < sums.count ? sums[first] : 0
    }
  }
}

/// What all components but one come to, as far as verdicts go.
struct OtherComponents {
  /// The distances from each edge between bands, the best band's first.
  var edges: [EdgeSums]
  /// The mass without a veto.
  var unvetoed: Double
  /// The mass without a veto and with nothing in play.
  var silent: Double

  static func empty(_ edgeCount: Int) -> OtherComponents {
    OtherComponents(
      edges: [EdgeSums](repeating: .empty, count: edgeCount), unvetoed: 1, silent: 1)
  }

  func combined(with other: OtherComponents) -> OtherComponents {
    OtherComponents(
      edges: zip(edges, other.edges).map { $0.combined(with: $1) },
      unvetoed: unvetoed * other.unvetoed, silent: silent * other.silent)
  }

  init(edges: [EdgeSums], unvetoed: Double, silent: Double) {
    self.edges = edges
    self.unvetoed = unvetoed
    self.silent = silent
  }

  init(_ outcomes: Outcomes, bands: [Band]) {
    edges = bands.dropLast().map {
      EdgeSums(outcomes, hundredths: $0.from, step: EdgeSums.step(hundredths: $0.from))
    }
    unvetoed = 0
    silent = 0
    for entry in outcomes.entries where !entry.sums.isVetoed {
      unvetoed += entry.mass
      if entry.sums.inPlay == 0 { silent += entry.mass }
    }
  }

  /// For each component, what all the others come to together, by halving.
  static func eachLeftOut(_ components: [OtherComponents], edgeCount: Int) -> [OtherComponents] {
    var results = [OtherComponents](repeating: .empty(edgeCount), count: components.count)
    func visit(_ range: Range<Int>, _ outside: OtherComponents) {
      guard range.count > 1 else {
        if let only = range.first { results[only] = outside }
        return
      }
      let middle = range.lowerBound + range.count / 2
      let halves = [range.lowerBound..<middle, middle..<range.upperBound]
      for (own, other) in [(halves[0], halves[1]), (halves[1], halves[0])] {
        visit(own, other.reduce(outside) { $0.combined(with: components[$1]) })
      }
    }
    visit(components.indices, .empty(edgeCount))
    return results
  }
}
