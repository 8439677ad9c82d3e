import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// The score drawn between 0 and 100, with the bands below it.
struct ScoreBar {
  let score: Score
  let range: ClosedRange<Score>?
  let bands: [Band]
  let columns: Int

  /// A bar of at most `width` columns.
  init(score: Score, range: ClosedRange<Score>?, bands: [Band], width: Int) {
    self.score = score
    self.range = range
    self.bands = bands
    columns = max(4, min(width - 8, 68))
  }

  /// The bar, and the labels below it.
  var lines: [String] { ["0 ├" + String(drawing) + "┤ 100", labels] }

  private var edges: [Int] { bands.map(\.from).filter { $0 > 0 && $0 < 10_000 }.reversed() }

  private var drawing: [Character] {
    var cells = [Character](repeating: "─", count: columns)
    for edge in edges { cells[column(hundredths: edge)] = "┼" }
    let dot = dotColumn
    if let range, range.lowerBound != range.upperBound {
      let low = min(dot, column(range.lowerBound))
      let high = max(dot, column(range.upperBound))
      for place in low...high { cells[place] = cells[place] == "─" ? "═" : "╪" }
    }
    cells[dot] = "●"
    return cells
  }

  /// The dot never stands on the wrong side of an edge, nor on one unless the score does.
  private var dotColumn: Int {
    var dot = column(score)
    for edge in edges {
      let place = column(hundredths: edge)
      if !score.isAtLeast(hundredths: edge), dot >= place {
        return max(0, place - 1)
      }
      let isOn = !score.isAtLeast(hundredths: edge + 1) && column(score) == place
      if score.isAtLeast(hundredths: edge), !isOn, dot <= place {
        dot = min(columns - 1, place + 1)
      }
    }
    return dot
  }

  private func column(_ score: Score) -> Int {
    // The score is (50 W + 25 B) / W; the nearest of `columns` places, halves up.
    let numerator = (50 * score.inPlay + 25 * score.balance) * (columns - 1)
    return (2 * numerator + 100 * score.inPlay) / (200 * score.inPlay)
  }

  private func column(hundredths: Int) -> Int { (2 * hundredths * (columns - 1) + 10_000) / 20_000 }

  private var labels: String {
    var line = ""
    var start = 3
    let names = bands.reversed().map { HarmlessText.of($0.name) }
    let firstWords = names.map { String($0.prefix { $0 != " " }) }
    for (place, name) in names.enumerated() {
      let edge = place < edges.count ? edges[place] : nil
      let end = edge.map { 3 + column(hundredths: $0) } ?? 3 + columns
      let isUnique = firstWords.count { $0 == firstWords[place] } == 1
      let word = isUnique && firstWords[place].count >= 3 ? firstWords[place] : ""
      if let label = [name, word].first(where: { TextWidth.of($0) + 2 <= end - start }) {
        let gap = end - start - TextWidth.of(label)
        if !label.isEmpty {
          line = TextLayout.padRight(line, to: start + (gap + 1) / 2) + label
        }
      }
      guard let edge else { break }
      let figure = ScoreText.edge(hundredths: edge)
      if end > TextWidth.of(line) || line.isEmpty, end + figure.count <= columns + 8 {
        line = TextLayout.padRight(line, to: end) + figure
      }
      start = max(end, TextWidth.of(line))
    }
    return line
  }
}
