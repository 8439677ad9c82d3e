public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// All plans by where our gain comes from and how a yes is won; who wins, their cause or our
  /// gate.
  public static func stance(_ judgements: [Judgement]) -> View {
    guard let charter = judgements.first?.charter else { return View("stance") }
    guard let source = charter.place(.gainSource), let method = charter.place(.method) else {
      return lacking("stance", [.gainSource, .method], in: charter)
    }
    var view = View("stance")
    view.say("\(bold: "All plans"): across, where our gain comes from; upwards, how a yes is won.")
    let grid = StanceGrid(judgements, across: source, upwards: method, charter)
    view.parts.append(.drawing(grid.drawing))
    view.parts.append(.table(plans(judgements, [source, method], charter)))
    let gate = judgements.filter {
      $0.level(.measure) == 0 || $0.level(.staff) == 0 || $0.level(.gainSource) == 0
    }
    if !gate.isEmpty {
      let names = Words.some(gate.map(\.title), 4, noun: "plan", hint: "list names")
      view.say(
        "Played for our gate, by what is measured, paid for or gained from: \(bold: names).")
    }
    view.record("playedForOurGate", .list(gate.map { .text($0.title) }))
    let silent = judgements.first { !$0.world[source].isTouched || !$0.world[method].isTouched }
    if let silent {
      let facts = [source, method].filter { !silent.world[$0].isTouched }
      view.ask(facts, "To place \(silent.title), say of it:", in: charter)
    }
    return view
  }

  private static func plans(
    _ judgements: [Judgement], _ facts: [Int], _ charter: Charter
  ) -> Table {
    let shown = facts + charter.places([.measure])
    let columns =
      [Table.Column("action", "plan")]
      + shown.map { Table.Column(charter.facts[$0].name, charter.facts[$0].name) }
    let rows = judgements.enumerated().map { place, judgement in
      let (text, name) = (FactText(judgement: judgement), judgement.title)
      return [Table.Cell(StyledText("\(place + 1)  \(name)"), .text(name))]
        + shown.map { Table.Cell(StyledText(text.value($0))) }
    }
    return Table("plans", columns: columns, rows: rows)
  }
}

/// The numbers of plans at the levels of two facts.
private struct StanceGrid {
  let across: [String]
  let upwards: [String]
  /// The numbers of the plans by row, from the bottom, and column.
  var numbers: [[[Int]]]

  init(_ judgements: [Judgement], across: Int, upwards: Int, _ charter: Charter) {
    self.across = charter.facts[across].levels
    self.upwards = charter.facts[upwards].levels
    numbers = self.upwards.map { _ in charter.facts[across].levels.map { _ in [] } }
    for (place, judgement) in judgements.enumerated() {
      guard case .value(.level(let column)) = judgement.world[across],
        case .value(.level(let row)) = judgement.world[upwards],
        numbers.indices.contains(row), numbers[row].indices.contains(column)
      else { continue }
      numbers[row][column].append(place + 1)
    }
  }

  var drawing: View.Drawing { View.Drawing(wide: grid(cell: 12), narrow: narrow) }

  private func grid(cell: Int) -> [StyledText] {
    let label = (upwards.map { TextWidth.of($0) }.max() ?? 0) + 1
    func line(_ head: String, _ cells: [String], _ join: String) -> StyledText {
      let texts = cells.map { TextLayout.padRight($0, to: cell) }.joined()
      return TextLayout.wrap(
        StyledText(TextLayout.padRight(head, to: label) + join + texts), width: 200)[0]
    }
    var lines = upwards.indices.reversed().map { row in
      line(upwards[row], numbers[row].map { Self.cell($0, cell) }, "│ ")
    }
    let rule = String(repeating: "─", count: cell * across.count)
    lines.append(StyledText(String(repeating: " ", count: label) + "└─" + rule))
    let heads = across.map { TextLayout.wrap(StyledText($0), width: cell - 1).map(\.plain) }
    for row in 0..<(heads.map(\.count).max() ?? 0) {
      lines.append(line("", heads.map { row < $0.count ? $0[row] : "" }, "  "))
    }
    return lines
  }

  /// The fields that hold plans, in words.
  private var narrow: [StyledText] {
    var lines: [StyledText] = []
    for row in upwards.indices.reversed() {
      for column in across.indices where !numbers[row][column].isEmpty {
        let plans = numbers[row][column].map(String.init).joined(separator: ", ")
        lines += TextLayout.wrap(
          "\(bold: plans)  \(upwards[row]), \(across[column])", width: 40, indent: 2)
      }
    }
    return lines.isEmpty ? [StyledText("No plan is placed yet.")] : lines
  }

  private static func cell(_ numbers: [Int], _ width: Int) -> String {
    guard !numbers.isEmpty else { return "·" }
    let all = numbers.map(String.init).joined(separator: ",")
    return all.count < width ? all : "\(numbers.count) plans"
  }
}
