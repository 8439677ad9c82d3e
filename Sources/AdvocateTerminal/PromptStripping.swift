/// Takes our own prompts off lines that were copied from the screen.
///
/// `charter> ` and `Phone to cancel (3)> ` can be nothing else and go from every pasted line. What
/// stands before the `>` of other prompts could be meant, so it goes only from a paste of several
/// lines, and only if it is the present prompt or one that a line of the paste leads to, as
/// `rule Honest price` leads to `rule Honest price> `. Nothing else is dropped.
struct PromptStripping {
  private let present: String
  private let isOneLine: Bool
  private var begun: Set<String> = []

  /// Prepares for a paste.
  ///
  /// - Parameters:
  ///   - lines: the lines of the paste.
  ///   - prompt: the prompt that it was pasted at.
  init(lines: [String], prompt: String) {
    isOneLine = lines.count < 2
    present = PromptStripping.cut(prompt)?.name ?? ""
    guard !isOneLine else { return }
    for line in lines {
      let words = (PromptStripping.cut(line)?.rest ?? line[...]).split(separator: " ")
      begun.insert(words.joined(separator: " ").lowercased())
    }
  }

  /// The line without a prompt at its start.
  func strip(_ line: String) -> String {
    guard let (name, rest) = PromptStripping.cut(line), isPrompt(name) else { return line }
    return String(rest)
  }

  private func isPrompt(_ name: String) -> Bool {
    if name == "charter" || PromptStripping.isCounted(name) { return true }
    guard !isOneLine else { return false }
    if name == present || name == "waiting" || name == "save" { return true }
    // a long name is shortened in the prompt
    let folded = name.lowercased()
    return folded.hasSuffix("...")
      ? begun.contains { $0.hasPrefix(folded.dropLast(3)) } : begun.contains(folded)
  }

  /// What stands before the first `>` and what after it, if it looks like a prompt at all.
  private static func cut(_ line: String) -> (name: String, rest: Substring)? {
    guard let sign = line.firstIndex(of: ">") else { return nil }
    let name = line[..<sign]
    let rest = line[line.index(after: sign)...]
    guard let first = name.first, let last = name.last, first != " ", last != " ",
      rest.isEmpty || rest.first == " "
    else { return nil }
    return (String(name), rest.dropFirst())
  }

  /// True for a name with a number in parentheses after it.
  private static func isCounted(_ name: String) -> Bool {
    guard name.last == ")", let open = name.lastIndex(of: "("), open != name.startIndex,
      name[name.index(before: open)] == " "
    else { return false }
    let digits = name[name.index(after: open)...].dropLast()
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
