import AdvocateSession
import CLibedit

/// What is drawn over and around the input after libedit has drawn it: colours on its cells, a
/// suggestion after it and a list below. libedit knows nothing of any of it.
///
/// A pure function of prompt, text, cursor and window to the bytes for the terminal. All moves are
/// relative, so that scrolling does no harm.
///
/// INVARIANT: begins and ends with the terminal's cursor where libedit believes it to be.
struct OverlayPainter {
  let before: String
  let after: String
  let rows: Int
  private let promptWidth: Int
  private let cursor: CellLayout
  private let end: CellLayout

  init(prompt: String, before: String, after: String, rows: Int, columns: Int) {
    self.before = before
    self.after = after
    self.rows = rows
    promptWidth = CellLayout.width(of: prompt)
    var cursor = CellLayout(columns: columns)
    cursor.advance(over: prompt)
    cursor.advance(over: before)
    var end = cursor
    end.advance(over: after)
    cursor.settle(before: after.unicodeScalars.first)
    self.cursor = cursor
    self.end = end
  }

  /// True if the cells can be relied on: the whole input is on the screen, and no character is
  /// drawn in one way by some terminals and in another by others.
  var isTrue: Bool {
    end.row < rows && !before.contains(where: Self.isDoubtful)
      && !after.contains(where: Self.isDoubtful)
  }

  private static func isDoubtful(_ character: Character) -> Bool {
    if character.isASCII {
      return character.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
    let scalars = character.unicodeScalars
    return scalars.contains { clibedit_width($0.value) < 0 || isJoiner($0) }
      || scalars.dropFirst().contains { clibedit_width($0.value) != 0 }
  }

  /// Zero width joiner and the selectors of a picture or a letter form, and the letters of flags.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// How many rows are left below the input.
  var rowsBelow: Int { max(rows - end.row - 1, 0) }

  /// As much of a suggestion as fits in the last row of the input, empty if nothing does.
  func fitting(_ suggestion: String) -> String {
    guard after.isEmpty else { return "" }
    let room = end.columns - 1 - end.column
    return room < 2 ? "" : CellLayout.fit(suggestion, width: room)
  }

  // MARK: Painting

  /// Repaints the text with its colours, then what is beside and below it.
  ///
  /// - Parameters:
  ///   - marks: what the words are, in order.
  ///   - suggestion: what stands in grey after the text; it must fit.
  ///   - list: the rows below, each narrower than the window.
  func paint(marks: [MarkedWord], suggestion: String, list: [ListRow]) -> String {
    var bytes = Escape.hideCursor + up(cursor.row) + "\r" + right(promptWidth)
    bytes += coloured(marks)
    // a text that ends at the margin is followed by an empty row
    if end.column == 0, end.row > 0 { bytes += "\r\n" }
    bytes += Escape.eraseBelow
    if !suggestion.isEmpty { bytes += Escape.dim + suggestion + Escape.plain }
    for row in list { bytes += "\r\n" + row.styled }
    bytes += up(end.row - cursor.row + list.count) + "\r" + right(cursor.column)
    return bytes + Escape.showCursor
  }

  /// Takes away everything after the text and below it.
  func erase() -> String {
    if after.isEmpty { return Escape.eraseBelow }
    let down = end.row - cursor.row
    return (down > 0 ? "\u{1B}[\(down)B" : "") + "\r" + right(end.column) + Escape.eraseBelow
      + up(down) + "\r" + right(cursor.column)
  }

  private func coloured(_ marks: [MarkedWord]) -> String {
    let text = Array((before + after).utf8)
    var bytes = ""
    var done = 0
    for mark in marks {
      let start = mark.bytes.lowerBound
      let stop = min(mark.bytes.upperBound, text.count)
      guard start >= done, start < stop, !mark.role.style.isEmpty, !isUnfinished(mark) else {
        continue
      }
      bytes += String(decoding: text[done..<start], as: UTF8.self)
      let word = String(decoding: text[start..<stop], as: UTF8.self)
      bytes += mark.role.style + word + Escape.plain
      done = stop
    }
    return bytes + String(decoding: text[done...], as: UTF8.self)
  }

  /// A name that is still being typed is not called unknown yet.
  private func isUnfinished(_ mark: MarkedWord) -> Bool {
    mark.role == .unknown && after.isEmpty && mark.bytes.upperBound >= before.utf8.count
  }

  private func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
  private func right(_ columns: Int) -> String { columns > 0 ? "\u{1B}[\(columns)C" : "" }
}

extension WordRole {
  /// What switches to the look of such a word. Calm, readable on dark and on light, and never by
  /// colour alone where something is wrong.
  var style: String {
    switch self {
    case .reserved: "\u{1B}[1m"
    case .fact: "\u{1B}[36m"
    case .value: "\u{1B}[32m"
    case .name, .text: ""
    case .unknown: "\u{1B}[4;31m"
    }
  }
}

extension Escape {
  static let dim = "\u{1B}[2m"
  static let bold = "\u{1B}[1m"
  static let plain = "\u{1B}[0m"
  static let eraseBelow = "\u{1B}[J"
  static let hideCursor = "\u{1B}[?25l"
  static let showCursor = "\u{1B}[?25h"
}
