import AdvocateAnalysis
public import AdvocateCharter
import AdvocateEvaluation

/// What `lifetime` is asked to count with, beside the facts of the action.
public struct LifetimeTerms: Sendable, Equatable {
  /// The interest of a year, as a share; nil for the usual one.
  public var interest: Number?
  /// The share that stays from year to year; nil where the years tell it.
  public var retention: Number?

  /// Creates the terms of a sum over the years.
  ///
  /// - Parameters:
  ///   - interest: the interest of a year, as a share; nil for the usual one.
  ///   - retention: the share that stays from year to year; nil where the years tell it.
  public init(interest: Number? = nil, retention: Number? = nil) {
    self.interest = interest
    self.retention = retention
  }
}

/// The facts that a sum over the years needs, by the names that the charter gives them.
enum LifetimeFact: String, CaseIterable {
  case gain = "gain this quarter"
  case customers = "customers touched"
  case margin = "margin per customer"
  case yearsNow = "years they stay"
  case yearsThen = "years they would stay"

  /// A line that says the fact, with figures to be replaced.
  var line: String {
    switch self {
    case .gain: "\(rawValue) is 250k"
    case .customers: "\(rawValue) is 20,000"
    case .margin: "\(rawValue) is 60"
    case .yearsNow: "\(rawValue) is 4"
    case .yearsThen: "\(rawValue) is between 3 and 4"
    }
  }

  /// The line that tells what kind of fact it is.
  var kindLine: String {
    switch self {
    case .gain, .margin: "money"
    case .customers: "number of customers"
    case .yearsNow, .yearsThen: "number of years"
    }
  }
}

/// What an action says of the facts that a sum over the years needs.
struct LifetimeFacts {
  /// The figures that are known.
  var known: [LifetimeFact: NumberRange] = [:]
  /// The facts of which nothing is said.
  var unsaid: [LifetimeFact] = []
  /// The facts that the charter lacks, or holds as something else than a number.
  var undeclared: [LifetimeFact] = []

  init(of judgement: Judgement, with terms: LifetimeTerms) {
    let needed =
      terms.retention == nil
      ? LifetimeFact.allCases : [LifetimeFact.gain, .customers, .margin]
    for fact in needed {
      let place = judgement.charter.facts.firstIndex { $0.name.lowercased() == fact.rawValue }
      guard let place, judgement.charter.facts[place].kind?.isNumeric == true else {
        undeclared.append(fact)
        continue
      }
      if let figure = Self.figure(of: place, judgement) {
        known[fact] = figure
      } else if judgement.world[place] == .untouched, !judgement.isOpen(place) {
        untouched(fact)
      } else {
        unsaid.append(fact)
      }
    }
  }

  /// What a fact that the action does not touch comes to: no gain, or a stay as long as today's.
  private mutating func untouched(_ fact: LifetimeFact) {
    switch fact {
    case .gain: known[.gain] = NumberRange(Number(0))
    case .yearsThen: known[.yearsThen] = known[.yearsNow]
    case .customers, .margin, .yearsNow: unsaid.append(fact)
    }
  }

  private static func figure(of fact: Int, _ judgement: Judgement) -> NumberRange? {
    switch judgement.action.statement(of: fact)?.content {
    case .between(.number(let low), .number(let high)): return NumberRange(low, high)
    case .roughly(let number):
      let fifth = number.divided(by: Number(5)) ?? Number(0)
      let quarter = number.divided(by: Number(4)) ?? Number(0)
      return NumberRange(number - fifth, number + quarter)
    default: return judgement.world[fact].number.map { NumberRange($0) }
    }
  }

  /// The figures as they go into the sum; nil where one is missing.
  func inputs(_ terms: LifetimeTerms) -> LifetimeValue.Inputs? {
    guard let gain = known[.gain], let customers = known[.customers], let margin = known[.margin]
    else { return nil }
    var years: (now: NumberRange, then: NumberRange)?
    if terms.retention == nil {
      guard let now = known[.yearsNow], let then = known[.yearsThen] else { return nil }
      years = (now, then)
    }
    return LifetimeValue.Inputs(
      gain: gain, customers: customers, margin: margin, years: years,
      interest: terms.interest ?? LifetimeValue.usualInterest, retention: terms.retention)
  }
}

extension Judgement {
  fileprivate func isOpen(_ fact: Int) -> Bool { uncertainty.unsaidFacts.contains(fact) }
}
