import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import AdvocateSession
import AdvocateSyntax
import Testing

struct CodePagesTests {
  /// The kinds of findings of which tables are the examples; the tests of the program try those.
  private static let tables = 90...99

  /// The kinds of findings that only lines typed at the prompt meet.
  private static let onlyTyped: Set<Int> = [70]

  @Test func everyKindOfFindingHasOnePage() {
    let ids =
      SyntaxError.allIDs + CharterError.allIDs + CharterRemark.allIDs + FileError.allIDs
      + BatchError.allIDs + CharterFinding.allIDs
    #expect(CodePages.missing(among: ids).isEmpty)
    #expect(CodePages.all.map(\.id) == ids.sorted())
    #expect(Set(ids.map(\.number)).count == ids.count)
    #expect(Set(ids.map(\.name)).count == ids.count)
    #expect(Set(CodePages.all.map(\.title)).count >= ids.count - 1)
  }

  @Test func pagesAreFoundByNumberAndName() {
    #expect(CodePages.page(for: 20)?.id.name == "unknown-fact")
    #expect(CodePages.find("20") == CodePages.page(for: 20))
    #expect(CodePages.find("unknown-fact") == CodePages.page(for: 20))
    #expect(CodePages.find("Unknown fact") == CodePages.page(for: 20))
    #expect(CodePages.find("999") == nil)
    #expect(CodePages.find("weather") == nil)
    #expect(CodePages.nearest(to: "unknwon-fact") == "unknown-fact")
    #expect(CodePages.missing(among: [DiagnosticID(999, "weather")]).count == 1)
  }

  @Test func everyPageHasABadAndAGoodExample() {
    let without = CodePages.all.filter { $0.wrong.isEmpty || $0.right.isEmpty }
    #expect(without.map(\.id) == [])
  }

  /// The files beside the bad example of a page, or beside the good one.
  private static func files(of page: CodePage, areBad: Bool) -> ScriptReader.Files {
    let plan = Array("action Phone to cancel\n  effort to leave is a call\n".utf8)
    return { name in
      switch name {
      case "all.advocate": .success(Array(page.wrong.joined(separator: "\n").utf8))
      case "board/plan.advocate": .failure(.notReadable("permission denied"))
      case "plan.advocate", "plans/phone.advocate", "shared/plan.advocate": .success(plan)
      case "plan.docx": .success([0x50, 0x4B, 3, 4, 0, 0])
      case "plans": .failure(.isFolder)
      case "plans.csv": .success(Array("action,effort to leave\nSale,a call\n".utf8))
      case _ where name.hasPrefix("week-"):
        .success(week(Int(name.dropFirst(5).prefix { $0 != "." }) ?? 0, isLong: areBad))
      default: .failure(.missing)
      }
    }
  }

  /// A file of one week: it loads that of the next week, or holds what was planned.
  private static func week(_ number: Int, isLong: Bool) -> [UInt8] {
    let lines =
      isLong
      ? "load week-\(number + 1).advocate"
      : "action Plan of week \(number)\n  effort to leave is one step"
    return Array(lines.utf8)
  }

  /// What is found in the bad or the good example of a page.
  private static func found(in page: CodePage, areBad: Bool) -> [Diagnostic] {
    ReferenceReading.file(
      areBad ? page.wrong : page.right, files: files(of: page, areBad: areBad))
  }

  @Test(arguments: CodePages.all.filter { !tables.contains($0.id.number) })
  func wrongScriptMeetsItsFinding(page: CodePage) throws {
    if CharterFinding.allIDs.contains(page.id) {
      // What `check` finds is found in lines that read well.
      #expect(ReferenceReading.file(page.wrong).isEmpty)
      #expect(Self.checked(page.wrong).map(\.id) == [page.id])
    } else if Self.onlyTyped.contains(page.id.number) {
      #expect(ReferenceReading.typed(page.wrong).diagnostics.last?.id == page.id)
    } else {
      let found = Self.found(in: page, areBad: true)
      let first = try #require(ReferenceReading.leading(found))
      #expect(first.id == page.id)
      // Whatever else is told only follows from it: one line is left out, and no more.
      #expect(found.filter { $0.severity == .error }.count <= 1)
    }
  }

  @Test(arguments: CodePages.all.filter { CharterFinding.allIDs.contains($0.id) })
  func rightCharterChecksWell(page: CodePage) {
    #expect(page.right.isEmpty || Self.checked(page.right).isEmpty)
  }

  /// What `check` finds in the charter that `lines` declare.
  private static func checked(_ lines: [String]) -> [CharterFinding] {
    CharterCheck(Program(ReferenceReading.typed(lines).workspace.charter)).findings
  }

  @Test(arguments: CodePages.all.filter { !tables.contains($0.id.number) })
  func rightScriptMeetsNone(page: CodePage) {
    #expect(Self.found(in: page, areBad: false).isEmpty)
    #expect(ReferenceReading.typed(page.right).diagnostics.isEmpty)
  }

  @Test func bytesAndLengthsMeetTheirFindings() {
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    var workspace = BuiltInCharter.workspace()
    reader.read([0x61, 0xC3, 0x28], named: "a.advocate", into: &workspace)
    #expect(reader.diagnostics.map(\.id.number) == [1])
    let long = String(repeating: "a", count: LineText.longestLine + 1)
    #expect(ReferenceReading.file([long]).map(\.id.number) == [3])
    let plan = Array("action Phone to cancel".utf8)
    let found = ReferenceReading.file(["use plan.advocate"], files: { _ in .success(plan) })
    #expect(found.map(\.id.number) == [77])
  }

  @Test func filesMeetTheirFindings() {
    let failures: [(Result<[UInt8], FileError>, Int)] = [
      (.failure(.missing), 80), (.failure(.isFolder), 81), (.failure(.notReadable("no")), 82),
      (.success([0x61, 0]), 83), (.success(Array("load a.advocate".utf8)), 84),
    ]
    for (result, number) in failures {
      let found = ReferenceReading.file(["load a.advocate"], files: { _ in result })
      #expect(found.map(\.id.number) == [number])
    }
    let deep = ReferenceReading.file(
      ["load a1"], files: { path in .success(Array("load \(path)1".utf8)) })
    #expect(deep.map(\.id.number) == [85])
  }
}
