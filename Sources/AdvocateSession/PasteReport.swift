import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// How a long paste went, said once after its last line.
///
/// The lines of such a paste are not shown, and nothing is said of each of them. What commands
/// among them answer is shown at once; findings are kept until the end, each with its line.
struct PasteReport {
  private let before: Counts
  private var lines = 0
  private var findings: [Diagnostic] = []
  private var hasAnswered = false

  /// More findings than these are only counted.
  private static let mostShown = 20

  /// Begins with the first line of a paste still unread.
  init(_ workspace: Workspace) { before = Counts(workspace) }

  /// Counts a line that was read, and takes the findings out of its answer.
  ///
  /// - Parameters:
  ///   - response: the answer to the line.
  ///   - session: what answered, as it is after the line.
  mutating func keepFindings(of response: inout Response, in session: Session) {
    lines += 1
    let subject = session.workspace.subjectName
    for var finding in response.findings {
      finding.sentences = finding.sentences.map { sentence in
        sentence == LineFate.typed.sentence ? PasteReport.wayToMend(subject) : sentence
      }
      if var line = finding.line, line.file == nil {
        line.file = "the paste"
        line.number = lines
        finding.line = line
      }
      findings.append(finding)
    }
    response.pieces.removeAll { if case .finding = $0 { true } else { false } }
    if !response.pieces.isEmpty { hasAnswered = true }
  }

  /// The line is some way back by now, and the subject may be another one.
  private static func wayToMend(_ subject: String?) -> StyledText {
    guard let subject, !subject.hasPrefix("charter ") else {
      return "The line is left out. Go up to it, mend it, Enter."
    }
    return "The line is left out. To mend it: \(bold: subject), then go up to the line."
  }

  /// Says what the lines brought, and shows the lines that need a look.
  func tell(_ session: Session, _ response: inout Response) {
    let (now, width) = (Counts(session.workspace), session.width)
    let brought = [
      PasteReport.count(now.actions - before.actions, "action"),
      PasteReport.count(now.facts - before.facts, "fact"),
      PasteReport.count(now.rules - before.rules, "rule"),
    ].compactMap { $0 }
    var text = PasteReport.count(lines, "line") ?? "No line"
    text += " read"
    if !brought.isEmpty { text += ": " + brought.joined(separator: ", ") }
    let found = foundWords
    text += found.isEmpty ? "." : "; \(found):"
    if found.isEmpty, !hasAnswered, now.actions > before.actions {
      let isOne = now.actions == before.actions + 1
      if session.room != nil {
        text += isOne ? " poll asks the room." : " poll and a name asks the room."
      } else {
        text += isOne ? " judge judges it." : " judge all judges them."
      }
    }
    response.say(StyledText(text), width: width)
    response.report(Array(findings.prefix(PasteReport.mostShown)))
    let rest = findings.count - PasteReport.mostShown
    if rest > 0 {
      response.say(
        "and \(rest) more. Save the lines as a file and load it to see all of them.", width: width)
    }
  }

  private var foundWords: String {
    let wrong = Set(findings.filter { $0.severity == .error }.compactMap { $0.line?.number }).count
    let others = findings.count { $0.severity != .error }
    var words: [String] = []
    if wrong > 0 {
      words.append(wrong == 1 ? "1 line was not understood" : "\(wrong) lines were not understood")
    }
    if let remarks = PasteReport.count(others, "remark") { words.append(remarks) }
    if words.isEmpty, !findings.isEmpty { words.append("something was not understood") }
    return words.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ word: String) -> String? {
    number > 0 ? "\(number) \(word)\(number == 1 ? "" : "s")" : nil
  }

  /// How much has been said.
  private struct Counts {
    var actions: Int
    var facts: Int
    var rules: Int

    init(_ workspace: Workspace) {
      actions = workspace.actions.count
      facts = workspace.actions.reduce(0) { $0 + $1.saidCount }
      rules = workspace.charter.rules.count
    }
  }
}
