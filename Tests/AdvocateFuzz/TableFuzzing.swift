import AdvocateCharter
import AdvocateDiagnostics
import AdvocateReports

/// Reads tables, whole and in two parts, and judges their rows.
enum TableFuzzing {
  private static let formats: [BatchFormat] = [.csv, .jsonl]

  private static let plans: [BatchPlan] = [BatchDepth.none, .points].compactMap { depth in
    BatchPlan(
      FuzzCharter.workspace, depth: depth, formats: formats, gates: BatchGates(),
      restIsUntouched: depth == .points, style: OutputStyle(width: 40))
  }

  /// The workers by plan. They are kept for so many inputs, as they would be for so many chunks:
  /// to make one takes longer than a short table.
  private nonisolated(unsafe) static var workers: [BatchWorker] = []
  private nonisolated(unsafe) static var inputs = 0
  private static let inputsOfWorker = 64

  static func run(_ bytes: [UInt8], _ form: BatchSource.Form) {
    guard !bytes.isEmpty, !bytes.prefix(4096).contains(0) else { return }
    if inputs % inputsOfWorker == 0 {
      for worker in workers { _ = worker.tally() }
      workers = plans.map(BatchWorker.init)
    }
    inputs += 1
    for (plan, worker) in zip(plans, workers) {
      var source = BatchSource(file: "input", form: form)
      var rows = bytes
      if case .csv = form {
        let sign = BatchSplitter.delimiter(of: bytes[...], file: "input")
        source.form = .csv(delimiter: sign)
        let header = CSVRecord(bytes, delimiter: sign)
        guard header.badQuote == nil else { return }
        source.columns = BatchSplitter.columns(header, plan.reader, file: "input").columns
        rows.removeFirst(min(header.end, rows.count))
      }
      let whole = texts(of: [rows], source, plan, worker)
      let half = Array(rows.prefix(rows.count / 2))
      let end = BatchSplitter.end(of: half, half.count, source.form)
      guard end > 0 else { continue }
      let parts = texts(of: [Array(rows[..<end]), Array(rows[end...])], source, plan, worker)
      // Also where a quotation mark is out of place: both agree on where rows end.
      if whole != parts { found("in parts:\n\(whole)\n---\n\(parts)") }
    }
  }

  private static func texts(
    of parts: [[UInt8]], _ source: BatchSource, _ plan: BatchPlan, _ worker: BatchWorker
  ) -> [String] {
    var texts = formats.map { _ in "" }
    var written = formats.map { _ in 0 }
    var line = 1
    for part in parts {
      let bytes = part + [UInt8](repeating: 0, count: BatchChunk.padding)
      let piece = worker.process(
        BatchChunk(source: source, bytes: bytes, count: part.count, firstLine: line))
      line += BatchSplitter.lines(in: bytes, part.count)
      for place in formats.indices {
        let text = piece.text(place, of: plan, written: &written[place])
        texts[place] += String(decoding: text, as: UTF8.self)
      }
      for finding in piece.findings.prefix(1) {
        _ = DiagnosticRenderer.render(finding, place: .unseen, width: 40)
      }
    }
    return texts
  }
}
