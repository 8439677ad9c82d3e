import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// Facts that move with an open answer, in comparisons with others that do.
@Suite("Facts that move together")
struct MovingFactsTests {
  /// What is left open by an action of which nothing is said but `statements`.
  private func open(
    _ facts: [CharterSketch.Kind], families: [[String]] = [], when clauses: [String],
    said statements: [CharterSketch.Statement] = []
  ) throws -> Uncertainty {
    var sketch = CharterSketch()
    let names = ["first", "second", "third"]
    sketch.facts = zip(names, facts).map { .init(name: "the \($0) one", kind: $1) }
    sketch.families = families
    sketch.rules = [.init(name: "the rule", weight: 2, clauses: clauses)]
    sketch.statements = statements
    return try Case(sketch).judged().uncertainty
  }

  @Test("A computed fact meets its own input where the two are equal")
  func ownInput() throws {
    let found = try open(
      [.money, .computed("$0 + $0")],
      when: ["for when $1 is more than $0", "veto when $1 is $0"])
    #expect(found.isExact)
    #expect(found.reachable == [.band(0), .band(1), .silent, .vetoed])
    // Below 0, 0 and above 0 share one half.
    #expect(found.shares.map { ($0 * 6).rounded() } == [1, 1, 3, 1])
  }

  @Test("Two computed facts of one input meet where they are equal")
  func oneInput() throws {
    let found = try open(
      [.percent, .computed("$0 * 3"), .computed("1 + $0")], when: ["for when $1 is $2"])
    #expect(found.isExact)
    #expect(found.shares.map { ($0 * 6).rounded() } == [1, 2, 3])
  }

  @Test("A computed fact and another open number are bounded, and the answer says so")
  func otherNumber() throws {
    let found = try open(
      [.money, .computed("$0 * 2"), .money],
      when: ["for when $1 is more than $2", "against when $1 is less than $2"])
    #expect(!found.isExact)
    #expect(found.reachable == [.band(0), .band(1), .band(2), .silent])
    #expect(found.shares == [])
  }

  @Test("A computed fact follows a count in a text that is unsaid")
  func unsaidText() throws {
    let found = try open(
      [.text, .counts(family: 0, text: 0), .computed("$1 * 2")], families: [["our own"]],
      when: ["for when $2 is 0", "veto when $2 is at least 5"])
    #expect(found.isExact)
    #expect(found.decidingFacts == [0])
    // No phrase, one or two of them, three or more; 5 is reached by no whole number.
    #expect(found.reachable == [.band(0), .band(1), .silent, .vetoed])
    #expect(found.shares.map { ($0 * 6).rounded() } == [1, 1, 3, 1])
  }

  @Test("What is always divided by 0 is untouched, and cuts nothing")
  func dividedByZero() throws {
    let found = try open(
      [.money, .computed("$0 / 0")],
      when: ["for when $0 is at least 10", "veto when $1 is at least 3"])
    #expect(found.isExact)
    #expect(found.reachable == [.band(0), .band(1), .silent])
    #expect(found.shares.map { ($0 * 6).rounded() } == [2, 1, 3])
  }

  @Test("A quotient of a quotient has no value where either divisor is 0")
  func quotientOfQuotient() throws {
    let found = try open(
      [.money, .computed("1 / $0"), .computed("1 / $1")],
      when: ["for when $2 is at most 7"],
      said: [.init(fact: 0, words: "between -1 and 1")])
    #expect(found.isExact)
    #expect(found.reachable == [.band(0), .silent])
  }
}
