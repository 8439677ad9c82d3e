import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// What stands before and behind the actions in each format.
public struct BatchFrame: Sendable {
  /// What stands before all actions.
  public var opening: String
  /// What stands behind them.
  public var closing: String

  /// What frames the actions in `format`, judged by one of `plans`, of which there is at least one.
  public init(_ format: BatchFormat, _ plans: [BatchPlan]) {
    (opening, closing) = ("", "")
    guard let plan = plans.first else { return }
    switch format {
    case .csv:
      opening = plan.csvHeader.map(SafeCSV.field).joined(separator: ",") + "\n"
    case .json:
      let names = Set(plans.map(\.program.charter.name))
      let frame = JSONReport.frame(charter: names.count == 1 ? names.first : nil)
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
                { "id": "not-judged", "shortDescription": { "text": "It could not be judged." } },
                { "id": "line-left-out", "shortDescription": { "text": "A line was left out." } }
              ]
            }
          },
          "columnKind": "utf16CodeUnits",
          "results": [

    """ + "        "
}

extension BatchPiece {
  /// The text for the format at `place` of `plan`, as it follows what was written before.
  ///
  /// - Parameters:
  ///   - place: the place of the format.
  ///   - plan: the plan that the piece was made by.
  ///   - written: how many pieces were written before; one more where something is written.
  public func text(_ place: Int, of plan: BatchPlan, written: inout Int) -> [UInt8] {
    let format = plan.formats[place]
    guard !texts[place].isEmpty else { return [] }
    defer { written += 1 }
    if format == .junit { return suite(texts[place], number: written) }
    return written == 0 ? Array(texts[place].dropFirst(format.separator.utf8.count)) : texts[place]
  }

  /// The suite of tests that the piece is in JUnit, from `cases`.
  ///
  /// What the usual schemas ask for is all there, though nothing ran and no time passed: the same
  /// actions make the same file on every day and every machine.
  private func suite(_ cases: [UInt8], number: Int) -> [UInt8] {
    let all = verdicts.reduce(0, +) + failed.count
    let head = """
      <testsuite name=\(BatchDocuments.quoted("\(file), from line \(firstLine)")) \
      package="advocate" id="\(number)" timestamp="1970-01-01T00:00:00" hostname="none" \
      tests="\(all)" failures="\(told)" errors="\(failed.count + unread)" time="0">
        <properties/>

      """
    let tail = """
        <system-out/>
        <system-err/>
      </testsuite>

      """
    return Array(head.utf8) + cases + Array(tail.utf8)
  }
}
