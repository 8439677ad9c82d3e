import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation

/// Actions of a batch in the forms that other programs read about findings.
struct BatchDocuments {
  private let plan: BatchPlan
  private let file: String

  init(_ plan: BatchPlan, _ file: String) { (self.plan, self.file) = (plan, file) }

  /// The action as it stands in a document of `format`.
  func text(of row: BatchRow, _ format: BatchFormat) -> String {
    let word = plan.word(ofVerdict: row.code)
    let score = row.sums.tally.score.map { $0.number.decimal(places: 2) }
    let reservations = reservations(row)
    let sentence =
      (row.code == plan.program.charter.bands.count
        ? "no rule speaks" : word + (score.map { ": \($0) of 100" } ?? "")) + reservations
    switch format {
    case .markdown:
      let tally = row.sums.tally
      let cells = [
        MarkdownReport.escaped(row.name), MarkdownReport.escaped(word + reservations), score ?? "",
        BatchWorker.points(tally.forHalves), BatchWorker.points(tally.againstHalves),
        String(tally.inPlay),
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    case .junit:
      let start = testCase(row.name)
      let told = " message=\(Self.quoted(sentence))/></testcase>\n"
      if plan.tells(of: row) { return start + "><failure type=\"verdict\"" + told }
      // Nobody is to take a verdict for sure that not all lines speak for.
      return start + (row.leftOut != nil ? "><error type=\"line-left-out\"" + told : "/>\n")
    case .sarif, .github:
      let level = row.code > plan.program.charter.bands.count ? "error" : "warning"
      let place = Place(file: file, line: row.line)
      let verdict = Finding("verdict", level, row.name, sentence, place)
      let findings = (plan.tells(of: row) ? [verdict] : []) + [leftOut(row)].compactMap(\.self)
      return findings.map { text(of: $0, format) }.joined()
    default: return ""
    }
  }

  /// What a verdict must not pass over, in brackets: the group of customers that it tells of,
  /// another that a gate refuses instead, and lines of the action that were left out; empty where
  /// there is none of these.
  private func reservations(_ row: BatchRow) -> String {
    let groups = row.judgement?.eachGroup ?? []
    let group = row.group.map { "for \($0)" + (groups.count > 1 ? ", the worst-off group" : "") }
    let parts = [group, refused(groups), row.leftOut].compactMap(\.self)
    return parts.isEmpty ? "" : " (" + parts.joined(separator: "; ") + ")"
  }

  /// The first of `groups` that a gate refuses, where the worst-off before all of them passes.
  private func refused(_ groups: [Judgement]) -> String? {
    guard let worst = groups.first, !plan.gates.refuses(worst),
      let other = groups.first(where: { plan.gates.refuses($0) }), let name = other.group
    else { return nil }
    let score = other.tally.score.map { ", \($0.number.decimal(places: 2))" } ?? ""
    return "refused for \(name): \(other.verdictWord)\(score)"
  }

  /// That lines of an action were left out, at the place of the first, or that columns were.
  private func leftOut(_ row: BatchRow) -> Finding? {
    if !row.lostNames.isEmpty, let text = row.leftOut {
      let place = Place(file: file, line: row.line)
      return Finding("line-left-out", "error", row.name, text + ", so it does not count.", place)
    }
    guard let dropped = row.judgement?.action.dropped.first else { return nil }
    let first = dropped.line
    let text =
      row.lost == 1
      ? Notice.leftOut(dropped).text
      : "\(row.lost) lines of this action were left out; the verdict counts none of them."
    let blanks = first.text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let place = Place(file: first.file ?? file, line: first.number, column: blanks + 1)
    return Finding("line-left-out", "error", row.name, text, place)
  }

  /// The record of an action that could not be judged.
  func text(of failure: BatchFailure, _ format: BatchFormat) -> String {
    let place = Place(file: file, line: failure.line, column: failure.column)
    switch format {
    case .markdown:
      let reason = MarkdownReport.escaped("\(failure.reason) (\(place.words))")
      return "| \(MarkdownReport.escaped(failure.name)) | not judged: \(reason) | | | | |\n"
    case .junit:
      let reason = Self.quoted("\(failure.reason) (\(place.words))")
      return testCase(failure.name)
        + "><error type=\"not-judged\" message=\(reason)/></testcase>\n"
    case .sarif, .github:
      let reason = (format == .github ? "not judged: " : "") + failure.reason
      return text(of: Finding("not-judged", "error", failure.name, reason, place), format)
    default: return ""
    }
  }

  /// Where something is found.
  private struct Place {
    var file: String
    var line: Int
    var column: Int?

    var words: String { "line \(line)" + (column.map { ", column \($0)" } ?? "") }
  }

  /// What is told of an action at a place.
  private struct Finding {
    var rule: String
    var level: String
    var name: String
    var text: String
    var place: Place

    init(_ rule: String, _ level: String, _ name: String, _ text: String, _ place: Place) {
      (self.rule, self.level, self.name, self.text) = (rule, level, name, text)
      self.place = place
    }
  }

  private func text(of finding: Finding, _ format: BatchFormat) -> String {
    format == .sarif ? result(finding) : annotation(finding)
  }

  private func testCase(_ name: String) -> String {
    "  <testcase name=\(Self.quoted(name)) classname=\(Self.quoted(file)) time=\"0\""
  }

  private func result(_ finding: Finding) -> String {
    let place = finding.place
    let column = place.column.map { [JSONValue.Member("startColumn", .integer($0))] } ?? []
    let value = JSONValue.object([
      .init("ruleId", .string(finding.rule)), .init("level", .string(finding.level)),
      .init("message", .object([.init("text", .string("\(finding.name): \(finding.text)"))])),
      .init(
        "locations",
        .array([
          .object([
            .init(
              "physicalLocation",
              .object([
                .init(
                  "artifactLocation",
                  .object([.init("uri", .string(Self.address(place.file)))])),
                .init(
                  "region",
                  .object([.init("startLine", .integer(max(1, place.line)))] + column)),
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

  private func annotation(_ finding: Finding) -> String {
    let place = finding.place
    let column = place.column.map { "col=\($0)," } ?? ""
    return "::\(finding.level) file=\(Self.property(place.file)),line=\(max(1, place.line)),"
      + "\(column)title=\(Self.property(finding.name))::\(Self.escaped(finding.text))\n"
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
