import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import AdvocateSyntax
import Testing

struct HelpTopicsTests {
  @Test func noTwoTopicsShareAName() {
    let names = HelpTopics.all.flatMap { [$0.name] + $0.otherNames }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() })
  }

  @Test func everyCommandAndSubjectHasATopic() {
    for word in LineParser.commandWords + SubjectKind.allCases.map(\.rawValue) {
      #expect(HelpTopics.find(word)?.name == word)
    }
  }

  @Test func everyLineAndEveryWordOfTheLanguageHasATopic() {
    for kind in SubjectKind.allCases {
      for form in LineParser.innerForms(kind) + ["note"] {
        #expect(HelpTopics.find(form) != nil, "\(form)")
      }
    }
    for word in Keyword.reserved.union(Keyword.reservedPairs) {
      #expect(HelpTopics.find(word) != nil, "\(word)")
    }
    for word in Keyword.subjects { #expect(HelpTopics.find(word) != nil, "\(word)") }
  }

  @Test func keysFitOneScreen() throws {
    let topic = try #require(HelpTopics.find("keys"))
    #expect(topic.lines(width: 80).count <= 22)
    for width in [40, 80] {
      #expect(topic.lines(width: width).allSatisfy { $0.plain.count <= width })
    }
  }

  @Test func topicsAreFound() {
    #expect(HelpTopics.find("What  If")?.name == "what if")
    #expect(HelpTopics.find("the rest")?.name == "unknown")
    #expect(HelpTopics.find("exit statuses")?.name == "exit status")
    #expect(HelpTopics.find("weather") == nil)
    #expect(HelpTopics.nearest(to: "verdcit") == "verdict")
    #expect(HelpTopics.nearest(to: "weather") == nil)
  }

  @Test func overviewNamesEveryCommandOnOneScreen() {
    let lines = HelpTopics.overview(width: 80)
    let text = lines.map(\.plain).joined(separator: "\n")
    for word in LineParser.commandWords where word != "help" {
      #expect(text.contains(word))
    }
    #expect(lines.count <= 18)
  }

  @Test(arguments: HelpTopics.all)
  func exampleRuns(topic: HelpTopic) {
    let run = ReferenceReading.typed(topic.example)
    #expect(run.diagnostics.isEmpty)
    for request in run.requests {
      guard case .command(let word, let argument) = request else { continue }
      switch (word, argument?.text) {
      case ("help", let name?): #expect(HelpTopics.find(name) != nil)
      case ("explain", let name?): #expect(CodePages.find(name) != nil)
      case ("forms", let name?): #expect(LineForms.find(name) != nil)
      case ("why", let name?) where name != "all":
        #expect(run.workspace.ruleNames.contains(name))
      case ("show", let name?), ("drop", let name?):
        #expect(run.workspace.ruleNames.contains(name) || run.workspace.factPlace(name) != nil)
      case ("list", let name?): #expect(["actions", "facts", "rules"].contains(name))
      // `ledger` is a subject, too, and stands among these.
      default: #expect((LineParser.commandWords + ["ledger"]).contains(word))
      }
    }
    for case .whatIf(let statements) in run.requests {
      for statement in statements {
        guard case .success = run.workspace.statement(statement, SourceLine(text: "")) else {
          Issue.record("\(statement.fact.text) cannot be said")
          continue
        }
      }
    }
  }

  @Test func everyCommandTopicShowsItselfInItsExample() {
    for word in LineParser.commandWords {
      let example = HelpTopics.find(word)?.example ?? []
      #expect(example.contains { $0.hasPrefix(word) })
    }
  }
}
