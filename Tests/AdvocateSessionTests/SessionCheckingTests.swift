import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// The command `check` at the prompt.
struct SessionCheckingTests {
  private func answer(_ lines: [String]) -> String {
    var session = Session(files: .none, isTyped: true)
    var text = ""
    for line in lines {
      text = ""
      for case .lines(let lines) in session.respond(to: line).pieces {
        text += OutputStyle().render(lines)
      }
    }
    return text
  }

  @Test func builtInCharterHasNothingToMend() {
    #expect(answer(["check"]).contains("facts checked, nothing to mend"))
  }

  @Test func findingsAreTold() {
    let lines = [
      "charter Small shop", "verdict fine from 50", "verdict poor from 0", "fact hours",
      "number of hours", "rule Quick help", "weight 2", "for when hours is less than 5",
      "against when hours is more than 2", "because their time is dear", "rule Later",
      "for when hours is 1",
    ]
    let text = answer(lines + ["check"])
    #expect(text.contains("Later has no reason"))
    #expect(text.contains("Quick help can speak both ways at once"))
    #expect(text.contains("  action A case for Quick help"))
    #expect(text.contains("1 rule, 2 lines and 1 fact checked, 1 warning"))
    #expect(answer(lines + ["check", "explain"]).contains("(explain 102)"))
  }
}
