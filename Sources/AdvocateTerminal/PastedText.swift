/// What was pasted, cut into lines.
///
/// Each line end in a paste ends a line of input, so that three hundred pasted lines are three
/// hundred lines read; what follows the last end is left to be edited. Controls and characters
/// that turn the reading order are dropped, a tab becomes a space, and our own prompts, copied
/// with the lines, go.
struct PastedText: Equatable {
  /// The lines that were ended.
  private(set) var lines: [String] = []
  /// What follows the last line end.
  private(set) var remainder = ""

  init(_ scalars: some Sequence<Unicode.Scalar>, prompt: String = "") {
    var current = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in scalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r":
        lines.append(String(current))
        current = String.UnicodeScalarView()
      case "\t", "\u{2028}", "\u{2029}": current.append(" ")
      default: if scalar.isHarmless { current.append(scalar) }
      }
    }
    remainder = String(current)
    let all = remainder.isEmpty ? lines : lines + [remainder]
    let prompts = PromptStripping(lines: all, prompt: prompt)
    lines = lines.map(prompts.strip)
    remainder = prompts.strip(remainder)
  }
}
