import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSession
import Testing

/// Every idea of the map does what the map says.
@Suite struct IdeasTests {
  /// A session in which the lines of an idea's example were said.
  private func session(_ idea: Idea) -> Session {
    var session = Session(
      files: .none, isTyped: true, journal: .inMemory { CalendarDay(number: 20_000) })
    for line in ["action An idea"] + idea.example {
      let findings = session.respond(to: line).findings
      #expect(findings.isEmpty, "\(idea.text): \(line)")
    }
    return session
  }

  @Test(arguments: Idea.all.map(\.text))
  func isReal(text: String) throws {
    let idea = try #require(Idea.all.first { $0.text == text })
    var session = session(idea)
    switch idea.real {
    case .rule(let name):
      let workspace = session.workspace
      let rule = try #require(workspace.charter.rules.firstIndex { $0.name == name }, "\(name)")
      let place = try #require(workspace.actionPlace("An idea"))
      let judgement = Judge(Program(workspace.charter)).judge(workspace.actions[place])
      #expect(judgement.sayings[rule].speaks, "\(idea.text): \(name) says nothing")
    case .line(let line):
      let response = session.respond(to: line)
      #expect(response.findings.isEmpty, "\(line)")
      let shown = response.pieces.flatMap { piece -> [StyledText] in
        if case .lines(let lines) = piece { lines } else { [] }
      }
      // More than a sentence that there is nothing to show.
      #expect(shown.count > 2, "\(line): \(shown.map(\.plain))")
    }
  }

  @Test func everyIdeaIsToldOnceAndEveryRuleServesOne() {
    #expect(Set(Idea.all.map(\.text)).count == Idea.all.count)
    let served = Set(
      Idea.all.compactMap { if case .rule(let name) = $0.real { name } else { nil } })
    let rules = BuiltInCharter.workspace().charter.rules.map(\.name)
    #expect(rules.filter { !served.contains($0) } == [])
    for article in Idea.Article.allCases {
      #expect(Idea.all.contains { $0.article == article })
    }
  }

  @Test func articlesAreTheSourcesOfTheCharter() {
    let sources = Set(BuiltInCharter.workspace().charter.rules.compactMap(\.source))
    #expect(sources == Set(Idea.Article.allCases.map(\.rawValue)))
  }
}
