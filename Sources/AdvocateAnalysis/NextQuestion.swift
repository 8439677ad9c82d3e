import AdvocateCharter
import AdvocateEvaluation

/// The open fact whose answer leaves least in doubt.
public struct NextQuestion: Sendable, Equatable {
  /// The fact, by its place in the charter.
  public var fact: Int
  /// The doubt that its answer leaves on average: the expected entropy of the share, in bits.
  public var doubt: Double
}

extension Judge {
  /// The questions that some verdict still hangs on, the one that decides most first.
  ///
  /// Facts marked `first` come before all others. Among the rest the one whose answer leaves the
  /// least expected entropy of the share of verdicts (C. E. Shannon, Bell System Technical Journal
  /// 27, 1948) comes first; within 1e-9 unsaid facts come before ranges, then charter order.
  /// Empty when the verdict is settled. Where shares are not exact, the facts on which most points
  /// wait come first.
  public func questions(about judgement: Judgement) -> [NextQuestion] {
    guard !judgement.uncertainty.isSettled else { return [] }
    let deciding = judgement.uncertainty.decidingFacts
    let doubts = doubts(judgement, deciding)
    let questions = deciding.map { NextQuestion(fact: $0, doubt: doubts[$0] ?? .infinity) }
    let unsaid = Set(judgement.uncertainty.unsaidFacts)
    func rank(_ fact: Int) -> (Int, Int) {
      (program.charter.facts[fact].isFirst ? 0 : 1, unsaid.contains(fact) ? 0 : 1)
    }
    return questions.sorted { left, right in
      let (one, other) = (rank(left.fact), rank(right.fact))
      if one.0 != other.0 { return one.0 < other.0 }
      if abs(left.doubt - right.doubt) > 1e-9 { return left.doubt < right.doubt }
      return one.1 == other.1 ? left.fact < right.fact : one.1 < other.1
    }
  }

  /// The expected entropy that the answer to each of `facts` leaves; none where it is not known.
  private func doubts(_ judgement: Judgement, _ facts: [Int]) -> [Int: Double] {
    let parts = openParts(of: judgement)
    let bands = program.charter.bands
    let components = parts.components.map { OtherComponents($0.outcomes, bands: bands) }
    let others = OtherComponents.eachLeftOut(
      components + [OtherComponents(parts.fixed, bands: bands)], edgeCount: bands.count - 1)
    var doubts: [Int: Double] = [:]
    for (place, component) in parts.components.enumerated() {
      let scale = VerdictScale(others[place], bands: bands)
      for fact in facts {
        guard let variable = parts.variables.variableOfFact[fact],
          component.variables.contains(variable),
          let own = parts.variables.variables[variable].facts.firstIndex(of: fact),
          let perCell = Elimination.outcomes(
            of: component.tables, members: component.variables, perCellOf: variable,
            variables: parts.variables.variables, charter: program.charter, budget: budget)
        else { continue }
        let cells = parts.variables.variables[variable].cells
        doubts[fact] = scale.expectedEntropy(cells, own, perCell)
      }
    }
    return doubts
  }
}

/// Turns what one component comes to into shares of verdicts, the other components given.
private struct VerdictScale {
  private let tails: [EdgeSums.Tail]
  private let steps: [Int]
  private let others: OtherComponents
  private let bands: [Band]

  init(_ others: OtherComponents, bands: [Band]) {
    self.others = others
    self.bands = bands
    tails = others.edges.map { $0.tail() }
    steps = bands.dropLast().map { EdgeSums.step(hundredths: $0.from) }
  }

  /// The entropy that is left when the fact at `own` in `cells` is answered, on average.
  func expectedEntropy(_ cells: [OpenVariable.Cell], _ own: Int, _ perCell: [Outcomes]) -> Double {
    var answers: [Answer: (mass: Double, shares: [Double])] = [:]
    for (cell, outcomes) in zip(cells, perCell) where cell.mass > 0 {
      let shares = shares(outcomes)
      var answer =
        answers[Answer(cell, own)] ?? (mass: 0, shares: shares.map { _ in 0 })
      answer.mass += cell.mass
      for place in shares.indices { answer.shares[place] += cell.mass * shares[place] }
      answers[Answer(cell, own)] = answer
    }
    var entropy = 0.0
    for answer in answers.values {
      for share in answer.shares where share > 0 {
        entropy -= share * Self.logarithm(share / answer.mass)
      }
    }
    return entropy
  }

  /// The answer to one fact of a variable: what it holds, or where its number lies.
  private struct Answer: Hashable {
    var reading: String

    init(_ cell: OpenVariable.Cell, _ own: Int) {
      if let interval = cell.intervals[own] {
        let (low, high) = (interval.low?.exactDecimal ?? "", interval.high?.exactDecimal ?? "")
        reading = "\(low)|\(high)"
      } else {
        reading = "\(cell.readings[own])"
      }
    }
  }

  /// The share of each band, of silence and of a veto.
  private func shares(_ outcomes: Outcomes) -> [Double] {
    var atLeast = [Double](repeating: 0, count: bands.count - 1)
    var unvetoed = 0.0
    var silent = 0.0
    var total = 0.0
    for (sums, mass) in outcomes.masses where mass > 0 {
      total += mass
      guard !sums.isVetoed else { continue }
      unvetoed += mass * others.unvetoed
      if sums.inPlay == 0 { silent += mass * others.silent }
      for place in atLeast.indices {
        let distance = EdgeSums.distance(sums, bands[place].from) / steps[place]
        atLeast[place] += mass * tails[place].mass(adding: distance)
      }
    }
    // Nothing in play lies on every edge at once, so silence is taken out of each.
    var shares: [Double] = []
    var above = 0.0
    for place in bands.indices {
      let reached = place < atLeast.count ? atLeast[place] - silent : unvetoed - silent
      shares.append(max(0, reached - above))
      above = max(above, reached)
    }
    return shares + [silent, max(0, total - unvetoed)]
  }

  /// The logarithm to base 2, without a mathematics library: by halving, then a series.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0 else { return -.infinity }
    var fraction = value.significand
    let exponent = Double(value.exponent)
    // ln x = 2 artanh((x - 1) / (x + 1)), which converges fast near 1.
    if fraction > 1.4142135623730951 { fraction /= 2 }
    let base = fraction == value.significand ? exponent : exponent + 1
    let ratio = (fraction - 1) / (fraction + 1)
    var power = ratio
    var sum = 0.0
    for step in stride(from: 1.0, through: 41, by: 2) {
      sum += power / step
      power *= ratio * ratio
    }
    return base + 2 * sum / 0.6931471805599453
  }
}
