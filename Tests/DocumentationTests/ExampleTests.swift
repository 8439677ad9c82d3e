import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import AdvocateSession
import Foundation
import Testing

/// Whatever the documentation shows is what the program does.
@Suite struct ExampleTests {
  /// Whether answers are written anew instead of compared.
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  @Test(arguments: Document.all)
  func linesAreReadAsTheDocumentSays(_ document: Document) {
    let files = ExampleFiles(document)
    for block in document.blocks {
      guard ["advocate", "advocate-wrong"].contains(block.language) else { continue }
      let findings = Self.read(block, files).findings
      if block.language == "advocate" {
        #expect(findings == [], "\(block.place)")
      } else {
        #expect(findings != [], "\(block.place) is marked as wrong and has no finding")
      }
    }
  }

  @Test(arguments: Document.all)
  func answersAreWhatTheDocumentSays(_ document: Document) throws {
    var session: Session?
    var recorded = document
    // From the last piece to the first, so that the places of the others stay.
    for (block, actual) in try Self.answers(document, &session).reversed() {
      if Self.isRecording {
        recorded.lines.replaceSubrange(block.start..<block.start + block.lines.count, with: actual)
      } else {
        #expect(block.lines == actual, "\(block.place)")
      }
    }
    guard recorded.lines != document.lines else { return }
    let path = Document.root + "/" + document.path
    try recorded.lines.joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    Issue.record("\(document.path) was written anew; read the difference.")
  }

  @Test func thereAreExamplesOfEveryKind() {
    let languages = Set(Document.all.flatMap(\.blocks).map(\.language))
    #expect(languages.isSuperset(of: ["advocate", "advocate-wrong", "json", "transcript"]))
  }

  /// The pieces that show answers, each with what the program really answers.
  private static func answers(
    _ document: Document, _ session: inout Session?
  ) throws -> [(block: Document.Block, actual: [String])] {
    var answers: [(block: Document.Block, actual: [String])] = []
    var files = ExampleFiles(document)
    for block in document.blocks {
      if block.language == "transcript" {
        if block.label != "continued" { (session, files) = (nil, ExampleFiles(document)) }
        let transcript = Transcript(
          block,
          in: session
            ?? Session(
              files: files.forSession, isTyped: true, width: 80,
              journal: .inMemory { CalendarDay("2026-11-22") ?? CalendarDay(number: 0) }))
        session = transcript.session
        answers.append((block, transcript.actual))
      } else if block.language == "json", let file = block.label {
        let script = document.blocks.first { $0.language == "advocate" && $0.label == file }
        let workspace = read(try #require(script, "\(block.place)"), files).workspace
        let judge = Judge(Program(workspace.charter))
        let report = JSONReport.document(
          charter: workspace.charter.name,
          workspace.actions.map { action in
            let judgement = judge.judge(action)
            return (judgement, judge.outlook(of: judgement))
          })
        answers.append((block, report.pretty.components(separatedBy: "\n")))
      }
    }
    return answers
  }

  /// The lines of `block` as a file.
  private static func read(
    _ block: Document.Block, _ files: ExampleFiles
  ) -> (workspace: Workspace, findings: [String]) {
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { files.read($0) })
    reader.read(Array(block.text.utf8), named: block.label ?? "example", into: &workspace)
    let findings = reader.diagnostics.map { finding in
      let line = (finding.line?.number).map { "line \(block.start + $0): " } ?? ""
      return line + finding.sentences.map(\.plain).joined(separator: " ")
    }
    return (workspace, findings)
  }
}
