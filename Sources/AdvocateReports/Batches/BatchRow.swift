import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// An action that was judged, on its way into a report.
struct BatchRow {
  var name: String
  var line: Int
  var sums: PackedTally
  var code: Int
  var isRefused: Bool
  /// All that is known of it; nil where only the sums are.
  var judgement: Judgement?
  var outlook: Outlook?
  var direct: [(rule: Int, saying: Saying)] = []
  /// The columns or members that say something and are not read.
  var lostNames: [String] = []

  /// The group of customers that it tells of; nil where it tells of all.
  var group: String? { judgement?.group }
  /// How many lines of the action were left out.
  var lost: Int { judgement?.action.dropped.count ?? 0 }
  /// The same in words; nil where none was.
  var leftOut: String? {
    guard lostNames.isEmpty else { return BatchRow.unread(lostNames) }
    return lost == 0 ? nil : lost == 1 ? "1 line left out" : "\(lost) lines left out"
  }

  private static func unread(_ names: [String]) -> String {
    if names.count == 1 { return "\(names[0]) is not read" }
    let first = names.prefix(names.count > 3 ? 2 : names.count - 1).joined(separator: ", ")
    let last = names.count > 3 ? "\(names.count - 2) more" : names[names.count - 1]
    return "\(first) and \(last) are not read"
  }
}

/// An action that could not be judged, on its way into a report.
struct BatchFailure {
  var name: String
  var line: Int
  /// Where in the line it was found, from 1; nil where it is the whole line.
  var column: Int?
  var reason: String
}

/// The formats that are written action by action.
extension BatchWorker {
  /// Writes `row`, where it says so also in the formats that are otherwise written from sums.
  func writeSlowly(_ row: BatchRow, inAllFormats: Bool = false) {
    for (place, format) in plan.formats.enumerated()
    where inAllFormats || !quickPlaces.contains(place) {
      piece.texts[place] += Array(text(of: row, format).utf8)
    }
  }

  private func text(of row: BatchRow, _ format: BatchFormat) -> String {
    switch format {
    case .csv: return csv(row)
    case .json, .jsonl:
      guard let judgement = row.judgement else { return "" }
      let value = JSONReport.action(
        judgement, outlook: row.outlook, explain: plan.depth.level,
        points: plan.depth == .points ? points(judgement) : nil)
      return format == .jsonl
        ? value.compact + "\n" : format.separator + value.pretty(atDepth: 2)
    case .text: return prose(row)
    case .github, .junit, .markdown, .sarif:
      if format == .junit {
        if plan.tells(of: row) { piece.told += 1 } else if row.leftOut != nil { piece.unread += 1 }
      }
      return BatchDocuments(plan, source.file).text(of: row, format)
    }
  }

  private func points(_ judgement: Judgement) -> JSONValue {
    .object(
      plan.program.usedRules.map { rule in
        let isInPlay = judgement.sayings[rule] != .notInPlay
        return .init(
          plan.program.charter.rules[rule].name,
          isInPlay ? JSONReport.points(judgement.halfPoints(ofRule: rule)) : .null)
      })
  }

  private func prose(_ row: BatchRow) -> String {
    guard plan.depth.level != .none || plan.writesSentences, let judgement = row.judgement else {
      return ""
    }
    let text = plan.style.render(
      TextReport.render(
        [judgement], outlook: { _ in row.outlook }, width: plan.style.width,
        explain: plan.depth.level))
    return plan.writesSentences ? text : text + "\n"
  }

  private func csv(_ row: BatchRow) -> String {
    let tally = row.sums.tally
    var cells = [
      row.name, plan.word(ofVerdict: row.code),
      tally.score.map { $0.number.decimal(places: 6) } ?? "", Self.points(tally.forHalves),
      Self.points(tally.againstHalves), String(tally.inPlay),
    ]
    guard let judgement = row.judgement else { return "" }
    let charter = plan.program.charter
    switch plan.depth {
    case .none: break
    case .points:
      cells += plan.program.usedRules.map { rule in
        judgement.sayings[rule] == .notInPlay
          ? "" : Self.points(judgement.halfPoints(ofRule: rule))
      }
    case .short, .full:
      let range = judgement.uncertainty.range
      cells += [
        judgement.uncertainty.isSettled ? "yes" : "no",
        judgement.uncertainty.reachable.map { $0 == .silent ? "silent" : $0.name(in: charter) }
          .joined(separator: "; "),
        range.map { $0.lowerBound.number.decimal(places: 6) } ?? "",
        range.map { $0.upperBound.number.decimal(places: 6) } ?? "",
        String(judgement.uncertainty.unheard),
        judgement.firmness(judgement.agreement).rawValue,
        row.outlook?.questions.first.map { charter.facts[$0.fact].name } ?? "",
      ]
    }
    if plan.namesGroups { cells.append(row.group ?? "") }
    return (cells + [row.leftOut ?? ""]).map(SafeCSV.field).joined(separator: ",") + "\n"
  }

  static func points(_ halves: Int) -> String {
    (Number(halves).divided(by: Number(2)) ?? Number(0)).decimal(places: 1)
  }

  /// Writes that an action could not be judged, wherever verdicts are listed.
  func writeFailure(_ failure: BatchFailure) {
    for (place, format) in plan.formats.enumerated() {
      let text: String
      switch format {
      case .csv:
        let blanks = String(repeating: ",", count: plan.csvColumns - 3)
        text =
          "\(SafeCSV.field(failure.name)),not judged,\(blanks)\(SafeCSV.field(failure.reason))\n"
      case .json, .jsonl:
        let value = JSONReport.notJudged(
          failure.name, failure.reason, file: source.file, line: failure.line,
          column: failure.column)
        text =
          format == .jsonl ? value.compact + "\n" : format.separator + value.pretty(atDepth: 2)
      case .text: text = ""
      case .github, .junit, .markdown, .sarif:
        text = BatchDocuments(plan, source.file).text(of: failure, format)
      }
      piece.texts[place] += Array(text.utf8)
    }
  }
}

extension BatchPlan {
  /// The names of the columns of a table of verdicts.
  var csvHeader: [String] {
    var names = ["action", "verdict", "score", "for", "against", "in play"]
    switch depth {
    case .none: break
    case .points: names += program.usedRules.map { program.charter.rules[$0].name }
    case .short, .full:
      names += [
        "settled", "could still be", "lowest score", "highest score", "unheard", "firmness",
        "next question",
      ]
    }
    if namesGroups { names.append("group") }
    return names + ["problem"]
  }

  var csvColumns: Int { csvHeader.count }
}
