import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// What came of a batch as a whole.
public struct BatchSummary: Sendable {
  /// How often each verdict came out, by its code.
  public private(set) var verdicts: [Int] = []
  private var settled: [Int] = []
  /// The first lines that could not be judged, with their files.
  private var failed: [(file: String, line: Int)] = []
  /// How many those are.
  public private(set) var failures = 0
  /// The actions that a gate refused.
  public private(set) var refused = NamedActions()
  /// The actions of which an earlier run said nothing.
  public private(set) var newActions = NamedActions()
  private var nearest: [NearAction] = []
  private var counts: BatchCounts?
  /// The columns and members that were told of, by file and name.
  private var toldNames: Set<[String]> = []
  private static let mostNames = 1_000

  private static let mostLines = 3

  /// Creates the summary of nothing.
  public init() {}

  /// What is to be told of a chunk: that a column or member is not read, only the first time in
  /// its file.
  public mutating func news(of piece: BatchPiece) -> [Diagnostic] {
    var news: [Diagnostic] = []
    for (name, finding) in piece.columnFindings where toldNames.count < Self.mostNames {
      if toldNames.insert([piece.file, name]).inserted { news.append(finding) }
    }
    guard !news.isEmpty else { return piece.findings }
    let all = (news + piece.findings).enumerated().sorted { left, right in
      (left.element.line?.number ?? 0, left.offset)
        < (right.element.line?.number ?? 0, right.offset)
    }
    return all.map(\.element)
  }

  /// Adds what came of a chunk.
  public mutating func add(_ piece: BatchPiece) {
    let missing = piece.verdicts.count - verdicts.count
    if missing > 0 {
      verdicts += [Int](repeating: 0, count: missing)
      settled += [Int](repeating: 0, count: missing)
    }
    for place in piece.verdicts.indices {
      verdicts[place] += piece.verdicts[place]
      settled[place] += piece.settled[place]
    }
    failed += piece.failed.prefix(max(0, Self.mostLines - failed.count))
      .map { (piece.file, $0) }
    failures += piece.failed.count
    refused.add(piece.refused)
    newActions.add(piece.newActions)
    nearest += piece.nearest
    nearest.keepNearest(BatchWorker.mostNear)
  }

  /// Adds what was counted over a batch.
  public mutating func add(_ other: BatchCounts) {
    if counts == nil { counts = other } else { counts?.add(other) }
  }

  /// The actions that an earlier run judged, and this one did not come upon.
  public func gone(from baseline: BatchBaseline) -> NamedActions {
    baseline.gone(but: counts?.met ?? [])
  }

  /// How many actions there were, judged or not.
  public var total: Int { verdicts.reduce(0, +) + failures }

  // MARK: - For people

  /// The lines that tell of a batch judged by `plans`: where there are several, only how many
  /// actions there were, and which did not come through.
  ///
  /// - Parameters:
  ///   - plans: what it was judged by, at least one.
  ///   - file: what was judged, in words.
  ///   - isOneFile: whether that is one file, so that lines need no name of theirs.
  ///   - width: how many columns there are.
  public func lines(
    of plans: [BatchPlan], file: String, isOneFile: Bool = true, width: Int
  ) -> [StyledText] {
    guard let plan = plans.first else { return [] }
    let charter = plans.count == 1 ? plan.program.charter.name : "\(plans.count) charters"
    let head: StyledText = "\(bold: file): \(Self.rows(total, plan)) judged by \(charter)"
    var lines = TextLayout.wrap(head, width: width)
    if plans.count == 1 {
      lines += table(plan, width: width)
      lines += [StyledText()]
      lines += block("Most against", rules(plan, against: true), width)
      lines += block("Most for", rules(plan, against: false), width)
      lines += block("Most often unsaid", facts(plan), width)
      lines += block("Nearest to better", near(isOneFile: isOneFile), width)
    }
    if failures > 0 {
      lines += block("Not judged", lost(isOneFile: isOneFile) + ".", width)
    }
    if refused.count > 0 {
      lines += block("Refused", "\(refused.count) by what was asked for: \(refused.list).", width)
    }
    return lines
  }

