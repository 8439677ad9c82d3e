import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// What stands before and behind the actions in each format.
public struct BatchFrame: Sendable {
  /// What stands before all actions.
  public var opening: String
  /// What stands behind them.
  public var closing: String

  /// What frames the actions judged by `plan` in `format`.
  public init(_ format: BatchFormat, _ plan: BatchPlan) {
    (opening, closing) = ("", "")
    switch format {
    case .csv:
      opening = plan.csvHeader.map(SafeCSV.field).joined(separator: ",") + "\n"
    case .json:
      let frame = JSONReport.frame(charter: plan.program.charter.name)
      (opening, closing) = (frame.opening, frame.closing)
    case .junit:
      opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
      closing = "</testsuites>\n"
    case .markdown:
      opening = """
        | action | verdict | score | for | against | in play |
        | --- | --- | ---: | ---: | ---: | ---: |

        """
    case .sarif:
      opening = Self.sarifOpening
      closing = "\n      ]\n    }\n  ]\n}\n"
    case .github, .jsonl, .text: break
    }
  }

  private static let sarifOpening = """
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "tool": {
            "driver": {
              "name": "advocate",
              "rules": [
                { "id": "verdict", "shortDescription": { "text": "What the verdict is." } },
                { "id": "not-judged", "shortDescription": { "text": "It could not be judged." } }
              ]
            }
          },
          "results": [

    """ + "        "
}

extension BatchPiece {
  /// The text for the format at `place` of `plan`, as it follows what was written before.
  ///
  /// - Parameters:
  ///   - place: the place of the format.
  ///   - plan: the plan that the piece was made by.
  ///   - name: what the piece is called where it becomes a part of its own.
  ///   - isFirst: whether nothing was written yet; then it is set to false if something is.
  public func text(
    _ place: Int, of plan: BatchPlan, called name: String, isFirst: inout Bool
  ) -> [UInt8] {
    let format = plan.formats[place]
    guard !texts[place].isEmpty else { return [] }
    if format == .junit {
      let all = verdicts.reduce(0, +) + failed.count
      let text = String(decoding: texts[place], as: UTF8.self)
      let failures = text.ranges(of: "><failure message=").count
      let head = """
        <testsuite name=\(BatchDocuments.quoted(name)) tests="\(all)" failures="\(failures)" \
        errors="\(failed.count)">

        """
      return Array(head.utf8) + texts[place] + Array("</testsuite>\n".utf8)
    }
    defer { isFirst = false }
    return isFirst ? Array(texts[place].dropFirst(format.separator.utf8.count)) : texts[place]
  }
}
