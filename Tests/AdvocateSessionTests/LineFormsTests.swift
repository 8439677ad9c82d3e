import AdvocateSession
import AdvocateSyntax
import Testing

struct LineFormsTests {
  @Test func everyKindOfSubjectIsShownOnce() {
    #expect(Set(LineForms.kinds) == Set(SubjectKind.allCases))
    #expect(LineForms.kinds.count == SubjectKind.allCases.count)
    #expect(LineForms.find("Action") == .action)
    #expect(LineForms.find("rules") == .rule)
    #expect(LineForms.find("weather") == nil)
    #expect(LineForms.nearest(to: "acton") == "action")
  }

  @Test(arguments: LineForms.kinds)
  func examplesReadInTheirSubject(kind: SubjectKind) {
    let lines = LineForms.setting(of: kind) + LineForms.forms(of: kind).map(\.example)
    #expect(ReferenceReading.file(lines).isEmpty)
    #expect(ReferenceReading.typed(lines).diagnostics.isEmpty)
  }

  @Test(arguments: LineForms.kinds)
  func everyInnerFormHasAnExample(kind: SubjectKind) {
    let examples = LineForms.forms(of: kind).map(\.example)
    #expect(examples.first?.hasPrefix("\(kind.rawValue) ") == true)
    for form in LineParser.innerForms(kind) {
      #expect(examples.contains { $0 == form || $0.hasPrefix(form + " ") })
    }
  }

  @Test func overviewFitsOneScreen() {
    #expect(LineForms.overview(width: 80).count <= 23)
  }
}
