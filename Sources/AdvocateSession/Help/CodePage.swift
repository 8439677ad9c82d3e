public import AdvocateDiagnostics

/// What `explain` shows of one kind of finding.
public struct CodePage: Sendable, Equatable {
  /// The kind of finding.
  public let id: DiagnosticID
  /// What it is, in a few plain words.
  public let title: String
  /// What it means, why it matters, and what to do.
  public let text: StyledText
  /// A whole small script that meets it; empty where a script cannot show it.
  public let wrong: [String]
  /// The same script, mended.
  public let right: [String]

  init(id: DiagnosticID, _ text: CodeText) {
    self.id = id
    title = text.title
    self.text = ReferenceLayout.marked(text.text)
    wrong = text.wrong
    right = text.right
  }

  /// The page in lines of at most `width` columns.
  public func lines(width: Int) -> [StyledText] {
    var lines = TextLayout.wrap("\(bold: title)   (explain \(id.number))", width: width)
    lines += ReferenceLayout.paragraph(text, width: width)
    guard !wrong.isEmpty else { return lines }
    lines.append(StyledText())
    lines += ReferenceLayout.script(wrong, label: "Before", width: width)
    lines += ReferenceLayout.script(right, label: "After", width: width)
    return lines
  }
}

/// The words of one page, before they are joined with the name of their kind of finding.
struct CodeText: Sendable {
  let number: Int
  let title: String
  let text: String
  let wrong: [String]
  let right: [String]

  init(_ number: Int, _ title: String, _ text: String, wrong: String = "", right: String = "") {
    self.number = number
    self.title = title
    self.text = text
    self.wrong = wrong.split(separator: "\n").map(String.init)
    self.right = right.split(separator: "\n").map(String.init)
  }
}
