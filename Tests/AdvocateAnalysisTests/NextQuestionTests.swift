import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import AdvocateTestSupport
import Testing

/// Which fact to ask for next, against the entropy found by trying every completion.
@Suite("The next question")
struct NextQuestionTests {
  static let batches = 0..<6
  static let casesInBatch = 260
  static let limit = 500

  @Test("Questions come in the order of what brute force finds left in doubt", arguments: batches)
  func agrees(batch: Int) throws {
    var charters = RandomCharters(seed: UInt64(7000 + batch))
    var compared = 0
    while compared < Self.casesInBatch {
      let sample = try Case(charters.next())
      let judge = Judge(Program(sample.charter))
      let judged = judge.judge(sample.action)
      guard judged.uncertainty.isExact, !judged.uncertainty.isSettled else {
        if judged.uncertainty.isSettled { #expect(judge.questions(about: judged) == []) }
        continue
      }
      guard let brute = QuestionBruteForce(sample.action, by: sample.charter, limit: Self.limit)
      else {
        continue
      }
      compared += 1
      let found = judge.questions(about: judged).map { (fact: $0.fact, doubt: $0.doubt) }
      #expect(!brute.isSettled)
      #expect(brute.differences(found) == [], "\(sample.sketch.script)")
    }
  }

  @Test("What lies above every threshold is not asked for, and roughly nothing is nothing")
  func onlyWhatDecides() throws {
    for (stock, next) in [
      ("between 2 and 3", [1]), ("roughly 0", [1]), ("between 0 and 3", [0, 1]),
    ] {
      var sketch = CharterSketch()
      sketch.facts = [
        .init(name: "stock", kind: .money), .init(name: "mood", kind: .yesNo),
      ]
      sketch.facts[0].isFirst = true
      sketch.rules = [
        .init(
          name: "calm", weight: 1,
          clauses: ["for when $0 is more than 1 and $1 is yes", "against when $1 is no"])
      ]
      sketch.statements = [.init(fact: 0, words: stock)]
      let sample = try Case(sketch)
      let judge = Judge(Program(sample.charter))
      let judged = judge.judge(sample.action)
      #expect(judge.questions(about: judged).map(\.fact) == next, "\(stock)")
      #expect(judged.uncertainty.unsaidFacts.contains(1))
      #expect(judged.uncertainty.openFacts.contains(0) == (stock != "roughly 0"))
    }
  }

  @Test("Where shares are not exact, the facts on which most points wait come first")
  func mostPointsFirst() throws {
    var sketch = CharterSketch()
    sketch.facts = [
      .init(name: "one price", kind: .money), .init(name: "twice", kind: .computed("$0 * 2")),
      .init(name: "other price", kind: .money), .init(name: "asked", kind: .yesNo),
    ]
    sketch.rules = [
      .init(name: "prices", weight: 2, clauses: ["for when $1 is more than $2"]),
      .init(name: "consent", weight: 5, clauses: ["against when $3 is no"]),
    ]
    let sample = try Case(sketch)
    let judge = Judge(Program(sample.charter))
    let judged = judge.judge(sample.action)
    #expect(!judged.uncertainty.isExact)
    #expect(judge.questions(about: judged).map(\.fact) == [3, 0, 2])
  }
}
