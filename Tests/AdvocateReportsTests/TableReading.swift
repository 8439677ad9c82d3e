import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateReports
import Testing

/// Reads tables as the program does, without files.
enum TableReading {
  /// A charter with facts of all kinds.
  static let script = """
    charter Kit
      currency EUR
    phrases capture
      says lock in
      says between
    fact wait
      number of days
    fact price change
      money
    fact discount
      percent
    fact leave
      scale none, step, call, struggle
    fact tell
      yes-no
      must be said
    fact harms
      any of nothing, offer, sale, support
    fact saying
      text
    fact hooks
      counts capture in saying
    fact total
      computed price change * wait
    rule Wait
      weight 4
      for when wait is at most 2
      against when wait is more than 10
      because they care
    rule Disc
      weight 2
      for when discount is at least 12.5%
      because they care
    rule Leave
      weight 5
      veto when leave is struggle
      for when leave is none
      because they care
    rule Tell
      weight 2
      for when tell is yes
      against when tell is no
      because they care
    rule Harms
      weight 3
      against when harms includes support
      for when harms is nothing
      because they care
    rule Hooks
      weight 2
      against when hooks is at least 1
      because they care
    rule Total
      weight 2
      against when total is more than 100
      because they care

    """

  static func workspace(_ script: String = script) -> Workspace {
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    reader.read(Array(script.utf8), named: "case", into: &workspace)
    return workspace
  }

  static func plan(
    _ workspace: Workspace = workspace(), _ formats: [BatchFormat] = [.csv],
    depth: BatchDepth = .none, rest: Bool = false
  ) throws -> BatchPlan {
    try #require(
      BatchPlan(
        workspace, depth: depth, formats: formats, gates: BatchGates(), restIsUntouched: rest,
        style: OutputStyle()))
  }

  /// What came of a table.
  struct Outcome {
    var header: [Diagnostic] = []
    var piece: BatchPiece
    var counts: BatchCounts

    /// The text in the first format, line by line.
    var lines: [String] {
      String(decoding: piece.texts[0], as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// What stands in the last column of each line of CSV.
    var problems: [String] {
      lines.map { line in
        guard line.hasSuffix("\""), let start = line.range(of: ",\"", last: true) else {
          return String(line[(line.lastIndex(of: ",") ?? line.startIndex)...].dropFirst())
        }
        return String(line[start.upperBound...].dropLast()).replacing("\"\"", with: "\"")
      }
    }

    /// The part of the line that each finding means.
    var meant: [String?] {
      piece.findings.map { finding in
        finding.span.flatMap { span in
          finding.line.map {
            String(decoding: $0.text.utf8.dropFirst(span.start).prefix(span.length), as: UTF8.self)
          }
        }
      }
    }
  }

  static func csv(_ text: String, _ plan: BatchPlan, file: String = "plans") -> Outcome {
    csv(Array(text.utf8), plan, file: file)
  }

  static func csv(_ text: [UInt8], _ plan: BatchPlan, file: String = "plans") -> Outcome {
    let header = BatchHeader(text, isWhole: true, delimiter: nil, file: file, plan.reader)
    return outcome(
      Array(text.dropFirst(header.length)), header.source, header.lines + 1, plan,
      header: header.findings)
  }

  static func objects(_ text: String, _ plan: BatchPlan) -> Outcome {
    outcome(Array(text.utf8), BatchSource(file: "plans", form: .jsonLines), 1, plan)
  }

  static func script(_ text: String, _ plan: BatchPlan) -> Outcome {
    outcome(Array(text.utf8), BatchSource(file: "plans", form: .script), 1, plan)
  }

  private static func outcome(
    _ bytes: [UInt8], _ source: BatchSource, _ line: Int, _ plan: BatchPlan,
    header: [Diagnostic] = []
  ) -> Outcome {
    let worker = BatchWorker(plan)
    let padded = bytes + [UInt8](repeating: 0, count: BatchChunk.padding)
    let piece = worker.process(
      BatchChunk(source: source, bytes: padded, count: bytes.count, firstLine: line))
    return Outcome(header: header, piece: piece, counts: worker.tally())
  }
}

extension StringProtocol {
  fileprivate func range(of part: String, last: Bool) -> Range<Index>? {
    ranges(of: part).last
  }
}