  /// The lines that could not be judged, by file where there are several.
  private func lost(isOneFile: Bool) -> String {
    var groups: [(file: String, lines: [String])] = []
    for (file, line) in failed {
      if groups.last?.file != file { groups.append((file, [])) }
      groups[groups.count - 1].lines.append(Self.grouped(line))
    }
    let rest = failures - failed.count
    let parts = groups.map { group in
      (isOneFile ? "" : "\(HarmlessText.of(group.file)) ")
        + (group.lines.count == 1 && (rest == 0 || !isOneFile) ? "line " : "lines ")
        + group.lines.joined(separator: ", ")
    }
    return parts.joined(separator: ", ") + (rest > 0 ? " and \(Self.grouped(rest)) more" : "")
  }

  private static func rows(_ count: Int, _ plan: BatchPlan) -> String {
    count == 1 ? "1 \(plan.noun)" : "\(grouped(count)) \(plan.noun)s"
  }

  private func block(_ title: String, _ text: String, _ width: Int) -> [StyledText] {
    guard !text.isEmpty else { return [] }
    return TextLayout.wrap(StyledText("\(title): ", .bold) + StyledText(text), width: width)
  }

  private func table(_ plan: BatchPlan, width: Int) -> [StyledText] {
    var rows: [(name: String, count: Int, settled: Int?)] = []
    let showsSettled = plan.needsJudgement
    for (code, count) in verdicts.enumerated() {
      let word =
        code == plan.program.charter.bands.count ? "no rule speaks" : plan.word(ofVerdict: code)
      rows.append((HarmlessText.of(word), count, showsSettled ? settled[code] : nil))
    }
    if failures > 0 { rows.append(("could not be judged", failures, nil)) }
    let names = min(max(rows.map { TextWidth.of($0.name) }.max() ?? 0, 8), max(16, width / 2))
    let digits = max(8, Self.grouped(total).count)
    let room = width - names - digits - 4 - (showsSettled ? 2 * digits : 0)
    let most = rows.map(\.count).max() ?? 0
    return rows.map { row in
      let padding = String(repeating: " ", count: max(1, names - TextWidth.of(row.name) + 1))
      var text = row.name + padding + Self.right(Self.grouped(row.count), digits)
      if showsSettled {
        let open = row.settled.map { row.count - $0 }
        text += Self.right(row.settled.map { "\(Self.grouped($0)) settled" } ?? "", digits + 8)
        if let open, open > 0 { text += ", \(Self.grouped(open)) not" }
      } else if room >= 8, most > 0 {
        let length = (row.count * min(room, 24) + most - 1) / most
        text += "  " + String(repeating: "█", count: length)
      }
      return StyledText(text)
    }
  }

  /// The rules that brought most points on one side.
  private func rules(_ plan: BatchPlan, against: Bool) -> String {
    guard let counts else { return "" }
    let sums = plan.program.usedRules.map { rule -> (name: String, rows: Int, points: Int) in
      var (rows, points) = (0, 0)
      for saying in Saying.allCases where against ? saying.halves < 0 : saying.halves > 0 {
        let count = counts.sayings[rule][Int(saying.rawValue)]
        rows += count
        points += count * abs(saying.halves) * plan.program.rules[rule].weight
      }
      return (plan.program.charter.rules[rule].name, rows, points)
    }
    return sums.enumerated().filter { $0.element.rows > 0 }
      .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }.prefix(3)
      .map { place in
        let (name, rows, points) = place.element
        return "\(name) \(Self.points(points)) in \(Self.rows(rows, plan))"
      }
      .joined(separator: ", ")
  }

  private func facts(_ plan: BatchPlan) -> String {
    guard let counts else { return "" }
    return counts.unsaid.enumerated()
      .filter { $0.element > 0 && plan.program.isRead[$0.offset] }
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.prefix(3)
      .map { "\(plan.program.charter.facts[$0.offset].name) \(Self.rows($0.element, plan))" }
      .joined(separator: ", ")
  }

  private static func points(_ halves: Int) -> String {
    let whole = grouped(halves / 2)
    return halves == 2 ? "1 point" : "\(whole)\(halves % 2 == 0 ? "" : ".5") points"
  }

  private func near(isOneFile: Bool) -> String {
    nearest.map { action in
      let file = isOneFile ? "" : "\(HarmlessText.of(action.file)), "
      return "\(action.name) (\(file)line \(Self.grouped(action.line)), "
        + "\(action.distance.decimal(places: 2)) below \(action.verdict))"
    }.joined(separator: ", ")
  }

  private static func grouped(_ number: Int) -> String {
    Number(number).decimal(places: 0, separator: ",")
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
