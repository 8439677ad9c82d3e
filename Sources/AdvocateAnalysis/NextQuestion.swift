import AdvocateCharter
import AdvocateEvaluation

/// The open fact whose answer leaves least in doubt.
public struct NextQuestion: Sendable, Equatable {
  /// The fact, by its place in the charter.
  public var fact: Int
  /// The doubt that its answer leaves on average: the expected entropy of the share, in bits.
  ///
  /// Infinite where shares are not exact.
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
  ///
  /// - Parameters:
  ///   - judgement: what is known so far.
  ///   - facts: the facts to ask for, which saves the work for all others; nil for all that decide.
  public func questions(
    about judgement: Judgement, among facts: [Int]? = nil
  ) -> [NextQuestion] {
    guard !judgement.uncertainty.isSettled else { return [] }
    let deciding = judgement.uncertainty.decidingFacts.filter { facts?.contains($0) ?? true }
    let isExact = judgement.uncertainty.isExact
    let doubts = isExact ? doubts(judgement, deciding) : [:]
    let points = isExact ? [:] : points(judgement, deciding)
    let questions = deciding.map { NextQuestion(fact: $0, doubt: doubts[$0] ?? .infinity) }
    let unsaid = Set(judgement.uncertainty.unsaidFacts)
    func rank(_ fact: Int) -> [Int] {
      [program.charter.facts[fact].isFirst ? 0 : 1, -(points[fact] ?? 0)]
    }
    return questions.sorted { left, right in
      let (one, other) = (rank(left.fact), rank(right.fact))
      if one != other { return one.lexicographicallyPrecedes(other) }
      if abs(left.doubt - right.doubt) > 1e-9 { return left.doubt < right.doubt }
      let isUnsaid = unsaid.contains(left.fact)
      return isUnsaid == unsaid.contains(right.fact) ? left.fact < right.fact : isUnsaid
    }
  }

  /// The sum of the weights of the open rules that read each of `facts`.
  private func points(_ judgement: Judgement, _ facts: [Int]) -> [Int: Int] {
    var points: [Int: Int] = [:]
    for rule in judgement.uncertainty.openRules {
      for fact in Set(program.inputs(ofRule: rule)) {
        points[fact, default: 0] += program.rules[rule].weight
      }
    }
    return points
  }

  /// The expected entropy that the answer to each of `facts` leaves; none where it is not known.
  private func doubts(_ judgement: Judgement, _ facts: [Int]) -> [Int: Double] {
    let parts = openParts(of: judgement)
    let variables = parts.variables
    let bands = program.charter.bands
    let components = parts.components.map { OtherComponents($0.outcomes, bands: bands) }
    let others = OtherComponents.eachLeftOut(
      components + [OtherComponents(parts.fixed, bands: bands)], edgeCount: bands.count - 1)
    // What no component holds decides nothing, whatever the answer.
    let present = VerdictScale.entropy(judgement.uncertainty.shares, of: 1)
    var doubts = Dictionary(uniqueKeysWithValues: facts.map { ($0, present) })
    for (place, component) in parts.components.enumerated() {
      let scale = VerdictScale(others[place], bands: bands)
      for fact in facts where !Interruption.isRequested {
        guard let variable = variables.variableOfFact[fact],
          component.variables.contains(variable),
          let own = variables.variables[variable].facts.firstIndex(of: fact)
        else { continue }
        // The answer to a text is all that is counted in it.
        let counts = variables.counts(inText: fact).filter { component.variables.contains($0) }
        let perCell = Elimination.outcomes(
          of: component.tables, members: component.variables, perCellOf: [variable] + counts,
          variables: variables.variables, charter: program.charter, budget: budget)
        let cells = variables.variables[variable].cells
        doubts[fact] = perCell.map {
          counts.isEmpty
            ? scale.expectedEntropy(cells, own, $0) : scale.expectedEntropy(cells, $0)
        }
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
    var answers: [Answer: [Double]] = [:]
    for (cell, outcomes) in zip(cells, perCell) where cell.mass > 0 {
      let shares = shares(outcomes).map { $0 * cell.mass }
      let answer = Answer(cell, own)
      answers[answer] = answers[answer].map { zip($0, shares).map { $0 + $1 } } ?? shares
    }
    return answers.values.reduce(0) { $0 + Self.entropy($1, of: $1.reduce(0, +)) }
  }

  /// The entropy that is left when each cell of a text, with what is counted in it, is an answer.
  func expectedEntropy(_ cells: [OpenVariable.Cell], _ perCell: [Outcomes]) -> Double {
    let counted = perCell.count / cells.count
    var entropy = 0.0
    for (place, outcomes) in perCell.enumerated() where !outcomes.isEmpty {
      let shares = shares(outcomes).map { $0 * cells[place / counted].mass }
      entropy += Self.entropy(shares, of: shares.reduce(0, +))
    }
    return entropy
  }

  /// The entropy of verdicts with `shares` of an answer that makes up `mass`, times `mass`.
  static func entropy(_ shares: [Double], of mass: Double) -> Double {
    shares.reduce(0) { $1 > 0 ? $0 - $1 * logarithm($1 / mass) : $0 }
  }

  /// The answer to one fact of a variable: what it holds, or where its number lies.
  private struct Answer: Hashable {
    var isTouched: Bool
    var value: Value?
    var low: Number?
    var high: Number?

    init(_ cell: OpenVariable.Cell, _ own: Int) {
      isTouched = cell.readings[own].isTouched
      if let interval = cell.intervals[own] {
        (low, high) = (interval.low, interval.high)
      } else if case .value(let value) = cell.readings[own] {
        self.value = value
      }
    }
  }

  /// The share of each band, of silence and of a veto.
  private func shares(_ outcomes: Outcomes) -> [Double] {
    var atLeast = [Double](repeating: 0, count: bands.count - 1)
    var unvetoed = 0.0
    var silent = 0.0
    var total = 0.0
    for entry in outcomes.entries where entry.mass > 0 {
      let (sums, mass) = (entry.sums, entry.mass)
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

extension OpenVariables {
  /// The variables of what is counted in the open text at `text`.
  func counts(inText text: Int) -> [Int] {
    program.charter.facts.indices.filter {
      if case .counts(_, text) = program.charter.facts[$0].kind { true } else { false }
    }.compactMap { variableOfFact[$0] }
  }
}
