/// How text is written for one reader: width, colour and signs.
public struct OutputStyle: Sendable, Equatable {
  /// The columns that lines may take.
  public var width: Int
  /// Whether weight and colour may be used.
  public var isStyled: Bool
  /// Whether only ASCII may be written.
  public var isASCII: Bool

  /// Creates a style; the width is kept between 20 and 200 columns.
  public init(width: Int = 80, isStyled: Bool = false, isASCII: Bool = false) {
    self.width = min(max(width, 20), 200)
    self.isStyled = isStyled
    self.isASCII = isASCII
  }

  /// One line of `text` as it is written, without a line end.
  ///
  /// Whatever the text holds, no control character but the style's own is written.
  public func render(_ text: StyledText) -> String {
    var result = ""
    for run in text.runs {
      let safe = isASCII ? ASCIIForm.of(HarmlessText.of(run.text)) : HarmlessText.of(run.text)
      if isStyled, let code = escape(run.style) {
        result += "\u{1B}[\(code)m\(safe)\u{1B}[0m"
      } else {
        result += safe
      }
    }
    return result
  }

  /// The lines of `texts`, each with its line end and without blanks at the end.
  public func render(_ texts: [StyledText]) -> String {
    var result = ""
    for text in texts {
      var line = render(text)
      while line.last == " " { line.removeLast() }
      result += line + "\n"
    }
    return result
  }

  private func escape(_ style: StyledText.Style) -> String? {
    switch style {
    case .plain: nil
    case .bold: "1"
    case .verdict(.favourable): "1;34"
    case .verdict(.middling): "1"
    case .verdict(.adverse): "1;38;5;208"
    case .verdict(.vetoed): "1;7"
    }
  }
}

/// The signs of the screens in ASCII.
public enum ASCIIForm {
  /// `text` with every sign beyond ASCII replaced: known signs by their form, others by `?`.
  public static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for character in text {
      if character.isASCII {
        result.append(character)
      } else {
        result += forms[character] ?? String(repeating: "?", count: TextWidth.of(character))
      }
    }
    return result
  }

  private static let forms: [Character: String] = [
    "●": "o", "─": "-", "═": "=", "┼": "+", "╪": "+", "┬": "+", "└": "+", "├": "|", "┤": "|",
    "│": "|", "→": "->", "←": "<-", "×": "*", "÷": "/", "−": "-", "█": "#", "▌": "+", "▐": "+",
    "‾": "^", "·": ",", "’": "'", "‘": "'", "“": "\"", "”": "\"", "–": "-", "—": "-", "…": "...",
    "◆": "@", "○": ".",
    "é": "e", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "è": "e", "à": "a", "ç": "c", "ñ": "n",
  ]
}
