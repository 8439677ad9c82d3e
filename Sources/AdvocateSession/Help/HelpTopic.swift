public import AdvocateDiagnostics

/// What `help TOPIC` shows of one command or one idea.
public struct HelpTopic: Sendable, Equatable {
  /// A way to write a command, or a key, and what it does.
  public struct Form: Sendable, Equatable {
    /// What is typed, with words in capitals where names and values go.
    public let form: String
    /// What it does, in a few words.
    public let gloss: String

    init(_ form: String, _ gloss: String) {
      self.form = form
      self.gloss = gloss
    }
  }

  /// The name that `help` takes.
  public let name: String
  /// Other names that lead here.
  public let otherNames: [String]
  /// The forms of a command; empty for an idea.
  public let forms: [Form]
  /// What it is and what to know of it.
  public let text: StyledText
  /// Lines that run as they stand, typed in this order at a fresh prompt.
  public let example: [String]

  init(
    _ name: String, or otherNames: [String] = [], forms: [Form] = [], _ text: String,
    example: String = ""
  ) {
    self.name = name
    self.otherNames = otherNames
    self.forms = forms
    self.text = ReferenceLayout.marked(text)
    self.example = example.split(separator: "\n").map(String.init)
  }

  /// The topic in a few words.
  var summary: String {
    if let gloss = forms.first?.gloss { return gloss }
    let words = text.plain
    let end = words.firstIndex(of: ".") ?? words.endIndex
    return String(words[..<end])
  }

  /// The topic in lines of at most `width` columns.
  public func lines(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    if !(forms.first?.form.hasPrefix(name) ?? false) { lines.append(.bold(name)) }
    let column = min((forms.map { TextWidth.of($0.form) }.max() ?? 0) + 3, 34)
    for form in forms {
      lines += ReferenceLayout.row(
        .bold(form.form), StyledText(form.gloss), column: column, width: width)
    }
    lines += ReferenceLayout.paragraph(text, width: width)
    lines += ReferenceLayout.script(example, label: "Try", width: width)
    return lines
  }
}
