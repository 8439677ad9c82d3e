import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Actions of a batch in the forms that other programs read about findings.
struct BatchDocuments {
  private let plan: BatchPlan
  private let file: String

  init(_ plan: BatchPlan, _ file: String) { (self.plan, self.file) = (plan, file) }

  /// The action as it stands in a document of `format`.
  func text(of row: BatchRow, _ format: BatchFormat) -> String {
    let word = plan.word(ofVerdict: row.code)
    let score = row.sums.tally.score.map { $0.number.decimal(places: 2) }
    let sentence =
      row.code == plan.program.charter.bands.count
      ? "no rule speaks" : word + (score.map { ": \($0) of 100" } ?? "")
    switch format {
    case .markdown:
      let tally = row.sums.tally
      let cells = [
        MarkdownReport.escaped(row.name), MarkdownReport.escaped(word), score ?? "",
        BatchWorker.points(tally.forHalves), BatchWorker.points(tally.againstHalves),
        String(tally.inPlay),
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    case .junit:
      let start = testCase(row.name)
      guard plan.tells(of: row) else { return start + "/>\n" }
      return start + "><failure type=\"verdict\" message=\(Self.quoted(sentence))/></testcase>\n"
    case .sarif where plan.tells(of: row):
      let level = row.code > plan.program.charter.bands.count ? "error" : "warning"
      return result("verdict", level, "\(row.name): \(sentence)", line: row.line)
    case .github where plan.tells(of: row):
      let level = row.code > plan.program.charter.bands.count ? "error" : "warning"
      return annotation(level, row.name, sentence, line: row.line)
    default: return ""
    }
  }

  /// The record of an action that could not be judged.
  func failure(_ name: String, line: Int, _ reason: String, _ format: BatchFormat) -> String {
    switch format {
    case .markdown:
      return "| \(MarkdownReport.escaped(name)) | not judged: \(MarkdownReport.escaped(reason)) "
        + "| | | | |\n"
    case .junit:
      return testCase(name)
        + "><error type=\"not-judged\" message=\(Self.quoted(reason))/></testcase>\n"
    case .sarif: return result("not-judged", "error", "\(name): \(reason)", line: line)
    case .github: return annotation("error", name, "not judged: \(reason)", line: line)
    default: return ""
    }
  }

  private func testCase(_ name: String) -> String {
    "  <testcase name=\(Self.quoted(name)) classname=\(Self.quoted(file)) time=\"0\""
  }

  private func result(_ rule: String, _ level: String, _ text: String, line: Int) -> String {
    let value = JSONValue.object([
      .init("ruleId", .string(rule)), .init("level", .string(level)),
      .init("message", .object([.init("text", .string(text))])),
      .init(
        "locations",
        .array([
          .object([
            .init(
              "physicalLocation",
              .object([
                .init("artifactLocation", .object([.init("uri", .string(Self.address(file)))])),
                .init("region", .object([.init("startLine", .integer(max(1, line)))])),
              ]))
          ])
        ])),
    ])
    return BatchFormat.sarif.separator + value.pretty(atDepth: 4)
  }

  /// `file` as a relative address.
  static func address(_ file: String) -> String {
    var result = ""
    for byte in file.utf8 {
      let isPlain =
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private func annotation(
    _ level: String, _ title: String, _ message: String, line: Int
  ) -> String {
    "::\(level) file=\(Self.property(file)),line=\(max(1, line)),title=\(Self.property(title))"
      + "::\(Self.escaped(message))\n"
  }

  private static func escaped(_ text: String) -> String {
    HarmlessText.of(text).replacing("%", with: "%25")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// `text` as the value of an attribute.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in HarmlessText.of(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // What no document of this kind may hold.
      case "\u{FFFE}": result += "&lt;U+FFFE&gt;"
      case "\u{FFFF}": result += "&lt;U+FFFF&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension BatchPlan {
  /// Whether findings tell of an action: of what a gate refuses, or, without gates, of what is
  /// against the customer or vetoed.
  func tells(of row: BatchRow) -> Bool {
    if !gates.isOpen { return row.isRefused }
    let bands = program.charter.bands.count
    return row.code == bands - 1 || row.code == bands + 1
  }
}
