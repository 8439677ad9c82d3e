/// Breaks styled text into lines that fit a width.
public enum TextLayout {
  /// `text` wrapped at blanks into lines of at most `width` columns.
  ///
  /// The first line starts after `first`, the others after `indent` blanks. A word that is wider
  /// than a line is cut: nothing is ever wider than asked for. Runs of blanks inside a line stay.
  public static func wrap(
    _ text: StyledText, width: Int, first: StyledText = StyledText(), indent: Int = 0
  ) -> [StyledText] {
    let width = max(width, indent + 8)
    var lines: [StyledText] = []
    var line = first
    var column = TextWidth.of(first.plain)
    var pendingBlank = 0
    var blankStyle = StyledText.Style.plain
    var isEmpty = true
    func startLine() {
      lines.append(line)
      line = StyledText(String(repeating: " ", count: indent))
      column = indent
      isEmpty = true
    }
    for word in words(of: text) {
      if word.isBlank {
        pendingBlank = isEmpty && !lines.isEmpty ? 0 : word.width
        // A blank inside a styled stretch has its style, so that no gap shows.
        blankStyle = word.runs.first?.style ?? .plain
        continue
      }
      if column + pendingBlank + word.width > width, !isEmpty {
        startLine()
        pendingBlank = 0
      }
      line.append(String(repeating: " ", count: pendingBlank), isEmpty ? .plain : blankStyle)
      column += pendingBlank
      pendingBlank = 0
      for run in word.runs {
        for character in run.text {
          let columns = TextWidth.of(character)
          if column + columns > width { startLine() }
          line.append(String(character), run.style)
          column += columns
        }
      }
      isEmpty = false
    }
    lines.append(line)
    return lines
  }

  /// `text` cut to `width` columns and filled with blanks to exactly that.
  public static func pad(_ text: StyledText, to width: Int) -> StyledText {
    let current = TextWidth.of(text.plain)
    return current >= width
      ? text : text + StyledText(String(repeating: " ", count: width - current))
  }

  /// `text` with blanks before it up to `width` columns.
  public static func padLeft(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - TextWidth.of(text))) + text
  }

  /// `text` with blanks after it up to `width` columns.
  public static func padRight(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.of(text)))
  }

  private struct Word {
    var runs: [StyledText.Run] = []
    var isBlank = false
    var width: Int { runs.reduce(0) { $0 + TextWidth.of($1.text) } }
  }

  /// `text` as an alternation of words and the blanks between them, made harmless on the way.
  private static func words(of text: StyledText) -> [Word] {
    var words: [Word] = []
    for run in text.runs {
      var part = ""
      var partIsBlank = false
      func flush() {
        guard !part.isEmpty else { return }
        let piece = StyledText.Run(text: part, style: run.style)
        if let last = words.indices.last, words[last].isBlank == partIsBlank {
          words[last].runs.append(piece)
        } else {
          words.append(Word(runs: [piece], isBlank: partIsBlank))
        }
        part = ""
      }
      for character in HarmlessText.of(run.text) {
        let isBlank = character == " "
        if isBlank != partIsBlank { flush() }
        partIsBlank = isBlank
        part.append(character)
      }
      flush()
    }
    return words
  }
}
