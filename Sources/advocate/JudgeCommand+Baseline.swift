import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports

/// What an earlier run wrote, beside what comes out now.
extension JudgeCommand {
  /// What came out before, by the file at `path`; ends the program where that cannot be told, since
  /// a gate that compares nothing would let everything through.
  func before(_ path: String, _ charter: Charter) throws -> BatchBaseline {
    let name = Script.name(of: path)
    switch Disk.read(path) {
    case .failure(let error):
      Streams.report([error.diagnostic(file: name)], look)
      throw ExitStatus.wrongUsage
    case .success(let bytes):
      switch BatchBaseline.read(bytes, charter) {
      case .success(let before):
        if let other = before.charter, other != charter.name {
          Streams.remark(
            """
            \(bold: name) was judged by the charter \(other), and this run is judged by \
            \(charter.name).
            """, look)
        }
        return before
      case .failure(let problem):
        Streams.remark(problem.sentence(name), look)
        Streams.remark(problem == .file(.packed) ? unpacking(path) : remedy(path), look)
        throw ExitStatus.wrongUsage
      }
    }
  }

  /// Tells what of this run has nothing beside it in the file at `path`, and what of the file has
  /// nothing in this run.
  ///
  /// - Returns: whether anything could be compared, where there was anything to compare.
  func tellBeside(_ path: String, _ summary: BatchSummary, _ plan: BatchPlan) -> Bool {
    guard let baseline = plan.gates.baseline else { return true }
    let name = Script.name(of: path)
    let judged = summary.total - summary.failures
    if judged > 0, summary.newActions.count == judged {
      Streams.remark(
        "None of the actions judged here stands in \(bold: name), so nothing could be compared.",
        look)
      Streams.remark(remedy(path), look)
      return false
    }
    let new = summary.newActions
    let gone = summary.gone(from: baseline)
    if gone.count > 0 {
      let verb = gone.count == 1 ? "is" : "are"
      Streams.remark(
        "\(gone.words) of \(bold: name) \(verb) not among what was judged: \(gone.list).", look)
    }
    if new.count > 0 {
      let verb = new.count == 1 ? "is" : "are"
      Streams.remark("\(new.words) \(verb) new beside \(bold: name): \(new.list).", look)
    }
    return true
  }

  private func remedy(_ path: String) -> StyledText {
    let way = path == "-" ? "FILE" : path
    return """
      Take what the last good run wrote, or make it anew with: advocate judge \
      \(files.joined(separator: " ")) -o \(way)
      """
  }

  private func unpacking(_ path: String) -> StyledText {
    let packed = path == "-" ? "FILE" : path
    return """
      Unpack it on the way in: zcat \(packed) | advocate judge \(files.joined(separator: " ")) \
      --baseline -
      """
  }
}

extension NamedActions {
  fileprivate var words: String { count == 1 ? "1 action" : "\(count) actions" }
}
