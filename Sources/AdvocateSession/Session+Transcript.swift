import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// The record of a session: what was typed, as lines that run again, and what was answered, as
/// remarks between them.
extension Session {
  /// Where the record goes, and what the line at hand leaves in it.
  struct Recording {
    var path: String
    /// The lines to record in place of the one that was typed.
    var instead: [String]?
    /// The lines that waited and joined their subject.
    var joined: [String] = []
    /// How many lines of the record `undo` or `redo` has turned back; nil where it turned none.
    var turned: Int??
  }

  mutating func transcript(_ argument: String?, _ line: SourceLine, _ response: inout Response) {
    guard line.file == nil else { return }
    switch argument {
    case nil:
      let words: StyledText =
        recording.map { "Recording in \($0.path). \(bold: "transcript off") ends it." }
        ?? "Nothing is recorded. To begin:  transcript meeting.advocate"
      response.say(words, width: width)
    case "off":
      let words = recording.map { "The record in \($0.path) is complete." }
      recording = nil
      response.say(StyledText(words ?? "Nothing is recorded."), width: width)
    case let path?: record(in: path, &response)
    }
  }

  private mutating func record(in path: String, _ response: inout Response) {
    if let recording {
      response.refuse(
        "Recording in \(recording.path) already; \(bold: "transcript off") ends it.", width: width)
      return
    }
    guard mayWrite(to: path, by: "transcript", &response) else { return }
    var text = "# What was typed and answered. To run it again: advocate \(path)\n"
    if !workspace.document.isEmpty {
      text += "# This was there before:\n" + workspace.document + "# From here on it was typed.\n"
    }
    if let reason = files.write(path, text) {
      response.hasFailedToWrite = true
      response.refuse(
        "\(bold: path) could not be written: \(reason). Nothing is recorded; try another name.",
        width: width)
      return
    }
    hasReachedOut = true
    recording = Recording(path: path)
    for place in undoSteps.indices { undoSteps[place].recorded = nil }
    redoSteps = []
    response.say(
      "From the next line on all is recorded in \(path); \(bold: "transcript off") ends it.",
      width: width)
  }

  // MARK: - Each line

  /// What stood before a line, as far as its record needs it.
  struct BeforeLine {
    var recording: Recording?
    var subject: SubjectKind?
    var isQuestion: Bool
    var changeCount: Int
    var steps: Int
  }

  var beforeLine: BeforeLine {
    BeforeLine(
      recording: recording, subject: workspace.subjectKind, isQuestion: question != nil,
      changeCount: workspace.changeCount, steps: undoSteps.count)
  }

  /// Adds a line and its answer to the record, where one was kept before the line.
  mutating func addToRecord(_ text: String, _ before: BeforeLine, _ response: inout Response) {
    guard before.recording != nil, let now = recording else { return }
    let lines = linesToRecord(text, before, now, response)
    let isRunnable = lines.filter { !$0.hasPrefix("# ") && !$0.isEmpty }
    if !isTurnedBack(now), workspace.changeCount != before.changeCount, !undoSteps.isEmpty {
      undoSteps[undoSteps.count - 1].recorded = isRunnable.count
    }
    recording = Recording(path: now.path)
    let answers = response.pieces.flatMap { piece -> [StyledText] in
      switch piece {
      case .lines(let lines): lines
      case .finding(let finding):
        DiagnosticRenderer.render(finding, place: .unseen, width: width)
      }
    }
    let text = (lines + answers.map { "# | \(HarmlessText.of($0.plain))" }).map { $0 + "\n" }
      .joined()
    guard let reason = files.append(now.path, text) else { return }
    recording = nil
    response.hasFailedToWrite = true
    response.say(
      """
      The record in \(bold: now.path) ends here: \(reason). Nothing of the work is lost; \
      \(bold: "transcript") with another name goes on.
      """, width: width)
  }

  private func isTurnedBack(_ recording: Recording) -> Bool {
    if case .some = recording.turned { true } else { false }
  }

  private func linesToRecord(
    _ text: String, _ before: BeforeLine, _ now: Recording, _ response: Response
  ) -> [String] {
    let shown = HarmlessText.of(text)
    let remark = "# > \(shown)"
    if before.isQuestion || shown != text { return [remark] }
    if let instead = now.instead { return [remark] + instead }
    if case .some(let turned) = now.turned {
      guard let turned else {
        return [remark, "# | What was there before the record stays in it."]
      }
      return turned == 1 ? [text] : [remark] + Array(repeating: text, count: turned)
    }
    if !now.joined.isEmpty { return [text] + now.joined }
    switch LineParser.read(text, subject: before.subject).result {
    case .success(.command(let word, _)) where Self.notRunAgain.contains(word): return [remark]
    case .success(.weigh): return [remark]
    // In a file such a line would hold the lines below it.
    case .failure(.unknownLine(_, nil)): return [remark]
    default: break
    }
    let isChange = workspace.changeCount != before.changeCount
    if isChange, workspace.waiting != nil { return [remark] }
    let isRefused =
      response.isRefused
      || response.findings.contains { $0.severity == .error && $0.line?.file == nil }
    return [isRefused && !isChange ? remark : text]
  }

  /// Commands that do something outside the session; running a record again must not.
  private static let notRunAgain: Set<String> = [
    "clear", "journal", "override", "quit", "recover", "review", "save", "transcript",
  ]
}
