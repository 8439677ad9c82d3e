public import AdvocateCharter
import AdvocateDiagnostics

/// A small charter with one rule or more of every kind that a screen tells apart.
public enum SampleCharter {
  /// The facts, by the places at which the charter holds them.
  public enum Fact: Int, CaseIterable, Sendable {
    case job, join, leave, moves, show, gain, touched, perHead, truth, feel, weakness, method
  }

  /// The rules, by the places at which the charter holds them.
  public enum Rule: Int, CaseIterable, Sendable {
    case leaving, easier, watch, trouble, years, deceit, respect, weakness, yes, fair, children
  }

  /// The charter.
  public static let charter: Charter = {
    var charter = Charter(name: "sample")
    charter.lenses = ["service", "success", "independence", "partnership"]
    charter.facts = Fact.allCases.map(declaration)
    charter.rules = Rule.allCases.map(rule)
    return charter
  }()

  // MARK: Facts

  private static func declaration(_ fact: Fact) -> FactDeclaration {
    var (declaration, kind) = named(fact)
    declaration.kind = kind
    return declaration
  }

  private static func named(_ fact: Fact) -> (FactDeclaration, FactKind) {
    func fresh(_ name: String, _ question: String, _ nature: FactNature = .deed) -> FactDeclaration
    {
      var declaration = FactDeclaration(name: name, location: SourceLocation())
      declaration.question = question
      declaration.nature = nature
      return declaration
    }
    let steps = ["one step", "few steps", "a form", "a call", "a struggle"]
    switch fact {
    case .job:
      var job = fresh("job", "What are these customers trying to get done?", .given)
      job.mustBeSaid = true
      job.isFirst = true
      return (job, .text)
    case .join: return (fresh("effort to join", "What does joining take?", .given), .scale(steps))
    case .leave:
      var leave = fresh("effort to leave", "What does leaving take?")
      leave.meanings = [0: "one click, no reason asked", 3: "somebody has to be talked round"]
      return (leave, .scale(steps))
    case .moves:
      return (
        fresh("moves the job", "What does it do to the job?", .outcome),
        .scale(["harder", "same", "easier"])
      )
    case .show:
      return (
        fresh("would show customer", "Would we let the customer watch us plan this?", .view),
        .scale(["never", "reluctantly", "if asked", "proudly"])
      )
    case .gain: return (fresh("gain this quarter", "What do we gain?", .outcome), .money)
    case .touched:
      return (
        fresh("customers touched", "How many does it touch?", .given), .number(unit: "customers")
      )
    case .perHead:
      return (
        fresh("gain per head", "What do we gain from each?"),
        .computed(.operation(.divide, .fact(Fact.gain.rawValue), .fact(Fact.touched.rawValue)))
      )
    case .truth:
      return (
        fresh("true as told", "How true is what we tell them about it?"),
        .scale(["a false picture", "incomplete", "true", "true with its drawbacks"])
      )
    case .feel:
      return (
        fresh("would feel", "How would they feel?", .outcome),
        .oneOf(["used", "neither", "respected"])
      )
    case .weakness:
      return (
        fresh("weakness used", "Which weakness does it need in order to work?"),
        .anyOf(["nothing", "hurry", "craving"])
      )
    case .method:
      return (
        fresh("method", "How do we win them?"), .oneOf(["helps", "persuades", "pressures"])
      )
    }
  }

  // MARK: Rules

  private static func rule(_ rule: Rule) -> AdvocateCharter.Rule {
    switch rule {
    case .leaving:
      var leaving = make(
        "Leaving is as easy as joining", lens: 2, weight: 4,
        [
          (.for, [test(.leave, .is, level(0))]),
          (
            .leansFor,
            [test(.leave, .atMost, level(1)), test(.leave, .atMost, .fact(Fact.join.rawValue))]
          ),
          (.leansAgainst, [test(.leave, .is, level(3))]),
          (.against, [test(.leave, .moreThan, .fact(Fact.join.rawValue))]),
          (.against, [test(.leave, .is, level(4))]),
        ], because: "they hired us for a job and may hire another tomorrow")
      leaving.source = "Your Customers Don't Actually Belong To You"
      return leaving
    case .easier:
      return make(
        "The job gets easier", lens: 1, weight: 5,
        [(.for, [test(.moves, .is, level(2))]), (.leansAgainst, [test(.moves, .is, level(0))])],
        because: "they came to get something done, and what we sell is only the way there")
    case .watch:
      return make(
        "We would let them watch", lens: 3, weight: 4,
        [
          (.for, [test(.show, .is, level(3))]), (.leansAgainst, [test(.show, .is, level(1))]),
          (.against, [test(.show, .is, level(0))]),
        ], because: "a plan that is made for someone can be shown to that someone")
    case .trouble:
      return make(
        "Trouble is passed to nobody", lens: 0, weight: 3,
        [(.against, [test(.moves, .is, level(0)), test(.gain, .moreThan, number(1_000_000))])],
        because: "what we save by making others pay is not saved")
    case .years:
      return make(
        "The years outweigh the quarter", lens: 3, weight: 3,
        [
          (.against, [test(.gain, .moreThan, number(500_000))]),
          (.for, [test(.gain, .lessThan, number(0))]),
        ], because: "trust is earned by what we give up for it")
    default: return laterRule(rule)
    }
  }

  private static func laterRule(_ rule: Rule) -> AdvocateCharter.Rule {
    switch rule {
    case .deceit:
      make(
        "No deceit for a signature", lens: 0, weight: 5,
        [(.veto, [test(.truth, .is, level(0))]), (.for, [test(.truth, .is, level(3))])],
        because: "a yes to a false picture was never given to us")
    case .respect:
      make(
        "Respected instead of used", lens: 3, weight: 5,
        [(.against, [test(.feel, .is, level(0))]), (.for, [test(.feel, .is, level(2))])],
        because: "people come back to those who respect them")
    case .weakness:
      make(
        "No weakness exploited", lens: 0, weight: 4,
        [(.against, [test(.weakness, .includes, .value(.levels(0b010)))])],
        because: "with patient, rested, informed people it would not work")
    case .yes:
      make(
        "Help them to their own yes", lens: 2, weight: 3,
        [(.for, [test(.method, .is, level(0))]), (.against, [test(.method, .is, level(2))])],
        because: "a yes that was pushed is taken back")
    case .fair:
      make(
        "A fair gain per head", lens: 3, weight: 2,
        [(.against, [test(.perHead, .moreThan, number(100))])],
        because: "what is fair can be told to each of them")
    default:
      make(
        "Never on a craving", lens: 0, weight: nil,
        [(.veto, [test(.weakness, .includes, .value(.levels(0b100)))])],
        because: "a craving is not a wish")
    }
  }

  private static func make(
    _ name: String, lens: Int, weight: Int?, _ lines: [(Clause.Side, [Test])], because: String
  ) -> AdvocateCharter.Rule {
    var rule = AdvocateCharter.Rule(name: name, location: SourceLocation())
    rule.lens = lens
    rule.statedWeight = weight
    rule.clauses = lines.map { Clause(side: $0.0, tests: $0.1, location: SourceLocation()) }
    rule.reason = because
    return rule
  }

  private static func test(_ fact: Fact, _ relation: Test.Relation, _ operand: Test.Operand) -> Test
  {
    Test(fact: fact.rawValue, relation: relation, operands: [operand])
  }

  private static func level(_ place: Int) -> Test.Operand { .value(.level(place)) }

  private static func number(_ value: Int) -> Test.Operand { .value(.number(Number(value))) }
}
