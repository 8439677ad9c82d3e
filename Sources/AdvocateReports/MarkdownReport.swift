public import AdvocateDiagnostics
public import AdvocateExplanation

/// Answers as Markdown, in the common form that most programs read (CommonMark with tables).
public enum MarkdownReport {
  /// A view as Markdown: sentences, lists and tables as such, drawings as they are.
  ///
  /// - Parameters:
  ///   - view: what is shown.
  ///   - isFile: whether it makes a file of its own, whose first heading is its title; else it is
  ///     to be put below the heading of somebody else's.
  public static func document(_ view: View, isFile: Bool = false) -> String {
    var blocks: [String] = []
    var headings = 0
    let sheets = view.parts.compactMap {
      if case .sheet(let sheet) = $0 { sheet.name } else { nil }
    }
    for part in view.parts {
      switch part {
      case .heading(let text):
        let mark = isFile ? (headings == 0 ? "# " : "## ") : "### "
        headings += 1
        blocks.append(mark + escaped(text))
      case .paragraph(let text), .shortened(_, let text): blocks.append(inline(text))
      case .list(let points):
        blocks.append(points.map { "- " + inline($0) }.joined(separator: "\n"))
      case .data(let table) where sheets.contains(table.name): break
      case .table(let table), .data(let table), .sheet(let table): blocks.append(rows(table))
      case .drawing(let drawing): blocks.append(fenced(drawing.wide.map(\.plain)))
      case .marked(let marked):
        blocks += marked.sentences.map { sentence in
          (sentence.place.map { escaped($0) + ": " } ?? "") + inline(sentence.styled)
        }
      case .lines(let lines): blocks.append(fenced(lines))
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// A screen that has no other form, as it is.
  public static func document(_ screen: [StyledText]) -> String {
    fenced(screen.map(\.plain)) + "\n"
  }

  // MARK: Pieces

  /// Text with its emphasis; what Markdown would read as a sign is escaped.
  static func inline(_ text: StyledText) -> String {
    text.runs.map { run in
      let words = escaped(run.text)
      let core = words.drop { $0 == " " }
      guard run.style != .plain, let last = core.lastIndex(where: { $0 != " " }) else {
        return words
      }
      let before = words[..<core.startIndex]
      return before + "**" + core[...last] + "**" + core[core.index(after: last)...]
    }.joined()
  }

  /// `text` with a backslash before each sign that Markdown reads, and without what could steer a
  /// terminal or break the line.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in HarmlessText.of(text) {
      if "\\`*_{}[]<>#|~&!".contains(character) { result.append("\\") }
      result.append(character)
    }
    // What begins a list, a quotation or a heading only does so at the start of a line.
    if let first = result.first, "+-=".contains(first) { result = "\\" + result }
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    let rest = result.dropFirst(digits.count)
    if !digits.isEmpty, let sign = rest.first, ".)".contains(sign),
      rest.dropFirst().first == " " || rest.count == 1
    {
      result = digits + "\\" + result.dropFirst(digits.count)
    }
    return result
  }

  private static func rows(_ table: View.Table) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = table.columns.map { $0.isRight ? "---:" : "---" }
    return
      ([line(table.columns.map { escaped($0.heading) }), line(rule)]
      + table.rows.map { row in line(row.map { inline($0.text) }) }).joined(separator: "\n")
  }

  /// Lines between fences that none of them can close.
  private static func fenced(_ lines: [String]) -> String {
    let harmless = lines.map { HarmlessText.of($0) }
    let longest = harmless.map { line in line.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + "text"] + harmless + [fence]).joined(separator: "\n")
  }
}
